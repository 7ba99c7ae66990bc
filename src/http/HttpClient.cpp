// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"

#include "http/HttpExchange.h"
#include "http/HttpLog.h"
#include "http/RequestRule.h"
#include "http/RetryRule.h"
#include "http/SystemProxies.h"
#include "http/TokenBucket.h"
#include "http/TrustedAuthorities.h"

#include <QNetworkAccessManager>
#include <QPromise>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <list>
#include <map>

namespace gatehouse {

namespace {

using Steady = std::chrono::steady_clock;
constexpr int connectionsPerHost = 6; // of QNetworkAccessManager

/// A request from send() to its outcome, over all its attempts.
struct Job
{
    Job() = default;
    ~Job();
    Q_DISABLE_COPY_MOVE(Job)

    HttpRequest request;
    QString id;
    QPromise<Result<HttpResponse>> promise;
    QFutureWatcher<Result<HttpResponse>> *watcher = nullptr; ///< sees the cancel; a child of the client
    int attempts = 0;
    Steady::time_point notBefore;
    HttpExchange *exchange = nullptr; ///< the attempt under way
};

/// The watcher may be telling of the cancel that ends this job, so it outlives the job by a turn of the event loop.
Job::~Job()
{
    if (watcher == nullptr)
        return;
    watcher->disconnect();
    watcher->deleteLater();
}

/// One id for all attempts: in the service's logs they are found together.
QString requestId(const HttpRequest &request)
{
    const auto given = std::ranges::find_if(request.headers, [](const auto &header) {
        return header.first.compare("X-Request-Id", Qt::CaseInsensitive) == 0;
    });
    if (given != request.headers.end())
        return QString::fromUtf8(given->second);
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

std::shared_ptr<QNetworkAccessManager> makeNetwork()
{
    auto network = std::make_shared<QNetworkAccessManager>();
    network->setAutoDeleteReplies(false);
    network->setProxyFactory(new SystemProxies);
    return network;
}

HttpPolicy sane(HttpPolicy policy)
{
    policy.maximumConcurrent = std::clamp(policy.maximumConcurrent, 1, connectionsPerHost);
    return policy;
}

} // namespace

class HttpClient::Private
{
public:
    Private(HttpClient &client, const HttpPolicy &policy);
    ~Private();
    Q_DISABLE_COPY_MOVE(Private)

    Future<HttpResponse> enqueue(HttpRequest request);
    /// Read when it is first needed, which is with TLS only: hundreds of certificates take their time.
    [[nodiscard]] const Result<std::optional<QSslConfiguration>> &trust()
    {
        if (!m_trust)
            m_trust = trustWith(m_policy.authorities);
        return *m_trust;
    }

private:
    using Jobs = std::list<std::unique_ptr<Job>>;

    void startWhatMay();
    [[nodiscard]] Steady::time_point earliest(const Job &job, Steady::time_point now);
    [[nodiscard]] TokenBucket &bucketFor(const Job &job);
    void startAttempt(Jobs::iterator position);
    void concludeAttempt(Job &job);
    void retryLater(std::unique_ptr<Job> job, std::chrono::milliseconds wait);
    void cancel(Job &job);
    void leaveConnections();
    [[nodiscard]] static std::unique_ptr<Job> takeFrom(Jobs &jobs, const Job &job);

    HttpClient &m_client;
    HttpPolicy m_policy;
    RetryRule m_retryRule;
    std::optional<Result<std::optional<QSslConfiguration>>> m_trust;
    TokenBucket m_bucket;
    std::map<QByteArray, TokenBucket> m_methodBuckets;
    Steady::time_point m_silentUntil;
    std::shared_ptr<QNetworkAccessManager> m_network;
    QTimer m_wake;
    Jobs m_waiting;
    Jobs m_running;
};

HttpClient::Private::Private(HttpClient &client, const HttpPolicy &policy)
    : m_client(client)
    , m_policy(sane(policy))
    , m_retryRule(m_policy)
    , m_bucket(m_policy.rate, Steady::now())
    , m_network(makeNetwork())
{
    for (auto rate = m_policy.methodRates.cbegin(); rate != m_policy.methodRates.cend(); ++rate)
        m_methodBuckets.emplace(rate.key(), TokenBucket(*rate, Steady::now()));
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_wake, &QTimer::timeout, &m_client, [this] { startWhatMay(); });
}

HttpClient::Private::~Private()
{
    for (const auto &job : m_running)
        delete job->exchange;
    // The promises die with their jobs, which cancels and finishes their futures.
}

Future<HttpResponse> HttpClient::Private::enqueue(HttpRequest request)
{
    auto job = std::make_unique<Job>();
    job->request = std::move(request);
    job->id = requestId(job->request);
    job->promise.start();
    const Future<HttpResponse> future = job->promise.future();
    job->watcher = new QFutureWatcher<Result<HttpResponse>>(&m_client);
    QObject::connect(job->watcher, &QFutureWatcherBase::canceled, &m_client, [this, raw = job.get()] { cancel(*raw); });
    job->watcher->setFuture(future);
    m_waiting.push_back(std::move(job));
    m_wake.start(0);
    return future;
}

void HttpClient::Private::startWhatMay()
{
    const auto now = Steady::now();
    auto next = Steady::time_point::max();
    for (auto position = m_waiting.begin(); position != m_waiting.end();) {
        if (std::ssize(m_running) >= m_policy.maximumConcurrent)
            return; // the end of a running one wakes us
        const auto current = position++;
        if (const auto when = earliest(**current, now); when > now)
            next = std::min(next, when);
        else
            startAttempt(current);
    }
    if (next != Steady::time_point::max())
        m_wake.start(std::chrono::ceil<std::chrono::milliseconds>(next - now));
}

Steady::time_point HttpClient::Private::earliest(const Job &job, Steady::time_point now)
{
    return std::max({job.notBefore, m_silentUntil, now + bucketFor(job).wait(now)});
}

TokenBucket &HttpClient::Private::bucketFor(const Job &job)
{
    const auto found = m_methodBuckets.find(job.request.method);
    return found == m_methodBuckets.end() ? m_bucket : found->second;
}

void HttpClient::Private::startAttempt(Jobs::iterator position)
{
    m_running.splice(m_running.end(), m_waiting, position);
    Job &job = *m_running.back();
    ++job.attempts;
    bucketFor(job).take(Steady::now());
    const bool isTls = job.request.url.scheme() == u"https";
    job.exchange = new HttpExchange(m_network, job.request, job.id, m_policy,
                                    isTls ? trust().value_or(std::nullopt) : std::nullopt, &m_client);
    QObject::connect(job.exchange, &HttpExchange::finished, &m_client, [this, &job] { concludeAttempt(job); });
    job.exchange->start();
}

void HttpClient::Private::concludeAttempt(Job &finished)
{
    auto job = takeFrom(m_running, finished);
    Result<HttpResponse> outcome = job->exchange->takeOutcome();
    std::exchange(job->exchange, nullptr)->deleteLater();
    if (!outcome)
        leaveConnections();
    m_wake.start(0);

    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const auto silence = m_retryRule.silence(outcome, now); silence.count() > 0)
        m_silentUntil = std::max(m_silentUntil, Steady::now() + silence);
    const double chance = QRandomGenerator::global()->generateDouble();
    if (const auto wait = m_retryRule.wait(job->request, job->attempts, outcome, now, chance))
        return retryLater(std::move(job), *wait);
    auto promise = std::move(job->promise);
    job.reset();
    promise.addResult(std::move(outcome));
    promise.finish(); // nothing of ours may be touched after this
}

void HttpClient::Private::retryLater(std::unique_ptr<Job> job, std::chrono::milliseconds wait)
{
    logWait(job->request, job->id, wait);
    job->notBefore = Steady::now() + wait;
    m_waiting.push_front(std::move(job));
}

void HttpClient::Private::cancel(Job &cancelled)
{
    auto job = takeFrom(cancelled.exchange != nullptr ? m_running : m_waiting, cancelled);
    if (job->exchange != nullptr)
        leaveConnections();
    delete job->exchange;
    m_wake.start(0);
    auto promise = std::move(job->promise);
    job.reset();
    promise.finish();
}

/// QNetworkAccessManager may hand the connection of a request that was given up to the next one, just as it closes, and
/// a change would be lost with it. So what follows gets new connections; the old ones serve whoever is on them still.
void HttpClient::Private::leaveConnections()
{
    // Not before the event loop: we may be inside a signal of what belongs to the old manager.
    QTimer::singleShot(0, &m_client, [old = std::exchange(m_network, makeNetwork())] { Q_UNUSED(old) });
}

std::unique_ptr<Job> HttpClient::Private::takeFrom(Jobs &jobs, const Job &job)
{
    const auto found = std::ranges::find_if(jobs, [&](const auto &owned) { return owned.get() == &job; });
    std::unique_ptr<Job> taken = std::move(*found);
    jobs.erase(found);
    return taken;
}

HttpClient::HttpClient(HttpPolicy policy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, policy))
{}

HttpClient::~HttpClient() = default;

Future<HttpResponse> HttpClient::send(HttpRequest request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (auto allowed = checkRequest(request); !allowed)
        return readyFailure<HttpResponse>(std::move(allowed.error()));
    if (request.url.scheme() == u"https" && !d->trust())
        return readyFailure<HttpResponse>(d->trust().error());
    return d->enqueue(std::move(request));
}

} // namespace gatehouse
