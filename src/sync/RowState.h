// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// Where an entry of the open list stands.
enum class RowState {
    Live,     ///< as the service last told it
    Added,    ///< only here so far
    Changed,  ///< differs from the service
    Removed,  ///< still at the service, not wanted any more
    Sending,  ///< part of the apply that is under way
    Failed,   ///< the last apply did not bring it there; reasonOf() says why
    Conflict, ///< changed here and there, differently
};

} // namespace gatehouse
