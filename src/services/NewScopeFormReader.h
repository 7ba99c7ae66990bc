// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ObjectReader.h"
#include "services/RequestReader.h"

namespace gatehouse {

/// The "newScope" part of a definition. `scopeFields` are those of the definition.
NewScopeForm readNewScopeForm(ObjectReader &reader, const Places &places, const QList<ScopeField> &scopeFields);

} // namespace gatehouse
