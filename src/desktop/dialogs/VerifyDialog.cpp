// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/VerifyDialog.h"

#include "desktop/dialogs/WorkArea.h"
#include "ui_VerifyDialog.h"

#include <QPushButton>

namespace gatehouse {

BannerMessage messageFor(const Verification &verification, const QString &service)
{
    BannerMessage message;
    if (verification.outcome != Verification::Outcome::LetIn)
        message.error = verification.error;
    switch (verification.outcome) {
    case Verification::Outcome::LetIn:
        message.kind = BannerKind::Success;
        message.text = VerifyDialog::tr("Let in: %1 answered this computer with this secret.").arg(service);
        break;
    case Verification::Outcome::Unauthorized:
        message.kind = BannerKind::Warning;
        message.text = VerifyDialog::tr("%1 does not know this secret: it is mistyped, revoked or expired. That comes "
                                        "before the list, so this says nothing about your address.")
                           .arg(service);
        break;
    case Verification::Outcome::LacksPermission:
        message.kind = BannerKind::Warning;
        message.text = VerifyDialog::tr("%1 knows this secret, but it may not make the request that was tried. That "
                                        "comes before the list, so this says nothing about your address.")
                           .arg(service);
        break;
    case Verification::Outcome::AddressRefused:
        message.kind = BannerKind::Error;
        message.text = VerifyDialog::tr("Refused: the list does not let this computer's address in. Add your current "
                                        "address to the list and apply, then verify again.");
        break;
    case Verification::Outcome::Unclear:
        message.kind = BannerKind::Warning;
        message.text =
            VerifyDialog::tr("%1 answered something that says neither yes nor no. The details have its answer.")
                .arg(service);
        break;
    }
    return message;
}

VerifyDialog::VerifyDialog(const ServiceDefinition &definition, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::VerifyDialog>())
    , m_service(definition.name)
{
    m_ui->setupUi(this);
    m_ui->note->setText(definition.verifyNote);
    m_ui->note->setVisible(!definition.verifyNote.isEmpty());
    connect(m_ui->secretEdit, &QLineEdit::textChanged, this, &VerifyDialog::updateButton);
    connect(m_ui->revealButton, &QToolButton::toggled, this,
            [this](bool shown) { m_ui->secretEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_ui->work, &WorkArea::busyChanged, this, &VerifyDialog::updateButton);
    connect(m_ui->verifyButton, &QPushButton::clicked, this, &VerifyDialog::verify);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    updateButton();
}

VerifyDialog::~VerifyDialog() = default;

WorkArea *VerifyDialog::work() const
{
    return m_ui->work;
}

void VerifyDialog::show(const Verification &verification)
{
    m_ui->work->tell(messageFor(verification, m_service));
}

void VerifyDialog::verify()
{
    Q_EMIT verifyRequested(m_ui->secretEdit->text().trimmed());
}

void VerifyDialog::updateButton()
{
    m_ui->verifyButton->setEnabled(!m_ui->work->isBusy() && !m_ui->secretEdit->text().trimmed().isEmpty());
}

} // namespace gatehouse
