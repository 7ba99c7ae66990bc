// SPDX-License-Identifier: Apache-2.0
#include "sync/ConnectionBook.h"

#include "base/HostName.h"
#include "http/TrustedAuthorities.h"
#include "services/UrlPath.h"
#include "sync/Chain.h"
#include "sync/SecretAudience.h"

#include <QRegularExpression>

#include <algorithm>

namespace gatehouse {

namespace {

/// The embedded service's own list: its API is the Quave one, under this path of whatever port it has got.
ConnectionRecord embeddedConnection(const QString &name)
{
    ConnectionRecord record;
    record.id = QUuid::createUuid();
    record.name = name;
    record.serviceId = QStringLiteral("quave");
    record.baseUrl = QUrl(QStringLiteral("/quave/api/public/v1"));
    record.scope = {{QStringLiteral("appEnvId"), QStringLiteral("local")}};
    record.embedded = true;
    return record;
}

bool leadsAway(const ConnectionRecord &connection, const QString &audience)
{
    return !connection.embedded && !connection.audience.isEmpty() &&
           connection.audience.section(u' ', 0, 0) != audience.section(u' ', 0, 0);
}

} // namespace

ConnectionBook::ConnectionBook(Store &store, SecretStore &secrets, const DefinitionCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_catalog(catalog)
{}

Future<void> ConnectionBook::load()
{
    const auto chain = Chain<void>::begin(this);
    chain->then(m_store.connections(), [this, chain](std::vector<ConnectionRecord> records) {
        const bool hasEmbedded = std::ranges::any_of(records, &ConnectionRecord::embedded);
        m_records = std::move(records);
        rememberAudiences();
        if (hasEmbedded) {
            Q_EMIT reset();
            chain->finish({});
            return;
        }
        const ConnectionRecord own = embeddedConnection(freeName(tr("This computer")));
        chain->then(m_store.saveConnection(own), [this, chain, own] {
            m_records.insert(m_records.begin(), own);
            Q_EMIT reset();
            chain->finish({});
        });
    });
    return chain->future();
}

/// Connections of versions that did not remember it: from now on it is noticed when they lead elsewhere.
void ConnectionBook::rememberAudiences()
{
    for (ConnectionRecord &record : m_records) {
        const auto definition = m_catalog.find(record.serviceId);
        if (!definition || definition->replacesBuiltIn || record.embedded || !record.audience.isEmpty())
            continue;
        record.audience = secretAudience(*definition, record.baseUrl);
        (void)m_store.saveConnection(record); // losing this is made up for at the next start
    }
}

QString ConnectionBook::freeName(const QString &wish) const
{
    QString name = wish;
    for (int number = 2; findByName(name); ++number)
        name = QStringLiteral("%1 %2").arg(wish).arg(number);
    return name;
}

const ConnectionRecord *ConnectionBook::find(const QUuid &id) const
{
    const auto found = std::ranges::find(m_records, id, &ConnectionRecord::id);
    return found == m_records.end() ? nullptr : &*found;
}

const ConnectionRecord *ConnectionBook::findByName(const QString &name) const
{
    const auto found = std::ranges::find(m_records, name, &ConnectionRecord::name);
    return found == m_records.end() ? nullptr : &*found;
}

Result<void> ConnectionBook::check(const ConnectionRecord &connection) const
{
    const auto wrong = [](const QString &sentence) { return failure(ErrorKind::InvalidInput, sentence); };
    if (connection.name.trimmed().isEmpty())
        return wrong(tr("Give the connection a name."));
    if (const ConnectionRecord *other = findByName(connection.name.trimmed()); other && other->id != connection.id)
        return wrong(tr("Another connection is named “%1” already.").arg(other->name));
    const auto definition = m_catalog.find(connection.serviceId);
    if (!definition)
        return wrong(tr("There is no definition of the service “%1”.").arg(connection.serviceId));
    if (auto url = checkUrl(connection); !url)
        return url;
    if (auto authority = checkAuthority(connection); !authority)
        return authority;
    return checkScope(connection, *definition);
}

QUrl ConnectionBook::baseUrlFrom(const QString &text)
{
    // What comes along with a copy, and can be no part of a URL.
    static const QRegularExpression around(QStringLiteral("\\A[\\s\\p{Cf}<\"'“”]+|[\\s\\p{Cf}>\"'“”]+\\z"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString url = text;
    url.remove(around);
    while (url.endsWith(u'/'))
        url.chop(1);
    return QUrl(url, QUrl::StrictMode);
}

Result<void> ConnectionBook::checkAuthority(const ConnectionRecord &connection)
{
    if (connection.caFile.isEmpty())
        return {};
    return trustWith(connection.caFile).map([](const auto &) {});
}

Result<void> ConnectionBook::checkUrl(const ConnectionRecord &connection)
{
    if (connection.embedded)
        return {};
    const QUrl &url = connection.baseUrl;
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return failure(ErrorKind::InvalidInput, tr("The base URL must look like https://api.example.com/v1."));
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::InvalidInput, tr("The base URL must not contain a user name or password."));
    if (url.hasQuery() || url.hasFragment())
        return failure(ErrorKind::InvalidInput, tr("The base URL must end before “?” and “#”."));
    if (leadsElsewhere(url.path(QUrl::FullyEncoded)))
        return failure(ErrorKind::InvalidInput,
                       tr("The base URL must not have “.” or “..” between slashes, which leads elsewhere."));
    if (url.scheme() == u"http" && !isLoopbackHost(url.host()))
        return failure(ErrorKind::InvalidInput,
                       tr("The base URL must begin with https, so that nobody on the way can read the secret. "
                          "Plain http is for this computer only."));
    return {};
}

Result<void> ConnectionBook::checkScope(const ConnectionRecord &connection, const ServiceDefinition &definition)
{
    for (const ScopeField &field : definition.scopeFields) {
        if (field.required && connection.scope.value(field.key).trimmed().isEmpty())
            return failure(ErrorKind::InvalidInput, tr("“%1” is needed: %2").arg(field.title, field.hint));
    }
    for (auto it = connection.scope.begin(); it != connection.scope.end(); ++it) {
        if (std::ranges::none_of(definition.scopeFields,
                                 [&](const ScopeField &field) { return field.key == it.key(); }))
            return failure(ErrorKind::InvalidInput, tr("%1 has no scope named “%2”.").arg(definition.name, it.key()));
    }
    const auto isGiven = [&](const QString &key) { return !connection.scope.value(key).trimmed().isEmpty(); };
    if (!definition.scopeNeedsOneOf.isEmpty() && std::ranges::none_of(definition.scopeNeedsOneOf, isGiven)) {
        return failure(
            ErrorKind::InvalidInput,
            tr("At least one of these is needed: %1.").arg(definition.scopeNeedsOneOf.join(QStringLiteral(", "))));
    }
    return {};
}

Future<ConnectionRecord> ConnectionBook::save(ConnectionRecord connection, const QString &secret)
{
    connection.name = connection.name.trimmed();
    if (auto checked = check(connection); !checked)
        return readyFailure<ConnectionRecord>(checked.error());
    const bool isNew = connection.id.isNull();
    const auto definition = m_catalog.find(connection.serviceId);
    const QString audience = secretAudience(*definition, connection.baseUrl);
    if (isNew || !secret.isEmpty()) {
        connection.audience = audience;
    } else if (leadsAway(connection, audience) && !definition->secretTitle.isEmpty()) {
        return readyFailure<ConnectionRecord>(
            makeError(ErrorKind::InvalidInput, tr("The base URL leads to another domain, which does not get the stored "
                                                  "secret by itself. Enter the secret again.")));
    }
    if (isNew) {
        connection.id = QUuid::createUuid();
        connection.position = m_records.empty() ? 0 : m_records.back().position + 1;
    }
    const auto chain = Chain<ConnectionRecord>::begin(this);
    const auto store = [this, chain, connection] {
        chain->then(m_store.saveConnection(connection), [this, chain, connection] {
            put(connection);
            chain->finish(connection);
        });
    };
    // The secret first: a connection without its secret would be of no use, a secret without connection is only litter.
    if (secret.isEmpty() || connection.embedded)
        store();
    else
        chain->then(m_secrets.write(connection.id, secret), store);
    return chain->future();
}

void ConnectionBook::put(const ConnectionRecord &connection)
{
    const auto known = std::ranges::find(m_records, connection.id, &ConnectionRecord::id);
    if (known == m_records.end()) {
        m_records.push_back(connection);
        Q_EMIT added(static_cast<int>(m_records.size()) - 1);
    } else {
        *known = connection;
        Q_EMIT changed(static_cast<int>(known - m_records.begin()));
    }
}

Future<void> ConnectionBook::remove(const QUuid &id)
{
    const ConnectionRecord *record = find(id);
    if (!record)
        return readyFailure<void>(makeError(ErrorKind::InvalidInput, tr("There is no such connection.")));
    if (record->embedded)
        return readyFailure<void>(
            makeError(ErrorKind::InvalidInput, tr("The list of this computer cannot be disconnected.")));
    const auto chain = Chain<void>::begin(this);
    chain->then(m_secrets.remove(id), [this, chain, id] {
        chain->then(m_store.removeConnection(id), [this, chain, id] {
            const auto known = std::ranges::find(m_records, id, &ConnectionRecord::id);
            if (known != m_records.end()) {
                const int index = static_cast<int>(known - m_records.begin());
                m_records.erase(known);
                Q_EMIT removed(index);
            }
            chain->finish({});
        });
    });
    return chain->future();
}

void ConnectionBook::noteSynchronised(const QUuid &id, const QDateTime &when)
{
    const auto known = std::ranges::find(m_records, id, &ConnectionRecord::id);
    if (known == m_records.end())
        return;
    known->lastSynchronised = when;
    // Losing this is harmless: the list itself carries its time.
    (void)m_store.saveConnection(*known);
    Q_EMIT changed(static_cast<int>(known - m_records.begin()));
}

} // namespace gatehouse
