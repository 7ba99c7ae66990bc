// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse {

/// Why an item of a list in an answer cannot be read.
struct ItemFault
{
    QString field; ///< within the item; empty for the item as a whole
    QString reason;
};

} // namespace gatehouse
