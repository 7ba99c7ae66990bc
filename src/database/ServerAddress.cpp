// SPDX-License-Identifier: Apache-2.0
#include "database/ServerAddress.h"

#include "base/HostName.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> unusable(const char *sentence, const QString &part = {})
{
    const QString text = QCoreApplication::translate("Database", sentence);
    return failure(ErrorKind::InvalidInput, part.isEmpty() ? text : text.arg(part));
}

/// libpq reads name='value' pairs; a backslash keeps a quote or a backslash inside.
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u"'%1'"_s.arg(value);
}

/// Of several hosts, with commas between them, any may be asked.
bool isThisComputer(const QString &host)
{
    if (host.contains(u','))
        return std::ranges::all_of(host.split(u','), isThisComputer);
    return host.isEmpty() || host.startsWith(u'/') || isLoopbackHost(host);
}

Result<void> takeOption(ServerAddress &address, const QString &key, const QString &value)
{
    static const QStringList known = {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"passfile"_s};
    if (value.contains(u';')) // Qt would take it for the end of the option
        return unusable(QT_TRANSLATE_NOOP("Database", "The database's option %1 cannot hold a semicolon."), key);
    if (key == "host"_L1)
        address.host = value;
    else if (key == "user"_L1)
        address.user = value;
    else if (known.contains(key))
        address.options.insert(key, value);
    else
        return unusable(QT_TRANSLATE_NOOP("Database", "“%1” is not an option of a database's address. There are host, "
                                                      "user, sslmode, sslrootcert, sslcert, sslkey and passfile."),
                        key);
    return {};
}

} // namespace

bool ServerAddress::isMeantBy(const QString &text)
{
    return text.startsWith("postgresql://"_L1, Qt::CaseInsensitive) ||
           text.startsWith("postgres://"_L1, Qt::CaseInsensitive);
}

Result<ServerAddress> ServerAddress::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!isMeantBy(text) || !url.isValid() || url.hasFragment())
        return unusable(QT_TRANSLATE_NOOP("Database",
                                          "The database's address cannot be read. It looks like "
                                          "postgresql://user@host:5432/name; special characters in a user's name or "
                                          "password are written as in other addresses (%40 for @, %2F for /)."));
    ServerAddress address;
    address.host = url.host(QUrl::FullyDecoded);
    address.port = url.port();
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (auto taken = takeOption(address, key, value); !taken)
            return failure(std::move(taken.error()));
    }
    if (address.database.isEmpty())
        return unusable(QT_TRANSLATE_NOOP("Database", "The database's address names no database: it ends with /name."));
    return address;
}

QString ServerAddress::shown() const
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setPath(u'/' + database, QUrl::DecodedMode);
    if (host.startsWith(u'/'))
        return u"%1 (%2)"_s.arg(url.toString(), host);
    url.setHost(host);
    if (!host.isEmpty()) {
        url.setUserName(user, QUrl::DecodedMode);
        url.setPort(port);
    }
    return url.toString();
}

QString ServerAddress::connectOptions() const
{
    QMap<QString, QString> all = {{u"application_name"_s, u"gatehouse"_s}, {u"connect_timeout"_s, u"5"_s},
                                  {u"keepalives_idle"_s, u"10"_s},         {u"keepalives_interval"_s, u"5"_s},
                                  {u"keepalives_count"_s, u"3"_s},         {u"tcp_user_timeout"_s, u"25000"_s}};
    if (!isThisComputer(host))
        all.insert(u"sslmode"_s, u"require"_s);
    all.insert(options);
    QStringList pairs;
    for (auto option = all.cbegin(); option != all.cend(); ++option)
        pairs.append(u"%1=%2"_s.arg(option.key(), quoted(option.value())));
    return pairs.join(u';');
}

} // namespace gatehouse
