// SPDX-License-Identifier: Apache-2.0
#include "http/TrustedAuthorities.h"

#include "base/BoundedRead.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslError>

#include <algorithm>
#include <array>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

Result<QList<QSslCertificate>> authoritiesIn(const QString &file)
{
    constexpr qint64 largest = 16LL * 1024 * 1024; // all authorities of a system have less than one megabyte
    QFile pem(file);
    const auto bytes = pem.open(QIODevice::ReadOnly) ? readAtMost(pem, largest) : std::nullopt;
    const auto found = bytes ? QSslCertificate::fromData(*bytes, QSsl::Pem) : QList<QSslCertificate>();
    if (!found.isEmpty())
        return found;
    return failure(ErrorKind::InvalidInput,
                   QCoreApplication::translate("Http", "There is no certificate in %1. A CA file is a text file (PEM) "
                                                       "with the certificate of the authority.")
                       .arg(QDir::toNativeSeparators(file)));
}

QList<QSslCertificate> authoritiesBelow(const QString &folders)
{
    QList<QSslCertificate> found;
    for (const QString &folder : folders.split(QDir::listSeparator(), Qt::SkipEmptyParts))
        found += QSslCertificate::fromPath(folder + "/*"_L1, QSsl::Pem, QSslCertificate::PatternSyntax::Wildcard);
    return found;
}

QString nameOf(const QStringList &commonName, const QStringList &organization)
{
    return (commonName.isEmpty() ? organization : commonName).join(u", "_s);
}

bool isOfTrust(const QSslError &problem)
{
    static constexpr std::array kinds{QSslError::SelfSignedCertificate,
                                      QSslError::SelfSignedCertificateInChain,
                                      QSslError::UnableToGetLocalIssuerCertificate,
                                      QSslError::UnableToGetIssuerCertificate,
                                      QSslError::UnableToVerifyFirstCertificate,
                                      QSslError::CertificateUntrusted};
    return std::ranges::find(kinds, problem.error()) != kinds.end();
}

} // namespace

Result<std::optional<QSslConfiguration>> trustWith(const QString &file)
{
    const QString systemFile = qEnvironmentVariable("SSL_CERT_FILE");
    const QString systemFolders = qEnvironmentVariable("SSL_CERT_DIR");
    if (file.isEmpty() && systemFile.isEmpty() && systemFolders.isEmpty())
        return std::nullopt;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> trusted = configuration.caCertificates(); // what the program itself was given
    if (systemFile.isEmpty() || systemFolders.isEmpty())
        trusted += QSslConfiguration::systemCaCertificates();
    for (const QString &named : {file, systemFile}) {
        if (named.isEmpty())
            continue;
        auto found = authoritiesIn(named);
        if (!found)
            return failure(std::move(found.error()));
        trusted += *found;
    }
    configuration.setCaCertificates(trusted + authoritiesBelow(systemFolders));
    return std::optional(configuration);
}

QString untrustedAuthority(const QString &host, const QList<QSslError> &problems)
{
    const auto found = std::ranges::find_if(problems, isOfTrust);
    if (found == problems.end())
        return {};
    const QSslCertificate certificate = found->certificate();
    const QString authority = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                                     certificate.issuerInfo(QSslCertificate::Organization));
    return QCoreApplication::translate("Http",
                                       "The certificate of %1 is issued by “%2”, an authority that this computer "
                                       "does not trust. If you trust it, give its certificate as the CA file of "
                                       "the connection (`connect --ca-file`), or name it in SSL_CERT_FILE.")
        .arg(host, authority);
}

} // namespace gatehouse
