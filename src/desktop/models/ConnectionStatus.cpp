// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/ConnectionStatus.h"

#include "desktop/widgets/Moment.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

/// The context under which translators find the texts.
struct StatusText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ConnectionStatus)
};

/// A few words; the whole sentence is in explain().
QString shortReason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
        return StatusText::tr("The secret was refused");
    case ErrorKind::Forbidden:
        return StatusText::tr("Not permitted");
    case ErrorKind::AddressRefused:
        return StatusText::tr("This address is refused");
    case ErrorKind::SecretMissing:
        return StatusText::tr("No secret is stored");
    case ErrorKind::SecretLocked:
        return StatusText::tr("The keychain is locked");
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return StatusText::tr("Cannot be reached");
    case ErrorKind::Tls:
    case ErrorKind::Insecure:
        return StatusText::tr("Not secure");
    case ErrorKind::Conflict:
        return StatusText::tr("Changed elsewhere too");
    case ErrorKind::NotAsPlanned:
        return StatusText::tr("Not everything was applied");
    case ErrorKind::Cancelled:
        return StatusText::tr("Cancelled");
    default:
        return StatusText::tr("Something went wrong");
    }
}

} // namespace

QString titleOf(const OpenTo &open)
{
    if (open.v4 && open.v6)
        return StatusText::tr("Open to everyone");
    if (open.v4)
        return StatusText::tr("Open to every IPv4 address");
    return open.v6 ? StatusText::tr("Open to every IPv6 address") : QString();
}

QString describe(const ConnectionStatus &status, const QDateTime &now)
{
    switch (status.activity) {
    case ConnectionStatus::Activity::Opening:
        return StatusText::tr("Opening…");
    case ConnectionStatus::Activity::Loading:
        return StatusText::tr("Reading…");
    case ConnectionStatus::Activity::Applying:
        return StatusText::tr("Applying changes…");
    case ConnectionStatus::Activity::Idle:
        break;
    }
    if (status.error)
        return shortReason(status.error->kind);
    if (status.overdue)
        return StatusText::tr("Overdue entries");
    if (status.openTo.anybody())
        return titleOf(status.openTo);
    if (!status.fetchedAt)
        return StatusText::tr("Not read yet");
    return StatusText::tr("Read at %1").arg(describeMoment(*status.fetchedAt, now));
}

} // namespace gatehouse
