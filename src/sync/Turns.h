// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QHash>
#include <QPromise>
#include <QUuid>

#include <deque>
#include <memory>

namespace gatehouse {

/// Lets one at a time change a list: what one session sends must not rest on a reading that another is just making
/// untrue. For the sessions of one program; lives in its main thread.
class Turns final
{
public:
    /// Lasts until release() or its end.
    class Turn final
    {
    public:
        Turn(std::weak_ptr<Turns *> turns, const QUuid &list);
        ~Turn();
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        void release();

    private:
        std::weak_ptr<Turns *> m_turns;
        QUuid m_list;
    };

    Turns();
    ~Turns();
    Turns(const Turns &) = delete;
    Turns &operator=(const Turns &) = delete;

    /// In the order of asking. Whoever cancels the future has no turn.
    [[nodiscard]] Future<std::shared_ptr<Turn>> take(const QUuid &list);

private:
    using Waiting = std::shared_ptr<QPromise<Result<std::shared_ptr<Turn>>>>;

    void give(const QUuid &list, const Waiting &to);
    void giveToNext(const QUuid &list);

    std::shared_ptr<Turns *> m_self;             ///< for turns that outlive this
    QHash<QUuid, std::deque<Waiting>> m_waiting; ///< has a list as long as somebody has its turn
};

} // namespace gatehouse
