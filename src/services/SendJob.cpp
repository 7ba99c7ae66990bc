// SPDX-License-Identifier: Apache-2.0
#include "services/SendJob.h"

#include "services/ServiceLink.h"

namespace gatehouse {

namespace {

enum Status { notFound = 404, methodNotAllowed = 405, gone = 410 };

} // namespace

SendJob::SendJob(const ServiceLink &link, std::vector<SendStep> steps, Judge judge, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_steps(std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()))
    , m_judge(std::move(judge))
{}

Future<void> SendJob::start()
{
    m_promise.start();
    const auto future = m_promise.future();
    sendNext();
    return future;
}

void SendJob::sendNext()
{
    if (m_promise.isCanceled())
        return finish(failure(ErrorKind::Cancelled, {}));
    if (m_steps.empty())
        return finish({});
    SendStep step = std::move(m_steps.front());
    m_steps.pop_front();
    const Future<HttpResponse> reply = m_link.http->send(std::move(step.request));
    forwardCancel(m_promise.future(), reply, this);
    whenDone(reply, this, [this, step = std::move(step)](Result<HttpResponse> response) {
        if (response)
            conclude(step, *response);
        else
            finish(failure(std::move(response.error())));
    });
}

void SendJob::conclude(const SendStep &step, const HttpResponse &response)
{
    const bool isAbsent = response.status == notFound || response.status == gone;
    if (step.absenceIsDone && isAbsent)
        return sendNext();
    if (!step.singly.empty() && (response.status == notFound || response.status == methodNotAllowed)) {
        m_steps.insert(m_steps.begin(), step.singly.begin(), step.singly.end());
        return sendNext();
    }
    auto answer = m_link.answers.read(response, m_link.clock.now());
    if (const QString words = answer && m_listener ? m_link.answers.wordsOf(response, *answer) : QString();
        !words.isEmpty())
        m_listener(words);
    Result<void> verdict;
    if (!answer)
        verdict = failure(std::move(answer.error()));
    else if (m_judge)
        verdict = m_judge(*answer);
    if (verdict)
        return sendNext();
    step.translateIndexes(verdict.error());
    verdict.error().httpStatus = response.status;
    if (verdict.error().requestId.isEmpty())
        verdict.error().requestId = response.requestId;
    finish(std::move(verdict));
}

void SendJob::finish(Result<void> result)
{
    deleteLater();
    // Last: a continuation may delete the service, and this with it.
    auto promise = std::move(m_promise);
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace gatehouse
