// SPDX-License-Identifier: Apache-2.0
#include "services/PagesJob.h"

#include "services/ServiceLink.h"

#include <QtConcurrentRun>

namespace gatehouse {

namespace {

constexpr int mostRounds = 2;

/// In a thread of the pool: uses nothing but what it is given.
template <typename Item>
Result<Page<Item>> decoded(const ErrorReader &answers, const ListReading<Item> &reading, const HttpResponse &response,
                           const QDateTime &now)
{
    const auto answer = answers.read(response, now);
    if (!answer)
        return failure(answers.naming(response, answer.error()));
    if (const QString reason = reading.guard ? reading.guard(*answer) : QString(); !reason.isEmpty())
        return failure(answers.unreadable(response, reason));
    auto page = readPage<Item>(*answer, reading.form, reading.read);
    if (!page)
        return failure(answers.naming(response, answers.unreadable(response, page.error())));
    return std::move(*page);
}

} // namespace

template <typename Item>
PagesJob<Item>::PagesJob(const ServiceLink &link, ListReading<Item> reading, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_reading(std::move(reading))
    , m_paginator(m_reading.form.paging)
{}

template <typename Item>
Future<std::vector<Item>> PagesJob<Item>::start()
{
    m_promise.start();
    const auto future = m_promise.future();
    begin();
    return future;
}

template <typename Item>
void PagesJob<Item>::begin()
{
    ++m_round;
    m_paginator = Paginator<Item>(m_reading.form.paging);
    ask(0);
}

template <typename Item>
void PagesJob<Item>::ask(int page)
{
    if (m_done)
        return;
    auto request = m_link.requests.build(m_reading.form.request, {}, m_paginator.sequence().queryFor(page));
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

template <typename Item>
void PagesJob<Item>::decode(int page, const HttpResponse &response)
{
    const Future<Page<Item>> work =
        QtConcurrent::run(decoded<Item>, m_link.answers, m_reading, response, m_link.clock.now());
    whenDone(work, this, [this, page, round = m_round](Result<Page<Item>> content) {
        if (m_done || round != m_round)
            return;
        if (m_promise.isCanceled())
            finish(failure(ErrorKind::Cancelled, {}));
        else if (content)
            take(page, std::move(*content));
        else
            takeRefusal(page, content.error());
    });
}

template <typename Item>
void PagesJob<Item>::take(int page, Page<Item> content)
{
    const auto next = m_paginator.take(page, std::move(content));
    if (!next)
        return startAnew(next.error());
    m_promise.setProgressRange(0, m_paginator.sequence().known());
    m_promise.setProgressValue(m_paginator.sequence().taken());
    for (const int number : *next)
        ask(number);
    if (m_paginator.sequence().taken() == m_paginator.sequence().known())
        complete();
}

/// What ends a reading, unless it was asked for only to see that there is nothing more, or by a cursor that has gone
/// stale.
template <typename Item>
void PagesJob<Item>::takeRefusal(int page, const Error &error)
{
    const bool isNoPage = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected;
    if (isNoPage && m_paginator.sequence().isProbe(page)) {
        m_paginator.takeNothing();
        complete();
    } else if (isNoPage && page > 0 && m_reading.form.paging.by == Paging::By::Cursor && m_round < mostRounds) {
        cancelRequests();
        begin();
    } else {
        finish(failure(error));
    }
}

template <typename Item>
void PagesJob<Item>::startAnew(const PagingFault &fault)
{
    cancelRequests();
    if (fault.kind == ErrorKind::UnreadableAnswer && m_round < mostRounds)
        begin();
    else
        finish(failure(fault.kind, fault.reason));
}

template <typename Item>
void PagesJob<Item>::complete()
{
    auto items = m_paginator.finish();
    if (!items)
        startAnew(items.error());
    else if (m_reading.joined)
        finish(m_reading.joined(std::move(*items)));
    else
        finish(std::move(*items));
}

template <typename Item>
void PagesJob<Item>::finish(Result<std::vector<Item>> result)
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

template <typename Item>
void PagesJob<Item>::cancelRequests()
{
    for (Future<HttpResponse> &request : m_requests)
        request.cancel();
    m_requests.clear();
}

template class PagesJob<Entry>;
template class PagesJob<ScopeChoice>;

} // namespace gatehouse
