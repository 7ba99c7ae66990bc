// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ReviewSteps.h"
#include "ip/RangeSet.h"

#include <algorithm>

namespace gatehouse {

namespace {

using Entries = std::vector<const Entry *>;

/// One list as it will be from `now` on, if nobody touches it: entries only drop out, each at its expiry.
class Outlook
{
public:
    Outlook(const Entries &entries, const ReviewInput &input)
        : m_emptyIsOpen(input.rules.emptyList == EmptyListMeaning::OpenToEveryone)
    {
        std::ranges::copy_if(entries, std::back_inserter(m_inForce),
                             [&](const Entry *entry) { return entry->isInForce(input.now); });
        m_last = longest([](const Entry &) { return true; });
        m_unknown = std::ranges::count_if(entries, [](const Entry *entry) { return entry->content.isForeign(); });
        m_hasOverdue = !input.rules.endsExpired && std::ranges::any_of(entries, [&](const Entry *entry) {
            return entry->content.active && entry->isExpired(input.now);
        });
    }

    /// What is in force now, in the list's order.
    [[nodiscard]] const Entries &inForce() const { return m_inForce; }
    /// What is expired and still at the service keeps the list from being empty, although nobody counts on it, and so
    /// does what is no range.
    [[nodiscard]] bool isEmpty() const { return m_inForce.empty() && !m_hasOverdue && m_unknown == 0; }
    /// How many are no ranges.
    [[nodiscard]] std::ptrdiff_t unknown() const { return m_unknown; }
    [[nodiscard]] bool isOpenForBeingEmpty() const { return isEmpty() && m_emptyIsOpen; }
    /// When nothing is in force any more; empty when that never comes.
    [[nodiscard]] std::optional<QDateTime> emptiesAt() const
    {
        return m_last && m_unknown == 0 ? m_last->content.expiresAt : std::nullopt;
    }
    /// The entry that lets the address in for longest, nullptr when none does.
    [[nodiscard]] const Entry *lettingIn(const IpAddress &address) const
    {
        return longest([&](const Entry &entry) { return entry.content.range.contains(address); });
    }
    [[nodiscard]] bool letsIn(const IpAddress &address) const { return isOpenForBeingEmpty() || lettingIn(address); }
    /// The time from which an address that is let in now is not; empty when that never comes. When the last entry of
    /// the list takes the address with it, the list may be open to everyone from then on, the address included.
    [[nodiscard]] std::optional<QDateTime> locksOutAt(const IpAddress &address) const
    {
        const Entry *entry = lettingIn(address);
        if (!entry || (m_emptyIsOpen && emptiesAt() && entry->content.expiresAt == emptiesAt()))
            return std::nullopt;
        return entry->content.expiresAt;
    }

    [[nodiscard]] RangeSet addresses() const
    {
        std::vector<IpRange> ranges;
        if (isOpenForBeingEmpty())
            ranges.push_back(IpRange::any());
        for (const Entry *entry : m_inForce)
            ranges.push_back(entry->content.range);
        return RangeSet(ranges);
    }

private:
    template <typename Condition>
    [[nodiscard]] const Entry *longest(Condition condition) const
    {
        const Entry *found = nullptr;
        for (const Entry *entry : m_inForce) {
            if (condition(*entry) && (!found || endsBefore(found->content.expiresAt, entry->content.expiresAt)))
                found = entry;
        }
        return found;
    }

    bool m_emptyIsOpen;
    bool m_hasOverdue = false;
    std::ptrdiff_t m_unknown = 0;
    Entries m_inForce;
    const Entry *m_last = nullptr;
};

class AccessReview
{
public:
    AccessReview(const ReviewSubject &subject, std::vector<Finding> &findings)
        : m_subject(subject)
        , m_input(subject.input)
        , m_before(subject.before, subject.input)
        , m_after(subject.wanted, subject.input)
        , m_findings(findings)
    {}

    void run()
    {
        for (const IpAddress &address : m_input.current.all())
            checkAddress(address);
        checkAgreement();
        checkEmptiness();
        checkEnforcement();
        checkEveryone();
        if (!m_input.draft.isClean() && m_after.unknown() > 0)
            add(Severity::Note, ReviewRule::UnknownEntries).number = static_cast<int>(m_after.unknown());
        if (!m_input.draft.isClean() && !knowsUsefulAddress() && mayLockOut())
            add(severityOfNotKnowing(), ReviewRule::CurrentAddressUnknown);
    }

private:
    Finding &add(Severity severity, ReviewRule rule)
    {
        Finding &finding = m_findings.emplace_back();
        finding.severity = severity;
        finding.rule = rule;
        return finding;
    }

    [[nodiscard]] bool accepts(Family family) const
    {
        return family == Family::V4 ? m_input.rules.acceptsV4 : m_input.rules.acceptsV6;
    }

    void checkAddress(const IpAddress &address)
    {
        if (!m_before.letsIn(address)) {
            if (!m_after.letsIn(address) && accepts(address.family()))
                add(Severity::Note, ReviewRule::NotLetIn).address = address;
        } else if (!m_after.letsIn(address)) {
            reportLockOut(address);
        } else if (const std::optional<QDateTime> when = m_after.locksOutAt(address)) {
            Finding &finding = add(severityOf(m_before.locksOutAt(address), *when), ReviewRule::LockOutAtExpiry);
            finding.address = address;
            finding.when = when;
            finding.other = m_after.lettingIn(address)->key;
        }
    }

    void checkAgreement()
    {
        if (m_input.draft.isClean())
            return;
        const Severity severity = !m_input.current.others.empty() && mayLockOut() ? Severity::Warning : Severity::Note;
        for (const IpAddress &other : m_input.current.others)
            add(severity, ReviewRule::AddressesDisagree).address = other;
    }

    /// A service that cannot hold a family is hardly reached by it: to stop for that at every first entry would teach
    /// people to say yes.
    void reportLockOut(const IpAddress &address)
    {
        Finding &finding = accepts(address.family()) ? add(Severity::Error, ReviewRule::LockOut)
                                                     : add(Severity::Warning, ReviewRule::FamilyLeftOut);
        finding.address = address;
        if (const Entry *entry = m_before.lettingIn(address))
            finding.other = entry->key;
    }

    void checkEmptiness()
    {
        const bool isOpen = m_input.rules.emptyList == EmptyListMeaning::OpenToEveryone;
        if (m_after.isEmpty() && !m_before.isEmpty())
            add(Severity::Error, isOpen ? ReviewRule::OpensToEveryone : ReviewRule::ClosesToEveryone);
        if (const std::optional<QDateTime> when = m_after.emptiesAt())
            add(severityOf(m_before.emptiesAt(), *when), emptinessAtExpiry()).when = when;
    }

    [[nodiscard]] ReviewRule emptinessAtExpiry() const
    {
        if (m_input.rules.emptyList == EmptyListMeaning::ClosedToEveryone)
            return ReviewRule::ClosesAtExpiry;
        return m_input.rules.endsExpired ? ReviewRule::OpensAtExpiry : ReviewRule::StaysAtExpiry;
    }

    /// What comes no sooner than it would without the change is worth a note: to warn of it at every other change would
    /// teach people to say yes.
    static Severity severityOf(const std::optional<QDateTime> &before, const QDateTime &after)
    {
        return before && *before <= after ? Severity::Note : Severity::Warning;
    }

    void checkEnforcement()
    {
        if (m_before.isOpenForBeingEmpty() && !m_after.isEmpty() && !m_after.addresses().covers(IpRange::any()))
            add(Severity::Note, ReviewRule::StartsEnforcement);
    }

    /// One that was added or changed is reported with its entry.
    void checkEveryone()
    {
        const Entry *standing = nullptr;
        for (const Entry *entry : m_after.inForce()) {
            if (!letsEveryoneIn(entry->content.range))
                continue;
            if (m_subject.isTouched(*entry))
                return;
            if (!standing)
                standing = entry;
        }
        if (standing)
            add(Severity::Note, ReviewRule::AllowsEveryone).other = standing->key;
        checkTogether(standing != nullptr);
    }

    /// Ranges of which none is all of a family, and which together are.
    void checkTogether(bool isTold)
    {
        const OpenTo &before = m_subject.openBefore;
        const OpenTo &after = m_subject.openAfter;
        if ((after.v4 && !before.v4) || (after.v6 && !before.v6))
            add(Severity::Error, ReviewRule::AllowsEveryone);
        else if (after.anybody() && !isTold)
            add(Severity::Note, ReviewRule::AllowsEveryone);
    }

    /// Nobody could mend from here a list that guards its own API, and only some of those services stop it by
    /// themselves.
    [[nodiscard]] Severity severityOfNotKnowing() const
    {
        const ListRules &rules = m_input.rules;
        return rules.guardsItsOwnApi && !rules.refusesLockOut ? Severity::Error : Severity::Warning;
    }

    [[nodiscard]] bool knowsUsefulAddress() const
    {
        return (m_input.current.v4 && accepts(Family::V4)) || (m_input.current.v6 && accepts(Family::V6));
    }

    /// Somebody who is let in now would not be, at once or sooner than now.
    [[nodiscard]] bool mayLockOut() const
    {
        if (m_after.isOpenForBeingEmpty())
            return false;
        return endsSomethingSooner() || !m_before.addresses().subtracted(m_after.addresses()).isEmpty();
    }

    [[nodiscard]] bool endsSomethingSooner() const
    {
        return std::ranges::any_of(m_before.inForce(), [this](const Entry *entry) {
            const Change *change = m_input.draft.change(entry->key);
            return change && change->after && endsBefore(change->after->content.expiresAt, entry->content.expiresAt);
        });
    }

    const ReviewSubject &m_subject;
    const ReviewInput &m_input;
    const Outlook m_before;
    const Outlook m_after;
    std::vector<Finding> &m_findings;
};

} // namespace

void reviewAccess(const ReviewSubject &subject, std::vector<Finding> &findings)
{
    AccessReview(subject, findings).run();
}

} // namespace gatehouse
