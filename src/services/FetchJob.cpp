// SPDX-License-Identifier: Apache-2.0
#include "services/FetchJob.h"

#include "services/EntryPairs.h"
#include "services/ServiceLink.h"

#include <QtConcurrentRun>

namespace gatehouse {

namespace {

/// In a thread of the pool: uses nothing but what it is given.
Result<Page> decoded(const ErrorReader &answers, const std::shared_ptr<const ServiceDefinition> &definition,
                     const HttpResponse &response, const QDateTime &now)
{
    const auto answer = answers.read(response, now);
    if (!answer)
        return failure(answer.error());
    auto page = readPage(*answer, definition->wire->list, definition->wire->entry);
    if (!page)
        return failure(answers.unreadable(response, page.error()));
    return std::move(*page);
}

} // namespace

FetchJob::FetchJob(const ServiceLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_paginator(link.wire().list.paging)
{}

Future<std::vector<Entry>> FetchJob::start()
{
    m_promise.start();
    const auto future = m_promise.future();
    begin();
    return future;
}

void FetchJob::begin()
{
    ++m_round;
    m_paginator = Paginator(m_link.wire().list.paging);
    ask(0);
}

void FetchJob::ask(int page)
{
    if (m_done)
        return;
    auto request = m_link.requests.build(m_link.wire().list.request, {}, m_paginator.queryFor(page));
    if (!request)
        return finish(failure(std::move(request.error())));
    const Future<HttpResponse> reply = m_link.http->send(std::move(*request));
    m_requests.append(reply);
    forwardCancel(m_promise.future(), reply, this);
    whenDone(reply, this, [this, page, round = m_round](Result<HttpResponse> response) {
        if (m_done || round != m_round)
            return;
        if (response)
            decode(page, *response);
        else
            finish(failure(std::move(response.error())));
    });
}

void FetchJob::decode(int page, const HttpResponse &response)
{
    const Future<Page> work =
        QtConcurrent::run(decoded, m_link.answers, m_link.definition, response, m_link.clock.now());
    whenDone(work, this, [this, page, round = m_round](Result<Page> content) {
        if (m_done || round != m_round)
            return;
        if (m_promise.isCanceled())
            finish(failure(ErrorKind::Cancelled, {}));
        else if (content)
            take(page, std::move(*content));
        else
            finish(failure(std::move(content.error())));
    });
}

void FetchJob::take(int page, Page content)
{
    const auto next = m_paginator.take(page, std::move(content));
    if (!next)
        return startAnew(next.error());
    m_promise.setProgressRange(0, m_paginator.known());
    m_promise.setProgressValue(m_paginator.taken());
    for (const int number : *next)
        ask(number);
    if (m_paginator.taken() == m_paginator.known())
        complete();
}

void FetchJob::startAnew(const PagingFault &fault)
{
    constexpr int mostRounds = 2;
    cancelRequests();
    if (fault.kind == ErrorKind::UnreadableAnswer && m_round < mostRounds)
        begin();
    else
        finish(failure(fault.kind, fault.reason));
}

void FetchJob::complete()
{
    auto entries = m_paginator.finish();
    if (!entries)
        return startAnew(entries.error());
    if (m_link.wire().entry.range.any == RangeForm::Any::Pair)
        *entries = folded(std::move(*entries));
    finish(std::move(*entries));
}

void FetchJob::finish(Result<std::vector<Entry>> result)
{
    if (std::exchange(m_done, true))
        return;
    cancelRequests();
    deleteLater();
    // Last: a continuation may delete the service, and this with it.
    auto promise = std::move(m_promise);
    promise.addResult(std::move(result));
    promise.finish();
}

void FetchJob::cancelRequests()
{
    for (Future<HttpResponse> &request : m_requests)
        request.cancel();
    m_requests.clear();
}

} // namespace gatehouse
