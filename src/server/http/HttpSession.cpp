// SPDX-License-Identifier: Apache-2.0
#include "server/http/HttpSession.h"

#include "base/Logging.h"
#include "server/data/Secret.h"
#include "server/http/BeastConversions.h"
#include "server/http/BodyIntake.h"
#include "server/http/Deadline.h"
#include "server/http/RequestFraming.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <optional>
#include <type_traits>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<tcp::socket>;

template <typename Stream>
class Session final : public HttpSession, public std::enable_shared_from_this<Session<Stream>>
{
public:
    template <typename... StreamArguments>
    Session(const SessionContext &context, std::function<void()> closed, StreamArguments &&...arguments)
        : m_stream(std::forward<StreamArguments>(arguments)...)
        , m_deadline(m_stream.get_executor())
        , m_context(context)
        , m_closed(std::move(closed))
        , m_intake(context.bodies, context.limits)
        , m_onChunk([this](std::uint64_t size, boost::beast::string_view extensions, error_code &error) {
            m_intake.takeChunk(size, extensions, error);
        })
        , m_buffer(context.limits.headerBytes + firstRead)
    {
        error_code error;
        const auto peer = socket().remote_endpoint(error);
        if (!error)
            m_peer = addressOf(peer.address());
        socket().set_option(tcp::no_delay(true), error);
    }

    ~Session() override { m_closed(); }

    void run() override
    {
        handshake([](Session &self) { self.awaitRequest(); });
    }

    void refuse() override
    {
        handshake([](Session &self) {
            self.answerFault(busyFault(u"The service has too many connections. Try again later."_s));
        });
    }

    std::optional<Instant> waitingSince() const override
    {
        const auto fairPace = m_context.limits.header; // for a body or an answer; then it waits, too
        switch (m_phase) {
        case Phase::Handle:
            return std::nullopt;
        case Phase::Body:
        case Phase::Write:
            return m_since + fairPace < std::chrono::steady_clock::now() ? std::optional(m_since) : std::nullopt;
        default:
            return m_since;
        }
    }

    void stop() override
    {
        m_stopping = true;
        if (m_phase != Phase::Handle && m_phase != Phase::Write)
            abort();
    }

    void abort() override
    {
        m_deadline.cancel();
        error_code ignored;
        socket().close(ignored);
        m_whileHandled.reset();
    }

private:
    enum class Phase { Handshake, Idle, Header, Body, Handle, Write, Drain };
    static constexpr std::size_t firstRead = 4096; ///< asked of the socket at the start of a request

    tcp::socket &socket()
    {
        if constexpr (std::is_same_v<Stream, TlsStream>)
            return m_stream.next_layer();
        else
            return m_stream;
    }

    auto self() { return this->shared_from_this(); }

    // --- deadlines

    void enter(Phase phase, std::chrono::milliseconds deadline)
    {
        m_phase = phase;
        m_since = std::chrono::steady_clock::now();
        m_isLate = false;
        m_deadline.set(deadline, [self = self()] { self->onDeadline(); });
    }

    void enterUntimed(Phase phase)
    {
        m_phase = phase;
        m_deadline.cancel();
    }

    /// While a request is read, the read under way is ended and its handler answers 408; else there is nobody to tell.
    void onDeadline()
    {
        m_isLate = true;
        error_code ignored;
        if (m_phase != Phase::Header && m_phase != Phase::Body) {
            socket().close(ignored);
            return;
        }
        socket().cancel(ignored);
        // A byte may have come in this very moment; the parser then reads on as if nothing were. So again, until it
        // ends.
        constexpr auto moment = std::chrono::milliseconds(10);
        m_deadline.set(moment, [self = self()] { self->onDeadline(); });
    }

    // --- reading

    template <typename Next>
    void handshake(Next next)
    {
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            enter(Phase::Handshake, m_context.limits.header);
            m_stream.async_handshake(asio::ssl::stream_base::server, [self = self(), next](error_code error) {
                if (error)
                    return self->abort();
                next(*self);
            });
        } else {
            next(*this);
        }
    }

    void awaitRequest()
    {
        m_parser.emplace();
        m_parser->header_limit(m_context.limits.headerBytes);
        m_parser->body_limit(m_context.limits.bodyBytes);
        m_parser->on_chunk_header(m_onChunk);
        if (m_buffer.size() > 0) // pipelined
            return readHeader();
        enter(Phase::Idle, m_isFirst ? m_context.limits.firstRequest : m_context.limits.idle);
        m_isFirst = false;
        m_stream.async_read_some(m_buffer.prepare(firstRead), [self = self()](error_code error, std::size_t size) {
            if (error)
                return self->abort();
            self->m_buffer.commit(size);
            self->readHeader();
        });
    }

    void readHeader()
    {
        enter(Phase::Header, m_context.limits.header);
        http::async_read_header(m_stream, m_buffer, *m_parser,
                                [self = self()](error_code error, std::size_t) { self->onHeader(error); });
    }

    void onHeader(error_code error)
    {
        if (error)
            return onReadFailed(error);
        makeHead();
        if (auto fault = framingFault(m_request))
            return answerFault(std::move(*fault));
        m_bodyIsRead = m_parser->is_done();
        if (m_bodyIsRead || !m_context.handler.wantsBody(m_request))
            return handle();
        if (!m_intake.begin(m_parser->content_length().value_or(0)))
            return answerFault(tooManyBodiesFault());
        if (m_request.header("Expect").compare("100-continue", Qt::CaseInsensitive) == 0)
            return sendContinue();
        readBody();
    }

    void sendContinue()
    {
        static constexpr boost::beast::string_view answer = "HTTP/1.1 100 Continue\r\n\r\n";
        enter(Phase::Body, m_context.limits.body);
        asio::async_write(m_stream, asio::buffer(answer), [self = self()](error_code error, std::size_t) {
            if (error)
                return self->abort();
            self->readBody();
        });
    }

    void readBody()
    {
        enter(Phase::Body, m_context.limits.body);
        http::async_read(m_stream, m_buffer, *m_parser, [self = self()](error_code error, std::size_t) {
            if (error)
                return self->onReadFailed(error);
            self->m_bodyIsRead = true;
            self->m_request.body = bytesOf(self->m_parser->get().body());
            self->m_parser->get().body() = {};
            self->handle();
        });
    }

    void onReadFailed(error_code error)
    {
        m_bodyIsRead = false;
        if (error == boost::system::errc::not_enough_memory)
            return answerFault(tooManyBodiesFault());
        if (m_isLate)
            return answerFault({408, u"timeout"_s, u"The request did not arrive in time."_s, {}, {}});
        // Whoever went away hears nothing; what cannot be parsed is answered.
        const bool isGone = error == http::error::end_of_stream || error == http::error::partial_message;
        if (isGone || error.category() != make_error_code(http::error::bad_method).category())
            return abort();
        answerFault(parseFault(error, m_context.limits));
    }

    void makeHead()
    {
        m_request = headOf(m_parser->get().base());
        m_request.peer = m_peer;
        m_request.encrypted = std::is_same_v<Stream, TlsStream>;
        m_request.id = m_request.givenId();
        if (m_request.id.isEmpty())
            m_request.id = newId().toLatin1();
        m_request.makeOriginForm();
    }

    // --- answering

    void handle()
    {
        enterUntimed(Phase::Handle);
        m_keepAlive = m_bodyIsRead && m_parser->keep_alive();
        // Other threads hold neither this session, which must die in its own thread, nor nothing at all: the guard
        // keeps that thread running while the answer is made.
        m_whileHandled = self();
        m_context.handler.handle(m_request,
                                 [weak = this->weak_from_this(), share = m_intake.share(),
                                  guard = asio::make_work_guard(m_stream.get_executor())](Response response) {
                                     asio::post(guard.get_executor(), [weak, response = std::move(response)]() mutable {
                                         if (const auto session = weak.lock())
                                             session->write(std::move(response));
                                     });
                                 });
    }

    void answerFault(Fault fault)
    {
        m_keepAlive = false;
        if (m_request.id.isEmpty()) // there is no head that could be read
            m_request.id = newId().toLatin1();
        fault.requestId = m_request.id;
        const auto target = m_parser ? bytesOf(m_parser->get().target()) : QByteArray();
        write(m_context.handler.faultResponse(target, fault));
    }

    void write(Response response)
    {
        m_whileHandled.reset();
        m_response = std::move(response);
        m_keepAlive = m_keepAlive && !m_stopping;
        if (m_request.method == "HEAD") {
            m_headAnswer.emplace();
            send(*m_headAnswer);
        } else {
            m_answer.emplace();
            m_answer->body() = {m_response.body.constData(), std::size_t(m_response.body.size())};
            send(*m_answer);
        }
    }

    template <typename Message>
    void send(Message &message)
    {
        message.version(m_request.minorVersion == 0 ? 10 : 11);
        message.result(unsigned(m_response.status));
        for (const auto &header : m_response.headers)
            message.insert(viewOf(header.name), viewOf(header.value));
        const auto date = httpDate(QDateTime::currentDateTimeUtc());
        message.set(http::field::date, viewOf(date));
        message.set("X-Request-Id", viewOf(m_request.id));
        message.set("X-Content-Type-Options", "nosniff");
        message.set(http::field::cache_control, "no-store");
        if (m_response.status != 204) // RFC 9110 section 8.6
            message.content_length(std::uint64_t(m_response.body.size()));
        message.keep_alive(m_keepAlive);
        qCDebug(logging::server).noquote() << m_request.method << m_request.path() << m_response.status << m_request.id;
        enter(Phase::Write, m_context.limits.write);
        http::async_write(m_stream, message,
                          [self = self()](error_code error, std::size_t) { self->onWritten(error); });
    }

    void onWritten(error_code error)
    {
        m_answer.reset();
        m_headAnswer.reset();
        m_response = {};
        m_request = {};
        m_intake.end();
        if (error || m_stopping)
            return abort();
        if (m_keepAlive)
            return awaitRequest();
        drain();
    }

    // --- ending

    /// Closing a socket with unread bytes resets the connection, and the client may lose our answer. So our side is
    /// closed first, and what still comes is thrown away for a moment.
    void drain()
    {
        constexpr auto patience = std::chrono::seconds(2);
        enter(Phase::Drain, patience);
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            m_stream.async_shutdown([self = self()](error_code) { self->discard(); });
        } else {
            error_code ignored;
            socket().shutdown(tcp::socket::shutdown_send, ignored);
            discard();
        }
    }

    void discard()
    {
        m_buffer.clear();
        socket().async_read_some(m_buffer.prepare(firstRead), [self = self()](error_code error, std::size_t) {
            if (error)
                return self->abort();
            self->discard();
        });
    }

    Stream m_stream;
    Deadline m_deadline;
    const SessionContext &m_context;
    std::function<void()> m_closed;
    IpAddress m_peer;
    std::shared_ptr<Session> m_whileHandled; ///< this, while no operation of the socket holds it

    Phase m_phase = Phase::Handshake;
    Instant m_since = std::chrono::steady_clock::now(); ///< when this phase began
    bool m_isFirst = true;
    bool m_isLate = false;
    bool m_stopping = false;
    bool m_keepAlive = false;
    bool m_bodyIsRead = false;

    BodyIntake m_intake;
    /// Called by the parser, which only borrows it.
    std::function<void(std::uint64_t, boost::beast::string_view, error_code &)> m_onChunk;
    boost::beast::flat_buffer m_buffer; ///< has a size that it does not exceed, so that nothing grows in it
    std::optional<http::request_parser<http::string_body>> m_parser;
    Request m_request;
    Response m_response;
    std::optional<http::response<http::span_body<const char>>> m_answer;
    std::optional<http::response<http::empty_body>> m_headAnswer;
};

} // namespace

std::shared_ptr<HttpSession> makeHttpSession(tcp::socket socket, const SessionContext &context, asio::ssl::context *tls,
                                             std::function<void()> closed)
{
    if (tls != nullptr)
        return std::make_shared<Session<TlsStream>>(context, std::move(closed), std::move(socket), *tls);
    return std::make_shared<Session<tcp::socket>>(context, std::move(closed), std::move(socket));
}

} // namespace gatehouse::server
