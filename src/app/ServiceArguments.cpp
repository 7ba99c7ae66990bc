// SPDX-License-Identifier: Apache-2.0
#include "app/ServiceArguments.h"

#include "database/ServerAddress.h"
#include "ip/IpRange.h"
#include "server/http/HostAndPort.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <initializer_list>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace gatehouse {

namespace {

struct Endpoint
{
    QString address;
    quint16 port = 0;
};

/// `127.0.0.1:8080` or `[::1]:8080`.
std::optional<Endpoint> endpointOf(const std::string &text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos)
        return std::nullopt;
    std::string address = text.substr(0, colon);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    else if (address.find(':') != std::string::npos)
        return std::nullopt; // IPv6 without brackets: which colon is the port's?
    bool isNumber = false;
    const auto port = QString::fromStdString(text.substr(colon + 1)).toUShort(&isNumber);
    if (!isNumber || !IpAddress::parse(address))
        return std::nullopt;
    return Endpoint{QString::fromStdString(address), port};
}

std::string checkEndpoint(const std::string &text)
{
    return endpointOf(text) ? std::string() : "expected ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080";
}

std::string checkRange(const std::string &text)
{
    const auto range = IpRange::parse(text);
    return range ? std::string() : range.error().message();
}

std::string checkHost(const std::string &text)
{
    const auto host = server::HostAndPort::parse(QByteArray::fromStdString(text));
    const bool isName = host && host->host.size() == qsizetype(text.size());
    return isName ? std::string() : "expected a name without a port, such as lists.example.org";
}

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

/// Empty, or what is wrong with `text`, as CLI11 wants it.
template <typename Value>
std::string problemOf(const Result<Value> &parsed)
{
    return parsed ? std::string() : parsed.error().message.toStdString();
}

std::string checkData(const std::string &text)
{
    const QString data = textOf(text);
    return ServerAddress::isMeantBy(data) ? problemOf(ServerAddress::parse(data)) : std::string();
}

std::string checkTarget(const std::string &text)
{
    return problemOf(server::DeployTarget::parse(textOf(text)));
}

std::string checkReload(const std::string &text)
{
    return problemOf(server::ReloadCommand::parse(textOf(text)));
}

/// The options as CLI11 fills them in. Help texts are English, as those of most command lines are.
class Parser final
{
public:
    Parser()
    {
        addCommonOptions();
        addServeOptions();
        addDeployOptions();
        m_scopes->add_flag("--secrets", m_withSecrets, "Show each API key's own secret, too");
        m_addScope->add_option("KIND", m_kind, "organization, environment or api-key")
            ->required()
            ->check(CLI::IsMember({"organization", "environment", "api-key"}));
        m_addScope->add_option("ID", m_id, "Its id, unique within its kind")->required();
        m_addScope->add_option("--name", m_name, "Its name; the id when not given");
        m_resetList->add_option("KIND", m_resetKind, "organization, workspace, environment or api-key")
            ->capture_default_str()
            ->check(CLI::IsMember({"organization", "workspace", "environment", "api-key"}));
        m_resetList->add_option("ID", m_resetId, "Its id, as \"scopes\" lists it")->capture_default_str();
    }

    /// The exit status when it ends here.
    std::optional<int> parse(const QStringList &arguments, Output &out, Output &err)
    {
        constexpr int wrongUsage = 2;
        std::vector<std::string> reversed; // as CLI11 wants it
        for (auto argument = arguments.crbegin(); argument != arguments.crend(); ++argument)
            reversed.push_back(argument->toStdString());
        try {
            m_app.parse(reversed);
            return std::nullopt;
        } catch (const CLI::ParseError &error) {
            std::ostringstream toOut;
            std::ostringstream toErr;
            const int status = m_app.exit(error, toOut, toErr);
            out.writeLines(textOf(toOut.str()));
            err.writeLines(textOf(toErr.str()));
            return status == 0 ? 0 : wrongUsage;
        }
    }

    [[nodiscard]] ServiceArguments arguments() const
    {
        ServiceArguments all;
        all.data = textOf(m_data);
        if (m_data.empty()) {
            all.home = Home::choose(textOf(m_home));
            all.data = all.home->serviceDataFolder();
        }
        all.json = m_json;
        all.verbose = m_verbose;
        if (m_scopes->parsed())
            all.command = ScopesCommand{m_withSecrets};
        else if (m_addScope->parsed())
            all.command = AddScopeCommand{textOf(m_kind), textOf(m_id), textOf(m_name)};
        else if (m_deploys->parsed())
            all.command = DeploysCommand();
        else if (m_resetList->parsed())
            all.command = ResetListCommand{textOf(m_resetKind), textOf(m_resetId)};
        else
            all.command = serveCommand(all.data);
        return all;
    }

private:
    void addCommonOptions()
    {
        m_app.add_option("--home", m_home, "Keep everything under this folder (or GATEHOUSE_HOME)");
        m_app
            .add_option("--data", m_data,
                        "Where the lists are kept: a folder (under the home when not given), or "
                        "postgresql://user@host:port/name, which several services may share")
            ->check(checkData);
        m_app.add_flag("--json", m_json, "One JSON document on standard output");
        m_app.add_flag("--verbose", m_verbose, "Log to standard error, with secrets masked");
        m_app.set_version_flag("--version",
                               "gatehouse-service " + QCoreApplication::applicationVersion().toStdString());
        m_app.require_subcommand(0, 1);
        for (auto *command : m_commands)
            command->fallthrough(); // the common options may stand behind the command, too
    }

    void addServeOptions()
    {
        auto *listen = m_app.add_option("--listen", m_listen, "Where to listen: ADDRESS:PORT; port 0 is a free one")
                           ->capture_default_str()
                           ->check(checkEndpoint);
        auto *proxy =
            m_app.add_option("--trust-proxy", m_proxies, "Believe X-Forwarded-For from this range; may be repeated")
                ->expected(1)
                ->take_all()
                ->check(checkRange);
        auto *certificate =
            m_app.add_option("--tls-certificate", m_certificate, "PEM file with the certificate and its chain");
        auto *key = m_app.add_option("--tls-key", m_key, "PEM file with the certificate's key")->needs(certificate);
        certificate->needs(key);
        auto *token = m_app.add_flag("--token-stdin", m_tokenFromInput,
                                     "Take the management token from standard input and keep it");
        auto *tokenFile = m_app.add_option("--token-file", m_tokenFile,
                                           "Write the token to this file, which its owner alone can read, instead of "
                                           "the first line");
        auto *host = m_app
                         .add_option("--allow-host", m_hosts,
                                     "A name by which the service is called; other names are refused, addresses and "
                                     "localhost are not; may be repeated")
                         ->expected(1)
                         ->take_all()
                         ->check(checkHost);
        keepFromCommands({listen, proxy, certificate, key, token, tokenFile, host});
    }

    void addDeployOptions()
    {
        auto *deploy = m_app
                           .add_option("--deploy", m_targets,
                                       "Keep a file equal to a list: nginx:FILE (allow and deny lines to be included) "
                                       "or file:FILE (one range a line) for the environment local, nginx:KIND/ID:FILE "
                                       "for another; may be repeated")
                           ->expected(1)
                           ->take_all()
                           ->check(checkTarget);
        auto *reload = m_app
                           .add_option("--deploy-reload", m_reload,
                                       "Run this after such files were changed, without a shell: \"nginx -s reload\"")
                           ->needs(deploy)
                           ->check(checkReload);
        auto *empty = m_app
                          .add_option("--deploy-empty", m_empty,
                                      "What a list with nothing in force does in such files: allow everyone or deny "
                                      "everyone")
                          ->capture_default_str()
                          ->needs(deploy)
                          ->check(CLI::IsMember({"allow", "deny"}));
        keepFromCommands({deploy, reload, empty});
    }

    /// What is for the running service alone.
    void keepFromCommands(std::initializer_list<CLI::Option *> options)
    {
        for (auto *command : m_commands) {
            for (auto *option : options)
                command->excludes(option);
        }
    }

    [[nodiscard]] ServeCommand serveCommand(const QString &data) const
    {
        ServeCommand serve;
        const auto endpoint = endpointOf(m_listen).value_or(Endpoint());
        serve.options.dataFolder = data;
        serve.options.listenAddress = endpoint.address;
        serve.options.listenPort = endpoint.port;
        for (const auto &proxy : m_proxies)
            serve.options.trustedProxies.append(textOf(proxy));
        for (const auto &host : m_hosts)
            serve.options.allowedHosts.append(textOf(host));
        serve.options.tlsCertificateFile = textOf(m_certificate);
        serve.options.tlsKeyFile = textOf(m_key);
        for (const auto &target : m_targets)
            serve.options.deploy.targets.append(
                server::DeployTarget::parse(textOf(target)).value_or(server::DeployTarget()));
        serve.options.deploy.reload = server::ReloadCommand::parse(textOf(m_reload)).value_or(server::ReloadCommand());
        serve.options.deploy.empty = m_empty == "deny" ? server::EmptyList::Deny : server::EmptyList::Allow;
        serve.tokenFromInput = m_tokenFromInput;
        serve.tokenFile = textOf(m_tokenFile);
        return serve;
    }

    CLI::App m_app{"An allowlist service that speaks the vendors' own APIs", "gatehouse-service"};
    CLI::App *m_scopes = m_app.add_subcommand("scopes", "List what has an allowlist of its own");
    CLI::App *m_addScope = m_app.add_subcommand("add-scope", "Add an organization, environment or API key");
    CLI::App *m_deploys = m_app.add_subcommand("deploys", "List the newest changes and how far each is deployed");
    CLI::App *m_resetList =
        m_app.add_subcommand("reset-list", "Remove all entries of a list, so that it lets everyone in: for one "
                                           "that shuts everybody out, by default the workspace's (Cortex)");
    const std::vector<CLI::App *> m_commands = {m_scopes, m_addScope, m_deploys, m_resetList};
    std::string m_home;
    std::string m_data;
    std::string m_listen = "127.0.0.1:0";
    std::vector<std::string> m_proxies;
    std::vector<std::string> m_hosts;
    std::vector<std::string> m_targets;
    std::string m_reload;
    std::string m_empty = "allow";
    std::string m_certificate;
    std::string m_key;
    std::string m_kind;
    std::string m_id;
    std::string m_name;
    std::string m_resetKind = "workspace";
    std::string m_resetId = "local";
    std::string m_tokenFile;
    bool m_json = false;
    bool m_verbose = false;
    bool m_tokenFromInput = false;
    bool m_withSecrets = false;
};

} // namespace

std::variant<ServiceArguments, int> parseServiceArguments(const QStringList &arguments, Output &out, Output &err)
{
    Parser parser;
    if (const auto status = parser.parse(arguments, out, err))
        return *status;
    return parser.arguments();
}

} // namespace gatehouse
