// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/InterruptionController.h"

#include "allowlist/Text.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/Moment.h"

#include <QLocale>

namespace gatehouse {

namespace {

/// So many changes are named, and the others counted.
constexpr qsizetype mostNamed = 8;

QString nameOf(const Change &change)
{
    const QString range = toShortQString(change.content());
    switch (change.kind()) {
    case Change::Kind::Added:
        return InterruptionController::tr("%1 added").arg(range);
    case Change::Kind::Changed:
        return InterruptionController::tr("%1 changed").arg(range);
    case Change::Kind::Removed:
        return InterruptionController::tr("%1 removed").arg(range);
    }
    Q_UNREACHABLE();
}

QString namesOf(const InterruptedApply &interrupted, SettledChange::Outcome outcome)
{
    QStringList names;
    int others = 0;
    for (const SettledChange &settled : interrupted.changes) {
        if (settled.outcome != outcome)
            continue;
        if (names.size() < mostNamed)
            names += nameOf(settled.change);
        else
            ++others;
    }
    if (others > 0)
        names += InterruptionController::tr("%n more", nullptr, others);
    return QLocale().createSeparatedList(names);
}

} // namespace

InterruptionController::InterruptionController(ListSession &session, ListPage &page, const Clock &clock,
                                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_clock(clock)
{
    connect(&session, &ListSession::interruptedChanged, this, &InterruptionController::show);
}

void InterruptionController::show()
{
    BannerArea *banners = m_page.banners();
    const auto &interrupted = m_session.interrupted();
    if (!interrupted) {
        const MessageBanner *shown = banners->banner(BannerArea::Topic::Interrupted);
        if (shown && !shown->message().remedyText.isEmpty()) // else it is only news, which stays until dismissed
            banners->clear(BannerArea::Topic::Interrupted);
        return;
    }
    BannerMessage message;
    message.text = sentences(*interrupted);
    if (!interrupted->tookEffect()) {
        message.kind = BannerKind::Warning;
        message.remedyText = tr("Finish");
        message.remedy = [this] {
            m_session.resumeInterrupted();
            Q_EMIT finishRequested();
        };
        message.otherText = tr("Drop");
        message.other = [this] { m_session.dropInterrupted(); };
    }
    banners->post(BannerArea::Topic::Interrupted, message);
}

QString InterruptionController::sentences(const InterruptedApply &interrupted) const
{
    using Outcome = SettledChange::Outcome;
    QStringList lines{tr("Applying was interrupted (%1). The list was read to see what became of it.")
                          .arg(describeMoment(interrupted.begunAt, m_clock.now()))};
    if (const QString names = namesOf(interrupted, Outcome::TookEffect); !names.isEmpty())
        lines += tr("Took effect: %1.").arg(names);
    if (const QString names = namesOf(interrupted, Outcome::HalfDone); !names.isEmpty())
        lines += tr("Half done, what it replaces is still there: %1.").arg(names);
    if (const QString names = namesOf(interrupted, Outcome::DidNot); !names.isEmpty())
        lines += tr("Did not take effect: %1.").arg(names);
    return lines.join(u'\n');
}

} // namespace gatehouse
