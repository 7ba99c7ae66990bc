// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/dialogs/KeeperDialog.h"
#include "sync/Keeper.h"

#include <QHash>
#include <QPointer>

namespace gatehouse {

class MainWindow;

/// Shows what the keeper does: a line at the side, a dialog with the whole, a message about what it ended, and messages
/// that stay about what it could not end and what needs the user.
class KeeperController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperController)

public:
    /// All must outlive this.
    KeeperController(Keeper &keeper, const ConnectionBook &book, const Clock &clock, MainWindow &window,
                     QObject *parent = nullptr);

    /// Of this connection something is let in whose time is over, and waiting alone does not end it.
    [[nodiscard]] bool isStuck(const QUuid &connection) const;

Q_SIGNALS:
    /// isStuck() may differ.
    void changed(const QUuid &connection);
    /// Something was ended there: what is shown of the list is out of date.
    void listChanged(const QUuid &connection);
    void showRequested(const QUuid &connection);

private:
    void finished(const QUuid &connection, const Sweep &sweep);
    void update(const QUuid &connection);
    void updateAll();
    void updateLine();
    void showProblem();
    void showNeeds();
    void open();
    void sweep(const QUuid &connection);
    [[nodiscard]] QList<KeeperRow> rows() const;
    [[nodiscard]] KeeperRow rowOf(const ConnectionRecord &record) const;
    [[nodiscard]] QString momentText(const QDateTime &moment) const;
    [[nodiscard]] std::optional<QDateTime> nextLook() const;

    Keeper &m_keeper;
    const ConnectionBook &m_book;
    const Clock &m_clock;
    MainWindow &m_window;
    QPointer<KeeperDialog> m_dialog;
    QHash<QUuid, int> m_ended; ///< entries in this run
};

} // namespace gatehouse
