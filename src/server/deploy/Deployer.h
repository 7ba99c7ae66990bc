// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "server/deploy/DeployJob.h"
#include "server/deploy/DeployOptions.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gatehouse::server {

/// Keeps targets equal to their lists, in a thread and with a database connection of its own, whoever changes them:
/// this service, another one on the same database, or time. The deploys in the database say how that goes; what failed
/// is tried again.
///
/// The destructor looks once more, so that no change of ours waits for the next start, and then forgets the targets. A
/// reload that is still running five seconds later is ended.
class Deployer final
{
public:
    using OpenDatabase = std::function<Result<Database>()>;

    /// ErrorKind::InvalidInput when a target's scope does not exist or two targets are one file. `open` is called in
    /// the thread; `clock` must outlive this object.
    [[nodiscard]] static Result<std::unique_ptr<Deployer>> start(DeployOptions options, const OpenDatabase &open,
                                                                 const Clock &clock);
    ~Deployer();
    Deployer(const Deployer &) = delete;
    Deployer &operator=(const Deployer &) = delete;

    /// A list may have changed. From any thread.
    void wake();

private:
    using Instant = DeployJob::Instant;

    Deployer(DeployOptions options, const Clock &clock);
    [[nodiscard]] Result<void> makeJobs(const Database &database);
    void work(const Database &database);
    void look(const Database &database);
    [[nodiscard]] Result<void> deploy(const Database &database);
    /// Looks until nothing more has become due: one change of a list leads to one reload, whenever it comes in.
    [[nodiscard]] Result<std::vector<DeployJob *>> dueJobs(const Database &database);
    [[nodiscard]] Result<void> reload();
    [[nodiscard]] Instant nextLook() const;
    [[nodiscard]] bool givesUp();

    DeployOptions m_options;
    const Clock &m_clock;
    std::vector<DeployJob> m_jobs;
    QString m_trouble; ///< the database's, as it was logged last

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_woken = false;
    std::optional<Instant> m_stopping;
    std::thread m_thread;
};

} // namespace gatehouse::server
