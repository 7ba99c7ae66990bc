// SPDX-License-Identifier: Apache-2.0
#include "server/EmbeddedService.h"

#include "base/HostName.h"
#include "base/Logging.h"
#include "ip/RangeSet.h"
#include "server/CommonApi.h"
#include "server/ExpiryTimer.h"
#include "server/Router.h"
#include "server/WorkerPool.h"
#include "server/astro/AstroApi.h"
#include "server/bitbybit/BitbybitApi.h"
#include "server/cortex/CortexApi.h"
#include "server/data/Entries.h"
#include "server/data/ServiceDatabase.h"
#include "server/deploy/Deployer.h"
#include "server/http/HttpServer.h"
#include "server/quave/QuaveApi.h"

#include <QCoreApplication>

#include <future>
#include <vector>

namespace gatehouse::server {

namespace {

constexpr int workerThreads = 2;

Result<RangeSet> proxyRanges(const QStringList &texts)
{
    std::vector<IpRange> ranges;
    for (const auto &text : texts) {
        const auto range = IpRange::parse(text.toStdString());
        if (!range)
            return failure(ErrorKind::InvalidInput,
                           QCoreApplication::translate("EmbeddedService", "The proxy range “%1” cannot be used: %2")
                               .arg(text, QString::fromStdString(range.error().message())));
        ranges.push_back(*range);
    }
    return RangeSet(ranges);
}

bool isLoopback(const QString &address)
{
    const auto parsed = IpAddress::parse(address.toStdString());
    return parsed && isLoopbackHost(QString::fromStdString(parsed->toString()));
}

/// Opens the database once before the threads do, so that its making and its errors happen in one place.
Result<QString> prepareDatabase(const ServiceOptions &options)
{
    const auto database = openServiceDatabase(options.dataFolder);
    if (!database)
        return failure(database.error());
    if (!options.token.isEmpty()) {
        if (auto stored = setServiceToken(*database, options.token); !stored)
            return failure(std::move(stored.error()));
    }
    return serviceToken(*database);
}

std::vector<Api> apis(const ServiceRates &rates, const QString &token, const Clock &clock)
{
    auto all = astroApis(rates, token);
    for (auto &api : bitbybitApis(rates, token, clock))
        all.push_back(std::move(api));
    all.push_back(commonApi());
    all.push_back(cortexApi(rates));
    all.push_back(quaveApi());
    return all;
}

QUrl urlOf(const ServiceOptions &options, const HttpServer &server)
{
    QUrl url;
    url.setScheme(server.isEncrypted() ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(options.listenAddress);
    url.setPort(server.port());
    return url;
}

} // namespace

class EmbeddedService::Private
{
public:
    Private(Router r, const Clock &c)
        : router(std::move(r))
        , clock(c)
    {}

    RequestHandler handler()
    {
        return {[this](const Request &head) { return router.wantsBody(head); },
                [this](Request request, std::function<void(Response)> answer) {
                    pool.post(
                        [this, request = std::move(request), answer = std::move(answer)](const Database &database) {
                            answer(router.respond(request, database, clock.now()));
                            if (deployer && request.method != "GET")
                                deployer->wake();
                        });
                },
                [this](const QByteArray &target, const Fault &fault) { return router.faultResponse(target, fault); }};
    }

    void expire()
    {
        std::promise<void> done;
        auto finished = done.get_future();
        pool.post([this, &done](const Database &database) {
            const auto removed = removeExpired(database, clock.now());
            if (!removed)
                qCWarning(logging::server).noquote() << removed.error().message << removed.error().detail;
            else if (*removed > 0)
                qCInfo(logging::server) << "expired entries removed:" << *removed;
            done.set_value();
        });
        finished.wait();
        if (deployer)
            deployer->wake();
    }

    // Ends from the last to the first: nothing posts to a pool that is gone, nothing asks a router that is gone.
    Router router;
    const Clock &clock;
    QString token;
    QUrl url;
    std::unique_ptr<Deployer> deployer; ///< null when nothing is deployed
    WorkerPool pool;
    std::unique_ptr<ExpiryTimer> timer;
    std::unique_ptr<HttpServer> server;
};

Result<std::unique_ptr<EmbeddedService>> EmbeddedService::start(const ServiceOptions &options, const Clock &clock)
{
    auto proxies = proxyRanges(options.trustedProxies);
    if (!proxies)
        return failure(std::move(proxies.error()));
    auto token = prepareDatabase(options);
    if (!token)
        return failure(std::move(token.error()));

    auto p = std::make_unique<Private>(
        Router(apis(options.rates, *token, clock),
               {*token, *proxies, isLoopback(options.listenAddress), options.allowedHosts, options.rates.strangers}),
        clock);
    p->token = *token;
    const auto open = [place = options.dataFolder] { return openServiceDatabase(place); };
    if (!options.deploy.targets.isEmpty()) {
        auto deployer = Deployer::start(options.deploy, open, clock);
        if (!deployer)
            return failure(std::move(deployer.error()));
        p->deployer = std::move(*deployer);
    }
    auto ready = p->pool.start(workerThreads, open);
    if (!ready)
        return failure(std::move(ready.error()));
    p->expire();
    auto server = HttpServer::start({options.listenAddress, options.listenPort, options.tlsCertificateFile,
                                     options.tlsKeyFile, options.limits, *proxies},
                                    p->handler());
    if (!server)
        return failure(std::move(server.error()));
    p->server = std::move(*server);
    p->url = urlOf(options, *p->server);
    p->timer = std::make_unique<ExpiryTimer>(options.expiryInterval, [raw = p.get()] { raw->expire(); });
    return std::unique_ptr<EmbeddedService>(new EmbeddedService(std::move(p)));
}

EmbeddedService::EmbeddedService(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

EmbeddedService::~EmbeddedService() = default;

QUrl EmbeddedService::url() const
{
    return d->url;
}

QString EmbeddedService::token() const
{
    return d->token;
}

void EmbeddedService::expireNow()
{
    d->expire();
}

} // namespace gatehouse::server
