// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "cli/Command.h"
#include "sync/ListSession.h"

#include <QJsonArray>

namespace gatehouse::cli {

/// "add     203.0.113.5  Bob"
[[nodiscard]] QString sentenceFor(const Change &change);
/// The same with what was and becomes: "change  203.0.113.5  Bob  [label: “Rob” → “Bob”; expires: never → in 6 h]"
[[nodiscard]] QString lineFor(const Change &change, const QDateTime &now);

/// Where a change stands; what `--json` calls its state.
enum class ChangeState {
    Planned, ///< nothing was sent
    Live,    ///< read back from the service as it was sent
    Refused, ///< not sent, not taken, or not taken as it was sent
    Pending, ///< taken, and not shown by the list yet
    Unknown, ///< sent, and nobody saw what became of it
};

void printChanges(const ChangeSet &changes, ChangeState state, Context &context);
/// A line for each, after the prefix.
void printLines(const ChangeSet &changes, const QString &prefix, const QDateTime &now, Output &output);
/// Entries as `--json` shows them, with "change" (add, change or remove), "state" (a ChangeState) and "before" (what
/// the entry was, null where it was not there).
[[nodiscard]] QJsonArray changesJson(const ChangeSet &changes, ChangeState state, const QDateTime &now);
/// More than a few entries would go: worth a question.
[[nodiscard]] bool removesMany(const ChangeSet &changes);

/// The same of an apply that failed, each change with a state of its own and the reason where it is not live.
[[nodiscard]] QJsonArray outcomesJson(const std::vector<EntryOutcome> &outcomes, const QDateTime &now);
/// A line for each, after the prefix, and how many were applied.
void printOutcomes(const std::vector<EntryOutcome> &outcomes, const QString &prefix, const QDateTime &now,
                   Output &output);
/// Whether the error says nothing beyond what the outcomes of its changes say.
[[nodiscard]] bool saysNoMore(const Error &error);
/// What became of each change of an apply that failed: on standard error, or as one object with `--json`.
[[nodiscard]] ExitStatus tellFailed(const Error &error, const std::vector<EntryOutcome> &outcomes, Context &context);

/// A line for each finding.
void tellReview(const Review &review, const Draft &draft, const QString &prefix, Output &err);
/// What became of an apply that was interrupted, on standard error.
void tellInterrupted(const InterruptedApply &interrupted, Output &err);
/// Asks the ordinary question where there is somebody to answer it.
[[nodiscard]] bool agreesToGoOn(Context &context);
[[nodiscard]] bool agrees(const QString &question, Context &context);
/// There is somebody to answer, who did not say --yes.
[[nodiscard]] bool asksQuestions(const Context &context);

} // namespace gatehouse::cli
