// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

namespace gatehouse {

class Database;

/// All or nothing: what is not committed when the guard dies is rolled back.
///
/// Takes the write lock at the start, so that a transaction which reads and then writes cannot fail half-way because
/// another connection wrote in between; on PostgreSQL the lock is one that all of us share (an advisory lock). Not to
/// be nested. `database` must outlive it and not be moved meanwhile.
///
/// After a statement has failed in it, end it: PostgreSQL refuses every further statement, and the commit.
class Transaction final
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Nothing was changed when this fails; only where the connection to a server broke during it, all may have been.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database &database);

    const Database *m_open; ///< null once committed, rolled back or moved from
};

} // namespace gatehouse
