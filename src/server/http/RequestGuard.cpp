// SPDX-License-Identifier: Apache-2.0
#include "server/http/RequestGuard.h"

#include <string_view>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

QByteArray withoutPort(const QByteArray &host)
{
    if (host.startsWith('['))
        return upTo(host.mid(1), ']');
    return upTo(host, ':');
}

bool namesThisComputer(const QByteArray &host)
{
    const QByteArray name = withoutPort(host);
    return name.compare("localhost", Qt::CaseInsensitive) == 0 ||
           IpAddress::parse(std::string_view(name.constData(), std::size_t(name.size())));
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

std::optional<Fault> guardFault(const Request &request, bool onLoopback)
{
    const auto hosts = request.headerValues("Host");
    const bool needsHost = request.minorVersion >= 1;
    if (hosts.size() > 1 || (needsHost && hosts.isEmpty()))
        return Fault{400, u"bad-request"_s, u"Exactly one Host header is needed."_s, {}, {}};
    if (onLoopback && !hosts.isEmpty() && !namesThisComputer(hosts.first()))
        return Fault{421,
                     u"misdirected"_s,
                     u"This service answers only to its address or to localhost, not to another host name."_s,
                     {},
                     {}};
    if (!isSameOrigin(request) || isFromAnotherSite(request))
        return Fault{403, u"cross-origin"_s, u"Requests from web pages of other sites are refused."_s, {}, {}};
    return std::nullopt;
}

} // namespace gatehouse::server
