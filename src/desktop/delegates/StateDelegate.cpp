// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/StateDelegate.h"

#include "desktop/delegates/StatePill.h"
#include "desktop/theme/Theme.h"

namespace gatehouse {

void StateDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto status = index.data(EntryRole::Status).value<EntryStatus>();
    paintPill(*painter, StatePill::of(status, Theme::forPalette(option.palette)), option.text, option.font,
              contentRect(option), option.direction);
}

} // namespace gatehouse
