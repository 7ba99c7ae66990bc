// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "database/Database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gatehouse::server {

/// A few threads that run jobs, each with a database connection of its own.
///
/// Jobs are taken in the order in which they were posted. The destructor lets every posted job end, then joins.
class WorkerPool final
{
public:
    using Job = std::function<void(const Database &)>;
    using OpenDatabase = std::function<Result<Database>()>;

    WorkerPool() = default;
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Answers when every thread has its connection; the first failure otherwise. `open` is called in each thread.
    Result<void> start(int threads, const OpenDatabase &open);
    /// From any thread.
    void post(Job job);
    /// Runs every posted job to its end and joins. Nothing may be posted afterwards.
    void stop();

private:
    void work(const Database &database);

    std::mutex m_closing; ///< of a thread's connection
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace gatehouse::server
