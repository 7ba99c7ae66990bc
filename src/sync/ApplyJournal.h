// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "services/RestService.h"
#include "store/Store.h"

namespace gatehouse {

/// Writes the journal's record of one apply: begun before anything is sent, each operation before it goes out and after
/// its answer, and the end once the list was read back. A record that has no end tells the next reading that somebody
/// has to look (see Settlement.h).
class ApplyJournal final
{
public:
    /// All must outlive this; `context` ends what it does silently when it dies.
    ApplyJournal(Store &store, const QUuid &connection, const Clock &clock, QObject *context);

    /// Open records whose rest is in what is about to be sent: they end when this one begins.
    void takeOver(const QList<qint64> &records) { m_takenOver = records; }

    /// The draft in complete entries, and what goes out for it. `confirmed`: warnings lifted by a name. With `watch`
    /// above 0 it is reverted unless somebody keeps it, so long after it began or watch() was called.
    [[nodiscard]] Future<void> begin(const Draft &draft, const std::vector<Operation> &plan,
                                     const QStringList &confirmed, std::chrono::seconds watch);
    /// Operations first … end - 1 are about to be sent. Nothing of them goes out before this is finished.
    [[nodiscard]] Future<void> sending(std::size_t first, std::size_t end);
    void answered(std::size_t operation, const Result<void> &answer);
    // Of a record that was begun:
    [[nodiscard]] Future<void> end(JournalRecord::State state);
    [[nodiscard]] Future<void> watch(const QDateTime &deadline);

    [[nodiscard]] bool isBegun() const { return m_record.id != 0; }
    /// As it was begun, but for its deadline.
    [[nodiscard]] const JournalRecord &record() const { return m_record; }

private:
    Store &m_store;
    QUuid m_connection;
    const Clock &m_clock;
    QObject *m_context;
    QList<qint64> m_takenOver;
    JournalRecord m_record;
};

} // namespace gatehouse
