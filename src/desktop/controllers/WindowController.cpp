// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/WindowController.h"

#include "desktop/MainWindow.h"
#include "desktop/dialogs/AboutDialog.h"
#include "desktop/dialogs/ErrorDetailsDialog.h"
#include "desktop/dialogs/KeeperPanel.h"
#include "desktop/dialogs/LegendDialog.h"
#include "desktop/dialogs/SettingsDialog.h"
#include "desktop/theme/Icons.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EmptyState.h"
#include "store/SettingKeys.h"

#include <QAction>
#include <QLocale>
#include <QTimer>

namespace gatehouse {

namespace {

void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

WindowController::WindowController(Settings &settings, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
{
    window.restoreLayout(settings.value(settings::windowGeometry));
    connect(&window, &MainWindow::closeRequested, this, &WindowController::close);
    connect(&settings, &Settings::changed, this, &WindowController::showTheme);
    connect(window.banners(), &BannerArea::detailsRequested, this, &WindowController::showDetails);
    connect(window.banners(), &BannerArea::dismissed, this, [this](BannerArea::Topic topic) {
        if (topic != BannerArea::Topic::Applying)
            return;
        forgetClosing();
        m_window.stay();
    });
    connectActions();
    showTheme();
}

void WindowController::connectActions()
{
    const MainActions &actions = m_window.actions();
    const auto chooses = [this](QAction *action, settings::Theme theme) {
        connect(action, &QAction::triggered, this, [this, theme] { m_settings.setValue(settings::theme, theme); });
    };
    chooses(actions.themeSystem, settings::Theme::System);
    chooses(actions.themeLight, settings::Theme::Light);
    chooses(actions.themeDark, settings::Theme::Dark);
    connect(actions.settings, &QAction::triggered, this, &WindowController::openSettings);
    connect(actions.legend, &QAction::triggered, this, [this] { open(new LegendDialog(&m_window)); });
    connect(actions.about, &QAction::triggered, this, [this] { open(new AboutDialog(&m_window)); });
}

void WindowController::openSettings()
{
    auto *dialog = new SettingsDialog(m_settings, &m_window);
    if (m_bench && m_bench->installer)
        dialog->addKeeper(new KeeperPanel(m_settings, *m_bench->installer, m_bench->store, m_bench->clock));
    open(dialog);
}

void WindowController::showTheme()
{
    const MainActions &actions = m_window.actions();
    const settings::Theme theme = m_settings.value(settings::theme);
    actions.themeSystem->setChecked(theme == settings::Theme::System);
    actions.themeLight->setChecked(theme == settings::Theme::Light);
    actions.themeDark->setChecked(theme == settings::Theme::Dark);
}

void WindowController::showDetails(const Error &error)
{
    open(new ErrorDetailsDialog(error, &m_window));
}

void WindowController::showFailure(const Error &error)
{
    m_window.startPage()->setText(icon(u"error", IconTint::Danger), tr("Gatehouse cannot start"), explain(error));
    m_window.banners()->post(BannerArea::Topic::Storing, BannerMessage::of(error));
}

void WindowController::close(bool *wait)
{
    const QStringList sending = m_sending();
    if (sending.isEmpty() || m_closeAnyway) {
        m_settings.setValue(settings::windowGeometry, m_window.layout());
        forgetClosing(); // the window may come back out of the tray
        return;
    }
    *wait = true;
    m_closing = true;
    tellWaiting(sending);
}

void WindowController::tellWaiting(const QStringList &sending)
{
    BannerMessage message;
    message.kind = BannerKind::Info;
    message.text = tr("Changes to %1 are on their way, or wait to be kept. The window closes when that is done.")
                       .arg(QLocale().createSeparatedList(sending));
    message.remedyText = tr("Close now");
    message.remedy = [this] {
        m_closeAnyway = true;
        m_window.close();
    };
    m_window.banners()->post(BannerArea::Topic::Applying, message);
}

void WindowController::sendingChanged()
{
    if (m_closing)
        QTimer::singleShot(0, this, &WindowController::closeWhenSent);
}

void WindowController::closeWhenSent()
{
    if (m_closing && m_sending().isEmpty())
        m_window.close();
}

void WindowController::forgetClosing()
{
    m_closing = false;
    m_closeAnyway = false;
    m_window.banners()->clear(BannerArea::Topic::Applying);
}

} // namespace gatehouse
