// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/tour/Tour.h"

namespace gatehouse {

/// The main job from a first start on: seeing the list, adding the current address with a label and an expiry, a typing
/// mistake, switching, editing, undoing, being stopped before a lock-out, collecting changes, finding, removing.
std::vector<TourStep> mainJob(MainWindow &window, const Clock &clock);

} // namespace gatehouse
