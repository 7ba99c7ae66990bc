// SPDX-License-Identifier: Apache-2.0
#include "allowlist/LabelExpiry.h"
#include "allowlist/ReviewSteps.h"
#include "ip/Classification.h"
#include "ip/RangeSet.h"

#include <algorithm>

namespace gatehouse {

namespace {

/// The findings about one added or changed entry.
class EntryReview
{
public:
    EntryReview(const ReviewSubject &subject, const Entry &entry, std::vector<Finding> &findings)
        : m_subject(subject)
        , m_rules(subject.input.rules)
        , m_now(subject.input.now)
        , m_entry(entry)
        , m_range(entry.content.range)
        , m_findings(findings)
    {}

    void run(const Overlap &overlap)
    {
        checkRange();
        checkLabel();
        if (m_rules.seesPublicAddressesOnly && classify(m_range).addressClass != AddressClass::Public)
            add(Severity::Warning, ReviewRule::NeverMatches);
        if (m_entry.isInForce(m_now) && letsEveryoneIn(m_range))
            add(letEveryoneInBefore() ? Severity::Warning : Severity::Error, ReviewRule::AllowsEveryone);
        if (m_entry.isExpired(m_now))
            add(Severity::Warning, ReviewRule::AlreadyExpired).when = m_entry.content.expiresAt;
        if (overlap.duplicateOf)
            add(m_rules.refusesDuplicates ? Severity::Error : Severity::Warning, ReviewRule::Duplicate).other =
                overlap.duplicateOf->key;
        if (overlap.coveredBy)
            add(Severity::Note, ReviewRule::Covered).other = overlap.coveredBy->key;
    }

private:
    Finding &add(Severity severity, ReviewRule rule)
    {
        Finding &finding = m_findings.emplace_back();
        finding.severity = severity;
        finding.rule = rule;
        finding.entry = m_entry.key;
        return finding;
    }

    /// Whether the list was as open as this entry makes it, by its entries: a list that is open for being empty would
    /// not stay so for long.
    [[nodiscard]] bool letEveryoneInBefore() const
    {
        const OpenTo &before = m_subject.openBefore;
        if (m_range.isAny())
            return before.v4 && before.v6;
        return m_range.family() == Family::V4 ? before.v4 : before.v6;
    }

    void checkRange()
    {
        if (m_range.isAny()) {
            if (!m_rules.acceptsAny)
                add(Severity::Error, ReviewRule::AnyNotAccepted);
            return;
        }
        const bool isV4 = m_range.family() == Family::V4;
        if (isV4 ? !m_rules.acceptsV4 : !m_rules.acceptsV6) {
            add(Severity::Error, ReviewRule::FamilyNotAccepted);
            return;
        }
        const std::optional<int> broadest = isV4 ? m_rules.broadestV4 : m_rules.broadestV6;
        if (broadest && m_range.prefix() < *broadest)
            add(Severity::Error, ReviewRule::TooBroad).number = *broadest;
    }

    void checkLabel()
    {
        if (!m_rules.maximumLabelLength)
            return;
        const EntryContent &content = m_entry.content;
        const bool sharesRoom = m_rules.expiryInLabel && content.expiresAt;
        const int room = *m_rules.maximumLabelLength - (sharesRoom ? lengthOfExpiryIn(content.label) : 0);
        if (content.label.size() > room)
            add(Severity::Error, ReviewRule::LabelTooLong).number = std::max(room, 0);
    }

    const ReviewSubject &m_subject;
    const ListRules &m_rules;
    const QDateTime &m_now;
    const Entry &m_entry;
    const IpRange m_range;
    std::vector<Finding> &m_findings;
};

std::ptrdiff_t countAtService(const std::vector<const Entry *> &entries, const ListRules &rules)
{
    return std::ranges::count_if(entries,
                                 [&rules](const Entry *entry) { return entry->content.active || rules.holdsInactive; });
}

/// Of the entries in force only: to merge an inactive one with others would let it in.
std::ptrdiff_t countWhenMerged(const std::vector<const Entry *> &entries, const ListRules &rules)
{
    std::vector<IpRange> active;
    std::ptrdiff_t inactive = 0;
    for (const Entry *entry : entries) {
        if (entry->content.active)
            active.push_back(entry->content.range);
        else if (rules.holdsInactive)
            ++inactive;
    }
    return inactive + std::ssize(RangeSet(active).toRanges());
}

void reviewSize(const ReviewSubject &subject, std::vector<Finding> &findings)
{
    const ListRules &rules = subject.input.rules;
    const std::optional<int> maximum = rules.maximumEntries;
    if (!maximum)
        return;
    const std::ptrdiff_t wanted = countAtService(subject.wanted, rules);
    if (wanted <= *maximum || wanted <= countAtService(subject.before, rules))
        return;
    Finding &finding = findings.emplace_back();
    finding.severity = Severity::Error;
    finding.rule = ReviewRule::TooManyEntries;
    finding.number = *maximum;
    finding.wanted = static_cast<int>(wanted);
    finding.merged = static_cast<int>(countWhenMerged(subject.wanted, rules));
}

} // namespace

void reviewEntries(const ReviewSubject &subject, std::vector<Finding> &findings)
{
    reviewSize(subject, findings);
    if (subject.input.draft.isClean())
        return;
    const std::vector<Overlap> overlaps = findOverlaps(subject);
    for (std::size_t i = 0; i < subject.wanted.size(); ++i) {
        if (subject.isTouched(*subject.wanted[i]))
            EntryReview(subject, *subject.wanted[i], findings).run(overlaps[i]);
    }
}

} // namespace gatehouse
