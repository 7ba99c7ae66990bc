// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class HistoryDialog;
}

namespace gatehouse {

class DifferenceModel;
class HistoryListModel;
class WorkArea;

/// The versions of a list, and how a chosen one differs from another. Stands beside the window. Shows what the models
/// have, and tells what the user wants; knows no store.
class HistoryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDialog)

public:
    /// What a version is compared with, beside the numbers of other versions.
    enum Against { TheOneBefore = 0, Now = -1 };

    /// The models must outlive this.
    HistoryDialog(HistoryListModel &versions, DifferenceModel &differences, const QString &connection,
                  QWidget *parent = nullptr);
    ~HistoryDialog() override;

    /// As soon as the model has them.
    void choose(int version, int comparedWith);
    /// The number of the version that is chosen; 0: none.
    [[nodiscard]] int chosen() const;
    /// A version's number, or one of Against.
    [[nodiscard]] int against() const;
    [[nodiscard]] WorkArea *work() const;
    /// What is said where there is no difference to show.
    void explainNothing(const QString &sentence);

Q_SIGNALS:
    /// chosen() or against() is another one.
    void comparisonRequested();
    void restoreRequested(int version);

private:
    void setUpTables();
    void versionsChanged();
    void fillAgainst();
    void showDifferences();

    std::unique_ptr<Ui::HistoryDialog> m_ui;
    HistoryListModel &m_versions;
    DifferenceModel &m_differences;
    int m_wishedAgainst = TheOneBefore;
    int m_wished = 0; ///< to be chosen when the model has it; 0: the newest
};

} // namespace gatehouse
