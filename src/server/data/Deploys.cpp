// SPDX-License-Identifier: Apache-2.0
#include "server/data/Deploys.h"

#include "database/Database.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

Result<void> recordDeploy(const Database &database, qint64 scope, DeployCause cause, const QDateTime &now)
{
    const auto recorded =
        database.execute(u"INSERT INTO deploys(scope, cause, at, status, list) SELECT ?, ?, ?, 'live', "
                         "coalesce((SELECT group_concat(range, char(10)) FROM "
                         "(SELECT range FROM entries WHERE scope = ? AND active ORDER BY number)), '')"_s,
                         {scope, causeName(cause), sqlTime(now), scope});
    if (!recorded)
        return failure(recorded.error());
    return database
        .execute(u"DELETE FROM deploys WHERE scope = ? AND id NOT IN "
                 "(SELECT id FROM deploys WHERE scope = ? ORDER BY id DESC LIMIT ?)"_s,
                 {scope, scope, keptDeploys})
        .map([](int) {});
}

Result<QList<Deploy>> deploysOf(const Database &database, qint64 scope)
{
    return database.rows(u"SELECT id, scope, cause, at, status, list FROM deploys WHERE scope = ? ORDER BY id DESC"_s,
                         {scope}, [](const Statement &row) {
                             return Deploy{row.integer(0), row.integer(1), row.text(2),
                                           row.time(3),    row.text(4),    row.text(5)};
                         });
}

} // namespace gatehouse::server
