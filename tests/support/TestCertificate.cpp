// SPDX-License-Identifier: Apache-2.0
#include "support/TestCertificate.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace gatehouse::test {

namespace {

template <auto function>
struct Free
{
    void operator()(auto *object) const { function(object); }
};

using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free_all>>;

QByteArray contentOf(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, static_cast<qsizetype>(size)};
}

void addExtension(X509 *certificate, int kind, const QByteArray &value)
{
    const std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

} // namespace

TestCertificate::TestCertificate(const QByteArray &subjectAltName, int fromDay, int toDay)
{
    constexpr long day = 24L * 60 * 60;
    constexpr int version3 = 2;
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    X509_set_version(certificate.get(), version3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), fromDay * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), toDay * day);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("Gatehouse test"), -1,
                               -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), NID_subject_alt_name, subjectAltName);
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    const Memory certificatePem(BIO_new(BIO_s_mem()));
    const Memory keyPem(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificatePem.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    m_certificate = contentOf(certificatePem.get());
    m_key = contentOf(keyPem.get());
}

QSslCertificate TestCertificate::certificate() const
{
    return QSslCertificate(m_certificate);
}

bool TestCertificate::writeTo(const QString &folder) const
{
    const auto write = [&folder](const QString &name, const QByteArray &content) {
        QFile file(QDir(folder).filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
    };
    return write(QStringLiteral("certificate.pem"), m_certificate) && write(QStringLiteral("key.pem"), m_key);
}

QSslConfiguration TestCertificate::serverConfiguration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate());
    configuration.setPrivateKey(QSslKey(m_key, QSsl::Ec));
    return configuration;
}

} // namespace gatehouse::test
