// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse {

/// Whether `name` is the name of a header (RFC 9110, section 5.6.2) other than those that the HTTP client sets itself.
bool isHeaderName(const QString &name);

} // namespace gatehouse
