// SPDX-License-Identifier: Apache-2.0
#include "database/Statement.h"

#include "database/Contention.h"
#include "database/Database.h"

#include <QCoreApplication>
#include <QSqlError>

namespace gatehouse {

using namespace Qt::StringLiterals;

Statement::Statement(QSqlQuery query, const Database &database)
    : m_query(std::move(query))
    , m_file(database.file())
    , m_dialect(database.dialect())
    , m_busyTimeout(database.busyTimeout())
{}

tl::unexpected<Error> Statement::failed(const QString &sql) const
{
    const QSqlError error = m_query.lastError();
    QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    if (m_dialect == Dialect::PostgreSql)
        reason = reason.section(u'\n', 0, 0); // further lines show values
    return failure(ErrorKind::Storage,
                   QCoreApplication::translate("Database", "The database refused a statement: %1").arg(reason),
                   u"%1\n%2\n%3 (%4)"_s.arg(m_file, sql, reason, error.nativeErrorCode()));
}

QVariant Statement::bindable(const QVariant &value) const
{
    if (value.typeId() == QMetaType::Bool) // which PostgreSQL does not take for a number
        return value.toInt();
    if (value.typeId() != QMetaType::QString)
        return value;
    QString text = value.toString();
    if (text.isNull()) // Qt binds it as NULL, which no caller means
        return QVariant(u""_s);
    if (m_dialect == Dialect::PostgreSql) // for which the text would end there
        text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return text;
}

Result<void> Statement::run(const QVariantList &values)
{
    m_query.finish();
    for (qsizetype position = 0; position < values.size(); ++position)
        m_query.bindValue(int(position), bindable(values[position]));
    if (!untilUncontended(m_query, m_busyTimeout, [this] { return m_query.exec(); }))
        return failed(m_query.lastQuery());
    return {};
}

Result<bool> Statement::next()
{
    if (m_query.next())
        return true;
    // false means "no more" or "broken"; only the error tells which.
    if (m_query.lastError().isValid())
        return failed(m_query.lastQuery());
    m_query.finish();
    return false;
}

void Statement::finish()
{
    m_query.finish();
}

int Statement::changedRows() const
{
    return m_query.numRowsAffected();
}

qint64 Statement::lastInsertId() const
{
    return m_query.lastInsertId().toLongLong();
}

QVariant Statement::value(int column) const
{
    return m_query.value(column);
}

bool Statement::isNull(int column) const
{
    return m_query.isNull(column);
}

QString Statement::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 Statement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

bool Statement::boolean(int column) const
{
    return integer(column) != 0;
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

} // namespace gatehouse
