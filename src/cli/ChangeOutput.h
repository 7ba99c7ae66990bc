// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "cli/Command.h"
#include "sync/ListSession.h"

#include <QJsonArray>

namespace gatehouse::cli {

/// "add     203.0.113.5  Bob"
[[nodiscard]] QString sentenceFor(const Change &change);
/// The changes as they are planned or as they were applied.
void printChanges(const ChangeSet &changes, Context &context);
/// Entries as `--json` shows them, with "change": add, change or remove.
[[nodiscard]] QJsonArray changesJson(const ChangeSet &changes, const QDateTime &now);

/// A line for each finding.
void tellReview(const Review &review, const Draft &draft, const QString &prefix, QTextStream &err);
/// What became of an apply that was interrupted, on standard error.
void tellInterrupted(const InterruptedApply &interrupted, QTextStream &err);
/// Asks the ordinary question where there is somebody to answer it.
[[nodiscard]] bool agreesToGoOn(Context &context);

} // namespace gatehouse::cli
