// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/SecretDialog.h"

#include "ui_SecretDialog.h"

namespace gatehouse {

SecretDialog::SecretDialog(const QString &connection, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SecretDialog>())
{
    m_ui->setupUi(this);
    m_ui->question->setText(tr("The secret with which Gatehouse asks for “%1”:").arg(connection));
    m_ui->saveButton->setEnabled(false);
    connect(m_ui->newSecretEdit, &QLineEdit::textChanged, this,
            [this] { m_ui->saveButton->setEnabled(!secret().isEmpty()); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

SecretDialog::~SecretDialog() = default;

QString SecretDialog::secret() const
{
    return m_ui->newSecretEdit->text().trimmed();
}

} // namespace gatehouse
