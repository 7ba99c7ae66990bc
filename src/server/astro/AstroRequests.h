// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "server/Fault.h"
#include "server/http/Message.h"

#include <QList>
#include <QStringList>

namespace gatehouse::server {

// The bodies, read strictly: an unknown key, a wrong type, a value that means nothing is a 400 that names its field.
//
// A range is in CIDR format: a bare address and `*` are refused. Host bits beyond the prefix are cleared
// (10.1.2.3/8 is 10.0.0.0/8), which the vendor neither promises nor excludes.

/// {"ipAddressRange": "1.1.1.1/32"}, as a list of one.
[[nodiscard]] Outcome<QList<IpRange>> readAstroCreate(const Request &request);
/// {"allowedIpAddressRanges": ["1.1.1.1/32", …]}, 1 to 1000.
[[nodiscard]] Outcome<QList<IpRange>> readAstroBulkCreate(const Request &request);
/// {"allowedIpAddressRangeIds": ["clm9…", …]}, 1 to 1000.
[[nodiscard]] Outcome<QStringList> readAstroBulkDelete(const Request &request);

} // namespace gatehouse::server
