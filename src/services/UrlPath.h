// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse {

/// Whether a segment of that path is `.` or `..`, as it stands or percent-encoded.
[[nodiscard]] bool hasDotSegment(const QString &path);

/// The same of a path that somebody wrote: also behind encoded slashes and backslashes, so that whoever decodes it on
/// the way is not led to another path.
[[nodiscard]] bool leadsElsewhere(const QString &path);

/// Whether that text can be a part of a path as it stands: the characters of RFC 3986, section 3.3, and percent signs
/// only before two hexadecimal digits.
[[nodiscard]] bool isUrlPath(const QString &text);

} // namespace gatehouse
