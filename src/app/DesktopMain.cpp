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
#include "desktop/tour/TourScript.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace gatehouse;

namespace {

constexpr int failed = 1;

/// What needs the disk, once the window is on the screen.
void fill(Desktop &desktop, Composition &composition, const DesktopOptions &options)
{
    if (const auto opened = composition.open(); !opened) {
        desktop.fail(opened.error());
        return;
    }
    const Workbench bench{composition.book(),     composition.connector(), composition.store(),
                          composition.secrets(),  composition.addresses(), composition.keeper(),
                          composition.settings(), composition.clock()};
    desktop.begin(bench, options.connection, composition.startEmbedded());
    if (options.tour.isEmpty())
        return;
    auto *tour = new Tour(desktop.window(), bench, options.tour, &desktop);
    QObject::connect(tour, &Tour::finished, &desktop,
                     [](bool everythingHeld) { QCoreApplication::exit(everythingHeld ? 0 : failed); });
    tour->begin(mainJob(desktop.window(), composition.clock()));
}

/// The tour changes a list, so that it never works on the user's own.
Home homeFor(const DesktopOptions &options, const QTemporaryDir &own)
{
    return Home::choose(options.tour.isEmpty() ? options.home : own.path());
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

    const QTemporaryDir tourHome;
    const Home home = homeFor(*options, tourHome);
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
    QTimer::singleShot(0, &desktop, [&] { fill(desktop, composition, *options); });
    return QApplication::exec();
}
