// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ColumnActions.h"

#include "desktop/widgets/EntryTableView.h"

#include <QAction>

namespace gatehouse {

ColumnActions::ColumnActions(const MainActions &actions, EntryTableView &table, bool hasProvenance, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
{
    const auto shows = [&](QAction *action, EntryColumn column) {
        action->setEnabled(hasProvenance);
        action->setChecked(hasProvenance && table.isColumnShown(column));
        connect(action, &QAction::triggered, this,
                [&table, column](bool shown) { table.setColumnShown(column, shown); });
    };
    shows(actions.showCreated, EntryColumn::Created);
    shows(actions.showUpdated, EntryColumn::Updated);
}

ColumnActions::~ColumnActions()
{
    for (QAction *action : forHeader(m_actions))
        action->setEnabled(false);
}

QList<QAction *> ColumnActions::forHeader(const MainActions &actions)
{
    return {actions.showCreated, actions.showUpdated};
}

} // namespace gatehouse
