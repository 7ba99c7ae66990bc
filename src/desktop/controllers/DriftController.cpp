// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/DriftController.h"

#include "desktop/Notifier.h"
#include "desktop/controllers/ListController.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/ListPage.h"

#include <QGuiApplication>
#include <QLocale>

namespace gatehouse {

namespace {

/// "2 added, 1 removed"
QString countsOf(const HistoryVersion &sum)
{
    QStringList counts;
    if (sum.added > 0)
        counts += DriftController::tr("%Ln added", nullptr, sum.added);
    if (sum.removed > 0)
        counts += DriftController::tr("%Ln removed", nullptr, sum.removed);
    if (sum.changed > 0)
        counts += DriftController::tr("%Ln changed", nullptr, sum.changed);
    return counts.join(QStringLiteral(", "));
}

} // namespace

DriftController::DriftController(ListSession &session, ListController &list, ListPage &page, Notifier &notifier,
                                 QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_list(list)
    , m_page(page)
    , m_notifier(notifier)
{
    connect(&session, &ListSession::drifted, this, &DriftController::drifted);
    connect(page.banners(), &BannerArea::dismissed, this, [this](BannerArea::Topic topic) {
        if (topic == BannerArea::Topic::Drift)
            markSeen();
    });
    connect(&notifier, &Notifier::activated, this, [this](const QString &clicked) {
        if (clicked != action())
            return;
        Q_EMIT raiseRequested();
        show();
    });
}

DriftController::~DriftController()
{
    m_notifier.withdraw(action());
}

QString DriftController::action() const
{
    return QStringLiteral("drift/") + m_session.connection().id.toString(QUuid::WithoutBraces);
}

void DriftController::drifted(const HistoryVersion &version, const ChangeSet &changes)
{
    if (m_before == 0) {
        m_before = version.number - 1;
        m_sum = {};
        m_sum.actor = version.actor;
    } else if (m_sum.actor != version.actor) {
        m_sum.actor.clear(); // nobody did all of it
    }
    m_sum.number = version.number;
    m_sum.added += version.added;
    m_sum.removed += version.removed;
    m_sum.changed += version.changed;
    for (const Change &change : changes.changes) {
        if (change.after)
            m_news.insert(change.key());
    }
    m_list.setNews(m_news);
    tell();
}

QString DriftController::sentence() const
{
    const QString counts = countsOf(m_sum);
    if (counts.isEmpty())
        return tr("This list was changed elsewhere.");
    //: %1 is "2 added, 1 removed".
    return m_sum.actor.isEmpty() ? tr("This list was changed elsewhere: %1.").arg(counts)
                                 : tr("This list was changed by %2: %1.").arg(counts, m_sum.actor);
}

void DriftController::tell()
{
    BannerMessage message;
    message.text = sentence();
    message.remedyText = tr("Show");
    message.remedy = [this] { show(); };
    m_page.banners()->post(BannerArea::Topic::Drift, message);
    // A window in the tray may still count as the active one.
    if (!m_page.window()->isVisible() || QGuiApplication::applicationState() != Qt::ApplicationActive)
        m_notifier.show({tr("%1 was changed").arg(m_session.connection().name), sentence(), action()});
}

void DriftController::show()
{
    if (m_before == 0)
        return;
    const int before = m_before;
    const int newest = m_sum.number;
    markSeen();
    Q_EMIT showRequested(before, newest);
}

void DriftController::markSeen()
{
    if (m_before == 0)
        return;
    m_before = 0;
    m_news.clear();
    m_list.setNews({});
    m_page.banners()->clear(BannerArea::Topic::Drift);
    m_notifier.withdraw(action());
}

} // namespace gatehouse
