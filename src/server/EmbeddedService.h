// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QString>
#include <QUrl>

#include <memory>

namespace gatehouse::server {

struct ServiceOptions
{
    QString dataFolder; ///< holds service.sqlite and the token; made when missing
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 listenPort = 0;     ///< 0: a free one
    QStringList trustedProxies; ///< CIDRs whose X-Forwarded-For is believed
};

/// The allowlist service that runs in its own threads inside a program, or alone as gatehouse-service.
///
/// start() answers when the socket listens; the destructor stops accepting, ends the sessions and joins the threads.
/// `clock` must outlive the service and is asked from several threads.
class EmbeddedService final
{
public:
    static Result<std::unique_ptr<EmbeddedService>> start(const ServiceOptions &options, const Clock &clock);
    ~EmbeddedService();
    EmbeddedService(const EmbeddedService &) = delete;
    EmbeddedService &operator=(const EmbeddedService &) = delete;

    [[nodiscard]] QUrl url() const;      ///< http://127.0.0.1:40123, without a trailing slash
    [[nodiscard]] QString token() const; ///< generated with the data folder, authorises every management call
    /// Runs the expiry job now instead of at its next hour; for tests and for the moment after a wake-up.
    void expireNow();

private:
    class Private;
    explicit EmbeddedService(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::server
