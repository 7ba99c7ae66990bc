// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitQuery.h"

#include "server/QueryFields.h"

#include <algorithm>
#include <limits>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

BitbybitQuery::BitbybitQuery(const Request &request)
    : m_request(request)
{}

BitbybitPage BitbybitQuery::page()
{
    constexpr int largestLimit = 100;
    BitbybitPage page;
    page.number = number(u"page"_s, 1, std::numeric_limits<int>::max()).value_or(page.number);
    page.limit = number(u"limit"_s, 1, largestLimit).value_or(page.limit);
    return page;
}

QString BitbybitQuery::text(const QString &name)
{
    const QString text = given(name);
    if (!hasControlCharacters(text))
        return text;
    complain(name, u"'%1' has control characters."_s.arg(name));
    return {};
}

std::optional<int> BitbybitQuery::number(const QString &name, int least, int most)
{
    if (given(name).isEmpty())
        return std::nullopt;
    return int(queryNumber(m_request, {name, least, least, most}, &m_complaints));
}

QString BitbybitQuery::choice(const QString &name, const QStringList &allowed)
{
    const QString text = given(name);
    if (text.isEmpty())
        return {};
    const auto found = std::find_if(allowed.begin(), allowed.end(),
                                    [&](const QString &each) { return each.compare(text, Qt::CaseInsensitive) == 0; });
    if (found != allowed.end())
        return *found;
    complain(name, u"'%1' must be one of %2."_s.arg(name, allowed.join(u", "_s)));
    return {};
}

QDateTime BitbybitQuery::time(const QString &name)
{
    const QString text = given(name);
    if (text.isEmpty())
        return {};
    if (const auto time = utcTime(text))
        return *time;
    complain(name, u"'%1' must be an ISO 8601 time in UTC such as 2026-01-31T12:00:00Z."_s.arg(name));
    return {};
}

QString BitbybitQuery::given(const QString &name)
{
    return m_request.queryItem(name).value_or(QString());
}

void BitbybitQuery::complain(const QString &name, const QString &message)
{
    m_complaints.add(-1, name, u"invalid-parameter"_s, message);
}

bool hasControlCharacters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace gatehouse::server
