// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QObject>
#include <QStringList>

namespace gatehouse {

/// By what the keeper is run while no window is open.
enum class KeeperTimer { None, Systemd, Cron };

/// Where things are on this computer. Handed in, so that tests never touch the real ones.
struct KeeperPlaces
{
    QString systemctl = QStringLiteral("systemctl");
    QString crontab = QStringLiteral("crontab");
    QString unitFolder; ///< of the user's systemd units
    QString program;    ///< gatehouse-cli, with its path
    QString home;       ///< for --home; empty: the usual one
};

struct KeeperInstallation
{
    KeeperTimer timer = KeeperTimer::None;
    bool follows = false; ///< lets marked entries follow the address, too
    bool operator==(const KeeperInstallation &) const = default;
};

/// Installs and removes what runs `gatehouse-cli sweep` (and `follow --yes`) every five minutes for this user: a
/// systemd user timer, or a line of cron where there is no systemd session. Writes `gatehouse-keeper.{service,timer}`,
/// or the lines of the crontab that end in `# gatehouse-keeper`, and nothing else. Never waits: each call runs its
/// commands one after the other and tells what is installed then.
class KeeperInstaller final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperInstaller)

public:
    explicit KeeperInstaller(KeeperPlaces places, QObject *parent = nullptr);

    [[nodiscard]] Future<KeeperInstallation> look();
    /// Instead of what was installed before. ErrorKind::Storage with the words of the command that failed; where there
    /// is neither systemd nor cron, it says so.
    [[nodiscard]] Future<KeeperInstallation> install(bool follows);
    [[nodiscard]] Future<KeeperInstallation> remove();

private:
    class Job;
    const KeeperPlaces m_places;
};

} // namespace gatehouse
