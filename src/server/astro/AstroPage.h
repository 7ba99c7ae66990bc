// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"
#include "server/http/Message.h"

#include <QList>
#include <QStringList>

#include <algorithm>

namespace gatehouse::server {

/// One `sorts` parameter: "createdAt:desc".
struct AstroSort
{
    QString key;
    bool descending = false;
    bool operator==(const AstroSort &) const = default;
};

/// What a list request asks for: `offset`, `limit` and any number of `sorts`, the first of which counts most.
struct AstroPage
{
    qint64 offset = 0;
    qint64 limit = 20;
    QList<AstroSort> sorts;

    /// 400 that names each parameter which is no number, out of bounds or no sort by one of `sortKeys`.
    [[nodiscard]] static Outcome<AstroPage> read(const Request &request, const QStringList &sortKeys,
                                                 qint64 largestLimit);

    /// The part of `items` that was asked for, in the order that was asked for; what is equal keeps its order.
    /// `isBefore(key, left, right)` compares by one of the sort keys.
    template <typename Item, typename Before>
    [[nodiscard]] QList<Item> of(QList<Item> items, Before isBefore) const
    {
        for (auto sort = sorts.crbegin(); sort != sorts.crend(); ++sort) {
            std::stable_sort(items.begin(), items.end(), [&](const Item &left, const Item &right) {
                return sort->descending ? isBefore(sort->key, right, left) : isBefore(sort->key, left, right);
            });
        }
        return items.mid(offset, limit);
    }
};

} // namespace gatehouse::server
