// SPDX-License-Identifier: Apache-2.0
#include "database/Transaction.h"

#include "database/Database.h"

#include <utility>

namespace gatehouse {

using namespace Qt::StringLiterals;

Result<Transaction> Transaction::begin(const Database &database)
{
    if (auto begun = database.begin(); !begun)
        return failure(std::move(begun.error()));
    return Transaction(database);
}

Transaction::Transaction(const Database &database)
    : m_open(&database)
{}

Transaction::Transaction(Transaction &&other) noexcept
    : m_open(std::exchange(other.m_open, nullptr))
{}

Transaction::~Transaction()
{
    if (m_open != nullptr)
        m_open->rollBack();
}

Result<void> Transaction::commit()
{
    if (m_open == nullptr)
        return failure(ErrorKind::Storage, u"the transaction is over"_s);
    if (auto done = m_open->commit(); !done)
        return failure(std::move(done.error())); // stays open: the destructor rolls back
    m_open = nullptr;
    return {};
}

} // namespace gatehouse
