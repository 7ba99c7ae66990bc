// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/MainActions.h"
#include "desktop/Workbench.h"
#include "desktop/models/ConnectionStatus.h"
#include "sync/ListSession.h"

#include <QPointer>

namespace gatehouse {

class AddressController;
class ApplyController;
class BaseUrlController;
class ConflictDialog;
class DriftController;
class HistoryController;
class InterruptionController;
class ListController;
class ListPage;
class LogsController;
class NextStepController;
class PollController;
class WaitingController;
class WatchController;

/// One list the user has opened: its session, its page, and the controllers between them. Lives until the connection is
/// removed or the window closes, so that going back to it is instant and nothing entered is lost.
class OpenList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenList)

public:
    /// The page is put into a window by the caller, and goes when this does.
    OpenList(const ConnectionRecord &connection, const Workbench &bench, const MainActions &actions,
             QObject *parent = nullptr);
    ~OpenList() override;

    [[nodiscard]] ListPage *page() const { return m_page; }
    [[nodiscard]] ListSession &session() const { return *m_session; }
    [[nodiscard]] ConnectionStatus status() const;
    /// Changes are on their way, or wait to be kept or reverted.
    [[nodiscard]] bool isSending() const;

    /// What this computer remembers is shown at once, then the list is read from its service when `reload` is set.
    void open(bool reload);
    void reload();
    /// The history with that version in view (0: the newest), compared with another one (0: the one before).
    void showHistory(int version, int comparedWith);
    void setConnection(const ConnectionRecord &connection);
    /// Wants an entry for this address, from the usage log; what is there already is only shown.
    void allow(const IpRange &address);
    /// The switch between "at once" and "collected" shows again what holds.
    void showMode();
    /// The list in front is the one that the window's actions are about.
    void setInFront(bool inFront);

Q_SIGNALS:
    void statusChanged();
    void atOnceChosen(bool atOnce);
    /// The user has asked for this list outside of the window.
    void raiseRequested();
    void detailsRequested(const gatehouse::Error &error);
    /// From the usage log of this list's service, see LogsController.
    void allowRequested(const QString &scope, const gatehouse::IpRange &address);

private:
    [[nodiscard]] bool hasProvenance() const;
    void wire();
    void showLogs();
    void showConflicts();
    void settle(const EntryKey &key, ListSession::Version version);
    void updateConflicts();
    void restore(int version, const Allowlist &state);
    void showRows(const std::vector<EntryKey> &keys);

    MainActions m_actions;
    Settings &m_settings;
    Store &m_store;
    const Clock &m_clock;
    std::unique_ptr<ListSession> m_session;
    QPointer<ListPage> m_page;
    ListController *m_list;
    ApplyController *m_apply;
    InterruptionController *m_interruption;
    WatchController *m_watch;
    AddressController *m_address;
    BaseUrlController *m_baseUrl;
    PollController *m_poll;
    WaitingController *m_waiting;
    NextStepController *m_nextStep;
    DriftController *m_drift;
    ServiceConnector &m_connector;
    std::vector<IpRange> m_toAllow;
    QPointer<LogsController> m_logs; ///< while its dialog is open
    QPointer<HistoryController> m_history;
    QPointer<ConflictDialog> m_conflicts; ///< while it is open
    std::unique_ptr<QObject> m_front;     ///< what connects the window's actions to this list while it is in front
};

} // namespace gatehouse
