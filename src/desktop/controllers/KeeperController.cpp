// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/KeeperController.h"

#include "allowlist/Expiry.h"
#include "allowlist/Text.h"
#include "desktop/MainWindow.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/KeeperLine.h"
#include "desktop/widgets/Moment.h"

#include <QAction>
#include <QLocale>

#include <algorithm>

namespace gatehouse {

namespace {

/// Named as far as a line can hold it.
QString namesOf(const std::vector<Entry> &entries)
{
    constexpr std::size_t named = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(named, entries.size()); ++i) {
        const EntryContent &content = entries[i].content;
        const QString range = toShortQString(content.range);
        names += content.label.isEmpty() ? range : KeeperController::tr("%1 (%2)").arg(range, content.label);
    }
    if (entries.size() > named)
        names += KeeperController::tr("%n more", nullptr, static_cast<int>(entries.size() - named));
    return QLocale().createSeparatedList(names);
}

} // namespace

KeeperController::KeeperController(Keeper &keeper, const ConnectionBook &book, const Clock &clock, MainWindow &window,
                                   QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_book(book)
    , m_clock(clock)
    , m_window(window)
{
    connect(&keeper, &Keeper::running, this, &KeeperController::update);
    connect(&keeper, &Keeper::finished, this, &KeeperController::finished);
    connect(&keeper, &Keeper::failed, this, &KeeperController::update);
    for (const auto bookChanged : {&ConnectionBook::added, &ConnectionBook::changed, &ConnectionBook::removed})
        connect(&book, bookChanged, this, &KeeperController::updateAll);
    connect(&book, &ConnectionBook::reset, this, &KeeperController::updateAll);
    connect(window.keeperLine(), &QPushButton::clicked, this, &KeeperController::open);
    connect(window.actions().keeper, &QAction::triggered, this, &KeeperController::open);
    updateLine();
}

bool KeeperController::isStuck(const QUuid &connection) const
{
    return m_keeper.errorOf(connection).has_value() || !m_keeper.needsUser(connection).empty();
}

void KeeperController::finished(const QUuid &connection, const Sweep &sweep)
{
    if (const ConnectionRecord *record = m_book.find(connection); record && !sweep.ended.empty()) {
        m_ended[connection] += static_cast<int>(sweep.ended.size());
        BannerMessage message;
        message.kind = BannerKind::Info;
        message.text = tr("Expired and removed from “%1”: %2.").arg(record->name, namesOf(sweep.ended));
        m_window.banners()->post(BannerArea::Topic::KeeperEnded, message);
        Q_EMIT listChanged(connection);
    }
    update(connection);
}

void KeeperController::update(const QUuid &connection)
{
    updateAll();
    Q_EMIT changed(connection);
}

void KeeperController::updateAll()
{
    updateLine();
    showProblem();
    showNeeds();
    if (m_dialog)
        m_dialog->setRows(rows());
}

std::optional<QDateTime> KeeperController::nextLook() const
{
    std::optional<QDateTime> earliest;
    for (const ConnectionRecord &record : m_book.records()) {
        const auto next = m_keeper.nextLook(record.id);
        if (next && (!earliest || *next < *earliest))
            earliest = next;
    }
    return earliest;
}

QString KeeperController::momentText(const QDateTime &moment) const
{
    return describeMoment(moment, m_clock.now());
}

void KeeperController::updateLine()
{
    KeeperLine *line = m_window.keeperLine();
    const QList<KeeperRow> all = rows();
    const auto has = [&](auto predicate) { return std::ranges::any_of(all, predicate); };
    const auto next = nextLook();
    if (all.isEmpty())
        line->hide();
    else if (has([](const KeeperRow &row) { return row.kind == BannerKind::Error; }))
        line->tell(BannerKind::Error, tr("Keeper: not everything ended"),
                   tr("Entries whose time is over are still let in, since they could not be removed."));
    else if (has([](const KeeperRow &row) { return row.kind == BannerKind::Warning; }))
        line->tell(BannerKind::Warning, tr("Keeper: needs you"),
                   tr("The time of the last entry of a list is over; removing it would let everyone in."));
    else if (has([](const KeeperRow &row) { return row.running; }))
        line->tell(BannerKind::Info, tr("Keeper: at work…"), tr("Entries whose time is over are being removed."));
    else if (next)
        //: %1 is a distance: "in 2 days"
        line->tell(BannerKind::Info, tr("Keeper: next %1").arg(describeExpiry(*next, m_clock.now())),
                   tr("Nothing is overdue. The next entry ends at %1.").arg(momentText(*next)));
    else
        line->tell(BannerKind::Info, tr("Keeper: nothing due"), tr("No entry has an expiry that Gatehouse keeps."));
}

KeeperRow KeeperController::rowOf(const ConnectionRecord &record) const
{
    KeeperRow row{record.id, record.name, BannerKind::Success, {}, {}, m_keeper.isRunning(record.id)};
    const auto error = m_keeper.errorOf(record.id);
    const auto left = m_keeper.needsUser(record.id);
    if (const auto next = m_keeper.nextLook(record.id))
        row.next = momentText(*next);
    if (row.running) {
        row.state = tr("Looking through the list…");
    } else if (error) {
        row.kind = BannerKind::Error;
        row.state = explain(*error);
    } else if (!left.empty()) {
        row.kind = BannerKind::Warning;
        row.state = tr("Left to you: %1").arg(namesOf(left));
    } else if (const int ended = m_ended.value(record.id); ended > 0) {
        row.state = tr("%n entries ended since the start", nullptr, ended);
    } else {
        row.state = tr("Nothing is overdue");
    }
    return row;
}

QList<KeeperRow> KeeperController::rows() const
{
    QList<KeeperRow> rows;
    for (const ConnectionRecord &record : m_book.records()) {
        if (m_keeper.keeps(record))
            rows += rowOf(record);
    }
    return rows;
}

void KeeperController::showProblem()
{
    std::vector<const ConnectionRecord *> failed;
    for (const ConnectionRecord &record : m_book.records()) {
        if (m_keeper.errorOf(record.id))
            failed.push_back(&record);
    }
    if (failed.empty()) {
        m_window.banners()->clear(BannerArea::Topic::KeeperFailed);
        return;
    }
    const ConnectionRecord &first = *failed.front();
    BannerMessage message = BannerMessage::of(*m_keeper.errorOf(first.id));
    message.text = tr("Expired entries of “%1” are still let in: they could not be removed. %2")
                       .arg(first.name, explain(*m_keeper.errorOf(first.id)));
    message.remedyText = failed.size() == 1 ? tr("Try now") : tr("All %n connections…", nullptr, int(failed.size()));
    message.remedy = [this, id = first.id, isOne = failed.size() == 1] {
        if (isOne)
            sweep(id);
        else
            open();
    };
    m_window.banners()->post(BannerArea::Topic::KeeperFailed, message);
}

void KeeperController::showNeeds()
{
    for (const ConnectionRecord &record : m_book.records()) {
        const auto left = m_keeper.needsUser(record.id);
        if (left.empty())
            continue;
        BannerMessage message;
        message.kind = BannerKind::Warning;
        message.text = tr("The time of %1 in “%2” is over. It is the last entry, and removing it would let everyone "
                          "in. Add another entry, or remove it yourself if that is meant.")
                           .arg(namesOf(left), record.name);
        message.remedyText = tr("Show it");
        message.remedy = [this, id = record.id] { Q_EMIT showRequested(id); };
        m_window.banners()->post(BannerArea::Topic::KeeperNeedsUser, message);
        return;
    }
    m_window.banners()->clear(BannerArea::Topic::KeeperNeedsUser);
}

void KeeperController::open()
{
    if (m_dialog)
        return;
    m_dialog = new KeeperDialog(&m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &KeeperDialog::sweepRequested, this, &KeeperController::sweep);
    connect(m_dialog, &KeeperDialog::showRequested, this, &KeeperController::showRequested);
    m_dialog->setRows(rows());
    m_dialog->open();
}

/// How it ends is told by the keeper's own signals.
void KeeperController::sweep(const QUuid &connection)
{
    (void)m_keeper.sweep(connection);
}

} // namespace gatehouse
