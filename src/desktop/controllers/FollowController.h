// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/Workbench.h"
#include "desktop/dialogs/FollowDialog.h"
#include "sync/AddressFollower.h"

#include <QPointer>
#include <QTimer>

namespace gatehouse {

class MainWindow;

/// Looks now and then whether the address of this computer has changed, says so where entries are marked as its own,
/// and lets the user have them follow: a message, a dialog with each list's change, and each list's result.
class FollowController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FollowController)

public:
    /// `window` must outlive this.
    FollowController(const Workbench &bench, MainWindow &window, QObject *parent = nullptr);

    /// Looks now, and from then on every few minutes.
    void start();
    void look();

Q_SIGNALS:
    /// What is shown of that list is out of date.
    void listChanged(const QUuid &connection);

private:
    void found(const std::vector<ListMoves> &lists);
    void open();
    void follow(const QUuid &connection);
    void followed(const QUuid &connection, const Result<ListMoves> &result);
    [[nodiscard]] QString summary() const;

    Workbench m_bench;
    MainWindow &m_window;
    AddressFollower m_follower;
    QTimer m_timer;
    bool m_looking = false;
    int m_following = 0;
    std::vector<ListMoves> m_lists; ///< to be changed
    QString m_told;                 ///< what the desktop was told last: once for each change
    QPointer<FollowDialog> m_dialog;
};

} // namespace gatehouse
