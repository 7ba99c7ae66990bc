// SPDX-License-Identifier: Apache-2.0
#include "server/data/Deploys.h"

#include "database/Database.h"
#include "server/data/DeployTargets.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

const auto deployColumns = u"SELECT id, scope, cause, at, status, reason, list FROM deploys "_s;

Deploy deployOf(const Statement &row)
{
    return {row.integer(0), row.integer(1), row.text(2), row.time(3), row.text(4), row.text(5), row.text(6)};
}

QString causeName(DeployCause cause)
{
    switch (cause) {
    case DeployCause::Change:
        return u"change"_s;
    case DeployCause::Expiry:
        return u"expiry"_s;
    }
    Q_UNREACHABLE();
}

Result<QString> listOf(const Database &database, qint64 scope)
{
    return database
        .rows(u"SELECT range FROM entries WHERE scope = ? AND active <> 0 ORDER BY number"_s, {scope},
              [](const Statement &row) { return row.text(0); })
        .map([](const QList<QString> &ranges) { return QStringList(ranges).join(u'\n'); });
}

} // namespace

Result<void> recordDeploy(const Database &database, qint64 scope, DeployCause cause, const QDateTime &now)
{
    const auto list = listOf(database, scope);
    if (!list)
        return failure(list.error());
    const auto recorded =
        database.execute(u"INSERT INTO deploys(scope, cause, at, status, list) VALUES(?, ?, ?, 'pending', ?)"_s,
                         {scope, causeName(cause), sqlTime(now), *list});
    if (!recorded)
        return failure(recorded.error());
    const auto dropped = database.execute(u"DELETE FROM deploys WHERE scope = ? AND id NOT IN "
                                          "(SELECT id FROM deploys WHERE scope = ? ORDER BY id DESC LIMIT ?)"_s,
                                          {scope, scope, keptDeploys});
    if (!dropped)
        return failure(dropped.error());
    if (auto done = forgetOldTargets(database, now); !done)
        return done;
    return settleDeploys(database, scope);
}

Result<qint64> newestDeploy(const Database &database, qint64 scope)
{
    return database
        .first(u"SELECT id FROM deploys WHERE scope = ? ORDER BY id DESC LIMIT 1"_s, {scope},
               [](const Statement &row) { return row.integer(0); })
        .map([](std::optional<qint64> id) { return id.value_or(0); });
}

Result<QList<Deploy>> deploysOf(const Database &database, qint64 scope)
{
    return database.rows(deployColumns + u"WHERE scope = ? ORDER BY id DESC"_s, {scope}, deployOf);
}

Result<QList<Deploy>> newestDeploys(const Database &database)
{
    return database.rows(deployColumns + u"ORDER BY id DESC"_s, {}, deployOf);
}

} // namespace gatehouse::server
