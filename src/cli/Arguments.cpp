// SPDX-License-Identifier: Apache-2.0
#include "cli/Arguments.h"

#include <QStringList>

#include <CLI/CLI.hpp>

#include <sstream>

namespace gatehouse::cli {

Argument &Argument::required()
{
    m_option.required();
    return *this;
}

Argument &Argument::positive()
{
    m_option.check(CLI::PositiveNumber);
    return *this;
}

Argument &Argument::excludes(const Argument &other)
{
    m_option.excludes(&other.m_option);
    return *this;
}

Argument &Argument::oneEachTime()
{
    m_option.expected(1)->take_all();
    return *this;
}

Argument &Argument::typeName(const std::string &name)
{
    m_option.type_name(name);
    return *this;
}

Arguments Arguments::subcommand(const std::string &name, const std::string &description)
{
    return Arguments(*m_app.add_subcommand(name, description));
}

void Arguments::requireSubcommand()
{
    m_app.require_subcommand(1);
}

Arguments Arguments::atMostOneOf(const std::string &name, const std::string &description)
{
    CLI::App &group = *m_app.add_option_group(name, description);
    group.require_option(0, 1);
    return Arguments(group);
}

Argument Arguments::option(const std::string &name, std::string &value, const std::string &description)
{
    return Argument(*m_app.add_option(name, value, description));
}

Argument Arguments::option(const std::string &name, std::optional<std::string> &value, const std::string &description)
{
    return Argument(*m_app.add_option(name, value, description));
}

Argument Arguments::option(const std::string &name, std::vector<std::string> &values, const std::string &description)
{
    return Argument(*m_app.add_option(name, values, description));
}

Argument Arguments::option(const std::string &name, int &value, const std::string &description)
{
    return Argument(*m_app.add_option(name, value, description));
}

Argument Arguments::option(const std::string &name, std::size_t &value, const std::string &description)
{
    return Argument(*m_app.add_option(name, value, description));
}

Argument Arguments::flag(const std::string &name, bool &value, const std::string &description)
{
    return Argument(*m_app.add_flag(name, value, description));
}

void Arguments::withdraw(const std::string &name)
{
    m_app.remove_option(m_app.get_option(name));
}

bool Arguments::wereChosen() const
{
    return m_app.parsed();
}

ArgumentParser::ArgumentParser(const std::string &description, const std::string &program)
    : m_app(std::make_unique<CLI::App>(description, program))
{
    m_app->require_subcommand(1);
    m_app->fallthrough();
}

ArgumentParser::~ArgumentParser() = default;

Arguments ArgumentParser::arguments()
{
    return Arguments(*m_app);
}

void ArgumentParser::setVersion(const std::string &version)
{
    m_app->set_version_flag("--version", version);
}

std::optional<ArgumentParser::Ending> ArgumentParser::parse(const QStringList &arguments)
{
    std::vector<std::string> reversed; // as CLI11 wants it
    for (auto it = arguments.crbegin(); it != arguments.crend(); ++it)
        reversed.push_back(it->toStdString());
    try {
        m_app->parse(reversed);
        return std::nullopt;
    } catch (const CLI::ParseError &error) {
        std::ostringstream out;
        std::ostringstream err;
        const int status = m_app->exit(error, out, err);
        return Ending{status != 0, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
    }
}

} // namespace gatehouse::cli
