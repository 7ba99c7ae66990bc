// SPDX-License-Identifier: Apache-2.0
#include "server/http/CallerAddress.h"

#include "base/Logging.h"
#include "server/http/HostAndPort.h"

#include <optional>
#include <string_view>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

std::optional<IpAddress> addressIn(const QByteArray &text)
{
    const auto address = IpAddress::parse(std::string_view(text.constData(), std::size_t(text.size())));
    return address ? std::optional(*address) : std::nullopt;
}

/// As RFC 7239 section 6 has it for `for=`, and as proxies write it into X-Forwarded-For.
std::optional<IpAddress> addressOfHop(QByteArray hop)
{
    if (hop.size() >= 2 && hop.startsWith('"') && hop.endsWith('"'))
        hop = hop.mid(1, hop.size() - 2);
    if (const auto address = addressIn(hop)) // an IPv6 address without brackets has no port
        return address;
    const auto parts = HostAndPort::parse(hop);
    return parts ? addressIn(parts->host) : std::nullopt;
}

/// Without the empty elements that a list may have (RFC 9110 section 5.6.1.2).
QList<QByteArray> hopsOf(const QList<QByteArray> &headers)
{
    QList<QByteArray> hops;
    // Several header lines mean the same as one with their values joined (RFC 9110 section 5.3).
    for (const auto &each : headers.join(',').split(',')) {
        if (const auto hop = each.trimmed(); !hop.isEmpty())
            hops.append(hop);
    }
    return hops;
}

tl::unexpected<Fault> unreadableHop(const IpAddress &proxy, const QByteArray &hop)
{
    constexpr qsizetype longestShown = 100;
    qCWarning(logging::server).noquote() << "refused: the trusted proxy" << QString::fromStdString(proxy.toString())
                                         << "names a client in X-Forwarded-For that is no address:"
                                         << hop.left(longestShown).toPercentEncoding(" :[]\"");
    return refusal({400,
                    u"unreadable-forwarded-for"_s,
                    u"The proxy's X-Forwarded-For header does not hold the address of the client in a form that can be "
                    "read. The service's log shows it."_s,
                    {},
                    {}});
}

} // namespace

Outcome<IpAddress> callerAddress(const Request &request, const RangeSet &trustedProxies)
{
    const auto headers = request.headerValues("X-Forwarded-For");
    IpAddress caller = request.peer;
    if (headers.isEmpty() || !trustedProxies.contains(caller))
        return caller;
    const auto hops = hopsOf(headers);
    if (hops.isEmpty())
        return unreadableHop(caller, {});
    for (auto hop = hops.crbegin(); hop != hops.crend() && trustedProxies.contains(caller); ++hop) {
        const auto address = addressOfHop(*hop);
        if (!address)
            return unreadableHop(caller, *hop);
        caller = *address;
    }
    return caller;
}

IpRange clientOf(const IpAddress &address)
{
    constexpr int ofOneClient = 64;
    return address.family() == Family::V4 ? IpRange::of(address) : IpRange::network(address, ofOneClient);
}

QString clientName(const IpAddress &address)
{
    return QString::fromStdString(clientOf(address).toString());
}

} // namespace gatehouse::server
