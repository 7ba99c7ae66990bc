// SPDX-License-Identifier: Apache-2.0
#include "server/QueryFields.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

qint64 queryNumber(const Request &request, const QueryNumber &wanted, Complaints *complaints)
{
    const auto text = request.queryItem(wanted.name);
    if (!text)
        return wanted.fallback;
    bool isNumber = false;
    const auto number = text->toLongLong(&isNumber);
    if (isNumber && number >= wanted.smallest && number <= wanted.largest)
        return number;
    complaints->add(
        -1, wanted.name, u"invalid-number"_s,
        u"'%1' must be a whole number from %2 to %3."_s.arg(wanted.name).arg(wanted.smallest).arg(wanted.largest));
    return wanted.fallback;
}

} // namespace gatehouse::server
