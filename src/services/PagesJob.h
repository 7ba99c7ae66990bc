// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "services/Paginator.h"

#include <QObject>
#include <QPromise>

#include <functional>

namespace gatehouse {

struct HttpResponse;
struct ServiceLink;

/// How the items of a list are asked for and understood.
template <typename Item>
struct ListReading
{
    ListForm form;
    /// Called in threads of the pool: owns what it uses.
    std::function<tl::expected<Item, ItemFault>(const QJsonValue &)> read;
    /// Why an answer must not be read, in a sentence; may be empty. In the same threads.
    std::function<QString(const QJsonValue &)> guard;
    /// What the items of all pages make together; may be empty.
    std::function<std::vector<Item>(std::vector<Item>)> joined;
};

/// Reads one list, all its pages. Answers are decoded in the thread pool, so that a long list does not hold up the
/// window. Where the pages do not fit together – somebody changes the list while it is read – all is read once more.
/// Deletes itself when it is done. For entries and for choices of a scope field.
template <typename Item>
class PagesJob final : public QObject
{
    Q_DISABLE_COPY_MOVE(PagesJob)

public:
    /// `link` outlives the job.
    PagesJob(const ServiceLink &link, ListReading<Item> reading, QObject *parent);

    /// Progress: pages read of pages known.
    [[nodiscard]] Future<std::vector<Item>> start();

private:
    void begin();
    void ask(int page);
    void decode(int page, const HttpResponse &response);
    void take(int page, Page<Item> content);
    void takeRefusal(int page, const Error &error);
    void startAnew(const PagingFault &fault);
    void complete();
    void finish(Result<std::vector<Item>> result);
    void cancelRequests();

    const ServiceLink &m_link;
    ListReading<Item> m_reading;
    QPromise<Result<std::vector<Item>>> m_promise;
    Paginator<Item> m_paginator;
    QList<Future<HttpResponse>> m_requests;
    int m_round = 0; ///< answers of an earlier round are not looked at
    bool m_done = false;
};

extern template class PagesJob<Entry>;
extern template class PagesJob<ScopeChoice>;

} // namespace gatehouse
