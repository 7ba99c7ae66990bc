// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// Whether there is a session bus to talk to. Without one, asking Qt for it makes libdbus start a bus of its own under
/// X11.
[[nodiscard]] bool hasSessionBus();

} // namespace gatehouse
