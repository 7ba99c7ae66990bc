// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/BodyBudget.h"
#include "server/http/HttpServer.h"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace boost::asio::ssl {
class context;
}

namespace gatehouse::server {

/// One connection. Lives as long as something is under way on it; everything happens in the server's thread.
class HttpSession
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    HttpSession() = default;
    virtual ~HttpSession() = default;
    HttpSession(const HttpSession &) = delete;
    HttpSession &operator=(const HttpSession &) = delete;

    /// Reads requests and answers them until either side ends it.
    virtual void run() = 0;
    /// Answers 503 and closes: the server has as many connections as it may have.
    virtual void refuse() = 0;
    /// Closes, after the answer that is under way, if any.
    virtual void stop() = 0;
    /// Closes now.
    virtual void abort() = 0;
    /// Since when it has waited for its client, so that it may be closed in favour of another one; nullopt while a
    /// request is read or answered at a fair pace.
    [[nodiscard]] virtual std::optional<Instant> waitingSince() const = 0;
};

/// What all sessions of a server share, which outlives them.
struct SessionContext
{
    HttpLimits limits;
    RequestHandler handler;
    BodyBudget bodies;
};

/// `tls` null: plain HTTP. `closed` is called in the destructor. `context` and `tls` are borrowed.
[[nodiscard]] std::shared_ptr<HttpSession> makeHttpSession(boost::asio::ip::tcp::socket socket,
                                                           const SessionContext &context,
                                                           boost::asio::ssl::context *tls,
                                                           std::function<void()> closed);

} // namespace gatehouse::server
