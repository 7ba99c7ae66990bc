// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/HttpServer.h"

#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace gatehouse::server {

/// One connection. Lives as long as something is under way on it; everything happens in the server's thread.
class HttpSession
{
public:
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
};

/// What all sessions of a server share, which outlives them.
struct SessionContext
{
    HttpLimits limits;
    RequestHandler handler;
};

/// `tls` null: plain HTTP. `closed` is called in the destructor. `context` and `tls` are borrowed.
[[nodiscard]] std::shared_ptr<HttpSession> makeHttpSession(boost::asio::ip::tcp::socket socket,
                                                           const SessionContext &context,
                                                           boost::asio::ssl::context *tls,
                                                           std::function<void()> closed);

} // namespace gatehouse::server
