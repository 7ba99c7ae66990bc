// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse::server {

/// How often one client may ask, by API: the vendors' own limits. Counted in the memory of one process.
struct ServiceRates
{
    int astroReads = 25;        ///< GET, a second, by token
    int astroWrites = 10;       ///< POST, a second, by token
    int astroDeletes = 5;       ///< DELETE, a second, by token
    int cortexRequests = 1000;  ///< a minute, by address
    int bitbybitRequests = 100; ///< a minute, by key
};

} // namespace gatehouse::server
