// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "services/Page.h"

#include <QSet>

namespace gatehouse {

/// Why the pages do not make one list.
struct PagingFault
{
    ErrorKind kind = ErrorKind::UnreadableAnswer;
    QString reason;
};

/// Follows the pages of one list: which to ask for, and whether they make one whole. Pages are numbered from 0. Where
/// the first one says how many there are, the others are asked for at once and may come in any order; else each tells
/// of the next.
class Paginator final
{
public:
    using Query = QList<std::pair<QString, QString>>;

    explicit Paginator(const Paging &paging)
        : m_paging(paging)
    {}

    /// What to append to the query for that page.
    [[nodiscard]] Query queryFor(int number) const;

    /// Takes a page that was asked for, and tells which ones to ask for next.
    [[nodiscard]] tl::expected<std::vector<int>, PagingFault> take(int number, Page page);

    [[nodiscard]] int taken() const { return m_taken; }
    /// Pages there are, as far as known by now.
    [[nodiscard]] int known() const { return static_cast<int>(m_pages.size()); }
    /// All entries, in the order of the pages, once nothing is to be asked for any more; what lies in pages that stand
    /// twice is a fault.
    [[nodiscard]] tl::expected<std::vector<Entry>, PagingFault> finish();

private:
    using Next = tl::expected<std::vector<int>, PagingFault>;

    [[nodiscard]] Next takeFirstCounted(const Page &page);
    [[nodiscard]] Next checkCounted(int number, const Page &page) const;
    [[nodiscard]] Next following(int number, const Page &page);
    [[nodiscard]] qint64 expectedSize(int number) const;
    [[nodiscard]] bool isCounted() const { return m_paging.total || m_paging.totalPages; }

    Paging m_paging;
    std::vector<Page> m_pages;
    int m_taken = 0;
    qint64 m_entries = 0; ///< in the pages taken
    std::optional<qint64> m_total;
    std::optional<qint64> m_totalPages;
    qint64 m_step = 0; ///< entries in the first page: what the service gives, whatever was asked for
    QString m_cursor;
    QSet<QString> m_cursors;
};

} // namespace gatehouse
