// SPDX-License-Identifier: Apache-2.0
#include "sync/OperationRunner.h"

#include <QPromise>

#include <algorithm>

namespace gatehouse {

namespace {

class Runner final : public std::enable_shared_from_this<Runner>
{
public:
    Runner(std::shared_ptr<RestService> service, std::vector<Operation> plan, QObject *context)
        : m_service(std::move(service))
        , m_plan(std::move(plan))
        , m_context(context)
    {
        m_promise.start();
        m_promise.setProgressRange(0, static_cast<int>(m_plan.size()));
    }

    Future<EntryFailures> future() { return m_promise.future(); }

    void next()
    {
        const bool stopped = !m_failures.isEmpty() || m_promise.isCanceled();
        if (stopped || m_begun == m_plan.size()) {
            m_promise.addResult(Result<EntryFailures>(m_failures));
            m_promise.finish();
            return;
        }
        const std::size_t end = endOfRun();
        m_underWay = end - m_begun;
        while (m_begun < end)
            send(m_plan[m_begun++]);
    }

private:
    /// One past the operations that may go out together from here.
    [[nodiscard]] std::size_t endOfRun() const
    {
        const std::size_t last = m_plan.size() - 1;
        if (m_begun == 0 || m_begun == last)
            return m_begun + 1;
        std::size_t end = m_begun;
        while (end < last && m_plan[end].kind == m_plan[m_begun].kind)
            ++end;
        return end;
    }

    void send(const Operation &operation)
    {
        const Future<void> sent = m_service->send(operation);
        forwardCancel(m_promise.future(), sent, m_context);
        whenDone(sent, m_context, [self = shared_from_this(), &operation](const Result<void> &result) {
            if (!result) {
                for (const Entry &entry : operation.entries)
                    self->m_failures.insert(entry.key, result.error());
            }
            self->m_promise.setProgressValue(static_cast<int>(++self->m_done));
            if (--self->m_underWay == 0)
                self->next();
        });
    }

    std::shared_ptr<RestService> m_service;
    const std::vector<Operation> m_plan;
    QObject *m_context;
    QPromise<Result<EntryFailures>> m_promise;
    EntryFailures m_failures;
    std::size_t m_begun = 0;
    std::size_t m_underWay = 0;
    std::size_t m_done = 0;
};

} // namespace

Future<EntryFailures> runOperations(std::shared_ptr<RestService> service, std::vector<Operation> plan, QObject *context)
{
    const auto runner = std::make_shared<Runner>(std::move(service), std::move(plan), context);
    Future<EntryFailures> future = runner->future();
    runner->next();
    return future;
}

} // namespace gatehouse
