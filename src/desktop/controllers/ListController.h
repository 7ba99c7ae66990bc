// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/controllers/EmptyReason.h"
#include "desktop/models/EntryTableModel.h"
#include "desktop/widgets/MessageBanner.h"
#include "sync/ListSession.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace gatehouse {

class EntryAdder;
class ListPage;

/// What stands on the page of an open list: it brings the session's entries into the table, reads the list, keeps
/// header, filter, count and empty state true.
class ListController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListController)

public:
    /// All must outlive this.
    ListController(ListSession &session, ListPage &page, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] EntryTableModel &model() { return m_model; }
    /// Of the last reading; empty when it went well.
    /// Whom the list lets in without looking at the address.
    [[nodiscard]] const OpenTo &openTo() const { return m_openTo; }
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }

    void open(bool reload);
    void reload();
    /// The same without anybody's asking: nothing is shown of it but its outcome. While the list is busy, not at all.
    void readQuietly();
    /// Rows that changed elsewhere and were not seen yet.
    void setNews(const QSet<EntryKey> &keys);
    [[nodiscard]] EntryAdder &adder() { return *m_adder; }
    void setLiveSince(const QDateTime &when);
    /// Name, rules or service may be others.
    void connectionChanged();

Q_SIGNALS:
    void addMyAddressRequested();
    void stateChanged();
    void readingSucceeded();
    /// Nothing, or a message of BannerArea::Topic::Loading, tells of it already.
    void readingFailed(const gatehouse::Error &error);

private:
    void connectSession();
    void connectPage();
    void opened(const Result<void> &result, bool reload);
    void reloaded(const Result<void> &result, bool quietly);
    void tellFailure(const Error &error);
    void updateOpenness();
    void showAll();
    void showSome(const QList<EntryKey> &keys);
    [[nodiscard]] RowStatus statusOf(const EntryKey &key) const;
    void addWhatToDo(BannerMessage &message) const;
    [[nodiscard]] int secondsUntil(const QDateTime &moment) const;
    void updateHeader();
    [[nodiscard]] QString subtitle() const;
    void updateCounts();
    [[nodiscard]] QString countText() const;
    void updateEmptyState();
    void emptyButtonClicked();
    [[nodiscard]] EmptyReason emptyReason() const;
    [[nodiscard]] QString serviceName() const;

    ListSession &m_session;
    ListPage &m_page;
    const Clock &m_clock;
    EntryTableModel m_model;
    EntryAdder *m_adder;
    int m_unknown = 0; ///< entries that are no ranges
    QTimer m_passingTime;
    QTimer m_countdown; ///< until the last apply is in force, where a service needs a while
    KeptFields m_keptFields;
    EmptyReason m_emptyReason = EmptyReason::None;
    QSet<EntryKey> m_news;
    bool m_isRead = false;                 ///< in this run; else what is shown is what this computer remembers
    bool m_reloadAgain = false;            ///< asked for while the session was busy
    std::optional<QDateTime> m_liveSince;  ///< of what was applied last
    std::optional<QDateTime> m_readAsLive; ///< the reading that still shows it
    OpenTo m_openTo;
    std::optional<Error> m_lastError;
};

} // namespace gatehouse
