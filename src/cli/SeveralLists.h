// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "sync/ManyLists.h"

namespace gatehouse::cli {

/// `--also NAME`, any number of times.
void addAlsoOption(Arguments arguments, std::vector<std::string> &names);

struct SeveralOptions
{
    bool dryRun = false;
    bool force = false;
    /// Notes say that a list lacks what the call speaks of: exit status 1 when all do.
    bool missingIsAnError = false;
    std::function<Future<void>()> beforeSending; ///< once it was agreed to go on; may be empty
};

/// Reviews the lists together, asks once, and sends those that may be sent, whatever becomes of the others. Shows what
/// came of each; the status of the call is that of the worst.
///
/// In JSON an array of `{"connection","result","liveSince","changes","findings","notes"}`, with `"error"` where there
/// is one; `result` is live, planned, unchanged, refused (nothing was sent) or failed.
[[nodiscard]] Future<void> changeLists(std::vector<ListOrder> orders, const SeveralOptions &options, Context &context);

} // namespace gatehouse::cli
