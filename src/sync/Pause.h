// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <chrono>

class QObject;

namespace gatehouse {

/// Finishes with success after that time. A cancel ends it at once, without a result; so does the death of `context`.
[[nodiscard]] Future<void> pauseFor(std::chrono::milliseconds wait, QObject *context);

} // namespace gatehouse
