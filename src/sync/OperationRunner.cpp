// SPDX-License-Identifier: Apache-2.0
#include "sync/OperationRunner.h"

#include <QPromise>

#include <algorithm>

namespace gatehouse {

namespace {

class Runner final : public std::enable_shared_from_this<Runner>
{
public:
    Runner(std::shared_ptr<RestService> service, std::vector<Operation> plan, std::shared_ptr<ApplyJournal> journal,
           QObject *context)
        : m_service(std::move(service))
        , m_plan(std::move(plan))
        , m_journal(std::move(journal))
        , m_context(context)
    {
        m_promise.start();
        m_promise.setProgressRange(0, static_cast<int>(m_plan.size()));
    }

    Future<SentOperations> future() { return m_promise.future(); }

    void next()
    {
        const bool stopped = !m_sent.failures.isEmpty() || m_promise.isCanceled();
        if (stopped || m_begun == m_plan.size()) {
            finish();
            return;
        }
        const std::size_t end = endOfRun(m_plan, m_begun, m_service->definition().oneWriteAtATime);
        whenDone(m_journal->sending(m_begun, end), m_context,
                 [self = shared_from_this(), end](const Result<void> &written) {
                     if (written && !self->m_promise.isCanceled())
                         self->sendUntil(end);
                     else
                         self->stop(written);
                 });
    }

private:
    void sendUntil(std::size_t end)
    {
        m_underWay = end - m_begun;
        while (m_begun < end)
            send(m_begun++);
    }

    /// Before the next operation is sent.
    void stop(const Result<void> &written)
    {
        if (!written)
            fail(m_plan[m_begun], written.error());
        finish();
    }

    void finish()
    {
        for (; m_begun < m_plan.size(); ++m_begun) {
            for (const Entry &entry : m_plan[m_begun].entries) {
                if (!m_sent.failures.contains(entry.key))
                    m_sent.notSent.insert(entry.key);
            }
        }
        m_promise.addResult(Result<SentOperations>(m_sent));
        m_promise.finish();
    }

    /// What the service says of single entries belongs to these.
    void fail(const Operation &operation, const Error &error)
    {
        QHash<int, QString> words;
        for (const FieldError &field : error.fields)
            words.insert(field.index, field.message);
        for (std::size_t i = 0; i < operation.entries.size(); ++i) {
            Error own = error;
            if (const QString said = words.value(static_cast<int>(i)); !said.isEmpty())
                own.message = said;
            m_sent.failures.insert(operation.entries[i].key, own);
        }
    }

    void noteAnswer(const Operation &operation, const QString &words)
    {
        for (const Entry &entry : operation.entries)
            m_sent.answers.insert(entry.key, words);
    }

    void send(std::size_t position)
    {
        const Future<void> sent =
            m_service->send(m_plan[position], [self = shared_from_this(), position](const QString &words) {
                self->noteAnswer(self->m_plan[position], words);
            });
        forwardCancel(m_promise.future(), sent, m_context);
        whenDone(sent, m_context, [self = shared_from_this(), position](const Result<void> &result) {
            self->m_journal->answered(position, result);
            if (!result)
                self->fail(self->m_plan[position], result.error());
            self->m_promise.setProgressValue(static_cast<int>(++self->m_done));
            if (--self->m_underWay == 0)
                self->next();
        });
    }

    std::shared_ptr<RestService> m_service;
    const std::vector<Operation> m_plan;
    const std::shared_ptr<ApplyJournal> m_journal;
    QObject *m_context;
    QPromise<Result<SentOperations>> m_promise;
    SentOperations m_sent;
    std::size_t m_begun = 0;
    std::size_t m_underWay = 0;
    std::size_t m_done = 0;
};

} // namespace

std::size_t endOfRun(const std::vector<Operation> &plan, std::size_t begun, bool oneAtATime)
{
    const std::size_t last = plan.size() - 1;
    if (begun == 0 || begun == last || oneAtATime)
        return begun + 1;
    std::size_t end = begun;
    while (end < last && plan[end].kind == plan[begun].kind)
        ++end;
    return end;
}

Future<SentOperations> runOperations(std::shared_ptr<RestService> service, std::vector<Operation> plan,
                                     std::shared_ptr<ApplyJournal> journal, QObject *context)
{
    const auto runner = std::make_shared<Runner>(std::move(service), std::move(plan), std::move(journal), context);
    Future<SentOperations> future = runner->future();
    runner->next();
    return future;
}

} // namespace gatehouse
