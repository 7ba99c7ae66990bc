// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "base/Output.h"

namespace gatehouse::cli {

/// Tells people what went wrong: what it is and what to do about it, the words of where it came from, and each field
/// that was complained of. `who` begins it where several lists are spoken of. Every command tells an error this way.
void printError(const Error &error, const QString &who, Output &err);

} // namespace gatehouse::cli
