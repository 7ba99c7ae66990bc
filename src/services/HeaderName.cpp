// SPDX-License-Identifier: Apache-2.0
#include "services/HeaderName.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace gatehouse {

bool isHeaderName(const QString &name)
{
    static const QRegularExpression token(QStringLiteral("\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"));
    static const QStringList reserved{u"host"_s, u"content-length"_s, u"content-type"_s, u"connection"_s,
                                      u"transfer-encoding"_s};
    return token.match(name).hasMatch() && !reserved.contains(name.toLower());
}

} // namespace gatehouse
