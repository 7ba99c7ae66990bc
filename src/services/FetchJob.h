// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "services/Paginator.h"

#include <QObject>
#include <QPromise>

namespace gatehouse {

struct HttpResponse;
struct ServiceLink;

/// Reads one list, all its pages. Answers are decoded in the thread pool, so that a long list does not hold up the
/// window. Where the pages do not fit together – somebody changes the list while it is read – all is read once more.
/// Deletes itself when it is done.
class FetchJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchJob)

public:
    /// `link` outlives the job.
    FetchJob(const ServiceLink &link, QObject *parent);

    [[nodiscard]] Future<std::vector<Entry>> start();

private:
    void begin();
    void ask(int page);
    void decode(int page, const HttpResponse &response);
    void take(int page, Page content);
    void startAnew(const PagingFault &fault);
    void complete();
    void finish(Result<std::vector<Entry>> result);
    void cancelRequests();

    const ServiceLink &m_link;
    QPromise<Result<std::vector<Entry>>> m_promise;
    Paginator m_paginator;
    QList<Future<HttpResponse>> m_requests;
    int m_round = 0; ///< answers of an earlier round are not looked at
    bool m_done = false;
};

} // namespace gatehouse
