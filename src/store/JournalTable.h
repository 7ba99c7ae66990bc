// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "store/JournalRecord.h"

namespace gatehouse {

class Database;

/// The rows of `journal`, `journal_changes` and `journal_operations`. Works in the thread of the database, which is
/// borrowed.
///
/// What is written is on the disk when the call is back (the connection commits with `synchronous = FULL`): what the
/// journal says of an operation must be true after a power cut too, or one that was sent would seem not to have been.
class JournalTable final
{
public:
    /// So many records that have ended are kept of a connection; the oldest go.
    static constexpr int endedRecordsKept = 200;

    explicit JournalTable(const Database &database);

    /// With all its operations, as one transaction. `continued`: open records whose rest this one takes over.
    [[nodiscard]] Result<qint64> begin(const JournalRecord &record, const QList<qint64> &continued) const;
    [[nodiscard]] Result<void> note(qint64 record, const std::vector<OperationNote> &notes) const;
    [[nodiscard]] Result<void> watch(qint64 record, const QDateTime &deadline) const;
    /// A record that has ended stays as it is.
    [[nodiscard]] Result<void> end(qint64 record, JournalRecord::State state, const QDateTime &when) const;
    /// Oldest first. What cannot be read of a record is left out and logged.
    [[nodiscard]] Result<std::vector<JournalRecord>> open(const QUuid &connection) const;
    [[nodiscard]] Result<std::vector<JournalRecord>> all(const QUuid &connection) const;
    [[nodiscard]] Result<std::vector<QUuid>> watchedConnections() const;

private:
    [[nodiscard]] Result<qint64> insert(const JournalRecord &record) const;
    [[nodiscard]] Result<void> insertChanges(qint64 id, const std::vector<Change> &changes) const;
    [[nodiscard]] Result<void> insertOperations(qint64 id, const std::vector<JournalOperation> &operations) const;
    [[nodiscard]] Result<void> endAll(const QList<qint64> &records, JournalRecord::State state,
                                      const QDateTime &when) const;
    [[nodiscard]] Result<void> prune(const QUuid &connection) const;
    [[nodiscard]] Result<std::vector<JournalRecord>> load(const QUuid &connection, const QString &condition) const;
    [[nodiscard]] Result<void> complete(JournalRecord &record) const;

    const Database &m_database;
};

} // namespace gatehouse
