// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"
#include "server/bitbybit/BitbybitQuery.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse::server {

/// A fault in the vendor's shape, {"error": {"code", "message"}}, with its codes: VALIDATION_ERROR for every 400,
/// MISSING_API_KEY, INVALID_API_KEY, INSUFFICIENT_SCOPE … A failure of ours is its 503 SERVICE_UNAVAILABLE. `details`
/// ({"index", "field", "reason", "message"}) and the codes of what it does not document (METHOD_NOT_ALLOWED …) are
/// ours.
[[nodiscard]] Response bitbybitFault(const Fault &fault);

/// One object: {"data": …}.
[[nodiscard]] Response bitbybitObject(int status, const QJsonObject &data);

/// One page of `total` objects: {"data": […], "meta": {"page", "limit", "total", "hasNextPage"}}.
[[nodiscard]] Response bitbybitCollection(const QJsonArray &data, const BitbybitPage &page, qint64 total);

/// ISO 8601 in UTC; null for an invalid time, and for one that nobody recorded.
[[nodiscard]] QJsonValue bitbybitTime(const QDateTime &time);

/// Null for an empty text.
[[nodiscard]] QJsonValue textOrNull(const QString &text);

} // namespace gatehouse::server
