// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "support/Entries.h"

#include <random>

namespace gatehouse::test {

/// Small lists from a small world, so that ranges nest, meet and repeat often.
class RandomLists
{
public:
    explicit RandomLists(unsigned seed)
        : m_engine(seed)
    {}

    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(m_engine); }
    bool oneIn(int chances) { return below(chances) == 0; }

    IpRange someRange()
    {
        const auto offset = static_cast<std::uint32_t>(below(16));
        if (oneIn(20))
            return IpRange::any();
        if (oneIn(4))
            return IpRange::network(IpAddress::v6(0x20010db800000000, offset), oneIn(10) ? 0 : 124 + below(5));
        return IpRange::network(IpAddress::v4(0xc6336400 + offset), oneIn(20) ? 0 : 28 + below(5));
    }

    std::optional<QDateTime> someExpiry()
    {
        if (oneIn(3))
            return std::nullopt;
        return hoursFromNoon(below(8) - 1);
    }

    EntryContent someContent() { return {someRange(), QString(QChar(u'a' + below(3))), !oneIn(4), someExpiry()}; }

    std::vector<Entry> someEntries(int fewerThan)
    {
        std::vector<Entry> list(static_cast<std::size_t>(below(fewerThan)));
        for (Entry &entry : list) {
            entry = makeEntry(someContent());
            entry.remoteId = entry.key.toString(QUuid::Id128);
        }
        return list;
    }

    /// The entry with one to three of its fields decided anew, each perhaps to what it was.
    Entry edited(Entry entry)
    {
        const EntryContent other = someContent();
        for (int edits = 1 + below(3); edits > 0; --edits) {
            switch (below(4)) {
            case 0:
                entry.content.range = other.range;
                break;
            case 1:
                entry.content.label = other.label;
                break;
            case 2:
                entry.content.active = other.active;
                break;
            default:
                entry.content.expiresAt = other.expiresAt;
            }
        }
        return entry;
    }

    /// A list that came from `from` by removing, editing and adding.
    std::vector<Entry> someSuccessor(const std::vector<Entry> &from)
    {
        std::vector<Entry> list;
        for (const Entry &entry : from) {
            if (!oneIn(5))
                list.push_back(oneIn(3) ? edited(entry) : entry);
        }
        for (Entry &entry : someEntries(4))
            list.push_back(std::move(entry));
        return list;
    }

    /// A draft on `from` that wants one of its successors.
    Draft someDraft(const std::vector<Entry> &from)
    {
        Draft draft(snapshotOf(from));
        for (const Change &change : changesBetween(draft.snapshot(), Allowlist(someSuccessor(from))).changes)
            draft.set(change.key(), change.after);
        return draft;
    }

private:
    std::mt19937 m_engine;
};

} // namespace gatehouse::test
