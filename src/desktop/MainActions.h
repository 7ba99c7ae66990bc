// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAction;
class QMenu;

namespace gatehouse {

/// Everything a user can do from a menu. The window owns them; the controllers say what they do and when they can be
/// used.
struct MainActions
{
    QAction *connectService = nullptr;
    QAction *editConnection = nullptr;
    QAction *removeConnection = nullptr;
    QAction *severalLists = nullptr;
    QAction *addressGroups = nullptr;
    QAction *settings = nullptr;
    QAction *quit = nullptr;

    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *copy = nullptr;
    QAction *selectAll = nullptr;
    QAction *find = nullptr;

    QAction *reload = nullptr;
    QAction *cancel = nullptr;
    QAction *apply = nullptr;
    QAction *applyAndWatch = nullptr;
    QAction *discard = nullptr;
    QAction *applyAtOnce = nullptr;
    QAction *history = nullptr;
    QAction *verify = nullptr;
    QAction *usageLog = nullptr;
    QAction *serviceDocumentation = nullptr;

    QAction *addEntry = nullptr;
    QAction *currentAddress = nullptr;
    QAction *anyAddress = nullptr;
    QAction *editEntry = nullptr;
    QAction *activate = nullptr;
    QAction *deactivate = nullptr;
    QMenu *expiry = nullptr;
    QAction *expireAt = nullptr;
    QAction *keepMine = nullptr;
    QAction *takeTheirs = nullptr;
    QAction *keepBoth = nullptr;
    QAction *own = nullptr;
    QAction *bringBack = nullptr;
    QAction *revert = nullptr;
    QAction *removeEntry = nullptr;

    QAction *nextConnection = nullptr;
    QAction *previousConnection = nullptr;
    QAction *showCreated = nullptr;
    QAction *showUpdated = nullptr;
    QAction *keeper = nullptr;
    QAction *themeSystem = nullptr;
    QAction *themeLight = nullptr;
    QAction *themeDark = nullptr;
    QAction *legend = nullptr;
    QAction *about = nullptr;
};

} // namespace gatehouse
