// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace gatehouse {

// What a service tells of the requests that came to what its lists guard.

struct LogColumn
{
    /// What a cell of it holds: Text and Address a QString, Time a QDateTime in UTC, Status and Number a qint64 or
    /// double. A cell of which the service says nothing is an invalid QVariant, whatever the kind.
    enum class Kind { Text, Time, Address, Status, Number };

    QString key;
    QString title; ///< for people
    Kind kind = Kind::Text;
};

struct LogFilter
{
    /// Text is any word, Choice one of `choices` or of those of `scopeKey`, Time an ISO 8601 time with a zone.
    enum class Kind { Text, Choice, Time };

    QString key;
    QString title; ///< for people
    Kind kind = Kind::Text;
    QStringList choices;
    QString scopeKey; ///< the filter takes a value of that scope field, see RestService::choices(); may be empty
};

struct LogsDescription
{
    QList<LogColumn> columns;
    QList<LogFilter> filters;
    QString addressColumn; ///< key of the column that has the caller's address; empty: there is none
    QString scopeKey;      ///< the scope field of which LogPage::scopes has the values; empty: rows do not tell
};

struct LogQuery
{
    QMap<QString, QString> filters; ///< by LogFilter::key; an empty value filters nothing
    int page = 0;                   ///< from 0
};

struct LogPage
{
    QList<QVariantList> rows; ///< a cell for each column, in the order of LogsDescription::columns
    QList<bool> refused;      ///< for each row, whether the list turned the caller away
    QStringList scopes;       ///< for each row, which list decided; see LogsDescription::scopeKey
    std::optional<qint64> total;
    bool hasMore = false; ///< there is a page after this one
};

} // namespace gatehouse
