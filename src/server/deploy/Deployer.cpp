// SPDX-License-Identifier: Apache-2.0
#include "server/deploy/Deployer.h"

#include "base/Logging.h"
#include "database/Database.h"
#include "server/data/Scopes.h"

#include <QCoreApplication>
#include <QSet>
#include <QSysInfo>

#include <algorithm>
#include <future>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Deployer>> Deployer::start(DeployOptions options, const OpenDatabase &open, const Clock &clock)
{
    std::unique_ptr<Deployer> deployer(new Deployer(std::move(options), clock));
    std::promise<Result<void>> ready;
    auto outcome = ready.get_future();
    deployer->m_thread = std::thread([raw = deployer.get(), open, ready = std::move(ready)]() mutable {
        const auto database = open(); // in this thread: a connection belongs to the one that opened it
        auto made = database ? raw->makeJobs(*database) : failure(database.error());
        const bool isMade = made.has_value();
        ready.set_value(std::move(made));
        if (isMade)
            raw->work(*database);
    });
    if (auto made = outcome.get(); !made)
        return failure(std::move(made.error()));
    return deployer;
}

Deployer::Deployer(DeployOptions options, const Clock &clock)
    : m_options(std::move(options))
    , m_clock(clock)
{}

Deployer::~Deployer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = std::chrono::steady_clock::now();
    }
    m_wake.notify_all();
    m_thread.join();
}

void Deployer::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = true;
    }
    m_wake.notify_all();
}

Result<void> Deployer::makeJobs(const Database &database)
{
    QSet<QString> files;
    for (const auto &target : m_options.targets) {
        if (files.contains(target.file))
            return failure(ErrorKind::InvalidInput,
                           QCoreApplication::translate("Deployer", "Two lists cannot be deployed to the same file %1.")
                               .arg(target.file));
        files.insert(target.file);
        const auto scope = scopeById(database, target.scopeKind, target.scopeId);
        if (!scope)
            return failure(scope.error());
        if (!*scope)
            return failure(ErrorKind::InvalidInput,
                           QCoreApplication::translate("Deployer", "There is no %1 whose list could be deployed.")
                               .arg(target.scopeName()));
        m_jobs.emplace_back(target, (*scope)->number, QSysInfo::machineHostName(), m_options);
    }
    return {};
}

void Deployer::work(const Database &database)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const bool isLast = m_stopping.has_value(); // set meanwhile, it asks for one more look
        m_woken = false;
        lock.unlock();
        look(database);
        const auto next = nextLook();
        lock.lock();
        if (isLast)
            break;
        m_wake.wait_until(lock, next, [this] { return m_woken || m_stopping; });
    }
    lock.unlock();
    for (const auto &job : m_jobs) {
        if (const auto forgotten = job.forget(database); !forgotten)
            qCWarning(logging::server).noquote() << forgotten.error().message;
    }
}

void Deployer::look(const Database &database)
{
    const auto done = deploy(database);
    const QString trouble = done ? QString() : done.error().message;
    if (trouble == m_trouble)
        return; // looked at every few seconds, and told once
    m_trouble = trouble;
    if (trouble.isEmpty())
        qCInfo(logging::server) << "the lists to be deployed can be read again";
    else
        qCWarning(logging::server).noquote() << "the lists to be deployed cannot be read:" << trouble;
}

Result<void> Deployer::deploy(const Database &database)
{
    const auto found = dueJobs(database);
    if (!found)
        return failure(found.error());
    const auto &due = *found;
    for (auto *job : due)
        job->write(database, m_clock.now());
    const bool needsReload = std::any_of(due.begin(), due.end(), [](const auto *job) { return job->needsReload(); });
    const auto reloaded = needsReload ? reload() : Result<void>();
    for (auto *job : due)
        job->conclude(reloaded, std::chrono::steady_clock::now());
    for (auto &job : m_jobs) {
        if (auto reported = job.report(database, m_clock.now()); !reported)
            return reported;
    }
    return {};
}

Result<std::vector<DeployJob *>> Deployer::dueJobs(const Database &database)
{
    std::vector<DeployJob *> due;
    for (std::size_t before = 0;; before = due.size()) {
        for (auto &job : m_jobs) {
            if (std::find(due.begin(), due.end(), &job) != due.end())
                continue;
            const auto isDue = job.isDue(database, m_clock.now(), std::chrono::steady_clock::now());
            if (!isDue)
                return failure(isDue.error());
            if (*isDue)
                due.push_back(&job);
        }
        if (due.size() == before)
            return due;
    }
}

Result<void> Deployer::reload()
{
    return m_options.reload.run(m_options.reloadDeadline, [this] { return givesUp(); });
}

Deployer::Instant Deployer::nextLook() const
{
    const auto instant = std::chrono::steady_clock::now();
    const auto now = m_clock.now();
    auto next = instant + m_options.pollInterval;
    for (const auto &job : m_jobs)
        next = std::min(next, job.nextLook(now, instant));
    return next;
}

bool Deployer::givesUp()
{
    constexpr auto grace = std::chrono::seconds(5);
    const std::scoped_lock lock(m_mutex);
    return m_stopping && std::chrono::steady_clock::now() > *m_stopping + grace;
}

} // namespace gatehouse::server
