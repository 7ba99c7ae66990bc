// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/data/DeployTargets.h"
#include "server/deploy/DeployOptions.h"

#include <chrono>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

/// Keeps one target equal to its list: what is to be done, when, and how it went. In one thread.
class DeployJob final
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    /// `scope` is the row of the target's scope; `host` the name of this computer.
    DeployJob(DeployTarget target, qint64 scope, QString host, const DeployOptions &options);

    /// Whether to write() now: at the start, after a newer deploy, when an entry expires, for a retry.
    [[nodiscard]] Result<bool> isDue(const Database &database, const QDateTime &now, Instant instant);
    /// Writes the list as it is at `now`. Its outcome counts once conclude() has been called.
    void write(const Database &database, const QDateTime &now);
    /// Whether write() left something to be loaded: it changed the file, or nothing was loaded since the last change.
    [[nodiscard]] bool needsReload() const { return m_needsReload && m_failure.isEmpty(); }
    /// After write() and the reload, if one was needed.
    void conclude(const Result<void> &reloaded, Instant instant);
    /// Tells the database how far it is, unless that is known there.
    [[nodiscard]] Result<void> report(const Database &database, const QDateTime &now);
    [[nodiscard]] Result<void> forget(const Database &database) const;
    /// When there may be something to do, changes of the list apart.
    [[nodiscard]] Instant nextLook(const QDateTime &now, Instant instant) const;

private:
    void log(bool wasFailing) const;

    DeployTarget m_target;
    EmptyList m_empty;
    std::chrono::milliseconds m_firstRetry;
    TargetState m_state;
    std::optional<TargetState> m_reported;
    QDateTime m_reportedAt;
    std::optional<qint64> m_tried; ///< the deploy that was newest at the last write()
    qint64 m_newest = 0;           ///< as isDue() saw it
    QDateTime m_until;             ///< when what was written stops being true; invalid: never
    QString m_failure;             ///< of the last write()
    bool m_needsReload = true;     ///< at the start: we may have ended between a change and its reload
    std::chrono::milliseconds m_delay{0};
    std::optional<Instant> m_retry;
};

} // namespace gatehouse::server
