// SPDX-License-Identifier: Apache-2.0
#include "store/SecretErrors.h"

#include <QCoreApplication>

namespace gatehouse {

Error secretMissing()
{
    Error error;
    error.kind = ErrorKind::SecretMissing;
    return error;
}

Error secretLocked(const QString &reason)
{
    Error error;
    error.kind = ErrorKind::SecretLocked;
    error.message = QCoreApplication::translate("SecretStore", "The keychain is locked, or the secret was removed from "
                                                               "it by another program.");
    error.detail = reason;
    return error;
}

Error emptySecret()
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = QCoreApplication::translate("SecretStore", "The secret is empty.");
    return error;
}

} // namespace gatehouse
