// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace gatehouse::cli {

/// One argument of a command, for what goes beyond its name and its text. Borrowed from its parser.
class Argument
{
public:
    explicit Argument(CLI::Option &option)
        : m_option(option)
    {}

    Argument &required();
    Argument &positive();
    Argument &excludes(const Argument &other);
    /// Takes one value each time it is given, so that what follows belongs to the command.
    Argument &oneEachTime();
    Argument &typeName(const std::string &name);

private:
    CLI::Option &m_option;
};

/// What one command takes: the only place that knows the parser behind it, whose header costs seconds a source.
/// Borrowed from the parser; the values live as long as that does.
class Arguments
{
public:
    explicit Arguments(CLI::App &app)
        : m_app(app)
    {}

    Arguments subcommand(const std::string &name, const std::string &description);
    /// Of these exactly one must be given.
    void requireSubcommand();
    /// Of the flags of this group at most one may be given.
    Arguments atMostOneOf(const std::string &name, const std::string &description);

    Argument option(const std::string &name, std::string &value, const std::string &description);
    Argument option(const std::string &name, std::optional<std::string> &value, const std::string &description);
    Argument option(const std::string &name, std::vector<std::string> &values, const std::string &description);
    Argument option(const std::string &name, int &value, const std::string &description);
    Argument option(const std::string &name, std::size_t &value, const std::string &description);
    Argument flag(const std::string &name, bool &value, const std::string &description);
    void withdraw(const std::string &name);

    [[nodiscard]] bool wereChosen() const;

private:
    CLI::App &m_app;
};

/// The parser of a whole command line.
class ArgumentParser
{
public:
    ArgumentParser(const std::string &description, const std::string &program);
    ~ArgumentParser();
    ArgumentParser(const ArgumentParser &) = delete;
    ArgumentParser &operator=(const ArgumentParser &) = delete;

    [[nodiscard]] Arguments arguments();
    void setVersion(const std::string &version);

    /// What --help and --version print, or what is wrong.
    struct Ending
    {
        bool isWrong = false;
        QString out;
        QString err;
    };
    /// Empty when a command is to be run. `arguments` without the program's name.
    [[nodiscard]] std::optional<Ending> parse(const QStringList &arguments);

private:
    std::unique_ptr<CLI::App> m_app;
};

} // namespace gatehouse::cli
