// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"
#include "server/data/Entries.h"

#include <QJsonObject>

namespace gatehouse::server {

/// The name of the API token that stands for the service's own token.
[[nodiscard]] QString astroTokenName();

/// Who did something, by the name of an API token: {id, subjectType: SERVICEKEY, apiTokenName}.
[[nodiscard]] QJsonObject astroSubject(const QString &tokenName);

/// To the second, as the vendor's.
[[nodiscard]] QString astroTime(const QDateTime &time);

/// An allowed IP address range. No call of the API changes one, so it was updated when it was created.
[[nodiscard]] QJsonObject astroRange(const StoredEntry &entry, const QString &organizationId);

/// {message, requestId, statusCode} and, for a request that does not pass validation, fieldErrors.
[[nodiscard]] Response astroFaultResponse(const Fault &fault);

} // namespace gatehouse::server
