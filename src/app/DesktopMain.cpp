// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "app/DesktopOptions.h"
#include "app/SingleInstance.h"
#include "app/Translations.h"
#include "base/Logging.h"
#include "desktop/Desktop.h"
#include "desktop/MainWindow.h"
#include "desktop/theme/Appearance.h"
#include "desktop/theme/Icons.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace gatehouse;

namespace {

constexpr int failed = 1;

/// What needs the disk, once the window is on the screen.
void fill(Desktop &desktop, Composition &composition, const QString &connection)
{
    if (const auto opened = composition.open(); !opened) {
        desktop.fail(opened.error());
        return;
    }
    const Workbench bench{composition.book(),      composition.connector(), composition.store(), composition.secrets(),
                          composition.addresses(), composition.settings(),  composition.clock()};
    desktop.begin(bench, connection, composition.startEmbedded());
}

} // namespace

int main(int argc, char *argv[])
{
    setProgramNames();
    if (const auto status = answerWithoutWindow(argc, argv))
        return *status;
    QApplication application(argc, argv);
    const auto options = readDesktopOptions(QApplication::arguments());
    if (!options)
        return tellWrongUsage(options.error());
    if (options->verbose)
        logging::enableVerbose();
    installTranslations(application);
    QApplication::setWindowIcon(applicationIcon());

    const Home home = Home::choose(options->home);
    if (const auto made = home.create(); !made) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(explain(made.error())));
        return failed;
    }
    SingleInstance instance(home);
    if (!instance.takePlace(options->connection))
        return 0;

    Composition composition(home);
    const Appearance appearance(composition.settings());
    Desktop desktop(composition.settings());
    QObject::connect(&instance, &SingleInstance::startedAgain, &desktop, &Desktop::activate);
    desktop.window().show();
    QTimer::singleShot(0, &desktop, [&] { fill(desktop, composition, options->connection); });
    return QApplication::exec();
}
