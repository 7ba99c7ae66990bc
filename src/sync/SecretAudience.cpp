// SPDX-License-Identifier: Apache-2.0
#include "sync/SecretAudience.h"

#include "base/HostName.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

struct AudienceText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::SecretAudience)
};

QString domainOf(const QUrl &url)
{
    return isLoopbackHost(url.host()) ? QStringLiteral("localhost") : registrableDomain(url.host());
}

QString reason(const ServiceDefinition &definition, const ConnectionRecord &connection)
{
    const QString domain = connection.audience.section(u' ', 0, 0);
    if (!domain.isEmpty() && domain != domainOf(connection.baseUrl))
        return AudienceText::tr("The secret was stored for %1, and the base URL leads to another domain.").arg(domain);
    if (definition.replacesBuiltIn && connection.audience.section(u' ', 1, 1).isEmpty())
        return AudienceText::tr("The file %1 took the place of the built-in definition since the secret was stored.")
            .arg(definition.file);
    return AudienceText::tr("The file %1, which defines the service, was changed since the secret was stored.")
        .arg(definition.file);
}

} // namespace

QString secretAudience(const ServiceDefinition &definition, const QUrl &baseUrl)
{
    return domainOf(baseUrl) + u' ' + QString::fromLatin1(definition.fingerprint);
}

Result<void> checkAudience(const ServiceDefinition &definition, const ConnectionRecord &connection)
{
    const bool isUnknown = connection.audience.isEmpty(); // stored by a version that did not remember it
    const bool isSame = connection.audience == secretAudience(definition, connection.baseUrl);
    // A definition that came back as a part of the program is that of nobody else.
    const bool isBuiltIn =
        definition.file.isEmpty() && connection.audience.section(u' ', 0, 0) == domainOf(connection.baseUrl);
    if (isSame || isBuiltIn || (isUnknown && !definition.replacesBuiltIn))
        return {};
    return failure(ErrorKind::SecretMissing,
                   reason(definition, connection) + u' ' +
                       AudienceText::tr("If it may go to %1, enter it again in the connection's settings; for one call "
                                        "GATEHOUSE_TOKEN takes it.")
                           .arg(connection.baseUrl.host()));
}

} // namespace gatehouse
