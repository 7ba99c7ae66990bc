// SPDX-License-Identifier: Apache-2.0
#include "server/data/Entries.h"

#include "database/Database.h"
#include "database/Transaction.h"
#include "server/data/Deploys.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

const auto contents = u"id, range, label, active, lifetime, created_at, expires_at, spelling, created_by"_s;

/// What we wrote ourselves, in canonical form.
IpRange storedRange(const QString &text)
{
    const auto range = IpRange::parse(text.toStdString());
    return range ? *range : IpRange();
}

StoredEntry entryOf(const Statement &row)
{
    StoredEntry entry;
    entry.number = row.integer(0);
    entry.id = row.text(1);
    entry.range = storedRange(row.text(2));
    entry.label = row.text(3);
    entry.active = row.boolean(4);
    if (!row.isNull(5))
        entry.lifetime = std::chrono::seconds(row.integer(5));
    entry.createdAt = row.time(6);
    entry.expiresAt = row.time(7);
    entry.spelling = row.text(8);
    entry.createdBy = row.text(9);
    return entry;
}

QVariantList contentsOf(const StoredEntry &entry)
{
    return {entry.id,
            QString::fromStdString(entry.range.toString()),
            entry.label,
            qint64(entry.active),
            entry.lifetime ? QVariant(qint64(entry.lifetime->count())) : QVariant(),
            sqlTime(entry.createdAt),
            sqlTime(entry.expiresAt),
            entry.spelling,
            entry.createdBy};
}

/// The text of every range that can contain the address: found by the index, however long the list is.
QVariantList rangesAround(const IpAddress &address)
{
    QVariantList texts = {QString::fromStdString(IpRange::any().toString())};
    for (int prefix = 0; prefix <= widthOf(address.family()); ++prefix)
        texts.append(QString::fromStdString(IpRange::network(address, prefix).toString()));
    return texts;
}

/// An entry that keeps its number keeps its place in the list; for the others the database counts on.
Result<void> insertAll(const Database &database, qint64 scope, const QList<StoredEntry> &entries)
{
    auto added =
        database.prepare(u"INSERT INTO entries(scope, %1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(contents));
    if (!added)
        return failure(std::move(added.error()));
    auto kept = database.prepare(
        u"INSERT INTO entries(number, scope, %1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(contents));
    if (!kept)
        return failure(std::move(kept.error()));
    for (const auto &entry : entries) {
        const auto values = QVariantList{scope} + contentsOf(entry);
        auto done = entry.number == 0 ? added->run(values) : kept->run(QVariantList{entry.number} + values);
        if (!done)
            return done;
    }
    return {};
}

Result<void> deleteAll(const Database &database, const QList<qint64> &numbers)
{
    auto remove = database.prepare(u"DELETE FROM entries WHERE number = ?"_s);
    if (!remove)
        return failure(std::move(remove.error()));
    for (const auto number : numbers) {
        if (auto done = remove->run({number}); !done)
            return done;
    }
    return {};
}

} // namespace

QString shortText(const IpRange &range)
{
    return QString::fromStdString(range.toShortString());
}

Result<QList<StoredEntry>> entriesOf(const Database &database, qint64 scope)
{
    return database.rows(u"SELECT number, %1 FROM entries WHERE scope = ? ORDER BY number"_s.arg(contents), {scope},
                         entryOf);
}

Result<QList<StoredEntry>> someEntriesOf(const Database &database, qint64 scope, qint64 first, qint64 count)
{
    return database.rows(
        u"SELECT number, %1 FROM entries WHERE scope = ? ORDER BY number LIMIT ? OFFSET ?"_s.arg(contents),
        {scope, count, first}, entryOf);
}

Result<qint64> countEntries(const Database &database, qint64 scope)
{
    return database
        .first(u"SELECT count(*) FROM entries WHERE scope = ?"_s, {scope},
               [](const Statement &row) { return row.integer(0); })
        .map([](const std::optional<qint64> &count) { return count.value_or(0); });
}

Result<bool> hasEntries(const Database &database, qint64 scope)
{
    return database
        .first(u"SELECT 1 FROM entries WHERE scope = ? LIMIT 1"_s, {scope}, [](const Statement &) { return true; })
        .map([](const std::optional<bool> &found) { return found.has_value(); });
}

Result<bool> letsIn(const Database &database, qint64 scope, const IpAddress &address, const QDateTime &now)
{
    const auto inForce = u"SELECT 1 FROM entries WHERE scope = ? AND active <> 0 "
                         "AND (expires_at IS NULL OR expires_at > ?) %1 LIMIT 1"_s;
    const auto exists = [&](const QString &condition, const QVariantList &ranges) {
        return database
            .first(inForce.arg(condition), QVariantList{scope, sqlTime(now)} + ranges,
                   [](const Statement &) { return true; })
            .map([](const std::optional<bool> &found) { return found.has_value(); });
    };
    const auto ranges = rangesAround(address);
    const auto places = QStringList(ranges.size(), u"?"_s).join(u',');
    const auto contained = exists(u"AND range IN (%1)"_s.arg(places), ranges);
    if (!contained || *contained)
        return contained;
    return exists({}, {}).map([](bool isRestricted) { return !isRestricted; });
}

Result<bool> replaceEntries(const Database &database, qint64 scope, const QList<StoredEntry> &wanted,
                            const QDateTime &now)
{
    const auto stored = entriesOf(database, scope);
    if (!stored)
        return failure(stored.error());
    QHash<qint64, const StoredEntry *> gone;
    for (const auto &entry : *stored)
        gone.insert(entry.number, &entry);
    QList<StoredEntry> added;
    for (const auto &entry : wanted) {
        const auto *old = gone.value(entry.number);
        if (old != nullptr && *old == entry)
            gone.remove(entry.number);
        else
            added.append(entry);
    }
    if (gone.isEmpty() && added.isEmpty())
        return false;
    // Changed entries are deleted and added again: two of them may have swapped their ranges. They go in before the new
    // ones, whose numbers the database picks and which might otherwise be theirs.
    std::stable_partition(added.begin(), added.end(), [](const StoredEntry &entry) { return entry.number != 0; });
    if (auto done = deleteAll(database, gone.keys()); !done)
        return failure(std::move(done.error()));
    if (auto done = insertAll(database, scope, added); !done)
        return failure(std::move(done.error()));
    if (auto done = recordDeploy(database, scope, DeployCause::Change, now); !done)
        return failure(std::move(done.error()));
    return true;
}

Result<void> addEntries(const Database &database, qint64 scope, const QList<StoredEntry> &entries, const QDateTime &now)
{
    if (entries.isEmpty())
        return {};
    if (auto done = insertAll(database, scope, entries); !done)
        return done;
    return recordDeploy(database, scope, DeployCause::Change, now);
}

Result<int> removeEntries(const Database &database, qint64 scope, const QStringList &ids, const QDateTime &now)
{
    auto remove = database.prepare(u"DELETE FROM entries WHERE scope = ? AND id = ?"_s);
    if (!remove)
        return failure(std::move(remove.error()));
    int removed = 0;
    for (const auto &id : ids) {
        if (auto done = remove->run({scope, id}); !done)
            return failure(std::move(done.error()));
        removed += remove->changedRows();
    }
    if (removed == 0)
        return 0;
    return recordDeploy(database, scope, DeployCause::Change, now).map([removed] { return removed; });
}

Result<QList<StoredEntry>> emptyList(const Database &database, ScopeKind kind, const QString &id, const QDateTime &now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    const auto scope = scopeById(database, kind, id);
    if (!scope)
        return failure(scope.error());
    if (!*scope)
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("Scopes", "There is no list %1. The command scopes names all.")
                           .arg(scopeKindName(kind) + u'/' + id));
    auto removed = entriesOf(database, (*scope)->number);
    if (!removed)
        return removed;
    const auto done =
        replaceEntries(database, (*scope)->number, {}, now).and_then([&](bool) { return transaction->commit(); });
    if (!done)
        return failure(done.error());
    return removed;
}

Result<int> removeExpired(const Database &database, const QDateTime &now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    const auto scopes = database.rows(u"SELECT DISTINCT scope FROM entries WHERE expires_at <= ?"_s, {sqlTime(now)},
                                      [](const Statement &row) { return row.integer(0); });
    if (!scopes)
        return failure(scopes.error());
    if (scopes->isEmpty())
        return 0;
    const auto removed = database.execute(u"DELETE FROM entries WHERE expires_at <= ?"_s, {sqlTime(now)});
    if (!removed)
        return removed;
    for (const auto scope : *scopes) {
        if (auto done = recordDeploy(database, scope, DeployCause::Expiry, now); !done)
            return failure(std::move(done.error()));
    }
    if (auto done = transaction->commit(); !done)
        return failure(std::move(done.error()));
    return *removed;
}

} // namespace gatehouse::server
