// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/OpenList.h"

#include "desktop/controllers/AddressController.h"
#include "desktop/controllers/ApplyController.h"
#include "desktop/controllers/BaseUrlController.h"
#include "desktop/controllers/ColumnActions.h"
#include "desktop/controllers/DriftController.h"
#include "desktop/controllers/EntryActions.h"
#include "desktop/controllers/EntryAdder.h"
#include "desktop/controllers/HistoryController.h"
#include "desktop/controllers/InterruptionController.h"
#include "desktop/controllers/ListActions.h"
#include "desktop/controllers/ListController.h"
#include "desktop/controllers/LogsController.h"
#include "desktop/controllers/NextStepController.h"
#include "desktop/controllers/PollController.h"
#include "desktop/controllers/ServiceActions.h"
#include "desktop/controllers/WaitingController.h"
#include "desktop/controllers/WatchController.h"
#include "desktop/dialogs/ConflictDialog.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/PendingBar.h"
#include "store/SettingKeys.h"

#include <QAction>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QToolButton>

#include <algorithm>

namespace gatehouse {

namespace {

ConnectionStatus::Activity activityOf(const ListSession &session)
{
    switch (session.activity()) {
    case ListSession::Activity::Idle:
        return ConnectionStatus::Activity::Idle;
    case ListSession::Activity::Opening:
        return ConnectionStatus::Activity::Opening;
    case ListSession::Activity::Loading:
        return ConnectionStatus::Activity::Loading;
    case ListSession::Activity::Applying:
        return ConnectionStatus::Activity::Applying;
    }
    return ConnectionStatus::Activity::Idle;
}

} // namespace

OpenList::OpenList(const ConnectionRecord &connection, const Workbench &bench, const MainActions &actions,
                   QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(bench.settings)
    , m_store(bench.store)
    , m_clock(bench.clock)
    , m_session(std::make_unique<ListSession>(connection, bench.connector, bench.store, bench.addresses, bench.clock))
    , m_page(new ListPage)
    , m_list(new ListController(*m_session, *m_page, bench.clock, this))
    , m_apply(new ApplyController(*m_session, *m_page, bench.settings, bench.clock, this))
    , m_interruption(new InterruptionController(*m_session, *m_page, bench.clock, this))
    , m_watch(new WatchController(*m_session, *m_page, bench.clock, this))
    , m_address(new AddressController(*m_session, *m_page, this))
    , m_baseUrl(new BaseUrlController(*m_session, *m_page, bench, this))
    , m_poll(new PollController({*m_session, *m_page, *m_list, *m_apply, bench.settings, bench.conditions, bench.clock},
                                this))
    , m_waiting(new WaitingController(*m_session, *m_page, *m_apply, *m_poll, this))
    , m_nextStep(new NextStepController({*m_session, *m_page, *m_list, *m_apply, *m_waiting, bench.book}, this))
    , m_drift(new DriftController(*m_session, *m_list, *m_page, bench.notifier, this))
    , m_connector(bench.connector)
{
    EntryTableView *table = m_page->table();
    (void)table->restoreHeaderState(m_settings.value(settings::listHeaderState));
    for (const EntryColumn origin : {EntryColumn::Created, EntryColumn::Updated})
        table->setColumnShown(origin, table->isColumnShown(origin) && hasProvenance());
    table->horizontalHeader()->addActions(ColumnActions::forHeader(actions));
    table->horizontalHeader()->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_page->pendingBar()->setActions(actions.apply, actions.discard, {actions.apply, actions.applyAndWatch});
    connect(m_page->legendButton(), &QToolButton::clicked, actions.legend, &QAction::trigger);
    m_page->table()->addActions(EntryActions::forContextMenu(actions));
    m_page->table()->addAction(actions.selectAll);
    wire();
}

OpenList::~OpenList()
{
    setInFront(false);
    if (m_logs)
        m_logs->close();
    delete m_conflicts;
    delete m_page;  // before the model it shows
    delete m_drift; // before what they use
    delete m_nextStep;
    delete m_waiting;
    delete m_poll;
    delete m_baseUrl; // before the session they use
    delete m_address;
    delete m_watch;
    delete m_interruption;
    delete m_apply;
    delete m_list;
}

void OpenList::wire()
{
    connect(m_list, &ListController::stateChanged, this, &OpenList::statusChanged);
    connect(m_session.get(), &ListSession::listReset, this, &OpenList::updateConflicts);
    connect(m_session.get(), &ListSession::entriesChanged, this, &OpenList::updateConflicts);
    connect(m_session.get(), &ListSession::activityChanged, this, [this] {
        for (const IpRange &address : std::exchange(m_toAllow, {}))
            allow(address);
    });
    connect(m_list, &ListController::addMyAddressRequested, m_address,
            [this] { m_address->find(AddressController::Purpose::Add); });
    connect(m_apply, &ApplyController::stateChanged, this, &OpenList::statusChanged);
    connect(m_apply, &ApplyController::applied, m_list, &ListController::setLiveSince);
    connect(m_apply, &ApplyController::atOnceChosen, this, &OpenList::atOnceChosen);
    connect(m_apply, &ApplyController::conflictsToShow, this, &OpenList::showConflicts);
    connect(m_nextStep, &NextStepController::editConnectionRequested, m_actions.editConnection, &QAction::trigger);
    connect(m_drift, &DriftController::showRequested, this, [this](int from, int to) { showHistory(to, from); });
    connect(m_drift, &DriftController::raiseRequested, this, &OpenList::raiseRequested);
    connect(m_interruption, &InterruptionController::finishRequested, m_apply, &ApplyController::apply);
    connect(m_watch, &WatchController::changed, this, &OpenList::statusChanged);
    connect(m_watch, &WatchController::reverted, m_list, &ListController::reload);
    connect(m_address, &AddressController::addRequested, &m_list->adder(), &EntryAdder::add);
    connect(&m_list->adder(), &EntryAdder::showRequested, this, &OpenList::showRows);
    connect(m_page->banners(), &BannerArea::detailsRequested, this, &OpenList::detailsRequested);
}

ConnectionStatus OpenList::status() const
{
    ConnectionStatus status;
    status.activity = activityOf(*m_session);
    status.fetchedAt = m_session->fetchedAt();
    status.pending = static_cast<int>(m_session->draft().changeCount());
    status.openTo = m_list->openTo();
    status.error = m_list->lastError() ? m_list->lastError() : m_apply->lastError();
    return status;
}

bool OpenList::isSending() const
{
    return m_session->activity() == ListSession::Activity::Applying || m_session->watched();
}

void OpenList::open(bool reload)
{
    m_list->open(reload);
}

void OpenList::reload()
{
    m_list->reload();
}

void OpenList::setConnection(const ConnectionRecord &connection)
{
    ConnectionRecord known = m_session->connection();
    known.lastSynchronised = connection.lastSynchronised;
    if (known == connection) // nothing the session would have to connect anew for
        return;
    m_session->setConnection(connection);
    m_list->connectionChanged();
    m_baseUrl->update();
    m_apply->showMode();
    if (known.collectChanges && !connection.collectChanges)
        m_apply->edited(); // what was collected goes out with the switch
}

void OpenList::showMode()
{
    m_apply->showMode();
}

void OpenList::setInFront(bool inFront)
{
    if (m_front && m_page) // what the user has seen last is how the next list looks
        m_settings.setValue(settings::listHeaderState, m_page->table()->headerState());
    m_front.reset();
    m_poll->setInFront(inFront);
    if (!inFront)
        return;
    m_front = std::make_unique<QObject>();
    auto *entries = new EntryActions(m_actions, *m_session, m_list->model(), *m_page->table(), m_clock, m_front.get());
    connect(entries, &EntryActions::settled, m_apply, &ApplyController::edited);
    const ListActions::Parts parts{*m_session, *m_page, *m_list, *m_apply, *m_address, [this] { showHistory(0, 0); }};
    new ListActions(m_actions, parts, m_front.get());
    new ColumnActions(m_actions, *m_page->table(), hasProvenance(), m_front.get());
    auto *service = new ServiceActions(m_actions, *m_session, m_connector, m_page->window(), m_front.get());
    connect(service, &ServiceActions::usageLogRequested, this, &OpenList::showLogs);
}

/// Stays open beside the window, whichever list is in front.
void OpenList::showLogs()
{
    if (m_logs) {
        m_logs->open();
        return;
    }
    m_logs = new LogsController(m_session->connection(), *m_session->definition(), m_connector, m_page->window());
    connect(m_logs, &LogsController::allowRequested, this, &OpenList::allowRequested);
    m_logs->open();
}

bool OpenList::hasProvenance() const
{
    const auto definition = m_session->definition();
    return definition && definition->capabilities.provenance;
}

/// Once what this computer remembers of the list is there.
void OpenList::allow(const IpRange &address)
{
    if (m_session->activity() == ListSession::Activity::Opening) {
        m_toAllow.push_back(address);
        return;
    }
    const Allowlist wanted = m_session->draft().result();
    const auto known = std::ranges::find_if(
        wanted.entries(), [&](const Entry &entry) { return entry.content.isOf(address) && entry.content.active; });
    if (known != wanted.entries().end()) {
        showRows({known->key});
        return;
    }
    EntryContent content;
    content.range = address;
    content.label = tr("From the usage log");
    m_list->adder().add({content});
}

void OpenList::showHistory(int version, int comparedWith)
{
    if (!m_history) { // else it is open already
        m_history = new HistoryController(*m_session, m_store, m_clock, m_page->window());
        connect(m_history, &HistoryController::restoreRequested, this, &OpenList::restore);
    }
    m_history->open(version, comparedWith);
}

void OpenList::restore(int version, const Allowlist &state)
{
    m_apply->editOnly([&] { m_session->restore(state, tr("Restore version %1").arg(version)); });
    BannerMessage message;
    message.text = m_session->draft().isClean()
                       ? tr("The list is as in version %1 already.").arg(version)
                       : tr("The draft is as in version %1. Nothing is sent before you apply it.").arg(version);
    m_page->banners()->post(BannerArea::Topic::Other, message);
    m_page->table()->setFocus(Qt::OtherFocusReason);
}

void OpenList::showConflicts()
{
    std::vector<EntryKey> keys;
    for (const Conflict &conflict : m_session->conflicts())
        keys.push_back(conflict.key);
    showRows(keys);
    if (keys.empty() || m_conflicts)
        return;
    m_conflicts = new ConflictDialog(m_page->window());
    m_conflicts->setAttribute(Qt::WA_DeleteOnClose);
    m_conflicts->setConflicts(m_session->conflicts());
    connect(m_conflicts, &ConflictDialog::chosen, this, &OpenList::settle);
    m_conflicts->open();
}

void OpenList::settle(const EntryKey &key, ListSession::Version version)
{
    if (m_session->settle(key, version))
        m_apply->edited();
}

/// They may be other ones by now: the list is read again now and then.
void OpenList::updateConflicts()
{
    if (!m_conflicts)
        return;
    if (m_session->conflicts().empty())
        m_conflicts->close();
    else
        m_conflicts->setConflicts(m_session->conflicts());
}

void OpenList::showRows(const std::vector<EntryKey> &keys)
{
    m_page->clearFilter();
    m_page->table()->showSelected(keys);
}

} // namespace gatehouse
