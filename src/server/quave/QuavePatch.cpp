// SPDX-License-Identifier: Apache-2.0
#include "server/quave/QuavePatch.h"

#include "server/JsonFields.h"

#include <QJsonArray>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDescription = 1000;
constexpr qsizetype longestId = 200;
constexpr qsizetype longestRange = 100;

std::optional<IpRange> takeRange(JsonFields &fields)
{
    const auto text = fields.takeText(u"ip"_s, longestRange);
    if (!text)
        return std::nullopt;
    const auto range = IpRange::parse(text->toStdString());
    if (range)
        return *range;
    const auto &error = range.error();
    auto message =
        u"'%1' is not an IP address, CIDR range or *: %2"_s.arg(*text, QString::fromStdString(error.message()));
    if (!error.suggestion.empty())
        message += u" Did you mean %1?"_s.arg(QString::fromStdString(error.suggestion));
    fields.complain(u"ip"_s, u"invalid-ip"_s, message);
    return std::nullopt;
}

std::optional<QuaveLifetime> takeLifetime(JsonFields &fields)
{
    const auto key = u"deleteEntry"_s;
    if (!fields.has(key))
        return std::nullopt;
    const QJsonValue value = fields.take(key);
    if (value.isNull()) // as we answer it for entries that end at an exact time
        return std::nullopt;
    if (const auto lifetime = quaveLifetimeOf(value.toString()))
        return lifetime;
    fields.complain(key, u"invalid-delete-entry"_s, u"'deleteEntry' must be one of %1."_s.arg(quaveLifetimeNames()));
    return std::nullopt;
}

std::optional<QDateTime> takeTime(JsonFields &fields, const QString &key)
{
    if (!fields.has(key))
        return std::nullopt;
    const QJsonValue value = fields.take(key);
    if (value.isNull())
        return QDateTime();
    if (const auto time = value.isString() ? utcTime(value.toString()) : std::nullopt)
        return time;
    fields.complain(key, u"invalid-time"_s,
                    u"'%1' must be null or an ISO 8601 time in UTC such as 2026-01-31T12:00:00.000Z."_s.arg(key));
    return std::nullopt;
}

QuaveEntry parseEntry(const QJsonValue &value, int index, Complaints *complaints)
{
    QuaveEntry entry;
    if (!value.isObject()) {
        complaints->add(index, {}, u"invalid-type"_s, u"An entry must be an object."_s);
        return entry;
    }
    JsonFields fields(value.toObject(), index, complaints);
    entry.entryId = fields.takeText(u"entryId"_s, longestId);
    entry.ip = takeRange(fields);
    entry.description = fields.takeText(u"description"_s, longestDescription);
    entry.isActive = fields.takeBoolean(u"isActive"_s);
    entry.deleteEntry = takeLifetime(fields);
    entry.expiresAt = takeTime(fields, u"expiresAt"_s);
    entry.createdAt = takeTime(fields, u"createdAt"_s);
    fields.finish();
    return entry;
}

QList<QuaveEntry> takeEntries(JsonFields &fields, Complaints *complaints)
{
    const auto key = u"allowlist"_s;
    const QJsonValue value = fields.take(key);
    if (!value.isArray()) {
        fields.complain(key, value.isUndefined() ? u"missing"_s : u"invalid-type"_s,
                        u"'allowlist' must be given, as an array of entries."_s);
        return {};
    }
    const QJsonArray array = value.toArray();
    QList<QuaveEntry> entries;
    entries.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        entries.append(parseEntry(array.at(i), int(i), complaints));
    return entries;
}

} // namespace

std::variant<QuavePatch, Fault> parseQuavePatch(const QByteArray &body)
{
    const auto object = jsonObject(body);
    if (const auto *fault = std::get_if<Fault>(&object))
        return *fault;
    Complaints complaints;
    JsonFields fields(std::get<QJsonObject>(object), -1, &complaints);
    QuavePatch patch;
    patch.appEnvId = fields.takeText(u"appEnvId"_s, longestId);
    patch.envName = fields.takeText(u"envName"_s, longestId);
    if (!patch.appEnvId && !patch.envName && complaints.isEmpty())
        fields.complain(u"appEnvId"_s, u"missing"_s, u"'appEnvId' or 'envName' must be given."_s);
    patch.allowlist = takeEntries(fields, &complaints);
    fields.finish();
    if (!complaints.isEmpty())
        return complaints.fault();
    return patch;
}

} // namespace gatehouse::server
