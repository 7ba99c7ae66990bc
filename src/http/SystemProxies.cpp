// SPDX-License-Identifier: Apache-2.0
#include "http/SystemProxies.h"

#include "base/HostName.h"

namespace gatehouse {

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopbackHost(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

} // namespace gatehouse
