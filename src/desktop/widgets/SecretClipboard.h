// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

class QClipboard;

namespace gatehouse {

/// Lends a secret to the clipboard: after a while it is taken off again, unless something else lies there by then.
/// Clipboard managers that heed the common hint do not record it.
class SecretClipboard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretClipboard)

public:
    /// Within this time a person has pasted it.
    static constexpr std::chrono::seconds usualTime{45};

    /// `clipboard` must outlive this.
    explicit SecretClipboard(QClipboard &clipboard, std::chrono::milliseconds keepsFor = usualTime,
                             QObject *parent = nullptr);
    /// Takes off what is still lent.
    ~SecretClipboard() override;

    void copy(const QString &secret);
    [[nodiscard]] std::chrono::milliseconds keepsFor() const { return m_timer.intervalAsDuration(); }

Q_SIGNALS:
    /// The time is over: the secret is not on the clipboard any more.
    void takenOff();

private:
    void takeOff();

    QClipboard &m_clipboard;
    QTimer m_timer;
    QString m_secret;
};

} // namespace gatehouse
