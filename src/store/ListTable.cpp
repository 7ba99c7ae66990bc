// SPDX-License-Identifier: Apache-2.0
#include "store/ListTable.h"

#include "base/Logging.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "store/ConnectionTable.h"
#include "store/EntryCodec.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

struct StoredRow
{
    QByteArray entries;
    std::optional<QDateTime> fetchedAt;
};

StoredRow readList(const Statement &row)
{
    return {row.bytes(0), row.isNull(1) ? std::nullopt : std::optional(row.time(1))};
}

/// What is left of a list whose snapshot is lost: the entries that the draft changes or removes.
Allowlist snapshotOf(const std::vector<Change> &changes)
{
    std::vector<Entry> entries;
    QSet<EntryKey> seen;
    for (const Change &change : changes) {
        if (change.before && !seen.contains(change.before->key)) {
            seen.insert(change.before->key);
            entries.push_back(*change.before);
        }
    }
    return Allowlist(std::move(entries));
}

std::vector<Change> readable(const QList<QByteArray> &rows)
{
    std::vector<Change> changes;
    for (const QByteArray &row : rows) {
        if (auto change = decodeChange(row))
            changes.push_back(std::move(*change));
        else
            qCWarning(logging::store) << "a stored change is damaged:" << change.error().detail;
    }
    return changes;
}

} // namespace

ListTable::ListTable(const Database &database)
    : m_database(database)
{}

Result<StoredList> ListTable::load(const QUuid &connection) const
{
    const auto stored = m_database.first(u"SELECT entries, fetched_at FROM lists WHERE connection = ?"_s,
                                         {sqlId(connection)}, readList);
    if (!stored)
        return failure(stored.error());
    const auto rows = m_database.rows(u"SELECT change FROM draft_changes WHERE connection = ? ORDER BY position"_s,
                                      {sqlId(connection)}, [](const Statement &row) { return row.bytes(0); });
    if (!rows)
        return failure(rows.error());

    const std::vector<Change> changes = readable(*rows);
    StoredList list;
    list.damagedChanges = int(rows->size() - qsizetype(changes.size()));
    auto entries = *stored ? decodeEntries((*stored)->entries) : std::vector<Entry>();
    if (entries && *stored)
        list.fetchedAt = (*stored)->fetchedAt;
    if (!entries)
        qCWarning(logging::store) << "the stored list of" << connection << "is damaged:" << entries.error().detail;
    list.draft = Draft(
        std::make_shared<const Allowlist>(entries && *stored ? Allowlist(std::move(*entries)) : snapshotOf(changes)));
    for (const Change &change : changes)
        list.draft.set(change.key(), change.after);
    list.conflicts = conflictsIn({changes}, list.draft);
    return list;
}

Result<void> ListTable::save(const QUuid &connection, const StoredList &list) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    return ConnectionTable(m_database)
        .need(connection)
        .and_then([&] { return writeSnapshot(connection, list); })
        .and_then([&] { return writeChanges(connection, withBases(list.draft.changes(), list.conflicts)); })
        .and_then([&] { return transaction->commit(); });
}

Result<void> ListTable::saveChanges(const QUuid &connection, const ChangeSet &changes) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    return ConnectionTable(m_database)
        .need(connection)
        .and_then([&] { return writeChanges(connection, changes); })
        .and_then([&] { return transaction->commit(); });
}

Result<void> ListTable::writeSnapshot(const QUuid &connection, const StoredList &list) const
{
    const QByteArray entries = encodeEntries(list.draft.snapshot().entries());
    return m_database
        .execute(u"INSERT INTO lists (connection, fetched_at, entries) VALUES (?, ?, ?) ON CONFLICT (connection) "
                 "DO UPDATE SET fetched_at = excluded.fetched_at, entries = excluded.entries"_s,
                 {sqlId(connection), sqlTime(list.fetchedAt.value_or(QDateTime())), entries})
        .map([](int) {});
}

Result<void> ListTable::writeChanges(const QUuid &connection, const ChangeSet &changes) const
{
    const QString id = sqlId(connection);
    if (auto cleared = m_database.execute(u"DELETE FROM draft_changes WHERE connection = ?"_s, {id}); !cleared)
        return failure(std::move(cleared.error()));
    auto insert =
        m_database.prepare(u"INSERT INTO draft_changes (connection, position, entry, change) VALUES (?, ?, ?, ?)"_s);
    if (!insert)
        return failure(std::move(insert.error()));
    int position = 0;
    for (const Change &change : changes.changes) {
        if (auto inserted = insert->run({id, position++, sqlId(change.key()), encodeChange(change)}); !inserted)
            return inserted;
    }
    return {};
}

Result<void> ListTable::saveEdits(const QUuid &connection, const std::vector<DraftEdit> &edits) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    return ConnectionTable(m_database)
        .need(connection)
        .and_then([&] { return writeEdits(connection, edits); })
        .and_then([&] { return transaction->commit(); });
}

/// A change that is stored keeps its place; a new one comes last.
Result<void> ListTable::writeEdits(const QUuid &connection, const std::vector<DraftEdit> &edits) const
{
    const QString id = sqlId(connection);
    auto update = m_database.prepare(u"UPDATE draft_changes SET change = ? WHERE connection = ? AND entry = ?"_s);
    auto insert = m_database.prepare(u"INSERT INTO draft_changes (connection, position, entry, change) SELECT ?, "
                                     u"(SELECT COALESCE(MAX(position), 0) + "
                                     "1 FROM draft_changes WHERE connection = ?), ?, ? WHERE NOT EXISTS (SELECT 1 FROM "
                                     "draft_changes WHERE connection "
                                     "= ? AND entry = ?)"_s);
    auto remove = m_database.prepare(u"DELETE FROM draft_changes WHERE connection = ? AND entry = ?"_s);
    for (auto *statement : {&update, &insert, &remove}) {
        if (!*statement)
            return failure(std::move(statement->error()));
    }
    for (const DraftEdit &edit : edits) {
        const QString entry = sqlId(edit.key);
        Result<void> written;
        if (edit.change) {
            const QByteArray change = encodeChange(*edit.change);
            written = update->run({change, id, entry}).and_then([&] {
                return insert->run({id, id, entry, change, id, entry});
            });
        } else {
            written = remove->run({id, entry});
        }
        if (!written)
            return written;
    }
    return {};
}

} // namespace gatehouse
