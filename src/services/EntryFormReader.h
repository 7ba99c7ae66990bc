// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/EntryForm.h"
#include "services/ObjectReader.h"

namespace gatehouse {

/// The "entry" part of a definition.
EntryForm readEntryForm(ObjectReader &reader);

/// The key "time": how a point in time is written.
TimeForm readTimeForm(ObjectReader &reader);

} // namespace gatehouse
