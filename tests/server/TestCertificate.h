// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QString>

#include <cstdio>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace gatehouse::server::test {

/// Writes a new self-signed certificate for localhost and its key into `folder`, as certificate.pem and key.pem.
inline bool writeTestCertificate(const QString &folder)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    if (!key || !certificate)
        return false;
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return false;

    const auto write = [&folder](const char *file, auto writer) {
        const auto path = QDir(folder).filePath(QString::fromLatin1(file)).toStdString();
        const std::unique_ptr<FILE, int (*)(FILE *)> out(std::fopen(path.c_str(), "w"), std::fclose);
        return out && writer(out.get()) == 1;
    };
    return write("certificate.pem", [&](FILE *out) { return PEM_write_X509(out, certificate.get()); }) &&
           write("key.pem", [&](FILE *out) {
               return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
           });
}

} // namespace gatehouse::server::test
