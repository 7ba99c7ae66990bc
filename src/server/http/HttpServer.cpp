// SPDX-License-Identifier: Apache-2.0
#include "server/http/HttpServer.h"

#include "base/Logging.h"
#include "server/http/BeastConversions.h"
#include "server/http/ConnectionTable.h"
#include "server/http/HttpSession.h"

#include <QCoreApplication>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

QString textOf(const tcp::endpoint &endpoint)
{
    const auto address = QString::fromStdString(endpoint.address().to_string());
    return (endpoint.address().is_v6() ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address).arg(endpoint.port());
}

tl::unexpected<Error> cannotListen(const tcp::endpoint &endpoint, error_code error)
{
    const auto where = textOf(endpoint);
    const auto reason = QString::fromStdString(error.message());
    if (error == asio::error::address_in_use)
        return failure(
            ErrorKind::Network,
            QCoreApplication::translate("HttpServer", "%1 is in use by another program. Choose another port.")
                .arg(where),
            reason);
    return failure(ErrorKind::Network,
                   QCoreApplication::translate("HttpServer", "Cannot listen on %1: %2.").arg(where, reason), reason);
}

tl::unexpected<Error> unusableTls(const QString &file, error_code error)
{
    const auto reason = QString::fromStdString(error.message());
    return failure(ErrorKind::InvalidInput,
                   QCoreApplication::translate("HttpServer", "The TLS file %1 cannot be used: %2.").arg(file, reason),
                   reason);
}

Result<std::unique_ptr<asio::ssl::context>> makeTls(const HttpOptions &options)
{
    if (options.certificateFile.isEmpty() && options.keyFile.isEmpty())
        return nullptr;
    if (options.certificateFile.isEmpty() || options.keyFile.isEmpty())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("HttpServer", "TLS needs both a certificate and its key."));
    auto tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    error_code error;
    tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE,
                     error);
    // Of TLS 1.2 what has forward secrecy; TLS 1.3 has nothing else.
    if (SSL_CTX_set_cipher_list(tls->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20") != 1)
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("HttpServer", "OpenSSL here knows no cipher with forward secrecy."));
    if (!error)
        tls->use_certificate_chain_file(options.certificateFile.toStdString(), error);
    if (error)
        return unusableTls(options.certificateFile, error);
    tls->use_private_key_file(options.keyFile.toStdString(), asio::ssl::context::pem, error);
    if (error)
        return unusableTls(options.keyFile, error);
    return tls;
}

} // namespace

class HttpServer::Private
{
public:
    Private(const HttpOptions &options, RequestHandler handler)
        : context{options.limits, std::move(handler), BodyBudget(options.limits.allBodiesBytes)}
        , connections(options.limits, options.crowds)
    {}

    Result<void> listen(const HttpOptions &options)
    {
        error_code error;
        const auto address = asio::ip::make_address(options.address.toStdString(), error);
        if (error)
            return failure(
                ErrorKind::InvalidInput,
                QCoreApplication::translate("HttpServer", "“%1” is not an address to listen on.").arg(options.address));
        const tcp::endpoint endpoint(address, options.port);
        acceptor.open(endpoint.protocol(), error);
        if (!error)
            acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            acceptor.bind(endpoint, error);
        if (!error)
            acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return cannotListen(endpoint, error);
        port = acceptor.local_endpoint().port();
        return {};
    }

    void accept()
    {
        acceptor.async_accept([this](error_code error, tcp::socket socket) {
            if (!acceptor.is_open())
                return;
            if (error)
                return acceptLater(error);
            startSession(std::move(socket));
            accept();
        });
    }

    /// Out of file descriptors, for example: trying again at once would spin.
    void acceptLater(error_code error)
    {
        qCWarning(logging::server) << "cannot accept a connection:" << error.message().c_str();
        timer.expires_after(std::chrono::milliseconds(100));
        timer.async_wait([this](error_code cancelled) {
            if (!cancelled && acceptor.is_open())
                accept();
        });
    }

    void startSession(tcp::socket socket)
    {
        // Those that are being told "too many" are few, too: beyond that a connection is just closed.
        constexpr int refusedAtOnce = 32;
        error_code error;
        const auto peer = addressOf(socket.remote_endpoint(error).address());
        if (error)
            return; // gone already
        const bool isRefused = !connections.makeRoom(peer);
        if (isRefused && refused >= refusedAtOnce)
            return;
        int &count = isRefused ? refused : served;
        ++count;
        auto session = makeHttpSession(std::move(socket), context, tls.get(), [this, &count] {
            --count;
            onSessionClosed();
        });
        sessions.erase(
            std::remove_if(sessions.begin(), sessions.end(), [](const auto &each) { return each.expired(); }),
            sessions.end());
        sessions.push_back(session);
        if (isRefused)
            return session->refuse();
        connections.add(peer, session);
        session->run();
    }

    [[nodiscard]] bool hasSessions() const { return served + refused > 0; }

    void onSessionClosed()
    {
        if (!hasSessions() && !acceptor.is_open())
            timer.cancel(); // nothing is left to wait for
    }

    /// In the server's thread, which ends when the last session does.
    void close()
    {
        constexpr auto patience = std::chrono::seconds(3);
        error_code ignored;
        acceptor.close(ignored);
        timer.cancel();
        eachSession(&HttpSession::stop);
        if (!hasSessions())
            return;
        timer.expires_after(patience);
        timer.async_wait([this](error_code cancelled) {
            if (!cancelled)
                eachSession(&HttpSession::abort);
        });
    }

    void eachSession(void (HttpSession::*action)())
    {
        for (const auto &each : sessions) {
            if (const auto session = each.lock())
                (*session.*action)();
        }
    }

    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer timer{io}; ///< to accept again; while closing, to lose patience
    std::unique_ptr<asio::ssl::context> tls;
    SessionContext context;
    ConnectionTable connections;
    std::vector<std::weak_ptr<HttpSession>> sessions;
    int served = 0;  ///< sessions that are not gone yet
    int refused = 0; ///< and those that only hear that there are too many
    quint16 port = 0;
    std::thread thread;
};

HttpServer::HttpServer(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

HttpServer::~HttpServer()
{
    stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpOptions &options, RequestHandler handler)
{
    auto p = std::make_unique<Private>(options, std::move(handler));
    auto tls = makeTls(options);
    if (!tls)
        return failure(std::move(tls.error()));
    p->tls = std::move(*tls);
    if (auto listening = p->listen(options); !listening)
        return failure(std::move(listening.error()));
    p->accept();
    p->thread = std::thread([io = &p->io] { io->run(); });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(p)));
}

quint16 HttpServer::port() const
{
    return d->port;
}

bool HttpServer::isEncrypted() const
{
    return d->tls != nullptr;
}

void HttpServer::stop()
{
    if (!d->thread.joinable())
        return;
    asio::post(d->io, [p = d.get()] { p->close(); });
    d->thread.join();
}

} // namespace gatehouse::server
