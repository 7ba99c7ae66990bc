// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/controllers/ConnectionProbe.h"

namespace gatehouse {

class VerifyDialog;

/// Asks what a list guards whether it lets this computer in, with the secret that the user pastes. Goes when its dialog
/// does.
class Verifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Verifier)

public:
    /// `connector` must outlive this. An empty secret stands for the stored one. `window` becomes the dialog's parent.
    Verifier(ServiceConnector &connector, ConnectionRecord connection, QString secret,
             const ServiceDefinition &definition, QWidget *window);

    void open();

private:
    void verify(const QString &guardedSecret);

    ConnectionProbe m_probe;
    ConnectionRecord m_connection;
    QString m_secret;
    VerifyDialog *m_dialog;
};

} // namespace gatehouse
