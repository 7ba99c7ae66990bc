// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/MainActions.h"

#include <QObject>

namespace gatehouse {

class EntryTableView;

/// The columns of the list in front that are shown on demand. Lives as long as the list is in front; without one the
/// actions are disabled.
class ColumnActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnActions)

public:
    /// `table` must outlive this. `hasProvenance`: the service tells of its entries when and by whom.
    ColumnActions(const MainActions &actions, EntryTableView &table, bool hasProvenance, QObject *parent = nullptr);
    ~ColumnActions() override;

    /// Of the actions, those that make sense in the context menu of a table's header.
    static QList<QAction *> forHeader(const MainActions &actions);

private:
    MainActions m_actions;
};

} // namespace gatehouse
