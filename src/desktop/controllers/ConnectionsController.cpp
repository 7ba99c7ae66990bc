// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ConnectionsController.h"

#include "desktop/MainWindow.h"
#include "desktop/controllers/ConnectionEditor.h"
#include "desktop/controllers/OpenList.h"
#include "desktop/theme/Icons.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EmptyState.h"
#include "desktop/widgets/ListPage.h"
#include "store/SettingKeys.h"

#include <QAction>
#include <QGuiApplication>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace gatehouse {

ConnectionsController::ConnectionsController(const Workbench &bench, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_window(window)
    , m_model(bench.book, bench.connector.catalog(), bench.clock)
    , m_clipboard(*QGuiApplication::clipboard())
    , m_keeper(bench.keeper, bench.book, bench.clock, window)
    , m_follow(bench, window)
    , m_notices(bench, window)
    , m_several(bench, window)
{
    QListView *view = window.connections();
    view->setModel(&m_model);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &chosen) { show(m_model.idAt(chosen)); });
    connect(&bench.book, &ConnectionBook::changed, this, &ConnectionsController::recordChanged);
    connect(&bench.book, &ConnectionBook::removed, this, &ConnectionsController::recordRemoved);
    connect(&m_keeper, &KeeperController::changed, this, &ConnectionsController::refresh);
    connect(&m_keeper, &KeeperController::showRequested, this, &ConnectionsController::show);
    const auto readAgain = [this](const QUuid &id) {
        if (OpenList *list = m_lists.value(id))
            list->reload();
    };
    connect(&m_keeper, &KeeperController::listChanged, this, readAgain);
    connect(&m_follow, &FollowController::listChanged, this, readAgain);
    connect(&m_notices, &NoticeController::showRequested, this, &ConnectionsController::show);
    connect(&m_several, &SeveralListsController::listChanged, this, &ConnectionsController::listSentElsewhere);
    connectActions();
    updateActions();
}

ConnectionsController::~ConnectionsController()
{
    qDeleteAll(m_lists); // they use what is the base class's already when QObject deletes its children
}

/// The keeper learns what has got an expiry.
void ConnectionsController::listSentElsewhere(const QUuid &id)
{
    const ConnectionRecord *record = m_bench.book.find(id);
    if (OpenList *list = m_lists.value(id))
        list->reload();
    if (record && m_bench.keeper.keeps(*record))
        (void)m_bench.keeper.sweep(id);
}

void ConnectionsController::connectActions()
{
    const MainActions &actions = m_window.actions();
    connect(actions.connectService, &QAction::triggered, this, [this] { edit(true); });
    connect(actions.editConnection, &QAction::triggered, this, [this] { edit(false); });
    connect(actions.removeConnection, &QAction::triggered, this, &ConnectionsController::remove);
    connect(actions.nextConnection, &QAction::triggered, this, [this] { step(1); });
    connect(actions.previousConnection, &QAction::triggered, this, [this] { step(-1); });
}

void ConnectionsController::start(const QString &name, const Future<void> &embedded)
{
    whenDone(m_bench.book.load(), this, [this, name, embedded](const Result<void> &result) {
        loaded(result, name);
        whenDone(embedded, this, [this](const Result<void> &started) { embeddedStarted(started); });
    });
}

void ConnectionsController::loaded(const Result<void> &result, const QString &name)
{
    if (!result) {
        tell(result.error());
        return;
    }
    // What is overdue comes before anything else.
    (void)m_bench.keeper.start();
    const ConnectionRecord *wanted = m_bench.book.find(m_bench.settings.value(settings::lastConnection));
    if (!wanted && !m_bench.book.records().empty())
        wanted = &m_bench.book.records().front();
    if (wanted && m_bench.book.findByName(name) == nullptr)
        show(wanted->id);
    if (!name.isEmpty())
        showNamed(name);
    countPending();
    openWatched();
}

/// What was applied to be watched when the program ended is reverted or kept before anybody looks at its list.
void ConnectionsController::openWatched()
{
    whenDone(m_bench.store.watchedConnections(), this, [this](const Result<std::vector<QUuid>> &found) {
        if (!found)
            return;
        for (const QUuid &id : *found) {
            const ConnectionRecord *record = m_bench.book.find(id);
            if (record && !m_lists.contains(id))
                open(*record);
        }
    });
}

void ConnectionsController::embeddedStarted(const Result<void> &result)
{
    m_embeddedReady = true;
    m_follow.start();
    m_notices.start();
    if (!result)
        m_window.banners()->post(BannerArea::Topic::Service, BannerMessage::of(result.error()));
    for (OpenList *list : qAsConst(m_lists)) {
        if (list->session().connection().embedded)
            list->reload();
    }
}

void ConnectionsController::checkNow()
{
    m_bench.keeper.look();
    m_follow.look();
}

void ConnectionsController::showNamed(const QString &name)
{
    if (const ConnectionRecord *record = m_bench.book.findByName(name)) {
        show(record->id);
        return;
    }
    BannerMessage message;
    message.kind = BannerKind::Warning;
    message.text = tr("There is no connection named “%1”.").arg(name);
    m_window.banners()->post(BannerArea::Topic::Other, message);
}

void ConnectionsController::show(const QUuid &id)
{
    const ConnectionRecord *record = m_bench.book.find(id);
    if (!record || id == m_current)
        return;
    if (OpenList *before = m_lists.value(m_current))
        before->setInFront(false);
    m_current = id;
    OpenList *list = m_lists.value(id);
    if (!list)
        list = open(*record);
    m_window.showPage(list->page());
    m_window.setWindowTitle(tr("%1 – Gatehouse").arg(record->name));
    list->setInFront(true);
    m_window.connections()->setCurrentIndex(m_model.indexOf(id));
    m_bench.settings.setValue(settings::lastConnection, id);
    updateActions();
}

OpenList *ConnectionsController::open(const ConnectionRecord &record)
{
    const QUuid id = record.id;
    auto *list = new OpenList(record, m_bench, m_window.actions(), this);
    m_lists.insert(id, list);
    connect(list, &OpenList::statusChanged, this, [this, id] { refresh(id); });
    connect(list, &OpenList::atOnceChosen, this, [this, id](bool atOnce) { setAtOnce(id, atOnce); });
    connect(list, &OpenList::raiseRequested, this, [this, id] {
        show(id);
        m_window.bringToFront();
    });
    connect(list, &OpenList::detailsRequested, this, &ConnectionsController::detailsRequested);
    connect(list, &OpenList::allowRequested, this,
            [this, id](const QString &scope, const IpRange &address) { allow(id, scope, address); });
    connect(&list->session(), &ListSession::synchronised, &m_bench.book,
            [book = &m_bench.book, id](const QDateTime &when) { book->noteSynchronised(id, when); });
    list->open(!record.embedded || m_embeddedReady);
    return list;
}

void ConnectionsController::refresh(const QUuid &id)
{
    const OpenList *list = m_lists.value(id);
    ConnectionStatus status = list ? list->status() : m_model.status(id);
    status.overdue = m_keeper.isStuck(id);
    m_model.setStatus(id, status);
    Q_EMIT sendingChanged();
}

void ConnectionsController::recordChanged(int index)
{
    const ConnectionRecord &record = m_bench.book.records().at(static_cast<std::size_t>(index));
    if (OpenList *list = m_lists.value(record.id))
        list->setConnection(record);
    if (record.id == m_current)
        m_window.setWindowTitle(tr("%1 – Gatehouse").arg(record.name));
}

void ConnectionsController::recordRemoved()
{
    const QList<QUuid> opened = m_lists.keys();
    for (const QUuid &id : opened) {
        if (m_bench.book.find(id))
            continue;
        OpenList *list = m_lists.take(id);
        list->setInFront(false);
        list->deleteLater();
        if (id == m_current)
            m_current = {};
    }
    if (m_current.isNull() && !m_bench.book.records().empty())
        show(m_bench.book.records().front().id);
}

void ConnectionsController::countPending()
{
    std::vector<QUuid> unopened;
    for (const ConnectionRecord &record : m_bench.book.records()) {
        if (!m_lists.contains(record.id))
            unopened.push_back(record.id);
    }
    countPendingOf(std::move(unopened));
}

void ConnectionsController::countPendingOf(std::vector<QUuid> connections)
{
    if (connections.empty())
        return;
    const QUuid id = connections.back();
    connections.pop_back();
    whenDone(m_bench.store.list(id), this, [this, id, connections](const Result<StoredList> &stored) {
        if (stored && !m_lists.contains(id)) {
            ConnectionStatus status = m_model.status(id);
            status.pending = static_cast<int>(stored->draft.changeCount());
            if (const ConnectionRecord *record = m_bench.book.find(id); record && stored->fetchedAt)
                status.openTo = openTo(stored->draft.snapshot().entries(),
                                       rulesFor(m_bench.connector.catalog().find(record->serviceId).get(), *record),
                                       m_bench.clock.now());
            m_model.setStatus(id, status);
        }
        countPendingOf(connections);
    });
}

void ConnectionsController::edit(bool isNew)
{
    const ConnectionRecord *record = m_bench.book.find(m_current);
    const auto edited = isNew || !record ? std::nullopt : std::optional(*record);
    openEditor(new ConnectionEditor(m_bench.book, m_bench.connector, m_clipboard, m_bench.clock, edited, &m_window));
}

/// It goes with its dialog.
void ConnectionsController::openEditor(ConnectionEditor *editor)
{
    connect(editor, &ConnectionEditor::saved, this, [this](const QUuid &id) {
        secretChanged(id);
        show(id);
    });
    editor->open();
}

void ConnectionsController::secretChanged(const QUuid &id)
{
    if (OpenList *list = m_lists.value(id)) {
        list->session().forgetService();
        list->reload();
    }
}

void ConnectionsController::remove()
{
    const ConnectionRecord *record = m_bench.book.find(m_current);
    if (!record)
        return;
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Remove the connection"),
                        tr("Remove the connection “%1”?").arg(record->name), QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("removeConnectionQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Its secret, its list and its pending changes are deleted from this computer. "
                                    "The list at the service stays as it is."));
    QPushButton *yes = question->addButton(tr("Remove"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("removeConnectionButton"));
    yes->setProperty("kind", QStringLiteral("danger"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, id = record->id] { removeNow(id); });
    question->open();
}

void ConnectionsController::removeNow(const QUuid &id)
{
    whenDone(m_bench.book.remove(id), this, [this](const Result<void> &removed) {
        if (!removed)
            tell(removed.error());
    });
}

void ConnectionsController::setAtOnce(const QUuid &id, bool atOnce)
{
    const ConnectionRecord *record = m_bench.book.find(id);
    if (!record || record->collectChanges != atOnce)
        return;
    ConnectionRecord changed = *record;
    changed.collectChanges = !atOnce;
    whenDone(m_bench.book.save(changed, {}), this, [this, id](const Result<ConnectionRecord> &saved) {
        if (saved)
            return;
        tell(saved.error());
        if (OpenList *list = m_lists.value(id))
            list->showMode();
    });
}

/// Goes onto the list that turned the address away, which may be another one of the same service.
void ConnectionsController::allow(const QUuid &from, const QString &scope, const IpRange &address)
{
    const ConnectionRecord *record = m_bench.book.find(from);
    const auto definition = record ? m_bench.connector.catalog().find(record->serviceId) : nullptr;
    if (!definition || !definition->logs)
        return;
    const QString scopeKey = definition->logs->scopeKey;
    const auto isMeant = [&](const ConnectionRecord &other) {
        return other.serviceId == record->serviceId && other.baseUrl == record->baseUrl &&
               other.scope.value(scopeKey) == scope;
    };
    if (scope.isEmpty() || isMeant(*record)) {
        m_lists.value(from)->allow(address);
        return;
    }
    const auto other = std::ranges::find_if(m_bench.book.records(), isMeant);
    if (other == m_bench.book.records().end()) {
        offerToConnect(*record, scopeKey, scope);
        return;
    }
    show(other->id);
    m_lists.value(other->id)->allow(address);
}

void ConnectionsController::offerToConnect(const ConnectionRecord &like, const QString &scopeKey, const QString &scope)
{
    ConnectionRecord wanted = like;
    wanted.id = {};
    wanted.name = tr("%1 (%2)").arg(like.name, scope);
    wanted.scope.insert(scopeKey, scope);
    BannerMessage message;
    message.kind = BannerKind::Warning;
    message.text = tr("That request was decided by another list (%1), which is not connected here. Connect it, then "
                      "allow the address.")
                       .arg(scope);
    message.remedyText = tr("Connect it…");
    message.remedy = [this, wanted] {
        auto *editor =
            new ConnectionEditor(m_bench.book, m_bench.connector, m_clipboard, m_bench.clock, std::nullopt, &m_window);
        editor->fillIn(wanted);
        openEditor(editor);
    };
    m_window.banners()->post(BannerArea::Topic::Other, message);
}

void ConnectionsController::step(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int row = m_model.indexOf(m_current).row();
    m_window.connections()->setCurrentIndex(m_model.index((row + by + count) % count));
}

void ConnectionsController::tell(const Error &error)
{
    m_window.banners()->post(BannerArea::Topic::Other, BannerMessage::of(error));
}

void ConnectionsController::updateActions()
{
    const ConnectionRecord *record = m_bench.book.find(m_current);
    m_window.actions().editConnection->setEnabled(record && !record->embedded);
    m_window.actions().removeConnection->setEnabled(record && !record->embedded);
}

QStringList ConnectionsController::sending() const
{
    QStringList names;
    for (const OpenList *list : m_lists) {
        if (list->isSending())
            names += list->session().connection().name;
    }
    return names;
}

} // namespace gatehouse
