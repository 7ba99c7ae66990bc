// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "database/Dialect.h"
#include "database/Statement.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>

namespace gatehouse {

struct ServerAddress;

/// One connection to one database, checked at every step. Belongs to the thread that opened it: each thread opens its
/// own. Several connections, also of several programs, may have the same database open.
///
/// An SQLite file that is new can be read by its owner only; a symbolic link in its place is refused. The connection
/// uses the write-ahead log with `synchronous = FULL` (what was committed survives a power cut) and enforces foreign
/// keys. A database of a PostgreSQL server must be in UTF-8; when the server has been away, the connection is made
/// again by the next statement outside of a transaction. Both wait up to `busyTimeout` for another writer, at every
/// step: while it is opened, too, and where SQLite itself would refuse at once (see Contention.h).
///
/// Every error is ErrorKind::Storage; its detail holds the file, the statement and the database's own text. Bound
/// values are never part of it, since they may be secrets; nor is the server's password.
///
/// Values: an invalid QVariant is NULL; a null QString is the empty text (Qt would make it NULL); times go in by
/// sqlTime() and come out by Statement::time(); truth is 1 and 0 in a BIGINT column. PostgreSQL cannot store the
/// character U+0000, which becomes U+FFFD there.
///
/// SQL that both shall read: columns are TEXT and BIGINT, `@serial@` stands for a key that the database counts (see
/// Migrations.h), a condition is a comparison (`active <> 0`), NULL does not make such a key count, and the order and
/// the case of texts are decided by the program: `ORDER BY` and `LIKE` differ.
class Database final
{
public:
    /// Opens `file`, which is made when missing; its folder must exist.
    static Result<Database> open(const QString &file, std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));
    /// Connects to a database of a PostgreSQL server, which must exist.
    static Result<Database> open(const ServerAddress &address,
                                 std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    /// How long each statement waits for others.
    [[nodiscard]] std::chrono::milliseconds busyTimeout() const { return m_busyTimeout; }
    /// The file, or the address of the server's database without its password.
    [[nodiscard]] QString file() const { return m_file; }
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
    friend class Transaction;
    Database(Dialect dialect, QString file, std::chrono::milliseconds busyTimeout);
    [[nodiscard]] Result<void> connect(QSqlDatabase connection) const;
    [[nodiscard]] Result<void> configure() const;
    [[nodiscard]] bool isLost() const;
    [[nodiscard]] Result<void> connectAgain() const;
    template <typename Step>
    [[nodiscard]] Result<Statement> withConnection(Step step, bool repeatable) const;
    [[nodiscard]] Result<Statement> prepareOnce(const QString &sql) const;
    [[nodiscard]] Result<Statement> runOnce(const QString &sql) const;
    [[nodiscard]] Result<void> begin() const;
    [[nodiscard]] Result<void> commit() const;
    void rollBack() const;
    void close();

    QString m_connectionName; ///< empty after a move
    Dialect m_dialect;
    QString m_file;
    std::chrono::milliseconds m_busyTimeout;
    /// A lost connection is not made again while this holds: what follows would run outside of the transaction.
    mutable bool m_inTransaction = false;
};

/// A time as it is stored: milliseconds since 1970 UTC, NULL for an invalid one.
QVariant sqlTime(const QDateTime &time);

} // namespace gatehouse
