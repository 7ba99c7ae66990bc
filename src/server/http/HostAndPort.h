// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace gatehouse::server {

/// A host with or without a port, as in a Host header (RFC 9110 section 7.2).
struct HostAndPort
{
    QByteArray host; ///< an IPv6 address without its brackets; never empty
    bool isBracketed = false;

    /// nullopt unless all of `text` is a name, an IPv4 address or something in brackets, and a number up to 65535
    /// behind a colon if there is a colon. What is in the brackets is not looked at.
    [[nodiscard]] static std::optional<HostAndPort> parse(const QByteArray &text);
};

} // namespace gatehouse::server
