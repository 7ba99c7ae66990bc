// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

namespace gatehouse {

class Database;

/// All or nothing: what is not committed when the guard dies is rolled back.
///
/// Takes the write lock at the start, so that a transaction which reads and then writes cannot fail half-way because
/// another connection wrote in between. Not to be nested. `database` must outlive it.
class Transaction final
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Nothing was changed when this fails.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database &database);

    const Database *m_open; ///< null once committed, rolled back or moved from
};

} // namespace gatehouse
