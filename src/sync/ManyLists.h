// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/AccessVerdict.h"
#include "sync/ConnectionBook.h"
#include "sync/ListSession.h"

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse {

template <typename T>
class Chain;

/// What is wanted of one of several lists.
struct ListOrder
{
    ConnectionRecord connection;
    /// Edits the list as it was just read, and gives sentences about it that no review can know of.
    std::function<Future<QStringList>(ListSession &)> edit;
    /// Right before the list is sent, and once it was read back as planned; both also for an agreed list that needs no
    /// change. May be empty. An error of the first keeps the list from being sent.
    std::function<Future<void>(ListSession &)> beforeSending;
    std::function<Future<void>(ListSession &)> afterwards;
};

/// Where one of several lists stands.
struct ListProgress
{
    enum class Stage {
        Reading,   ///< is read, edited and reviewed
        Reviewed,  ///< there is something to send
        Unchanged, ///< has been read, and is as wanted already
        Sending,
        Live,    ///< sent, read back and found as planned
        Skipped, ///< its review was not agreed to: nothing was sent
        Failed,  ///< see error; before sending unless it was agreed to
    };

    ConnectionRecord connection;
    Stage stage = Stage::Reading;
    Draft draft; ///< what is to be sent; once it is live the list as read back
    Review review;
    QStringList notes;
    ChangeSet applied;                  ///< of what is live
    std::vector<EntryOutcome> outcomes; ///< of each change, once something was sent
    std::optional<QDateTime> readAt;    ///< of what is live: since when
    std::optional<Error> error;
    std::optional<AccessVerdict> verdict; ///< of a check
};

/// Several lists changed by one request: read, edited and reviewed side by side, then sent side by side, each with a
/// result of its own. A list that fails does not touch the others.
///
/// It works with transient sessions of its own: what the window has pending in these lists is neither sent nor lost.
/// Whoever else sends to one of them in this program is waited for (Turns).
class ManyLists final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManyLists)

public:
    /// All must outlive this.
    ManyLists(ConnectionBook &book, ServiceConnector &connector, Store &store, AddressFinder &addresses,
              const Clock &clock, QObject *parent = nullptr);
    ~ManyLists() override;

    [[nodiscard]] const std::vector<ListProgress> &lists() const { return m_lists; }
    /// Of the list of that index, as it was read last. Borrowed until the next review() or check().
    [[nodiscard]] const ListSession &session(std::size_t index) const;
    /// Whether letInOwn() has something to do.
    [[nodiscard]] bool locksOut() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Reads, edits and reviews each list; begins anew when called again. The future succeeds whatever becomes of a
    /// single list, and is refused (InvalidInput) while something runs. Sends nothing.
    [[nodiscard]] Future<void> review(std::vector<ListOrder> orders);
    /// Reads the lists and finds out whether they let this address in.
    [[nodiscard]] Future<void> check(const std::vector<ConnectionRecord> &connections, const IpAddress &address);
    /// Lets this computer into each reviewed list that would lock it out, see addressesAtStake(), and reviews it again.
    /// Sends nothing.
    [[nodiscard]] Future<void> letInOwn(const QString &label);
    /// Sends the reviewed lists that are named here, with what was agreed to for each, and no other. A list that has
    /// become another one meanwhile is not sent: it is Reviewed again, with a note that says so. Cancelling stops
    /// where it can; what has been sent stays.
    [[nodiscard]] Future<void> apply(const QHash<QUuid, ApplyConsent> &agreed);

Q_SIGNALS:
    void changed(int index);
    void busyChanged();

private:
    struct Job;
    using Step = std::function<Future<void>(std::size_t)>;

    void begin(std::vector<ListOrder> orders);
    Future<void> together(const Step &step);
    Future<void> read(std::size_t index);
    Future<void> send(std::size_t index, const ApplyConsent &consent);
    [[nodiscard]] std::vector<IpRange> atStake(const ListProgress &list) const;
    void reviewAnew(std::size_t index, const std::shared_ptr<Chain<void>> &chain, const QString &note);
    void conclude(std::size_t index, const Result<ApplyOutcome> &outcome, const std::shared_ptr<Chain<void>> &chain);
    void settle(std::size_t index, const std::shared_ptr<Chain<void>> &chain);
    void move(std::size_t index, ListProgress::Stage stage);
    void fail(std::size_t index, const Error &error);
    void setBusy(bool busy);

    ConnectionBook &m_book;
    ServiceConnector &m_connector;
    Store &m_store;
    AddressFinder &m_addresses;
    const Clock &m_clock;
    std::vector<Job> m_jobs;
    std::vector<ListProgress> m_lists;
    bool m_busy = false;
};

} // namespace gatehouse
