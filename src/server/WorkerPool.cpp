// SPDX-License-Identifier: Apache-2.0
#include "server/WorkerPool.h"

#include <future>

namespace gatehouse::server {

WorkerPool::~WorkerPool()
{
    stop();
}

Result<void> WorkerPool::start(int threads, const OpenDatabase &open)
{
    for (int i = 0; i < threads; ++i) {
        std::promise<Result<void>> opened;
        auto outcome = opened.get_future();
        m_threads.emplace_back([this, open, opened = std::move(opened)]() mutable {
            auto database = open(); // in this thread: a connection belongs to the one that opened it
            if (!database) {
                opened.set_value(failure(database.error()));
                return;
            }
            opened.set_value({});
            work(*database);
            // One after the other: the last connection of SQLite clears its log away, and must be alone to do so.
            const std::scoped_lock lock(m_closing);
            const Database closed = std::move(*database);
        });
        if (auto done = outcome.get(); !done)
            return done;
    }
    return {};
}

void WorkerPool::post(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void WorkerPool::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (auto &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void WorkerPool::work(const Database &database)
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job(database);
    }
}

} // namespace gatehouse::server
