// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class LogsDialog;
}

namespace gatehouse {

class LogFilterForm;
class LogTableModel;
class WorkArea;

/// The requests that a service tells of, with filters, page after page. Stands beside the window. Shows what the model
/// has, and tells what the user wants; knows no network.
class LogsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogsDialog)

public:
    /// `model` must outlive this.
    LogsDialog(LogTableModel &model, const QString &connection, QWidget *parent = nullptr);
    ~LogsDialog() override;

    [[nodiscard]] LogFilterForm *filters() const;
    [[nodiscard]] WorkArea *work() const;

Q_SIGNALS:
    void filtersChanged();
    void reloadRequested();
    void moreRequested();
    void exportRequested();
    /// 0 <= row < rows of the model.
    void allowRequested(int row);

private:
    void setUpTable();
    void fitColumns();
    void update();
    [[nodiscard]] int chosenRow() const;

    std::unique_ptr<Ui::LogsDialog> m_ui;
    LogTableModel &m_model;
};

} // namespace gatehouse
