// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "store/HistoryVersion.h"

#include <QUuid>

namespace gatehouse {

class Database;

/// The rows of `history` and `history_states`. A state is kept once however often the list is in it, under the hash of
/// its entries. Works in the thread of the database, which is borrowed.
class HistoryTable final
{
public:
    explicit HistoryTable(const Database &database);

    /// Keeps the state when it is not the newest already, and lets go of what is beyond the limits.
    [[nodiscard]] Result<KeptState> keep(const QUuid &connection, const SeenState &seen,
                                         const HistoryLimits &limits) const;
    /// The newest first.
    [[nodiscard]] Result<std::vector<HistoryVersion>> versions(const QUuid &connection) const;
    /// NotFound when there is no such version (any more).
    [[nodiscard]] Result<Allowlist> state(const QUuid &connection, int number) const;

private:
    struct Newest;

    [[nodiscard]] Result<std::optional<Newest>> newest(const QUuid &connection) const;
    [[nodiscard]] Result<qint64> stateOf(const QUuid &connection, const QByteArray &hash, const Allowlist &list) const;
    [[nodiscard]] Result<void> insert(const QUuid &connection, const HistoryVersion &version, qint64 state) const;
    [[nodiscard]] Result<void> prune(const QUuid &connection, const HistoryVersion &latest,
                                     const HistoryLimits &limits) const;

    const Database &m_database;
};

} // namespace gatehouse
