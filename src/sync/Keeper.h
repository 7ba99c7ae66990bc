// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/ConnectionBook.h"
#include "sync/Sweep.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gatehouse {

/// Ends what has expired, on every connection whose service does not do so by itself: removes it, whether its expiry is
/// kept here or stands in the label.
///
/// It goes the way of every change (read, merge, send, read back) with a list of its own, so that what the window has
/// pending is neither sent nor lost. It does so without asking, also when the entry lets this computer in: temporary
/// means temporary, and the review warned of it when the expiry was set. One thing it does not do: where a list without
/// entries lets everyone in, it never removes the last one. To end one address by opening the list to the world would
/// be the opposite of what was wanted, so the overdue entry that ends last stays, is reported as needing the user
/// (Sweep::needsUser) and remains RowState::Overdue until somebody adds another entry or opens the list knowingly.
///
/// What it knows of is what this computer remembers: the lists as they were last read, what is kept of them, and what
/// it read itself. It takes notice when a list is read again (ConnectionBook::noteSynchronised).
///
/// Follows the clock and not a timer's count, so that sleep and changed clocks cost it a minute at most. A list that
/// could not be swept is tried again, later and later, at the latest after an hour (or when the service says).
class Keeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Keeper)

public:
    /// All must outlive this.
    Keeper(ConnectionBook &book, ServiceConnector &connector, Store &store, AddressFinder &addresses,
           const Clock &clock, QObject *parent = nullptr);
    ~Keeper() override;

    /// Begins to keep, from what this computer remembers of the lists: what is overdue is ended now, the rest when its
    /// time comes. The book must be loaded; call it before any list is opened. The future is finished when all that was
    /// overdue has been tried once.
    [[nodiscard]] Future<void> start();
    /// Reads this list now and ends what is overdue in it. A second call while one runs for it shares its outcome.
    /// Nothing to do is a success.
    [[nodiscard]] Future<Sweep> sweep(const QUuid &connection);

    /// Whether this connection is the keeper's business at all.
    [[nodiscard]] bool keeps(const ConnectionRecord &connection) const;
    [[nodiscard]] bool isRunning(const QUuid &connection) const;
    /// Of the last sweep, until the next succeeds.
    [[nodiscard]] std::optional<Error> errorOf(const QUuid &connection) const;
    /// The overdue entries that the last sweep left to the user.
    [[nodiscard]] std::vector<Entry> needsUser(const QUuid &connection) const;
    /// When it will look at this list next, be it for an expiry or to try again; empty: not before something changes.
    [[nodiscard]] std::optional<QDateTime> nextLook(const QUuid &connection) const;

public Q_SLOTS:
    /// Compares the clock with what is due. Called by the keeper's own timer; good to call when the computer woke up.
    void look();

Q_SIGNALS:
    void running(const QUuid &connection);
    /// A list that is open should be read again when something was ended.
    void finished(const QUuid &connection, const gatehouse::Sweep &sweep);
    void failed(const QUuid &connection, const gatehouse::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
