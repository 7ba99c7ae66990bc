// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "cli/Command.h"

namespace gatehouse::cli {

/// The changes as they are planned or as they were applied, on standard output: a line each, or with `--json` entries
/// with `change` beside their keys.
void printChanges(const ChangeSet &changes, Context &context);

/// What the review has to say, on standard error.
void tell(const Review &review, const Draft &draft, QTextStream &err);

/// What became of an apply that was interrupted, on standard error.
void tell(const InterruptedApply &interrupted, QTextStream &err);

} // namespace gatehouse::cli
