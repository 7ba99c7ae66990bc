// SPDX-License-Identifier: Apache-2.0
#include "desktop/Desktop.h"

#include "desktop/MainWindow.h"
#include "desktop/controllers/ConnectionsController.h"
#include "desktop/controllers/TrayController.h"
#include "desktop/controllers/WindowController.h"
#include "desktop/widgets/BannerArea.h"
#include "store/SecretStore.h"
#include "store/Store.h"
#include "sync/ServiceConnector.h"

namespace gatehouse {

Desktop::Desktop(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_window(std::make_unique<MainWindow>())
    , m_windowController(new WindowController(settings, *m_window, this))
{}

Desktop::~Desktop()
{
    delete m_connections; // its pages are the window's
}

void Desktop::begin(const Workbench &bench, const QString &connection, const Future<void> &embedded)
{
    m_connections = new ConnectionsController(bench, *m_window, this);
    m_windowController->setSending([this] { return m_connections->sending(); });
    connect(m_connections, &ConnectionsController::sendingChanged, m_windowController,
            &WindowController::sendingChanged);
    connect(m_connections, &ConnectionsController::detailsRequested, m_windowController,
            &WindowController::showDetails);
    m_windowController->offerKeeper(bench);
    auto *tray = new TrayController(bench.settings, *m_window, QSystemTrayIcon::isSystemTrayAvailable(), this);
    connect(tray, &TrayController::checkRequested, m_connections, &ConnectionsController::checkNow);
    watchSecrets(bench.secrets);
    if (const auto &repair = bench.store.repair())
        m_window->banners()->post(BannerArea::Topic::Storing, {BannerKind::Warning, describe(*repair), {}, {}});
    for (const Error &problem : bench.connector.catalog().problems())
        m_window->banners()->post(BannerArea::Topic::Service, BannerMessage::of(problem));
    m_connections->start(connection, embedded);
}

void Desktop::fail(const Error &error)
{
    m_windowController->showFailure(error);
}

void Desktop::activate(const QString &connection)
{
    m_window->bringToFront();
    if (m_connections && !connection.isEmpty())
        m_connections->showNamed(connection);
}

void Desktop::watchSecrets(SecretStore &secrets)
{
    const auto tell = [this, &secrets] {
        if (secrets.isLasting()) {
            m_window->banners()->clear(BannerArea::Topic::Secrets);
            return;
        }
        BannerMessage message;
        message.kind = BannerKind::Warning;
        message.text = tr("This computer has no keychain (Secret Service) that Gatehouse can use. Secrets are kept in "
                          "memory only: you will have to enter them again after the next start.");
        m_window->banners()->post(BannerArea::Topic::Secrets, message);
    };
    connect(&secrets, &SecretStore::lastingChanged, this, tell);
    tell();
}

} // namespace gatehouse
