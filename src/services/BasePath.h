// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

namespace gatehouse {

/// The path of a base URL, as it stands in the URL, without slashes at its end: so that what goes below it can be
/// appended, and spellings compared.
inline QString basePathOf(const QUrl &url)
{
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace gatehouse
