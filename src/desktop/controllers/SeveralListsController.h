// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/Workbench.h"
#include "desktop/dialogs/AddressGroupsDialog.h"
#include "desktop/dialogs/SeveralListsDialog.h"
#include "sync/AddressGroups.h"

#include <QPointer>

namespace gatehouse {

class ListsReview;
class MainWindow;

/// One change for several lists, and the address groups that are used in many.
class SeveralListsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeveralListsController)

public:
    /// `window` must outlive this.
    SeveralListsController(const Workbench &bench, MainWindow &window, QObject *parent = nullptr);

Q_SIGNALS:
    /// Something was sent there: what is shown of the list is out of date.
    void listChanged(const QUuid &connection);

private:
    void openLists();
    void openGroups(QWidget *parent);
    void showGroups();
    void makeGroup();
    void saveGroup(const AddressGroup &group);
    void askToDelete(const QUuid &id);
    void applyGroups();
    void review();
    void reviewGroup(AddressGroup group);
    void findAddress();
    [[nodiscard]] ListRequest request() const;
    [[nodiscard]] ListsReview *newReview(QWidget *parent);
    [[nodiscard]] std::vector<ConnectionRecord> chosen() const;
    [[nodiscard]] std::vector<ListChoiceModel::Choice> choices() const;

    Workbench m_bench;
    MainWindow &m_window;
    AddressGroups m_groups;
    QPointer<SeveralListsDialog> m_lists;
    QPointer<AddressGroupsDialog> m_groupsDialog;
    Future<CurrentAddresses> m_search;
};

} // namespace gatehouse
