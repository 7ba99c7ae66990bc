// SPDX-License-Identifier: Apache-2.0
#include "app/ServiceCommands.h"

#include "base/Clock.h"
#include "database/Database.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"

#include <QCoreApplication>
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

void printJson(QTextStream &out, const QJsonArray &scopes)
{
    out << QString::fromUtf8(QJsonDocument(scopes).toJson()) << Qt::flush;
}

QStringList cellsOf(const server::Scope &scope, bool withSecret)
{
    QStringList cells = {server::scopeKindName(scope.kind), scope.id, scope.name};
    if (withSecret)
        cells.append(scope.secret);
    return cells;
}

void printTable(QTextStream &out, const QList<server::Scope> &scopes, bool withSecrets)
{
    QList<QStringList> rows = {{u"KIND"_s, u"ID"_s, u"NAME"_s}};
    if (withSecrets)
        rows.first().append(u"SECRET"_s);
    for (const auto &scope : scopes)
        rows.append(cellsOf(scope, withSecrets));
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const auto &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    for (const auto &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row[column].leftJustified(widths[column] + 2);
        out << line.trimmed() << '\n';
    }
    out << Qt::flush;
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
    const QJsonObject ready = {{u"url"_s, (*service)->url().toString()}, {u"token"_s, (*service)->token()}};
    streams.out << QString::fromUtf8(QJsonDocument(ready).toJson(QJsonDocument::Compact)) << Qt::endl;
    const auto signals = endSignals();
    int received = 0;
    sigwait(&signals, &received);
    return {};
}

Result<void> listScopes(const ServiceArguments &arguments, const ScopesCommand &command, ServiceStreams streams)
{
    const auto database = server::openServiceDatabase(arguments.dataFolder);
    if (!database)
        return failure(database.error());
    const auto scopes = server::allScopes(*database);
    if (!scopes)
        return failure(scopes.error());
    if (!arguments.json) {
        printTable(streams.out, *scopes, command.withSecrets);
        return {};
    }
    QJsonArray array;
    for (const auto &scope : *scopes)
        array.append(jsonOf(scope, command.withSecrets));
    printJson(streams.out, array);
    return {};
}

Result<void> addScope(const ServiceArguments &arguments, const AddScopeCommand &command, ServiceStreams streams)
{
    const auto kind = server::scopeKindOf(command.kind);
    if (!kind)
        return failure(ErrorKind::InvalidInput, command.kind);
    const auto database = server::openServiceDatabase(arguments.dataFolder);
    if (!database)
        return failure(database.error());
    const auto scope = server::addScope(*database, *kind, command.id, command.name);
    if (!scope)
        return failure(scope.error());
    // The new key's secret is shown: whoever makes a key is about to use it.
    const bool withSecret = !scope->secret.isEmpty();
    if (arguments.json)
        printJson(streams.out, {jsonOf(*scope, withSecret)});
    else
        printTable(streams.out, {*scope}, withSecret);
    return {};
}

} // namespace gatehouse
