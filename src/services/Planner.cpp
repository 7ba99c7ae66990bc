// SPDX-License-Identifier: Apache-2.0
#include "services/Planner.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool letsIn(const Entry &entry, const CurrentAddresses &own)
{
    const auto contains = [&](const IpAddress &address) { return entry.content.range.contains(address); };
    return entry.content.active && std::ranges::any_of(own.all(), contains);
}

/// What is to be done to single entries, as the service holds them.
struct Wanted
{
    std::vector<Entry> creates;
    std::vector<Entry> updates;
    std::vector<Entry> removals;
    QSet<EntryKey> keepsExpiry;

    [[nodiscard]] bool isEmpty() const { return creates.empty() && updates.empty() && removals.empty(); }
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
    sortForSafety();
    std::vector<Operation> operations;
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
        m_wanted.updates.push_back(after);
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
    const bool splits = m_definition.wire->entry.range.any == RangeForm::Any::Pair &&
                        before.content.range.isAny() != after.content.range.isAny();
    return m_write.update && !splits;
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
