// SPDX-License-Identifier: Apache-2.0
#include "server/deploy/DeployJob.h"

#include "base/Logging.h"
#include "database/Database.h"
#include "server/data/Deploys.h"
#include "server/data/Entries.h"
#include "server/deploy/DeployText.h"
#include "server/deploy/ReplaceFile.h"

#include <algorithm>

namespace gatehouse::server {

namespace {

constexpr auto longestRetry = std::chrono::minutes(5);
/// Well within rememberTargetsFor.
constexpr auto reportAgainAfter = std::chrono::hours(1);

} // namespace

DeployJob::DeployJob(DeployTarget target, qint64 scope, QString host, const DeployOptions &options)
    : m_target(std::move(target))
    , m_empty(options.empty)
    , m_firstRetry(options.firstRetry)
    , m_state{std::move(host), m_target.name(), scope, 0, {}}
{}

Result<bool> DeployJob::isDue(const Database &database, const QDateTime &now, Instant instant)
{
    const auto newest = newestDeploy(database, m_state.scope);
    if (!newest)
        return failure(newest.error());
    m_newest = *newest;
    const bool hasExpired = m_until.isValid() && m_until <= now;
    return m_tried != m_newest || hasExpired || (m_retry && *m_retry <= instant);
}

void DeployJob::write(const Database &database, const QDateTime &now)
{
    m_tried = m_newest;
    m_failure.clear();
    const auto entries = entriesOf(database, m_state.scope);
    if (!entries) {
        m_failure = entries.error().message;
        return;
    }
    const auto letIn = LetIn::of(*entries, now);
    m_until = letIn.until;
    const auto changed = replaceFile(m_target.file, deployText(m_target, letIn, m_empty));
    if (!changed)
        m_failure = changed.error().message;
    else if (*changed)
        m_needsReload = true;
}

void DeployJob::conclude(const Result<void> &reloaded, Instant instant)
{
    const bool wasFailing = !m_state.failure.isEmpty();
    if (needsReload() && !reloaded)
        m_failure = reloaded.error().message;
    const bool isNews = m_failure != m_state.failure || m_tried != m_state.deploy;
    m_state.failure = m_failure;
    if (m_failure.isEmpty()) {
        m_state.deploy = m_newest;
        m_needsReload = false;
        m_retry.reset();
        m_delay = {};
    } else {
        m_delay = std::clamp<std::chrono::milliseconds>(m_delay * 2, m_firstRetry, longestRetry);
        m_retry = instant + m_delay;
    }
    if (isNews)
        log(wasFailing);
}

void DeployJob::log(bool wasFailing) const
{
    const QString place = m_target.scopeName() + QStringLiteral(" → ") + m_state.name;
    if (!m_failure.isEmpty())
        qCWarning(logging::server).noquote() << "deploy failed, will be tried again:" << place << m_failure;
    else if (wasFailing)
        qCInfo(logging::server).noquote() << "deploy works again:" << place;
    else
        qCDebug(logging::server).noquote() << "deployed:" << place << m_state.deploy;
}

Result<void> DeployJob::report(const Database &database, const QDateTime &now)
{
    if (m_reported == m_state && m_reportedAt.msecsTo(now) < std::chrono::milliseconds(reportAgainAfter).count())
        return {};
    if (auto saved = saveTarget(database, m_state, now); !saved)
        return saved;
    m_reported = m_state;
    m_reportedAt = now;
    return {};
}

Result<void> DeployJob::forget(const Database &database) const
{
    return removeTarget(database, m_state);
}

DeployJob::Instant DeployJob::nextLook(const QDateTime &now, Instant instant) const
{
    auto next = m_retry.value_or(Instant::max());
    if (m_until.isValid())
        next = std::min(next, instant + std::chrono::milliseconds(std::max<qint64>(now.msecsTo(m_until), 0)));
    return next;
}

} // namespace gatehouse::server
