// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "services/OperationWriter.h"

#include <QObject>
#include <QPromise>

#include <deque>
#include <functional>

namespace gatehouse {

struct ServiceLink;

/// Sends the requests of one operation, one after the other, until one fails. Deletes itself when it is done.
class SendJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendJob)

public:
    /// What a good answer says; an error is the operation's. May be empty.
    using Judge = std::function<Result<void>(const QJsonValue &)>;

    /// Is told what a good answer says for people, where it says something.
    using Listener = std::function<void(const QString &)>;

    /// `link` outlives the job.
    SendJob(const ServiceLink &link, std::vector<SendStep> steps, Judge judge, QObject *parent);

    void listen(Listener listener) { m_listener = std::move(listener); }
    [[nodiscard]] Future<void> start();

private:
    void sendNext();
    void conclude(const SendStep &step, const HttpResponse &response);
    void finish(Result<void> result);

    const ServiceLink &m_link;
    std::deque<SendStep> m_steps;
    Judge m_judge;
    Listener m_listener;
    QPromise<Result<void>> m_promise;
};

} // namespace gatehouse
