// SPDX-License-Identifier: Apache-2.0
#include "server/http/ConnectionTable.h"

#include "server/http/CallerAddress.h"

#include <algorithm>
#include <utility>

namespace gatehouse::server {

ConnectionTable::ConnectionTable(const HttpLimits &limits, RangeSet crowds)
    : m_most(limits.connections)
    , m_mostOfClient(limits.connectionsOfClient)
    , m_crowds(std::move(crowds))
{}

bool ConnectionTable::makeRoom(const IpAddress &peer)
{
    std::erase_if(m_places, [](const Place &each) { return each.session.expired(); });
    const IpRange client = clientOf(peer);
    if (!m_crowds.contains(peer) && countOf(client) >= m_mostOfClient)
        return closeOne(&client);
    return int(m_places.size()) < m_most || closeOne(nullptr);
}

void ConnectionTable::add(const IpAddress &peer, const std::shared_ptr<HttpSession> &session)
{
    m_places.push_back({session, clientOf(peer)});
}

int ConnectionTable::countOf(const IpRange &client) const
{
    return int(
        std::count_if(m_places.begin(), m_places.end(), [&](const Place &each) { return each.client == client; }));
}

/// Null: of any client.
bool ConnectionTable::closeOne(const IpRange *ofClient)
{
    auto chosen = m_places.end();
    std::pair<int, HttpSession::Instant> best;
    for (auto place = m_places.begin(); place != m_places.end(); ++place) {
        const auto session = place->session.lock();
        if (!session || (ofClient != nullptr && place->client != *ofClient))
            continue;
        const auto since = session->waitingSince();
        if (!since)
            continue;
        const std::pair candidate(-countOf(place->client), *since);
        if (chosen == m_places.end() || candidate < best) {
            chosen = place;
            best = candidate;
        }
    }
    if (chosen == m_places.end())
        return false;
    if (const auto session = chosen->session.lock())
        session->abort();
    m_places.erase(chosen);
    return true;
}

} // namespace gatehouse::server
