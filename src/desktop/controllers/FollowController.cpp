// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/FollowController.h"

#include "allowlist/Text.h"
#include "desktop/MainWindow.h"
#include "desktop/Notifier.h"
#include "desktop/widgets/BannerArea.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr std::chrono::minutes betweenLooks(5);
constexpr QLatin1String followAction("follow");

QString changeText(const ListMoves &list)
{
    QStringList changes;
    for (const AddressMove &move : list.moves)
        changes += FollowController::tr("%1 → %2").arg(toShortQString(move.from), toShortQString(move.wanted.range));
    return QLocale().createSeparatedList(changes);
}

} // namespace

FollowController::FollowController(const Workbench &bench, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_window(window)
    , m_follower(bench.book, bench.connector, bench.store, bench.addresses, bench.clock)
{
    m_timer.setInterval(betweenLooks);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FollowController::look);
    connect(&bench.notifier, &Notifier::activated, this, [this](const QString &action) {
        if (action != followAction)
            return;
        m_window.bringToFront();
        open();
    });
}

void FollowController::start()
{
    m_timer.start();
    look();
}

void FollowController::look()
{
    if (m_looking || m_following > 0)
        return;
    m_looking = true;
    whenDone(m_follower.lookAll(), this, [this](const Result<std::vector<ListMoves>> &lists) {
        m_looking = false;
        if (lists && m_following == 0)
            found(*lists);
    });
}

void FollowController::found(const std::vector<ListMoves> &lists)
{
    m_lists = lists;
    if (lists.empty()) {
        m_window.banners()->clear(BannerArea::Topic::Address);
        m_bench.notifier.withdraw(followAction);
        m_told.clear();
        return;
    }
    BannerMessage message;
    message.kind = BannerKind::Warning;
    message.text = summary();
    message.remedyText = tr("Review…");
    message.remedy = [this] { open(); };
    m_window.banners()->post(BannerArea::Topic::Address, message);
    if (!m_window.isActiveWindow() && m_told != message.text)
        m_bench.notifier.show({tr("Your address has changed"), message.text, followAction});
    m_told = message.text;
}

QString FollowController::summary() const
{
    const AddressMove &first = m_lists.front().moves.front();
    return tr("Your address changed from %1 to %2, and %n lists still let in the old one as yours.", nullptr,
              static_cast<int>(m_lists.size()))
        .arg(toShortQString(first.from), toShortQString(first.wanted.range));
}

void FollowController::open()
{
    if (m_dialog || m_lists.empty())
        return;
    QList<FollowRow> rows;
    for (const ListMoves &list : m_lists) {
        if (const ConnectionRecord *record = m_bench.book.find(list.connection))
            rows.append({list.connection, record->name, changeText(list)});
    }
    m_dialog = new FollowDialog(rows, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &FollowDialog::followRequested, this, &FollowController::follow);
    m_dialog->open();
}

void FollowController::follow(const QUuid &connection)
{
    ++m_following;
    whenDone(m_follower.follow(connection), this,
             [this, connection](const Result<ListMoves> &result) { followed(connection, result); });
}

void FollowController::followed(const QUuid &connection, const Result<ListMoves> &result)
{
    --m_following;
    Q_EMIT listChanged(connection);
    if (m_dialog) {
        if (result)
            m_dialog->setState(connection, BannerKind::Success, tr("Changed and read back"));
        else
            m_dialog->setState(connection, BannerKind::Error, explain(result.error()));
    }
    if (m_following == 0)
        look(); // what is left is told, and what is done is not any more
}

} // namespace gatehouse
