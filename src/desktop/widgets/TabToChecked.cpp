// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/TabToChecked.h"

#include <QRadioButton>

namespace gatehouse {

void tabToChecked(std::initializer_list<QRadioButton *> buttons)
{
    for (QRadioButton *button : buttons) {
        const auto follow = [button](bool checked) {
            button->setFocusPolicy(checked ? Qt::StrongFocus : Qt::ClickFocus);
        };
        QObject::connect(button, &QRadioButton::toggled, button, follow);
        follow(button->isChecked());
    }
}

} // namespace gatehouse
