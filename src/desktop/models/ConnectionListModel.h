// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/ConnectionStatus.h"

#include <QAbstractListModel>
#include <QHash>
#include <QUuid>

namespace gatehouse {

class Clock;
class ConnectionBook;
class DefinitionCatalog;
struct ConnectionRecord;

/// The connections of a book, in its order, each with its state.
class ConnectionListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionListModel)

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QUuid
        StatusRole,            ///< ConnectionStatus
        SummaryRole,           ///< QString: one line on how it is doing
        ServiceRole,           ///< QString: the service's name
        DeprecatedRole,        ///< bool: its base URL is one that the service gives up
    };

    /// All must outlive this.
    ConnectionListModel(const ConnectionBook &book, const DefinitionCatalog &catalog, const Clock &clock,
                        QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// Invalid when there is no such connection.
    [[nodiscard]] QModelIndex indexOf(const QUuid &id) const;
    [[nodiscard]] QUuid idAt(const QModelIndex &index) const;

    void setStatus(const QUuid &id, const ConnectionStatus &status);
    /// Without a word from setStatus(), what the book remembers.
    [[nodiscard]] ConnectionStatus status(const QUuid &id) const;

private:
    void readAll();
    void add(int row);
    void drop(int row);
    [[nodiscard]] QString serviceName(const ConnectionRecord &record) const;
    [[nodiscard]] std::optional<QUrl> movedTo(const ConnectionRecord &record) const;
    [[nodiscard]] QString toolTip(const ConnectionRecord &record) const;
    [[nodiscard]] QString accessibleText(const ConnectionRecord &record) const;

    const ConnectionBook &m_book;
    const DefinitionCatalog &m_catalog;
    const Clock &m_clock;
    QList<QUuid> m_ids; ///< the rows as announced; the book is already a step ahead when it tells
    QHash<QUuid, ConnectionStatus> m_statuses;
};

} // namespace gatehouse
