// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse::server {

/// How often one client may ask, by API: the vendors' own limits. Counted in the memory of one process.
struct ServiceRates
{
    int astroReads = 25;        ///< GET, a second, by token; by address without the right one
    int astroWrites = 10;       ///< POST, likewise
    int astroDeletes = 5;       ///< DELETE, likewise
    int cortexRequests = 1000;  ///< a minute, by address
    int bitbybitRequests = 100; ///< a minute, by key; by address without one that is known
    /// A minute, by address, in every API: requests that do not have its token. Whoever has it is never counted here.
    int strangers = 300;
};

} // namespace gatehouse::server
