// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/KeeperPanel.h"

#include "base/Clock.h"
#include "desktop/widgets/Moment.h"
#include "store/SettingKeys.h"
#include "store/Store.h"
#include "ui_KeeperPanel.h"

namespace gatehouse {

KeeperPanel::KeeperPanel(Settings &settings, KeeperInstaller &installer, Store &store, const Clock &clock,
                         QWidget *parent)
    : QGroupBox(parent)
    , m_ui(std::make_unique<Ui::KeeperPanel>())
    , m_settings(settings)
    , m_installer(installer)
    , m_store(store)
    , m_clock(clock)
{
    m_ui->setupUi(this);
    m_ui->dayBox->setChecked(settings.value(settings::noticeADayBefore));
    m_ui->hourBox->setChecked(settings.value(settings::noticeAnHourBefore));
    m_ui->endedBox->setChecked(settings.value(settings::noticeWhenEnded));
    m_ui->trayBox->setChecked(settings.value(settings::closeToTray));
    connect(m_ui->installButton, &QPushButton::clicked, this,
            [this] { take(m_installer.install(m_ui->followBox->isChecked())); });
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] { take(m_installer.remove()); });
    // What is installed follows the box at once, like the buttons beside it.
    connect(m_ui->followBox, &QCheckBox::clicked, this, [this](bool follows) {
        if (m_found.timer != KeeperTimer::None)
            take(m_installer.install(follows));
    });
    take(installer.look());
}

KeeperPanel::~KeeperPanel() = default;

void KeeperPanel::save()
{
    m_settings.setValue(settings::noticeADayBefore, m_ui->dayBox->isChecked());
    m_settings.setValue(settings::noticeAnHourBefore, m_ui->hourBox->isChecked());
    m_settings.setValue(settings::noticeWhenEnded, m_ui->endedBox->isChecked());
    m_settings.setValue(settings::closeToTray, m_ui->trayBox->isChecked());
}

void KeeperPanel::take(const Future<KeeperInstallation> &call)
{
    setBusy(true);
    whenDone(call, this, [this](const Result<KeeperInstallation> &found) {
        setBusy(false);
        if (found)
            show(*found);
        else
            m_ui->state->setText(found.error().message);
    });
}

void KeeperPanel::show(const KeeperInstallation &found)
{
    m_found = found;
    const bool isInstalled = found.timer != KeeperTimer::None;
    m_ui->installButton->setVisible(!isInstalled);
    m_ui->removeButton->setVisible(isInstalled);
    if (isInstalled)
        m_ui->followBox->setChecked(found.follows);
    whenDone(m_store.lastRun(QStringLiteral("sweep")), this,
             [this](const Result<std::optional<QDateTime>> &last) { showLastRun(last.value_or(std::nullopt)); });
}

void KeeperPanel::showLastRun(const std::optional<QDateTime> &last)
{
    const QString ran =
        last ? tr("It last ran at %1.").arg(describeMoment(*last, m_clock.now())) : tr("It has not run yet.");
    switch (m_found.timer) {
    case KeeperTimer::None:
        m_ui->state->setText(tr("While no window is open, nobody ends what has expired where a service does not do so "
                                "itself. A timer of this computer can, every five minutes."));
        break;
    case KeeperTimer::Systemd:
        m_ui->state->setText(
            tr("Installed: a timer of systemd ends what has expired, every five minutes. %1").arg(ran));
        break;
    case KeeperTimer::Cron:
        m_ui->state->setText(tr("Installed: cron ends what has expired, every five minutes. %1").arg(ran));
        break;
    }
}

void KeeperPanel::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->installButton, m_ui->removeButton, m_ui->followBox})
        widget->setEnabled(!busy);
}

} // namespace gatehouse
