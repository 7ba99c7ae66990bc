// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/ConnectionStatus.h"

#include "desktop/widgets/Moment.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("gatehouse::ConnectionStatus", text);
}

/// A few words; the whole sentence is in explain().
QString shortReason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "The secret was refused"));
    case ErrorKind::Forbidden:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Not permitted"));
    case ErrorKind::AddressRefused:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "This address is refused"));
    case ErrorKind::SecretMissing:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "No secret is stored"));
    case ErrorKind::SecretLocked:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "The keychain is locked"));
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Cannot be reached"));
    case ErrorKind::Tls:
    case ErrorKind::Insecure:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Not secure"));
    case ErrorKind::Conflict:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Changed elsewhere too"));
    case ErrorKind::NotAsPlanned:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Not everything was applied"));
    case ErrorKind::Cancelled:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Cancelled"));
    default:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Something went wrong"));
    }
}

} // namespace

QString describe(const ConnectionStatus &status, const QDateTime &now)
{
    switch (status.activity) {
    case ConnectionStatus::Activity::Opening:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Opening…"));
    case ConnectionStatus::Activity::Loading:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Reading…"));
    case ConnectionStatus::Activity::Applying:
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Applying changes…"));
    case ConnectionStatus::Activity::Idle:
        break;
    }
    if (status.error)
        return shortReason(status.error->kind);
    if (status.overdue)
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Overdue entries"));
    if (!status.fetchedAt)
        return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Not read yet"));
    return tr(QT_TRANSLATE_NOOP("gatehouse::ConnectionStatus", "Read at %1"))
        .arg(describeMoment(*status.fetchedAt, now));
}

} // namespace gatehouse
