// SPDX-License-Identifier: Apache-2.0
#include "cli/EntryOutput.h"

#include "allowlist/Expiry.h"
#include "allowlist/Text.h"
#include "base/Csv.h"
#include "cli/Text.h"
#include "cli/TextTable.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::cli {

namespace {

QJsonValue orNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(isoTime(*time)) : QJsonValue(QJsonValue::Null);
}

QString stateOf(const Entry &entry, const QDateTime &now)
{
    if (entry.isExpired(now))
        return QStringLiteral("expired");
    return entry.content.active ? QStringLiteral("live") : QStringLiteral("inactive");
}

} // namespace

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject toJson(const Entry &entry, const QDateTime &now)
{
    const Provenance &from = entry.provenance;
    return {
        {QStringLiteral("range"), toQString(entry.content.range)},
        {QStringLiteral("label"), entry.content.label},
        {QStringLiteral("active"), entry.content.active},
        {QStringLiteral("expiresAt"), orNull(entry.content.expiresAt)},
        {QStringLiteral("state"), stateOf(entry, now)},
        {QStringLiteral("heldBy"), QJsonArray()},
        {QStringLiteral("createdAt"), orNull(from.createdAt)},
        {QStringLiteral("createdBy"), from.createdBy},
        {QStringLiteral("updatedAt"), orNull(from.updatedAt)},
        {QStringLiteral("updatedBy"), from.updatedBy},
        {QStringLiteral("id"), entry.remoteId},
    };
}

void printTable(const std::vector<Entry> &entries, const QDateTime &now, QTextStream &out)
{
    TextTable table({Text::tr("RANGE"), Text::tr("LABEL"), Text::tr("ACTIVE"), Text::tr("EXPIRES"), Text::tr("STATE")});
    for (const Entry &entry : entries) {
        const EntryContent &content = entry.content;
        table.addRow({toShortQString(content.range), content.label, content.active ? Text::tr("yes") : Text::tr("no"),
                      describeExpiry(content.expiresAt, now), stateOf(entry, now)});
    }
    table.print(out);
}

void printJson(const std::vector<Entry> &entries, const QDateTime &now, QTextStream &out)
{
    QJsonArray array;
    for (const Entry &entry : entries)
        array.append(toJson(entry, now));
    out << QString::fromUtf8(QJsonDocument(array).toJson());
}

void printCsv(const std::vector<Entry> &entries, QTextStream &out)
{
    out << "range,label,active,expires\r\n";
    for (const Entry &entry : entries) {
        const EntryContent &content = entry.content;
        const QString expires = content.expiresAt ? isoTime(*content.expiresAt) : QStringLiteral("never");
        const QString active = content.active ? QStringLiteral("true") : QStringLiteral("false");
        out << csvRecord({toQString(content.range), content.label, active, expires}) << "\r\n";
    }
}

} // namespace gatehouse::cli
