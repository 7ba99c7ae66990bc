// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

namespace gatehouse {

/// A request's body that can be read once only.
///
/// QNetworkAccessManager repeats a request on its own, POST included, when the connection ends before the answer – but
/// only if it can rewind the body. From this device it cannot, and reports the failure instead.
class UploadDevice final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadDevice)

public:
    explicit UploadDevice(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace gatehouse
