// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpAddress.h"

#include <QString>

#include <optional>
#include <vector>

namespace gatehouse {

/// What an empty list (or one without an active entry) means to a service.
enum class EmptyListMeaning { OpenToEveryone, ClosedToEveryone };

/// What a service accepts and how it behaves, as far as a review needs it.
struct ListRules
{
    EmptyListMeaning emptyList = EmptyListMeaning::OpenToEveryone;
    /// True: a wrong list also shuts the way by which it is edited. False: only what it guards (an application).
    bool guardsItsOwnApi = false;
    /// It refuses a change that would shut us out, unless it is told to go on (the wire's `force`).
    bool refusesLockOut = false;
    bool refusesDuplicates = false; ///< a second entry of a range that it holds
    bool acceptsAny = true;         ///< can hold `*` or its equivalent
    bool acceptsV4 = true;
    bool acceptsV6 = true;
    std::optional<int> maximumEntries;
    std::optional<int> broadestV4; ///< the smallest prefix accepted
    std::optional<int> broadestV6;
    std::optional<int> maximumLabelLength;
    /// Private ranges can never match, since the service sees public addresses.
    bool seesPublicAddressesOnly = true;
    /// False: an inactive entry is not at the service, and so does not count against maximumEntries.
    bool holdsInactive = true;
    /// False: an entry whose time is over lets in until it is removed, and the last one is not removed unasked where
    /// that would open the list to everyone.
    bool endsExpired = true;
    /// An expiry is written into the label and takes its room there.
    bool expiryInLabel = false;
};

/// The addresses this computer has towards a service.
struct CurrentAddresses
{
    std::optional<IpAddress> v4;
    std::optional<IpAddress> v6;
    QString source; ///< who said so, for people: a host name
    /// Where those who were asked do not agree: what else was said. This computer may come from these as well.
    std::vector<IpAddress> others{};

    [[nodiscard]] bool isKnown() const { return v4.has_value() || v6.has_value(); }
    /// All of them, each once.
    [[nodiscard]] std::vector<IpAddress> all() const
    {
        std::vector<IpAddress> result;
        for (const auto &address : {v4, v6}) {
            if (address)
                result.push_back(*address);
        }
        result.insert(result.end(), others.begin(), others.end());
        return result;
    }
};

} // namespace gatehouse
