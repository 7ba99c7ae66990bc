// SPDX-License-Identifier: Apache-2.0
#include "server/data/DeployTargets.h"

#include "database/Database.h"
#include "database/Transaction.h"
#include "server/data/Deploys.h"

#include <QStringList>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

Result<void> execute(const Database &database, const QString &sql, const QVariantList &values)
{
    return database.execute(sql, values).map([](int) {});
}

Result<QList<TargetState>> targetsOf(const Database &database, qint64 scope)
{
    return database.rows(
        u"SELECT host, name, scope, deploy, failure FROM deploy_targets WHERE scope = ? ORDER BY number"_s, {scope},
        [](const Statement &row) {
            return TargetState{row.text(0), row.text(1), row.integer(2), row.integer(3), row.text(4)};
        });
}

/// The status of the newest deploy and why it is that.
std::pair<QString, QString> statusOf(const QList<TargetState> &targets, qint64 deploy)
{
    QStringList failed;
    QStringList waiting;
    for (const auto &target : targets) {
        const QString place = u"%1 on %2"_s.arg(target.name, target.host);
        if (!target.failure.isEmpty())
            failed.append(u"%1: %2"_s.arg(place, target.failure));
        else if (target.deploy < deploy)
            waiting.append(place);
    }
    if (!failed.isEmpty())
        return {u"failed"_s, failed.join(u"; "_s)};
    if (!waiting.isEmpty())
        return {u"pending"_s, waiting.join(u"; "_s)};
    return {u"live"_s, {}};
}

} // namespace

Result<void> saveTarget(const Database &database, const TargetState &state, const QDateTime &now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    if (auto done = forgetOldTargets(database, now); !done)
        return done;
    auto saved = execute(database,
                         u"INSERT INTO deploy_targets(host, name, scope, deploy, failure, at) VALUES(?, ?, ?, ?, ?, ?) "
                         "ON CONFLICT(host, name) DO UPDATE SET scope = excluded.scope, deploy = excluded.deploy, "
                         "failure = excluded.failure, at = excluded.at"_s,
                         {state.host, state.name, state.scope, state.deploy, state.failure, sqlTime(now)});
    if (!saved)
        return saved;
    if (auto done = settleDeploys(database, state.scope); !done)
        return done;
    return transaction->commit();
}

Result<void> removeTarget(const Database &database, const TargetState &state)
{
    return execute(database, u"DELETE FROM deploy_targets WHERE host = ? AND name = ?"_s, {state.host, state.name});
}

Result<void> settleDeploys(const Database &database, qint64 scope)
{
    const auto newest = newestDeploy(database, scope);
    const auto targets = newest ? targetsOf(database, scope) : failure(newest.error());
    if (!targets)
        return failure(targets.error());
    const auto [status, reason] = statusOf(*targets, *newest);
    auto done =
        execute(database, u"UPDATE deploys SET status = ?, reason = ? WHERE id = ?"_s, {status, reason, *newest});
    if (!done)
        return done;
    return execute(database,
                   u"UPDATE deploys SET status = 'superseded', reason = '' "
                   "WHERE scope = ? AND id < ? AND status = 'pending'"_s,
                   {scope, *newest});
}

Result<void> forgetOldTargets(const Database &database, const QDateTime &now)
{
    const auto oldest = now.addSecs(-std::chrono::seconds(rememberTargetsFor).count());
    return execute(database, u"DELETE FROM deploy_targets WHERE at < ?"_s, {sqlTime(oldest)});
}

} // namespace gatehouse::server
