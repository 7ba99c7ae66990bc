// SPDX-License-Identifier: Apache-2.0
#include "services/Page.h"

#include "services/LooseValue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

std::optional<qint64> countAt(const std::optional<JsonPath> &path, const QJsonValue &answer)
{
    const auto count = path ? looseWholeNumber(path->findIn(answer)) : std::nullopt;
    return count && *count >= 0 ? count : std::nullopt;
}

std::optional<bool> flagAt(const std::optional<JsonPath> &path, const QJsonValue &answer)
{
    return path ? looseFlag(path->findIn(answer)) : std::nullopt;
}

/// A cursor that is neither text nor number would be taken for the end of the list.
bool isCursor(const QJsonValue &next)
{
    return next.isUndefined() || next.isNull() || next == QJsonValue(false) || looseText(next).has_value();
}

} // namespace

tl::expected<QJsonArray, QString> itemsIn(const QJsonValue &answer, const ListForm &form)
{
    if (const QString unmet = unmetIn(answer, form.onlyWhen); !unmet.isEmpty())
        return tl::unexpected(unmet);
    const QJsonValue items = form.items.findIn(answer);
    if (items.isArray())
        return items.toArray();
    if (form.absentIsEmpty && answer.isObject() && (items.isUndefined() || items.isNull()))
        return QJsonArray();
    if (!items.isUndefined() && !items.isNull()) {
        return tl::unexpected(QCoreApplication::translate("Answer", "%1: %2 came instead of a list")
                                  .arg(form.items.toString(), shownValue(items)));
    }
    return tl::unexpected(
        QCoreApplication::translate("Answer", "%1: there is no list in the answer").arg(form.items.toString()));
}

tl::expected<PageHead, QString> readPageHead(const QJsonValue &answer, const Paging &paging)
{
    const bool hasCursor = paging.by == Paging::By::Cursor;
    if (const QJsonValue next = paging.next.findIn(answer); hasCursor && !isCursor(next)) {
        return tl::unexpected(QCoreApplication::translate("Answer", "%1: %2 does not name the next page")
                                  .arg(paging.next.toString(), shownValue(next)));
    }
    return PageHead{countAt(paging.total, answer), countAt(paging.totalPages, answer), flagAt(paging.more, answer),
                    hasCursor ? findText({paging.next}, answer) : QString()};
}

QString describe(const ItemFault &fault, const ListForm &form, qsizetype index)
{
    const QString place = "%1[%2]"_L1.arg(form.items.toString(), QString::number(index));
    return "%1: %2"_L1.arg(fault.field.isEmpty() ? place : place + u'.' + fault.field, fault.reason);
}

} // namespace gatehouse
