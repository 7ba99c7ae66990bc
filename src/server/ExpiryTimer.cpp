// SPDX-License-Identifier: Apache-2.0
#include "server/ExpiryTimer.h"

namespace gatehouse::server {

ExpiryTimer::ExpiryTimer(std::chrono::milliseconds interval, std::function<void()> job)
    : m_thread([this, interval, job = std::move(job)] {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, interval, [this] { return m_stopping; })) {
            lock.unlock();
            job();
            lock.lock();
        }
    })
{}

ExpiryTimer::~ExpiryTimer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

} // namespace gatehouse::server
