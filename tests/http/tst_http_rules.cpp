// SPDX-License-Identifier: Apache-2.0
#include "http/RedirectRule.h"
#include "http/RequestRule.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

/// What may be sent, and where to.
class TestHttpRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsThatMayGo_data();
    void requestsThatMayGo();
    void requestsThatMayNotGo_data();
    void requestsThatMayNotGo();
    void refusalsShowNoSecret();
    void redirectsToTheSamePlace_data();
    void redirectsToTheSamePlace();
};

namespace {

HttpRequest requestTo(const QString &url)
{
    HttpRequest request;
    request.url = QUrl(url);
    return request;
}

HttpResponse response(int status, const HttpHeaders &headers = {})
{
    HttpResponse made;
    made.status = status;
    made.headers = headers;
    return made;
}

} // namespace

void TestHttpRules::requestsThatMayGo_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url :
         {"https://example.com", "https://example.com:8443/a?b=c", "https://203.0.113.7/", "https://[2001:db8::1]/",
          "http://127.0.0.1:8080/", "http://127.255.255.254/", "http://[::1]/", "http://[0:0:0:0:0:0:0:1]:80/",
          "http://localhost:40123/", "http://LOCALHOST/", "HTTPS://EXAMPLE.COM/"})
        QTest::addRow("%s", url) << QString::fromLatin1(url);
}

void TestHttpRules::requestsThatMayGo()
{
    QFETCH(const QString, url);
    HttpRequest request = requestTo(url);
    request.headers = {{"Authorization", "Bearer abc.def"}, {"X-Api-Version", "1.0\t(stable)"}};

    QVERIFY(checkRequest(request));
}

void TestHttpRules::requestsThatMayNotGo_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("headerName");
    QTest::addColumn<QByteArray>("headerValue");
    QTest::addColumn<ErrorKind>("kind");
    for (const char *url : {"http://example.com/",
                            "http://10.0.0.1/",
                            "http://128.0.0.1/",
                            "http://0.0.0.0/",
                            "http://126.255.255.255/",
                            "http://localhost.example.com/",
                            "http://127.0.0.1.example.com/",
                            "http://localhost./",
                            "http://[::2]/",
                            "http://[::ffff:127.0.0.1]/",
                            "file:///etc/hostname",
                            "data:text/plain,hello",
                            "ftp://example.com/",
                            "ftp://127.0.0.1/",
                            "ws://127.0.0.1/",
                            "gopher://127.0.0.1/",
                            "https://user@example.com/",
                            "https://user:password@example.com/",
                            "http://user:password@127.0.0.1/",
                            "qrc:/x",
                            "javascript:alert(1)"})
        QTest::addRow("%s", url) << QString::fromLatin1(url) << QByteArray("GET") << QByteArray("A") << QByteArray("b")
                                 << ErrorKind::Insecure;
    for (const char *url :
         {"", "example.com", "/path", "https://", "https:///path", "http://[::zz]/", "//example.com/"})
        QTest::addRow("URL '%s'", url) << QString::fromLatin1(url) << QByteArray("GET") << QByteArray("A")
                                       << QByteArray("b") << ErrorKind::InvalidInput;
    const auto message = [](const char *name, const QByteArray &method, const QByteArray &header,
                            const QByteArray &value) {
        QTest::newRow(name) << u"https://example.com/"_s << method << header << value << ErrorKind::InvalidInput;
    };
    message("empty method", "", "A", "b");
    message("method with a blank", "GET /", "A", "b");
    message("method with a line break", "GET\r\n", "A", "b");
    message("empty header name", "GET", "", "b");
    message("header name with a colon", "GET", "A:", "b");
    message("header name with a line break", "GET", "A\r\nB", "b");
    message("token with a line break at its end", "GET", "Authorization", "Bearer abc\n");
    message("value that begins another header", "GET", "Authorization", "abc\r\nX-Admin: yes");
    message("value with a zero byte", "GET", "A", QByteArray("a\0b", 3));
    message("value with a delete", "GET", "A", "a\x7f");
    for (const char *own : {"Host", "content-length", "Transfer-Encoding", "CONNECTION", "Accept-Encoding"})
        message(own, "GET", own, "b");
}

void TestHttpRules::requestsThatMayNotGo()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, headerName);
    QFETCH(const QByteArray, headerValue);
    QFETCH(const ErrorKind, kind);
    HttpRequest request = requestTo(url);
    request.method = method;
    request.headers = {{headerName, headerValue}};

    const auto checked = checkRequest(request);

    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, kind);
    QVERIFY(!checked.error().message.isEmpty());
}

void TestHttpRules::refusalsShowNoSecret()
{
    HttpRequest broken = requestTo(u"https://example.com/"_s);
    broken.headers = {{"Authorization", "Bearer hush-hush\n"}};
    QVERIFY(!checkRequest(broken).error().message.contains(u"hush"_s));
    for (const QString &url : {u"https://user:hush@example.com"_s, u"http://user:hush@example.com"_s})
        QVERIFY(!checkRequest(requestTo(url)).error().message.contains(u"hush"_s));
}

void TestHttpRules::redirectsToTheSamePlace_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target");
    const auto row = [](const char *location, const char *target) {
        QTest::addRow("%s", location) << QByteArray(location) << QString::fromLatin1(target);
    };
    row("/other", "https://example.com/other");
    row("other?x=1", "https://example.com/a/other?x=1");
    row("?page=2", "https://example.com/a/list?page=2");
    row("https://example.com/b", "https://example.com/b");
    row("https://EXAMPLE.com:443/b", "https://example.com:443/b");
    row("//example.com/b#part", "https://example.com/b");
    row("https://example.com.evil.test/b", "");
    row("https://www.example.com/b", "");
    row("https://example.com:444/b", "");
    row("//evil.test/b", "");
    row("\\\\evil.test/b", "https://example.com/a/%5C%5Cevil.test/b");
    row("http://example.com/b", "");
    row("https://user@example.com/b", "");
}

void TestHttpRules::redirectsToTheSamePlace()
{
    QFETCH(const QByteArray, location);
    QFETCH(const QString, target);

    const auto found =
        redirectTarget("GET", QUrl(u"https://example.com/a/list"_s), response(302, {{"Location", location}}));

    QCOMPARE(found.has_value(), !target.isEmpty());
    if (found)
        QCOMPARE((*found)->toString(QUrl::FullyEncoded), target);
}

GATEHOUSE_TEST(TestHttpRules, QCoreApplication)
#include "tst_http_rules.moc"
