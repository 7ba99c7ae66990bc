// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Store.h"

#include <QObject>

namespace gatehouse {

/// Keeps every state in which a session sees or puts its list (see store/HistoryVersion.h), beside what the session
/// does: nothing waits for it.
///
/// The history is shared by all sessions of this home, so that what the keeper or a command line has done is not taken
/// for somebody else's doing.
class HistoryRecorder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryRecorder)

public:
    /// `store` must outlive this.
    HistoryRecorder(const QUuid &connection, Store &store, QObject *parent = nullptr);

    /// The list was read. `own`: what we wanted to be different from the reading before.
    void noteRead(std::shared_ptr<const Allowlist> list, const QDateTime &at, std::vector<Change> own);
    /// The list was read back after we have changed it.
    void noteMade(std::shared_ptr<const Allowlist> list, const QDateTime &at, HistoryCause cause);

Q_SIGNALS:
    void recorded(const gatehouse::HistoryVersion &version);
    /// Somebody else has changed the list; comes after recorded(). The keys are those of the list that was noted.
    void drifted(const gatehouse::HistoryVersion &version, const gatehouse::ChangeSet &changes);
    void failed(const gatehouse::Error &error);

private:
    void keep(const SeenState &seen);

    const QUuid m_connection;
    Store &m_store;
};

} // namespace gatehouse
