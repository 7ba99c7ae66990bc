// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/PollController.h"

#include "desktop/controllers/ApplyController.h"
#include "desktop/controllers/ListController.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "store/SettingKeys.h"
#include "sync/HostConditions.h"

#include <QApplication>

#include <algorithm>

namespace gatehouse {

namespace {

/// So long a timer runs before the clock is asked again: timers stand still while the computer sleeps.
constexpr std::chrono::milliseconds longestSleep = std::chrono::minutes(1);

} // namespace

PollController::PollController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PollController::look);
    connectParts();
}

void PollController::connectParts()
{
    connect(&m_parts.list, &ListController::readingSucceeded, this, &PollController::read);
    connect(&m_parts.list, &ListController::readingFailed, this, &PollController::failed);
    connect(&m_parts.session, &ListSession::recorded, this, [this](const HistoryVersion &version) {
        if (version.cause != HistoryCause::FirstRead)
            m_known.lastChange = version.at;
    });
    connect(&m_parts.session, &ListSession::activityChanged, this, &PollController::schedule);
    connect(&m_parts.apply, &ApplyController::stateChanged, this, &PollController::schedule);
    connect(&m_parts.settings, &Settings::changed, this, &PollController::schedule);
    connect(&m_parts.conditions, &HostConditions::changed, this, &PollController::conditionsChanged);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &PollController::schedule);
}

void PollController::read()
{
    m_known.failures = 0;
    m_known.needsUser = false;
    m_known.lastRead = m_parts.clock.now();
    schedule();
}

void PollController::failed(const Error &error)
{
    ++m_known.failures;
    m_known.failedAt = m_parts.clock.now();
    m_known.retryAfter = error.retryAfter.value_or(std::chrono::seconds(0));
    m_known.needsUser = !mayPassByItself(error.kind);
    schedule();
}

/// A network that came back is worth a try at once.
void PollController::conditionsChanged()
{
    if (m_parts.conditions.state().isOnline && m_known.failures > 0)
        m_known.failures = 0;
    schedule();
}

void PollController::setInFront(bool inFront)
{
    m_known.inFront = inFront;
    schedule();
}

void PollController::setWaitsToSend(bool waits)
{
    m_known.waitsToSend = waits;
    schedule();
}

bool PollController::isEditing() const
{
    return m_parts.page.table()->viewport()->isAncestorOf(QApplication::focusWidget());
}

PollSituation PollController::situation() const
{
    const HostConditions::State &host = m_parts.conditions.state();
    PollSituation now = m_known;
    now.wanted = m_parts.settings.value(settings::pollLists);
    now.busy = m_parts.session.activity() != ListSession::Activity::Idle || m_parts.apply.isBusy();
    now.inFront = m_known.inFront && QGuiApplication::applicationState() == Qt::ApplicationActive;
    now.sparing = host.onBattery || host.isMetered;
    return now;
}

void PollController::look()
{
    const auto next = nextPoll(situation(), m_parts.clock.now());
    if (next && *next <= m_parts.clock.now() && !isEditing())
        m_parts.list.readQuietly();
    else
        schedule();
}

void PollController::schedule()
{
    const auto next = nextPoll(situation(), m_parts.clock.now());
    if (!next) {
        m_timer.stop();
        return;
    }
    // Not at once: whoever is told of the same event comes first. Again after a while where somebody edits a cell.
    constexpr std::chrono::milliseconds soon{200};
    const std::chrono::milliseconds left(m_parts.clock.now().msecsTo(*next));
    m_timer.start(isEditing() ? longestSleep : std::clamp(left, soon, longestSleep));
}

} // namespace gatehouse
