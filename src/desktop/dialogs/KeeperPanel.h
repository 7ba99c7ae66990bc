// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/KeeperInstaller.h"

#include <QGroupBox>

#include <memory>
#include <optional>

namespace Ui {
class KeeperPanel;
}

namespace gatehouse {

class Clock;
class Settings;
class Store;

/// What works while no window is open, as a part of the settings: the keeper's timer, installed and removed at once,
/// and what is told of entries that end, which changes with save().
class KeeperPanel final : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperPanel)

public:
    /// All must outlive this.
    KeeperPanel(Settings &settings, KeeperInstaller &installer, Store &store, const Clock &clock,
                QWidget *parent = nullptr);
    ~KeeperPanel() override;

    void save();

private:
    void take(const Future<KeeperInstallation> &call);
    void show(const KeeperInstallation &found);
    void showLastRun(const std::optional<QDateTime> &last);
    void setBusy(bool busy);

    std::unique_ptr<Ui::KeeperPanel> m_ui;
    Settings &m_settings;
    KeeperInstaller &m_installer;
    Store &m_store;
    const Clock &m_clock;
    KeeperInstallation m_found;
};

} // namespace gatehouse
