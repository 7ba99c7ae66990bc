// SPDX-License-Identifier: Apache-2.0
#include "services/Planner.h"

#include "allowlist/Text.h"
#include "services/EntryPairs.h"
#include "services/Text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace gatehouse {

namespace {

bool letsIn(const Entry &entry, const CurrentAddresses &own)
{
    const auto contains = [&](const IpAddress &address) { return entry.content.range.contains(address); };
    return entry.content.active && std::ranges::any_of(own.all(), contains);
}

using Entries = std::vector<Entry>;
using ByRange = std::unordered_multimap<IpRange, const Entry *>;

ByRange byRange(const Entries &entries)
{
    ByRange found;
    for (const Entry &entry : entries)
        found.emplace(entry.content.range, &entry);
    return found;
}

/// Everyone in two entries, as a service without an entry for everyone holds it.
Entries unfoldedAll(const Entries &entries)
{
    Entries parts;
    for (const Entry &entry : entries)
        std::ranges::move(unfolded(entry), std::back_inserter(parts));
    return parts;
}

/// Whether everyone stands on one side as one entry and on the other as one of the two that it is at the service.
bool overlapAsEveryone(const Entries &left, const Entries &right)
{
    const auto isWhole = [](const Entry &entry) { return entry.content.range.isAny(); };
    const auto isHalf = [](const Entry &entry) {
        return !entry.content.range.isAny() && entry.content.range.prefix() == 0;
    };
    return (std::ranges::any_of(left, isWhole) && std::ranges::any_of(right, isHalf)) ||
           (std::ranges::any_of(left, isHalf) && std::ranges::any_of(right, isWhole));
}

/// What is to be done to single entries, as the service holds them.
struct Wanted
{
    std::vector<Entry> creates;
    std::vector<Entry> updates;
    std::vector<Entry> removals;
    std::vector<std::pair<Entry, Entry>> inPlace; ///< before and after, of what becomes updates
    std::vector<Operation> refused;
    QSet<EntryKey> keepsExpiry;

    [[nodiscard]] bool isEmpty() const
    {
        return creates.empty() && updates.empty() && removals.empty() && inPlace.empty() && refused.empty();
    }
};

class Planner final
{
public:
    Planner(const ServiceDefinition &definition, const Draft &draft, const CurrentAddresses &own);

    [[nodiscard]] std::vector<Operation> plan();

private:
    void sortIn(const Change &change);
    void change(const Entry &before, const Entry &after);
    void create(Entry entry);
    [[nodiscard]] bool canUpdate(const Entry &before, const Entry &after) const;
    void settleMoves();
    void settleSameRanges();
    void changeInPlace(const Entry &before, Entry after, Entries &creates, Entries &removals);
    void guardWhatStays();
    [[nodiscard]] bool takesAnother(const Entry &removal, const ByRange &staying) const;
    void refuse(Operation::Kind kind, const Entry &entry, const QString &reason);
    /// As the service holds it: everyone may be two.
    [[nodiscard]] Entries partsOf(const Entry &entry) const { return isInPairs() ? unfolded(entry) : Entries{entry}; }
    [[nodiscard]] bool isInPairs() const { return m_definition.wire->entry.range.any == RangeForm::Any::Pair; }
    [[nodiscard]] Operation replacement() const;
    void sortForSafety();
    void append(std::vector<Operation> &operations, Operation::Kind kind, std::vector<Entry> entries,
                const std::optional<EntryWrite> &form) const;

    const ServiceDefinition &m_definition;
    const WriteForm &m_write;
    const Draft &m_draft;
    const CurrentAddresses &m_own;
    Wanted m_wanted;
};

Planner::Planner(const ServiceDefinition &definition, const Draft &draft, const CurrentAddresses &own)
    : m_definition(definition)
    , m_write(definition.wire->write)
    , m_draft(draft)
    , m_own(own)
{}

std::vector<Operation> Planner::plan()
{
    for (const Change &change : m_draft.changes().changes)
        sortIn(change);
    if (m_wanted.isEmpty())
        return {};
    if (m_write.replace)
        return {replacement()};
    settleMoves();
    settleSameRanges();
    guardWhatStays();
    sortForSafety();
    std::vector<Operation> operations = std::move(m_wanted.refused);
    append(operations, Operation::Kind::Create, m_wanted.creates, m_write.create);
    append(operations, Operation::Kind::Update, m_wanted.updates, m_write.update);
    append(operations, Operation::Kind::Remove, m_wanted.removals, m_write.remove);
    return operations;
}

void Planner::sortIn(const Change &made)
{
    const auto held = [this](const std::optional<Entry> &entry) {
        return entry ? asHeld(*entry, m_definition.capabilities) : std::nullopt;
    };
    const auto before = held(made.before);
    const auto after = held(made.after);
    if (before && after)
        change(*before, *after);
    else if (after)
        create(*after);
    else if (before)
        m_wanted.removals.push_back(*before);
}

void Planner::change(const Entry &before, const Entry &after)
{
    if (before.content == after.content)
        return; // in nothing the service holds
    if (before.content.expiresAt == after.content.expiresAt)
        m_wanted.keepsExpiry.insert(after.key);
    if (canUpdate(before, after)) {
        m_wanted.inPlace.emplace_back(before, after);
        return;
    }
    create(after);
    m_wanted.removals.push_back(before);
}

void Planner::create(Entry entry)
{
    // An entry that came back by undo may still have the id of its former life.
    entry.remoteId.clear();
    m_wanted.keepsExpiry.remove(entry.key);
    m_wanted.creates.push_back(std::move(entry));
}

bool Planner::canUpdate(const Entry &before, const Entry &after) const
{
    if (m_write.replace)
        return true;
    // One entry for everyone is two there: it cannot become one that is not, nor the other way.
    const bool splits = isInPairs() && before.content.range.isAny() != after.content.range.isAny();
    // A request that names the range could only name the new one, and the old one would stay.
    const bool isNamed =
        m_write.update && (m_write.update->naming() == Naming::Id || before.content.range == after.content.range);
    return isNamed && !splits;
}

/// An entry goes to another range in place, unless that range is left by another or the one it leaves is taken: a
/// service that holds one entry a range would make one of the two.
void Planner::settleMoves()
{
    std::unordered_set<IpRange> left;
    std::unordered_set<IpRange> taken;
    const auto addTo = [this](std::unordered_set<IpRange> &ranges, const Entry &entry) {
        for (const Entry &part : partsOf(entry))
            ranges.insert(part.content.range);
    };
    const auto isIn = [this](const std::unordered_set<IpRange> &ranges, const Entry &entry) {
        const Entries parts = partsOf(entry);
        return std::ranges::any_of(parts, [&](const Entry &part) { return ranges.contains(part.content.range); });
    };
    const auto stays = [](const auto &pair) { return pair.first.content.range == pair.second.content.range; };
    for (const Entry &created : m_wanted.creates)
        addTo(taken, created);
    for (const Entry &removed : m_wanted.removals)
        addTo(left, removed);
    for (const auto &pair : m_wanted.inPlace) {
        if (stays(pair))
            continue;
        addTo(left, pair.first);
        addTo(taken, pair.second);
    }
    for (const auto &pair : m_wanted.inPlace) {
        const auto &[before, after] = pair;
        if (stays(pair) || (!isIn(taken, before) && !isIn(left, after))) {
            m_wanted.updates.push_back(after);
            continue;
        }
        create(after);
        m_wanted.removals.push_back(before);
    }
}

/// A new entry and a removal of one range are one change: a service that holds one entry a range makes the new one of
/// the old, and the removal would then take it away.
void Planner::settleSameRanges()
{
    if (isInPairs() && overlapAsEveryone(m_wanted.creates, m_wanted.removals)) {
        m_wanted.creates = unfoldedAll(m_wanted.creates);
        m_wanted.removals = unfoldedAll(m_wanted.removals);
    }
    auto former = byRange(m_wanted.removals);
    QSet<const Entry *> paired;
    Entries creates;
    Entries removals;
    for (Entry &created : m_wanted.creates) {
        const auto same = former.find(created.content.range);
        if (same == former.end()) {
            creates.push_back(std::move(created));
            continue;
        }
        const Entry *before = same->second;
        paired.insert(before);
        former.erase(same);
        changeInPlace(*before, std::move(created), creates, removals);
    }
    for (Entry &removed : m_wanted.removals) {
        if (!paired.contains(&removed))
            removals.push_back(std::move(removed));
    }
    m_wanted.creates = std::move(creates);
    m_wanted.removals = std::move(removals);
}

void Planner::changeInPlace(const Entry &before, Entry after, Entries &creates, Entries &removals)
{
    if (before.content == after.content)
        return;
    if (m_write.update) {
        after.remoteId = before.remoteId;
        after.unknownFields = before.unknownFields;
        if (before.content.expiresAt == after.content.expiresAt)
            m_wanted.keepsExpiry.insert(after.key);
        m_wanted.updates.push_back(std::move(after));
    } else if (m_write.sameRange == SameRange::Changed) {
        creates.push_back(std::move(after));
    } else if (m_write.sameRange == SameRange::Added) {
        creates.push_back(std::move(after));
        removals.push_back(before);
    } else {
        refuse(
            Operation::Kind::Create, after,
            ServiceText::tr("The service has no request that changes an entry where it is, and made anew %1 could be "
                            "removed together with what it was. Remove it, apply, and add it again; or say in the "
                            "definition (write.sameRange) what the service makes of a second entry."));
    }
}

/// A removal that names more than the entry meant must not take one that is to stay.
void Planner::guardWhatStays()
{
    if (m_wanted.removals.empty() || m_write.remove->naming() == Naming::Id)
        return;
    Entries held;
    const Allowlist result = m_draft.result();
    for (const Entry &wanted : result.entries()) {
        if (auto entry = asHeld(wanted, m_definition.capabilities))
            held.push_back(std::move(*entry));
    }
    if (isInPairs() && overlapAsEveryone(held, m_wanted.removals)) {
        held = unfoldedAll(held);
        m_wanted.removals = unfoldedAll(m_wanted.removals);
    }
    const ByRange staying = byRange(held);
    const auto isRefused = [&](const Entry &removal) {
        if (!takesAnother(removal, staying))
            return false;
        refuse(Operation::Kind::Remove, removal,
               ServiceText::tr("The service removes %1 by its range alone, and with it the other entry of this range, "
                               "which is to stay."));
        return true;
    };
    std::erase_if(m_wanted.removals, isRefused);
}

bool Planner::takesAnother(const Entry &removal, const ByRange &staying) const
{
    const auto [begin, end] = staying.equal_range(removal.content.range);
    return std::any_of(begin, end, [&](const auto &other) {
        return m_write.remove->naming() == Naming::Range || other.second->content == removal.content;
    });
}

void Planner::refuse(Operation::Kind kind, const Entry &entry, const QString &reason)
{
    Operation operation;
    operation.kind = kind;
    operation.entries = {entry};
    operation.refusal = reason.arg(toShortQString(entry.content.range));
    m_wanted.refused.push_back(std::move(operation));
}

Operation Planner::replacement() const
{
    Operation operation;
    const Allowlist result = m_draft.result();
    for (const Entry &wanted : result.entries()) {
        auto entry = asHeld(wanted, m_definition.capabilities);
        if (!entry)
            continue;
        const Entry *known = m_draft.snapshot().find(entry->key);
        if (known == nullptr)
            entry->remoteId.clear();
        else if (known->content.expiresAt == wanted.content.expiresAt)
            operation.keepsExpiry.insert(entry->key);
        operation.entries.push_back(std::move(*entry));
    }
    return operation;
}

void Planner::sortForSafety()
{
    const auto coversOwn = [this](const Entry &entry) { return letsIn(entry, m_own); };
    const auto doesNot = [&](const Entry &entry) { return !coversOwn(entry); };
    std::ranges::stable_partition(m_wanted.creates, coversOwn);
    std::ranges::stable_partition(m_wanted.updates, coversOwn);
    std::ranges::stable_partition(m_wanted.removals, doesNot);
}

void Planner::append(std::vector<Operation> &operations, Operation::Kind kind, std::vector<Entry> entries,
                     const std::optional<EntryWrite> &form) const
{
    if (entries.empty())
        return;
    const int most = form->many ? form->most : 1;
    for (auto begin = entries.begin(); begin != entries.end();) {
        const auto end = begin + std::min<std::ptrdiff_t>(most, entries.end() - begin);
        Operation operation;
        operation.kind = kind;
        operation.entries.assign(std::make_move_iterator(begin), std::make_move_iterator(end));
        for (const Entry &entry : operation.entries) {
            if (kind == Operation::Kind::Update && m_wanted.keepsExpiry.contains(entry.key))
                operation.keepsExpiry.insert(entry.key);
        }
        operations.push_back(std::move(operation));
        begin = end;
    }
}

} // namespace

std::vector<Operation> planned(const ServiceDefinition &definition, const Draft &draft, const CurrentAddresses &own)
{
    return Planner(definition, draft, own).plan();
}

std::optional<Entry> asHeld(const Entry &entry, const Capabilities &capabilities)
{
    if (!entry.content.active && !capabilities.active)
        return std::nullopt;
    Entry held = entry;
    if (!capabilities.label)
        held.content.label.clear();
    if (capabilities.expiry == ExpiryWriting::Impossible)
        held.content.expiresAt.reset();
    return held;
}

} // namespace gatehouse
