// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "database/Statement.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>

namespace gatehouse {

/// One connection to one SQLite file, checked at every step. Belongs to the thread that opened it: each thread opens
/// its own. Several connections, also of several programs, may have the same file open.
///
/// A new file can be read by its owner only. The connection uses the write-ahead log with `synchronous = FULL` (what
/// was committed survives a power cut), enforces foreign keys, and waits up to `busyTimeout` for another writer.
///
/// Every error is ErrorKind::Storage; its detail holds the file, the statement and SQLite's own text. Bound values are
/// never part of it, since they may be secrets.
///
/// Values: an invalid QVariant is NULL; a null QString is the empty text (Qt would make it NULL); times go in by
/// sqlTime() and come out by Statement::time(). What knows SQLite is open(), begin and the schema version: another
/// driver needs another open().
class Database final
{
public:
    /// Opens `file`, which is made when missing; its folder must exist.
    static Result<Database> open(const QString &file, std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QString file() const;
    /// The connection itself, for what the helpers below do not cover. Borrowed: keep no copy longer than this object.
    [[nodiscard]] QSqlDatabase handle() const;

    /// For statements that are run many times. The Statement must not outlive this object.
    [[nodiscard]] Result<Statement> prepare(const QString &sql) const;
    /// Prepares, binds `values` to the question marks in their order, and runs.
    [[nodiscard]] Result<Statement> query(const QString &sql, const QVariantList &values = {}) const;
    /// The same for what returns no rows. Answers how many rows were inserted, changed or deleted.
    [[nodiscard]] Result<int> execute(const QString &sql, const QVariantList &values = {}) const;

    /// Every row, each made a value by `read(const Statement &)`.
    template <typename Reader>
    [[nodiscard]] auto rows(const QString &sql, const QVariantList &values, Reader read) const
        -> Result<QList<std::invoke_result_t<Reader, const Statement &>>>
    {
        QList<std::invoke_result_t<Reader, const Statement &>> all;
        auto statement = query(sql, values);
        if (!statement)
            return failure(std::move(statement.error()));
        for (;;) {
            const auto found = statement->next();
            if (!found)
                return failure(found.error());
            if (!*found)
                return all;
            all.append(std::invoke(read, std::as_const(*statement)));
        }
    }

    /// The first row, or nullopt when there is none.
    template <typename Reader>
    [[nodiscard]] auto first(const QString &sql, const QVariantList &values, Reader read) const
        -> Result<std::optional<std::invoke_result_t<Reader, const Statement &>>>
    {
        auto statement = query(sql, values);
        if (!statement)
            return failure(std::move(statement.error()));
        const auto found = statement->next();
        if (!found)
            return failure(found.error());
        if (!*found)
            return std::nullopt;
        return std::invoke(read, std::as_const(*statement));
    }

    /// 0 for a new file. Set only by migrate().
    [[nodiscard]] Result<int> schemaVersion() const;
    [[nodiscard]] Result<void> setSchemaVersion(int version) const;

private:
    explicit Database(QString connectionName);
    void close();

    QString m_connectionName; ///< empty after a move
};

/// A time as it is stored: milliseconds since 1970 UTC, NULL for an invalid one.
QVariant sqlTime(const QDateTime &time);

} // namespace gatehouse
