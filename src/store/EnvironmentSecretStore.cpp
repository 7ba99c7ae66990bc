// SPDX-License-Identifier: Apache-2.0
#include "store/EnvironmentSecretStore.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

namespace gatehouse {

namespace {

constexpr auto commonVariable = "GATEHOUSE_TOKEN";
constexpr auto namedVariables = "GATEHOUSE_TOKEN_";

QString takeVariable(const QByteArray &variable)
{
    const QString secret = qEnvironmentVariable(variable.constData()).trimmed();
    qunsetenv(variable.constData());
    return secret;
}

/// Who would get a secret: the same service at the same place.
QString audienceOf(const ConnectionRecord &connection)
{
    const QUrl &url = connection.baseUrl;
    const int usualPort = url.scheme() == QStringLiteral("http") ? 80 : 443;
    return QStringLiteral("%1 %2://%3:%4")
        .arg(connection.serviceId, url.scheme(), url.host(), QString::number(url.port(usualPort)));
}

QString nameIn(const QString &connection)
{
    QString name = connection.toUpper();
    for (QChar &c : name) {
        const bool isPlain =
            (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (!isPlain)
            c = QLatin1Char('_');
    }
    return name;
}

} // namespace

EnvironmentSecrets takeEnvironmentSecrets()
{
    EnvironmentSecrets secrets;
    secrets.common = takeVariable(commonVariable);
    const QString named = QString::fromLatin1(namedVariables);
    for (const QString &variable : QProcessEnvironment::systemEnvironment().keys()) {
        if (!variable.startsWith(named))
            continue;
        const QString secret = takeVariable(variable.toLocal8Bit());
        if (!secret.isEmpty())
            secrets.byName.insert(variable.mid(named.size()), secret);
    }
    return secrets;
}

EnvironmentSecretStore::EnvironmentSecretStore(EnvironmentSecrets secrets, std::unique_ptr<SecretStore> lasting,
                                               QObject *parent)
    : SecretStore(parent)
    , m_secrets(std::move(secrets))
    , m_lasting(std::move(lasting))
{
    connect(m_lasting.get(), &SecretStore::lastingChanged, this, &SecretStore::lastingChanged);
}

Result<void> EnvironmentSecretStore::admit(const std::vector<ConnectionRecord> &connections)
{
    QHash<QUuid, QString> admitted;
    QHash<QString, QString> audiences; // by variable
    for (const ConnectionRecord &connection : connections) {
        const QString name = nameIn(connection.name);
        const bool isNamed = m_secrets.byName.contains(name);
        const QString secret = isNamed ? m_secrets.byName.value(name) : m_secrets.common;
        if (connection.embedded || secret.isEmpty())
            continue;
        const QString variable = isNamed ? variableFor(connection.name) : QString::fromLatin1(commonVariable);
        const QString audience = audienceOf(connection);
        if (audiences.value(variable, audience) != audience) {
            return failure(
                ErrorKind::InvalidInput,
                QCoreApplication::translate("SecretStore",
                                            "%1 is one secret, and these connections are of several services: nothing "
                                            "was asked, since each would get the secret of another. Name one "
                                            "connection, keep the secrets in the keychain, or give each its own, like "
                                            "%2.")
                    .arg(variable, variableFor(connection.name)));
        }
        audiences.insert(variable, audience);
        admitted.insert(connection.id, secret);
    }
    m_admitted.insert(admitted);
    return {};
}

QString EnvironmentSecretStore::variableFor(const QString &connection)
{
    return QString::fromLatin1(namedVariables) + nameIn(connection);
}

Future<QString> EnvironmentSecretStore::read(const QUuid &connection)
{
    const auto secret = m_admitted.constFind(connection);
    return secret == m_admitted.constEnd() ? m_lasting->read(connection) : ready<QString>(*secret);
}

Future<void> EnvironmentSecretStore::write(const QUuid &connection, const QString &secret)
{
    return m_lasting->write(connection, secret);
}

Future<void> EnvironmentSecretStore::remove(const QUuid &connection)
{
    return m_lasting->remove(connection);
}

bool EnvironmentSecretStore::isLasting() const
{
    return m_lasting->isLasting();
}

} // namespace gatehouse
