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

using PageQuery = QList<std::pair<QString, QString>>;

/// Follows the pages of one list: which to ask for next. Pages are numbered from 0. Where the first one says how many
/// there are, the others are asked for at once and may come in any order; else each tells of the next.
///
/// A first page that says it is the only one, and that may well be cut off, is not believed: some services count the
/// page and not the list. One more page is asked for then, and goes on being asked for until one is empty.
class PageSequence final
{
public:
    explicit PageSequence(const Paging &paging)
        : m_paging(paging)
    {}

    /// What to append to the query for that page.
    [[nodiscard]] PageQuery queryFor(int number) const;

    /// Takes what a page with `count` items that was asked for says, and tells which ones to ask for next.
    [[nodiscard]] tl::expected<std::vector<int>, PagingFault> take(int number, const PageHead &page, qint64 count);

    /// Whether that page is asked for only to see that there is none: a refusal, and the first page once more, say so,
    /// too.
    [[nodiscard]] bool isProbe(int number) const { return m_probing && number > 0; }
    /// There is none.
    void takeNothing() { ++m_taken; }

    [[nodiscard]] int taken() const { return m_taken; }
    /// Pages there are, as far as known by now.
    [[nodiscard]] int known() const { return m_known; }

private:
    using Next = tl::expected<std::vector<int>, PagingFault>;

    [[nodiscard]] Next following(int number, const PageHead &page, qint64 count);
    [[nodiscard]] Next takeFirstCounted(const PageHead &page, qint64 count);
    [[nodiscard]] Next checkCounted(int number, const PageHead &page, qint64 count) const;
    [[nodiscard]] Next afterUncounted(int number, const PageHead &page, qint64 count);
    [[nodiscard]] qint64 expectedSize(int number) const;
    [[nodiscard]] Next afterProbe(int number, const PageHead &page, qint64 count);
    [[nodiscard]] bool mayBeCutOff(qint64 count) const;
    [[nodiscard]] bool isCounted() const { return m_paging.total || m_paging.totalPages; }

    Paging m_paging;
    int m_taken = 0;
    int m_known = 0;
    qint64 m_items = 0; ///< in the pages taken
    std::optional<qint64> m_total;
    std::optional<qint64> m_totalPages;
    qint64 m_step = 0; ///< items in the first page: what the service gives, whatever was asked for
    bool m_probing = false;
    QString m_cursor;
    QSet<QString> m_cursors;
};

/// The one page of that number, without those before it. Not for cursors.
[[nodiscard]] PageQuery queryForSingle(const Paging &paging, int number);
/// Whether a page with `count` items, asked for by queryForSingle(), has one after it.
[[nodiscard]] bool hasMoreAfter(const Paging &paging, int number, const PageHead &page, qint64 count);

[[nodiscard]] PagingFault pageCameTwice();
[[nodiscard]] PagingFault itemCameTwice(const QString &id);

} // namespace gatehouse
