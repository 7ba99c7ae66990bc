// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/OverlayDraft.h"

namespace gatehouse {

// What is kept while a change is on its way, so that a crash at any moment loses nothing that is kept here and invents
// no entry.

/// The overlay to keep before the draft is sent, such that it is right whatever becomes of the sending: kept values as
/// they are wanted, the rows of what is to change at the service as unsettled since `now`. `complete` stands on a list
/// that was just completed from `stored`.
Overlay unsettled(const Overlay &stored, const Draft &complete, const Places &places, const Holding &holding,
                  const QDateTime &now);

/// The same rows with those of one sending taken for settled, and put in where somebody dropped them: what a list that
/// was read after it is completed from.
Overlay afterSending(const Overlay &stored, const Overlay &sent, const QDateTime &since);

} // namespace gatehouse
