// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/ListProgressModel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ListsReviewDialog;
}

namespace gatehouse {

/// What one change means for several lists, the consent to each, and what came of it. Closing it while something runs
/// cancels that first.
class ListsReviewDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListsReviewDialog)

public:
    enum class Phase { Reading, Reviewed, Sending, Done, Checked };

    /// `model` must outlive this.
    explicit ListsReviewDialog(ListProgressModel &model, QWidget *parent = nullptr);
    ~ListsReviewDialog() override;

    void setPhase(Phase phase);
    /// The remedy is offered while a list would lock this computer out.
    void setLocksOut(bool locksOut);
    /// There is something to do for lists that need no change, too: these can be applied to as well.
    void setActsOnUnchanged(bool acts) { m_actsOnUnchanged = acts; }

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void applyRequested();
    /// This computer's address is to be let in where it would be locked out.
    void remedyRequested();
    void cancelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isBusy() const { return m_phase == Phase::Reading || m_phase == Phase::Sending; }
    [[nodiscard]] bool offersUnchanged() const;
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString explanationText() const;
    void showRows();
    void showConfirmation();
    void updateButtons();

    std::unique_ptr<Ui::ListsReviewDialog> m_ui;
    ListProgressModel &m_model;
    Phase m_phase = Phase::Reading;
    bool m_actsOnUnchanged = false;
    bool m_locksOut = false;
};

} // namespace gatehouse
