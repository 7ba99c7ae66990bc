// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ErrorReader.h"

namespace gatehouse {

/// What was made. No error of a good status has the answer's text in it, since there is a secret in that.
Result<MadeScope> readMadeScope(const ErrorReader &answers, const HttpResponse &response, const NewScopeForm &form,
                                const QDateTime &now);

} // namespace gatehouse
