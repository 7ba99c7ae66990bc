// SPDX-License-Identifier: Apache-2.0
#include "app/ServiceArguments.h"

#include "base/Home.h"
#include "ip/IpRange.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

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

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

/// The options as CLI11 fills them in. Help texts are English, as those of most command lines are.
class Parser final
{
public:
    Parser()
    {
        addCommonOptions();
        addServeOptions();
        m_scopes->add_flag("--secrets", m_withSecrets, "Show each API key's own secret, too");
        m_addScope->add_option("KIND", m_kind, "organization, environment or api-key")
            ->required()
            ->check(CLI::IsMember({"organization", "environment", "api-key"}));
        m_addScope->add_option("ID", m_id, "Its id, unique within its kind")->required();
        m_addScope->add_option("--name", m_name, "Its name; the id when not given");
    }

    /// The exit status when it ends here.
    std::optional<int> parse(const QStringList &arguments, QTextStream &out, QTextStream &err)
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
            out << textOf(toOut.str()) << Qt::flush;
            err << textOf(toErr.str()) << Qt::flush;
            return status == 0 ? 0 : wrongUsage;
        }
    }

    [[nodiscard]] ServiceArguments arguments() const
    {
        ServiceArguments all;
        all.dataFolder = m_data.empty() ? Home::choose(textOf(m_home)).serviceDataFolder() : textOf(m_data);
        all.json = m_json;
        all.verbose = m_verbose;
        if (m_scopes->parsed())
            all.command = ScopesCommand{m_withSecrets};
        else if (m_addScope->parsed())
            all.command = AddScopeCommand{textOf(m_kind), textOf(m_id), textOf(m_name)};
        else
            all.command = serveCommand(all.dataFolder);
        return all;
    }

private:
    void addCommonOptions()
    {
        m_app.add_option("--home", m_home, "Keep everything under this folder (or GATEHOUSE_HOME)");
        m_app.add_option("--data", m_data, "The service's own folder; under the home when not given");
        m_app.add_flag("--json", m_json, "One JSON document on standard output");
        m_app.add_flag("--verbose", m_verbose, "Log to standard error, with secrets masked");
        m_app.set_version_flag("--version",
                               "gatehouse-service " + QCoreApplication::applicationVersion().toStdString());
        m_app.require_subcommand(0, 1);
        for (auto *command : {m_scopes, m_addScope})
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
        for (auto *option : {listen, proxy, certificate, key, token}) {
            m_scopes->excludes(option);
            m_addScope->excludes(option);
        }
    }

    [[nodiscard]] ServeCommand serveCommand(const QString &dataFolder) const
    {
        ServeCommand serve;
        const auto endpoint = endpointOf(m_listen).value_or(Endpoint());
        serve.options.dataFolder = dataFolder;
        serve.options.listenAddress = endpoint.address;
        serve.options.listenPort = endpoint.port;
        for (const auto &proxy : m_proxies)
            serve.options.trustedProxies.append(textOf(proxy));
        serve.options.tlsCertificateFile = textOf(m_certificate);
        serve.options.tlsKeyFile = textOf(m_key);
        serve.tokenFromInput = m_tokenFromInput;
        return serve;
    }

    CLI::App m_app{"An allowlist service that speaks the vendors' own APIs", "gatehouse-service"};
    CLI::App *m_scopes = m_app.add_subcommand("scopes", "List what has an allowlist of its own");
    CLI::App *m_addScope = m_app.add_subcommand("add-scope", "Add an organization, environment or API key");
    std::string m_home;
    std::string m_data;
    std::string m_listen = "127.0.0.1:0";
    std::vector<std::string> m_proxies;
    std::string m_certificate;
    std::string m_key;
    std::string m_kind;
    std::string m_id;
    std::string m_name;
    bool m_json = false;
    bool m_verbose = false;
    bool m_tokenFromInput = false;
    bool m_withSecrets = false;
};

} // namespace

std::variant<ServiceArguments, int> parseServiceArguments(const QStringList &arguments, QTextStream &out,
                                                          QTextStream &err)
{
    Parser parser;
    if (const auto status = parser.parse(arguments, out, err))
        return *status;
    return parser.arguments();
}

} // namespace gatehouse
