// SPDX-License-Identifier: Apache-2.0
#include "database/Salvage.h"

#include "database/Database.h"
#include "database/Transaction.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

/// A file opened for reading only, without any of the care of Database: it is damaged.
class DamagedFile final
{
public:
    explicit DamagedFile(const QString &file)
        : m_name(u"damaged "_s + QUuid::createUuid().toString())
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        connection.setDatabaseName(file);
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        m_isOpen = connection.open();
    }
    ~DamagedFile() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(DamagedFile)

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QSqlQuery query() const
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        return query;
    }

    /// Reads also a file that is shorter than it says, which SQLite refuses without that. Nothing is written.
    [[nodiscard]] QSqlQuery salvaging() const
    {
        QSqlQuery query = this->query();
        query.exec(u"PRAGMA writable_schema = ON"_s);
        return query;
    }

private:
    QString m_name;
    bool m_isOpen = false;
};

/// As SQLite counts its errors: SQLITE_CORRUPT and SQLITE_NOTADB, with what they are extended by.
bool tellsOfDamage(const QSqlError &error)
{
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    constexpr int primaryCode = 0xff;
    const int code = error.nativeErrorCode().toInt() & primaryCode;
    return code == corrupt || code == notADatabase;
}

struct Column
{
    QString name;
    bool isKey = false;
};

QString namesOf(const QList<Column> &columns, const QString &after = {})
{
    QStringList names;
    for (const Column &column : columns)
        names.append(column.name + after);
    return names.join(u", "_s);
}

/// One table, from the damaged file to the new one.
class TableSalvage final
{
public:
    TableSalvage(const DamagedFile &from, const Database &to, QString table, QList<Column> columns)
        : m_from(from)
        , m_to(to)
        , m_table(std::move(table))
        , m_columns(std::move(columns))
    {}

    Result<int> copy()
    {
        // From both ends, up to the damage.
        auto whole = scan({});
        QList<Column> keys = m_columns;
        keys.removeIf([](const Column &column) { return !column.isKey; });
        if (whole && !*whole && !keys.isEmpty())
            whole = scan(u" ORDER BY "_s + namesOf(keys, u" DESC"_s));
        return whole.map([this](bool) { return m_copied; });
    }

private:
    /// Whether it came to the end.
    Result<bool> scan(const QString &order)
    {
        QStringList marks(m_columns.size(), u"?"_s);
        auto insert = m_to.prepare(
            u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(m_table, namesOf(m_columns), marks.join(u", "_s)));
        if (!insert)
            return failure(std::move(insert.error()));
        QSqlQuery rows = m_from.salvaging();
        if (!rows.exec(u"SELECT %1 FROM %2%3"_s.arg(namesOf(m_columns), m_table, order)))
            return false;
        while (rows.next()) {
            QVariantList values;
            for (int column = 0; column < int(m_columns.size()); ++column)
                values.append(rows.isNull(column) ? QVariant() : rows.value(column));
            // One that refers to what was lost is refused, and lost with it.
            if (insert->run(values))
                m_copied += insert->changedRows();
        }
        return !rows.lastError().isValid();
    }

    const DamagedFile &m_from;
    const Database &m_to;
    QString m_table;
    QList<Column> m_columns;
    int m_copied = 0;
};

} // namespace

bool isDamaged(const QString &file)
{
    const DamagedFile damaged(file);
    if (!damaged.isOpen())
        return false;
    QSqlQuery query = damaged.query();
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next())
        return tellsOfDamage(query.lastError());
    return query.value(0).toString() != "ok"_L1;
}

int damagedSchemaVersion(const QString &file)
{
    const DamagedFile damaged(file);
    QSqlQuery query = damaged.salvaging();
    return query.exec(u"PRAGMA user_version"_s) && query.next() ? query.value(0).toInt() : 0;
}

Result<int> salvage(const QString &file, const Database &target)
{
    // In the order they were made: what a table refers to was made before it.
    const auto tables = target.rows(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                    "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"_s,
                                    {}, [](const Statement &row) { return row.text(0); });
    if (!tables)
        return failure(tables.error());
    auto transaction = Transaction::begin(target);
    if (!transaction)
        return failure(std::move(transaction.error()));
    const DamagedFile damaged(file);
    int copied = 0;
    for (const QString &table : *tables) {
        const auto columns =
            target.rows(u"SELECT name, pk FROM pragma_table_info(?)"_s, {table}, [](const Statement &row) {
                return Column{row.text(0), row.integer(1) > 0};
            });
        if (!columns)
            return failure(columns.error());
        auto rows = TableSalvage(damaged, target, table, *columns).copy();
        if (!rows)
            return rows;
        copied += *rows;
    }
    return transaction->commit().map([copied] { return copied; });
}

} // namespace gatehouse
