// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/Verifier.h"

#include "desktop/dialogs/VerifyDialog.h"
#include "desktop/dialogs/WorkArea.h"

namespace gatehouse {

Verifier::Verifier(ServiceConnector &connector, ConnectionRecord connection, QString secret,
                   const ServiceDefinition &definition, QWidget *window)
    : m_probe(connector)
    , m_connection(std::move(connection))
    , m_secret(std::move(secret))
    , m_dialog(new VerifyDialog(definition, window))
{
    setParent(m_dialog);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &VerifyDialog::verifyRequested, this, &Verifier::verify);
}

void Verifier::open()
{
    m_dialog->open();
}

void Verifier::verify(const QString &guardedSecret)
{
    const auto work = m_probe.verify(m_connection, m_secret, guardedSecret);
    m_dialog->work()->follow(QFuture<void>(work), tr("Asking…"));
    whenDone(work, this, [this](const Result<Verification> &verification) {
        if (verification)
            m_dialog->show(*verification);
        else
            m_dialog->work()->tell(verification.error());
    });
}

} // namespace gatehouse
