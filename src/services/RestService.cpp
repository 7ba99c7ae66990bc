// SPDX-License-Identifier: Apache-2.0
#include "services/RestService.h"

#include "allowlist/Text.h"
#include "services/FetchJob.h"
#include "services/Planner.h"
#include "services/SendJob.h"
#include "services/ServiceLink.h"
#include "services/ValidationReader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

/// A request as by a definition that has an echo and asks for no secret.
HttpRequest plainEcho(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

Result<IpAddress> readEcho(const ErrorReader &answers, const HttpResponse &response, const JsonPath &path,
                           const QDateTime &now)
{
    const auto answer = answers.read(response, now);
    if (!answer)
        return failure(answer.error());
    const auto address = parseAddress(path.findIn(*answer).toString());
    if (!address) {
        return failure(answers.unreadable(
            response,
            QCoreApplication::translate("Answer", "%1: there is no address in the answer").arg(path.toString())));
    }
    return *address;
}

} // namespace

class RestService::Private
{
public:
    explicit Private(ServiceLink made)
        : link(std::move(made))
    {}

    ServiceLink link;
};

HttpPolicy httpPolicyFor(const ServiceDefinition &definition)
{
    HttpPolicy policy;
    if (definition.rateLimit) {
        policy.requestsPerSecond = definition.rateLimit->requestsPerSecond;
        policy.burst = definition.rateLimit->burst;
    }
    return policy;
}

RestService::RestService(std::shared_ptr<const ServiceDefinition> definition, Endpoint endpoint, QString secret,
                         std::unique_ptr<HttpClient> http, const Clock &clock, QObject *parent)
    : QObject(parent)
{
    const Wire &wire = *definition->wire;
    RequestBuilder requests(wire, endpoint, std::move(secret));
    ErrorReader answers(wire.errors, requests.secrets());
    d = std::make_unique<Private>(ServiceLink{std::move(definition), std::move(endpoint), std::move(http), clock,
                                              std::move(requests), std::move(answers)});
}

RestService::~RestService() = default;

const ServiceDefinition &RestService::definition() const
{
    return *d->link.definition;
}

const Endpoint &RestService::endpoint() const
{
    return d->link.endpoint;
}

Capabilities RestService::capabilities() const
{
    Capabilities capabilities = definition().capabilities;
    capabilities.echo = capabilities.echo || endpoint().echoUrl.has_value();
    return capabilities;
}

Future<std::vector<Entry>> RestService::fetch()
{
    return (new FetchJob(d->link, this))->start();
}

std::vector<Operation> RestService::plan(const Draft &draft, const CurrentAddresses &own) const
{
    return planned(definition(), draft, own);
}

Future<void> RestService::send(const Operation &operation)
{
    auto steps = stepsFor(operation, d->link.wire(), d->link.requests, d->link.clock.now());
    if (!steps)
        return readyFailure<void>(std::move(steps.error()));
    return (new SendJob(d->link, std::move(*steps), {}, this))->start();
}

Future<void> RestService::validate(const std::vector<Entry> &entries)
{
    const Wire &wire = d->link.wire();
    auto step = validationOf(entries, wire, d->link.requests, d->link.clock.now());
    if (!step)
        return readyFailure<void>(std::move(step.error()));
    const auto judge = [&wire, ranges = step->ranges](const QJsonValue &answer) {
        return readValidation(answer, *wire.write.validate, wire.entry.rangeField, ranges);
    };
    return (new SendJob(d->link, {std::move(*step)}, judge, this))->start();
}

Future<IpAddress> RestService::echo()
{
    const ServiceLink &link = d->link;
    const auto &form = link.wire().echo;
    Result<HttpRequest> request = failure(ErrorKind::InvalidInput, {});
    if (link.endpoint.echoUrl)
        request = plainEcho(*link.endpoint.echoUrl);
    else if (form)
        request = link.requests.build(form->request);
    if (!request)
        return readyFailure<IpAddress>(std::move(request.error()));

    const JsonPath path = link.endpoint.echoUrl ? *JsonPath::parse(u"ip"_s) : form->address;
    const auto promise = std::make_shared<QPromise<Result<IpAddress>>>();
    promise->start();
    const auto future = promise->future();
    const Future<HttpResponse> reply = link.http->send(std::move(*request));
    forwardCancel(future, reply, this);
    whenDone(reply, this, [&link, promise, path](Result<HttpResponse> response) {
        if (response)
            promise->addResult(readEcho(link.answers, *response, path, link.clock.now()));
        else
            promise->addResult(failure(std::move(response.error())));
        promise->finish();
    });
    return future;
}

bool RestService::holds(const EntryContent &live, const EntryContent &wanted) const
{
    const Capabilities &can = definition().capabilities;
    if (live.range != wanted.range || (can.label && live.label != wanted.label) ||
        (can.active && live.active != wanted.active))
        return false;
    return can.expiry == ExpiryWriting::Impossible ||
           holdsExpiry(*d->link.wire().entry.expiry, live.expiresAt, wanted.expiresAt, d->link.clock.now());
}

} // namespace gatehouse
