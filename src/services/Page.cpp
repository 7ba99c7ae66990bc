// SPDX-License-Identifier: Apache-2.0
#include "services/Page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

std::optional<qint64> countAt(const std::optional<JsonPath> &path, const QJsonValue &answer)
{
    constexpr qint64 none = -1;
    const qint64 count = path ? path->findIn(answer).toInteger(none) : none;
    return count < 0 ? std::nullopt : std::optional(count);
}

std::optional<bool> flagAt(const std::optional<JsonPath> &path, const QJsonValue &answer)
{
    const QJsonValue flag = path ? path->findIn(answer) : QJsonValue();
    return flag.isBool() ? std::optional(flag.toBool()) : std::nullopt;
}

} // namespace

tl::expected<QJsonArray, QString> itemsIn(const QJsonValue &answer, const ListForm &form)
{
    const QJsonValue items = form.items.findIn(answer);
    if (items.isArray())
        return items.toArray();
    return tl::unexpected(
        QCoreApplication::translate("Answer", "%1: there is no list in the answer").arg(form.items.toString()));
}

PageHead readPageHead(const QJsonValue &answer, const Paging &paging)
{
    const bool hasCursor = paging.by == Paging::By::Cursor;
    return {countAt(paging.total, answer), countAt(paging.totalPages, answer), flagAt(paging.more, answer),
            hasCursor ? findText({paging.next}, answer) : QString()};
}

QString describe(const ItemFault &fault, const ListForm &form, qsizetype index)
{
    const QString place = "%1[%2]"_L1.arg(form.items.toString(), QString::number(index));
    return "%1: %2"_L1.arg(fault.field.isEmpty() ? place : place + u'.' + fault.field, fault.reason);
}

} // namespace gatehouse
