// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// Fields of an entry that this computer keeps, because the service has no place for them.
struct KeptFields
{
    bool label = false;
    bool active = false; ///< an inactive entry is not at the service at all
    bool expiry = false; ///< ended by the keeper
    bool operator==(const KeptFields &) const = default;

    [[nodiscard]] bool any() const { return label || active || expiry; }
};

} // namespace gatehouse
