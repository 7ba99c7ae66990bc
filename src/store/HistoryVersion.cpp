// SPDX-License-Identifier: Apache-2.0
#include "store/HistoryVersion.h"

#include "store/EntryCodec.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace gatehouse {

namespace {

bool hasContent(const std::optional<Entry> &entry, const std::optional<Entry> &other)
{
    return entry.has_value() == other.has_value() && (!entry || entry->content == other->content);
}

/// By the range to show for them: a list of a hundred thousand is looked through once.
using OwnChanges = std::unordered_multimap<IpRange, const Change *>;

bool isOneOf(const Change &change, const OwnChanges &wanted)
{
    const auto [begin, end] = wanted.equal_range(change.range());
    return std::any_of(begin, end, [&](const auto &found) {
        const Change &own = *found.second;
        return own.kind() == change.kind() && hasContent(own.after, change.after) &&
               (own.after || hasContent(own.before, change.before));
    });
}

bool endedByItself(const Change &change, const QDateTime &at)
{
    return change.kind() == Change::Kind::Removed && change.before->isExpired(at);
}

bool comesBefore(const Entry &left, const Entry &right)
{
    const auto facts = [](const EntryContent &content) {
        return std::tuple(content.range.toString(), content.label, content.active,
                          content.expiresAt.value_or(QDateTime()).toMSecsSinceEpoch(), content.foreign);
    };
    if (left.content.range != right.content.range) // the quick way to tell most
        return left.content.range < right.content.range;
    return facts(left.content) < facts(right.content);
}

} // namespace

HistoryCause causeOf(const ChangeSet &changes, const std::vector<Change> &own, const QDateTime &at)
{
    OwnChanges wanted;
    for (const Change &change : own)
        wanted.emplace(change.range(), &change);
    const auto isOwn = [&](const Change &change) { return isOneOf(change, wanted); };
    const auto isOver = [&](const Change &change) { return endedByItself(change, at); };
    if (changes.isEmpty())
        return HistoryCause::Elsewhere;
    if (std::ranges::all_of(changes.changes, isOver))
        return HistoryCause::Expired;
    const bool ours = !own.empty() && std::ranges::all_of(changes.changes, [&](const Change &change) {
        return isOver(change) || isOwn(change);
    });
    return ours ? HistoryCause::Applied : HistoryCause::Elsewhere;
}

QString actorsOf(const ChangeSet &changes)
{
    constexpr qsizetype named = 3;
    QStringList actors;
    for (const Change &change : changes.changes) {
        if (!change.after)
            continue;
        const Provenance &origin = change.after->provenance;
        const QString &actor = origin.updatedBy.isEmpty() ? origin.createdBy : origin.updatedBy;
        if (!actor.isEmpty() && !actors.contains(actor))
            actors += actor;
        if (actors.size() == named)
            break;
    }
    return actors.join(QStringLiteral(", "));
}

QByteArray hashOf(const Allowlist &list)
{
    std::vector<Entry> plain;
    plain.reserve(list.size());
    for (const Entry &entry : list.entries())
        plain.push_back({EntryKey(), {}, entry.content, {}, {}});
    std::ranges::sort(plain, comesBefore);
    return QCryptographicHash::hash(encodeEntries(plain), QCryptographicHash::Sha256);
}

} // namespace gatehouse
