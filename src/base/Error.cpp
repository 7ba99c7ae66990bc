// SPDX-License-Identifier: Apache-2.0
#include "base/Error.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

struct KindText
{
    const char *name;
    const char *sentence;
};

/// No default in the switch: a new kind without its text is a compiler warning.
KindText textOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return {"invalid-input", QT_TRANSLATE_NOOP("Error", "This cannot be used as it is. Correct it and try again.")};
    case ErrorKind::Unauthorized:
        return {"unauthorized", QT_TRANSLATE_NOOP("Error", "The service does not accept the secret. Enter a new one in "
                                                           "the connection's settings.")};
    case ErrorKind::Forbidden:
        return {"forbidden", QT_TRANSLATE_NOOP("Error", "The service refuses this. Check that the secret has the "
                                                        "permission and that your address is let in.")};
    case ErrorKind::AddressRefused:
        return {"address-refused",
                QT_TRANSLATE_NOOP("Error", "The service refuses this computer's address, whatever the secret. Add the "
                                           "address to the list from a computer or network that is let in.")};
    case ErrorKind::NotFound:
        return {"not-found", QT_TRANSLATE_NOOP("Error", "The service does not know this list. Check the address and "
                                                        "the scope in the connection's settings.")};
    case ErrorKind::Busy:
        return {"busy", QT_TRANSLATE_NOOP("Error", "The service is busy with another change. Try again in a while.")};
    case ErrorKind::Conflict:
        return {"conflict", QT_TRANSLATE_NOOP("Error", "The list was changed elsewhere at the same place. Choose which "
                                                       "version shall stand.")};
    case ErrorKind::RateLimited:
        return {"rate-limited", QT_TRANSLATE_NOOP("Error", "The service asks to slow down. Try again in a while.")};
    case ErrorKind::Rejected:
        return {"rejected", QT_TRANSLATE_NOOP("Error", "The service rejects the change.")};
    case ErrorKind::ServerFault:
        return {"server-fault", QT_TRANSLATE_NOOP("Error", "The service has a fault of its own. Try again later.")};
    case ErrorKind::Network:
        return {"network", QT_TRANSLATE_NOOP("Error", "The service cannot be reached. Check the network and the "
                                                      "connection's address.")};
    case ErrorKind::Timeout:
        return {"timeout", QT_TRANSLATE_NOOP("Error", "The service did not answer in time. Try again.")};
    case ErrorKind::Tls:
        return {"tls", QT_TRANSLATE_NOOP("Error", "The secure connection failed. Nothing was sent.")};
    case ErrorKind::Insecure:
        return {"insecure", QT_TRANSLATE_NOOP("Error", "Nothing was sent: the address is not protected by TLS, or the "
                                                       "service points to another host.")};
    case ErrorKind::UnreadableAnswer:
        return {"unreadable-answer", QT_TRANSLATE_NOOP("Error", "The answer is not what this service should say. The "
                                                                "list was left as it was.")};
    case ErrorKind::TooLarge:
        return {"too-large",
                QT_TRANSLATE_NOOP("Error", "The answer is larger than any list should be. It was not read.")};
    case ErrorKind::NotAsPlanned:
        return {"not-as-planned", QT_TRANSLATE_NOOP("Error", "Read back, the list is not what was sent. Compare before "
                                                             "you go on.")};
    case ErrorKind::NotAsReviewed:
        return {"not-as-reviewed",
                QT_TRANSLATE_NOOP("Error", "The list or the changes are not those that were reviewed. "
                                           "Nothing was sent: review them again.")};
    case ErrorKind::LockOut:
        return {"lock-out", QT_TRANSLATE_NOOP("Error", "This would lock you out. Nothing was changed.")};
    case ErrorKind::SecretMissing:
        return {"secret-missing", QT_TRANSLATE_NOOP("Error", "No secret is stored for this connection. Enter it in the "
                                                             "connection's settings.")};
    case ErrorKind::SecretLocked:
        return {"secret-locked", QT_TRANSLATE_NOOP("Error", "The keychain does not give the secret. Unlock it and try "
                                                            "again.")};
    case ErrorKind::Storage:
        return {"storage", QT_TRANSLATE_NOOP("Error", "This computer cannot keep the data. Check free space and "
                                                      "permissions.")};
    case ErrorKind::Definition:
        return {"definition", QT_TRANSLATE_NOOP("Error", "A service definition cannot be used.")};
    case ErrorKind::Cancelled:
        return {"cancelled", QT_TRANSLATE_NOOP("Error", "Cancelled.")};
    }
    Q_UNREACHABLE();
}

} // namespace

QString kindName(ErrorKind kind)
{
    return QString::fromLatin1(textOf(kind).name);
}

QString explain(const Error &error)
{
    if (!error.asked.isEmpty() && error.kind == ErrorKind::NotFound)
        return QCoreApplication::translate("Error",
                                           "The service knows no list at %1. Check the address and the scope in "
                                           "the connection's settings.")
            .arg(error.asked);
    if (!error.asked.isEmpty() && error.kind == ErrorKind::UnreadableAnswer)
        return QCoreApplication::translate("Error", "What %1 answers is not what this service should say. The list was "
                                                    "left as it was.")
            .arg(error.asked);
    if (!error.asked.isEmpty() && error.kind == ErrorKind::Network)
        return QCoreApplication::translate("Error",
                                           "%1 cannot be reached. Check the network and the connection's address.")
            .arg(error.asked);
    if (!error.asked.isEmpty() && error.kind == ErrorKind::Timeout)
        return QCoreApplication::translate("Error", "%1 did not answer in time. Try again.").arg(error.asked);
    return QCoreApplication::translate("Error", textOf(error.kind).sentence);
}

} // namespace gatehouse
