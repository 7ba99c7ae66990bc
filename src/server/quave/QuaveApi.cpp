// SPDX-License-Identifier: Apache-2.0
#include "server/quave/QuaveApi.h"

#include "database/Database.h"
#include "database/Transaction.h"
#include "server/JsonFields.h"
#include "server/data/Scopes.h"
#include "server/quave/QuaveChange.h"
#include "server/quave/QuaveLifetime.h"
#include "server/quave/QuavePatch.h"

#include <QJsonArray>

#include <optional>
#include <variant>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

Response faultResponse(const Fault &fault)
{
    QJsonObject answer = {{u"success"_s, false}, {u"error"_s, fault.code}, {u"message"_s, fault.message}};
    QJsonArray details;
    for (const auto &detail : fault.details) {
        QJsonObject object = {{u"field"_s, detail.field}, {u"message"_s, detail.message}};
        if (detail.index >= 0)
            object.insert(u"index"_s, detail.index);
        details.append(object);
    }
    if (!details.isEmpty())
        answer.insert(u"details"_s, details);
    auto response = Response::json(fault.status, answer);
    response.headers += fault.headers;
    return response;
}

QJsonValue timeText(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonArray listAnswer(const QList<StoredEntry> &entries)
{
    QJsonArray list;
    for (const auto &entry : entries) {
        const QString lifetime = quaveLifetimeName(entry);
        list.append(QJsonObject{{u"entryId"_s, entry.id},
                                {u"ip"_s, shortText(entry.range)},
                                {u"description"_s, entry.label},
                                {u"isActive"_s, entry.active},
                                {u"deleteEntry"_s, lifetime.isNull() ? QJsonValue() : QJsonValue(lifetime)},
                                {u"createdAt"_s, timeText(entry.createdAt)},
                                {u"expiresAt"_s, timeText(entry.expiresAt)}});
    }
    return list;
}

/// The id wins when both are given, as the vendor documents for its other calls.
std::variant<Scope, Fault> environment(const Database &database, const std::optional<QString> &appEnvId,
                                       const std::optional<QString> &envName)
{
    if (!appEnvId && !envName)
        return Fault{400, u"missing"_s, u"'appEnvId' or 'envName' must be given."_s, {}, {}};
    const auto found = appEnvId ? scopeById(database, ScopeKind::Environment, *appEnvId)
                                : scopeByName(database, ScopeKind::Environment, *envName);
    if (!found)
        return storageFault(found.error());
    if (!*found)
        return Fault{404,
                     u"unknown-environment"_s,
                     u"There is no environment '%1'."_s.arg(appEnvId ? *appEnvId : *envName),
                     {},
                     {}};
    return **found;
}

Response getAllowlist(const Call &call)
{
    const auto found =
        environment(call.database, call.request.queryItem(u"appEnvId"_s), call.request.queryItem(u"envName"_s));
    if (const auto *fault = std::get_if<Fault>(&found))
        return faultResponse(*fault);
    const auto &scope = std::get<Scope>(found);
    const auto entries = entriesOf(call.database, scope.number);
    if (!entries)
        return faultResponse(storageFault(entries.error()));
    return Response::json(
        200, {{u"appEnvId"_s, scope.id}, {u"envName"_s, scope.name}, {u"allowlist"_s, listAnswer(*entries)}});
}

Response patchAnswer(const Scope &scope, const QList<StoredEntry> &entries, bool changed)
{
    return Response::json(200, {{u"success"_s, true},
                                {u"message"_s, changed ? u"IP allowlist updated and deploy triggered"_s
                                                       : u"IP allowlist is the same as before; no deploy was needed"_s},
                                {u"appliedImmediately"_s, true},
                                {u"appEnv"_s, QJsonObject{{u"appEnvId"_s, scope.id}, {u"name"_s, scope.name}}},
                                {u"allowlist"_s, listAnswer(entries)}});
}

/// Reads, changes and answers in one transaction: of two clients that write at once, the second sees the first's list.
Response changeList(const Call &call, const QuavePatch &patch)
{
    auto transaction = Transaction::begin(call.database);
    if (!transaction)
        return faultResponse(storageFault(transaction.error()));
    const auto found = environment(call.database, patch.appEnvId, patch.envName);
    if (const auto *fault = std::get_if<Fault>(&found))
        return faultResponse(*fault);
    const auto &scope = std::get<Scope>(found);
    const auto stored = entriesOf(call.database, scope.number);
    if (!stored)
        return faultResponse(storageFault(stored.error()));
    const auto wanted = applyQuavePatch(patch, *stored, call.now);
    if (const auto *fault = std::get_if<Fault>(&wanted))
        return faultResponse(*fault);
    const auto changed = replaceEntries(call.database, scope.number, std::get<QList<StoredEntry>>(wanted), call.now);
    if (!changed)
        return faultResponse(storageFault(changed.error()));
    const auto entries = entriesOf(call.database, scope.number);
    if (!entries)
        return faultResponse(storageFault(entries.error()));
    if (const auto done = transaction->commit(); !done)
        return faultResponse(storageFault(done.error()));
    return patchAnswer(scope, *entries, *changed);
}

Response patchAllowlist(const Call &call)
{
    if (const auto fault = jsonTypeFault(call.request))
        return faultResponse(*fault);
    const auto patch = parseQuavePatch(call.request.body);
    if (const auto *fault = std::get_if<Fault>(&patch))
        return faultResponse(*fault);
    return changeList(call, std::get<QuavePatch>(patch));
}

Response getAccount(const Call &call)
{
    const auto scopes = allScopes(call.database);
    if (!scopes)
        return faultResponse(storageFault(scopes.error()));
    for (const auto &scope : *scopes) {
        if (scope.kind == ScopeKind::Organization)
            return Response::json(200, {{u"accountId"_s, scope.id},
                                        {u"name"_s, scope.name},
                                        {u"slug"_s, scope.id},
                                        {u"isVerified"_s, true},
                                        {u"allowAutoScaling"_s, false},
                                        {u"isCurrent"_s, true}});
    }
    return faultResponse({404, u"not-found"_s, u"There is no organization."_s, {}, {}});
}

} // namespace

Api quaveApi()
{
    return {"/quave/api/public/v1",
            {{"GET", u"/app-env/allowlist"_s, getAllowlist},
             {"PATCH", u"/app-env/allowlist"_s, patchAllowlist},
             {"GET", u"/account"_s, getAccount}},
            [](const Request &request) { return request.header("Authorization"); }, // raw: no scheme before it
            faultResponse};
}

} // namespace gatehouse::server
