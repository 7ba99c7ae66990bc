// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "desktop/Workbench.h"
#include "sync/Sweep.h"

#include <QObject>
#include <QTimer>
#include <QUuid>

namespace gatehouse {

class MainWindow;
struct ConnectionRecord;

/// Tells by the desktop of entries that end soon, and of those that the keeper has ended, as the settings say. What was
/// told is not told again after the next start.
class NoticeController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeController)

public:
    /// `window` must outlive this.
    NoticeController(const Workbench &bench, MainWindow &window, QObject *parent = nullptr);

    /// Looks now, and from then on every minute: timers stand still while a computer sleeps.
    void start();
    void look();

Q_SIGNALS:
    /// The user clicked on what was told of that list.
    void showRequested(const QUuid &connection);

private:
    void lookAt(const ConnectionRecord &record, const QDateTime &since, const QDateTime &now);
    void tell(const QUuid &connection, const QString &title, const std::vector<Entry> &entries);
    void ended(const QUuid &connection, const Sweep &sweep);
    void noteTime(const QDateTime &now);

    Workbench m_bench;
    MainWindow &m_window;
    QTimer m_timer;
    std::optional<QDateTime> m_since; ///< what came before has been told
    std::optional<QDateTime> m_noted; ///< what of it is stored
};

} // namespace gatehouse
