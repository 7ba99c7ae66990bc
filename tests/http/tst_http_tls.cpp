// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestCertificate.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Ending = ScriptedAnswer::Ending;

/// Who may be spoken to over TLS, and that nothing is said to anybody else.
class TestHttpTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_original = QSslConfiguration::defaultConfiguration(); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_original); }

    void trustedIsSpokenTo();
    void untrustedIsNot_data();
    void untrustedIsNot();
    void namesTheAuthority();
    void trustsAFileOfItsOwn();
    void trustsWhatTheEnvironmentNames_data();
    void trustsWhatTheEnvironmentNames();
    void aFileWithoutCertificateIsTold_data();
    void aFileWithoutCertificateIsTold();
    void plainPortIsNot();
    void closedDuringTheHandshake();
    void seenOncePerAttempt_data();
    void seenOncePerAttempt();
    void cutBodyIsAnError();

private:
    static void trust(const TestCertificate &certificate);

    QSslConfiguration m_original;
};

namespace {

HttpRequest request(const FaultServer &server, const QByteArray &method = "GET")
{
    HttpRequest made;
    made.method = method;
    made.url = server.url();
    made.headers = {{"Authorization", "Bearer secret"}};
    return made;
}

} // namespace

void TestHttpTls::trust(const TestCertificate &certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificate(certificate.certificate());
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void TestHttpTls::trustedIsSpokenTo()
{
    const TestCertificate certificate;
    FaultServer server(nullptr, certificate.serverConfiguration());
    trust(certificate);
    HttpClient client;

    for (const char *method : {"GET", "POST", "DELETE"}) {
        const auto outcome = await(client.send(request(server, method)));
        QVERIFY(outcome);
        QCOMPARE(outcome->body, QByteArray("ok"));
    }
    QCOMPARE(server.requests().size(), 3);
}

void TestHttpTls::untrustedIsNot_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("fromDay");
    QTest::addColumn<int>("toDay");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("problem");
    const QByteArray names = "IP:127.0.0.1";
    QTest::newRow("self-signed") << names << -1 << 1 << false << u"self-signed"_s;
    QTest::newRow("expired") << names << -9 << -8 << true << u"expired"_s;
    QTest::newRow("not yet valid") << names << 8 << 9 << true << u"not yet valid"_s;
    QTest::newRow("another host's") << QByteArray("DNS:example.com") << -1 << 1 << true << u"host name"_s;
}

void TestHttpTls::untrustedIsNot()
{
    QFETCH(const QByteArray, names);
    QFETCH(const int, fromDay);
    QFETCH(const int, toDay);
    QFETCH(const bool, trusted);
    QFETCH(const QString, problem);
    const TestCertificate certificate(names, fromDay, toDay);
    FaultServer server(nullptr, certificate.serverConfiguration());
    if (trusted)
        trust(certificate);
    HttpClient client;

    for (const char *method : {"GET", "POST"}) {
        const auto outcome = await(client.send(request(server, method)));

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Tls);
        QCOMPARE(outcome.error().httpStatus, 0);
        QVERIFY2(outcome.error().detail.contains(problem), qPrintable(outcome.error().detail));
    }
    QVERIFY(server.requests().isEmpty());
    QVERIFY(server.connectionCount() <= 2); // refused is refused, not tried again
}

void TestHttpTls::namesTheAuthority()
{
    const TestCertificate certificate;
    FaultServer server(nullptr, certificate.serverConfiguration());
    HttpClient client;

    const auto outcome = await(client.send(request(server)));

    QVERIFY(!outcome);
    const QString authority = certificate.certificate().issuerInfo(QSslCertificate::CommonName).join(u", "_s);
    QVERIFY(!authority.isEmpty());
    for (const QString &part : {authority, u"127.0.0.1"_s, u"--ca-file"_s, u"SSL_CERT_FILE"_s})
        QVERIFY2(outcome.error().message.contains(part), qPrintable(outcome.error().message));
}

void TestHttpTls::trustsAFileOfItsOwn()
{
    const TestCertificate certificate;
    FaultServer server(nullptr, certificate.serverConfiguration());
    const QTemporaryDir folder;
    QVERIFY(certificate.writeTo(folder.path()));
    HttpPolicy policy;
    policy.authorities = folder.filePath(u"certificate.pem"_s);
    HttpClient client(policy);

    const auto outcome = await(client.send(request(server)));

    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().message));
    HttpClient another;
    QVERIFY(!await(another.send(request(server)))); // who was not told trusts nobody new
}

void TestHttpTls::trustsWhatTheEnvironmentNames_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("file");
    QTest::newRow("file") << QByteArray("SSL_CERT_FILE") << u"certificate.pem"_s;
    QTest::newRow("folder") << QByteArray("SSL_CERT_DIR") << QString();
}

void TestHttpTls::trustsWhatTheEnvironmentNames()
{
    QFETCH(const QByteArray, variable);
    QFETCH(const QString, file);
    const TestCertificate certificate;
    FaultServer server(nullptr, certificate.serverConfiguration());
    const QTemporaryDir folder;
    QVERIFY(certificate.writeTo(folder.path()));
    const QByteArray before = qgetenv(variable.constData());
    const auto restore = qScopeGuard([&] {
        if (before.isNull())
            qunsetenv(variable.constData());
        else
            qputenv(variable.constData(), before);
    });
    qputenv(variable.constData(), QFile::encodeName(folder.filePath(file)));
    HttpClient client;

    const auto outcome = await(client.send(request(server)));

    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().message));
}

void TestHttpTls::aFileWithoutCertificateIsTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("not there") << u"/nowhere/authority.pem"_s;
    QTest::newRow("without an end") << u"/dev/zero"_s;
    QTest::newRow("a folder") << QDir::rootPath();
}

void TestHttpTls::aFileWithoutCertificateIsTold()
{
    QFETCH(const QString, file);
    HttpPolicy policy;
    policy.authorities = file;
    HttpClient client(policy);
    HttpRequest sent;
    sent.url = QUrl(u"https://127.0.0.1:1/"_s);

    const auto outcome = await(client.send(sent));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::InvalidInput);
    QVERIFY(outcome.error().message.contains(file));
}

void TestHttpTls::plainPortIsNot()
{
    QTcpServer plain; // answers at once, whatever comes
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QIODevice::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
    });
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    HttpRequest sent;
    sent.method = "POST";
    sent.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(plain.serverPort()));
    HttpClient client;

    const auto outcome = await(client.send(sent));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Tls);
    QCOMPARE(outcome.error().httpStatus, 0);
}

void TestHttpTls::closedDuringTheHandshake()
{
    QTcpServer closing;
    int connections = 0;
    connect(&closing, &QTcpServer::newConnection, this, [&] {
        ++connections;
        closing.nextPendingConnection()->close();
    });
    QVERIFY(closing.listen(QHostAddress::LocalHost));
    HttpRequest sent;
    sent.method = "POST";
    sent.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(closing.serverPort()));
    HttpClient client;

    const auto outcome = await(client.send(sent));

    QVERIFY(!outcome);
    QVERIFY(outcome.error().kind == ErrorKind::Network || outcome.error().kind == ErrorKind::Tls);
    QVERIFY(connections >= 1);
}

void TestHttpTls::seenOncePerAttempt_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<ScriptedAnswer>("fault");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
        QTest::addRow("%s, closed", method) << QByteArray(method) << hangUp();
        QTest::addRow("%s, reset", method) << QByteArray(method) << hangUp(Ending::Reset);
    }
}

void TestHttpTls::seenOncePerAttempt()
{
    QFETCH(const QByteArray, method);
    QFETCH(const ScriptedAnswer, fault);
    const TestCertificate certificate;
    FaultServer server(nullptr, certificate.serverConfiguration());
    trust(certificate);
    HttpPolicy policy;
    policy.maximumAttempts = 1;

    for (const bool kept : {false, true}) {
        HttpClient client(policy);
        server.setDefault(answer(200, "ok"));
        if (kept)
            QVERIFY(await(client.send(request(server))));
        server.setDefault(fault);
        const qsizetype before = server.requests().size();

        const auto outcome = await(client.send(request(server, method)));

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Network);
        QCOMPARE(server.requests().size() - before, 1);
    }
}

void TestHttpTls::cutBodyIsAnError()
{
    const TestCertificate certificate;
    FaultServer server(nullptr, certificate.serverConfiguration());
    trust(certificate);
    server.setDefault(answer(200, QByteArray(50'000, 'b')).cutBody(20'000, Ending::Close));
    HttpPolicy policy;
    policy.maximumAttempts = 1;

    for (int round = 0; round < 20; ++round) {
        HttpClient client(policy);
        const auto outcome = await(client.send(request(server)));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Network);
    }
}

GATEHOUSE_TEST(TestHttpTls, QCoreApplication)
#include "tst_http_tls.moc"
