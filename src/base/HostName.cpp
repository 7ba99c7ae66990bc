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
    static const QStringList shared =
        QStringLiteral("amazonaws.com appspot.com awsapprunner.com azure-api.net azureedge.net azurefd.net "
                       "azurestaticapps.net azurewebsites.net cloudapp.azure.com cloudapp.net cloudfront.net "
                       "cloudfunctions.net ddns.net deno.dev digitaloceanspaces.com duckdns.org dyndns.org "
                       "edgecompute.app elasticbeanstalk.com fastly.net firebaseapp.com fly.dev github.io "
                       "gitlab.io glitch.me herokuapp.com hf.space hopto.org lhr.life loca.lt myfritz.net "
                       "netlify.app ngrok-free.app ngrok.app ngrok.dev ngrok.io nip.io no-ip.org on.aws "
                       "ondigitalocean.app onrender.com oraclecloudapps.com pages.dev pythonanywhere.com "
                       "r2.dev railway.app replit.app replit.dev run.app sslip.io supabase.co surge.sh "
                       "trafficmanager.net trycloudflare.com ts.net vercel.app web.app windows.net "
                       "workers.dev")
            .split(u' ');
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
    if (isShared(two) || isShared(labels.sliced(labels.size() - 3).join(u'.')))
        return name;
    return isCountrys(labels) ? labels.sliced(labels.size() - 3).join(u'.') : two;
}

} // namespace gatehouse
