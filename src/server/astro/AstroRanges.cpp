// SPDX-License-Identifier: Apache-2.0
#include "server/astro/AstroRanges.h"

#include "database/Database.h"
#include "database/Transaction.h"
#include "server/astro/AstroAnswers.h"
#include "server/astro/AstroOrganizations.h"
#include "server/astro/AstroPage.h"
#include "server/astro/AstroRequests.h"
#include "server/astro/Cuid.h"
#include "server/data/Entries.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

bool isRangeBefore(const QString &key, const StoredEntry &left, const StoredEntry &right)
{
    return key == "ipAddress"_L1 ? left.range < right.range : left.createdAt < right.createdAt;
}

QJsonArray listAnswer(const QList<StoredEntry> &entries, const Scope &organization)
{
    QJsonArray list;
    for (const auto &entry : entries)
        list.append(astroRange(entry, organization.id));
    return list;
}

/// Nothing that is sent may be in the list already, or come twice.
std::optional<Fault> conflict(const QList<IpRange> &ranges, const QList<StoredEntry> &stored)
{
    std::unordered_set<IpRange> taken;
    for (const auto &entry : stored)
        taken.insert(entry.range);
    for (const auto &range : ranges) {
        if (!taken.insert(range).second)
            return Fault{409,
                         u"conflict"_s,
                         u"The IP address range %1 is in the list already, or was sent twice."_s.arg(
                             QString::fromStdString(range.toString())),
                         {},
                         {}};
    }
    return std::nullopt;
}

/// The first entry shuts everyone else out: it must not shut out who adds it.
std::optional<Fault> lockOut(const QList<IpRange> &ranges, const IpAddress &caller)
{
    if (std::any_of(ranges.begin(), ranges.end(), [&](const IpRange &range) { return range.contains(caller); }))
        return std::nullopt;
    return Fault{400,
                 u"caller-not-covered"_s,
                 u"The first allowed IP address range must include your own IP address, %1."_s.arg(
                     QString::fromStdString(caller.toString())),
                 {},
                 {}};
}

QList<StoredEntry> newEntries(const QList<IpRange> &ranges, const QDateTime &now)
{
    QList<StoredEntry> entries;
    for (const auto &range : ranges) {
        StoredEntry entry;
        entry.id = newCuid();
        entry.range = range;
        entry.createdAt = now;
        entry.createdBy = astroTokenName();
        entries.append(entry);
    }
    return entries;
}

/// All of them or none.
Outcome<QList<StoredEntry>> addRanges(const Call &call, const Scope &organization,
                                      const Outcome<QList<IpRange>> &ranges)
{
    if (!ranges)
        return refusal(ranges.error());
    const auto stored = entriesOf(call.database, organization.number);
    if (!stored)
        return refusal(storageFault(stored.error()));
    if (auto fault = conflict(*ranges, *stored))
        return refusal(std::move(*fault));
    if (auto fault = stored->isEmpty() ? lockOut(*ranges, call.caller) : std::nullopt)
        return refusal(std::move(*fault));
    const auto added = newEntries(*ranges, call.now);
    if (const auto done = addEntries(call.database, organization.number, added, call.now); !done)
        return refusal(storageFault(done.error()));
    return added;
}

/// One transaction around the look at the list and the change of it, so that nobody changes the list in between.
/// Committed when `change(organization)` answers.
template <typename Change>
Outcome<Response> changing(const Call &call, Change change)
{
    auto transaction = Transaction::begin(call.database);
    if (!transaction)
        return refusal(storageFault(transaction.error()));
    const auto organization = astroOrganization(call);
    if (!organization)
        return refusal(organization.error());
    Outcome<Response> answer = change(*organization);
    if (!answer)
        return answer;
    if (const auto done = transaction->commit(); !done)
        return refusal(storageFault(done.error()));
    return answer;
}

Response noContent()
{
    return {204, {}, {}};
}

} // namespace

Outcome<Response> listAstroRanges(const Call &call)
{
    constexpr qint64 largestLimit = std::numeric_limits<qint32>::max();
    const auto organization = astroOrganization(call);
    if (!organization)
        return refusal(organization.error());
    const auto page = AstroPage::read(call.request, {u"ipAddress"_s, u"createdAt"_s, u"updatedAt"_s}, largestLimit);
    if (!page)
        return refusal(page.error());
    const auto entries = entriesOf(call.database, organization->number);
    if (!entries)
        return refusal(storageFault(entries.error()));
    return Response::json(200,
                          {{u"allowedIpAddressRanges"_s, listAnswer(page->of(*entries, isRangeBefore), *organization)},
                           {u"limit"_s, page->limit},
                           {u"offset"_s, page->offset},
                           {u"totalCount"_s, entries->size()}});
}

Outcome<Response> createAstroRange(const Call &call)
{
    return changing(call, [&](const Scope &organization) {
        return addRanges(call, organization, readAstroCreate(call.request)).map([&](const auto &added) {
            return Response::json(200, astroRange(added.first(), organization.id));
        });
    });
}

Outcome<Response> bulkCreateAstroRanges(const Call &call)
{
    return changing(call, [&](const Scope &organization) {
        return addRanges(call, organization, readAstroBulkCreate(call.request)).map([&](const auto &added) {
            return Response::json(200, {{u"allowedIpAddressRanges"_s, listAnswer(added, organization)}});
        });
    });
}

Outcome<Response> deleteAstroRange(const Call &call)
{
    return changing(call, [&](const Scope &organization) -> Outcome<Response> {
        const auto id = call.parameters.value(u"rangeId"_s);
        const auto removed = removeEntries(call.database, organization.number, {id}, call.now);
        if (!removed)
            return refusal(storageFault(removed.error()));
        if (*removed == 0)
            return refusal({404, u"not-found"_s, u"There is no allowed IP address range '%1'."_s.arg(id), {}, {}});
        return noContent();
    });
}

Outcome<Response> bulkDeleteAstroRanges(const Call &call)
{
    return changing(call, [&](const Scope &organization) -> Outcome<Response> {
        const auto ids = readAstroBulkDelete(call.request);
        if (!ids)
            return refusal(ids.error());
        if (const auto removed = removeEntries(call.database, organization.number, *ids, call.now); !removed)
            return refusal(storageFault(removed.error()));
        return noContent();
    });
}

} // namespace gatehouse::server
