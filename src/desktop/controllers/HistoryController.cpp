// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/HistoryController.h"

#include "allowlist/ListComparison.h"
#include "desktop/dialogs/HistoryDialog.h"
#include "desktop/dialogs/WorkArea.h"
#include "sync/Chain.h"

#include <QtConcurrent>

namespace gatehouse {

HistoryController::HistoryController(ListSession &session, Store &store, const Clock &clock, QWidget *window)
    : m_session(session)
    , m_store(store)
    , m_versions(clock)
    , m_differences(clock)
    , m_dialog(new HistoryDialog(m_versions, m_differences, session.connection().name, window))
{
    setParent(m_dialog);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&session, &ListSession::recorded, this, &HistoryController::readVersions);
    // At once, and this with it: answers that are on their way would still ask the session.
    connect(&session, &QObject::destroyed, m_dialog, [dialog = m_dialog] { delete dialog; });
    connect(m_dialog, &HistoryDialog::comparisonRequested, this, &HistoryController::compare);
    connect(m_dialog, &HistoryDialog::restoreRequested, this, &HistoryController::restore);
}

void HistoryController::open(int version, int comparedWith)
{
    if (version > 0)
        m_dialog->choose(version, comparedWith);
    readVersions();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void HistoryController::readVersions()
{
    whenDone(m_store.history(m_session.connection().id), this,
             [this](const Result<std::vector<HistoryVersion>> &versions) {
                 if (versions)
                     m_versions.setVersions(*versions);
                 else
                     m_dialog->work()->tell(versions.error());
             });
}

std::optional<Future<Allowlist>> HistoryController::other(int version) const
{
    const int against = m_dialog->against();
    if (against == HistoryDialog::Now)
        return ready<Allowlist>(m_session.draft().result());
    if (against != HistoryDialog::TheOneBefore)
        return m_store.stateOf(m_session.connection().id, against);
    const auto next = static_cast<std::size_t>(m_versions.rowOf(version)) + 1; // the newest is the first
    if (next >= m_versions.versions().size())
        return std::nullopt;
    return m_store.stateOf(m_session.connection().id, m_versions.versions()[next].number);
}

void HistoryController::compare()
{
    const int question = ++m_questions;
    const int version = m_dialog->chosen();
    m_dialog->work()->clear();
    const auto compared = version > 0 ? other(version) : std::nullopt;
    if (!compared) {
        m_dialog->explainNothing(version > 0 ? tr("Nothing older is kept.") : QString());
        m_differences.setChanges({});
        return;
    }
    m_dialog->explainNothing(tr("Both are the same."));
    const bool withNow = m_dialog->against() == HistoryDialog::Now;
    const auto chain = Chain<void>::begin(this, [this, question](const Result<void> &result) {
        if (!result && question == m_questions)
            m_dialog->work()->tell(result.error());
    });
    chain->then(m_store.stateOf(m_session.connection().id, version), [=, this](const Allowlist &state) {
        chain->then(*compared, [=, this](const Allowlist &with) {
            if (withNow) // what happened since, not what would have to be undone
                compareStatesOf(question, state, with);
            else
                compareStatesOf(question, with, state);
            chain->finish({});
        });
    });
}

void HistoryController::compareStatesOf(int question, const Allowlist &before, const Allowlist &after)
{
    // Off this thread: a list may be large.
    const Future<ChangeSet> comparing =
        QtConcurrent::run([before, after]() -> Result<ChangeSet> { return compareStates(before, after); });
    whenDone(comparing, this, [this, question](const Result<ChangeSet> &changes) {
        if (changes && question == m_questions)
            m_differences.setChanges(*changes);
    });
}

void HistoryController::restore(int version)
{
    whenDone(m_store.stateOf(m_session.connection().id, version), this,
             [this, version](const Result<Allowlist> &state) {
                 if (!state) {
                     m_dialog->work()->tell(state.error());
                     return;
                 }
                 Q_EMIT restoreRequested(version, *state);
                 m_dialog->close();
             });
}

} // namespace gatehouse
