// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "services/ErrorReader.h"
#include "services/Verification.h"

#include <QObject>
#include <QPromise>

#include <deque>

namespace gatehouse {

struct HttpRequest;
struct HttpResponse;
struct ServiceLink;

/// Asks what a list guards, until the service knows a path. Deletes itself when it is done.
class VerifyJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyJob)

public:
    /// `link` outlives the job.
    VerifyJob(const ServiceLink &link, QObject *parent);

    [[nodiscard]] Future<Verification> start(const QString &secret);

private:
    [[nodiscard]] Result<void> prepare(const QString &secret);
    void sendNext();
    void conclude(const HttpResponse &response);
    [[nodiscard]] Verification judged(const HttpResponse &response) const;
    void finish(Result<Verification> result);

    const ServiceLink &m_link;
    ErrorReader m_answers;
    std::deque<HttpRequest> m_requests;
    QPromise<Result<Verification>> m_promise;
};

} // namespace gatehouse
