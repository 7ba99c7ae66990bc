// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ObjectReader.h"
#include "services/RequestReader.h"

namespace gatehouse {

/// "path", "query", "paging", and under the key `items` where the list stands in the answer.
ListForm readListForm(ObjectReader &reader, ObjectReader::Key items, const Places &places);

/// The "choices" of a scope field.
ChoicesForm readChoicesForm(ObjectReader &reader, const Places &places);

} // namespace gatehouse
