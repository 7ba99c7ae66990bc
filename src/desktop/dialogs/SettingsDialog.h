// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class SettingsDialog;
}

namespace gatehouse {

class KeeperPanel;
class Settings;

/// The program's settings. They change when Save is pressed, all together.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    /// `settings` must outlive this.
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);
    /// Of what works while no window is open; it is saved with the rest.
    void addKeeper(KeeperPanel *panel);
    ~SettingsDialog() override;

    void accept() override;

private:
    void showEchoServices(const QStringList &v4, const QStringList &v6);
    /// What is wrong with the entered addresses, in a sentence, or nothing.
    [[nodiscard]] QString problem() const;

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    Settings &m_settings;
    KeeperPanel *m_keeper = nullptr;
};

} // namespace gatehouse
