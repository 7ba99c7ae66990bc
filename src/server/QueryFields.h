// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/JsonFields.h"
#include "server/http/Message.h"

namespace gatehouse::server {

/// A query parameter that is a whole number within bounds.
struct QueryNumber
{
    QString name;
    qint64 fallback = 0; ///< when it is not given
    qint64 smallest = 0;
    qint64 largest = 0;
};

/// The number that was sent. Complains of another one, and answers the fallback then.
[[nodiscard]] qint64 queryNumber(const Request &request, const QueryNumber &wanted, Complaints *complaints);

} // namespace gatehouse::server
