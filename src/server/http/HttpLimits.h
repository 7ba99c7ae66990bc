// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>

namespace gatehouse::server {

/// What one client may cost. Deadlines are absolute: a client that drips a byte at a time gains nothing.
struct HttpLimits
{
    std::chrono::milliseconds idle = std::chrono::seconds(60);   ///< for the first byte of a request
    std::chrono::milliseconds header = std::chrono::seconds(10); ///< from that byte to the end of the header
    std::chrono::milliseconds body = std::chrono::seconds(60);   ///< from there to the end of the body
    std::chrono::milliseconds write = std::chrono::seconds(60);  ///< for the client to take the whole answer
    quint32 headerBytes = 16 * 1024;
    quint64 bodyBytes = 32ULL * 1024 * 1024; ///< a list of 100,000 entries fits
    int connections = 128;                   ///< beyond that a client gets a 503 and is closed
};

} // namespace gatehouse::server
