// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QSslConfiguration>
#include <QString>

#include <optional>

class QSslError;

namespace gatehouse {

/// Whom a client trusts over TLS: nullopt for the system's authorities alone. Beside those `file` (PEM; empty: none)
/// and what SSL_CERT_FILE and SSL_CERT_DIR name; where both of these are set they take the system's place, as they do
/// for OpenSSL. ErrorKind::InvalidInput, with the file's name, when a file that is named holds no certificate.
[[nodiscard]] Result<std::optional<QSslConfiguration>> trustWith(const QString &file);

/// What to say of a certificate whose authority nobody here trusts: the authority's name, and the way to trust it.
/// Empty when `problems` are of another kind.
[[nodiscard]] QString untrustedAuthority(const QString &host, const QList<QSslError> &problems);

} // namespace gatehouse
