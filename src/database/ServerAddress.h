// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QMap>
#include <QString>

namespace gatehouse {

/// Where a database of a PostgreSQL server is and who asks for it.
///
/// What is left out comes from where PostgreSQL's own programs take it: PGPASSWORD, ~/.pgpass, PGPORT, PGUSER and so
/// on.
struct ServerAddress
{
    QString host; ///< a name or an address, or the folder of the server's socket; empty: the socket in its usual folder
    int port = -1;
    QString user;
    QString password;
    QString database;
    QMap<QString, QString> options; ///< of libpq: sslmode, sslrootcert, sslcert, sslkey, passfile

    /// Whether `text` means a server at all: begins with postgresql:// or postgres://.
    [[nodiscard]] static bool isMeantBy(const QString &text);
    /// postgresql://user:password@host:port/name?sslmode=require; `user` and `host` may also be given behind the
    /// question mark. ErrorKind::InvalidInput with a sentence that does not repeat the text: it may hold a password.
    [[nodiscard]] static Result<ServerAddress> parse(const QString &text);

    /// As a URL, without password and options.
    [[nodiscard]] QString shown() const;
    /// The options for QSqlDatabase. Over a network TLS is asked for unless `sslmode` says otherwise; a server that has
    /// gone without a word is noticed within half a minute.
    [[nodiscard]] QString connectOptions() const;

    bool operator==(const ServerAddress &) const = default;
};

} // namespace gatehouse
