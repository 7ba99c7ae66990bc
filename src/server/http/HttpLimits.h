// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>

namespace gatehouse::server {

/// What one client may cost. Deadlines are absolute: a client that drips a byte at a time gains nothing.
struct HttpLimits
{
    /// For the first byte of a connection's first request: whoever connects has something to ask.
    std::chrono::milliseconds firstRequest = std::chrono::seconds(10);
    std::chrono::milliseconds idle = std::chrono::seconds(60);   ///< for the first byte of each further one
    std::chrono::milliseconds header = std::chrono::seconds(10); ///< from that byte to the end of the header
    std::chrono::milliseconds body = std::chrono::seconds(60);   ///< from there to the end of the body
    std::chrono::milliseconds write = std::chrono::seconds(60);  ///< for the client to take the whole answer
    /// Of a header; of all that a chunked body has besides the data; of its trailers.
    quint32 headerBytes = 16 * 1024;
    quint64 bodyBytes = 32ULL * 1024 * 1024;       ///< a list of 100,000 entries fits
    quint64 allBodiesBytes = 256ULL * 1024 * 1024; ///< of all requests together; beyond that a client gets a 503
    /// Beyond them a connection that waits for its client makes room; if there is none, the new one gets a 503 and is
    /// closed.
    int connections = 128;
    int connectionsOfClient = 32; ///< see clientOf()
};

} // namespace gatehouse::server
