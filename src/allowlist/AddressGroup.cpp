// SPDX-License-Identifier: Apache-2.0
#include "allowlist/AddressGroup.h"

#include <algorithm>

namespace gatehouse {

bool AddressGroup::isUsedIn(const QUuid &connection) const
{
    return std::ranges::find(usedIn, connection) != usedIn.end();
}

bool AddressGroup::holds(const IpRange &range) const
{
    return std::ranges::find(ranges, range, &GroupRange::range) != ranges.end();
}

const AddressGroup *findGroup(const std::vector<AddressGroup> &groups, const QString &name)
{
    const auto found = std::ranges::find(groups, name, &AddressGroup::name);
    return found == groups.end() ? nullptr : &*found;
}

} // namespace gatehouse
