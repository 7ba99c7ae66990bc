// SPDX-License-Identifier: Apache-2.0
// The parts of the service that need neither socket nor database.
#include "server/ExpiryTimer.h"
#include "server/data/Secret.h"
#include "server/http/CallerAddress.h"
#include "server/http/Message.h"
#include "server/http/RequestGuard.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <atomic>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace Qt::StringLiterals;

namespace {

IpAddress address(const char *text)
{
    return *IpAddress::parse(text);
}

Request requestFor(const QByteArray &target, const QList<Header> &headers = {})
{
    Request request;
    request.method = "GET";
    request.target = target;
    request.headers = headers;
    return request;
}

int guardStatus(const Request &request, bool onLoopback = true)
{
    const auto fault = guardFault(request, onLoopback);
    return fault ? fault->status : 200;
}

} // namespace

class ServerPartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathAndQuery_data();
    void pathAndQuery();
    void everyQueryItemOfAName();
    void bearerToken_data();
    void bearerToken();
    void headersAreFoundInAnyCase();
    void absoluteTargetBecomesOriginForm_data();
    void absoluteTargetBecomesOriginForm();
    void dateHeader();

    void callerAddress_data();
    void callerAddress();

    void hostIsChecked_data();
    void hostIsChecked();
    void foreignPagesAreRefused_data();
    void foreignPagesAreRefused();

    void secretsAreLongUrlSafeAndNew();
    void secretsAreCompared_data();
    void secretsAreCompared();

    void timerCallsAgainAndAgainAndStopsAtOnce();
};

void ServerPartsTest::pathAndQuery_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("given");
    QTest::addColumn<QString>("value");
    QTest::newRow("no query") << QByteArray("/a/b") << QByteArray("/a/b") << false << QString();
    QTest::newRow("one item") << QByteArray("/a?id=x") << QByteArray("/a") << true << u"x"_s;
    QTest::newRow("other item") << QByteArray("/a?idx=x") << QByteArray("/a") << false << QString();
    QTest::newRow("empty value") << QByteArray("/a?id=") << QByteArray("/a") << true << QString();
    QTest::newRow("no value") << QByteArray("/a?id") << QByteArray("/a") << true << QString();
    QTest::newRow("the first of two") << QByteArray("/a?id=1&id=2") << QByteArray("/a") << true << u"1"_s;
    QTest::newRow("percent encoded") << QByteArray("/a?id=%C3%BC%26%2Fx") << QByteArray("/a") << true << u"ü&/x"_s;
    QTest::newRow("question mark in the query") << QByteArray("/a?id=?") << QByteArray("/a") << true << u"?"_s;
    QTest::newRow("broken encoding") << QByteArray("/a?id=%zz") << QByteArray("/a") << true << u"%zz"_s;
}

void ServerPartsTest::pathAndQuery()
{
    QFETCH(QByteArray, target);
    const auto request = requestFor(target);
    QTEST(request.path(), "path");
    const auto item = request.queryItem(u"id"_s);
    QTEST(item.has_value(), "given");
    QTEST(item.value_or(QString()), "value");
}

void ServerPartsTest::everyQueryItemOfAName()
{
    const auto request = requestFor("/a?sorts=a%3Aasc&other=x&sorts=b:desc&sorts");
    QCOMPARE(request.queryItems(u"sorts"_s), (QStringList{u"a:asc"_s, u"b:desc"_s, QString()}));
    QCOMPARE(request.queryItems(u"missing"_s), QStringList());
    QCOMPARE(requestFor("/a").queryItems(u"sorts"_s), QStringList());
}

void ServerPartsTest::bearerToken_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("as usual") << QByteArray("Bearer abc") << QByteArray("abc");
    QTest::newRow("scheme in any case") << QByteArray("bEARER abc") << QByteArray("abc");
    QTest::newRow("more blanks") << QByteArray("Bearer   abc ") << QByteArray("abc");
    QTest::newRow("no token") << QByteArray("Bearer ") << QByteArray();
    QTest::newRow("no blank") << QByteArray("Bearerabc") << QByteArray();
    QTest::newRow("another scheme") << QByteArray("Basic abc") << QByteArray();
    QTest::newRow("no scheme") << QByteArray("abc") << QByteArray();
    QTest::newRow("no header") << QByteArray() << QByteArray();
}

void ServerPartsTest::bearerToken()
{
    QFETCH(QByteArray, authorization);
    const auto request = requestFor("/", {{"Authorization", authorization}});
    QTEST(request.bearerToken(), "token");
}

void ServerPartsTest::headersAreFoundInAnyCase()
{
    const auto request = requestFor("/", {{"X-One", "1"}, {"x-one", "2"}, {"Other", "3"}});
    QCOMPARE(request.header("x-ONE"), "1");
    QCOMPARE(request.headerValues("X-one"), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(request.header("Missing"), QByteArray());
}

void ServerPartsTest::absoluteTargetBecomesOriginForm_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("origin form") << QByteArray("/a?u=http://x/y") << QByteArray("/a?u=http://x/y") << QByteArray("h");
    QTest::newRow("absolute") << QByteArray("http://x:1/a?b") << QByteArray("/a?b") << QByteArray("x:1");
    QTest::newRow("absolute without path") << QByteArray("http://x") << QByteArray("/") << QByteArray("x");
    QTest::newRow("asterisk") << QByteArray("*") << QByteArray("*") << QByteArray("h");
}

void ServerPartsTest::absoluteTargetBecomesOriginForm()
{
    QFETCH(QByteArray, target);
    auto request = requestFor(target, {{"Host", "h"}});
    request.makeOriginForm();
    QTEST(request.target, "origin");
    QTEST(request.header("Host"), "host");
}

void ServerPartsTest::dateHeader()
{
    QCOMPARE(httpDate(QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC)), "Sun, 06 Nov 1994 08:49:37 GMT");
}

void ServerPartsTest::callerAddress_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QList<QByteArray>>("forwarded");
    QTest::addColumn<QByteArray>("caller");
    const auto row = [](const char *name, const char *peer, const QList<QByteArray> &forwarded, const char *caller) {
        QTest::newRow(name) << QByteArray(peer) << forwarded << QByteArray(caller);
    };
    row("no proxy", "203.0.113.5", {}, "203.0.113.5");
    row("untrusted peer is not believed", "203.0.113.5", {"198.51.100.7"}, "203.0.113.5");
    row("trusted peer without header", "10.0.0.1", {}, "10.0.0.1");
    row("trusted peer", "10.0.0.1", {"198.51.100.7"}, "198.51.100.7");
    row("what the client made up is left of the proxy's", "10.0.0.1", {"1.1.1.1, 198.51.100.7"}, "198.51.100.7");
    row("two proxies", "10.0.0.1", {"1.1.1.1, 198.51.100.7, 10.9.9.9"}, "198.51.100.7");
    row("two header lines", "10.0.0.1", {"1.1.1.1", "198.51.100.7,10.9.9.9"}, "198.51.100.7");
    row("all trusted: the first", "10.0.0.1", {"10.0.0.3, 10.0.0.2"}, "10.0.0.3");
    row("unreadable element ends the search", "10.0.0.1", {"198.51.100.7, unknown"}, "10.0.0.1");
    row("unreadable element behind a proxy", "10.0.0.1", {"198.51.100.7, x, 10.0.0.2"}, "10.0.0.2");
    row("empty element", "10.0.0.1", {""}, "10.0.0.1");
    row("IPv6 client", "10.0.0.1", {"2001:db8::7"}, "2001:db8::7");
    row("IPv6 proxy", "fd00::1", {"2001:db8::7"}, "2001:db8::7");
    row("IPv4-mapped client", "10.0.0.1", {"::ffff:198.51.100.7"}, "198.51.100.7");
}

void ServerPartsTest::callerAddress()
{
    QFETCH(QByteArray, peer);
    QFETCH(QList<QByteArray>, forwarded);
    QFETCH(QByteArray, caller);
    const std::vector<IpRange> ranges = {*IpRange::parse("10.0.0.0/8"), *IpRange::parse("fd00::/8")};
    auto request = requestFor("/ip");
    request.peer = address(peer.constData());
    for (const auto &value : forwarded)
        request.headers.append(Header{"X-Forwarded-For", value});
    QCOMPARE(server::callerAddress(request, RangeSet(ranges)).toString(), caller.toStdString());
}

void ServerPartsTest::hostIsChecked_data()
{
    QTest::addColumn<QList<QByteArray>>("hosts");
    QTest::addColumn<int>("minorVersion");
    QTest::addColumn<int>("onLoopback");
    QTest::addColumn<int>("elsewhere");
    const auto row = [](const char *name, const QList<QByteArray> &hosts, int version, int onLoopback, int elsewhere) {
        QTest::newRow(name) << hosts << version << onLoopback << elsewhere;
    };
    row("IPv4 address", {"127.0.0.1:8080"}, 1, 200, 200);
    row("address without port", {"127.0.0.1"}, 1, 200, 200);
    row("IPv6 address", {"[::1]:8080"}, 1, 200, 200);
    row("IPv6 address without port", {"[::1]"}, 1, 200, 200);
    row("localhost", {"localhost:8080"}, 1, 200, 200);
    row("LOCALHOST", {"LOCALHOST"}, 1, 200, 200);
    row("foreign name", {"evil.example:8080"}, 1, 421, 200);
    row("name that begins as an address", {"127.0.0.1.evil.example"}, 1, 421, 200);
    row("name that begins as localhost", {"localhost.evil.example"}, 1, 421, 200);
    row("garbage in brackets", {"[evil]"}, 1, 421, 200);
    row("empty", {""}, 1, 421, 200);
    row("missing", {}, 1, 400, 400);
    row("missing in HTTP/1.0", {}, 0, 200, 200);
    row("two", {"127.0.0.1", "127.0.0.1"}, 1, 400, 400);
}

void ServerPartsTest::hostIsChecked()
{
    QFETCH(QList<QByteArray>, hosts);
    QFETCH(int, minorVersion);
    auto request = requestFor("/");
    request.minorVersion = minorVersion;
    for (const auto &host : hosts)
        request.headers.append(Header{"Host", host});
    QTEST(guardStatus(request, true), "onLoopback");
    QTEST(guardStatus(request, false), "elsewhere");
}

void ServerPartsTest::foreignPagesAreRefused_data()
{
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QList<Header> &headers, int status, bool encrypted = false) {
        QTest::newRow(name) << headers << encrypted << status;
    };
    row("no browser", {}, 200);
    row("same origin", {{"Origin", "http://127.0.0.1:80"}}, 200);
    row("same origin over TLS", {{"Origin", "https://127.0.0.1:80"}}, 200, true);
    row("other scheme", {{"Origin", "https://127.0.0.1:80"}}, 403);
    row("other port", {{"Origin", "http://127.0.0.1:81"}}, 403);
    row("other host", {{"Origin", "http://evil.example"}}, 403);
    row("opaque origin", {{"Origin", "null"}}, 403);
    row("empty origin", {{"Origin", ""}}, 403);
    row("two origins", {{"Origin", "http://127.0.0.1:80"}, {"Origin", "http://127.0.0.1:80"}}, 403);
    row("fetch from another site", {{"Sec-Fetch-Site", "cross-site"}}, 403);
    row("fetch from a sister site", {{"Sec-Fetch-Site", "same-site"}}, 403);
    row("fetch from our own page", {{"Sec-Fetch-Site", "same-origin"}}, 200);
    row("typed into the browser", {{"Sec-Fetch-Site", "none"}}, 200);
}

void ServerPartsTest::foreignPagesAreRefused()
{
    QFETCH(QList<Header>, headers);
    QFETCH(bool, encrypted);
    auto request = requestFor("/", headers);
    request.headers.append(Header{"Host", "127.0.0.1:80"});
    request.encrypted = encrypted;
    QTEST(guardStatus(request), "status");
}

void ServerPartsTest::secretsAreLongUrlSafeAndNew()
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]{43}\\z"_s);
    QSet<QString> seen;
    for (int i = 0; i < 100; ++i) {
        const auto secret = newSecret();
        QVERIFY2(form.match(secret).hasMatch(), qPrintable(secret));
        seen.insert(secret);
        seen.insert(newId());
    }
    QCOMPARE(seen.size(), 200);
}

void ServerPartsTest::secretsAreCompared_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("equal");
    QTest::newRow("same") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("last byte differs") << QByteArray("abc") << QByteArray("abd") << false;
    QTest::newRow("prefix") << QByteArray("abc") << QByteArray("ab") << false;
    QTest::newRow("case") << QByteArray("abc") << QByteArray("ABC") << false;
    QTest::newRow("nothing is never right") << QByteArray() << QByteArray() << false;
}

void ServerPartsTest::secretsAreCompared()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QTEST(equalSecrets(left, right), "equal");
    QTEST(equalSecrets(right, left), "equal");
}

void ServerPartsTest::timerCallsAgainAndAgainAndStopsAtOnce()
{
    std::atomic<int> calls = 0;
    {
        const ExpiryTimer often(std::chrono::milliseconds(1), [&calls] { ++calls; });
        QTRY_VERIFY(calls >= 3);
    }
    const int after = calls;
    const ExpiryTimer seldom(std::chrono::hours(1), [&calls] { calls = -1; }); // must not hold up the end of the test
    QCOMPARE(calls.load(), after);
}

GATEHOUSE_TEST(ServerPartsTest, QCoreApplication)
#include "tst_server_parts.moc"
