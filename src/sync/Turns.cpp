// SPDX-License-Identifier: Apache-2.0
#include "sync/Turns.h"

namespace gatehouse {

Turns::Turn::Turn(std::weak_ptr<Turns *> turns, const QUuid &list)
    : m_turns(std::move(turns))
    , m_list(list)
{}

Turns::Turn::~Turn()
{
    release();
}

void Turns::Turn::release()
{
    if (const auto turns = std::exchange(m_turns, {}).lock())
        (*turns)->giveToNext(m_list);
}

Turns::Turns()
    : m_self(std::make_shared<Turns *>(this))
{}

Turns::~Turns()
{
    m_self.reset();
    for (const auto &waiting : std::as_const(m_waiting)) {
        for (const Waiting &promise : waiting)
            promise->finish();
    }
}

Future<std::shared_ptr<Turns::Turn>> Turns::take(const QUuid &list)
{
    auto promise = std::make_shared<QPromise<Result<std::shared_ptr<Turn>>>>();
    promise->start();
    auto future = promise->future();
    if (const auto waiting = m_waiting.find(list); waiting != m_waiting.end()) {
        waiting->push_back(std::move(promise));
    } else {
        m_waiting.insert(list, {});
        give(list, promise);
    }
    return future;
}

void Turns::give(const QUuid &list, const Waiting &to)
{
    to->addResult(std::make_shared<Turn>(m_self, list));
    to->finish();
}

void Turns::giveToNext(const QUuid &list)
{
    const auto waiting = m_waiting.find(list);
    while (!waiting->empty()) {
        const Waiting next = std::move(waiting->front());
        waiting->pop_front();
        if (!next->isCanceled()) {
            give(list, next);
            return;
        }
        next->finish();
    }
    m_waiting.erase(waiting);
}

} // namespace gatehouse
