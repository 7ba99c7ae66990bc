// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/NoticeController.h"

#include "allowlist/Expiry.h"
#include "allowlist/Text.h"
#include "desktop/MainWindow.h"
#include "desktop/Notifier.h"
#include "store/SettingKeys.h"
#include "sync/ExpiryNotices.h"
#include "sync/Keeper.h"

namespace gatehouse {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes betweenNotices(1);
constexpr QLatin1String noticesRun("notices");
constexpr QLatin1String noticeAction("expiry/");

QString noticeLine(const Entry &entry, const QDateTime &now)
{
    const QString range = toShortQString(entry.content.range);
    const QString name =
        entry.content.label.isEmpty() ? range : NoticeController::tr("%1 (%2)").arg(range, entry.content.label);
    return NoticeController::tr("%1: %2").arg(name, describeExpiry(entry.content.expiresAt, now));
}

} // namespace

NoticeController::NoticeController(const Workbench &bench, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_window(window)
{
    m_timer.setInterval(betweenNotices);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &NoticeController::look);
    connect(&bench.keeper, &Keeper::finished, this, &NoticeController::ended);
    connect(&bench.notifier, &Notifier::activated, this, [this](const QString &action) {
        if (!action.startsWith(noticeAction))
            return;
        m_window.bringToFront();
        Q_EMIT showRequested(QUuid(action.mid(noticeAction.size())));
    });
}

void NoticeController::start()
{
    whenDone(m_bench.store.lastRun(noticesRun), this, [this](const Result<std::optional<QDateTime>> &last) {
        m_since = last ? *last : std::nullopt;
        m_timer.start();
        look();
    });
}

void NoticeController::look()
{
    const QDateTime now = m_bench.clock.now();
    const QDateTime since = m_since.value_or(now);
    m_since = now;
    for (const ConnectionRecord &record : m_bench.book.records())
        lookAt(record, since, now);
    noteTime(now);
}

/// Not every minute, which would keep the disk awake.
void NoticeController::noteTime(const QDateTime &now)
{
    constexpr qint64 anHour = 3600;
    if (m_noted && std::abs(m_noted->secsTo(now)) < anHour)
        return;
    m_noted = now;
    (void)m_bench.store.noteRun(noticesRun, now);
}

void NoticeController::lookAt(const ConnectionRecord &record, const QDateTime &since, const QDateTime &now)
{
    std::vector<std::chrono::seconds> leads;
    if (m_bench.settings.value(settings::noticeADayBefore))
        leads.push_back(24h);
    if (m_bench.settings.value(settings::noticeAnHourBefore))
        leads.push_back(1h);
    if (leads.empty())
        return;
    whenDone(m_bench.store.list(record.id), this,
             [this, leads, since, now, id = record.id, name = record.name](const Result<StoredList> &list) {
                 if (!list)
                     return;
                 const auto ending = endingSoon(list->draft.snapshot().entries(), leads, since, now);
                 if (ending.empty())
                     return;
                 tell(id, tr("%n entries of “%1” end soon", nullptr, static_cast<int>(ending.size())).arg(name),
                      ending);
                 m_noted.reset();
                 noteTime(now);
             });
}

void NoticeController::ended(const QUuid &connection, const Sweep &sweep)
{
    const ConnectionRecord *record = m_bench.book.find(connection);
    const bool isSeen = m_window.isActiveWindow(); // where a message says the same
    if (!record || sweep.ended.empty() || isSeen || !m_bench.settings.value(settings::noticeWhenEnded))
        return;
    const auto count = static_cast<int>(sweep.ended.size());
    tell(connection, tr("%n entries of “%1” have ended and were removed", nullptr, count).arg(record->name),
         sweep.ended);
}

void NoticeController::tell(const QUuid &connection, const QString &title, const std::vector<Entry> &entries)
{
    constexpr std::size_t named = 4;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(named, entries.size()); ++i)
        lines += noticeLine(entries[i], m_bench.clock.now());
    if (entries.size() > named)
        lines += tr("and %n more", nullptr, static_cast<int>(entries.size() - named));
    m_bench.notifier.show({title, lines.join(QLatin1Char('\n')), noticeAction + connection.toString()});
}

} // namespace gatehouse
