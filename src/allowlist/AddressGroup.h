// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace gatehouse {

/// A range of a group. Its entries are labelled with the group's name unless it has a label of its own.
struct GroupRange
{
    IpRange range;
    QString label;
    bool operator==(const GroupRange &) const = default;
};

/// A named set of ranges that is kept on this computer, used in many lists and changed once ("Office", "Bob").
struct AddressGroup
{
    QUuid id;
    QString name; ///< unique, not empty, no leading or trailing blanks
    std::vector<GroupRange> ranges;
    std::vector<QUuid> usedIn; ///< the connections whose lists shall hold its ranges
    bool operator==(const AddressGroup &) const = default;

    [[nodiscard]] bool isUsedIn(const QUuid &connection) const;
    [[nodiscard]] bool holds(const IpRange &range) const;
};

/// The group that shall be called so, nullptr when there is none. Borrowed from `groups`.
[[nodiscard]] const AddressGroup *findGroup(const std::vector<AddressGroup> &groups, const QString &name);

/// What is known of a range that groups have brought to one list: whose the entry is decides whether a group may
/// remove it again.
struct GroupPlacement
{
    IpRange range;
    QString group; ///< its name when it was placed
    QString label; ///< the label that was asked for
    QString remoteId;
    bool ours = true; ///< false: the user had an entry of this range there already, and no group ever removes it
    bool operator==(const GroupPlacement &) const = default;
};

} // namespace gatehouse
