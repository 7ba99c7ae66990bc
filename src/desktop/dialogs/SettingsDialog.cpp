// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/SettingsDialog.h"

#include "base/HostName.h"
#include "desktop/dialogs/KeeperPanel.h"
#include "desktop/widgets/TabToChecked.h"
#include "store/SettingKeys.h"
#include "ui_SettingsDialog.h"

#include <QPlainTextEdit>
#include <QUrl>

namespace gatehouse {

namespace {

QStringList linesOf(const QPlainTextEdit &edit)
{
    QStringList lines;
    for (const QString &line : edit.toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

bool isSafeUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool onThisComputer = url.scheme() == u"http" && isLoopbackHost(url.host());
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https" || onThisComputer);
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_settings(settings)
{
    m_ui->setupUi(this);
    tabToChecked({m_ui->systemButton, m_ui->lightButton, m_ui->darkButton});
    const settings::Theme theme = settings.value(settings::theme);
    m_ui->systemButton->setChecked(theme == settings::Theme::System);
    m_ui->lightButton->setChecked(theme == settings::Theme::Light);
    m_ui->darkButton->setChecked(theme == settings::Theme::Dark);
    m_ui->watchSpin->setValue(settings.value(settings::watchSeconds));
    showEchoServices(settings.value(settings::echoServicesV4), settings.value(settings::echoServicesV6));
    m_ui->pollBox->setChecked(settings.value(settings::pollLists));
    m_ui->historyDays->setValue(settings.value(settings::historyDays));
    m_ui->historyVersions->setValue(settings.value(settings::historyVersions));
    m_ui->problem->hide();
    m_ui->pages->setTabVisible(m_ui->pages->indexOf(m_ui->keeperPage), false);
    connect(m_ui->defaultsButton, &QPushButton::clicked, this,
            [this] { showEchoServices(settings::echoServicesV4.fallback, settings::echoServicesV6.fallback); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &SettingsDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::addKeeper(KeeperPanel *panel)
{
    m_keeper = panel;
    m_ui->keeperLayout->insertWidget(0, panel);
    m_ui->pages->setTabVisible(m_ui->pages->indexOf(m_ui->keeperPage), true);
}

void SettingsDialog::showEchoServices(const QStringList &v4, const QStringList &v6)
{
    m_ui->v4Edit->setPlainText(v4.join(QLatin1Char('\n')));
    m_ui->v6Edit->setPlainText(v6.join(QLatin1Char('\n')));
}

QString SettingsDialog::problem() const
{
    for (const QString &line : linesOf(*m_ui->v4Edit) + linesOf(*m_ui->v6Edit)) {
        if (!isSafeUrl(line))
            return tr("“%1” is not an address like https://ip.example.com; only https is safe from being answered by "
                      "somebody "
                      "else.")
                .arg(line);
    }
    return {};
}

void SettingsDialog::accept()
{
    if (const QString wrong = problem(); !wrong.isEmpty()) {
        m_ui->problem->setText(wrong);
        m_ui->problem->show();
        m_ui->pages->setCurrentWidget(m_ui->addressPage);
        return;
    }
    m_settings.setValue(settings::theme, m_ui->darkButton->isChecked()    ? settings::Theme::Dark
                                         : m_ui->lightButton->isChecked() ? settings::Theme::Light
                                                                          : settings::Theme::System);
    m_settings.setValue(settings::watchSeconds, m_ui->watchSpin->value());
    m_settings.setValue(settings::echoServicesV4, linesOf(*m_ui->v4Edit));
    m_settings.setValue(settings::echoServicesV6, linesOf(*m_ui->v6Edit));
    m_settings.setValue(settings::pollLists, m_ui->pollBox->isChecked());
    m_settings.setValue(settings::historyDays, m_ui->historyDays->value());
    m_settings.setValue(settings::historyVersions, m_ui->historyVersions->value());
    if (m_keeper)
        m_keeper->save();
    QDialog::accept();
}

} // namespace gatehouse
