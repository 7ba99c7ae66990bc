// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitKeys.h"

#include "database/Transaction.h"
#include "server/bitbybit/BitbybitAnswer.h"
#include "server/bitbybit/BitbybitList.h"
#include "server/bitbybit/BitbybitNewKey.h"
#include "server/data/ApiKeys.h"

#include <QJsonArray>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

const auto active = u"ACTIVE"_s;
const auto expired = u"EXPIRED"_s;
const auto revoked = u"REVOKED"_s;

QString statusOf(const ApiKey &key, const QDateTime &now)
{
    return key.isExpired(now) ? expired : active;
}

/// What may be shown of a secret: what kind it is, and enough to tell keys apart.
QString shownPrefix(const QString &secret)
{
    constexpr qsizetype shown = 4;
    const auto kind = secret.startsWith(u"bbb_"_s) ? secret.indexOf(u'_', 4) + 1 : 0;
    return secret.left(kind + shown);
}

QJsonObject keyAnswer(const ApiKey &key, const QDateTime &now)
{
    return {{u"id"_s, key.scope.id},
            {u"name"_s, key.scope.name},
            {u"description"_s, key.description},
            {u"prefix"_s, shownPrefix(key.scope.secret)},
            {u"environment"_s, key.isTest ? u"TEST"_s : u"LIVE"_s},
            {u"status"_s, statusOf(key, now)},
            {u"scopes"_s, QJsonArray::fromStringList(key.permissions)},
            {u"ipAllowlistCount"_s, key.entryCount},
            {u"createdAt"_s, bitbybitTime(key.scope.createdAt)},
            {u"lastUsedAt"_s, bitbybitTime(key.lastUsedAt)},
            {u"expiresAt"_s, bitbybitTime(key.expiresAt)}};
}

bool isFoundBy(const QString &search, const ApiKey &key)
{
    const QStringList texts = {key.scope.name, key.description, key.scope.id, shownPrefix(key.scope.secret)};
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString &text) { return text.contains(search, Qt::CaseInsensitive); });
}

struct KeyQuery
{
    BitbybitPage page;
    QString search;
    QString status;
};

Outcome<KeyQuery> keyQueryOf(const Request &request)
{
    BitbybitQuery query(request);
    return query.checked(
        KeyQuery{query.page(), query.text(u"search"_s), query.choice(u"status"_s, {active, expired, revoked})});
}

Outcome<Response> listKeys(const Call &call)
{
    const auto query = keyQueryOf(call.request);
    if (!query)
        return refusal(query.error());
    auto keys = allApiKeys(call.database);
    if (!keys)
        return refusal(storageFault(keys.error()));
    keys->removeIf([&](const ApiKey &key) {
        return !isFoundBy(query->search, key) || (!query->status.isEmpty() && query->status != statusOf(key, call.now));
    });
    QJsonArray data;
    for (qint64 i = query->page.offset(); i < keys->size() && data.size() < query->page.limit; ++i)
        data.append(keyAnswer(keys->at(i), call.now));
    return bitbybitCollection(data, query->page, keys->size());
}

Outcome<Response> makeKey(const Call &call)
{
    const auto wanted = parseBitbybitKey(call.request, call.now);
    if (!wanted)
        return refusal(wanted.error());
    auto transaction = Transaction::begin(call.database);
    if (!transaction)
        return refusal(storageFault(transaction.error()));
    const auto key = addApiKey(call.database, wanted->key, wanted->entries, call.now);
    if (!key)
        return refusal(storageFault(key.error()));
    if (const auto done = transaction->commit(); !done)
        return refusal(storageFault(done.error()));
    constexpr int created = 201;
    auto answer = keyAnswer(*key, call.now);
    answer.insert(u"secret"_s, key->scope.secret);
    return bitbybitObject(created, answer);
}

Outcome<ApiKey> keyOf(const Call &call)
{
    const QString id = call.parameters.value(u"id"_s);
    const Fault unknown{404, u"not-found"_s, u"There is no API key '%1'."_s.arg(id), {}, {}};
    if (hasControlCharacters(id))
        return refusal(unknown);
    const auto key = apiKeyById(call.database, id);
    if (!key)
        return refusal(storageFault(key.error()));
    if (!*key)
        return refusal(unknown);
    return **key;
}

/// The list as it is now stored.
Outcome<Response> listAnswer(const Call &call)
{
    const auto key = keyOf(call);
    if (!key)
        return refusal(key.error());
    const auto entries = entriesOf(call.database, key->scope.number);
    if (!entries)
        return refusal(storageFault(entries.error()));
    const auto changedAt = key->listChangedAt.isValid() ? key->listChangedAt : key->scope.createdAt;
    return bitbybitObject(200, {{u"apiKeyId"_s, key->scope.id},
                                {u"maxEntries"_s, bitbybitMaximumEntries},
                                {u"updatedAt"_s, bitbybitTime(changedAt)},
                                {u"entries"_s, bitbybitEntries(*entries)}});
}

Outcome<QList<StoredEntry>> entriesOfBody(const Call &call)
{
    const auto object = jsonBody(call.request);
    if (!object)
        return refusal(object.error());
    Complaints complaints;
    JsonFields fields(*object, -1, &complaints);
    const auto entries = takeBitbybitEntries(fields, true, call.now, &complaints);
    fields.finish();
    if (!complaints.isEmpty())
        return refusal(complaints.fault());
    return entries;
}

/// Reads, changes and answers in one transaction: of two clients that write at once, the second sees the first's list.
Outcome<Response> replaceList(const Call &call)
{
    const auto wanted = entriesOfBody(call);
    if (!wanted)
        return refusal(wanted.error());
    auto transaction = Transaction::begin(call.database);
    if (!transaction)
        return refusal(storageFault(transaction.error()));
    const auto key = keyOf(call);
    if (!key)
        return refusal(key.error());
    const auto stored = entriesOf(call.database, key->scope.number);
    if (!stored)
        return refusal(storageFault(stored.error()));
    const auto changed = replaceEntries(call.database, key->scope.number, withKnownEntries(*wanted, *stored), call.now);
    if (!changed)
        return refusal(storageFault(changed.error()));
    auto answer = listAnswer(call);
    if (!answer)
        return answer;
    if (const auto done = transaction->commit(); !done)
        return refusal(storageFault(done.error()));
    return answer;
}

} // namespace

std::vector<Route> bitbybitKeyRoutes()
{
    return {{"GET", u"/api-keys"_s, listKeys},
            {"POST", u"/api-keys"_s, makeKey},
            {"GET", u"/api-keys/{id}/ip-allowlist"_s, listAnswer},
            {"PUT", u"/api-keys/{id}/ip-allowlist"_s, replaceList}};
}

} // namespace gatehouse::server
