// SPDX-License-Identifier: Apache-2.0
#include "store/ConnectionTable.h"

#include "base/Logging.h"
#include "database/Database.h"
#include "database/Transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString scopeText(const QMap<QString, QString> &scope)
{
    QJsonObject object;
    for (auto field = scope.cbegin(); field != scope.cend(); ++field)
        object.insert(field.key(), field.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QMap<QString, QString>> parseScope(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    QMap<QString, QString> scope;
    const QJsonObject object = document.object();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!field->isString())
            return std::nullopt;
        scope.insert(field.key(), field->toString());
    }
    return scope;
}

/// Columns in the order of all(). Empty when the row makes no connection.
std::optional<ConnectionRecord> readConnection(const Statement &row)
{
    ConnectionRecord connection;
    connection.id = QUuid::fromString(row.text(0));
    connection.position = int(row.integer(1));
    connection.name = row.text(2);
    connection.serviceId = row.text(3);
    connection.baseUrl = QUrl(row.text(4), QUrl::StrictMode);
    connection.collectChanges = row.boolean(6);
    connection.embedded = row.boolean(7);
    if (!row.isNull(8))
        connection.lastSynchronised = row.time(8);
    connection.expiryInLabel = row.boolean(9);
    connection.caFile = row.text(10);
    connection.audience = row.text(11);
    const auto scope = parseScope(row.text(5));
    const bool readable = !connection.id.isNull() && !connection.name.isEmpty() && scope &&
                          (connection.baseUrl.isValid() || connection.baseUrl.isEmpty());
    if (!readable) {
        qCWarning(logging::store) << "connection" << row.text(0) << "cannot be read and is left out";
        return std::nullopt;
    }
    connection.scope = *scope;
    return connection;
}

} // namespace

QString sqlId(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

ConnectionTable::ConnectionTable(const Database &database)
    : m_database(database)
{}

Result<std::vector<ConnectionRecord>> ConnectionTable::all() const
{
    const auto rows = m_database.rows(
        u"SELECT id, position, name, service, base_url, scope, collect_changes, embedded, "
        "last_synchronised, expiry_in_label, ca_file, audience FROM connections ORDER BY position, name"_s,
        {}, readConnection);
    if (!rows)
        return failure(rows.error());
    std::vector<ConnectionRecord> connections;
    for (const auto &row : *rows) {
        if (row)
            connections.push_back(*row);
    }
    return connections;
}

Result<void> ConnectionTable::need(const QUuid &id) const
{
    const auto found = m_database.first(u"SELECT 1 FROM connections WHERE id = ?"_s, {sqlId(id)},
                                        [](const Statement &) { return true; });
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("Store", "This connection has been removed."));
    return {};
}

Result<void> ConnectionTable::check(const ConnectionRecord &connection) const
{
    if (connection.id.isNull())
        return failure(ErrorKind::InvalidInput, u"a connection needs an id"_s);
    if (connection.name.isEmpty() || connection.name != connection.name.trimmed())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("Store", "A connection needs a name that neither begins nor ends "
                                                            "with a blank."));
    const auto taken =
        m_database.first(u"SELECT 1 FROM connections WHERE name = ? AND id <> ?"_s,
                         {connection.name, sqlId(connection.id)}, [](const Statement &) { return true; });
    if (!taken)
        return failure(taken.error());
    if (*taken)
        return failure(
            ErrorKind::InvalidInput,
            QCoreApplication::translate("Store", "Another connection already has the name “%1”.").arg(connection.name));
    return {};
}

Result<void> ConnectionTable::save(const ConnectionRecord &connection) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    if (auto fine = check(connection); !fine)
        return fine;
    // Not REPLACE, which deletes the row first, and with it the list and the draft.
    const auto saved = m_database.execute(
        u"INSERT INTO connections (id, position, name, service, base_url, scope, collect_changes, embedded, "
        "last_synchronised, expiry_in_label, ca_file, audience) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON "
        "CONFLICT (id) DO "
        "UPDATE SET "
        "position = excluded.position, name = excluded.name, service = excluded.service, "
        "base_url = excluded.base_url, scope = excluded.scope, collect_changes = excluded.collect_changes, "
        "embedded = excluded.embedded, last_synchronised = excluded.last_synchronised, "
        "expiry_in_label = excluded.expiry_in_label, ca_file = excluded.ca_file, audience = excluded.audience"_s,
        {sqlId(connection.id), connection.position, connection.name, connection.serviceId,
         connection.baseUrl.toString(QUrl::FullyEncoded), scopeText(connection.scope), connection.collectChanges,
         connection.embedded, sqlTime(connection.lastSynchronised.value_or(QDateTime())), connection.expiryInLabel,
         connection.caFile.isEmpty() ? QString(u""_s) : connection.caFile,
         connection.audience.isEmpty() ? QString(u""_s) : connection.audience});
    if (!saved)
        return failure(saved.error());
    return transaction->commit();
}

Result<void> ConnectionTable::remove(const QUuid &id) const
{
    return m_database.execute(u"DELETE FROM connections WHERE id = ?"_s, {sqlId(id)}).map([](int) {});
}

} // namespace gatehouse
