// SPDX-License-Identifier: Apache-2.0
#include "database/Database.h"

#include "base/PrivateFiles.h"
#include "database/Contention.h"
#include "database/ServerAddress.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>
#include <tuple>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString nextConnectionName()
{
    static std::atomic<quint64> counter = 0;
    return u"gatehouse-%1"_s.arg(++counter);
}

tl::unexpected<Error> cannotOpen(const QString &file, const QString &reason)
{
    return failure(ErrorKind::Storage,
                   QCoreApplication::translate("Database", "The database %1 cannot be opened.").arg(file), reason);
}

/// The first value of the first row, without the helpers of Database: they would connect again.
Result<QString> firstText(const QSqlDatabase &connection, const QString &sql, std::chrono::milliseconds busyTimeout)
{
    QSqlQuery query(connection);
    if (!untilUncontended(query, busyTimeout, [&] { return query.exec(sql); }))
        return failure(ErrorKind::Storage, query.lastError().text());
    return query.next() ? query.value(0).toString() : QString();
}

Result<void> configureSqlite(const QSqlDatabase &connection, std::chrono::milliseconds busyTimeout)
{
    const auto mode = firstText(connection, u"PRAGMA journal_mode = WAL"_s, busyTimeout);
    if (!mode)
        return failure(mode.error());
    if (*mode != "wal"_L1)
        return failure(ErrorKind::Storage,
                       u"SQLite cannot keep a write-ahead log there (journal mode %1)"_s.arg(*mode));
    for (const auto &pragma : {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (const auto done = firstText(connection, pragma, busyTimeout); !done)
            return failure(done.error());
    }
    return {};
}

Result<void> configurePostgreSql(const QSqlDatabase &connection, std::chrono::milliseconds busyTimeout)
{
    const auto encoding = firstText(connection, u"SHOW server_encoding"_s, busyTimeout);
    if (!encoding)
        return failure(encoding.error());
    if (*encoding != "UTF8"_L1)
        return failure(ErrorKind::Storage,
                       u"Its encoding is %1. Make one with ENCODING 'UTF8' TEMPLATE template0."_s.arg(*encoding));
    // Notices would go to standard error.
    for (const auto &setting : {u"SET client_min_messages = warning"_s,
                                u"SET lock_timeout = %1"_s.arg(qMax<qint64>(1, busyTimeout.count()))}) {
        if (const auto done = firstText(connection, setting, busyTimeout); !done)
            return failure(done.error());
    }
    return {};
}

/// Whether it may be run again when the connection broke under it, since it leaves no trace.
bool leavesNoTrace(const QString &sql)
{
    return sql.startsWith("SELECT"_L1) || sql.startsWith("BEGIN"_L1);
}

} // namespace

Result<Database> Database::open(const QString &file, std::chrono::milliseconds busyTimeout)
{
    // SQLite would make the file readable by everyone the umask allows; its log files follow the file's mode.
    if (const auto made = makePrivateFile(file); !made)
        return cannotOpen(file, QString(made.error().message + u' ' + made.error().detail).trimmed());
    Database database(Dialect::Sqlite, file, busyTimeout);
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_connectionName);
    connection.setDatabaseName(file);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count()));
    if (auto connected = database.connect(connection); !connected)
        return failure(std::move(connected.error()));
    return database;
}

Result<Database> Database::open(const ServerAddress &address, std::chrono::milliseconds busyTimeout)
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return cannotOpen(address.shown(),
                          u"Qt's driver for PostgreSQL is not installed (libqt6sql6-psql on Debian)."_s);
    Database database(Dialect::PostgreSql, address.shown(), busyTimeout);
    auto connection = QSqlDatabase::addDatabase(u"QPSQL"_s, database.m_connectionName);
    connection.setHostName(address.host);
    connection.setPort(address.port);
    connection.setUserName(address.user);
    connection.setPassword(address.password);
    connection.setDatabaseName(address.database);
    connection.setConnectOptions(address.connectOptions());
    if (auto connected = database.connect(connection); !connected)
        return failure(std::move(connected.error()));
    return database;
}

Database::Database(Dialect dialect, QString file, std::chrono::milliseconds busyTimeout)
    : m_connectionName(nextConnectionName())
    , m_dialect(dialect)
    , m_file(std::move(file))
    , m_busyTimeout(busyTimeout)
{}

Database::Database(Database &&other) noexcept
    : m_connectionName(std::exchange(other.m_connectionName, {}))
    , m_dialect(other.m_dialect)
    , m_file(other.m_file)
    , m_busyTimeout(other.m_busyTimeout)
    , m_inTransaction(other.m_inTransaction)
{}

Database &Database::operator=(Database &&other) noexcept
{
    if (this != &other) {
        close();
        m_connectionName = std::exchange(other.m_connectionName, {});
        m_dialect = other.m_dialect;
        m_file = other.m_file;
        m_busyTimeout = other.m_busyTimeout;
        m_inTransaction = other.m_inTransaction;
    }
    return *this;
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (m_connectionName.isEmpty())
        return;
    handle().close();
    QSqlDatabase::removeDatabase(m_connectionName);
    m_connectionName.clear();
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

Result<void> Database::connect(QSqlDatabase connection) const
{
    if (!connection.open())
        return cannotOpen(m_file, connection.lastError().text().trimmed());
    // The statement is ours and says nothing to people; which database it was does.
    if (const auto configured = configure(); !configured)
        return cannotOpen(m_file, configured.error().message);
    return {};
}

Result<void> Database::configure() const
{
    return m_dialect == Dialect::Sqlite ? configureSqlite(handle(), m_busyTimeout)
                                        : configurePostgreSql(handle(), m_busyTimeout);
}

bool Database::isLost() const
{
    return m_dialect == Dialect::PostgreSql && !handle().isOpen();
}

Result<void> Database::connectAgain() const
{
    auto connection = handle();
    connection.close();
    return connect(connection);
}

template <typename Step>
Result<Statement> Database::withConnection(Step step, bool repeatable) const
{
    if (m_inTransaction && isLost())
        return failure(
            ErrorKind::Storage,
            QCoreApplication::translate("Database", "The connection to the database %1 was lost.").arg(m_file));
    if (isLost()) {
        if (auto connected = connectAgain(); !connected)
            return failure(std::move(connected.error()));
    }
    auto done = step();
    if (done || !repeatable || m_inTransaction || !isLost())
        return done;
    // Found only now: the server has been restarted since the last statement.
    if (auto connected = connectAgain(); !connected)
        return failure(std::move(connected.error()));
    return step();
}

Result<Statement> Database::prepareOnce(const QString &sql) const
{
    QSqlQuery query(handle());
    // Else Qt keeps every row that SQLite has read. PostgreSQL's are kept by its client library anyway, and without it
    // they would be lost to the next statement.
    query.setForwardOnly(m_dialect == Dialect::Sqlite);
    const bool prepared = untilUncontended(query, m_busyTimeout, [&] { return query.prepare(sql); });
    Statement statement(std::move(query), *this);
    if (!prepared)
        return statement.failed(sql);
    return statement;
}

Result<Statement> Database::runOnce(const QString &sql) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(m_dialect == Dialect::Sqlite);
    const bool done = untilUncontended(query, m_busyTimeout, [&] { return query.exec(sql); });
    Statement statement(std::move(query), *this);
    if (!done)
        return statement.failed(sql);
    return statement;
}

Result<Statement> Database::prepare(const QString &sql) const
{
    return withConnection([&] { return prepareOnce(sql); }, true); // preparing changes nothing
}

Result<Statement> Database::query(const QString &sql, const QVariantList &values) const
{
    if (values.isEmpty()) // at once: PostgreSQL prepares neither CREATE nor BEGIN
        return withConnection([&] { return runOnce(sql); }, leavesNoTrace(sql));
    auto statement = prepare(sql);
    if (!statement)
        return statement;
    if (auto done = statement->run(values); !done)
        return failure(std::move(done.error()));
    return statement;
}

Result<int> Database::execute(const QString &sql, const QVariantList &values) const
{
    return query(sql, values).map([](const Statement &statement) { return statement.changedRows(); });
}

Result<int> Database::schemaVersion() const
{
    const auto version = [this](const QString &sql) {
        return first(sql, {}, [](const Statement &row) { return int(row.integer(0)); })
            .map([](std::optional<int> number) { return number.value_or(0); });
    };
    if (m_dialect == Dialect::Sqlite)
        return version(u"PRAGMA user_version"_s);
    // Asked first, since a statement that fails would end the transaction we may be in. Of the catalogue itself: a
    // look-up by name may be answered from what was so before we waited for the lock.
    const auto tables = version(u"SELECT count(*) FROM pg_catalog.pg_class "
                                "WHERE relname = 'schema_version' AND pg_catalog.pg_table_is_visible(oid)"_s);
    if (!tables || *tables == 0)
        return tables;
    return version(u"SELECT version FROM schema_version"_s);
}

Result<void> Database::setSchemaVersion(int version) const
{
    // Neither a pragma nor a statement that is not prepared takes bound values.
    QStringList steps = {u"PRAGMA user_version = %1"_s.arg(version)};
    if (m_dialect == Dialect::PostgreSql)
        steps = {u"CREATE TABLE IF NOT EXISTS schema_version(version BIGINT NOT NULL)"_s,
                 u"DELETE FROM schema_version"_s, u"INSERT INTO schema_version VALUES(%1)"_s.arg(version)};
    for (const auto &step : steps) {
        if (const auto done = execute(step); !done)
            return failure(done.error());
    }
    return {};
}

Result<void> Database::begin() const
{
    const bool ofServer = m_dialect == Dialect::PostgreSql;
    // Read committed: what is read after the wait for the lock includes what the one before us wrote.
    const auto begun = execute(ofServer ? u"BEGIN ISOLATION LEVEL READ COMMITTED"_s : u"BEGIN IMMEDIATE"_s);
    if (!begun)
        return failure(begun.error());
    m_inTransaction = true;
    if (!ofServer)
        return {};
    // One writer at a time, as SQLite has it, and until the transaction ends. The number is ours alone.
    if (const auto locked = execute(u"SELECT pg_advisory_xact_lock(7449370390285350259)"_s); !locked) {
        rollBack();
        return failure(locked.error());
    }
    return {};
}

Result<void> Database::commit() const
{
    // After a statement has failed PostgreSQL takes COMMIT for ROLLBACK, and says that all is well.
    if (m_dialect == Dialect::PostgreSql) {
        if (const auto sound = execute(u"SELECT 1"_s); !sound)
            return failure(sound.error());
    }
    if (const auto done = execute(u"COMMIT"_s); !done)
        return failure(done.error());
    m_inTransaction = false;
    return {};
}

void Database::rollBack() const
{
    // Fails only where the database has rolled back by itself before (a full disk, a lost connection).
    std::ignore = execute(u"ROLLBACK"_s);
    m_inTransaction = false;
}

QVariant sqlTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

} // namespace gatehouse
