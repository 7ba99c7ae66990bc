// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace gatehouse::server {

/// How much the bodies of all requests may be together, from the first byte read until the answer is made. Any thread
/// may give back.
class BodyBudget final
{
    using Left = std::shared_ptr<std::atomic<quint64>>;

public:
    /// What one request has taken of it; given back when this dies, which may be after the budget.
    class Share final
    {
    public:
        explicit Share(Left left)
            : m_left(std::move(left))
        {}
        ~Share() { *m_left += m_taken; }
        Share(const Share &) = delete;
        Share &operator=(const Share &) = delete;

        /// False: there is not so much left, and nothing was taken.
        [[nodiscard]] bool grow(quint64 bytes)
        {
            auto left = m_left->load();
            do {
                if (bytes > left)
                    return false;
            } while (!m_left->compare_exchange_weak(left, left - bytes));
            m_taken += bytes;
            return true;
        }

    private:
        Left m_left;
        quint64 m_taken = 0;
    };

    explicit BodyBudget(quint64 bytes)
        : m_left(std::make_shared<std::atomic<quint64>>(bytes))
    {}
    [[nodiscard]] std::shared_ptr<Share> share() const { return std::make_shared<Share>(m_left); }

private:
    Left m_left;
};

} // namespace gatehouse::server
