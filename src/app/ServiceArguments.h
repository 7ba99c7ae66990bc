// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Home.h"
#include "base/Output.h"
#include "server/EmbeddedService.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace gatehouse {

/// Run the service until it is told to end.
struct ServeCommand
{
    server::ServiceOptions options;
    bool tokenFromInput = false;
    QString tokenFile; ///< where the token is told instead of on the first line; empty: there
};

/// List the scopes.
struct ScopesCommand
{
    bool withSecrets = false;
};

/// Add one.
struct AddScopeCommand
{
    QString kind;
    QString id;
    QString name;
};

/// List the newest deploys.
struct DeploysCommand
{};

/// Empty a list.
struct ResetListCommand
{
    QString kind;
    QString id;
};

/// What the command line of gatehouse-service asks for.
struct ServiceArguments
{
    QString data;             ///< a folder or a database's URL, as openServiceDatabase() takes it
    std::optional<Home> home; ///< in which that folder lies; nullopt when it was given by itself
    bool json = false;
    bool verbose = false;
    std::variant<ServeCommand, ScopesCommand, AddScopeCommand, DeploysCommand, ResetListCommand> command;
};

/// The arguments (without the program's name), or the exit status when there is nothing left to do: 0 after --help and
/// --version, which are printed on `out`; 2 for wrong usage, told on `err`.
std::variant<ServiceArguments, int> parseServiceArguments(const QStringList &arguments, Output &out, Output &err);

} // namespace gatehouse
