// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <QString>

#include <tl/expected.hpp>

namespace gatehouse {

/// How a service writes ranges. Read is every spelling, since what it means is the same.
struct RangeForm
{
    enum class Single {
        Plain, ///< an address alone goes without a prefix: 203.0.113.5
        Cidr,  ///< 203.0.113.5/32
    };
    enum class Any {
        None, ///< the service has no entry for everyone
        Star, ///< `*`
        Pair, ///< two entries, 0.0.0.0/0 and ::/0 (see EntryPairs.h)
    };

    Single single = Single::Plain;
    Any any = Any::None;

    /// any() only where `any` is Star.
    [[nodiscard]] QString write(const IpRange &range) const;
};

/// Every spelling of a range. Host bits are dropped here, since a service that keeps 203.0.113.5/24 lets in the same
/// addresses as with 203.0.113.0/24. The error is the sentence of the parse error.
tl::expected<IpRange, QString> readRange(const QString &text);

} // namespace gatehouse
