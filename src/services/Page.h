// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ItemFault.h"
#include "services/Wire.h"

#include <QJsonArray>

#include <tl/expected.hpp>

#include <concepts>
#include <optional>
#include <vector>

namespace gatehouse {

/// What an answer says of the whole it is a part of; empty where it says nothing (or the definition names no place for
/// it).
struct PageHead
{
    std::optional<qint64> total;
    std::optional<qint64> totalPages;
    std::optional<bool> more;
    QString next; ///< cursor; empty at the end
};

/// One answer to a request for a list.
template <typename Item>
struct Page : PageHead
{
    std::vector<Item> items;
};

// The errors are sentences that name the place in the answer: "allowlist[3].ip: …".

tl::expected<QJsonArray, QString> itemsIn(const QJsonValue &answer, const ListForm &form);
[[nodiscard]] tl::expected<PageHead, QString> readPageHead(const QJsonValue &answer, const Paging &paging);
[[nodiscard]] QString describe(const ItemFault &fault, const ListForm &form, qsizetype index);

/// `readItem` makes a tl::expected<Item, ItemFault> of each JSON value.
template <typename Item, std::invocable<const QJsonValue &> Read>
tl::expected<Page<Item>, QString> readPage(const QJsonValue &answer, const ListForm &form, const Read &readItem)
{
    const auto array = itemsIn(answer, form);
    if (!array)
        return tl::unexpected(array.error());
    auto head = readPageHead(answer, form.paging);
    if (!head)
        return tl::unexpected(head.error());
    Page<Item> page{std::move(*head), {}};
    page.items.reserve(static_cast<std::size_t>(array->size()));
    for (qsizetype index = 0; index < array->size(); ++index) {
        auto item = readItem(QJsonValue(array->at(index)));
        if (!item)
            return tl::unexpected(describe(item.error(), form, index));
        page.items.push_back(std::move(*item));
    }
    return page;
}

} // namespace gatehouse
