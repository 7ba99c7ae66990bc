// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/ConnectionListModel.h"

#include "base/Clock.h"
#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Icons.h"
#include "sync/ConnectionBook.h"

namespace gatehouse {

ConnectionListModel::ConnectionListModel(const ConnectionBook &book, const DefinitionCatalog &catalog,
                                         const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_book(book)
    , m_catalog(catalog)
    , m_clock(clock)
{
    connect(&book, &ConnectionBook::reset, this, &ConnectionListModel::readAll);
    connect(&book, &ConnectionBook::added, this, &ConnectionListModel::add);
    connect(&book, &ConnectionBook::removed, this, &ConnectionListModel::drop);
    connect(&book, &ConnectionBook::changed, this, [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
    readAll();
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QUuid id = m_ids.at(index.row());
    const ConnectionRecord *record = m_book.find(id);
    if (!record)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return record->name;
    case Qt::DecorationRole:
        return icon(record->embedded ? u"computer" : u"service");
    case Qt::ToolTipRole:
        return plainTip(toolTip(*record));
    case Qt::AccessibleTextRole:
        return accessibleText(*record);
    case IdRole:
        return id;
    case StatusRole:
        return QVariant::fromValue(status(id));
    case SummaryRole:
        return describe(status(id), m_clock.now());
    case ServiceRole:
        return serviceName(*record);
    case DeprecatedRole:
        return movedTo(*record).has_value();
    default:
        return {};
    }
}

QModelIndex ConnectionListModel::indexOf(const QUuid &id) const
{
    const qsizetype row = m_ids.indexOf(id);
    return row < 0 ? QModelIndex() : index(static_cast<int>(row));
}

QUuid ConnectionListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? m_ids.at(index.row()) : QUuid();
}

void ConnectionListModel::setStatus(const QUuid &id, const ConnectionStatus &status)
{
    const QModelIndex where = indexOf(id);
    if (!where.isValid() || m_statuses.value(id) == status)
        return;
    m_statuses.insert(id, status);
    Q_EMIT dataChanged(where, where);
}

ConnectionStatus ConnectionListModel::status(const QUuid &id) const
{
    if (const auto known = m_statuses.constFind(id); known != m_statuses.cend())
        return *known;
    ConnectionStatus remembered;
    if (const ConnectionRecord *record = m_book.find(id))
        remembered.fetchedAt = record->lastSynchronised;
    return remembered;
}

void ConnectionListModel::readAll()
{
    beginResetModel();
    m_ids.clear();
    m_statuses.clear();
    for (const ConnectionRecord &record : m_book.records())
        m_ids.append(record.id);
    endResetModel();
}

void ConnectionListModel::add(int row)
{
    beginInsertRows({}, row, row);
    m_ids.insert(row, m_book.records().at(static_cast<std::size_t>(row)).id);
    endInsertRows();
}

void ConnectionListModel::drop(int row)
{
    beginRemoveRows({}, row, row);
    m_statuses.remove(m_ids.takeAt(row));
    endRemoveRows();
}

QString ConnectionListModel::serviceName(const ConnectionRecord &record) const
{
    const auto definition = m_catalog.find(record.serviceId);
    return definition ? definition->name : record.serviceId;
}

std::optional<QUrl> ConnectionListModel::movedTo(const ConnectionRecord &record) const
{
    const auto definition = m_catalog.find(record.serviceId);
    return definition ? definition->currentUrlFor(record.baseUrl) : std::nullopt;
}

QString ConnectionListModel::toolTip(const ConnectionRecord &record) const
{
    const ConnectionStatus current = status(record.id);
    QStringList lines{record.name, serviceName(record)};
    if (!record.embedded)
        lines += record.baseUrl.toDisplayString();
    if (const auto now = movedTo(record))
        lines += tr("Deprecated: its place was taken by %1").arg(now->toDisplayString());
    lines += current.error ? explain(*current.error) : describe(current, m_clock.now());
    if (current.pending > 0)
        lines += tr("%n change(s) pending", nullptr, current.pending);
    return lines.join(u'\n');
}

QString ConnectionListModel::accessibleText(const ConnectionRecord &record) const
{
    const ConnectionStatus current = status(record.id);
    QString summary = describe(current, m_clock.now());
    if (movedTo(record))
        summary = tr("%1, deprecated base URL", "state of a connection").arg(summary);
    if (current.pending == 0)
        return tr("%1, %2, %3", "connection, its service, its state").arg(record.name, serviceName(record), summary);
    return tr("%1, %2, %3, %n change(s) pending", "connection, its service, its state", current.pending)
        .arg(record.name, serviceName(record), summary);
}

} // namespace gatehouse
