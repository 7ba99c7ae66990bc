// SPDX-License-Identifier: Apache-2.0
#include "services/Page.h"

#include "services/EntryCodec.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Answer", text);
}

QString placeOf(const JsonPath &entries, qsizetype index, const QString &field)
{
    const QString place = "%1[%2]"_L1.arg(entries.toString(), QString::number(index));
    return field.isEmpty() ? place : place + u'.' + field;
}

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

tl::expected<Page, QString> readPage(const QJsonValue &answer, const ListForm &list, const EntryForm &form)
{
    const QJsonValue entries = list.entries.findIn(answer);
    if (!entries.isArray())
        return tl::unexpected(tr("%1: there is no list of entries in the answer").arg(list.entries.toString()));
    Page page;
    const QJsonArray array = entries.toArray();
    page.entries.reserve(static_cast<std::size_t>(array.size()));
    for (qsizetype index = 0; index < array.size(); ++index) {
        auto entry = readEntry(array[index], form);
        if (!entry) {
            return tl::unexpected(
                "%1: %2"_L1.arg(placeOf(list.entries, index, entry.error().field), entry.error().reason));
        }
        page.entries.push_back(std::move(*entry));
    }
    page.total = countAt(list.paging.total, answer);
    page.totalPages = countAt(list.paging.totalPages, answer);
    page.more = flagAt(list.paging.more, answer);
    if (list.paging.by == Paging::By::Cursor)
        page.next = findText({list.paging.next}, answer);
    return page;
}

} // namespace gatehouse
