// SPDX-License-Identifier: Apache-2.0
#include "store/HistoryTable.h"

#include "allowlist/ListComparison.h"
#include "base/Logging.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "store/ConnectionTable.h"
#include "store/EntryCodec.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

struct HistoryTable::Newest
{
    int number = 0;
    QByteArray hash;
    QByteArray entries;
};

namespace {

constexpr int compression = 3; ///< a third of the time of zlib's default, for a tenth more

HistoryVersion readVersion(const Statement &row)
{
    HistoryVersion version;
    version.number = int(row.integer(0));
    version.at = row.time(1);
    version.cause = HistoryCause(int(std::clamp<qint64>(row.integer(2), 0, historyCauseCount - 1)));
    version.actor = row.text(3);
    version.entries = int(row.integer(4));
    version.added = int(row.integer(5));
    version.removed = int(row.integer(6));
    version.changed = int(row.integer(7));
    return version;
}

Result<Allowlist> unpack(const QByteArray &entries)
{
    return decodeEntries(qUncompress(entries)).map([](std::vector<Entry> &&all) { return Allowlist(std::move(all)); });
}

HistoryVersion versionOf(const SeenState &seen, int number, const ChangeSet &changes)
{
    HistoryVersion version;
    version.number = number;
    version.at = seen.at;
    version.actor = actorsOf(changes);
    version.entries = int(seen.list->size());
    version.added = int(changes.count(Change::Kind::Added));
    version.removed = int(changes.count(Change::Kind::Removed));
    version.changed = int(changes.count(Change::Kind::Changed));
    return version;
}

} // namespace

HistoryTable::HistoryTable(const Database &database)
    : m_database(database)
{}

Result<KeptState> HistoryTable::keep(const QUuid &connection, const SeenState &seen, const HistoryLimits &limits) const
{
    const QByteArray hash = hashOf(*seen.list);
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    if (auto known = ConnectionTable(m_database).need(connection); !known)
        return failure(std::move(known.error()));
    const auto before = newest(connection);
    if (!before)
        return failure(before.error());
    if (*before && (*before)->hash == hash)
        return KeptState{};

    KeptState kept;
    HistoryCause readCause = HistoryCause::FirstRead;
    if (*before) {
        if (const auto list = unpack((*before)->entries))
            kept.changes = compareStates(*list, *seen.list);
        else
            qCWarning(logging::store) << "a version of" << connection << "is damaged:" << list.error().detail;
        readCause = causeOf(kept.changes, seen.own, seen.at);
    }
    kept.version = versionOf(seen, *before ? (*before)->number + 1 : 1, kept.changes);
    kept.version->cause = seen.cause.value_or(readCause);
    return stateOf(connection, hash, *seen.list)
        .and_then([&](qint64 state) { return insert(connection, *kept.version, state); })
        .and_then([&] { return prune(connection, *kept.version, limits); })
        .and_then([&] { return transaction->commit(); })
        .map([&] { return std::move(kept); });
}

Result<std::optional<HistoryTable::Newest>> HistoryTable::newest(const QUuid &connection) const
{
    return m_database.first(u"SELECT version, hash, entries FROM history JOIN history_states ON id = state "
                            "WHERE history.connection = ? ORDER BY version DESC LIMIT 1"_s,
                            {sqlId(connection)}, [](const Statement &row) {
                                return Newest{int(row.integer(0)), row.bytes(1), row.bytes(2)};
                            });
}

/// The number under which these entries are kept, now at the latest.
Result<qint64> HistoryTable::stateOf(const QUuid &connection, const QByteArray &hash, const Allowlist &list) const
{
    const auto known = m_database.first(u"SELECT id FROM history_states WHERE connection = ? AND hash = ?"_s,
                                        {sqlId(connection), hash}, [](const Statement &row) { return row.integer(0); });
    if (!known)
        return failure(known.error());
    if (*known)
        return **known;
    const QByteArray entries = qCompress(encodeEntries(list.entries()), compression);
    return m_database
        .query(u"INSERT INTO history_states (connection, hash, entries) VALUES (?, ?, ?)"_s,
               {sqlId(connection), hash, entries})
        .map([](const Statement &inserted) { return inserted.lastInsertId(); });
}

Result<void> HistoryTable::insert(const QUuid &connection, const HistoryVersion &version, qint64 state) const
{
    return m_database
        .execute(u"INSERT INTO history (connection, version, at, cause, actor, entries_then, added, removed, changed, "
                 "state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                 {sqlId(connection), version.number, sqlTime(version.at), int(version.cause),
                  version.actor.isNull() ? u""_s : version.actor, version.entries, version.added, version.removed,
                  version.changed, state})
        .map([](int) {});
}

Result<void> HistoryTable::prune(const QUuid &connection, const HistoryVersion &latest,
                                 const HistoryLimits &limits) const
{
    const QString id = sqlId(connection);
    return m_database
        .execute(u"DELETE FROM history WHERE connection = ? AND version < ? AND (at < ? OR version <= ? OR version IN ("
                 "SELECT version FROM (SELECT version, sum(length(entries)) OVER (ORDER BY version DESC) AS total "
                 "FROM history JOIN history_states ON id = state WHERE history.connection = ?) WHERE total > ?))"_s,
                 {id, latest.number, sqlTime(latest.at.addDays(-limits.days)), latest.number - limits.versions, id,
                  limits.bytes})
        .and_then([&](int) {
            return m_database.execute(u"DELETE FROM history_states WHERE connection = ? AND id NOT IN "
                                      "(SELECT state FROM history WHERE connection = ?)"_s,
                                      {id, id});
        })
        .map([](int) {});
}

Result<std::vector<HistoryVersion>> HistoryTable::versions(const QUuid &connection) const
{
    return m_database
        .rows(u"SELECT version, at, cause, actor, entries_then, added, removed, changed FROM history "
              "WHERE connection = ? ORDER BY version DESC"_s,
              {sqlId(connection)}, readVersion)
        .map([](const QList<HistoryVersion> &all) { return std::vector<HistoryVersion>(all.begin(), all.end()); });
}

Result<Allowlist> HistoryTable::state(const QUuid &connection, int number) const
{
    const auto entries =
        m_database.first(u"SELECT entries FROM history JOIN history_states ON id = state "
                         "WHERE history.connection = ? AND version = ?"_s,
                         {sqlId(connection), number}, [](const Statement &row) { return row.bytes(0); });
    if (!entries)
        return failure(entries.error());
    if (!*entries) {
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate("Store", "There is no version %1 of this list.").arg(number));
    }
    return unpack(**entries);
}

} // namespace gatehouse
