// SPDX-License-Identifier: Apache-2.0
// gatehouse-service: the allowlist service as a program of its own.
#include "app/ServiceArguments.h"
#include "app/ServiceCommands.h"
#include "base/CoreDumps.h"
#include "base/Logging.h"
#include "base/Output.h"
#include "base/StandardStreams.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

#include <cstdio>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Result<void> run(const ServiceArguments &arguments, ServiceStreams streams)
{
    if (arguments.home) {
        if (auto made = arguments.home->create(); !made)
            return made;
    }
    if (const auto *scopes = std::get_if<ScopesCommand>(&arguments.command))
        return listScopes(arguments, *scopes, streams);
    if (const auto *added = std::get_if<AddScopeCommand>(&arguments.command))
        return addScope(arguments, *added, streams);
    if (std::holds_alternative<DeploysCommand>(arguments.command))
        return listDeploys(arguments, streams);
    if (const auto *reset = std::get_if<ResetListCommand>(&arguments.command))
        return resetList(arguments, *reset, streams);
    return serve(std::get<ServeCommand>(arguments.command), streams);
}

int tell(const Error &error, bool json, Output &out, Output &err)
{
    constexpr int failed = 1;
    const QString sentence = error.message.isEmpty() ? explain(error) : error.message;
    if (json) {
        const QJsonObject inner = {{u"kind"_s, kindName(error.kind)},
                                   {u"message"_s, sentence},
                                   {u"detail"_s, error.detail},
                                   {u"httpStatus"_s, QJsonValue()},
                                   {u"requestId"_s, QJsonValue()}};
        out.writeJson(QJsonDocument(QJsonObject{{u"error"_s, inner}}));
        return failed;
    }
    err.writeLines(sentence);
    err << '\n';
    if (!error.detail.isEmpty() && !sentence.contains(error.detail)) {
        err.writeLines(error.detail);
        err << '\n';
    }
    return failed;
}

/// The exit status of the program.
int concluded(int status, Output &out, Output &err)
{
    constexpr int outputLost = 9; // as gatehouse-cli has it
    return finish(out, err) ? status : outputLost;
}

} // namespace

int main(int argc, char *argv[])
{
    guardStandardStreams();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"gatehouse-service"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QTextStream in(stdin);
    Output out(STDOUT_FILENO);
    Output err(STDERR_FILENO);
    const auto parsed = parseServiceArguments(QCoreApplication::arguments().mid(1), out, err);
    if (const auto *status = std::get_if<int>(&parsed))
        return concluded(*status, out, err);
    const auto &arguments = std::get<ServiceArguments>(parsed);
    if (arguments.verbose)
        logging::enableVerbose();
    forbidCoreDumps();
    blockEndSignals();
    const auto done = run(arguments, {in, out});
    return concluded(done ? 0 : tell(done.error(), arguments.json, out, err), out, err);
}
