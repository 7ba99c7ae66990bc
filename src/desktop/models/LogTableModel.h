// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/UsageLogs.h"

#include <QAbstractTableModel>

namespace gatehouse {

/// The requests that a service tells of, page after page, in the service's own order. Knows no network: who reads a
/// page appends it.
class LogTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogTableModel)

public:
    enum Role {
        RefusedRole = Qt::UserRole + 1, ///< bool: the list turned the caller away
        KindRole,                       ///< LogColumn::Kind, as int
    };

    explicit LogTableModel(LogsDescription description, QObject *parent = nullptr);

    void clear();
    /// Rows that have fewer cells than there are columns are filled up with nothing.
    void append(const LogPage &page);

    [[nodiscard]] const LogsDescription &description() const { return m_description; }
    /// As the page that was appended last says.
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }

    // 0 <= row < rowCount()
    [[nodiscard]] bool isRefused(int row) const { return m_rows[row].refused; }
    /// Empty where the service tells none.
    [[nodiscard]] QString addressAt(int row) const;
    /// The list that decided, as value of LogsDescription::scopeKey; empty where the service does not tell.
    [[nodiscard]] QString scopeAt(int row) const { return m_rows[row].scope; }

    /// All rows with a header, RFC 4180; times in UTC, ISO 8601.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QVariantList cells;
        bool refused = false;
        QString scope;
    };

    [[nodiscard]] const LogColumn &columnOf(int section) const { return m_description.columns[section]; }
    [[nodiscard]] QString toolTip(const Row &row, int section) const;

    LogsDescription m_description;
    QList<Row> m_rows;
    bool m_hasMore = false;
    std::optional<qint64> m_total;
};

} // namespace gatehouse
