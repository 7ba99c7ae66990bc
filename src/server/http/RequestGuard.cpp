// SPDX-License-Identifier: Apache-2.0
#include "server/http/RequestGuard.h"

#include "server/http/HostAndPort.h"

#include <string_view>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

/// An IPv6 address stands in brackets and nothing else does.
bool isAddress(const HostAndPort &host)
{
    const auto address = IpAddress::parse(std::string_view(host.host.constData(), std::size_t(host.host.size())));
    return address && host.isBracketed == host.host.contains(':');
}

bool isAllowed(const HostAndPort &host, const HostRule &rule)
{
    if (isAddress(host) || (!rule.onLoopback && rule.allowed.isEmpty()))
        return true;
    const auto name = QString::fromLatin1(host.host);
    return name.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || rule.allowed.contains(name, Qt::CaseInsensitive);
}

bool isSameOrigin(const Request &request)
{
    const auto origins = request.headerValues("Origin");
    if (origins.isEmpty())
        return true;
    const QByteArray own = (request.encrypted ? "https://" : "http://") + request.header("Host");
    return origins.size() == 1 && origins.first().compare(own, Qt::CaseInsensitive) == 0;
}

bool isFromAnotherSite(const Request &request)
{
    const QByteArray site = request.header("Sec-Fetch-Site");
    return !site.isEmpty() && site != "same-origin" && site != "none"; // "none": typed by the user
}

} // namespace

std::optional<Fault> guardFault(const Request &request, const HostRule &rule)
{
    const auto hosts = request.headerValues("Host");
    const bool needsHost = request.minorVersion >= 1;
    if (hosts.size() > 1 || (needsHost && hosts.isEmpty()))
        return Fault{400, u"bad-request"_s, u"Exactly one Host header is needed."_s, {}, {}};
    if (!hosts.isEmpty()) {
        const auto host = HostAndPort::parse(hosts.first());
        if (!host || (host->isBracketed && !isAddress(*host)))
            return Fault{400, u"bad-request"_s, u"The Host header must be HOST or HOST:PORT."_s, {}, {}};
        if (!isAllowed(*host, rule))
            return Fault{421,
                         u"misdirected"_s,
                         u"This service answers only to its address, to localhost and to the names it was told, not to "
                         "another host name."_s,
                         {},
                         {}};
    }
    if (!isSameOrigin(request) || isFromAnotherSite(request))
        return Fault{403, u"cross-origin"_s, u"Requests from web pages of other sites are refused."_s, {}, {}};
    return std::nullopt;
}

} // namespace gatehouse::server
