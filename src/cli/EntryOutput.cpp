// SPDX-License-Identifier: Apache-2.0
#include "cli/EntryOutput.h"

#include "allowlist/Expiry.h"
#include "allowlist/Text.h"
#include "base/Csv.h"
#include "base/TextTable.h"
#include "cli/Command.h"
#include "cli/Text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::cli {

namespace {

QJsonValue orNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(isoTime(*time)) : QJsonValue(QJsonValue::Null);
}

QString stateOf(const ListedEntry &listed, const QDateTime &now)
{
    if (listed.entry.content.isForeign())
        return QStringLiteral("unknown");
    if (listed.state == RowState::Overdue)
        return QStringLiteral("overdue");
    if (listed.state == RowState::Vanished)
        return QStringLiteral("vanished");
    if (listed.entry.isExpired(now))
        return QStringLiteral("expired");
    return listed.entry.content.active ? QStringLiteral("live") : QStringLiteral("inactive");
}

QJsonArray heldBy(const KeptFields &kept)
{
    QJsonArray names;
    if (kept.label)
        names.append(QStringLiteral("label"));
    if (kept.active)
        names.append(QStringLiteral("active"));
    if (kept.expiry)
        names.append(QStringLiteral("expiresAt"));
    return names;
}

} // namespace

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

std::vector<ListedEntry> listedEntries(const ListSession &session)
{
    std::vector<ListedEntry> listed;
    listed.reserve(session.draft().snapshot().size());
    for (const Entry &entry : session.draft().snapshot().entries())
        listed.push_back({entry, session.stateOf(entry.key), session.keptOf(entry.key)});
    return listed;
}

QJsonObject toJson(const ListedEntry &listed, const QDateTime &now)
{
    const Entry &entry = listed.entry;
    const Provenance &from = entry.provenance;
    QJsonObject object{
        {QStringLiteral("range"), toQString(entry.content)},
        {QStringLiteral("label"), entry.content.label},
        {QStringLiteral("active"), entry.content.active},
        {QStringLiteral("expiresAt"), orNull(entry.content.expiresAt)},
        {QStringLiteral("state"), stateOf(listed, now)},
        {QStringLiteral("heldBy"), heldBy(listed.kept)},
        {QStringLiteral("createdAt"), orNull(from.createdAt)},
        {QStringLiteral("createdBy"), from.createdBy},
        {QStringLiteral("updatedAt"), orNull(from.updatedAt)},
        {QStringLiteral("updatedBy"), from.updatedBy},
        {QStringLiteral("id"), entry.remoteId},
    };
    if (entry.content.isForeign())
        object.insert(QStringLiteral("foreign"), true);
    return object;
}

QJsonObject errorObject(const Error &error)
{
    const QString detail = error.detail == QLatin1String(usageDetail) ? QString() : error.detail;
    QJsonArray fields;
    for (const FieldError &field : error.fields)
        fields.append(QJsonObject{{QStringLiteral("field"), field.field}, {QStringLiteral("message"), field.message}});
    const QJsonObject inner{{QStringLiteral("kind"), kindName(error.kind)},
                            {QStringLiteral("message"), error.message.isEmpty() ? explain(error) : error.message},
                            {QStringLiteral("detail"), detail},
                            {QStringLiteral("httpStatus"), error.httpStatus},
                            {QStringLiteral("requestId"), error.requestId},
                            {QStringLiteral("url"), error.asked},
                            {QStringLiteral("fields"), fields}};
    return {{QStringLiteral("error"), inner}};
}

void printTable(const std::vector<ListedEntry> &entries, const QDateTime &now, Output &out)
{
    TextTable table({Text::tr("RANGE"), Text::tr("LABEL"), Text::tr("ACTIVE"), Text::tr("EXPIRES"), Text::tr("STATE")});
    for (const ListedEntry &listed : entries) {
        const EntryContent &content = listed.entry.content;
        table.addRow({toShortQString(content), content.label, content.active ? Text::tr("yes") : Text::tr("no"),
                      describeExpiry(content.expiresAt, now), stateOf(listed, now)});
    }
    table.print(out);
}

void printJson(const std::vector<ListedEntry> &entries, const QDateTime &now, Output &out)
{
    QJsonArray array;
    for (const ListedEntry &listed : entries)
        array.append(toJson(listed, now));
    out.writeJson(QJsonDocument(array));
}

void printCsv(const std::vector<ListedEntry> &entries, Output &out)
{
    // The column is there only where it says something.
    const bool anyForeign =
        std::ranges::any_of(entries, [](const ListedEntry &listed) { return listed.entry.content.isForeign(); });
    QStringList header{QStringLiteral("range"), QStringLiteral("label"), QStringLiteral("active"),
                       QStringLiteral("expires")};
    if (anyForeign)
        header += QStringLiteral("foreign");
    out.writeRecord(csvRecord(header));
    for (const ListedEntry &listed : entries) {
        const EntryContent &content = listed.entry.content;
        const QString expires = content.expiresAt ? isoTime(*content.expiresAt) : QStringLiteral("never");
        const QString active = content.active ? QStringLiteral("true") : QStringLiteral("false");
        QStringList cells{toQString(content), content.label, active, expires};
        if (anyForeign)
            cells += content.isForeign() ? QStringLiteral("true") : QStringLiteral("false");
        out.writeRecord(csvRecord(cells));
    }
}

} // namespace gatehouse::cli
