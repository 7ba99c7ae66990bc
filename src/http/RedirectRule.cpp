// SPDX-License-Identifier: Apache-2.0
#include "http/RedirectRule.h"

#include <algorithm>
#include <array>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

bool isRedirect(int status)
{
    static constexpr std::array statuses{301, 302, 303, 307, 308};
    return std::ranges::find(statuses, status) != statuses.end();
}

int portOf(const QUrl &url)
{
    constexpr int httpPort = 80;
    constexpr int httpsPort = 443;
    return url.port(url.scheme() == "https"_L1 ? httpsPort : httpPort);
}

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

QString shown(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

Result<std::optional<QUrl>> redirectTarget(const QByteArray &method, const QUrl &from, const HttpResponse &answer)
{
    const QByteArray location = answer.header("Location");
    if (!isRedirect(answer.status) || location.isEmpty())
        return std::nullopt;
    QUrl target = from.resolved(QUrl::fromEncoded(location));
    target.setFragment({});
    if (!target.isValid() || !target.userInfo().isEmpty() || !sameOrigin(from, target))
        return failure(ErrorKind::Insecure, u"the service redirects elsewhere: %1"_s.arg(shown(target)));
    if (method != "GET" && method != "HEAD")
        return failure(ErrorKind::Insecure,
                       u"the service redirects a %1 to %2"_s.arg(QString::fromLatin1(method), shown(target)));
    return target;
}

} // namespace gatehouse
