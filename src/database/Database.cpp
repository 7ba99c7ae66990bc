// SPDX-License-Identifier: Apache-2.0
#include "database/Database.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>

#include <atomic>

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

/// SQLite would make the file readable by everyone the umask allows; its log files follow the file's mode.
Result<void> makePrivateFile(const QString &path)
{
    QFile file(path);
    if (file.exists())
        return {};
    // NewOnly: when another program makes it first, that one has set the mode.
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return {};
    if (file.exists())
        return {};
    return cannotOpen(path, file.errorString());
}

Result<void> configure(const Database &database)
{
    const auto mode =
        database.first(u"PRAGMA journal_mode = WAL"_s, {}, [](const Statement &row) { return row.text(0); });
    if (!mode)
        return failure(mode.error());
    if (mode->value_or(QString()) != "wal"_L1)
        return cannotOpen(database.file(), u"SQLite cannot keep a write-ahead log there (journal mode %1)"_s.arg(
                                               mode->value_or(QString())));
    for (const auto &pragma : {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (const auto done = database.execute(pragma); !done)
            return failure(done.error());
    }
    return {};
}

} // namespace

Result<Database> Database::open(const QString &file, std::chrono::milliseconds busyTimeout)
{
    if (auto made = makePrivateFile(file); !made)
        return failure(std::move(made.error()));
    Database database(nextConnectionName());
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_connectionName);
        connection.setDatabaseName(file);
        connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count()));
        if (!connection.open())
            return cannotOpen(file, connection.lastError().text());
    }
    if (auto configured = configure(database); !configured) {
        // The statement is ours and says nothing to people; which file it was does.
        return cannotOpen(file, configured.error().detail);
    }
    return database;
}

Database::Database(QString connectionName)
    : m_connectionName(std::move(connectionName))
{}

Database::Database(Database &&other) noexcept
    : m_connectionName(std::exchange(other.m_connectionName, {}))
{}

Database &Database::operator=(Database &&other) noexcept
{
    if (this != &other) {
        close();
        m_connectionName = std::exchange(other.m_connectionName, {});
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

QString Database::file() const
{
    return handle().databaseName();
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

Result<Statement> Database::prepare(const QString &sql) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(true); // else Qt keeps every row that was read
    const bool prepared = query.prepare(sql);
    Statement statement(std::move(query), file());
    if (!prepared)
        return statement.failed(sql);
    return statement;
}

Result<Statement> Database::query(const QString &sql, const QVariantList &values) const
{
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
    return first(u"PRAGMA user_version"_s, {}, [](const Statement &row) { return int(row.integer(0)); })
        .map([](std::optional<int> version) { return version.value_or(0); });
}

Result<void> Database::setSchemaVersion(int version) const
{
    // A pragma takes no bound values.
    return execute(u"PRAGMA user_version = %1"_s.arg(version)).map([](int) {});
}

QVariant sqlTime(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

} // namespace gatehouse
