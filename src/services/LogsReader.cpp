// SPDX-License-Identifier: Apache-2.0
#include "services/LogsReader.h"

#include "services/Text.h"

#include <algorithm>

namespace gatehouse {

namespace {

Result<QString> written(const LogsForm::Filter &filter, const QString &value)
{
    if (!filter.time)
        return value;
    const auto time = readTime(value, TimeForm::Iso);
    if (!time)
        return failure(ErrorKind::InvalidInput, ServiceText::tr("“%1” is no time with a zone.").arg(value));
    return writeTime(*time, *filter.time).toVariant().toString();
}

/// Invalid where the service says nothing.
QVariant cellFor(const LogsForm::Column &column, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    switch (column.kind) {
    case LogColumn::Kind::Text:
    case LogColumn::Kind::Address:
        return value.toVariant().toString();
    case LogColumn::Kind::Time:
        if (const auto time = readTime(value, column.time))
            return *time;
        return {};
    case LogColumn::Kind::Status:
    case LogColumn::Kind::Number:
        return value.isDouble() ? value.toVariant() : QVariant();
    }
    Q_UNREACHABLE();
}

void addRow(LogPage &page, const QJsonValue &item, const LogsForm &form)
{
    QVariantList row;
    for (const LogsForm::Column &column : form.columns)
        row.append(cellFor(column, column.field.findIn(item)));
    page.rows.append(row);
    const bool tells = !form.refusedValues.isEmpty();
    page.refused.append(tells && form.refusedValues.contains(findText({form.refusedField}, item)));
    page.scopes.append(form.scopeField ? findText({*form.scopeField}, item) : QString());
}

} // namespace

Result<PageQuery> logsQuery(const LogsForm &form, const LogQuery &query)
{
    PageQuery parameters;
    for (auto given = query.filters.cbegin(); given != query.filters.cend(); ++given) {
        if (given->isEmpty())
            continue;
        const auto filter = std::ranges::find(form.filters, given.key(), &LogsForm::Filter::key);
        if (filter == form.filters.end())
            return failure(ErrorKind::InvalidInput,
                           ServiceText::tr("The service has no filter “%1”.").arg(given.key()));
        const auto value = written(*filter, *given);
        if (!value)
            return failure(value.error());
        parameters.emplaceBack(filter->parameter, *value);
    }
    return parameters + queryForSingle(form.list.paging, query.page);
}

tl::expected<LogPage, QString> readLogs(const QJsonValue &answer, const LogsForm &form, int number)
{
    const auto items = itemsIn(answer, form.list);
    if (!items)
        return tl::unexpected(items.error());
    LogPage page;
    for (qsizetype index = 0; index < items->size(); ++index) {
        if (!items->at(index).isObject())
            return tl::unexpected(describe({{}, ServiceText::tr("it is no JSON object")}, form.list, index));
        addRow(page, items->at(index), form);
    }
    const auto head = readPageHead(answer, form.list.paging);
    if (!head)
        return tl::unexpected(head.error());
    page.total = head->total;
    page.hasMore = hasMoreAfter(form.list.paging, number, *head, items->size());
    return page;
}

} // namespace gatehouse
