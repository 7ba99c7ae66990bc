// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Expiry.h"
#include "allowlist/ListRules.h"
#include "base/Result.h"
#include "http/HttpPolicy.h"
#include "services/NewScope.h"
#include "services/Scope.h"
#include "services/UsageLogs.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace gatehouse {

/// How sure a definition is of what it says.
enum class Certainty {
    Documented, ///< from the vendor's published documentation
    Convention, ///< a convention of ours, since the vendor publishes nothing; must be checked against the live service
};

/// When changes go out unless the user chooses otherwise.
enum class ApplyMode { AtOnce, Collected };

/// How an expiry can be written to the service.
enum class ExpiryWriting {
    Impossible, ///< the service holds none
    NamedOnly,  ///< one of a set of durations, counted by the service from when it takes the entry
    Exact,      ///< any time
};

/// What a service can hold of an entry; follows from its definition.
struct Capabilities
{
    bool label = false;
    bool active = false;
    ExpiryWriting expiry = ExpiryWriting::Impossible;
    bool provenance = false; ///< tells when or by whom an entry was made
    bool update = false;     ///< can change an entry in place
    bool replace = false;    ///< takes the list as a whole
    bool echo = false;       ///< tells the caller's address; an endpoint may add it, see RestService::capabilities()
    bool force = false;      ///< can be told to go on where it guards against a change, see Operation::force
    bool validate = false;   ///< can look at entries without taking them
    bool verify = false;     ///< has a request that tells whether the list lets this computer in
    bool logs = false;       ///< tells of the requests that came
    bool newScope = false;   ///< can make a scope together with its list
};

/// A base URL of the past, and the one that took its place.
struct FormerBaseUrl
{
    QUrl url;
    QUrl now;
};

/// The end of a base URL's path in the past, at whatever host, and what took its place.
struct FormerPath
{
    QString path;
    QString now;
};

/// How one service's API is spoken: the decoded JSON file. Immutable after loading; shared by the connections.
/// The wire part (requests, fields, forms) is for RestService alone and described in docs/service-definitions.md.
struct ServiceDefinition
{
    QString id;
    QString name;
    QString summary; ///< one line: what the list guards
    QUrl documentation;
    Certainty certainty = Certainty::Convention;
    QString certaintyNote; ///< what exactly is not sure
    QUrl baseUrl;          ///< suggested; every connection may have its own
    QList<FormerBaseUrl> formerBaseUrls;
    QList<FormerPath> formerPaths;
    QString secretTitle; ///< what the service calls its secret: "API token"; empty: it asks for none
    QList<ScopeField> scopeFields;
    /// Of several optional fields at least one is needed: keys; empty if there is no such rule.
    QStringList scopeNeedsOneOf;
    ApplyMode defaultApplyMode = ApplyMode::Collected;
    QString effectNote; ///< when a change takes effect, in the vendor's terms
    /// How long after the service took it a change is in force at the latest; empty where the vendor says no time.
    std::optional<std::chrono::seconds> effectDelay;
    Capabilities capabilities;
    ListRules rules;
    HttpRate rate;                          ///< what a client may ask
    QMap<QByteArray, HttpRate> methodRates; ///< by HTTP method, where one has a limit of its own
    /// The service has one writer: a change is sent when the one before it was answered.
    bool oneWriteAtATime = false;
    QString verifyNote; ///< with Capabilities::verify: what is asked, and with whose secret
    std::optional<LogsDescription> logs;
    std::optional<NewScopeDescription> newScope;

    /// Where a base URL of the past moved to; empty when `baseUrl` is none.
    [[nodiscard]] std::optional<QUrl> currentUrlFor(const QUrl &baseUrl) const;

    QString file;                 ///< of the user, for people; empty: part of the program
    QByteArray fingerprint;       ///< of the user's file: another one says something else
    bool replacesBuiltIn = false; ///< stands in the place of one that is part of the program

    struct Wire; ///< src/services/Wire.h, private to the library
    std::shared_ptr<const Wire> wire;
};

/// Decodes a definition strictly: an unknown key, a wrong type, a missing key or a bad placeholder is
/// ErrorKind::Definition whose message names `fileName`, the line, the key and the reason; the detail has a line for
/// each further problem, up to a hundred of them.
Result<ServiceDefinition> parseDefinition(const QByteArray &json, const QString &fileName);

} // namespace gatehouse
