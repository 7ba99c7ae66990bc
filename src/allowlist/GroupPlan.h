// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/AddressGroup.h"
#include "allowlist/Allowlist.h"

#include <functional>

namespace gatehouse {

/// Something worth saying about a range of a group on one list, beside what is added and removed there.
struct GroupNote
{
    enum class Kind {
        AlreadyThere, ///< the user's own entry of that range is in force; it stays the user's
        SwitchedOff,  ///< an entry of that range is there, inactive or expired; it is left as it is
        StaysByHand,  ///< no group wants it any more, and it is not an entry that a group has made
    };

    Kind kind = Kind::AlreadyThere;
    IpRange range;
    QString group;
    bool operator==(const GroupNote &) const = default;
};

/// One translated sentence.
[[nodiscard]] QString describe(const GroupNote &note);

/// What one list needs so that it holds the ranges of the groups used in it. `addedBy` and the other names go with
/// their entries, in order.
struct GroupPlan
{
    std::vector<EntryContent> add;
    std::vector<QString> addedBy;
    std::vector<EntryKey> bringBack; ///< vanished at the service without us
    std::vector<EntryKey> remove;
    std::vector<QString> removedFrom;
    std::vector<std::pair<EntryKey, QString>> relabel; ///< follows a renamed group, where the user had not relabelled
    std::vector<GroupNote> notes;
    /// What may be on the list because of groups, from before sending until it is read back.
    std::vector<GroupPlacement> whileSending;
};

struct GroupPlanInput
{
    const std::vector<AddressGroup> &groups; ///< in order: of two that share a range, the first gives the label
    QUuid connection;
    const std::vector<GroupPlacement> &placed;
    const Allowlist &list; ///< as just read
    QDateTime now;
    std::function<bool(const EntryKey &)> isVanished; ///< kept here, but gone at the service
};

/// A pure function that is the same again after anything was interrupted: what is missing is added, what a group has
/// made and no group wants is removed, and nothing that the user entered is touched.
[[nodiscard]] GroupPlan planGroups(const GroupPlanInput &input);

/// What to remember once the list was read back after sending the plan.
[[nodiscard]] std::vector<GroupPlacement> settledPlacements(const GroupPlan &sent,
                                                            const std::vector<AddressGroup> &groups,
                                                            const QUuid &connection, const Allowlist &readBack);

/// Whether the list is known to hold what the groups used in it want, and nothing more of theirs.
[[nodiscard]] bool isInStep(const std::vector<AddressGroup> &groups, const QUuid &connection,
                            const std::vector<GroupPlacement> &placed);

} // namespace gatehouse
