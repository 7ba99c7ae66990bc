// SPDX-License-Identifier: Apache-2.0
#include "store/JournalTable.h"

#include "base/Logging.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "store/ConnectionTable.h"
#include "store/EntryCodec.h"

#include <algorithm>
#include <array>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

using RecordState = JournalRecord::State;
using OperationState = JournalOperation::State;
using OperationKind = JournalOperation::Kind;

// As they are written in the database: never give a number another meaning.
constexpr std::array recordStates{RecordState::Open,      RecordState::Watched, RecordState::Applied,
                                  RecordState::Partly,    RecordState::Settled, RecordState::Dropped,
                                  RecordState::Continued, RecordState::Kept,    RecordState::Reverted};
constexpr std::array operationStates{OperationState::Planned, OperationState::Sending, OperationState::Accepted,
                                     OperationState::Failed};
constexpr std::array operationKinds{OperationKind::Replace, OperationKind::Create, OperationKind::Update,
                                    OperationKind::Remove};

template <typename Values, typename Value>
qint64 numberOf(const Values &values, Value value)
{
    return std::ranges::find(values, value) - values.begin();
}

/// What a newer program has written counts as the first of them, which promises least.
template <typename Values>
auto valueOf(const Values &values, qint64 number)
{
    return number >= 0 && number < qint64(values.size()) ? values[std::size_t(number)] : values.front();
}

std::vector<Entry> entriesOrNone(const QByteArray &bytes)
{
    auto entries = decodeEntries(bytes);
    if (!entries)
        qCWarning(logging::store) << "entries of the journal are damaged:" << entries.error().detail;
    return entries.value_or(std::vector<Entry>());
}

JournalRecord readRecord(const Statement &row)
{
    JournalRecord record;
    record.id = row.integer(0);
    record.connection = QUuid::fromString(row.text(1));
    record.state = valueOf(recordStates, row.integer(2));
    record.who = row.text(3);
    record.process = row.text(4);
    record.begunAt = row.time(5);
    if (!row.isNull(6))
        record.endedAt = row.time(6);
    record.confirmed = row.text(7).split(u'\n', Qt::SkipEmptyParts);
    if (!row.isNull(8))
        record.deadline = row.time(8);
    record.beside = entriesOrNone(row.bytes(9));
    return record;
}

JournalOperation readOperation(const Statement &row)
{
    return {valueOf(operationKinds, row.integer(0)), entriesOrNone(row.bytes(1)),
            valueOf(operationStates, row.integer(2)), row.text(3)};
}

} // namespace

JournalTable::JournalTable(const Database &database)
    : m_database(database)
{}

Result<qint64> JournalTable::begin(const JournalRecord &record, const QList<qint64> &continued) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    return ConnectionTable(m_database)
        .need(record.connection)
        .and_then([&] { return endAll(continued, RecordState::Continued, record.begunAt); })
        .and_then([&] { return prune(record.connection); })
        .and_then([&] { return insert(record); })
        .and_then([&](qint64 id) -> Result<qint64> {
            return insertChanges(id, record.changes)
                .and_then([&] { return insertOperations(id, record.operations); })
                .and_then([&] { return transaction->commit(); })
                .map([&] { return id; });
        });
}

Result<qint64> JournalTable::insert(const JournalRecord &record) const
{
    auto statement = m_database.query(
        u"INSERT INTO journal (connection, state, who, process, begun_at, confirmed, deadline, beside) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {sqlId(record.connection), numberOf(recordStates, record.state), record.who, record.process,
         sqlTime(record.begunAt), record.confirmed.join(u'\n'), sqlTime(record.deadline.value_or(QDateTime())),
         encodeEntries(record.beside)});
    if (!statement)
        return failure(std::move(statement.error()));
    return statement->lastInsertId();
}

Result<void> JournalTable::insertChanges(qint64 id, const std::vector<Change> &changes) const
{
    auto insert = m_database.prepare(u"INSERT INTO journal_changes (record, position, change) VALUES (?, ?, ?)"_s);
    if (!insert)
        return failure(std::move(insert.error()));
    int position = 0;
    for (const Change &change : changes) {
        if (auto inserted = insert->run({id, position++, encodeChange(change)}); !inserted)
            return inserted;
    }
    return {};
}

Result<void> JournalTable::insertOperations(qint64 id, const std::vector<JournalOperation> &operations) const
{
    auto insert = m_database.prepare(u"INSERT INTO journal_operations (record, position, kind, entries, state, error) "
                                     "VALUES (?, ?, ?, ?, ?, ?)"_s);
    if (!insert)
        return failure(std::move(insert.error()));
    int position = 0;
    for (const JournalOperation &operation : operations) {
        if (auto inserted =
                insert->run({id, position++, numberOf(operationKinds, operation.kind), encodeEntries(operation.entries),
                             numberOf(operationStates, operation.state), operation.error});
            !inserted)
            return inserted;
    }
    return {};
}

Result<void> JournalTable::note(qint64 record, const std::vector<OperationNote> &notes) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    auto update =
        m_database.prepare(u"UPDATE journal_operations SET state = ?, error = ? WHERE record = ? AND position = ?"_s);
    if (!update)
        return failure(std::move(update.error()));
    for (const OperationNote &note : notes) {
        if (auto done = update->run({numberOf(operationStates, note.state), note.error, record, note.position}); !done)
            return done;
    }
    return transaction->commit();
}

Result<void> JournalTable::watch(qint64 record, const QDateTime &deadline) const
{
    return m_database
        .execute(u"UPDATE journal SET state = ?, deadline = ? WHERE id = ? AND ended_at IS NULL"_s,
                 {numberOf(recordStates, RecordState::Watched), sqlTime(deadline), record})
        .map([](int) {});
}

Result<void> JournalTable::end(qint64 record, JournalRecord::State state, const QDateTime &when) const
{
    return endAll({record}, state, when);
}

Result<void> JournalTable::endAll(const QList<qint64> &records, JournalRecord::State state, const QDateTime &when) const
{
    for (const qint64 record : records) {
        if (auto done =
                m_database.execute(u"UPDATE journal SET state = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL"_s,
                                   {numberOf(recordStates, state), sqlTime(when), record});
            !done)
            return failure(std::move(done.error()));
    }
    return {};
}

Result<void> JournalTable::prune(const QUuid &connection) const
{
    return m_database
        .execute(u"DELETE FROM journal WHERE connection = ? AND ended_at IS NOT NULL AND id NOT IN "
                 "(SELECT id FROM journal WHERE connection = ? AND ended_at IS NOT NULL ORDER BY id DESC LIMIT ?)"_s,
                 {sqlId(connection), sqlId(connection), endedRecordsKept})
        .map([](int) {});
}

Result<std::vector<JournalRecord>> JournalTable::open(const QUuid &connection) const
{
    return load(connection, u"AND ended_at IS NULL"_s);
}

Result<std::vector<JournalRecord>> JournalTable::all(const QUuid &connection) const
{
    return load(connection, {});
}

Result<std::vector<QUuid>> JournalTable::watchedConnections() const
{
    return m_database
        .rows(u"SELECT DISTINCT connection FROM journal WHERE ended_at IS NULL AND deadline IS NOT NULL"_s, {},
              [](const Statement &row) { return QUuid::fromString(row.text(0)); })
        .map([](const QList<QUuid> &found) { return std::vector<QUuid>(found.begin(), found.end()); });
}

Result<std::vector<JournalRecord>> JournalTable::load(const QUuid &connection, const QString &condition) const
{
    const auto found = m_database.rows(
        u"SELECT id, connection, state, who, process, begun_at, ended_at, confirmed, deadline, beside FROM journal "
        "WHERE connection = ? %1 ORDER BY id"_s.arg(condition),
        {sqlId(connection)}, readRecord);
    if (!found)
        return failure(found.error());
    std::vector<JournalRecord> records(found->begin(), found->end());
    for (JournalRecord &record : records) {
        if (auto completed = complete(record); !completed)
            return failure(std::move(completed.error()));
    }
    return records;
}

Result<void> JournalTable::complete(JournalRecord &record) const
{
    const auto changes = m_database.rows(u"SELECT change FROM journal_changes WHERE record = ? ORDER BY position"_s,
                                         {record.id}, [](const Statement &row) { return decodeChange(row.bytes(0)); });
    if (!changes)
        return failure(changes.error());
    for (const Result<Change> &change : *changes) {
        if (change)
            record.changes.push_back(*change);
        else
            qCWarning(logging::store) << "a change of the journal is damaged:" << change.error().detail;
    }
    const auto operations = m_database.rows(
        u"SELECT kind, entries, state, error FROM journal_operations WHERE record = ? ORDER BY position"_s, {record.id},
        readOperation);
    if (!operations)
        return failure(operations.error());
    record.operations.assign(operations->begin(), operations->end());
    return {};
}

} // namespace gatehouse
