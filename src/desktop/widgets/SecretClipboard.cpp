// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/SecretClipboard.h"

#include <QClipboard>
#include <QMimeData>

namespace gatehouse {

SecretClipboard::SecretClipboard(QClipboard &clipboard, std::chrono::milliseconds keepsFor, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(keepsFor);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::takeOff);
}

SecretClipboard::~SecretClipboard()
{
    takeOff();
}

void SecretClipboard::copy(const QString &secret)
{
    auto *data = new QMimeData; // the clipboard's from setMimeData() on
    data->setText(secret);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    m_clipboard.setMimeData(data);
    m_secret = secret;
    m_timer.start();
}

void SecretClipboard::takeOff()
{
    m_timer.stop();
    if (m_secret.isEmpty())
        return;
    const QString secret = std::exchange(m_secret, {});
    if (m_clipboard.text() == secret)
        m_clipboard.clear();
    Q_EMIT takenOff();
}

} // namespace gatehouse
