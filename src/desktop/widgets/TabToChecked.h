// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>

class QRadioButton;

namespace gatehouse {

/// Tab leads to the chosen one of these buttons, as people expect, and not to the first; arrow keys do the rest. Holds
/// also when another one is chosen later.
void tabToChecked(std::initializer_list<QRadioButton *> buttons);

} // namespace gatehouse
