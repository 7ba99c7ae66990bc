// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/PageSequence.h"

#include <algorithm>

namespace gatehouse {

/// What no two items of one list share; empty where an item has nothing of the kind.
inline const QString &idOf(const Entry &entry)
{
    return entry.remoteId;
}
inline const QString &idOf(const ScopeChoice &choice)
{
    return choice.value;
}

/// Collects the pages of one list, and tells whether they make one whole. See PageSequence.
template <typename Item>
class Paginator final
{
public:
    explicit Paginator(const Paging &paging)
        : m_sequence(paging)
    {}

    [[nodiscard]] const PageSequence &sequence() const { return m_sequence; }

    /// Takes a page that was asked for, and tells which ones to ask for next.
    [[nodiscard]] tl::expected<std::vector<int>, PagingFault> take(int number, Page<Item> page)
    {
        if (m_sequence.isProbe(number) && !page.items.empty() && page.items == m_pages.front()) {
            m_sequence.takeNothing(); // a service that does not page, or gives its last page for every later one
            return std::vector<int>();
        }
        auto next = m_sequence.take(number, page, std::ssize(page.items));
        if (next) {
            m_pages.resize(static_cast<std::size_t>(m_sequence.known()));
            m_pages[static_cast<std::size_t>(number)] = std::move(page.items);
        }
        return next;
    }

    /// That page, which was asked for to see that there is none, was refused.
    void takeNothing() { m_sequence.takeNothing(); }

    /// All items, in the order of the pages, once nothing is to be asked for any more; what lies in pages that stand
    /// twice is a fault.
    [[nodiscard]] tl::expected<std::vector<Item>, PagingFault> finish()
    {
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            if (!page->empty() && std::find(m_pages.begin(), page, *page) != page)
                return tl::unexpected(pageCameTwice());
        }
        std::vector<Item> all;
        QSet<QString> ids;
        for (std::vector<Item> &page : m_pages) {
            for (Item &item : page) {
                const QString &id = idOf(item);
                if (ids.contains(id))
                    return tl::unexpected(itemCameTwice(id));
                if (!id.isEmpty())
                    ids.insert(id);
                all.push_back(std::move(item));
            }
        }
        return all;
    }

private:
    PageSequence m_sequence;
    std::vector<std::vector<Item>> m_pages;
};

} // namespace gatehouse
