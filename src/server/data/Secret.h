// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse::server {

/// 256 bits from the system's generator, base64url without padding: 43 characters, safe in a header and on a terminal.
[[nodiscard]] QString newSecret();

/// A new secret of an API key, in the vendor's form: bbb_live_ or bbb_test_ before it.
[[nodiscard]] QString newApiKeySecret(bool isTest);

/// An identifier that need not be secret, only never the same twice: 24 hexadecimal digits.
[[nodiscard]] QString newId();

/// Whether both are the same and not empty, in a time that tells nothing of where they differ.
[[nodiscard]] bool equalSecrets(const QByteArray &left, const QByteArray &right);

} // namespace gatehouse::server
