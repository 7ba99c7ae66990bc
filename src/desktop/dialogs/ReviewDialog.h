// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "store/ConnectionRecord.h"
#include "sync/ApplyJob.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ReviewDialog;
}

namespace gatehouse {

/// What there is to say of the changes before they go out. Apply is only for drafts without errors; a lock-out (or
/// opening or closing the list to everyone) is gone on with only after the connection's name was typed.
class ReviewDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewDialog)

public:
    /// `atStake`: see addressesAtStake().
    ReviewDialog(const Review &review, const Draft &draft, const ConnectionRecord &connection,
                 const std::vector<IpAddress> &atStake, QWidget *parent = nullptr);
    ~ReviewDialog() override;

    /// What the user agreed to; of meaning when accepted.
    [[nodiscard]] ApplyConsent consent() const;

Q_SIGNALS:
    /// The remedy for a lock-out, with what shall be let in: the dialog is closed without applying.
    void remedyChosen(const std::vector<gatehouse::IpRange> &ranges);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showFindings(const Review &review, const Draft &draft);
    void addFinding(Severity severity, const QString &sentence);
    void showSummary(const Review &review, const Draft &draft);
    void showConfirmation(const Review &review, const ConnectionRecord &connection);
    void showRemedy(const Review &review);
    [[nodiscard]] std::vector<IpRange> remedy() const;
    void fitFindings();
    void updateApply();

    std::unique_ptr<Ui::ReviewDialog> m_ui;
    bool m_invalid = false;
    bool m_needsName = false;
    bool m_isFirst = false; ///< the list was open to everyone before
    QString m_name;
    std::vector<IpAddress> m_atStake;
};

} // namespace gatehouse
