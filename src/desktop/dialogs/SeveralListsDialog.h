// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/AddressGroup.h"
#include "desktop/models/ListChoiceModel.h"
#include "sync/ListRequest.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SeveralListsDialog;
}

namespace gatehouse {

/// Which lists, and what is wanted of them.
class SeveralListsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeveralListsDialog)

public:
    enum class Action { Add, Expire, Remove, Check };

    /// `clock` must outlive this.
    explicit SeveralListsDialog(const Clock &clock, QWidget *parent = nullptr);
    ~SeveralListsDialog() override;

    void setChoices(std::vector<ListChoiceModel::Choice> choices);
    void setGroups(const std::vector<AddressGroup> &groups);
    /// As if the user had entered it.
    void fillIn(const IpRange &range);
    /// While the address is being found out its button shows that, and a click on it cancels.
    void setFindingAddress(bool finding);
    void showProblem(const QString &sentence);

    [[nodiscard]] std::vector<QUuid> lists() const;
    [[nodiscard]] Action action() const;
    /// Null unless a group is put into the lists or taken out of them.
    [[nodiscard]] QUuid group() const;
    /// Of meaning where no group was chosen; label and expiry as far as the action has them.
    [[nodiscard]] EntryContent content() const;

Q_SIGNALS:
    void reviewRequested();
    void currentAddressRequested();
    void groupsRequested();

private:
    void connectWidgets();
    void setIcons();
    void updateFields();
    void updateReviewButton();
    void updateButtons();
    void review();

    std::unique_ptr<Ui::SeveralListsDialog> m_ui;
    ListChoiceModel m_choices;
};

} // namespace gatehouse
