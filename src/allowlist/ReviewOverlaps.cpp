// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ReviewSteps.h"

#include <algorithm>
#include <numeric>
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
        std::vector<std::size_t> order(m_subject.wanted.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [this](std::size_t i) { return rangeOf(i); });
        for (auto first = order.begin(); first != order.end();) {
            const auto last =
                std::find_if(first, order.end(), [&](std::size_t i) { return rangeOf(i) != rangeOf(*first); });
            visit(std::span(first, last));
            first = last;
        }
        return std::move(m_overlaps);
    }

private:
    [[nodiscard]] const Entry &entryAt(std::size_t i) const { return *m_subject.wanted[i]; }
    [[nodiscard]] IpRange rangeOf(std::size_t i) const { return entryAt(i).content.range; }

    /// All entries of one range, in list order.
    void visit(std::span<const std::size_t> group)
    {
        while (!m_around.empty() && !m_around.back()->content.range.contains(rangeOf(group.front())))
            m_around.pop_back();
        for (const std::size_t i : group) {
            if (m_subject.isTouched(entryAt(i)))
                m_overlaps[i].coveredBy = narrowestCovering(entryAt(i));
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

    void markDuplicates(std::span<const std::size_t> group)
    {
        const auto untouched =
            std::ranges::find_if(group, [this](std::size_t i) { return !m_subject.isTouched(entryAt(i)); });
        const std::size_t kept = untouched == group.end() ? group.front() : *untouched;
        for (const std::size_t i : group) {
            if (i != kept && m_subject.isTouched(entryAt(i)))
                m_overlaps[i].duplicateOf = &entryAt(kept);
        }
    }

    [[nodiscard]] const Entry *longestInForce(std::span<const std::size_t> group) const
    {
        const Entry *longest = nullptr;
        for (const std::size_t i : group) {
            const Entry &entry = entryAt(i);
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
