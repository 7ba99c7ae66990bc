// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Review.h"
#include "allowlist/Text.h"
#include "ip/Classification.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

QString rangeOf(const std::optional<Entry> &entry)
{
    return entry ? toShortQString(entry->content.range) : QString();
}

/// The entry a finding refers to. A lock-out speaks of what lets in now, every other rule of what is wanted.
std::optional<Entry> entryFor(const Finding &finding, const EntryKey &key, const Draft &draft)
{
    if (finding.rule != ReviewRule::LockOut)
        return draft.entry(key);
    const Entry *known = draft.snapshot().find(key);
    return known ? std::optional(*known) : std::nullopt;
}

class FindingText
{
    Q_DECLARE_TR_FUNCTIONS(Review)

public:
    FindingText(const Finding &finding, const Draft &draft)
        : m_finding(finding)
        , m_entry(entryFor(finding, finding.entry, draft))
        , m_other(entryFor(finding, finding.other, draft))
        , m_range(rangeOf(m_entry))
        , m_address(finding.address ? toQString(*finding.address) : QString())
        , m_when(finding.when ? localMoment(*finding.when) : QString())
    {}

    /// No default in the switch: a new rule without its sentence is a compiler warning.
    [[nodiscard]] QString sentence() const
    {
        switch (m_finding.rule) {
        case ReviewRule::Duplicate:
            return tr("%1 is on the list already. Keep one of the two entries.").arg(m_range);
        case ReviewRule::Covered:
            return tr("%1 is let in by %2 already. It can be left out.").arg(m_range, rangeOf(m_other));
        case ReviewRule::OpensToEveryone:
            return tr("This opens the list to everyone: no active entry would be left, and an empty list lets everyone "
                      "in. Keep one entry active.");
        case ReviewRule::ClosesToEveryone:
            return tr("No active entry would be left, and an empty list lets nobody in. Keep one entry active.");
        case ReviewRule::OpensAtExpiry:
            return tr("The last active entry expires at %1, and an empty list lets everyone in. Add an entry that "
                      "lasts longer.")
                .arg(m_when);
        case ReviewRule::ClosesAtExpiry:
            return tr("The last active entry expires at %1, and an empty list lets nobody in. Add an entry that lasts "
                      "longer.")
                .arg(m_when);
        case ReviewRule::StaysAtExpiry:
            return tr("The last active entry expires at %1. It will not be removed by itself, since an empty list lets "
                      "everyone in. Add an entry that lasts longer.")
                .arg(m_when);
        case ReviewRule::AllowsEveryone:
            return allowsEveryone();
        case ReviewRule::LockOut:
            return lockOut();
        case ReviewRule::LockOutAtExpiry:
            return tr("At %1 the entry %2 expires, and you would be locked out: from then on nothing on the list lets "
                      "in "
                      "%3, the address of this computer. Let an entry that contains it last longer.")
                .arg(m_when, rangeOf(m_other), m_address);
        case ReviewRule::FamilyLeftOut:
            return familyLeftOut();
        case ReviewRule::NotLetIn:
            return tr("%1, the address of this computer, is not let in by this list. Add it if you need access from "
                      "here.")
                .arg(m_address);
        case ReviewRule::AddressesDisagree:
            return tr("Those who tell the address of this computer do not agree: %1 is another answer. Both were "
                      "looked "
                      "at.")
                .arg(m_address);
        case ReviewRule::CurrentAddressUnknown:
            return addressUnknown();
        case ReviewRule::UnknownEntries:
            return tr("%Ln entries are no ranges. They stay as they are, and nobody here can tell whom they let in.",
                      nullptr, m_finding.number);
        case ReviewRule::StartsEnforcement:
            return tr("The list is open to everyone now. From this change on it lets in only what is on it.");
        case ReviewRule::TooManyEntries:
            return tooManyEntries();
        case ReviewRule::TooBroad:
            return tr("%1 is broader than this service accepts: the prefix must be at least /%2. Choose a narrower "
                      "range.")
                .arg(m_range, QString::number(m_finding.number));
        case ReviewRule::FamilyNotAccepted:
            return isV4() ? tr("This service does not accept IPv4 ranges. Remove %1.").arg(m_range)
                          : tr("This service does not accept IPv6 ranges. Remove %1.").arg(m_range);
        case ReviewRule::AnyNotAccepted:
            return tr("This service cannot hold %1 (any address). Enter the ranges that shall be let in.").arg(m_range);
        case ReviewRule::LabelTooLong:
            return tr("The label of %1 is longer than the %Ln characters that this service accepts. Shorten it.",
                      nullptr, m_finding.number)
                .arg(m_range);
        case ReviewRule::NeverMatches:
            return neverMatches();
        case ReviewRule::AlreadyExpired:
            return tr("%1 expired at %2 and lets nobody in. Choose a later expiry or remove it.").arg(m_range, m_when);
        }
        Q_UNREACHABLE();
    }

private:
    /// Of the entry, or of the address for findings that have none.
    [[nodiscard]] bool isV4() const
    {
        const Family family = m_finding.address ? m_finding.address->family()
                              : m_entry         ? m_entry->content.range.family()
                                                : Family::V6;
        return family == Family::V4;
    }

    [[nodiscard]] QString addressUnknown() const
    {
        if (m_finding.severity == Severity::Error)
            return tr("The address of this computer could not be found out, so nobody can tell whether this change "
                      "locks you out, and this list could not be mended from here then. Keep the entry that lets you "
                      "in, or make sure that you have another way.");
        return tr("The address of this computer could not be found out, so nobody can tell whether this change "
                  "locks you out. Make sure of it before you go on.");
    }

    [[nodiscard]] QString lockOut() const
    {
        if (m_other)
            return tr("This would lock you out: %1, the address of this computer, is let in by %2 now, and by nothing "
                      "after the change. Keep that entry as it is, or add another that contains the address.")
                .arg(m_address, rangeOf(m_other));
        return tr("This would lock you out: the list is open to everyone now, and after the change nothing on it "
                  "contains %1, the address of this computer. Add that address too.")
            .arg(m_address);
    }

    [[nodiscard]] QString familyLeftOut() const
    {
        if (isV4())
            return tr("%1, the IPv4 address of this computer, would no longer be let in, and this service cannot hold "
                      "IPv4 ranges. Make sure that you reach it by IPv6.")
                .arg(m_address);
        return tr("%1, the IPv6 address of this computer, would no longer be let in, and this service cannot hold "
                  "IPv6 ranges. Make sure that you reach it by IPv4.")
            .arg(m_address);
    }

    /// Of the changed entry, or of the one that stood before.
    [[nodiscard]] QString allowsEveryone() const
    {
        const std::optional<Entry> &entry = m_entry ? m_entry : m_other;
        if (!entry)
            return tr("Together, the entries let in every address of a family, so the list is open to everyone. Narrow "
                      "one of them unless that is meant.");
        const QString range = rangeOf(entry);
        if (entry->content.range.isAny())
            return tr("%1 lets everyone in, whatever else is on the list. Deactivate it unless that is meant.")
                .arg(range);
        if (entry->content.range.family() == Family::V4)
            return tr("%1 lets in every IPv4 address, whatever else is on the list. Deactivate it unless that is "
                      "meant.")
                .arg(range);
        return tr("%1 lets in every IPv6 address, whatever else is on the list. Deactivate it unless that is meant.")
            .arg(range);
    }

    [[nodiscard]] QString tooManyEntries() const
    {
        if (m_finding.merged < m_finding.wanted)
            return tr("There would be %Ln entries, and this service accepts %L1. Merging adjacent and covered ranges "
                      "would make %L2 of them; remove some, or merge them.",
                      nullptr, m_finding.wanted)
                .arg(m_finding.number)
                .arg(m_finding.merged);
        return tr("There would be %Ln entries, and this service accepts %L1. Remove some of them; none can be merged.",
                  nullptr, m_finding.wanted)
            .arg(m_finding.number);
    }

    [[nodiscard]] QString neverMatches() const
    {
        const Classification found = m_entry ? classify(m_entry->content.range) : Classification();
        const QString source = QString::fromUtf8(found.source.data(), static_cast<qsizetype>(found.source.size()));
        return tr("%1 is not public (%2, %3), and this service sees public addresses only: the entry will never let "
                  "anyone in. Enter the public address that stands for it.")
            .arg(m_range, titleOf(found.addressClass), source);
    }

    const Finding &m_finding;
    std::optional<Entry> m_entry;
    std::optional<Entry> m_other;
    QString m_range;
    QString m_address;
    QString m_when;
};

} // namespace

QString describe(const Finding &finding, const Draft &draft)
{
    return FindingText(finding, draft).sentence();
}

} // namespace gatehouse
