// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/PageSequence.h"

namespace gatehouse {

/// What to append to the query for that page with those filters. ErrorKind::InvalidInput for a filter that the service
/// does not have, or a time that is none.
Result<PageQuery> logsQuery(const LogsForm &form, const LogQuery &query);

/// The error is a sentence that names the place in the answer.
tl::expected<LogPage, QString> readLogs(const QJsonValue &answer, const LogsForm &form, int page);

} // namespace gatehouse
