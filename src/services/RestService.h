// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "base/Async.h"
#include "base/Clock.h"
#include "http/HttpPolicy.h"
#include "ip/IpAddress.h"
#include "services/ServiceDefinition.h"
#include "services/Verification.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gatehouse {

class HttpClient;

/// How politely a service is to be asked: the definition's rate limit in the shape the HTTP client takes it.
[[nodiscard]] HttpPolicy httpPolicyFor(const ServiceDefinition &definition);

/// Which list of a service, and where.
struct Endpoint
{
    QUrl baseUrl;
    QMap<QString, QString> scope; ///< by ScopeField::key
    /// Answers GET with {"ip": "…"}, the caller's address, and is asked without the secret. For a service that has such
    /// a thing only here, as the embedded one does; goes before an echo of the definition.
    std::optional<QUrl> echoUrl;
    bool operator==(const Endpoint &) const = default;
};

/// One request that changes the remote list.
struct Operation
{
    enum class Kind { Replace, Create, Update, Remove };

    Kind kind = Kind::Replace;
    std::vector<Entry> entries; ///< Replace: the whole list as wanted; Create, Update, Remove: one or, in bulk, several
    /// Entries of these whose expiry the service holds already: sent again it would count anew.
    QSet<EntryKey> keepsExpiry;
    /// Goes on where the service guards against locking the caller out. Only with Capabilities::force; nothing else
    /// changes by it.
    bool force = false;
    /// Not empty: why no request can do this without taking more away than is meant. Sending fails with it.
    QString refusal{};
};

/// Speaks one service's API as its definition says; the one interpreter for all services.
///
/// Lives in the thread that made it. Every future may be cancelled. Errors carry HTTP status, the service's message,
/// request id and field errors, with the secret masked. A 2xx that cannot be read as the definition promises is
/// ErrorKind::UnreadableAnswer, never an empty list.
class RestService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestService)

public:
    RestService(std::shared_ptr<const ServiceDefinition> definition, Endpoint endpoint, QString secret,
                std::unique_ptr<HttpClient> http, const Clock &clock, QObject *parent = nullptr);
    ~RestService() override;

    [[nodiscard]] const ServiceDefinition &definition() const;
    [[nodiscard]] const Endpoint &endpoint() const;
    /// The definition's, and what this endpoint adds.
    [[nodiscard]] Capabilities capabilities() const;

    /// All pages. The entries have remote ids where the service has them, and null keys (see withKeysOf).
    /// Progress: pages read of pages known.
    [[nodiscard]] Future<std::vector<Entry>> fetch();

    /// The requests that turn the draft's snapshot into the draft, in a safe order: creates before removals, what
    /// covers `own` first in and last out. Replace services get one request. Never a create and a removal that could
    /// take what was just made: what the service offers no safe request for comes first, as an operation with a
    /// refusal, so that nothing is sent before it is told.
    [[nodiscard]] std::vector<Operation> plan(const Draft &draft, const CurrentAddresses &own) const;

    /// Sends one operation. Success means that the service said so; the caller reads back. Some services say in a good
    /// answer that nothing was done: `said`, which may be empty, is called with the words of each good answer that has
    /// some, capped and masked. FieldError::index counts in Operation::entries. Nothing is sent twice that may not be:
    /// when the answer to a create is lost, the error says so and reading back tells what became of it.
    [[nodiscard]] Future<void> send(const Operation &operation, std::function<void(const QString &)> said = {});

    /// Asks whether the service would take the list, without changing it. Rejected, with the entries concerned in
    /// Error::fields, when it would not. Only with Capabilities::validate.
    [[nodiscard]] Future<void> validate(const std::vector<Entry> &entries);

    /// The caller's address as the service sees it. Only with Capabilities::echo.
    [[nodiscard]] Future<IpAddress> echo();

    /// The values that scope field may take. Only with ScopeField::hasChoices. The scope of this service need not be
    /// complete for it.
    [[nodiscard]] Future<std::vector<ScopeChoice>> choices(const QString &scopeKey);

    /// Whether the list lets this computer in, asked with `secret`: that of what the list guards, which need not be the
    /// connection's and is kept nowhere. Fails only when there is no answer. Only with Capabilities::verify.
    [[nodiscard]] Future<Verification> verify(const QString &secret);

    /// One page of the requests that came. Only with Capabilities::logs.
    [[nodiscard]] Future<LogPage> logs(const LogQuery &query);

    /// Makes a scope with its list. Sent once and never repeated: when the answer is lost or cannot be read, it may
    /// have been made nevertheless. Only with Capabilities::newScope.
    [[nodiscard]] Future<MadeScope> makeScope(const NewScope &wanted);

    /// True when `live`, as read back, is what `wanted` asked for: same range, and each field the service can hold, an
    /// expiry within the service's own grain.
    [[nodiscard]] bool holds(const EntryContent &live, const EntryContent &wanted) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
