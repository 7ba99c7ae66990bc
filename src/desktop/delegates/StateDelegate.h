// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/delegates/EntryDelegate.h"

namespace gatehouse {

/// The state of an entry as a pill: colour, symbol and word, each of which tells it alone.
class StateDelegate final : public EntryDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateDelegate)

public:
    using EntryDelegate::EntryDelegate;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gatehouse
