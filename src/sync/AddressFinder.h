// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ListRules.h"
#include "base/Async.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace gatehouse {

class HttpClient;
class RestService;

/// Public services that answer a request with the caller's address as plain text. Two of each family are asked at once
/// and compared; the next in order are asked in place of those that do not answer.
struct EchoServices
{
    QStringList v4;
    QStringList v6;
};

/// Finds the addresses of this computer as a service sees them.
class AddressFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressFinder)

public:
    explicit AddressFinder(EchoServices echoes, QObject *parent = nullptr);
    ~AddressFinder() override;

    void setEchoServices(EchoServices echoes);

    /// The service's own echo when it has one; else the echo services, both families at once. One family that answers
    /// is a success; none is the error of the last one asked. Where two do not agree, the one that stands first in the
    /// settings leads and the other is in CurrentAddresses::others. An own echo tells the family of one connection;
    /// when that is a public address, the other family is asked of the echo services. `service` (may be null) is
    /// borrowed until the future is finished.
    [[nodiscard]] Future<CurrentAddresses> find(RestService *service);

    /// Whether this service tells the address itself.
    [[nodiscard]] static bool isToldBy(const RestService &service);

private:
    [[nodiscard]] Future<CurrentAddresses> askService(RestService &service);
    [[nodiscard]] Future<CurrentAddresses> askEchoes();

    EchoServices m_echoes;
    std::unique_ptr<HttpClient> m_http;
};

} // namespace gatehouse
