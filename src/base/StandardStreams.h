// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// Begins every main, before anything is opened. No file or socket of the program gets the number of a standard stream
/// that it was started without, and so what is printed there; and log lines go out as printable() shows them.
void guardStandardStreams();

} // namespace gatehouse
