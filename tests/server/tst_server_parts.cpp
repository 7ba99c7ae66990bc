// SPDX-License-Identifier: Apache-2.0
// The parts of the service that need neither socket nor database.
#include "server/ExpiryTimer.h"
#include "server/data/Secret.h"
#include "server/http/CallerAddress.h"
#include "server/http/HostAndPort.h"
#include "server/http/Message.h"
#include "server/http/RequestFraming.h"
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

int guardStatus(const Request &request, const HostRule &rule = {})
{
    const auto fault = guardFault(request, rule);
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
    void absoluteTargetIsTheHostThatIsMissing();
    void dateHeader();

    void callerAddress_data();
    void callerAddress();
    void unreadableCallerIsRefused_data();
    void unreadableCallerIsRefused();
    void addressesOfOneClient_data();
    void addressesOfOneClient();

    void hostAndPort_data();
    void hostAndPort();
    void framing_data();
    void framing();

    void hostIsChecked_data();
    void hostIsChecked();
    void namesAreAllowed_data();
    void namesAreAllowed();
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

void ServerPartsTest::absoluteTargetIsTheHostThatIsMissing()
{
    auto request = requestFor("http://evil.example/ip");
    request.minorVersion = 0;
    request.makeOriginForm();
    QCOMPARE(request.header("Host"), "evil.example");
    QCOMPARE(guardStatus(request), 421);
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
    row("empty elements are none", "10.0.0.1", {", 198.51.100.7,, ", ""}, "198.51.100.7");
    row("port", "10.0.0.1", {"198.51.100.7:51008"}, "198.51.100.7");
    row("port of a proxy", "10.0.0.1", {"198.51.100.7:1, 10.0.0.2:65535"}, "198.51.100.7");
    row("IPv6 in brackets", "10.0.0.1", {"[2001:db8::7]"}, "2001:db8::7");
    row("IPv6 in brackets with a port", "10.0.0.1", {"[2001:db8::7]:443"}, "2001:db8::7");
    row("quotes", "10.0.0.1", {"\"198.51.100.7:80\""}, "198.51.100.7");
    row("quotes and brackets", "10.0.0.1", {"\"[2001:db8::7]\""}, "2001:db8::7");
    row("mapped in brackets with a port", "10.0.0.1", {"[::ffff:198.51.100.7]:443"}, "198.51.100.7");
    row("mapped proxy", "::ffff:10.0.0.1", {"198.51.100.7"}, "198.51.100.7");
    row("unreadable left of the caller", "10.0.0.1", {"unknown, 198.51.100.7"}, "198.51.100.7");
    row("unreadable from an untrusted peer", "203.0.113.5", {"unknown"}, "203.0.113.5");
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
    const auto found = server::callerAddress(request, RangeSet(ranges));
    QVERIFY(found);
    QCOMPARE(found->toString(), caller.toStdString());
}

void ServerPartsTest::unreadableCallerIsRefused_data()
{
    QTest::addColumn<QList<QByteArray>>("forwarded");
    QTest::newRow("unknown") << QList<QByteArray>{"198.51.100.7, unknown"};
    QTest::newRow("obfuscated") << QList<QByteArray>{"_hidden"};
    QTest::newRow("behind a proxy") << QList<QByteArray>{"198.51.100.7, x, 10.0.0.2"};
    QTest::newRow("nothing") << QList<QByteArray>{""};
    QTest::newRow("only commas") << QList<QByteArray>{" , ,"};
    QTest::newRow("port too large") << QList<QByteArray>{"198.51.100.7:65536"};
    QTest::newRow("port is a word") << QList<QByteArray>{"198.51.100.7:http"};
    QTest::newRow("port missing") << QList<QByteArray>{"198.51.100.7:"};
    QTest::newRow("text behind the brackets") << QList<QByteArray>{"[2001:db8::7].evil"};
    QTest::newRow("brackets not closed") << QList<QByteArray>{"[2001:db8::7"};
    QTest::newRow("one quote") << QList<QByteArray>{"\"198.51.100.7"};
    QTest::newRow("zone") << QList<QByteArray>{"fe80::1%eth0"};
    QTest::newRow("leading zeros") << QList<QByteArray>{"198.051.100.007"};
    QTest::newRow("a network") << QList<QByteArray>{"198.51.100.0/24"};
    QTest::newRow("two addresses") << QList<QByteArray>{"198.51.100.7 198.51.100.8"};
    QTest::newRow("a name") << QList<QByteArray>{"localhost"};
}

void ServerPartsTest::unreadableCallerIsRefused()
{
    QFETCH(QList<QByteArray>, forwarded);
    auto request = requestFor("/ip");
    request.peer = address("10.0.0.1");
    for (const auto &value : forwarded)
        request.headers.append(Header{"X-Forwarded-For", value});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"trusted proxy \"?10\\.0\\.0\\."_s));
    const auto found = server::callerAddress(request, RangeSet(std::vector{*IpRange::parse("10.0.0.0/8")}));
    QVERIFY(!found);
    QCOMPARE(found.error().status, 400);
}

void ServerPartsTest::addressesOfOneClient_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *one, const char *other, bool same) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other) << same;
    };
    row("one of IPv4", "192.0.2.1", "192.0.2.1", true);
    row("two of IPv4", "192.0.2.1", "192.0.2.2", false);
    row("mapped", "192.0.2.1", "::ffff:192.0.2.1", true);
    row("one /64", "2001:db8::1", "2001:db8::ffff:1", true);
    row("two /64", "2001:db8::1", "2001:db8:0:1::1", false);
}

void ServerPartsTest::addressesOfOneClient()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    QCOMPARE(clientName(address(one.constData())) == clientName(address(other.constData())), same);
}

void ServerPartsTest::hostAndPort_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host");
    const auto row = [](const char *text, const char *host) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(host);
    };
    row("a.example", "a.example");
    row("a.example:80", "a.example");
    row("127.0.0.1:0", "127.0.0.1");
    row("[::1]", "::1");
    row("[::1]:65535", "::1");
    for (const char *wrong :
         {"",   ":",    ":80",     "a:",     "a:x", "a:65536", "a:000080", "a:80:80", "a:80.evil", "[::1].evil", "[::1",
          "[]", "[]:1", "[::1]80", "[::1]:", "::1", "a b",     "a/b",      "u@a",     "a%2eb",     "a\tb"})
        row(wrong, "");
}

void ServerPartsTest::hostAndPort()
{
    QFETCH(QByteArray, text);
    const auto found = HostAndPort::parse(text);
    QTEST(found ? found->host : QByteArray(), "host");
}

void ServerPartsTest::framing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<int>("minorVersion");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *method, const QList<Header> &headers, int status,
                        int minorVersion = 1) {
        QTest::newRow(name) << QByteArray(method) << headers << minorVersion << status;
    };
    const auto coding = [](const char *value) { return Header{"Transfer-Encoding", value}; };
    const auto length = [](const char *value) { return Header{"Content-Length", value}; };
    row("no body", "POST", {}, 200);
    row("length", "POST", {length("5")}, 200);
    row("chunked", "POST", {coding("chunked")}, 200);
    row("CHUNKED", "POST", {coding("CHUNKED")}, 200);
    row("nothing with GET", "GET", {length("0")}, 200);
    row("body with GET", "GET", {length("1")}, 400);
    row("chunked with GET", "GET", {coding("chunked")}, 400);
    row("body with HEAD", "HEAD", {length("1")}, 400);
    row("zeros with GET", "GET", {length("00")}, 400);
    row("another coding", "POST", {coding("gzip")}, 400);
    row("identity", "POST", {coding("identity")}, 400);
    row("xchunked", "POST", {coding("xchunked")}, 400);
    row("xchunked beside a length", "POST", {coding("xchunked"), length("5")}, 400);
    row("gzip, chunked", "POST", {coding("gzip, chunked")}, 400);
    row("chunked, chunked", "POST", {coding("chunked, chunked")}, 400);
    row("chunked with a parameter", "POST", {coding("chunked;x=1")}, 400);
    row("chunked in quotes", "POST", {coding("\"chunked\"")}, 400);
    row("no coding", "POST", {coding("")}, 400);
    row("two codings", "POST", {coding("chunked"), coding("chunked")}, 400);
    row("coding before the length", "POST", {coding("chunked"), length("5")}, 400);
    row("length before the coding", "POST", {length("5"), coding("chunked")}, 400);
    row("chunked in HTTP/1.0", "POST", {coding("chunked")}, 400, 0);
    row("length in HTTP/1.0", "POST", {length("5")}, 200, 0);
    row("two equal lengths", "POST", {length("5"), length("5")}, 400);
    row("list of lengths", "POST", {length("5, 5")}, 400);
    row("length with a sign", "POST", {length("+5")}, 400);
    row("length in hexadecimal", "POST", {length("0x5")}, 400);
    row("empty length", "POST", {length("")}, 400);
}

void ServerPartsTest::framing()
{
    QFETCH(QByteArray, method);
    QFETCH(QList<Header>, headers);
    QFETCH(int, minorVersion);
    auto request = requestFor("/", headers);
    request.method = method;
    request.minorVersion = minorVersion;
    const auto fault = framingFault(request);
    QTEST(fault ? fault->status : 200, "status");
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
    row("garbage in brackets", {"[evil]"}, 1, 400, 400);
    row("IPv4 address in brackets", {"[127.0.0.1]"}, 1, 400, 400);
    row("name behind the brackets", {"[::1].evil.example"}, 1, 400, 400);
    row("name behind the port", {"localhost:80.evil.example"}, 1, 400, 400);
    row("two ports", {"127.0.0.1:80:80"}, 1, 400, 400);
    row("user", {"user@localhost"}, 1, 400, 400);
    row("path", {"localhost/x"}, 1, 400, 400);
    row("encoded letter", {"%6cocalhost"}, 1, 400, 400);
    row("dot at the end", {"localhost."}, 1, 421, 200);
    row("address as a number", {"2130706433"}, 1, 421, 200);
    row("short form of an address", {"127.1"}, 1, 421, 200);
    row("empty", {""}, 1, 400, 400);
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
    QTEST(guardStatus(request, {true, {}}), "onLoopback");
    QTEST(guardStatus(request, {false, {}}), "elsewhere");
}

void ServerPartsTest::namesAreAllowed_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("the name") << QByteArray("lists.example:8080") << 200;
    QTest::newRow("in other letters") << QByteArray("LISTS.example") << 200;
    QTest::newRow("the other name") << QByteArray("other.example") << 200;
    QTest::newRow("an address") << QByteArray("192.0.2.1") << 200;
    QTest::newRow("localhost") << QByteArray("localhost") << 200;
    QTest::newRow("a name below it") << QByteArray("x.lists.example") << 421;
    QTest::newRow("another name") << QByteArray("evil.example") << 421;
}

void ServerPartsTest::namesAreAllowed()
{
    QFETCH(QByteArray, host);
    const auto request = requestFor("/", {{"Host", host}});
    const QStringList names = {u"lists.example"_s, u"other.example"_s};
    QTEST(guardStatus(request, {true, names}), "status");
    QTEST(guardStatus(request, {false, names}), "status"); // wherever it listens
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
