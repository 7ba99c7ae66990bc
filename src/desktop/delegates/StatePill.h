// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"
#include "desktop/theme/Icons.h"

#include <QColor>

#include <array>

class QPainter;

namespace gatehouse {

struct Theme;

/// In the order of a legend.
inline constexpr std::array entryStatuses{EntryStatus::Live,    EntryStatus::Inactive, EntryStatus::Added,
                                          EntryStatus::Changed, EntryStatus::Removed,  EntryStatus::Sending,
                                          EntryStatus::Failed,  EntryStatus::Conflict, EntryStatus::Expired,
                                          EntryStatus::Overdue, EntryStatus::Vanished, EntryStatus::Unknown};

/// How a state looks, in the table and in the legend.
struct StatePill
{
    QStringView symbol;
    IconTint tint;
    QColor text;
    QColor surface;

    static StatePill of(EntryStatus status, const Theme &theme);
};

/// `text` in a font of its own, at the start of `place` by `direction`, cut where it does not fit.
void paintPill(QPainter &painter, const StatePill &pill, const QString &text, const QFont &font, const QRect &place,
               Qt::LayoutDirection direction);
/// That it takes uncut.
[[nodiscard]] QSize pillSize(const QString &text, const QFont &font);

} // namespace gatehouse
