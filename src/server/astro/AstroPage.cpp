// SPDX-License-Identifier: Apache-2.0
#include "server/astro/AstroPage.h"

#include "server/QueryFields.h"

#include <limits>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

void readSort(const QString &text, const QStringList &keys, QList<AstroSort> *sorts, Complaints *complaints)
{
    const auto key = text.section(u':', 0, 0);
    const auto direction = text.section(u':', 1);
    if (keys.contains(key) && (direction == "asc"_L1 || direction == "desc"_L1)) {
        sorts->append({key, direction == "desc"_L1});
        return;
    }
    complaints->add(-1, u"sorts"_s, u"invalid-sort"_s,
                    u"'sorts' must be one of %1, each with :asc or :desc."_s.arg(keys.join(", "_L1)));
}

} // namespace

Outcome<AstroPage> AstroPage::read(const Request &request, const QStringList &sortKeys, qint64 largestLimit)
{
    constexpr qint64 largestOffset = std::numeric_limits<qint32>::max();
    AstroPage page;
    Complaints complaints;
    page.offset = queryNumber(request, {u"offset"_s, page.offset, 0, largestOffset}, &complaints);
    page.limit = queryNumber(request, {u"limit"_s, page.limit, 0, largestLimit}, &complaints);
    for (const auto &text : request.queryItems(u"sorts"_s))
        readSort(text, sortKeys, &page.sorts, &complaints);
    if (!complaints.isEmpty())
        return refusal(complaints.fault());
    return page;
}

} // namespace gatehouse::server
