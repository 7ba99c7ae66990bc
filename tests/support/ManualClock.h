// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"

#include <chrono>
#include <mutex>

namespace gatehouse::test {

/// A clock that stands until it is moved.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC))
        : m_now(std::move(start))
    {}

    [[nodiscard]] QDateTime now() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_now;
    }

    void advance(std::chrono::seconds by)
    {
        const std::scoped_lock lock(m_mutex);
        m_now = m_now.addSecs(by.count());
    }

private:
    mutable std::mutex m_mutex;
    QDateTime m_now;
};

} // namespace gatehouse::test
