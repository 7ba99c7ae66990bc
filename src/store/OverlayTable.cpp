// SPDX-License-Identifier: Apache-2.0
#include "store/OverlayTable.h"

#include "base/Logging.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "store/ConnectionTable.h"
#include "store/EntryCodec.h"

#include <algorithm>
#include <unordered_map>

namespace gatehouse {

using namespace Qt::StringLiterals;

struct OverlayTable::StoredRow
{
    qint64 id = 0;
    std::optional<OverlayRow> row; ///< empty: damaged
};

namespace {

using State = OverlayRow::State;

/// As states are written in the database: never give a number another meaning.
constexpr std::array storedStates{State::There, State::Away, State::Coming, State::Going};

/// Both contents of a row as a change of one entry, whose key says nothing.
QByteArray encodeContents(const OverlayRow &row)
{
    static const EntryKey key(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    Change change;
    change.after = Entry{key, {}, row.content, {}, row.unknownFields};
    if (row.replaces)
        change.before = Entry{key, {}, *row.replaces, {}, {}};
    return encodeChange(change);
}

std::optional<OverlayRow> decodeRow(const QString &remoteId, qint64 state, const std::optional<QDateTime> &since,
                                    const QByteArray &contents)
{
    const auto change = decodeChange(contents);
    if (!change || !change->after || state < 0 || state >= qint64(storedStates.size())) {
        qCWarning(logging::store) << "a row of the overlay is damaged and is left out";
        return std::nullopt;
    }
    OverlayRow row;
    row.state = storedStates[std::size_t(state)];
    row.remoteId = remoteId;
    row.content = change->after->content;
    row.unknownFields = change->after->unknownFields;
    row.since = since;
    if (change->before)
        row.replaces = change->before->content;
    return row;
}

} // namespace

OverlayTable::OverlayTable(const Database &database)
    : m_database(database)
{}

Result<QList<OverlayTable::StoredRow>> OverlayTable::rows(const QUuid &connection) const
{
    return m_database.rows(
        u"SELECT id, remote_id, state, since, contents FROM overlay WHERE connection = ? ORDER BY id"_s,
        {sqlId(connection)}, [](const Statement &row) {
            const auto since = row.isNull(3) ? std::nullopt : std::optional(row.time(3));
            return StoredRow{row.integer(0), decodeRow(row.text(1), row.integer(2), since, row.bytes(4))};
        });
}

Result<Overlay> OverlayTable::load(const QUuid &connection) const
{
    return rows(connection).map([](const QList<StoredRow> &stored) {
        Overlay overlay;
        for (const StoredRow &row : stored) {
            if (row.row)
                overlay.rows.push_back(*row.row);
        }
        return overlay;
    });
}

Result<Overlay> OverlayTable::change(const QUuid &connection,
                                     const std::function<Overlay(const Overlay &)> &change) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    const auto stored = rows(connection);
    if (!stored)
        return failure(stored.error());
    Overlay before;
    for (const StoredRow &row : *stored) {
        if (row.row)
            before.rows.push_back(*row.row);
    }
    Overlay wanted = change(before);
    if (wanted == before)
        return wanted;
    return ConnectionTable(m_database)
        .need(connection)
        .and_then([&] { return write(connection, *stored, wanted); })
        .and_then([&] { return transaction->commit(); })
        .map([&] { return std::move(wanted); });
}

/// Only what differs: of a large list mostly a few rows.
Result<void> OverlayTable::write(const QUuid &connection, const QList<StoredRow> &stored, const Overlay &wanted) const
{
    std::unordered_multimap<IpRange, const StoredRow *> unclaimed;
    for (const StoredRow &row : stored) {
        if (row.row)
            unclaimed.emplace(row.row->content.range, &row);
    }
    std::vector<const OverlayRow *> added;
    for (const OverlayRow &row : wanted.rows) {
        const auto [begin, end] = unclaimed.equal_range(row.content.range);
        const auto same = std::find_if(begin, end, [&](const auto &found) { return found.second->row == row; });
        if (same == end)
            added.push_back(&row);
        else
            unclaimed.erase(same);
    }
    QList<qint64> removed;
    for (const auto &[range, row] : unclaimed)
        removed.append(row->id);
    return remove(removed).and_then([&] { return insert(connection, added); });
}

Result<void> OverlayTable::insert(const QUuid &connection, const std::vector<const OverlayRow *> &rows) const
{
    auto insert = m_database.prepare(
        u"INSERT INTO overlay (connection, range, remote_id, state, since, contents) VALUES (?, ?, ?, ?, ?, ?)"_s);
    if (!insert)
        return failure(std::move(insert.error()));
    for (const OverlayRow *row : rows) {
        const auto state = std::ranges::find(storedStates, row->state) - storedStates.begin();
        const QString range = QString::fromStdString(row->content.range.toString());
        if (auto inserted = insert->run({sqlId(connection), range, row->remoteId, qint64(state),
                                         sqlTime(row->since.value_or(QDateTime())), encodeContents(*row)});
            !inserted)
            return inserted;
    }
    return {};
}

Result<void> OverlayTable::remove(const QList<qint64> &ids) const
{
    auto statement = m_database.prepare(u"DELETE FROM overlay WHERE id = ?"_s);
    if (!statement)
        return failure(std::move(statement.error()));
    for (const qint64 id : ids) {
        if (auto removed = statement->run({id}); !removed)
            return removed;
    }
    return {};
}

} // namespace gatehouse
