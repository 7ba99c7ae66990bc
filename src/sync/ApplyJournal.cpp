// SPDX-License-Identifier: Apache-2.0
#include "sync/ApplyJournal.h"

#include "base/ProcessMark.h"
#include "sync/Chain.h"
#include "sync/Settlement.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

/// For people who read the journal later.
QString whoWeAre()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return u"%1@%2 (%3)"_s.arg(user, QSysInfo::machineHostName(), QCoreApplication::applicationName());
}

JournalOperation::Kind kindOf(const Operation &operation)
{
    switch (operation.kind) {
    case Operation::Kind::Replace:
        return JournalOperation::Kind::Replace;
    case Operation::Kind::Create:
        return JournalOperation::Kind::Create;
    case Operation::Kind::Update:
        return JournalOperation::Kind::Update;
    case Operation::Kind::Remove:
        return JournalOperation::Kind::Remove;
    }
    Q_UNREACHABLE();
}

std::vector<JournalOperation> recorded(const std::vector<Operation> &plan)
{
    std::vector<JournalOperation> operations;
    for (const Operation &operation : plan) {
        JournalOperation &written = operations.emplace_back();
        written.kind = kindOf(operation);
        if (operation.kind != Operation::Kind::Replace) // else it is the whole list
            written.entries = operation.entries;
    }
    return operations;
}

} // namespace

ApplyJournal::ApplyJournal(Store &store, const QUuid &connection, const Clock &clock, QObject *context)
    : m_store(store)
    , m_connection(connection)
    , m_clock(clock)
    , m_context(context)
{}

Future<void> ApplyJournal::begin(const Draft &draft, const std::vector<Operation> &plan, const QStringList &confirmed,
                                 std::chrono::seconds watch)
{
    m_record.connection = m_connection;
    m_record.who = whoWeAre();
    m_record.process = ownProcessMark();
    m_record.begunAt = m_clock.now();
    m_record.confirmed = confirmed;
    m_record.changes = draft.changes().changes;
    m_record.beside = entriesBeside(draft);
    m_record.operations = recorded(plan);
    if (watch.count() > 0)
        m_record.deadline = m_record.begunAt.addSecs(watch.count());
    const auto chain = Chain<void>::begin(m_context);
    chain->then(m_store.beginRecord(m_record, m_takenOver), [this, chain](qint64 id) {
        m_record.id = id;
        chain->finish({});
    });
    return chain->future();
}

Future<void> ApplyJournal::sending(std::size_t first, std::size_t end)
{
    std::vector<OperationNote> notes;
    for (std::size_t position = first; position < end; ++position)
        notes.push_back({static_cast<int>(position), JournalOperation::State::Sending, {}});
    return m_store.noteOperations(m_record.id, notes);
}

/// Nobody waits for it: were it lost, the list would be read for what the answer said.
void ApplyJournal::answered(std::size_t operation, const Result<void> &answer)
{
    OperationNote note{static_cast<int>(operation), JournalOperation::State::Accepted, {}};
    if (!answer) {
        note.state = JournalOperation::State::Failed;
        note.error = u"%1: %2"_s.arg(kindName(answer.error().kind), answer.error().message);
    }
    (void)m_store.noteOperations(m_record.id, {note});
}

Future<void> ApplyJournal::end(JournalRecord::State state)
{
    return m_store.endRecord(m_record.id, state, m_clock.now());
}

Future<void> ApplyJournal::watch(const QDateTime &deadline)
{
    m_record.deadline = deadline;
    return m_store.watchRecord(m_record.id, deadline);
}

} // namespace gatehouse
