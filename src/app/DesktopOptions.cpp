// SPDX-License-Identifier: Apache-2.0
#include "app/DesktopOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <span>
#include <string_view>

namespace gatehouse {

namespace {

constexpr int failedToStart = 1;
constexpr int wrongUsage = 2;

/// The context under which translators find the texts.
struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::DesktopOptions)
};

QCommandLineOption homeOption()
{
    return {QStringLiteral("home"), OptionText::tr("Keep everything under this folder (or GATEHOUSE_HOME)."),
            QStringLiteral("folder")};
}

QCommandLineOption connectionOption()
{
    return {QStringLiteral("connection"), OptionText::tr("Show this connection."), QStringLiteral("name")};
}

QCommandLineOption tourOption()
{
    return {QStringLiteral("tour"),
            OptionText::tr("Drive the window through the main job in a home of its own, and save a picture of each "
                           "step in this folder."),
            QStringLiteral("folder")};
}

QCommandLineOption verboseOption()
{
    return {QStringLiteral("verbose"), OptionText::tr("Log to standard error, with secrets masked.")};
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(OptionText::tr("One desk for every IP allowlist."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({homeOption(), connectionOption(), tourOption(), verboseOption()});
}

bool asksForText(std::span<char *> arguments)
{
    return std::ranges::any_of(arguments, [](std::string_view argument) {
        return argument == "--help" || argument == "-h" || argument == "--help-all" || argument == "--version" ||
               argument == "-v";
    });
}

/// On X11 and Wayland systems; elsewhere there always is one.
bool hasDisplay(std::span<char *> arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const bool named = std::ranges::any_of(
        arguments, [](std::string_view argument) { return argument == "-platform" || argument == "-display"; });
    return named || qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    Q_UNUSED(arguments)
    return true;
#endif
}

} // namespace

void setProgramNames()
{
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Gatehouse"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.gatehouse.Gatehouse"));
}

std::optional<int> answerWithoutWindow(int &argc, char **argv)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (asksForText(arguments)) {
        const QCoreApplication application(argc, argv);
        QCommandLineParser parser;
        declare(parser);
        parser.process(QCoreApplication::arguments()); // ends the program itself for help and version
        return wrongUsage;
    }
    if (hasDisplay(arguments))
        return std::nullopt;
    std::fprintf(stderr, "%s\n",
                 qUtf8Printable(OptionText::tr(
                     "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
                     "Use gatehouse-cli, or start gatehouse inside a desktop session.")));
    return failedToStart;
}

Result<DesktopOptions> readDesktopOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return failure(ErrorKind::InvalidInput, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorKind::InvalidInput,
                       OptionText::tr("Nobody knows what “%1” is for.").arg(parser.positionalArguments().constFirst()));
    DesktopOptions options;
    options.home = parser.value(homeOption());
    options.connection = parser.value(connectionOption());
    options.tour = parser.value(tourOption());
    options.verbose = parser.isSet(verboseOption());
    return options;
}

int tellWrongUsage(const Error &error)
{
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(error.message),
                 qUtf8Printable(OptionText::tr("See gatehouse --help.")));
    return wrongUsage;
}

} // namespace gatehouse
