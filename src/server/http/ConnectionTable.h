// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "ip/RangeSet.h"
#include "server/http/HttpLimits.h"
#include "server/http/HttpSession.h"

#include <memory>
#include <vector>

namespace gatehouse::server {

/// The connections that are served, and who may have another one. A client that has as many as one may have, or that
/// comes when all places are taken, gets the place of a connection that waits for its client: of the same client in
/// the first case, of the client that has the most in the second, and of the one that has waited longest. So nobody
/// keeps others out by connections on which nothing is asked. In the server's thread alone.
class ConnectionTable final
{
public:
    /// `crowds`: peers behind which many clients stand (trusted proxies), for whom the limit of one client is not.
    ConnectionTable(const HttpLimits &limits, RangeSet crowds);

    /// Whether `peer` may have another connection. Closes one for it, if need be.
    [[nodiscard]] bool makeRoom(const IpAddress &peer);
    void add(const IpAddress &peer, const std::shared_ptr<HttpSession> &session);

private:
    struct Place
    {
        std::weak_ptr<HttpSession> session;
        IpRange client;
    };
    [[nodiscard]] int countOf(const IpRange &client) const;
    [[nodiscard]] bool closeOne(const IpRange *ofClient);

    int m_most;
    int m_mostOfClient;
    RangeSet m_crowds;
    std::vector<Place> m_places;
};

} // namespace gatehouse::server
