// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class SecretDialog;
}

namespace gatehouse {

/// Asks for a connection's secret, and nothing else of it.
class SecretDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretDialog)

public:
    explicit SecretDialog(const QString &connection, QWidget *parent = nullptr);
    ~SecretDialog() override;

    /// Without blanks around it; not empty once accepted.
    [[nodiscard]] QString secret() const;

private:
    std::unique_ptr<Ui::SecretDialog> m_ui;
};

} // namespace gatehouse
