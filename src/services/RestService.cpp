// SPDX-License-Identifier: Apache-2.0
#include "services/RestService.h"

#include "allowlist/Text.h"
#include "services/AskOnce.h"
#include "services/EntryCodec.h"
#include "services/EntryPairs.h"
#include "services/LogsReader.h"
#include "services/MadeScopeReader.h"
#include "services/PagesJob.h"
#include "services/Planner.h"
#include "services/SendJob.h"
#include "services/ServiceLink.h"
#include "services/Surroundings.h"
#include "services/ValidationReader.h"
#include "services/VerifyJob.h"

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

/// The readings own the definition, since they are used in other threads.
ListReading<Entry> entriesOf(const std::shared_ptr<const ServiceDefinition> &definition, const Endpoint &endpoint)
{
    const Wire &wire = *definition->wire;
    ListReading<Entry> reading{
        wire.list,
        [definition](const QJsonValue &value) { return readEntry(value, definition->wire->entry); },
        [definition, scope = endpoint.scope](const QJsonValue &answer) {
            return overwrittenBeside(answer, *definition->wire, scope);
        },
        {}};
    if (wire.entry.range.any == RangeForm::Any::Pair)
        reading.joined = folded;
    return reading;
}

ListReading<ScopeChoice> choicesOf(const ChoicesForm &form)
{
    const auto read = [form](const QJsonValue &item) -> tl::expected<ScopeChoice, ItemFault> {
        const QString value = findText({form.value}, item);
        if (value.isEmpty()) {
            return tl::unexpected(
                ItemFault{form.value.toString(), QCoreApplication::translate("Answer", "there is no value")});
        }
        const QString title = findText(form.title, item);
        return ScopeChoice{value, title.isEmpty() ? value : title, findText(form.note, item)};
    };
    return {form.list, read, {}, {}};
}

template <typename T>
Future<T> notOffered()
{
    return readyFailure<T>(makeError(ErrorKind::InvalidInput,
                                     QCoreApplication::translate("RestService", "The service does not offer this.")));
}

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
    policy.rate = definition.rate;
    policy.methodRates = definition.methodRates;
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
    return (new PagesJob<Entry>(d->link, entriesOf(d->link.definition, d->link.endpoint), this))->start();
}

std::vector<Operation> RestService::plan(const Draft &draft, const CurrentAddresses &own) const
{
    return planned(definition(), draft, own);
}

Future<void> RestService::send(const Operation &operation, std::function<void(const QString &)> said)
{
    auto steps = stepsFor(operation, d->link.wire(), d->link.requests, d->link.clock.now());
    if (!steps)
        return readyFailure<void>(std::move(steps.error()));
    auto *job = new SendJob(d->link, std::move(*steps), {}, this);
    job->listen(std::move(said));
    return job->start();
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
    return askOnce<IpAddress>(*link.http, std::move(request), this, [&link, path](const HttpResponse &response) {
        return readEcho(link.answers, response, path, link.clock.now());
    });
}

Future<std::vector<ScopeChoice>> RestService::choices(const QString &scopeKey)
{
    const auto &choices = d->link.wire().choices;
    const auto form = choices.find(scopeKey);
    if (form == choices.end())
        return notOffered<std::vector<ScopeChoice>>();
    return (new PagesJob<ScopeChoice>(d->link, choicesOf(*form), this))->start();
}

Future<Verification> RestService::verify(const QString &secret)
{
    if (!d->link.wire().verify)
        return notOffered<Verification>();
    return (new VerifyJob(d->link, this))->start(secret);
}

Future<LogPage> RestService::logs(const LogQuery &query)
{
    const ServiceLink &link = d->link;
    const auto &form = link.wire().logs;
    if (!form)
        return notOffered<LogPage>();
    const auto parameters = logsQuery(*form, query);
    if (!parameters)
        return readyFailure<LogPage>(parameters.error());
    const auto read = [&link, &form, page = query.page](const HttpResponse &response) -> Result<LogPage> {
        const auto answer = link.answers.read(response, link.clock.now());
        if (!answer)
            return failure(answer.error());
        auto lines = readLogs(*answer, *form, page);
        if (!lines)
            return failure(link.answers.unreadable(response, lines.error()));
        return std::move(*lines);
    };
    return askOnce<LogPage>(*link.http, link.requests.build(form->list.request, {}, *parameters), this, read);
}

Future<MadeScope> RestService::makeScope(const NewScope &wanted)
{
    const ServiceLink &link = d->link;
    if (!link.wire().newScope)
        return notOffered<MadeScope>();
    auto step = makingOf(wanted, definition(), link.requests, link.clock.now());
    if (!step)
        return readyFailure<MadeScope>(std::move(step.error()));
    const HttpRequest request = step->request;
    return askOnce<MadeScope>(
        *link.http, request, this, [&link, step = std::move(*step)](const HttpResponse &response) {
            auto made = readMadeScope(link.answers, response, *link.wire().newScope, link.clock.now());
            if (!made)
                step.translateIndexes(made.error());
            return made;
        });
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
