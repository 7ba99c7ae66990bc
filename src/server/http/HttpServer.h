// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "ip/RangeSet.h"
#include "server/Fault.h"
#include "server/http/HttpLimits.h"
#include "server/http/Message.h"

#include <QString>

#include <functional>
#include <memory>

namespace gatehouse::server {

struct HttpOptions
{
    QString address = QStringLiteral("127.0.0.1"); ///< an IPv4 or IPv6 address
    quint16 port = 0;                              ///< 0: a free one
    QString certificateFile;                       ///< PEM, with its chain; both or none
    QString keyFile;
    HttpLimits limits;
    RangeSet crowds; ///< peers that stand for many clients, such as trusted proxies
};

/// What answers the requests that a server reads. Called in the server's own thread, so it must not take time.
struct RequestHandler
{
    /// False: the answer to this head does not depend on the body, which is then not read.
    std::function<bool(const Request &head)> wantsBody;
    /// Is to call `answer` once, from any thread, now or later.
    std::function<void(Request request, std::function<void(Response)> answer)> handle;
    /// The shape of the server's own refusals: 400, 408, 413, 431, 503.
    std::function<Response(const QByteArray &target, const Fault &fault)> faultResponse;
};

/// An HTTP/1.1 server (RFC 9112) in one thread of its own: keep-alive, pipelining (answers in the order of the
/// requests), HEAD, chunked bodies, Expect, TLS 1.2 and later with
/// forward secrecy. A body comes with neither GET nor HEAD (see framingFault()).
class HttpServer final
{
public:
    /// Listens when it returns. ErrorKind::InvalidInput for an address, certificate or key that cannot be used,
    /// ErrorKind::Network for a port that is taken or not allowed; the message is a sentence for people.
    static Result<std::unique_ptr<HttpServer>> start(const HttpOptions &options, RequestHandler handler);
    /// As stop().
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] bool isEncrypted() const;
    /// Closes the listening socket and every connection, but lets answers that are being made or sent go out, for a few
    /// seconds at most. What answers must work until this returns.
    void stop();

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::server
