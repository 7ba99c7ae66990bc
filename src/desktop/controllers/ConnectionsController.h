// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "desktop/Workbench.h"
#include "desktop/controllers/FollowController.h"
#include "desktop/controllers/KeeperController.h"
#include "desktop/controllers/NoticeController.h"
#include "desktop/controllers/SeveralListsController.h"
#include "desktop/models/ConnectionListModel.h"
#include "desktop/widgets/SecretClipboard.h"

#include <QHash>

#include <memory>

namespace gatehouse {

class ConnectionEditor;
class MainWindow;
class OpenList;
struct ConnectionRecord;

/// The connections at the side of the window: which there are, which one is in front, how each is doing; making,
/// changing and removing them. Keeps one OpenList for each that was opened.
class ConnectionsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsController)

public:
    /// `window` must outlive this.
    ConnectionsController(const Workbench &bench, MainWindow &window, QObject *parent = nullptr);
    ~ConnectionsController() override;

    /// Reads the connections and shows the one of that name, else the one shown last, else the first. Lists of the
    /// embedded service are read from it as soon as `embedded` is done.
    void start(const QString &name, const Future<void> &embedded);
    /// Nothing happens when there is none of that name but a word about it.
    void showNamed(const QString &name);
    void show(const QUuid &id);
    /// Null when none is in front.
    [[nodiscard]] QUuid current() const { return m_current; }

    /// What is done now and then is done now: what is overdue, and where this computer is.
    void checkNow();
    /// Lists whose changes are on their way to the service.
    [[nodiscard]] QStringList sending() const;

Q_SIGNALS:
    void sendingChanged();
    void detailsRequested(const gatehouse::Error &error);

private:
    void listSentElsewhere(const QUuid &id);
    void connectActions();
    void loaded(const Result<void> &result, const QString &name);
    void embeddedStarted(const Result<void> &result);
    OpenList *open(const ConnectionRecord &record);
    void openWatched();
    void refresh(const QUuid &id);
    void recordChanged(int index);
    void recordRemoved();
    void countPending();
    void countPendingOf(std::vector<QUuid> connections);
    void edit(bool isNew);
    void secretChanged(const QUuid &id);
    void remove();
    void removeNow(const QUuid &id);
    void setAtOnce(const QUuid &id, bool atOnce);
    void allow(const QUuid &from, const QString &scope, const IpRange &address);
    void offerToConnect(const ConnectionRecord &like, const QString &scopeKey, const QString &scope);
    void openEditor(ConnectionEditor *editor);
    void step(int by);
    void tell(const Error &error);
    void updateActions();

    Workbench m_bench;
    MainWindow &m_window;
    ConnectionListModel m_model;
    QHash<QUuid, OpenList *> m_lists;
    QUuid m_current;
    SecretClipboard m_clipboard;
    KeeperController m_keeper;
    FollowController m_follow;
    NoticeController m_notices;
    SeveralListsController m_several;
    bool m_embeddedReady = false;
};

} // namespace gatehouse
