// SPDX-License-Identifier: Apache-2.0
#include "base/HostName.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

/// Under these everybody may have a name.
bool isShared(const QString &domain)
{
    static const QStringList shared{u"amazonaws.com"_s, u"appspot.com"_s,    u"azure-api.net"_s, u"azurewebsites.net"_s,
                                    u"cloudapp.net"_s,  u"cloudfront.net"_s, u"duckdns.org"_s,   u"dyndns.org"_s,
                                    u"fly.dev"_s,       u"github.io"_s,      u"gitlab.io"_s,     u"herokuapp.com"_s,
                                    u"netlify.app"_s,   u"ngrok.io"_s,       u"ngrok.app"_s,     u"nip.io"_s,
                                    u"onrender.com"_s,  u"pages.dev"_s,      u"run.app"_s,       u"sslip.io"_s,
                                    u"vercel.app"_s,    u"web.app"_s,        u"windows.net"_s,   u"workers.dev"_s};
    return shared.contains(domain);
}

/// `co.uk` and its like: a short name below the two letters of a country.
bool isCountrys(const QStringList &labels)
{
    static const QStringList usual{u"com"_s, u"org"_s, u"net"_s, u"gov"_s, u"edu"_s, u"gob"_s, u"asso"_s, u"nom"_s};
    const QString &second = labels[labels.size() - 2];
    return labels.last().size() == 2 && (second.size() <= 2 || usual.contains(second));
}

bool isAddress(const QString &host)
{
    static const QRegularExpression numbers(QStringLiteral("\\A[0-9.]+\\z"));
    return host.contains(u':') || numbers.match(host).hasMatch();
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression address(
        QStringLiteral("\\A127(\\.(0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])){3}\\z"));
    return host == "localhost"_L1 || host == "::1"_L1 || address.match(host).hasMatch();
}

QString registrableDomain(const QString &host)
{
    const QString name = host.toLower();
    const QStringList labels = name.split(u'.');
    if (isAddress(name) || labels.size() <= 2)
        return name;
    const QString two = labels.sliced(labels.size() - 2).join(u'.');
    if (isShared(two))
        return name;
    return isCountrys(labels) ? labels.sliced(labels.size() - 3).join(u'.') : two;
}

} // namespace gatehouse
