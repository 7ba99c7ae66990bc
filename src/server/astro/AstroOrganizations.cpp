// SPDX-License-Identifier: Apache-2.0
#include "server/astro/AstroOrganizations.h"

#include "database/Database.h"
#include "server/astro/AstroAnswers.h"
#include "server/astro/AstroPage.h"
#include "server/data/Entries.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

bool isOrganizationBefore(const QString &key, const Scope &left, const Scope &right)
{
    return key == "name"_L1 ? left.name < right.name : left.createdAt < right.createdAt;
}

/// All that the vendor's schema requires; the service has no plans, no SCIM and no clusters.
QJsonObject organizationObject(const Scope &scope, bool hasRanges)
{
    const auto subject = astroSubject(astroTokenName());
    const auto created = astroTime(scope.createdAt);
    return {{u"id"_s, scope.id},
            {u"name"_s, scope.name},
            {u"hasAllowedIpAddressRanges"_s, hasRanges},
            {u"createdAt"_s, created},
            {u"createdBy"_s, subject},
            {u"updatedAt"_s, created},
            {u"updatedBy"_s, subject},
            {u"productPlans"_s, QJsonArray()},
            {u"isScimEnabled"_s, false},
            {u"allowEnhancedSupportAccess"_s, false},
            {u"isBlockedEnableAiFeatures"_s, false},
            {u"shouldEnforceDedicatedClusters"_s, false}};
}

Outcome<QList<Scope>> organizations(const Database &database)
{
    auto scopes = allScopes(database).map_error(storageFault);
    if (scopes)
        scopes->removeIf([](const Scope &scope) { return scope.kind != ScopeKind::Organization; });
    return scopes;
}

} // namespace

Outcome<Response> listAstroOrganizations(const Call &call)
{
    constexpr qint64 largestLimit = 1000;
    const auto page = AstroPage::read(call.request, {u"name"_s, u"createdAt"_s, u"updatedAt"_s}, largestLimit);
    if (!page)
        return refusal(page.error());
    const auto all = organizations(call.database);
    if (!all)
        return refusal(all.error());
    QJsonArray list;
    for (const auto &scope : page->of(*all, isOrganizationBefore)) {
        const auto hasRanges = hasEntries(call.database, scope.number);
        if (!hasRanges)
            return refusal(storageFault(hasRanges.error()));
        list.append(organizationObject(scope, *hasRanges));
    }
    return Response::json(200, {{u"organizations"_s, list},
                                {u"limit"_s, page->limit},
                                {u"offset"_s, page->offset},
                                {u"totalCount"_s, all->size()}});
}

Outcome<Scope> astroOrganization(const Call &call)
{
    const auto id = call.parameters.value(u"organizationId"_s);
    const auto found = scopeById(call.database, ScopeKind::Organization, id);
    if (!found)
        return refusal(storageFault(found.error()));
    if (!*found)
        return refusal({404, u"not-found"_s, u"There is no organization '%1'."_s.arg(id), {}, {}});
    const auto isLetIn = letsIn(call.database, (*found)->number, call.caller, call.now);
    if (!isLetIn)
        return refusal(storageFault(isLetIn.error()));
    if (!*isLetIn)
        return refusal({403,
                        u"address-refused"_s,
                        u"The IP address %1 is not in an allowed IP address range of the organization."_s.arg(
                            QString::fromStdString(call.caller.toString())),
                        {},
                        {}});
    return **found;
}

} // namespace gatehouse::server
