// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "database/Dialect.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <chrono>

namespace gatehouse {

class Database;

/// A prepared statement, to be run any number of times. Made by Database; used in its thread, within its life.
///
/// While rows are left unread it keeps a read transaction open: read to the end, call finish(), or let it die.
class Statement final
{
public:
    /// Binds `values` to the question marks in their order and runs. How many rows were changed is in changedRows().
    [[nodiscard]] Result<void> run(const QVariantList &values = {});
    /// Goes to the next row; false at the end.
    [[nodiscard]] Result<bool> next();
    void finish();

    [[nodiscard]] int changedRows() const;
    /// The number that the last INSERT was given.
    [[nodiscard]] qint64 lastInsertId() const;

    // Columns of the current row, counted from 0.
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool boolean(int column) const;
    [[nodiscard]] QDateTime time(int column) const; ///< as sqlTime() wrote it, in UTC; invalid for NULL

private:
    friend class Database;
    Statement(QSqlQuery query, const Database &database);
    [[nodiscard]] QVariant bindable(const QVariant &value) const;
    [[nodiscard]] tl::unexpected<Error> failed(const QString &sql) const;

    QSqlQuery m_query;
    QString m_file;
    Dialect m_dialect;
    std::chrono::milliseconds m_busyTimeout;
};

} // namespace gatehouse
