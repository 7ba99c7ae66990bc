// SPDX-License-Identifier: Apache-2.0
#include "server/cortex/CortexList.h"

#include "database/Database.h"
#include "database/Transaction.h"
#include "server/QueryFields.h"
#include "server/cortex/CortexAnswers.h"
#include "server/cortex/CortexEntries.h"
#include "server/data/Entries.h"
#include "server/data/Secret.h"

#include <algorithm>
#include <limits>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

Outcome<CortexPage> readPage(const Request &request)
{
    constexpr qint64 largestPage = std::numeric_limits<qint32>::max();
    constexpr qint64 largestSize = 1000;
    CortexPage page;
    Complaints complaints;
    page.number = queryNumber(request, {u"page"_s, page.number, 0, largestPage}, &complaints);
    page.size = queryNumber(request, {u"pageSize"_s, page.size, 1, largestSize}, &complaints);
    if (!complaints.isEmpty())
        return refusal(complaints.fault());
    return page;
}

/// In any case of letters: the vendor's own command line says `True`.
Outcome<bool> readForce(const Request &request)
{
    const auto text = request.queryItem(u"force"_s).value_or(u"false"_s);
    const bool force = text.compare("true"_L1, Qt::CaseInsensitive) == 0;
    if (force || text.compare("false"_L1, Qt::CaseInsensitive) == 0)
        return force;
    Complaints complaints;
    complaints.add(-1, u"force"_s, u"invalid-type"_s, u"'force' must be true or false."_s);
    return refusal(complaints.fault());
}

bool contains(const QList<CortexEntry> &entries, const IpAddress &address)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const CortexEntry &entry) { return entry.range && entry.range->contains(address); });
}

bool isSame(const StoredEntry &stored, const CortexEntry &sent)
{
    return stored.range == sent.range && stored.spelling == sent.address && stored.label == sent.description;
}

StoredEntry newEntry(const CortexEntry &sent, const QDateTime &now)
{
    StoredEntry entry;
    entry.id = newId();
    entry.range = sent.range.value_or(IpRange());
    entry.spelling = sent.address;
    entry.label = sent.description;
    entry.createdAt = now;
    return entry;
}

/// What is the same at the start of both lists stays; the rest is made anew, so that the order is that of `sent`.
QList<StoredEntry> wantedList(const QList<StoredEntry> &stored, const QList<CortexEntry> &sent, const QDateTime &now)
{
    const auto common = std::min(stored.size(), sent.size());
    QList<StoredEntry> wanted;
    wanted.reserve(sent.size());
    while (wanted.size() < common && isSame(stored[wanted.size()], sent[wanted.size()]))
        wanted.append(stored[wanted.size()]);
    while (wanted.size() < sent.size())
        wanted.append(newEntry(sent[wanted.size()], now));
    return wanted;
}

/// The entries that may be stored.
Outcome<QList<CortexEntry>> readReplacement(const Call &call)
{
    const auto force = readForce(call.request);
    if (!force)
        return refusal(force.error());
    auto entries = readCortexEntries(call.request);
    if (!entries)
        return entries;
    if (auto fault = cortexProblems(*entries))
        return refusal(std::move(*fault));
    if (!*force && !entries->isEmpty() && !contains(*entries, call.caller))
        return refusal({400,
                        u"requestor-not-included"_s,
                        u"The list does not contain the requestor's IP address, %1. Send force=true to replace the "
                        "list nevertheless."_s.arg(QString::fromStdString(call.caller.toString())),
                        {},
                        {}});
    return entries;
}

} // namespace

Outcome<Scope> cortexWorkspace(const Database &database)
{
    const auto found = scopeById(database, ScopeKind::Workspace, u"local"_s);
    if (!found)
        return refusal(storageFault(found.error()));
    if (!*found)
        return refusal(storageFault(makeError(ErrorKind::Storage, u"The workspace is missing."_s)));
    return **found;
}

Outcome<Response> getCortexList(const Call &call)
{
    const auto page = readPage(call.request);
    if (!page)
        return refusal(page.error());
    const auto scope = cortexWorkspace(call.database);
    if (!scope)
        return refusal(scope.error());
    const auto total = countEntries(call.database, scope->number);
    if (!total)
        return refusal(storageFault(total.error()));
    const auto entries = someEntriesOf(call.database, scope->number, page->number * page->size, page->size);
    if (!entries)
        return refusal(storageFault(entries.error()));
    return cortexList(*entries, *page, *total);
}

Outcome<Response> validateCortexEntries(const Call &call)
{
    return readCortexEntries(call.request).map(cortexValidation);
}

Outcome<Response> replaceCortexList(const Call &call)
{
    const auto sent = readReplacement(call);
    if (!sent)
        return refusal(sent.error());
    auto transaction = Transaction::begin(call.database);
    if (!transaction)
        return refusal(storageFault(transaction.error()));
    const auto scope = cortexWorkspace(call.database);
    if (!scope)
        return refusal(scope.error());
    const auto stored = entriesOf(call.database, scope->number);
    if (!stored)
        return refusal(storageFault(stored.error()));
    const auto wanted = wantedList(*stored, *sent, call.now);
    const auto done = replaceEntries(call.database, scope->number, wanted, call.now).and_then([&](bool) {
        return transaction->commit();
    });
    if (!done)
        return refusal(storageFault(done.error()));
    const CortexPage firstPage;
    return cortexList(wanted.first(std::min<qsizetype>(wanted.size(), firstPage.size)), firstPage, wanted.size());
}

} // namespace gatehouse::server
