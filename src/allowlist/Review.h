// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "allowlist/ListRules.h"

#include <vector>

namespace gatehouse {

enum class Severity { Note, Warning, Error };

/// The kinds of things to say of a draft. "In force" means active and not expired.
enum class ReviewRule {
    Duplicate,         ///< another entry has the same range: an error where the service refuses that, else a warning
    Covered,           ///< note: another entry in force contains it, for at least as long
    OpensToEveryone,   ///< error unless confirmed: after the change no entry is in force and empty means open
    ClosesToEveryone,  ///< error unless confirmed: the same where empty means closed
    OpensAtExpiry,     ///< warning: the same as OpensToEveryone, at the named time; a note where the change does not
                       ///< make it come sooner
    ClosesAtExpiry,    ///< likewise, the same as ClosesToEveryone
    StaysAtExpiry,     ///< warning or note like OpensAtExpiry, where expired entries are removed by us: the last one is
                       ///< left at the service from the named time on, and must be ended by hand
    AllowsEveryone,    ///< `*`, 0.0.0.0/0 or ::/0 in force, also for a while, or ranges that together are as much:
                       ///< error unless confirmed where the change opens the list by it; a warning about an entry
                       ///< that was changed and let everyone in before, a note about the list where it stood before
    LockOut,           ///< error unless confirmed: the current address is let in now and would not be any more
    LockOutAtExpiry,   ///< warning: it is let in now, and will not be from the named time on; a note where the
                       ///< change does not make it come sooner
    FamilyLeftOut,     ///< warning: like LockOut, for an address of a family that the service cannot hold
    NotLetIn,          ///< note: the current address is let in neither now nor after the change
    AddressesDisagree, ///< two who tell our address do not agree, and both answers were looked at: a warning where the
                       ///< change may lock out, else a note
    CurrentAddressUnknown, ///< the change may lock out, and nobody could tell our address: an error unless confirmed
                           ///< where the list guards its own API and lets it happen, else a warning
    UnknownEntries,        ///< note: entries in the list are no ranges, so nobody knows whom they let in
    StartsEnforcement,     ///< note: the list was open to everyone, and is not after the change
    TooManyEntries,        ///< error: more than the service accepts, and more than before
    TooBroad,              ///< error: prefix smaller than the service accepts
    FamilyNotAccepted,     ///< error
    AnyNotAccepted,        ///< error
    LabelTooLong,          ///< error
    NeverMatches,          ///< warning: private, loopback … range on a service that sees public addresses only
    AlreadyExpired,        ///< warning: an added or changed entry whose expiry has passed
};

/// One thing to say.
struct Finding
{
    Severity severity = Severity::Note;
    ReviewRule rule = ReviewRule::Duplicate;
    EntryKey entry;                   ///< null: about the list as a whole
    EntryKey other;                   ///< the entry it collides with or depends on, where there is one
    std::optional<IpAddress> address; ///< the current address concerned
    std::optional<QDateTime> when;    ///< the time at which it happens
    int number = 0;                   ///< the limit concerned
    int wanted = 0;                   ///< TooManyEntries: how many there would be
    int merged = 0;                   ///< TooManyEntries: how many would be left if they were merged
    bool operator==(const Finding &) const = default;
};

struct ReviewInput
{
    Draft draft;
    ListRules rules;
    CurrentAddresses current;
    QDateTime now;
};

/// What there is to say: gravest first, then the list as a whole before its entries, then in the list's order.
/// Entry limits and single-entry rules speak of added and changed entries only: what the service already holds is its
/// own business, and a draft without changes has neither errors nor findings about an entry. Lock-out is looked at for
/// each family of the current address that is let in by the snapshot in force now (somebody who is not let in anyway is
/// told by a note, not stopped), at `now` and at each coming expiry. Pure; O(n log n), meant to be run off the
/// interface's thread for large lists.
struct Review
{
    std::vector<Finding> findings;

    [[nodiscard]] std::optional<Severity> gravest() const;
    [[nodiscard]] bool has(ReviewRule rule) const;
    /// LockOut, not knowing whether it is one, OpensToEveryone/ClosesToEveryone or AllowsEveryone: needs its own, named
    /// confirmation.
    [[nodiscard]] bool needsNamedConfirmation() const;
    /// Errors which no confirmation lifts: the service would refuse the content.
    [[nodiscard]] bool isInvalid() const;
};

Review review(const ReviewInput &input);

/// Until when this computer is to be let in by what a review proposes: a week, or for good where the list was open to
/// everyone before, since an end would lock it out then.
std::optional<QDateTime> remedyEnd(const Review &review, const QDateTime &now);

/// The addresses that adding them for a while would keep let in: of those that are locked out, or will be before
/// `until`. Each once.
std::vector<IpAddress> addressesAtStake(const Review &review, const QDateTime &until);

/// Where only the address of the moment would be let in: the /64 of an IPv6 address whose interface identifier looks
/// made up at random, as temporary ones do (RFC 8981; those of RFC 7217 look the same). Empty for addresses that stay.
std::optional<IpRange> steadyNetworkOf(const IpAddress &address);

/// One translated sentence that says what and what to do.
QString describe(const Finding &finding, const Draft &draft);

/// Whom a list lets in without looking at the address: everyone of IPv4, of IPv6, or both.
struct OpenTo
{
    bool v4 = false;
    bool v6 = false;
    [[nodiscard]] bool anybody() const { return v4 || v6; }
    bool operator==(const OpenTo &) const = default;
};

/// By the entries in force at `now`, alone or together, or for being empty where that means open.
OpenTo openTo(const std::vector<Entry> &entries, const ListRules &rules, const QDateTime &now);
/// "open to everyone"; empty when it is open to nobody in particular.
QString describe(const OpenTo &open);

/// Which entries let `address` in at `now`, in order.
std::vector<EntryKey> entriesLettingIn(const IpAddress &address, const std::vector<Entry> &entries,
                                       const QDateTime &now);

} // namespace gatehouse
