// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <utility>

namespace gatehouse::server {

/// One absolute deadline at a time. Setting or cancelling forgets the one before, even when its time has just come and
/// its call is queued already.
class Deadline final
{
public:
    explicit Deadline(const boost::asio::any_io_executor &executor)
        : m_timer(executor)
    {}

    /// `onPassed` must hold what owns this object.
    template <typename Handler>
    void set(std::chrono::milliseconds after, Handler onPassed)
    {
        m_timer.expires_after(after);
        m_timer.async_wait(
            [this, turn = ++m_turn, onPassed = std::move(onPassed)](const boost::system::error_code &error) {
                if (!error && turn == m_turn)
                    onPassed();
            });
    }

    void cancel()
    {
        ++m_turn;
        m_timer.cancel();
    }

private:
    boost::asio::steady_timer m_timer;
    quint64 m_turn = 0;
};

} // namespace gatehouse::server
