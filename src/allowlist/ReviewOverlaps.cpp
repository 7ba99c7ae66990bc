// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ReviewSteps.h"

#include <algorithm>
#include <span>

namespace gatehouse {

namespace {

/// Walks the entries by range, the broader first. Networks either nest or are apart, so the ones around the current
/// range are a stack, never deeper than an address has prefixes.
class OverlapSweep
{
public:
    explicit OverlapSweep(const ReviewSubject &subject)
        : m_subject(subject)
        , m_overlaps(subject.wanted.size())
    {}

    std::vector<Overlap> run()
    {
        const std::vector<Place> order = placesByRange();
        for (auto first = order.begin(); first != order.end();) {
            const auto last =
                std::find_if(first, order.end(), [&](const Place &place) { return place.range != first->range; });
            visit(std::span(first, last));
            first = last;
        }
        return std::move(m_overlaps);
    }

private:
    /// The range stands beside the position, so that sorting need not go to the entries all over the memory.
    struct Place
    {
        IpRange range;
        std::size_t position;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    using Group = std::span<const Place>; ///< all entries of one range, in list order

    [[nodiscard]] std::vector<Place> placesByRange() const
    {
        std::vector<Place> places;
        places.reserve(m_subject.wanted.size());
        std::size_t position = 0;
        for (const Entry *entry : m_subject.wanted) {
            if (!entry->content.isForeign())
                places.push_back({entry->content.range, position});
            ++position;
        }
        std::ranges::sort(places);
        return places;
    }

    [[nodiscard]] const Entry &entryAt(const Place &place) const { return *m_subject.wanted[place.position]; }

    void visit(Group group)
    {
        while (!m_around.empty() && !m_around.back()->content.range.contains(group.front().range))
            m_around.pop_back();
        for (const Place &place : group) {
            if (m_subject.isTouched(entryAt(place)))
                m_overlaps[place.position].coveredBy = narrowestCovering(entryAt(place));
        }
        markDuplicates(group);
        if (const Entry *longest = longestInForce(group))
            m_around.push_back(longest);
    }

    [[nodiscard]] const Entry *narrowestCovering(const Entry &entry) const
    {
        if (!entry.isInForce(m_subject.input.now))
            return nullptr;
        const auto found = std::find_if(m_around.rbegin(), m_around.rend(), [&](const Entry *around) {
            return !endsBefore(around->content.expiresAt, entry.content.expiresAt);
        });
        return found == m_around.rend() ? nullptr : *found;
    }

    void markDuplicates(Group group)
    {
        if (group.size() == 1)
            return;
        const auto isTouched = [this](const Place &place) { return m_subject.isTouched(entryAt(place)); };
        const auto untouched = std::ranges::find_if_not(group, isTouched);
        const Place &kept = untouched == group.end() ? group.front() : *untouched;
        for (const Place &place : group) {
            if (place.position != kept.position && isTouched(place))
                m_overlaps[place.position].duplicateOf = &entryAt(kept);
        }
    }

    [[nodiscard]] const Entry *longestInForce(Group group) const
    {
        const Entry *longest = nullptr;
        for (const Place &place : group) {
            const Entry &entry = entryAt(place);
            if (entry.isInForce(m_subject.input.now) &&
                (!longest || endsBefore(longest->content.expiresAt, entry.content.expiresAt)))
                longest = &entry;
        }
        return longest;
    }

    const ReviewSubject &m_subject;
    std::vector<Overlap> m_overlaps;
    std::vector<const Entry *> m_around; // broadest first; of each range the entry in force that lasts longest
};

} // namespace

std::vector<Overlap> findOverlaps(const ReviewSubject &subject)
{
    return OverlapSweep(subject).run();
}

} // namespace gatehouse
