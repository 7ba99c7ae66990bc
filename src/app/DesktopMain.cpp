// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "app/DesktopOptions.h"
#include "app/SingleInstance.h"
#include "app/Translations.h"
#include "base/Logging.h"
#include "base/StandardStreams.h"
#include "desktop/Desktop.h"
#include "desktop/DesktopNotifier.h"
#include "desktop/MainWindow.h"
#include "desktop/SystemConditions.h"
#include "desktop/theme/Appearance.h"
#include "desktop/theme/Icons.h"
#include "desktop/tour/TourScript.h"
#include "sync/KeeperInstaller.h"

#include <QApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace gatehouse;

namespace {

constexpr int failed = 1;

/// What needs the disk, once the window is on the screen.
void fill(Desktop &desktop, Composition &composition, Notifier &notifier, KeeperInstaller &installer,
          const DesktopOptions &options)
{
    if (const auto opened = composition.open(); !opened) {
        desktop.fail(opened.error());
        return;
    }
    auto *conditions = new SystemConditions(&desktop);
    const Workbench bench{composition.book(),
                          composition.connector(),
                          composition.store(),
                          composition.secrets(),
                          composition.addresses(),
                          composition.keeper(),
                          composition.settings(),
                          notifier,
                          *conditions,
                          composition.clock(),
                          options.tour.isEmpty() ? &installer : nullptr};
    desktop.begin(bench, options.connection, composition.startEmbedded());
    if (options.tour.isEmpty())
        return;
    auto *tour = new Tour(desktop.window(), bench, options.tour, &desktop);
    QObject::connect(tour, &Tour::finished, &desktop,
                     [](bool everythingHeld) { QCoreApplication::exit(everythingHeld ? 0 : failed); });
    tour->begin(mainJob(desktop.window(), composition.clock()));
}

/// As cron and systemd find the other program and what is kept.
KeeperPlaces keeperPlaces(const DesktopOptions &options)
{
    KeeperPlaces places;
    places.unitFolder =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/systemd/user");
    places.program = QCoreApplication::applicationDirPath() + QStringLiteral("/gatehouse-cli");
    const QString home = options.home.isEmpty() ? qEnvironmentVariable("GATEHOUSE_HOME") : options.home;
    places.home = home.isEmpty() ? QString() : QFileInfo(home).absoluteFilePath();
    return places;
}

/// The tour changes a list, so that it never works on the user's own.
Home homeFor(const DesktopOptions &options, const QTemporaryDir &own)
{
    return Home::choose(options.tour.isEmpty() ? options.home : own.path());
}

} // namespace

int main(int argc, char *argv[])
{
    guardStandardStreams();
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
        const QString &reason = made.error().message;
        std::fprintf(stderr, "%s\n", qUtf8Printable(reason.isEmpty() ? explain(made.error()) : reason));
        return failed;
    }
    SingleInstance instance(home);
    if (!instance.takePlace(options->connection))
        return 0;

    Composition composition(home);
    const Appearance appearance(composition.settings());
    DesktopNotifier notifier;
    KeeperInstaller installer(keeperPlaces(*options));
    Desktop desktop(composition.settings());
    QObject::connect(&instance, &SingleInstance::startedAgain, &desktop, &Desktop::activate);
    desktop.window().show();
    QTimer::singleShot(0, &desktop, [&] { fill(desktop, composition, notifier, installer, *options); });
    return QApplication::exec();
}
