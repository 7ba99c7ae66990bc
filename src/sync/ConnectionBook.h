// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "services/DefinitionCatalog.h"
#include "store/SecretStore.h"
#include "store/Store.h"

#include <QObject>

#include <vector>

namespace gatehouse {

/// The connections of this home, in order, with their secrets. The one place that adds, changes and removes them.
class ConnectionBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBook)

public:
    /// All must outlive this.
    ConnectionBook(Store &store, SecretStore &secrets, const DefinitionCatalog &catalog, QObject *parent = nullptr);

    /// Reads them; at the first start makes "This computer", the embedded service's own list. records() is empty
    /// before.
    [[nodiscard]] Future<void> load();

    [[nodiscard]] const std::vector<ConnectionRecord> &records() const { return m_records; }
    [[nodiscard]] const ConnectionRecord *find(const QUuid &id) const;
    [[nodiscard]] const ConnectionRecord *findByName(const QString &name) const;

    /// The base URL that was meant by a text typed or pasted: without blanks and invisible characters, quotes and angle
    /// brackets around it, and without slashes at its end. Invalid when it is none.
    [[nodiscard]] static QUrl baseUrlFrom(const QString &text);
    /// The first thing that is wrong with it (name, service, URL, CA file, scope), in a sentence for people, or
    /// success.
    [[nodiscard]] Result<void> check(const ConnectionRecord &connection) const;
    /// Adds (null id: gets one) or changes. An empty secret leaves the stored one, unless the base URL goes to another
    /// domain, which is InvalidInput then. Gives the record as stored.
    [[nodiscard]] Future<ConnectionRecord> save(ConnectionRecord connection, const QString &secret);
    /// With its secret, list and draft. The embedded one cannot be removed (InvalidInput).
    [[nodiscard]] Future<void> remove(const QUuid &id);
    /// Remembers when the list was last read.
    void noteSynchronised(const QUuid &id, const QDateTime &when);

Q_SIGNALS:
    void reset();
    void added(int index);
    void changed(int index);
    void removed(int index);

private:
    static Result<void> checkAuthority(const ConnectionRecord &connection);
    static Result<void> checkUrl(const ConnectionRecord &connection);
    static Result<void> checkScope(const ConnectionRecord &connection, const ServiceDefinition &definition);
    void rememberAudiences();
    [[nodiscard]] QString freeName(const QString &wish) const;
    void put(const ConnectionRecord &connection);

    Store &m_store;
    SecretStore &m_secrets;
    const DefinitionCatalog &m_catalog;
    std::vector<ConnectionRecord> m_records;
};

} // namespace gatehouse
