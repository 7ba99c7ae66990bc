// SPDX-License-Identifier: Apache-2.0
#include "base/Logging.h"
#include "base/Redaction.h"
#include "http/HttpClient.h"
#include "http/HttpLog.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList logLines; // what a message handler, a plain function, can reach

void collect(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, logging::http().categoryName()) == 0)
        logLines << text;
}

} // namespace

/// What is logged, and what never is.
class TestHttpSecrecy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void logNamesRequestAndAnswer();
    void logHasNoSecretAndNoBody_data();
    void logHasNoSecretAndNoBody();
    void silentUnlessAskedFor();
    void errorsAreMasked();
    void secretsInEveryForm();

private:
    QtMessageHandler m_original = nullptr;
};

void TestHttpSecrecy::init()
{
    logLines.clear();
    QLoggingCategory::setFilterRules(u"gatehouse.http.debug=true"_s);
    m_original = qInstallMessageHandler(collect);
}

void TestHttpSecrecy::cleanup()
{
    qInstallMessageHandler(m_original);
    QLoggingCategory::setFilterRules({});
}

void TestHttpSecrecy::logNamesRequestAndAnswer()
{
    FaultServer server;
    server.setDefault(answer(404, "nothing", {{"X-Shown", "yes"}}));
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url(u"/list?page=2"_s);
    request.body = "12345";

    const auto outcome = await(client.send(request));

    QVERIFY(outcome);
    const QString log = logLines.join(u'\n');
    QCOMPARE(logLines.size(), 2);
    const QStringList parts{u"POST"_s, u"/list?page=2"_s, u"5 bytes"_s,     u"X-Request-Id: "_s + outcome->requestId,
                            u"404"_s,  u"7 bytes"_s,      u"X-Shown: yes"_s};
    for (const QString &part : parts)
        QVERIFY2(log.contains(part), qPrintable(QString(part + u" is missing in\n"_s + log)));
}

void TestHttpSecrecy::logHasNoSecretAndNoBody_data()
{
    QTest::addColumn<ScriptedAnswer>("script");
    const Headers headers{{"Set-Cookie", "session=hush-cookie"}, {"X-Next-Token", "hush-next"}, {"X-Echo", "hush/raw"}};
    QTest::newRow("answer") << answer(200, "hush-body", headers);
    QTest::newRow("error answer that repeats the secret") << answer(401, "hush/raw is wrong", headers);
    QTest::newRow("request id that repeats the secret") << answer(400, {}, {{"X-Request-Id", "hush/raw"}});
    QTest::newRow("request id that ends inside the secret")
        << answer(400, {}, {{"X-Request-Id", QByteArray(124, 'x') + "hush/raw"}});
    QTest::newRow("request id with the secret in base64")
        << answer(400, {}, {{"Request-Id", "id-" + QByteArray("hush/raw").toBase64()}});
    QTest::newRow("redirect in place") << redirect(302, "/again?token=hush%2Fraw");
    QTest::newRow("redirect elsewhere") << redirect(302, "https://example.com/?token=hush%2Fraw");
    QTest::newRow("cut body") << answer(200, "hush-body").cutBody(5, ScriptedAnswer::Ending::Close);
    QTest::newRow("reason that repeats the secret")
        << raw("HTTP/1.1 401 hush/raw is wrong\r\nContent-Length: 0\r\n\r\n");
}

void TestHttpSecrecy::logHasNoSecretAndNoBody()
{
    QFETCH(const ScriptedAnswer, script);
    FaultServer server;
    server.setDefault(script);
    HttpPolicy policy;
    policy.maximumAttempts = 2;
    policy.firstBackoff = 1ms;
    HttpClient client(policy);
    for (const char *method : {"GET", "POST"}) {
        HttpRequest request;
        request.method = method;
        request.url = server.url(u"/list?key=hush%2Fraw"_s);
        request.headers = {
            {"Authorization", "Bearer hush-token"}, {"x-bitbybit-key", "hush-key"}, {"Custom", "hush/raw"}};
        request.body = QByteArray(method) == "POST" ? "hush-request" : "";
        request.secrets = {u"hush/raw"_s};

        const auto outcome = await(client.send(request));

        const QString id = outcome ? outcome->requestId : outcome.error().requestId;
        QVERIFY2(!id.contains(u"hush"_s), qPrintable(id));
        QVERIFY(outcome ||
                (!outcome.error().message.contains(u"hush"_s) && !outcome.error().detail.contains(u"hush"_s)));
    }
    QVERIFY(logLines.size() >= 4);
    const QString log = logLines.join(u'\n');
    QVERIFY2(!log.contains(u"hush"_s), qPrintable(log));
    QVERIFY2(!log.contains(QString::fromLatin1(QByteArray("hush/raw").toBase64().chopped(1))), qPrintable(log));
    QVERIFY(log.contains(QString::fromUtf8(redactionMark)));
}

void TestHttpSecrecy::silentUnlessAskedFor()
{
    QLoggingCategory::setFilterRules({});
    FaultServer server;
    HttpClient client;
    HttpRequest request;
    request.url = server.url();

    QVERIFY(await(client.send(request)));

    QVERIFY2(logLines.isEmpty(), qPrintable(logLines.join(u'\n')));
}

void TestHttpSecrecy::errorsAreMasked()
{
    HttpClient client;
    HttpRequest request;
    request.method = "POST";
    // The error's text names the URL.
    request.url = QUrl(u"http://127.0.0.1:%1/?apikey=hush-token"_s.arg(FaultServer::unusedPort()));
    request.headers = {{"Authorization", "Bearer hush-token"}};
    FaultServer server;
    server.setDefault(redirect(307, "https://example.com/hush-token/x"));

    const auto refused = await(client.send(request));
    request.url = server.url();
    const auto redirected = await(client.send(request));

    for (const auto &outcome : {refused, redirected}) {
        QVERIFY(!outcome);
        QVERIFY(!outcome.error().message.isEmpty());
        QVERIFY2(!outcome.error().message.contains(u"hush"_s), qPrintable(outcome.error().message));
        QVERIFY(!outcome.error().detail.contains(u"hush"_s));
    }
    QVERIFY(redirected.error().message.contains(u"https://example.com/"_s));
}

void TestHttpSecrecy::secretsInEveryForm()
{
    HttpRequest request;
    request.headers = {{"Authorization", "Bearer a b/c"}, {"X-Api-Version", "1.0"}, {"X-Api-Key", "raw-key"}};
    request.secrets = {u"other"_s};

    const QStringList secrets = secretsOf(request);

    for (const QString &secret : {u"Bearer a b/c"_s, u"a b/c"_s, u"a%20b%2Fc"_s, u"raw-key"_s, u"other"_s,
                                  u"a%20b%2fc"_s, u"a b\\/c"_s, u"YSBiL2M"_s, u"6120622f63"_s, u"6120622F63"_s})
        QVERIFY2(secrets.contains(secret), qPrintable(secret));
    QVERIFY(!secrets.contains(u"1.0"_s));
}

GATEHOUSE_TEST(TestHttpSecrecy, QCoreApplication)
#include "tst_http_secrecy.moc"
