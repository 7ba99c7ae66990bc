// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/LogTableModel.h"

#include "base/Csv.h"
#include "desktop/models/EntryFormat.h"
#include "desktop/models/ExpiryText.h"

#include <QDateTime>
#include <QLocale>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

using Kind = LogColumn::Kind;

/// To the second, in this computer's zone: what happened when is what logs are read for.
QString timeText(const QDateTime &moment)
{
    return moment.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString cellText(const QVariant &cell, Kind kind)
{
    if (!cell.isValid())
        return {};
    switch (kind) {
    case Kind::Time:
        return timeText(cell.toDateTime());
    case Kind::Number:
        return QLocale().toString(cell.toDouble(), 'g', QLocale::FloatingPointShortest);
    case Kind::Text:
    case Kind::Address:
    case Kind::Status:
        break;
    }
    return cell.toString();
}

QString csvText(const QVariant &cell, Kind kind)
{
    return kind == Kind::Time && cell.isValid() ? cell.toDateTime().toUTC().toString(Qt::ISODate) : cell.toString();
}

} // namespace

LogTableModel::LogTableModel(LogsDescription description, QObject *parent)
    : QAbstractTableModel(parent)
    , m_description(std::move(description))
{}

void LogTableModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_hasMore = false;
    m_total.reset();
    endResetModel();
}

void LogTableModel::append(const LogPage &page)
{
    m_hasMore = page.hasMore;
    m_total = page.total;
    if (page.rows.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.rows.size()) - 1);
    for (qsizetype i = 0; i < page.rows.size(); ++i) {
        Row row{page.rows[i], page.refused.value(i), page.scopes.value(i)};
        row.cells.resize(m_description.columns.size());
        m_rows.append(std::move(row));
    }
    endInsertRows();
}

QString LogTableModel::addressAt(int row) const
{
    for (int section = 0; section < columnCount(); ++section) {
        if (columnOf(section).key == m_description.addressColumn)
            return m_rows[row].cells[section].toString();
    }
    return {};
}

QString LogTableModel::csv() const
{
    QStringList titles;
    for (const LogColumn &column : m_description.columns)
        titles += column.key;
    QString text = csvRecord(titles) + u"\r\n"_s;
    for (const Row &row : m_rows) {
        QStringList cells;
        for (int section = 0; section < columnCount(); ++section)
            cells += csvText(row.cells[section], columnOf(section).kind);
        text += csvRecord(cells) + u"\r\n"_s;
    }
    return text;
}

int LogTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LogTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_description.columns.size());
}

QVariant LogTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows[index.row()];
    const Kind kind = columnOf(index.column()).kind;
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row.cells[index.column()], kind);
    case Qt::ToolTipRole:
        return plainTip(toolTip(row, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft));
    case RefusedRole:
        return row.refused;
    case KindRole:
        return static_cast<int>(kind);
    default:
        return {};
    }
}

QString LogTableModel::toolTip(const Row &row, int section) const
{
    const QVariant &cell = row.cells[section];
    if (columnOf(section).kind == Kind::Time && cell.isValid())
        return describeExactly(cell.toDateTime());
    if (row.refused)
        return tr("The list turned this caller away.");
    return cellText(cell, columnOf(section).kind);
}

QVariant LogTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return columnOf(section).title;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (columnOf(section).kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace gatehouse
