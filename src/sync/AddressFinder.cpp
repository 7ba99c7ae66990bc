// SPDX-License-Identifier: Apache-2.0
#include "sync/AddressFinder.h"

#include "allowlist/Text.h"
#include "http/HttpClient.h"
#include "services/RestService.h"
#include "sync/Chain.h"

namespace gatehouse {

namespace {

/// Echo services answer at once or are of no use.
HttpPolicy impatient()
{
    HttpPolicy policy;
    policy.connectTimeout = std::chrono::seconds(4);
    policy.deadline = std::chrono::seconds(6);
    policy.maximumBody = 4096;
    policy.maximumAttempts = 1;
    return policy;
}

Error notAnAddress(const QUrl &url)
{
    return makeError(ErrorKind::UnreadableAnswer,
                     AddressFinder::tr("%1 did not answer with an address.").arg(url.host()));
}

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

struct Answer
{
    IpAddress address;
    QString source;
};

/// Asks one after the other until one names an address of the family.
void ask(HttpClient &http, const QStringList &urls, qsizetype index, Family family,
         const std::shared_ptr<Chain<Answer>> &chain)
{
    const QUrl url(urls.at(index));
    chain->either(http.send(get(url)), [=, &http](const Result<HttpResponse> &response) {
        Error error = response ? notAnAddress(url) : response.error();
        if (response && response->status == 200) {
            const auto address = parseAddress(QString::fromLatin1(response->body).trimmed());
            if (address && address->family() == family) {
                chain->finish(Answer{*address, url.host()});
                return;
            }
        }
        if (index + 1 < urls.size() && !chain->isCancelled())
            ask(http, urls, index + 1, family, chain);
        else
            chain->finish(failure(std::move(error)));
    });
}

Future<Answer> askAll(HttpClient &http, const QStringList &urls, Family family)
{
    if (urls.isEmpty())
        return readyFailure<Answer>(makeError(ErrorKind::InvalidInput, AddressFinder::tr("No echo service is set.")));
    const auto chain = Chain<Answer>::begin(&http);
    ask(http, urls, 0, family, chain);
    return chain->future();
}

CurrentAddresses single(const IpAddress &address, const QString &source)
{
    CurrentAddresses found;
    (address.family() == Family::V4 ? found.v4 : found.v6) = address;
    found.source = source;
    return found;
}

} // namespace

AddressFinder::AddressFinder(EchoServices echoes, QObject *parent)
    : QObject(parent)
    , m_echoes(std::move(echoes))
    , m_http(std::make_unique<HttpClient>(impatient()))
{}

AddressFinder::~AddressFinder() = default;

void AddressFinder::setEchoServices(EchoServices echoes)
{
    m_echoes = std::move(echoes);
}

Future<CurrentAddresses> AddressFinder::find(RestService *service)
{
    const auto chain = Chain<CurrentAddresses>::begin(this);
    if (service && (service->endpoint().echoUrl || service->definition().capabilities.echo)) {
        const QString host = service->endpoint().baseUrl.host();
        chain->then(service->echo(), [chain, host](const IpAddress &address) { chain->finish(single(address, host)); });
        return chain->future();
    }
    const Future<Answer> v6 = askAll(*m_http, m_echoes.v6, Family::V6);
    chain->either(askAll(*m_http, m_echoes.v4, Family::V4), [chain, v6](const Result<Answer> &first) {
        chain->either(v6, [chain, first](const Result<Answer> &second) {
            if (!first && !second) {
                chain->finish(failure(first.error()));
                return;
            }
            CurrentAddresses found = first ? single(first->address, first->source) : CurrentAddresses{};
            if (second) {
                found.v6 = second->address;
                if (found.source.isEmpty())
                    found.source = second->source;
            }
            chain->finish(found);
        });
    });
    return chain->future();
}

} // namespace gatehouse
