// SPDX-License-Identifier: Apache-2.0
#include "services/UrlPath.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

bool hasDotSegment(const QString &path)
{
    return std::ranges::any_of(path.split(u'/'), [](const QString &segment) {
        const QString decoded = QUrl::fromPercentEncoding(segment.toUtf8());
        return decoded == "."_L1 || decoded == ".."_L1;
    });
}

bool leadsElsewhere(const QString &path)
{
    const QString decoded = QUrl::fromPercentEncoding(path.toUtf8());
    return hasDotSegment(path) || hasDotSegment(QString(decoded).replace(u'\\', u'/'));
}

bool isUrlPath(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*\\z"));
    return form.match(text).hasMatch();
}

} // namespace gatehouse
