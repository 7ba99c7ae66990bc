// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

namespace gatehouse {

/// What can be done about an error, as a button beside its sentence.
enum class NextStep {
    None,           ///< nothing by a button: the sentence says it all, or the entries have to be corrected
    TryAgain,       ///< the same once more
    EnterSecret,    ///< the secret is missing, or another one is needed
    EditConnection, ///< address or scope lead nowhere
    ReadAgain,      ///< what is at the service has to be seen first
    SendWhenBack,   ///< as soon as the service can be reached
};

enum class Doing { Reading, Applying };

/// The one rule for what comes after an error of each kind.
[[nodiscard]] NextStep nextStepAfter(const Error &error, Doing doing);
/// What the button says; empty for None.
[[nodiscard]] QString titleOf(NextStep step);
/// explain(), and when the service said how long it wants to be left alone, that.
[[nodiscard]] QString explainWithPause(const Error &error);
/// No answer came from the service: it may be the network of this computer.
[[nodiscard]] bool isOutOfReach(const Error &error);

} // namespace gatehouse
