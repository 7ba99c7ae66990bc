// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitNewKey.h"

#include "server/bitbybit/BitbybitList.h"
#include "server/bitbybit/BitbybitQuery.h"

#include <QJsonArray>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestKeyDescription = 1000;

QString takeWords(JsonFields &fields, const QString &key, qsizetype longest)
{
    const QString text = fields.takeTextOrNull(key, longest).value_or(QString());
    if (!hasControlCharacters(text))
        return text;
    fields.complain(key, u"invalid-text"_s, u"'%1' has control characters."_s.arg(key));
    return {};
}

QString takeName(JsonFields &fields)
{
    const auto key = u"name"_s;
    if (!fields.has(key)) {
        fields.complain(key, u"missing"_s, u"'name' must be given."_s);
        return {};
    }
    const auto text = fields.takeText(key, longestName);
    if (!text)
        return {};
    if (text->trimmed().isEmpty() || hasControlCharacters(*text))
        fields.complain(key, u"invalid-text"_s, u"'name' must have visible characters and no controls."_s);
    return text->trimmed();
}

bool takeIsTest(JsonFields &fields)
{
    const auto key = u"environment"_s;
    const QString name = fields.takeTextOrNull(key, longestName).value_or(u"LIVE"_s);
    if (name != u"LIVE"_s && name != u"TEST"_s)
        fields.complain(key, u"invalid-value"_s, u"'environment' must be LIVE or TEST."_s);
    return name == u"TEST"_s;
}

/// At least one: a key that may do nothing is a mistake, and one that may do everything is not to come about by one.
QStringList takePermissions(JsonFields &fields)
{
    const auto key = u"scopes"_s;
    const QStringList known = apiKeyPermissions();
    const QJsonValue value = fields.take(key);
    if (!value.isArray() || value.toArray().isEmpty()) {
        fields.complain(key, value.isUndefined() ? u"missing"_s : u"invalid-value"_s,
                        u"'scopes' must be given, as an array of at least one of %1."_s.arg(known.join(u", "_s)));
        return {};
    }
    QStringList permissions;
    for (const QJsonValue each : value.toArray()) {
        if (known.contains(each.toString()))
            permissions.append(each.toString());
        else
            fields.complain(key, u"invalid-value"_s, u"'scopes' may hold %1."_s.arg(known.join(u", "_s)));
    }
    permissions.removeDuplicates();
    return permissions;
}

QDateTime takeEnd(JsonFields &fields, const QDateTime &now)
{
    const auto key = u"expiresAt"_s;
    constexpr qsizetype longestTime = 40;
    const auto text = fields.takeTextOrNull(key, longestTime);
    if (!text)
        return {};
    const auto time = utcTime(*text);
    if (!time) {
        fields.complain(key, u"invalid-time"_s,
                        u"'expiresAt' must be null or an ISO 8601 time in UTC such as 2026-01-31T12:00:00Z."_s);
        return {};
    }
    if (*time <= now)
        fields.complain(key, u"past-expiry"_s, u"'expiresAt' has passed already."_s);
    return *time;
}

} // namespace

Outcome<BitbybitNewKey> parseBitbybitKey(const Request &request, const QDateTime &now)
{
    const auto object = jsonBody(request);
    if (!object)
        return refusal(object.error());
    Complaints complaints;
    JsonFields fields(*object, -1, &complaints);
    BitbybitNewKey wanted;
    wanted.key.scope.name = takeName(fields);
    wanted.key.description = takeWords(fields, u"description"_s, longestKeyDescription);
    wanted.key.isTest = takeIsTest(fields);
    wanted.key.permissions = takePermissions(fields);
    wanted.key.expiresAt = takeEnd(fields, now);
    wanted.entries = takeBitbybitEntries(fields, false, now, &complaints);
    fields.finish();
    if (!complaints.isEmpty())
        return refusal(complaints.fault());
    return wanted;
}

} // namespace gatehouse::server
