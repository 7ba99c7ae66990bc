// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace gatehouse::server {

/// Calls `job` in its own thread each time `interval` has passed, until destroyed. The interval is counted while the
/// computer is awake.
class ExpiryTimer final
{
public:
    ExpiryTimer(std::chrono::milliseconds interval, std::function<void()> job);
    ~ExpiryTimer();
    ExpiryTimer(const ExpiryTimer &) = delete;
    ExpiryTimer &operator=(const ExpiryTimer &) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace gatehouse::server
