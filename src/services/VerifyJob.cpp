// SPDX-License-Identifier: Apache-2.0
#include "services/VerifyJob.h"

#include "services/BasePath.h"
#include "services/ServiceLink.h"
#include "services/Text.h"

namespace gatehouse {

namespace {

constexpr int noSuchPath = 404;

/// The endpoint whose base URL the verifying requests are below.
Result<Endpoint> verifyingEndpoint(const Endpoint &endpoint, const QString &insteadOf)
{
    Endpoint changed = endpoint;
    const QString path = basePathOf(endpoint.baseUrl);
    if (!path.endsWith(insteadOf)) {
        return failure(ErrorKind::InvalidInput,
                       ServiceText::tr("This can be asked only where the base URL ends with %1.").arg(insteadOf));
    }
    changed.baseUrl.setPath(path.chopped(insteadOf.size()), QUrl::StrictMode);
    return changed;
}

Verification::Outcome outcomeFor(ErrorKind kind)
{
    if (kind == ErrorKind::Unauthorized)
        return Verification::Outcome::Unauthorized;
    return kind == ErrorKind::AddressRefused ? Verification::Outcome::AddressRefused : Verification::Outcome::Unclear;
}

} // namespace

VerifyJob::VerifyJob(const ServiceLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_answers(link.answers)
{}

Future<Verification> VerifyJob::start(const QString &secret)
{
    m_promise.start();
    const auto future = m_promise.future();
    if (auto prepared = prepare(secret); prepared)
        sendNext();
    else
        finish(failure(std::move(prepared.error())));
    return future;
}

Result<void> VerifyJob::prepare(const QString &secret)
{
    const VerifyForm &form = *m_link.wire().verify;
    const auto endpoint = verifyingEndpoint(m_link.endpoint, form.insteadOf);
    if (!endpoint)
        return failure(endpoint.error());
    const RequestBuilder requests(m_link.wire(), *endpoint, secret);
    m_answers = ErrorReader(m_link.wire().errors, requests.secrets());
    for (const RequestForm &request : form.requests) {
        auto built = requests.build(request);
        if (!built)
            return failure(std::move(built.error()));
        m_requests.push_back(std::move(*built));
    }
    return {};
}

void VerifyJob::sendNext()
{
    const Future<HttpResponse> reply = m_link.http->send(std::move(m_requests.front()));
    m_requests.pop_front();
    forwardCancel(m_promise.future(), reply, this);
    whenDone(reply, this, [this](Result<HttpResponse> response) {
        if (response)
            conclude(*response);
        else
            finish(failure(std::move(response.error())));
    });
}

void VerifyJob::conclude(const HttpResponse &response)
{
    if (response.status == noSuchPath && !m_requests.empty())
        sendNext();
    else
        finish(judged(response));
}

Verification VerifyJob::judged(const HttpResponse &response) const
{
    const auto answer = m_answers.read(response, m_link.clock.now());
    if (answer)
        return {Verification::Outcome::LetIn, {}};
    const auto &lacks = m_link.wire().verify->lacksPermission;
    if (lacks && lacks->matches(response.status, parsedBody(response.body), response.body))
        return {Verification::Outcome::LacksPermission, answer.error()};
    return {outcomeFor(answer.error().kind), answer.error()};
}

void VerifyJob::finish(Result<Verification> result)
{
    deleteLater();
    // Last: a continuation may delete the service, and this with it.
    auto promise = std::move(m_promise);
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace gatehouse
