// SPDX-License-Identifier: Apache-2.0
#include "services/PageSequence.h"

#include "services/Text.h"

#include <algorithm>
#include <numeric>

namespace gatehouse {

namespace {

// Beyond any list: a service that counts wrongly, or gives pages for ever, must not be asked for ever.
constexpr qint64 mostItems = 1'000'000;
constexpr int mostPages = 20'000;

tl::unexpected<PagingFault> inconsistent(const QString &reason)
{
    return tl::unexpected(PagingFault{ErrorKind::UnreadableAnswer, reason});
}

tl::unexpected<PagingFault> tooLarge()
{
    return tl::unexpected(
        PagingFault{ErrorKind::TooLarge, AnswerText::tr("The list is said to be longer than any list should be.")});
}

} // namespace

PageQuery PageSequence::queryFor(int number) const
{
    PageQuery query;
    const bool isFirst = number == 0;
    switch (m_paging.by) {
    case Paging::By::None:
        return query;
    case Paging::By::Page:
        query.emplaceBack(m_paging.parameter, QString::number(m_paging.first + number));
        break;
    case Paging::By::Offset:
        query.emplaceBack(m_paging.parameter, QString::number(isCounted() && !m_probing ? number * m_step : m_items));
        break;
    case Paging::By::Cursor:
        if (!isFirst)
            query.emplaceBack(m_paging.parameter, m_cursor);
        break;
    }
    if (!m_paging.sizeParameter.isEmpty())
        query.emplaceBack(m_paging.sizeParameter, QString::number(m_paging.size));
    return query;
}

PageSequence::Next PageSequence::take(int number, const PageHead &page, qint64 count)
{
    auto next = following(number, page, count);
    if (!next)
        return next;
    const int highest = next->empty() ? number : next->back();
    m_items += count;
    if (highest >= mostPages || m_items > mostItems)
        return tooLarge();
    m_known = std::max(m_known, highest + 1);
    ++m_taken;
    return next;
}

PageSequence::Next PageSequence::following(int number, const PageHead &page, qint64 count)
{
    if (m_paging.by == Paging::By::None)
        return std::vector<int>();
    if (!isCounted())
        return afterUncounted(number, page, count);
    if (number == 0)
        return takeFirstCounted(page, count);
    return m_probing ? afterProbe(number, page, count) : checkCounted(number, page, count);
}

PageSequence::Next PageSequence::takeFirstCounted(const PageHead &page, qint64 count)
{
    m_step = count;
    m_total = page.total;
    m_totalPages = page.totalPages;
    const qint64 claimed = m_total.value_or(0) + m_totalPages.value_or(0);
    if (m_step == 0 && (m_total.value_or(0) > 0 || m_totalPages.value_or(0) > 1))
        return inconsistent(AnswerText::tr("The answer has no entries and says that there are some."));
    if (m_step == 0)
        return std::vector<int>(); // an empty list need not say how much there is
    if (!m_total && !m_totalPages)
        return inconsistent(AnswerText::tr("The answer does not say how many entries there are."));
    if (m_total && *m_total < m_step)
        return inconsistent(AnswerText::tr("The answer has more entries than it says there are."));
    if (claimed > mostItems)
        return tooLarge();
    const qint64 pages = m_totalPages ? *m_totalPages : (*m_total + m_step - 1) / m_step;
    m_probing = pages <= 1 && mayBeCutOff(count);
    if (m_probing)
        return std::vector<int>{1};
    std::vector<int> others(static_cast<std::size_t>(std::max<qint64>(pages - 1, 0)));
    std::iota(others.begin(), others.end(), 1);
    return others;
}

/// A page of the size that was asked for, or of one that services choose by themselves: a round number.
bool PageSequence::mayBeCutOff(qint64 count) const
{
    constexpr qint64 leastCut = 10;
    const bool isRound = count % 10 == 0 || count % 25 == 0 || (count & (count - 1)) == 0;
    const bool isFull = !m_paging.sizeParameter.isEmpty() && count >= m_paging.size;
    return isFull || (count >= leastCut && isRound);
}

PageSequence::Next PageSequence::afterProbe(int number, const PageHead &page, qint64 count)
{
    if (count == 0)
        return std::vector<int>();
    // What counts neither this page nor what the first one counted was changed meanwhile.
    const bool countsPages = page.total == count || page.totalPages == 1;
    if (!countsPages && (page.total != m_total || page.totalPages != m_totalPages))
        return inconsistent(AnswerText::tr("The list changed while it was read."));
    return std::vector<int>{number + 1};
}

PageSequence::Next PageSequence::checkCounted(int number, const PageHead &page, qint64 count) const
{
    if (page.total != m_total || page.totalPages != m_totalPages)
        return inconsistent(AnswerText::tr("The list changed while it was read."));
    if (count != expectedSize(number) && m_total)
        return inconsistent(AnswerText::tr("A page has not the number of entries it should have."));
    if (count == 0)
        return inconsistent(AnswerText::tr("A page in the middle of the list is empty."));
    return std::vector<int>();
}

qint64 PageSequence::expectedSize(int number) const
{
    return std::min(m_step, m_total.value_or(0) - number * m_step);
}

PageSequence::Next PageSequence::afterUncounted(int number, const PageHead &page, qint64 count)
{
    const std::vector<int> next{number + 1};
    if (m_paging.by == Paging::By::Cursor) {
        if (page.next.isEmpty())
            return std::vector<int>();
        if (m_cursors.contains(page.next))
            return inconsistent(AnswerText::tr("The pages of the list go round in a circle."));
        m_cursors.insert(page.next);
        m_cursor = page.next;
        return next;
    }
    if (m_paging.more) {
        if (!page.more)
            return inconsistent(AnswerText::tr("The answer does not say whether there are more pages."));
        if (*page.more && count == 0)
            return inconsistent(AnswerText::tr("A page in the middle of the list is empty."));
        return *page.more ? next : std::vector<int>();
    }
    return count == 0 ? std::vector<int>() : next;
}

PageQuery queryForSingle(const Paging &paging, int number)
{
    PageQuery query;
    if (paging.by == Paging::By::Page)
        query.emplaceBack(paging.parameter, QString::number(paging.first + number));
    else if (paging.by == Paging::By::Offset)
        query.emplaceBack(paging.parameter, QString::number(qint64(number) * paging.size));
    if (!paging.sizeParameter.isEmpty())
        query.emplaceBack(paging.sizeParameter, QString::number(paging.size));
    return query;
}

bool hasMoreAfter(const Paging &paging, int number, const PageHead &page, qint64 count)
{
    if (paging.by == Paging::By::None || count == 0)
        return false;
    if (page.totalPages)
        return number + 1 < *page.totalPages;
    if (page.total)
        return qint64(number) * paging.size + count < *page.total;
    return page.more.value_or(true);
}

PagingFault pageCameTwice()
{
    return {ErrorKind::UnreadableAnswer, AnswerText::tr("A page of the list came twice.")};
}

PagingFault itemCameTwice(const QString &id)
{
    return {ErrorKind::UnreadableAnswer, AnswerText::tr("The entry with the id %1 came twice.").arg(id)};
}

} // namespace gatehouse
