// SPDX-License-Identifier: Apache-2.0
#include "sync/AddressFinder.h"

#include "allowlist/Text.h"
#include "http/HttpClient.h"
#include "services/RestService.h"
#include "sync/Chain.h"

#include <map>

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

std::optional<IpAddress> addressIn(const Result<HttpResponse> &response)
{
    if (!response || response->status != 200)
        return std::nullopt;
    const auto address = parseAddress(QString::fromLatin1(response->body).trimmed());
    return address ? std::optional(*address) : std::nullopt;
}

/// What those said who were asked for one family, in the order of the settings; none failed.
using Answers = std::map<qsizetype, Answer>;

/// Two at once; in place of one that does not answer, the next. Lives by its chain's continuations.
class EchoRound final : public std::enable_shared_from_this<EchoRound>
{
public:
    EchoRound(HttpClient &http, QStringList urls, Family family)
        : m_http(http)
        , m_urls(std::move(urls))
        , m_family(family)
        , m_chain(Chain<Answers>::begin(&http))
    {}

    Future<Answers> start()
    {
        constexpr int compared = 2;
        m_asking = compared;
        for (int i = 0; i < compared; ++i)
            askNext();
        return m_chain->future();
    }

private:
    void askNext()
    {
        if (m_next == m_urls.size() || m_chain->isCancelled()) {
            end();
            return;
        }
        const qsizetype index = m_next++;
        const QUrl url(m_urls.at(index));
        m_chain->either(m_http.send(get(url)),
                        [self = shared_from_this(), url, index](const Result<HttpResponse> &response) {
                            self->answered(index, url, response);
                        });
    }

    void answered(qsizetype index, const QUrl &url, const Result<HttpResponse> &response)
    {
        const auto address = addressIn(response);
        if (address && address->family() == m_family) {
            m_answers.emplace(index, Answer{*address, url.host()});
            end();
            return;
        }
        m_error = response ? notAnAddress(url) : response.error();
        askNext();
    }

    void end()
    {
        if (--m_asking > 0)
            return;
        if (m_answers.empty())
            m_chain->finish(failure(m_error));
        else
            m_chain->finish(m_answers);
    }

    HttpClient &m_http;
    const QStringList m_urls;
    const Family m_family;
    const std::shared_ptr<Chain<Answers>> m_chain;
    qsizetype m_next = 0;
    int m_asking = 0;
    Answers m_answers;
    Error m_error;
};

Future<Answers> askAll(HttpClient &http, const QStringList &urls, Family family)
{
    if (urls.isEmpty())
        return readyFailure<Answers>(makeError(ErrorKind::InvalidInput, AddressFinder::tr("No echo service is set.")));
    return std::make_shared<EchoRound>(http, urls, family)->start();
}

/// The first leads, what differs from it is another.
void put(const Answers &answers, CurrentAddresses &found)
{
    const Answer &first = answers.begin()->second;
    (first.address.family() == Family::V4 ? found.v4 : found.v6) = first.address;
    if (found.source.isEmpty())
        found.source = first.source;
    for (const auto &[index, answer] : answers) {
        if (answer.address != first.address)
            found.others.push_back(answer.address);
    }
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

bool AddressFinder::isToldBy(const RestService &service)
{
    return service.endpoint().echoUrl || service.definition().capabilities.echo;
}

Future<CurrentAddresses> AddressFinder::find(RestService *service)
{
    return service && isToldBy(*service) ? askService(*service) : askEchoes();
}

Future<CurrentAddresses> AddressFinder::askService(RestService &service)
{
    const auto chain = Chain<CurrentAddresses>::begin(this);
    const QString host = service.endpoint().baseUrl.host();
    chain->then(service.echo(), [this, chain, host](const IpAddress &address) {
        CurrentAddresses found = single(address, host);
        if (classify(IpRange::of(address)).addressClass != AddressClass::Public) {
            chain->finish(found); // of a network of its own, of which the echo services know nothing
            return;
        }
        const bool isV4 = address.family() == Family::V4;
        const auto other = isV4 ? askAll(*m_http, m_echoes.v6, Family::V6) : askAll(*m_http, m_echoes.v4, Family::V4);
        chain->either(other, [chain, found](const Result<Answers> &answers) mutable {
            if (answers)
                put(*answers, found);
            chain->finish(found);
        });
    });
    return chain->future();
}

Future<CurrentAddresses> AddressFinder::askEchoes()
{
    const auto chain = Chain<CurrentAddresses>::begin(this);
    const Future<Answers> v6 = askAll(*m_http, m_echoes.v6, Family::V6);
    chain->either(askAll(*m_http, m_echoes.v4, Family::V4), [chain, v6](const Result<Answers> &first) {
        chain->either(v6, [chain, first](const Result<Answers> &second) {
            if (!first && !second) {
                chain->finish(failure(first.error()));
                return;
            }
            CurrentAddresses found;
            for (const auto *answers : {&first, &second}) {
                if (*answers)
                    put(**answers, found);
            }
            chain->finish(found);
        });
    });
    return chain->future();
}

} // namespace gatehouse
