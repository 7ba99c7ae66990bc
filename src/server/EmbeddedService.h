// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "server/ServiceRates.h"
#include "server/deploy/DeployOptions.h"
#include "server/http/HttpLimits.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>

namespace gatehouse::server {

struct ServiceOptions
{
    /// Holds service.sqlite, with the token in it; made when missing. Or the URL of a PostgreSQL database in its place.
    QString dataFolder;
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 listenPort = 0;     ///< 0: a free one
    QStringList trustedProxies; ///< CIDRs whose X-Forwarded-For is believed
    QStringList allowedHosts;   ///< names by which we are called, besides localhost and addresses; see HostRule
    QString token;              ///< if not empty, takes the place of the stored token, for good
    QString tlsCertificateFile; ///< PEM, with its chain; both or none
    QString tlsKeyFile;
    HttpLimits limits;
    ServiceRates rates;
    std::chrono::milliseconds expiryInterval = std::chrono::hours(1);
    DeployOptions deploy;
};

/// The allowlist service that runs in its own threads inside a program, or alone as gatehouse-service.
///
/// start() answers when the socket listens; the destructor stops accepting, lets the answers under way go out, and
/// joins the threads. Several services may have the same data. A QCoreApplication must exist. `clock` must
/// outlive the service and is asked from several threads.
class EmbeddedService final
{
public:
    /// ErrorKind::InvalidInput for options that cannot be used, Network for a port that is taken, Storage for a data
    /// folder that cannot be used or was written by a newer version. The message is a sentence for people.
    static Result<std::unique_ptr<EmbeddedService>> start(const ServiceOptions &options, const Clock &clock);
    ~EmbeddedService();
    EmbeddedService(const EmbeddedService &) = delete;
    EmbeddedService &operator=(const EmbeddedService &) = delete;

    [[nodiscard]] QUrl url() const;      ///< http://127.0.0.1:40123, without a trailing slash
    [[nodiscard]] QString token() const; ///< generated with the data folder, authorises every management call
    /// Runs the expiry job now instead of at its next hour and returns when it is done; for tests and for the moment
    /// after a wake-up (hours asleep are not counted). It also runs at each start.
    void expireNow();

private:
    class Private;
    explicit EmbeddedService(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::server
