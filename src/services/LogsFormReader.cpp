// SPDX-License-Identifier: Apache-2.0
#include "services/LogsFormReader.h"

#include "services/EntryFormReader.h"
#include "services/ListFormReader.h"
#include "services/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

class LogsFormReader final
{
public:
    LogsFormReader(ObjectReader &reader, const Places &places, const QList<ScopeField> &scopeFields)
        : m_reader(reader)
        , m_places(places)
        , m_scopeFields(scopeFields)
    {}

    LogsForm read();

private:
    void readColumn(ObjectReader &column);
    void readFilter(ObjectReader &filter);
    void readRefused();
    void readScope();
    QString readScopeKey(ObjectReader &reader, ObjectReader::Key key) const;

    ObjectReader &m_reader;
    const Places &m_places;
    const QList<ScopeField> &m_scopeFields;
    LogsForm m_form;
};

LogsForm LogsFormReader::read()
{
    m_form.list = readListForm(m_reader, "items"_L1, m_places);
    const Paging &paging = m_form.list.paging;
    if (paging.by == Paging::By::Cursor)
        m_reader.complain("paging"_L1,
                          DefinitionText::tr("must be by page or offset, so that any page can be asked for"));
    if (paging.by == Paging::By::Offset && paging.size == 0)
        m_reader.complain("paging"_L1, DefinitionText::tr("must have a sizeParameter and a size"));
    m_reader.eachObject("columns"_L1, [this](ObjectReader &column) { readColumn(column); });
    if (m_form.columns.empty())
        m_reader.complain("columns"_L1, DefinitionText::tr("must not be empty"));
    m_reader.eachObject("filters"_L1, [this](ObjectReader &filter) { readFilter(filter); });
    readRefused();
    readScope();
    return std::move(m_form);
}

void LogsFormReader::readColumn(ObjectReader &reader)
{
    using Kind = LogColumn::Kind;
    auto &columns = m_form.description.columns;
    LogColumn column;
    column.key = reader.text("key"_L1);
    if (std::ranges::find(columns, column.key, &LogColumn::key) != columns.end())
        reader.complain("key"_L1, DefinitionText::tr("is the key of another column, too"));
    column.title = reader.text("title"_L1);
    const JsonPath field = reader.path("field"_L1);
    column.kind = reader.choice<Kind>("kind"_L1,
                                      {{"text"_L1, Kind::Text},
                                       {"time"_L1, Kind::Time},
                                       {"address"_L1, Kind::Address},
                                       {"status"_L1, Kind::Status},
                                       {"number"_L1, Kind::Number}},
                                      Kind::Text);
    const TimeForm time = column.kind == Kind::Time ? readTimeForm(reader) : TimeForm::Iso;
    if (column.kind == Kind::Address && !m_form.description.addressColumn.isEmpty())
        reader.complain("kind"_L1, DefinitionText::tr("there is another column with the caller's address"));
    if (column.kind == Kind::Address)
        m_form.description.addressColumn = column.key;
    m_form.columns.push_back({field, column.kind, time});
    columns.append(column);
}

void LogsFormReader::readFilter(ObjectReader &reader)
{
    using Kind = LogFilter::Kind;
    auto &filters = m_form.description.filters;
    LogFilter filter;
    filter.key = reader.text("key"_L1);
    if (std::ranges::find(filters, filter.key, &LogFilter::key) != filters.end())
        reader.complain("key"_L1, DefinitionText::tr("is the key of another filter, too"));
    filter.title = reader.text("title"_L1);
    filter.kind = reader.choice<Kind>(
        "kind"_L1, {{"text"_L1, Kind::Text}, {"choice"_L1, Kind::Choice}, {"time"_L1, Kind::Time}}, Kind::Text);
    const QString parameter = reader.text("parameter"_L1);
    std::optional<TimeForm> time;
    if (filter.kind == Kind::Time)
        time = readTimeForm(reader);
    if (filter.kind == Kind::Choice && reader.has("scope"_L1))
        filter.scopeKey = readScopeKey(reader, "scope"_L1);
    else if (filter.kind == Kind::Choice)
        filter.choices = reader.texts("choices"_L1, {});
    if (filter.kind == Kind::Choice && filter.scopeKey.isEmpty() && filter.choices.isEmpty())
        reader.complain(DefinitionText::tr("must have choices or scope"));
    m_form.filters.push_back({filter.key, parameter, time});
    filters.append(filter);
}

void LogsFormReader::readRefused()
{
    constexpr auto key = "refused"_L1;
    if (!m_reader.has(key))
        return;
    ObjectReader refused = m_reader.object(key);
    m_form.refusedField = refused.path("field"_L1);
    m_form.refusedValues = refused.texts("values"_L1, {});
    if (m_form.refusedValues.isEmpty())
        refused.complain("values"_L1, DefinitionText::tr("must not be empty"));
}

void LogsFormReader::readScope()
{
    constexpr auto key = "scope"_L1;
    if (!m_reader.has(key))
        return;
    ObjectReader scope = m_reader.object(key);
    m_form.description.scopeKey = readScopeKey(scope, "key"_L1);
    m_form.scopeField = scope.path("field"_L1);
}

QString LogsFormReader::readScopeKey(ObjectReader &reader, ObjectReader::Key key) const
{
    const QString scopeKey = reader.text(key);
    if (!scopeKey.isEmpty() && std::ranges::find(m_scopeFields, scopeKey, &ScopeField::key) == m_scopeFields.end())
        reader.complain(key, DefinitionText::tr("%1 is not the key of a scope field").arg(scopeKey));
    return scopeKey;
}

} // namespace

LogsForm readLogsForm(ObjectReader &reader, const Places &places, const QList<ScopeField> &scopeFields)
{
    return LogsFormReader(reader, places, scopeFields).read();
}

} // namespace gatehouse
