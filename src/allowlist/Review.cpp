// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Review.h"

#include "allowlist/Expiry.h"
#include "allowlist/ReviewSteps.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool isLiftedByConfirmation(ReviewRule rule)
{
    return rule == ReviewRule::LockOut || rule == ReviewRule::CurrentAddressUnknown ||
           rule == ReviewRule::OpensToEveryone || rule == ReviewRule::ClosesToEveryone ||
           rule == ReviewRule::AllowsEveryone;
}

std::vector<const Entry *> pointersTo(const std::vector<Entry> &entries)
{
    std::vector<const Entry *> pointers;
    pointers.reserve(entries.size());
    for (const Entry &entry : entries)
        pointers.push_back(&entry);
    return pointers;
}

} // namespace

ReviewSubject::ReviewSubject(const ReviewInput &reviewed)
    : input(reviewed)
    , before(pointersTo(reviewed.draft.snapshot().entries()))
{
    const Draft &draft = reviewed.draft;
    wanted.reserve(before.size() + static_cast<std::size_t>(draft.addedCount()));
    for (const Entry *known : before) {
        const Change *change = draft.change(known->key);
        if (!change)
            wanted.push_back(known);
        else if (change->after)
            wanted.push_back(&*change->after);
    }
    for (const EntryKey &key : draft.added())
        wanted.push_back(&*draft.change(key)->after);
    openBefore = openTo(before, reviewed.now);
    openAfter = openTo(wanted, reviewed.now);
}

bool endsBefore(const std::optional<QDateTime> &left, const std::optional<QDateTime> &right)
{
    return left && (!right || *left < *right);
}

std::optional<Severity> Review::gravest() const
{
    const auto found = std::ranges::max_element(findings, {}, &Finding::severity);
    return found == findings.end() ? std::nullopt : std::optional(found->severity);
}

bool Review::has(ReviewRule rule) const
{
    return std::ranges::find(findings, rule, &Finding::rule) != findings.end();
}

bool Review::needsNamedConfirmation() const
{
    return std::ranges::any_of(findings, [](const Finding &finding) {
        return finding.severity == Severity::Error && isLiftedByConfirmation(finding.rule);
    });
}

bool Review::isInvalid() const
{
    return std::ranges::any_of(findings, [](const Finding &finding) {
        return finding.severity == Severity::Error && !isLiftedByConfirmation(finding.rule);
    });
}

std::optional<QDateTime> remedyEnd(const Review &review, const QDateTime &now)
{
    return review.has(ReviewRule::StartsEnforcement) ? std::nullopt : expiryAfter(ExpiryPreset::OneWeek, now);
}

std::vector<IpAddress> addressesAtStake(const Review &review, const QDateTime &until)
{
    std::vector<IpAddress> addresses;
    for (const Finding &finding : review.findings) {
        const bool isSoon = finding.rule == ReviewRule::LockOutAtExpiry && *finding.when < until;
        if ((finding.rule == ReviewRule::LockOut || isSoon) &&
            std::ranges::find(addresses, *finding.address) == addresses.end())
            addresses.push_back(*finding.address);
    }
    return addresses;
}

std::optional<IpRange> steadyNetworkOf(const IpAddress &address)
{
    constexpr int networkPrefix = 64;
    constexpr std::uint64_t numberedByHand = 0xffff'ffff;  // ::1, ::53, ::192:0:2:1 are chosen by people
    constexpr std::uint64_t hardwareMark = 0xff'fe00'0000; // in the middle of an EUI-64 (RFC 4291 appendix A)
    constexpr std::uint64_t hardwareMask = 0xff'ff00'0000;
    if (address.family() != Family::V6 || address.low() <= numberedByHand ||
        (address.low() & hardwareMask) == hardwareMark)
        return std::nullopt;
    return IpRange::network(address, networkPrefix);
}

Review review(const ReviewInput &input)
{
    const ReviewSubject subject(input);
    Review result;
    reviewAccess(subject, result.findings);
    reviewEntries(subject, result.findings);
    std::ranges::stable_sort(result.findings, std::ranges::greater{}, &Finding::severity);
    return result;
}

std::vector<EntryKey> entriesLettingIn(const IpAddress &address, const std::vector<Entry> &entries,
                                       const QDateTime &now)
{
    std::vector<EntryKey> keys;
    for (const Entry &entry : entries) {
        if (entry.isInForce(now) && entry.content.range.contains(address))
            keys.push_back(entry.key);
    }
    return keys;
}

} // namespace gatehouse
