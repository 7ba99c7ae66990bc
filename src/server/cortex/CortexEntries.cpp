// SPDX-License-Identifier: Apache-2.0
#include "server/cortex/CortexEntries.h"

#include "server/JsonFields.h"

#include <QJsonArray>

#include <limits>
#include <unordered_map>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

/// Texts are as long as the body may be.
constexpr qsizetype anyLength = std::numeric_limits<qsizetype>::max();

void readRange(CortexEntry *entry)
{
    constexpr qsizetype shown = 100;
    const auto range = IpRange::parse(entry->address.toStdString());
    if (range && !range->isAny()) {
        entry->range = *range;
        return;
    }
    const auto text = entry->address.left(shown);
    if (range) {
        entry->problem = u"'%1' is not an IP address or range."_s.arg(text);
        return;
    }
    entry->problem = u"'%1' is not an IP address or range: %2"_s.arg(
        text, QString::fromStdString(range.error().message()).left(2 * shown));
    if (const auto &meant = range.error().suggestion; !meant.empty())
        entry->problem += u" Did you mean %1?"_s.arg(QString::fromStdString(meant));
}

CortexEntry readEntry(const QJsonValue &value, int index, Complaints *complaints)
{
    CortexEntry entry;
    if (!value.isObject()) {
        complaints->add(index, {}, u"invalid-type"_s, u"An entry must be an object."_s);
        return entry;
    }
    JsonFields fields(value.toObject(), index, complaints);
    if (!fields.has(u"address"_s))
        fields.complain(u"address"_s, u"missing"_s, u"An entry needs 'address'."_s);
    entry.address = fields.takeText(u"address"_s, anyLength).value_or(QString());
    entry.description = fields.takeTextOrNull(u"description"_s, anyLength).value_or(QString());
    fields.finish();
    readRange(&entry);
    return entry;
}

/// The second of two equal networks is the one that is wrong.
void markRepeated(QList<CortexEntry> *entries)
{
    std::unordered_map<IpRange, qsizetype> first;
    for (qsizetype i = 0; i < entries->size(); ++i) {
        auto &entry = (*entries)[i];
        if (!entry.range)
            continue;
        const auto [found, isNew] = first.try_emplace(*entry.range, i);
        if (!isNew)
            entry.problem = u"'%1' is the same range as entry %2 of the list."_s.arg(entry.address).arg(found->second);
    }
}

} // namespace

Outcome<QList<CortexEntry>> readCortexEntries(const Request &request)
{
    const auto body = jsonBody(request);
    if (!body)
        return refusal(body.error());
    Complaints complaints;
    JsonFields fields(*body, -1, &complaints);
    const auto value = fields.take(u"entries"_s);
    if (!value.isArray())
        fields.complain(u"entries"_s, value.isUndefined() ? u"missing"_s : u"invalid-type"_s,
                        u"'entries' must be given, as an array."_s);
    fields.finish();
    const auto array = value.toArray();
    QList<CortexEntry> entries;
    entries.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        entries.append(readEntry(array.at(i), int(i), &complaints));
    if (!complaints.isEmpty())
        return refusal(complaints.fault());
    markRepeated(&entries);
    return entries;
}

std::optional<Fault> cortexProblems(const QList<CortexEntry> &entries)
{
    Complaints complaints;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries[i].problem.isEmpty())
            complaints.add(int(i), u"address"_s, u"invalid-address"_s, entries[i].problem);
    }
    return complaints.isEmpty() ? std::nullopt : std::optional(complaints.fault());
}

} // namespace gatehouse::server
