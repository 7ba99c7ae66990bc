// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "app/Translations.h"
#include "base/Logging.h"
#include "base/StandardStreams.h"
#include "cli/CommandLine.h"

#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

#include <cstdio>

using namespace gatehouse;
using namespace gatehouse::cli;

namespace {

QString readLine()
{
    QTextStream in(stdin);
    return in.readLine();
}

/// Runs what was parsed and ends the event loop with its status.
void runIn(CommandLine &line, Context &context, QCoreApplication &application)
{
    line.run(context).then(&application,
                           [&application](ExitStatus status) { application.exit(static_cast<int>(status)); });
}

/// The connections, and the service of this computer where a command works on lists; then the command.
void begin(CommandLine &line, Composition &composition, Context &context, QCoreApplication &application)
{
    const auto fail = [&](const Error &error) {
        const ExitStatus status = tell(error, context);
        application.exit(static_cast<int>(concluded(status, context.out, context.err)));
    };
    whenDone(
        composition.book().load(), &application, [=, &line, &composition, &context, &application](Result<void> loaded) {
            if (!loaded) {
                fail(loaded.error());
            } else if (!line.worksOnLists()) {
                runIn(line, context, application);
            } else {
                // Without it the command says itself what it cannot reach.
                whenDone(composition.startEmbedded(), &application,
                         [&line, &context, &application](const Result<void> &) { runIn(line, context, application); });
            }
        });
}

} // namespace

int main(int argc, char *argv[])
{
    guardStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    installTranslations(application);
    Output out(STDOUT_FILENO);
    Output err(STDERR_FILENO);
    const EnvironmentSecrets secrets = takeEnvironmentSecrets();

    CommandLine line;
    if (const auto status = line.parse(QCoreApplication::arguments().mid(1), out, err))
        return static_cast<int>(*status);
    if (line.verbose())
        logging::enableVerbose();

    Composition composition(Home::choose(line.home()));
    auto ready = composition.home().create();
    if (ready)
        ready = composition.open(secrets);
    if (!ready) {
        err << (ready.error().message.isEmpty() ? explain(ready.error()) : ready.error().message) << '\n';
        return static_cast<int>(ExitStatus::Failed);
    }
    if (const auto &repair = composition.store().repair())
        err << describe(*repair) << '\n';
    QObject owner;
    Context context{composition.book(),
                    composition.connector(),
                    composition.secrets(),
                    composition.store(),
                    composition.addresses(),
                    composition.clock(),
                    out,
                    err,
                    readLine,
                    isatty(STDIN_FILENO) == 1,
                    composition.environmentSecrets(),
                    &owner};
    QTimer::singleShot(0, &application, [&] { begin(line, composition, context, application); });
    return QCoreApplication::exec();
}
