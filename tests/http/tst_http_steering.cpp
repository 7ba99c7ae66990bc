// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestCertificate.h"
#include "support/TestProgram.h"

#include <QSslConfiguration>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What a server says about itself leads the client nowhere, and old protocols are not spoken to it.
class TestHttpSteering final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersOfAnAnswerSteerNothing_data();
    void headersOfAnAnswerSteerNothing();
    void onlyPresentTlsIsSpoken_data();
    void onlyPresentTlsIsSpoken();
};

namespace {

HttpRequest requestTo(const FaultServer &server)
{
    HttpRequest made;
    made.url = server.url();
    made.headers = {{"Authorization", "Bearer secret"}};
    return made;
}

} // namespace

void TestHttpSteering::headersOfAnAnswerSteerNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value"); // %1 is another server
    QTest::newRow("challenge for a password")
        << 401 << QByteArray("WWW-Authenticate") << QByteArray("Basic realm=\"x\"");
    QTest::newRow("challenge of Windows") << 401 << QByteArray("WWW-Authenticate") << QByteArray("NTLM");
    QTest::newRow("another service") << 200 << QByteArray("Alt-Svc") << QByteArray("http/1.1=\"127.0.0.1:%1\"");
    QTest::newRow("refresh") << 200 << QByteArray("Refresh") << QByteArray("0; url=http://127.0.0.1:%1/");
    QTest::newRow("place of what was made") << 201 << QByteArray("Location") << QByteArray("http://127.0.0.1:%1/");
    QTest::newRow("link to prefetch") << 200 << QByteArray("Link")
                                      << QByteArray("<http://127.0.0.1:%1/>; rel=prefetch");
}

void TestHttpSteering::headersOfAnAnswerSteerNothing()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, name);
    QFETCH(QByteArray, value);
    FaultServer here;
    const FaultServer elsewhere;
    value.replace("%1", QByteArray::number(elsewhere.url().port()));
    here.setDefault(answer(status, "ok", {{name, value}}));
    HttpClient client;

    for (int again = 1; again <= 2; ++again) {
        const auto outcome = await(client.send(requestTo(here)));
        QCOMPARE(outcome ? outcome->status : outcome.error().httpStatus, status);
        QCOMPARE(here.requests().size(), again);
        QCOMPARE(here.requests().last().header("Authorization"), QByteArray("Bearer secret"));
    }
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void TestHttpSteering::onlyPresentTlsIsSpoken_data()
{
    QTest::addColumn<QByteArray>("newest");
    QTest::addColumn<bool>("isSpoken");
    QTest::newRow("1.0") << QByteArray("TLSv1") << false;
    QTest::newRow("1.1") << QByteArray("TLSv1.1") << false;
    QTest::newRow("1.2") << QByteArray("TLSv1.2") << true;
}

void TestHttpSteering::onlyPresentTlsIsSpoken()
{
    QFETCH(const QByteArray, newest);
    QFETCH(const bool, isSpoken);
    const TestCertificate certificate;
    const QSslConfiguration original = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = original;
    trusting.addCaCertificate(certificate.certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    QSslConfiguration old = certificate.serverConfiguration();
    old.setProtocol(QSsl::AnyProtocol);
    old.setBackendConfigurationOption("CipherString",
                                      QByteArray("DEFAULT@SECLEVEL=0")); // else OpenSSL offers nothing so old
    old.setBackendConfigurationOption("MinProtocol", QByteArray("TLSv1"));
    old.setBackendConfigurationOption("MaxProtocol", newest);
    const FaultServer server(nullptr, old);

    HttpClient client;
    const auto outcome = await(client.send(requestTo(server)));
    QSslConfiguration::setDefaultConfiguration(original);
    QCOMPARE(outcome.has_value(), isSpoken);
    QCOMPARE(server.requests().size(), isSpoken ? 1 : 0);
    if (!isSpoken)
        QCOMPARE(outcome.error().kind, ErrorKind::Tls);
}

GATEHOUSE_TEST(TestHttpSteering, QCoreApplication)
#include "tst_http_steering.moc"
