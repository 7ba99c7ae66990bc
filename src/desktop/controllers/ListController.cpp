// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ListController.h"

#include "allowlist/Text.h"
#include "desktop/controllers/EntryAdder.h"
#include "desktop/controllers/NextStep.h"
#include "desktop/controllers/RangeAdvice.h"
#include "desktop/models/ConnectionStatus.h"
#include "desktop/theme/Icons.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EmptyState.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/Moment.h"
#include "desktop/widgets/QuickAddBar.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

namespace gatehouse {

namespace {

constexpr std::chrono::seconds timesAreRefreshed{20};

} // namespace

ListController::ListController(ListSession &session, ListPage &page, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_clock(clock)
    , m_model(clock)
    , m_adder(new EntryAdder(session, page, m_model, clock, this))
{
    page.table()->setModel(&m_model);
    page.quickAdd()->setClock(clock);
    connectSession();
    connectPage();
    m_passingTime.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_passingTime, &QTimer::timeout, this, [this] {
        m_model.refreshTimes();
        updateHeader();
        updateOpenness();
    });
    m_passingTime.start(timesAreRefreshed);
    m_countdown.setInterval(std::chrono::seconds(1));
    connect(&m_countdown, &QTimer::timeout, this, &ListController::updateHeader);
    connectionChanged();
    updateCounts();
}

void ListController::connectSession()
{
    connect(&m_session, &ListSession::listReset, this, &ListController::showAll);
    connect(&m_session, &ListSession::entriesChanged, this, &ListController::showSome);
    connect(&m_session, &ListSession::activityChanged, this, [this] {
        updateHeader();
        updateEmptyState();
        if (m_reloadAgain && m_session.activity() == ListSession::Activity::Idle)
            QTimer::singleShot(0, this, &ListController::reload);
        Q_EMIT stateChanged();
    });
    connect(&m_session, &ListSession::storingFailed, this, [this](const Error &error) {
        m_page.banners()->post(BannerArea::Topic::Storing, BannerMessage::of(error));
    });
}

void ListController::connectPage()
{
    connect(&m_model, &EntryTableModel::editRequested, &m_session, &ListSession::edit);
    connect(m_page.table(), &EntryTableView::activeRequested, &m_session, &ListSession::setActive);
    connect(&m_model, &EntryTableModel::countsChanged, this, &ListController::updateCounts);
    connect(&m_page, &ListPage::filterChanged, this, [this] { m_model.setFilter(m_page.filter()); });
    connect(&m_page, &ListPage::reloadRequested, this, &ListController::reload);
    connect(m_page.emptyState(), &EmptyState::buttonClicked, this, &ListController::emptyButtonClicked);
}

void ListController::open(bool reload)
{
    whenDone(m_session.open(), this, [this, reload](const Result<void> &result) { opened(result, reload); });
}

void ListController::opened(const Result<void> &result, bool reload)
{
    if (!result)
        m_page.banners()->post(BannerArea::Topic::Storing, BannerMessage::of(result.error()));
    else if (reload || m_reloadAgain)
        this->reload();
    updateEmptyState();
}

void ListController::reload()
{
    m_reloadAgain = m_session.activity() != ListSession::Activity::Idle;
    if (m_reloadAgain)
        return;
    const auto work = m_session.reload();
    m_page.follow(QFuture<void>(work), tr("Reading the list…"));
    whenDone(work, this, [this](const Result<void> &result) { reloaded(result, false); });
}

void ListController::readQuietly()
{
    if (m_session.activity() == ListSession::Activity::Idle)
        whenDone(m_session.reload(), this, [this](const Result<void> &result) { reloaded(result, true); });
}

void ListController::reloaded(const Result<void> &result, bool quietly)
{
    m_isRead = m_isRead || result;
    m_lastError = result ? std::nullopt : std::optional(result.error());
    if (result) {
        m_page.banners()->clear(BannerArea::Topic::Loading);
    } else if (result.error().kind != ErrorKind::Cancelled && !(quietly && isOutOfReach(result.error()))) {
        tellFailure(result.error()); // of a network that is away, while nobody asked, the header says enough
    }
    updateHeader();
    updateEmptyState();
    Q_EMIT stateChanged();
    if (result)
        Q_EMIT readingSucceeded();
    else
        Q_EMIT readingFailed(result.error());
}

void ListController::tellFailure(const Error &error)
{
    BannerMessage message = BannerMessage::of(error);
    addWhatToDo(message);
    m_page.banners()->post(BannerArea::Topic::Loading, message);
}

void ListController::setNews(const QSet<EntryKey> &keys)
{
    const QSet<EntryKey> touched = m_news + keys;
    m_news = keys;
    showSome(touched.values());
}

/// Whoever lets this computer in has to know its address.
void ListController::addWhatToDo(BannerMessage &message) const
{
    const CurrentAddresses &own = m_session.currentAddresses();
    if (message.error->kind != ErrorKind::AddressRefused || !own.isKnown())
        return;
    QStringList addresses;
    for (const auto &address : {own.v4, own.v6}) {
        if (address)
            addresses += toQString(*address);
    }
    message.text = tr("%1 This computer's address: %2.").arg(message.text, addresses.join(QStringLiteral(", ")));
}

void ListController::setLiveSince(const QDateTime &when)
{
    m_liveSince = when;
    m_readAsLive = m_session.fetchedAt();
    m_isRead = true; // it was read back
    m_lastError.reset();
    updateHeader();
}

void ListController::connectionChanged()
{
    const ListRules rules = m_session.rules();
    m_keptFields = m_session.keptFields();
    m_page.quickAdd()->setAnyAccepted(rules.acceptsAny);
    m_page.quickAdd()->setRangeJudge(judgeFor(m_session, m_clock, AdviceFor::AddedEntry));
    m_page.table()->setRangeJudge(judgeFor(m_session, m_clock, AdviceFor::EditedEntry));
    m_page.quickAdd()->setLabelLimit(rules.maximumLabelLength);
    updateHeader();
    updateEmptyState();
}

RowStatus ListController::statusOf(const EntryKey &key) const
{
    const KeptFields kept = m_session.keptOf(key);
    return {m_session.stateOf(key), m_session.reasonOf(key), kept, m_keptFields.expiry && !kept.expiry,
            m_news.contains(key),   m_session.isOwn(key)};
}

/// As the service has it, whatever is pending.
void ListController::updateOpenness()
{
    const bool isKnown = m_session.fetchedAt().has_value();
    const OpenTo open =
        isKnown ? gatehouse::openTo(m_session.draft().snapshot().entries(), m_session.rules(), m_clock.now())
                : OpenTo{};
    m_page.setOpenness(titleOf(open));
    if (std::exchange(m_openTo, open) != open)
        Q_EMIT stateChanged();
}

void ListController::showAll()
{
    m_unknown = static_cast<int>(std::ranges::count_if(m_session.draft().snapshot().entries(),
                                                       [](const Entry &entry) { return entry.content.isForeign(); }));
    updateOpenness();
    m_model.setRows(rowsOf(m_session.draft(), [this](const EntryKey &key) { return statusOf(key); }));
    updateHeader();
    updateEmptyState();
    Q_EMIT stateChanged();
}

void ListController::showSome(const QList<EntryKey> &keys)
{
    std::vector<EntryRow> rows;
    QList<EntryKey> gone;
    for (const EntryKey &key : keys) {
        if (auto row = rowOf(m_session.draft(), key, [this](const EntryKey &of) { return statusOf(of); }))
            rows.push_back(std::move(*row));
        else
            gone.append(key);
    }
    m_model.updateRows(std::move(rows), gone);
    updateHeader();
    Q_EMIT stateChanged();
}

/// Rounded up: it is not live before.
int ListController::secondsUntil(const QDateTime &moment) const
{
    constexpr qint64 second = 1000;
    return static_cast<int>(std::max<qint64>(1, (m_clock.now().msecsTo(moment) + second - 1) / second));
}

QString ListController::subtitle() const
{
    const QString service = serviceName();
    const QDateTime now = m_clock.now();
    const auto fetchedAt = m_session.fetchedAt();
    if (!fetchedAt)
        return tr("%1 · not read yet").arg(service);
    if (const auto inForceFrom = m_session.inForceFrom())
        return tr("%1 · live in %n s", nullptr, secondsUntil(*inForceFrom)).arg(service);
    if (m_lastError && isOutOfReach(*m_lastError))
        return tr("%1 · as of %2, offline").arg(service, describeAge(*fetchedAt, now));
    if (!m_isRead)
        return tr("%1 · as of %2").arg(service, describeAge(*fetchedAt, now));
    if (m_liveSince && m_readAsLive == fetchedAt)
        return tr("%1 · live since %2").arg(service, describeMoment(*m_liveSince, now));
    return tr("%1 · last read %2").arg(service, describeMoment(*fetchedAt, now));
}

void ListController::updateHeader()
{
    m_page.setTitle(m_session.connection().name, subtitle());
    if (m_session.inForceFrom())
        m_countdown.start();
    else
        m_countdown.stop();
}

void ListController::updateCounts()
{
    QStringList tips{m_model.filter().sentence()};
    if (m_unknown > 0)
        tips += tr("Of %Ln entries nobody here can tell whom they let in: they are no ranges.", nullptr, m_unknown);
    tips.removeAll(QString());
    m_page.setCount(countText(), tips.join(u'\n'));
    updateEmptyState();
}

QString ListController::countText() const
{
    const int total = m_model.totalCount();
    const QString entries = m_model.filter().showsAll()
                                ? tr("%Ln entries", nullptr, total)
                                : tr("%1 of %Ln entries", nullptr, total).arg(QLocale().toString(m_model.rowCount()));
    //: %1: "5 entries"; %n of them are no ranges, so that nobody knows whom they let in
    return m_unknown > 0 ? tr("%1 · %Ln not known", nullptr, m_unknown).arg(entries) : entries;
}

EmptyReason ListController::emptyReason() const
{
    if (m_model.rowCount() > 0)
        return EmptyReason::None;
    if (m_model.totalCount() > 0)
        return EmptyReason::NothingFound;
    if (m_session.fetchedAt())
        return EmptyReason::EmptyList;
    return m_session.activity() == ListSession::Activity::Idle ? EmptyReason::NotRead : EmptyReason::Reading;
}

void ListController::updateEmptyState()
{
    m_emptyReason = emptyReason();
    m_page.showTable(m_emptyReason == EmptyReason::None);
    if (m_emptyReason == EmptyReason::None)
        return;
    const EmptyText text =
        textFor(m_emptyReason, m_session.rules().emptyList, serviceName(), m_model.filter().sentence());
    m_page.emptyState()->setText(text.symbol, text.heading, text.explanation);
    m_page.emptyState()->setButton(text.buttonSymbol, text.button);
}

void ListController::emptyButtonClicked()
{
    switch (m_emptyReason) {
    case EmptyReason::NothingFound:
        m_page.clearFilter();
        break;
    case EmptyReason::NotRead:
        reload();
        break;
    case EmptyReason::EmptyList:
        Q_EMIT addMyAddressRequested();
        break;
    case EmptyReason::None:
    case EmptyReason::Reading:
        break;
    }
}

QString ListController::serviceName() const
{
    if (m_session.connection().embedded)
        return tr("The service of this computer");
    const auto definition = m_session.definition();
    return definition ? definition->name : m_session.connection().serviceId;
}

} // namespace gatehouse
