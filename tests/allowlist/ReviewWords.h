// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "allowlist/Text.h"
#include "support/Entries.h"

// Reviews in words, so that a row of test data can say what is expected as a whole.
namespace gatehouse::test {

/// The draft that turns `before` into `after`; entries of equal range are the same entry.
inline Draft draftFrom(const QStringList &before, const QStringList &after)
{
    const auto snapshot = snapshotOf(entries(before));
    Draft draft(snapshot);
    for (const Change &change : changesByRange(*snapshot, Allowlist(entries(after))).changes)
        draft.set(change.key(), change.after);
    return draft;
}

inline QString nameOf(ReviewRule rule)
{
    switch (rule) {
    case ReviewRule::Duplicate:
        return QStringLiteral("duplicate");
    case ReviewRule::Covered:
        return QStringLiteral("covered");
    case ReviewRule::OpensToEveryone:
        return QStringLiteral("opens");
    case ReviewRule::ClosesToEveryone:
        return QStringLiteral("closes");
    case ReviewRule::OpensAtExpiry:
        return QStringLiteral("opens-later");
    case ReviewRule::StaysAtExpiry:
        return QStringLiteral("stays-later");
    case ReviewRule::ClosesAtExpiry:
        return QStringLiteral("closes-later");
    case ReviewRule::AllowsEveryone:
        return QStringLiteral("everyone");
    case ReviewRule::LockOut:
        return QStringLiteral("lock-out");
    case ReviewRule::LockOutAtExpiry:
        return QStringLiteral("lock-out-later");
    case ReviewRule::FamilyLeftOut:
        return QStringLiteral("family-left-out");
    case ReviewRule::NotLetIn:
        return QStringLiteral("not-let-in");
    case ReviewRule::AddressesDisagree:
        return QStringLiteral("disagree");
    case ReviewRule::CurrentAddressUnknown:
        return QStringLiteral("address-unknown");
    case ReviewRule::UnknownEntries:
        return QStringLiteral("unknown-entries");
    case ReviewRule::StartsEnforcement:
        return QStringLiteral("starts-enforcement");
    case ReviewRule::TooManyEntries:
        return QStringLiteral("too-many");
    case ReviewRule::TooBroad:
        return QStringLiteral("too-broad");
    case ReviewRule::FamilyNotAccepted:
        return QStringLiteral("family");
    case ReviewRule::AnyNotAccepted:
        return QStringLiteral("any");
    case ReviewRule::LabelTooLong:
        return QStringLiteral("label");
    case ReviewRule::NeverMatches:
        return QStringLiteral("never-matches");
    case ReviewRule::AlreadyExpired:
        return QStringLiteral("already-expired");
    }
    Q_UNREACHABLE();
}

inline QString nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

/// "error lock-out 203.0.113.5", "warning lock-out-later 203.0.113.5 2h", "note covered [10.1.0.0/16]", "error
/// too-many 20"
inline QString inWords(const Finding &finding, const Draft &draft)
{
    QStringList words{nameOf(finding.severity), nameOf(finding.rule)};
    if (!finding.entry.isNull())
        words += u'[' + toShortQString(draft.entry(finding.entry)->content.range) + u']';
    if (finding.address)
        words += toQString(*finding.address);
    if (finding.when)
        words += QStringLiteral("%1h").arg(noon().secsTo(*finding.when) / 3600);
    if (finding.number > 0)
        words += QString::number(finding.number);
    return words.join(u' ');
}

inline QStringList inWords(const Review &review, const Draft &draft)
{
    QStringList lines;
    for (const Finding &finding : review.findings)
        lines += inWords(finding, draft);
    return lines;
}

} // namespace gatehouse::test
