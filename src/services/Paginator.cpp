// SPDX-License-Identifier: Apache-2.0
#include "services/Paginator.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace gatehouse {

namespace {

// Beyond any list: a service that counts wrongly, or gives pages for ever, must not be asked for ever.
constexpr qint64 mostEntries = 1'000'000;
constexpr int mostPages = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Answer", text);
}

tl::unexpected<PagingFault> inconsistent(const QString &reason)
{
    return tl::unexpected(PagingFault{ErrorKind::UnreadableAnswer, reason});
}

tl::unexpected<PagingFault> tooLarge()
{
    return tl::unexpected(
        PagingFault{ErrorKind::TooLarge, tr("The list is said to be longer than any list should be.")});
}

} // namespace

Paginator::Query Paginator::queryFor(int number) const
{
    Query query;
    const bool isFirst = number == 0;
    switch (m_paging.by) {
    case Paging::By::None:
        return query;
    case Paging::By::Page:
        query.emplaceBack(m_paging.parameter, QString::number(m_paging.first + number));
        break;
    case Paging::By::Offset:
        query.emplaceBack(m_paging.parameter, QString::number(isCounted() ? number * m_step : m_entries));
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

Paginator::Next Paginator::take(int number, Page page)
{
    Next next;
    if (m_paging.by == Paging::By::None)
        next = std::vector<int>();
    else if (!isCounted())
        next = following(number, page);
    else if (number == 0)
        next = takeFirstCounted(page);
    else
        next = checkCounted(number, page);
    if (!next)
        return next;

    const auto highest = next->empty() ? number : next->back();
    if (highest >= mostPages)
        return tooLarge();
    m_pages.resize(std::max(m_pages.size(), static_cast<std::size_t>(highest) + 1));
    m_entries += std::ssize(page.entries);
    if (m_entries > mostEntries)
        return tooLarge();
    m_pages[static_cast<std::size_t>(number)] = std::move(page);
    ++m_taken;
    return next;
}

Paginator::Next Paginator::takeFirstCounted(const Page &page)
{
    m_step = std::ssize(page.entries);
    m_total = page.total;
    m_totalPages = page.totalPages;
    const qint64 claimed = m_total.value_or(0) + m_totalPages.value_or(0);
    if (m_step == 0 && (m_total.value_or(0) > 0 || m_totalPages.value_or(0) > 1))
        return inconsistent(tr("The answer has no entries and says that there are some."));
    if (m_step == 0)
        return std::vector<int>(); // an empty list need not say how much there is
    if (!m_total && !m_totalPages)
        return inconsistent(tr("The answer does not say how many entries there are."));
    if (m_total && *m_total < m_step)
        return inconsistent(tr("The answer has more entries than it says there are."));
    if (claimed > mostEntries)
        return tooLarge();
    const qint64 count = m_totalPages ? *m_totalPages : (*m_total + m_step - 1) / m_step;
    std::vector<int> others(static_cast<std::size_t>(std::max<qint64>(count - 1, 0)));
    std::iota(others.begin(), others.end(), 1);
    return others;
}

Paginator::Next Paginator::checkCounted(int number, const Page &page) const
{
    if (page.total != m_total || page.totalPages != m_totalPages)
        return inconsistent(tr("The list changed while it was read."));
    if (std::ssize(page.entries) != expectedSize(number) && m_total)
        return inconsistent(tr("A page has not the number of entries it should have."));
    if (page.entries.empty())
        return inconsistent(tr("A page in the middle of the list is empty."));
    return std::vector<int>();
}

qint64 Paginator::expectedSize(int number) const
{
    return std::min(m_step, m_total.value_or(0) - number * m_step);
}

Paginator::Next Paginator::following(int number, const Page &page)
{
    const std::vector<int> next{number + 1};
    if (m_paging.by == Paging::By::Cursor) {
        if (page.next.isEmpty())
            return std::vector<int>();
        if (m_cursors.contains(page.next))
            return inconsistent(tr("The pages of the list go round in a circle."));
        m_cursors.insert(page.next);
        m_cursor = page.next;
        return next;
    }
    if (m_paging.more) {
        if (!page.more)
            return inconsistent(tr("The answer does not say whether there are more pages."));
        if (*page.more && page.entries.empty())
            return inconsistent(tr("A page in the middle of the list is empty."));
        return *page.more ? next : std::vector<int>();
    }
    return page.entries.empty() ? std::vector<int>() : next;
}

tl::expected<std::vector<Entry>, PagingFault> Paginator::finish()
{
    std::vector<Entry> all;
    all.reserve(static_cast<std::size_t>(m_entries));
    QSet<QString> ids;
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
        const auto isSame = [&](const Page &other) { return !other.entries.empty() && other.entries == page->entries; };
        if (std::any_of(m_pages.begin(), page, isSame))
            return inconsistent(tr("A page of the list came twice."));
    }
    for (Page &page : m_pages) {
        for (Entry &entry : page.entries) {
            const qsizetype before = ids.size();
            if (!entry.remoteId.isEmpty())
                ids.insert(entry.remoteId);
            if (!entry.remoteId.isEmpty() && ids.size() == before)
                return inconsistent(tr("The entry with the id %1 came twice.").arg(entry.remoteId));
            all.push_back(std::move(entry));
        }
    }
    return all;
}

} // namespace gatehouse
