// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// Where an entry of the open list stands.
enum class RowState {
    Live,     ///< as the service last told it, or switched off and only kept here
    Added,    ///< only here so far
    Changed,  ///< differs from the service
    Removed,  ///< still at the service, not wanted any more
    Sending,  ///< part of the apply that is under way
    Failed,   ///< the last apply did not bring it there; reasonOf() says why
    Conflict, ///< changed here and there, differently
    Overdue,  ///< its time is over, the service still lets it in, and the keeper has not ended it yet
    Vanished, ///< what is kept here belongs to an entry that is gone at the service without us: lets nobody in;
              ///< ListSession::bringBack() adds it again, ListSession::remove() forgets it
};

} // namespace gatehouse
