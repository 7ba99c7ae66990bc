// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/ListSession.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace Ui {
class ConflictDialog;
}

namespace gatehouse {

/// Entries that were changed here and at the service, differently: one after the other, both versions side by side.
class ConflictDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictDialog)

public:
    explicit ConflictDialog(QWidget *parent = nullptr);
    ~ConflictDialog() override;

    /// Shows the first of them. There must be one.
    void setConflicts(const std::vector<Conflict> &conflicts);

Q_SIGNALS:
    void chosen(const gatehouse::EntryKey &key, gatehouse::ListSession::Version version);

private:
    void addRow(const QString &field, const QStringList &versions);

    std::unique_ptr<Ui::ConflictDialog> m_ui;
    EntryKey m_key;
};

} // namespace gatehouse
