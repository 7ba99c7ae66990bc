// SPDX-License-Identifier: Apache-2.0
#include "support/FaultProxy.h"

#include <QTcpSocket>

namespace gatehouse::test {

namespace {

constexpr int patience = 20'000; // milliseconds

/// Those of the connection between proxy and service are its own; unpacking is left to nobody.
bool isPassedOn(const QByteArray &header)
{
    static const QList<QByteArray> own{"host", "connection", "accept-encoding", "content-length"};
    return !own.contains(header.toLower());
}

QByteArray asSent(const SeenRequest &request, const QUrl &service)
{
    QByteArray bytes = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: " + service.authority().toLatin1() +
                       "\r\nConnection: close\r\n";
    for (const auto &[name, value] : request.headers) {
        if (isPassedOn(name))
            bytes += name + ": " + value + "\r\n";
    }
    if (request.method != "GET")
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return bytes + "\r\n" + request.body;
}

/// To ask whether it would be taken is no change.
bool changesTheList(const SeenRequest &request)
{
    return request.method != "GET" && !request.target.contains("/validate");
}

} // namespace

FaultProxy::FaultProxy(const QUrl &service, std::optional<QSslConfiguration> tls)
    : m_service(service)
    , m_tls(std::move(tls))
    , m_server(nullptr, m_tls)
    , m_port(m_server.serverPort())
{
    m_server.setResponder([this](const SeenRequest &request) { return answerTo(request); });
}

FaultProxy::~FaultProxy() = default;

QUrl FaultProxy::through(const QUrl &service) const
{
    QUrl url = service;
    url.setScheme(m_server.url().scheme());
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void FaultProxy::begin(const Fault &fault, FaultPlace place)
{
    m_fault = fault;
    m_place = place;
    m_changed = false;
    m_met = 0;
}

void FaultProxy::lift()
{
    m_fault.reset();
    m_server.setTls(m_tls);
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the fault proxy cannot listen again");
}

bool FaultProxy::isMet(const SeenRequest &request)
{
    const bool changes = changesTheList(request);
    const bool fits = m_place == FaultPlace::Sending
                          ? changes
                          : request.method == "GET" && m_changed == (m_place == FaultPlace::ReadingBack);
    m_changed = m_changed || changes;
    return m_fault && fits && (m_fault->times == 0 || m_met < m_fault->times);
}

ScriptedAnswer FaultProxy::answerTo(const SeenRequest &request)
{
    if (!isMet(request))
        return passOn(request);
    ++m_met;
    if (m_fault->turn) {
        m_fault->turn(m_server);
        return hangUp(ScriptedAnswer::Ending::Reset);
    }
    return m_fault->spoil(m_fault->reachesService ? passOn(request) : answer(200));
}

ScriptedAnswer FaultProxy::passOn(const SeenRequest &request) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_service.port()));
    if (!socket.waitForConnected(patience))
        qFatal("the service behind the fault proxy does not listen");
    socket.write(asSent(request, m_service));
    QByteArray bytes;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patience))
        bytes += socket.readAll();
    bytes += socket.readAll();
    // The connection to the client stays.
    return raw(bytes.replace("Connection: close\r\n", ""));
}

} // namespace gatehouse::test
