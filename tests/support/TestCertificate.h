// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>

namespace gatehouse::test {

/// A self-signed certificate and its key, made on the spot: no key lies in the repository and none gets too old.
class TestCertificate final
{
public:
    /// `subjectAltName` as OpenSSL writes it ("IP:127.0.0.1", "DNS:localhost"); valid between the two days from today.
    explicit TestCertificate(const QByteArray &subjectAltName = "IP:127.0.0.1,DNS:localhost", int fromDay = -1,
                             int toDay = 1);

    [[nodiscard]] QSslCertificate certificate() const;
    /// For a server that shows this certificate.
    [[nodiscard]] QSslConfiguration serverConfiguration() const;

    [[nodiscard]] QByteArray certificatePem() const { return m_certificate; }
    [[nodiscard]] QByteArray keyPem() const { return m_key; }
    /// As certificate.pem and key.pem; false when they cannot be written.
    [[nodiscard]] bool writeTo(const QString &folder) const;

private:
    QByteArray m_certificate;
    QByteArray m_key;
};

} // namespace gatehouse::test
