// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/HistoryVersion.h"

#include <QObject>
#include <QSet>

namespace gatehouse {

class ListController;
class ListPage;
class ListSession;
class Notifier;

/// Tells of changes to an open list that were somebody else's: a banner that says what changed, marks at the rows, and
/// a notification of the desktop while nobody looks at the window. What is told stays until it was seen, and adds up.
class DriftController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DriftController)

public:
    /// All must outlive this.
    DriftController(ListSession &session, ListController &list, ListPage &page, Notifier &notifier,
                    QObject *parent = nullptr);
    ~DriftController() override;

    /// Takes back what is told.
    void markSeen();

Q_SIGNALS:
    /// The user wants to see what changed from the one version to the other.
    void showRequested(int from, int to);
    /// The user has clicked on the notification: the list has to come to the front.
    void raiseRequested();

private:
    void drifted(const HistoryVersion &version, const ChangeSet &changes);
    void tell();
    void show();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString action() const;

    ListSession &m_session;
    ListController &m_list;
    ListPage &m_page;
    Notifier &m_notifier;
    int m_before = 0;      ///< the version that the user knows; 0: nothing is told
    HistoryVersion m_sum;  ///< of all that changed since, as of the newest
    QSet<EntryKey> m_news; ///< rows that changed
};

} // namespace gatehouse
