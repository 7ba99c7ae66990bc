// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/OpenList.h"

#include "desktop/controllers/AddressController.h"
#include "desktop/controllers/ApplyController.h"
#include "desktop/controllers/EntryActions.h"
#include "desktop/controllers/ListActions.h"
#include "desktop/controllers/ListController.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/PendingBar.h"
#include "store/SettingKeys.h"

#include <QItemSelectionModel>

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
    , m_clock(bench.clock)
    , m_session(std::make_unique<ListSession>(connection, bench.connector, bench.store, bench.addresses, bench.clock))
    , m_page(new ListPage)
    , m_list(new ListController(*m_session, *m_page, bench.clock, this))
    , m_apply(new ApplyController(*m_session, *m_page, bench.clock, this))
    , m_address(new AddressController(*m_session, *m_page, this))
{
    (void)m_page->table()->restoreHeaderState(m_settings.value(settings::listHeaderState));
    m_page->pendingBar()->setActions(actions.apply, actions.discard);
    m_page->table()->addActions(EntryActions::forContextMenu(actions));
    m_page->table()->addAction(actions.selectAll);
    wire();
}

OpenList::~OpenList()
{
    setInFront(false);
    delete m_page;    // before the model it shows
    delete m_address; // before the session they use
    delete m_apply;
    delete m_list;
}

void OpenList::wire()
{
    connect(m_list, &ListController::stateChanged, this, &OpenList::statusChanged);
    connect(m_list, &ListController::addMyAddressRequested, m_address,
            [this] { m_address->find(AddressController::Purpose::Add); });
    connect(m_apply, &ApplyController::stateChanged, this, &OpenList::statusChanged);
    connect(m_apply, &ApplyController::applied, m_list, &ListController::setLiveSince);
    connect(m_apply, &ApplyController::atOnceChosen, this, &OpenList::atOnceChosen);
    connect(m_apply, &ApplyController::conflictsToShow, this, &OpenList::showConflicts);
    connect(m_apply, &ApplyController::addMyAddressRequested, m_address,
            [this] { m_address->find(AddressController::Purpose::Add); });
    connect(m_address, &AddressController::addRequested, m_list, &ListController::add);
    connect(m_page->banners(), &BannerArea::detailsRequested, this, &OpenList::detailsRequested);
}

ConnectionStatus OpenList::status() const
{
    ConnectionStatus status;
    status.activity = activityOf(*m_session);
    status.fetchedAt = m_session->fetchedAt();
    status.pending = static_cast<int>(m_session->draft().changeCount());
    status.error = m_list->lastError() ? m_list->lastError() : m_apply->lastError();
    return status;
}

bool OpenList::isSending() const
{
    return m_session->activity() == ListSession::Activity::Applying;
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
    if (!inFront)
        return;
    m_front = std::make_unique<QObject>();
    auto *entries = new EntryActions(m_actions, *m_session, m_list->model(), *m_page->table(), m_clock, m_front.get());
    connect(entries, &EntryActions::settled, m_apply, &ApplyController::edited);
    const ListActions::Parts parts{*m_session, *m_page, *m_list, *m_apply, *m_address};
    new ListActions(m_actions, parts, m_front.get());
}

void OpenList::showConflicts()
{
    m_page->clearFilter();
    QItemSelection selection;
    for (const Conflict &conflict : m_session->conflicts()) {
        const QModelIndex row = m_list->model().indexOf(conflict.key);
        if (row.isValid())
            selection.select(row, row);
    }
    if (selection.isEmpty())
        return;
    const QModelIndex first = selection.indexes().constFirst();
    m_page->table()->setCurrentIndex(first);
    m_page->table()->selectionModel()->select(selection,
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_page->table()->setFocus(Qt::OtherFocusReason);
    m_page->table()->scrollTo(first);
}

} // namespace gatehouse
