// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/MainActions.h"

#include <QObject>

#include <functional>

namespace gatehouse {

class AddressController;
class ApplyController;
class ListController;
class ListPage;
class ListSession;

/// What the window's actions do with the list in front as a whole. Lives as long as that list is in front; without one
/// the actions are disabled.
class ListActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListActions)

public:
    struct Parts
    {
        ListSession &session;
        ListPage &page;
        ListController &list;
        ApplyController &apply;
        AddressController &address;
        std::function<void()> showHistory;
    };

    /// All must outlive this.
    ListActions(const MainActions &actions, const Parts &parts, QObject *parent = nullptr);
    ~ListActions() override;

    void update();

private:
    void connectActions();
    void updateUndo();
    void updateApplyAndWatch(bool canApply);
    void openDocumentation() const;
    [[nodiscard]] QList<QAction *> all() const;

    MainActions m_actions;
    Parts m_parts;
};

} // namespace gatehouse
