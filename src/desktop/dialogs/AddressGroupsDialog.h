// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/GroupListModel.h"
#include "desktop/models/GroupRangeModel.h"
#include "desktop/models/ListChoiceModel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class AddressGroupsDialog;
}

namespace gatehouse {

/// The address groups: what is in each and where it is used. What is edited here is wanted at once; the lists follow
/// when the user applies it.
class AddressGroupsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressGroupsDialog)

public:
    explicit AddressGroupsDialog(QWidget *parent = nullptr);
    ~AddressGroupsDialog() override;

    void setConnections(std::vector<ListChoiceModel::Choice> connections);
    /// As they are stored. The chosen group stays chosen, what is being typed stays as it is.
    void setGroups(const std::vector<AddressGroup> &groups);
    void choose(const QUuid &group);
    /// The names of the lists that do not hold what their groups want.
    void setOutOfStep(const QStringList &names);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void newRequested();
    /// The group as it is wanted now.
    void edited(const gatehouse::AddressGroup &group);
    void deleteRequested(const QUuid &group);
    void applyRequested();

private:
    void connectWidgets();
    void setUpViews();
    void showGroup();
    void addRange();
    void edit();
    void updateButtons();

    std::unique_ptr<Ui::AddressGroupsDialog> m_ui;
    GroupListModel m_groups;
    GroupRangeModel m_ranges;
    ListChoiceModel m_uses;
    AddressGroup m_shown; ///< null id: none is chosen
    bool m_showing = false;
};

} // namespace gatehouse
