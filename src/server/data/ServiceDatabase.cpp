// SPDX-License-Identifier: Apache-2.0
#include "server/data/ServiceDatabase.h"

#include "base/PrivateFiles.h"
#include "database/Database.h"
#include "database/Migrations.h"
#include "database/Salvage.h"
#include "database/ServerAddress.h"
#include "database/Transaction.h"
#include "server/data/Scopes.h"
#include "server/data/Secret.h"
#include "server/data/ServiceSchema.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<QString>> storedToken(const Database &database)
{
    return database.first(u"SELECT value FROM settings WHERE name = 'token'"_s, {},
                          [](const Statement &row) { return row.text(0); });
}

Result<void> storeToken(const Database &database, const QString &token)
{
    return database
        .execute(u"INSERT INTO settings(name, value) VALUES('token', ?) "
                 "ON CONFLICT(name) DO UPDATE SET value = excluded.value"_s,
                 {token})
        .map([](int) {});
}

Result<void> addFirstScopes(const Database &database)
{
    const auto local = u"local"_s;
    const auto now = QDateTime::currentDateTimeUtc();
    for (const auto kind : {ScopeKind::Organization, ScopeKind::Workspace, ScopeKind::Environment, ScopeKind::ApiKey}) {
        const auto secret = kind == ScopeKind::ApiKey ? newApiKeySecret(false) : QString();
        if (const auto added = insertScope(database, {0, kind, local, local, secret, now}); !added)
            return failure(added.error());
    }
    return {};
}

/// The token is the mark that this was done.
Result<void> fillWhenNew(const Database &database)
{
    if (const auto token = storedToken(database); !token)
        return failure(token.error());
    else if (*token)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    const auto token = storedToken(database); // another program may have been quicker
    if (!token)
        return failure(token.error());
    if (*token)
        return {};
    if (auto added = addFirstScopes(database); !added)
        return added;
    if (auto stored = storeToken(database, newSecret()); !stored)
        return stored;
    return transaction->commit();
}

Result<Database> prepared(Result<Database> database)
{
    if (!database)
        return database;
    if (auto migrated = migrate(*database, serviceMigrations()); !migrated)
        return failure(std::move(migrated.error()));
    if (auto filled = fillWhenNew(*database); !filled)
        return failure(std::move(filled.error()));
    return database;
}

/// A damaged one is for its owner to replace: what was saved from it could let in more than was wanted.
Result<Database> openFile(const QString &folder)
{
    if (auto made = makePrivateFolder(folder); !made)
        return failure(std::move(made.error()));
    const QString file = QDir(folder).filePath(u"service.sqlite"_s);
    auto database = prepared(Database::open(file));
    if (database || !isDamaged(file))
        return database;
    return failure(ErrorKind::Storage,
                   QCoreApplication::translate("ServiceDatabase",
                                               "The database %1 is damaged. No empty one was begun in its place, since "
                                               "an empty list may let everyone in. Put a copy of it back, or move it "
                                               "away to begin anew.")
                       .arg(file),
                   database.error().detail);
}

Result<Database> openOfServer(const QString &url)
{
    const auto address = ServerAddress::parse(url);
    if (!address)
        return failure(address.error());
    return prepared(Database::open(*address));
}

} // namespace

Result<Database> openServiceDatabase(const QString &place)
{
    return ServerAddress::isMeantBy(place) ? openOfServer(place) : openFile(place);
}

Result<QString> serviceToken(const Database &database)
{
    return storedToken(database).map([](const std::optional<QString> &token) { return token.value_or(QString()); });
}

Result<void> setServiceToken(const Database &database, const QString &token)
{
    constexpr qsizetype shortest = 16;
    constexpr qsizetype longest = 512;
    const auto canStandInHeader = [](QChar c) { return c > u' ' && c <= u'~'; };
    if (token.size() < shortest || token.size() > longest || !std::all_of(token.begin(), token.end(), canStandInHeader))
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("ServiceDatabase",
                                                   "A token needs 16 to 512 visible ASCII characters without blanks."));
    return storeToken(database, token);
}

} // namespace gatehouse::server
