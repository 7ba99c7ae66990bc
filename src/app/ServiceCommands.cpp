// SPDX-License-Identifier: Apache-2.0
#include "app/ServiceCommands.h"

#include "base/Clock.h"
#include "base/PrivateFiles.h"
#include "base/TextTable.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "server/data/Deploys.h"
#include "server/data/Entries.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <csignal>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

QJsonObject jsonOf(const server::Scope &scope, bool withSecret)
{
    QJsonObject object = {{u"kind"_s, server::scopeKindName(scope.kind)}, {u"id"_s, scope.id}, {u"name"_s, scope.name}};
    if (withSecret)
        object.insert(u"secret"_s, scope.secret.isEmpty() ? QJsonValue() : QJsonValue(scope.secret));
    return object;
}

QJsonObject jsonOf(const server::Deploy &deploy, const server::Scope &scope)
{
    return {{u"id"_s, deploy.id},
            {u"scope"_s, jsonOf(scope, false)},
            {u"at"_s, deploy.at.toString(Qt::ISODateWithMs)},
            {u"cause"_s, deploy.cause},
            {u"status"_s, deploy.status},
            {u"reason"_s, deploy.reason.isEmpty() ? QJsonValue() : QJsonValue(deploy.reason)},
            {u"ranges"_s, QJsonArray::fromStringList(deploy.list.split(u'\n', Qt::SkipEmptyParts))}};
}

QStringList cellsOf(const server::Scope &scope, bool withSecret)
{
    QStringList cells = {server::scopeKindName(scope.kind), scope.id, scope.name};
    if (withSecret)
        cells.append(scope.secret);
    return cells;
}

void printScopes(Output &out, const QList<server::Scope> &scopes, bool withSecrets)
{
    QStringList heading = {u"KIND"_s, u"ID"_s, u"NAME"_s};
    if (withSecrets)
        heading.append(u"SECRET"_s);
    TextTable table(heading);
    for (const auto &scope : scopes)
        table.addRow(cellsOf(scope, withSecrets));
    table.print(out);
}

} // namespace

void blockEndSignals()
{
    const auto signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

Result<void> serve(ServeCommand command, ServiceStreams streams)
{
    if (command.tokenFromInput) {
        command.options.token = streams.in.readLine().trimmed();
        if (command.options.token.isEmpty())
            return failure(ErrorKind::InvalidInput,
                           QCoreApplication::translate("gatehouse-service", "Standard input holds no token."));
    }
    const SystemClock clock;
    const auto service = server::EmbeddedService::start(command.options, clock);
    if (!service)
        return failure(service.error());
    QJsonObject ready = {{u"url"_s, (*service)->url().toString()}};
    if (command.tokenFile.isEmpty())
        ready.insert(u"token"_s, (*service)->token());
    else if (auto written = writePrivateFile(command.tokenFile, (*service)->token().toUtf8() + '\n'); !written)
        return written;
    else
        ready.insert(u"tokenFile"_s, QFileInfo(command.tokenFile).absoluteFilePath());
    streams.out.writeCompactJson(QJsonDocument(ready));
    streams.out.flush();
    if (streams.out.hasFailed()) // nobody would know where it listens, or its token
        return {};
    const auto signals = endSignals();
    int received = 0;
    sigwait(&signals, &received);
    return {};
}

Result<void> listScopes(const ServiceArguments &arguments, const ScopesCommand &command, ServiceStreams streams)
{
    const auto database = server::openServiceDatabase(arguments.data);
    if (!database)
        return failure(database.error());
    const auto scopes = server::allScopes(*database);
    if (!scopes)
        return failure(scopes.error());
    if (!arguments.json) {
        printScopes(streams.out, *scopes, command.withSecrets);
        return {};
    }
    QJsonArray array;
    for (const auto &scope : *scopes)
        array.append(jsonOf(scope, command.withSecrets));
    streams.out.writeJson(QJsonDocument(array));
    return {};
}

Result<void> addScope(const ServiceArguments &arguments, const AddScopeCommand &command, ServiceStreams streams)
{
    const auto kind = server::scopeKindOf(command.kind);
    if (!kind)
        return failure(ErrorKind::InvalidInput, command.kind);
    const auto database = server::openServiceDatabase(arguments.data);
    if (!database)
        return failure(database.error());
    const auto scope = server::addScope(*database, *kind, command.id, command.name);
    if (!scope)
        return failure(scope.error());
    // The new key's secret is shown: whoever makes a key is about to use it.
    const bool withSecret = !scope->secret.isEmpty();
    if (arguments.json)
        streams.out.writeJson(QJsonDocument(QJsonArray{jsonOf(*scope, withSecret)}));
    else
        printScopes(streams.out, {*scope}, withSecret);
    return {};
}

Result<void> resetList(const ServiceArguments &arguments, const ResetListCommand &command, ServiceStreams streams)
{
    const auto kind = server::scopeKindOf(command.kind);
    if (!kind)
        return failure(ErrorKind::InvalidInput, command.kind);
    const auto database = server::openServiceDatabase(arguments.data);
    if (!database)
        return failure(database.error());
    const auto removed = server::emptyList(*database, *kind, command.id, QDateTime::currentDateTimeUtc());
    if (!removed)
        return failure(removed.error());
    if (arguments.json) {
        QJsonArray array;
        for (const auto &entry : *removed)
            array.append(QJsonObject{{u"range"_s, server::shortText(entry.range)}, {u"label"_s, entry.label}});
        streams.out.writeJson(QJsonDocument(array));
        return {};
    }
    TextTable table({u"REMOVED"_s, u"LABEL"_s});
    for (const auto &entry : *removed)
        table.addRow({server::shortText(entry.range), entry.label});
    table.print(streams.out);
    streams.out << QCoreApplication::translate(
                       "gatehouse-service", "The list %1 is empty now and lets everyone in, until entries are added.")
                       .arg(command.kind + u'/' + command.id)
                << '\n';
    return {};
}

Result<void> listDeploys(const ServiceArguments &arguments, ServiceStreams streams)
{
    constexpr int mostRows = 20; // for people; programs get all of them
    const auto database = server::openServiceDatabase(arguments.data);
    if (!database)
        return failure(database.error());
    const auto scopes = server::allScopes(*database);
    const auto deploys = scopes ? server::newestDeploys(*database) : failure(scopes.error());
    if (!deploys)
        return failure(deploys.error());
    QHash<qint64, server::Scope> scopeOf;
    for (const auto &scope : *scopes)
        scopeOf.insert(scope.number, scope);
    if (arguments.json) {
        QJsonArray array;
        for (const auto &deploy : *deploys)
            array.append(jsonOf(deploy, scopeOf.value(deploy.scope)));
        streams.out.writeJson(QJsonDocument(array));
        return {};
    }
    TextTable table({u"ID"_s, u"LIST"_s, u"AT"_s, u"CAUSE"_s, u"STATUS"_s, u"REASON"_s});
    for (const auto &deploy : deploys->mid(0, mostRows)) {
        const auto scope = scopeOf.value(deploy.scope);
        table.addRow({QString::number(deploy.id), server::scopeKindName(scope.kind) + u'/' + scope.id,
                      deploy.at.toString(Qt::ISODate), deploy.cause, deploy.status, deploy.reason});
    }
    table.print(streams.out);
    return {};
}

} // namespace gatehouse
