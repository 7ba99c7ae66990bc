// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace gatehouse {

/// What went wrong, as far as a caller may act on it. The sentence for people comes from explain().
enum class ErrorKind {
    InvalidInput,     ///< what the user or the caller gave cannot be used
    Unauthorized,     ///< 401: the secret is missing, wrong or expired
    Forbidden,        ///< 403: the secret is known but may not do this, or our address is refused
    AddressRefused,   ///< the service says that it refuses our address
    NotFound,         ///< 404: the scope (organization, environment, key …) does not exist
    Busy,             ///< the service is busy with another change, after patience ran out
    Conflict,         ///< the remote list changed in a way that cannot be merged
    RateLimited,      ///< 429, after patience ran out
    Rejected,         ///< another 4xx: the service refuses the content
    ServerFault,      ///< 5xx
    Network,          ///< no connection, or it broke
    Timeout,          ///< our deadline passed
    Tls,              ///< certificate or handshake refused
    Insecure,         ///< we refused: not TLS and not this computer, or a redirect that leaves the host
    UnreadableAnswer, ///< a 2xx that is not what the service's definition promises
    TooLarge,         ///< the answer exceeds the size cap
    NotAsPlanned,     ///< read back after a write, the list is not what was sent
    NotAsReviewed,    ///< what would be sent is not what somebody looked at and agreed to; nothing was sent
    LockOut,          ///< would lock the caller out, and was not confirmed
    SecretMissing,    ///< no secret was ever stored for this connection
    SecretLocked,     ///< the keychain is locked or refused access
    Storage,          ///< our own database or files cannot be read or written
    Definition,       ///< a service definition is broken
    Cancelled,        ///< the user cancelled
};

/// One field that a service complained about.
struct FieldError
{
    int index = -1; ///< position of the entry in what was sent, -1 when the service did not say
    QString field;  ///< the service's own name for the field
    QString message;
    bool operator==(const FieldError &) const = default;
};

/// An error as it travels between libraries. Contains no secret: whoever makes one masks first (see Redaction.h).
struct Error
{
    ErrorKind kind = ErrorKind::Storage;
    QString message;    ///< what the origin said, in its own words; may be empty
    QString detail;     ///< more of it: a response body (capped), a file and line, an SQL error
    int httpStatus = 0; ///< 0 when no HTTP answer was received
    QString requestId;  ///< the service's id when it gave one, else ours; empty without a request
    std::optional<std::chrono::seconds> retryAfter;
    QList<FieldError> fields;
    /// The URL, where the answer may come from a place that was not meant, or of the host that could not be reached;
    /// else empty.
    QString asked;
    bool operator==(const Error &) const = default;
};

inline Error makeError(ErrorKind kind, QString message, QString detail = {})
{
    Error error;
    error.kind = kind;
    error.message = std::move(message);
    error.detail = std::move(detail);
    return error;
}

/// The stable name used by `--json` output: "unauthorized", "rate-limited" …
QString kindName(ErrorKind kind);

/// One translated sentence that says what happened and what to do next. The only place where error text is made.
QString explain(const Error &error);

} // namespace gatehouse
