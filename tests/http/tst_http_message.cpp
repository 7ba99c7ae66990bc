// SPDX-License-Identifier: Apache-2.0
#include "http/HttpMessage.h"
#include "http/UploadDevice.h"
#include "support/TestProgram.h"

#include <QDateTime>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

class TestHttpMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersAreFoundWithoutCase();
    void retryAfter_data();
    void retryAfter();
    void quotasUnderOtherNames_data();
    void quotasUnderOtherNames();
    void bodyIsReadOnceOnly();
};

void TestHttpMessage::headersAreFoundWithoutCase()
{
    HttpResponse response;
    response.headers = {{"X-One", "first"}, {"x-one", "second"}, {"Empty", ""}};

    QCOMPARE(response.header("x-ONE"), QByteArray("first"));
    QCOMPARE(response.header("Empty"), QByteArray());
    QCOMPARE(response.header("X-On"), QByteArray());
}

void TestHttpMessage::retryAfter_data()
{
    using Seconds = std::optional<std::chrono::seconds>;
    QTest::addColumn<QByteArray>("retry");
    QTest::addColumn<QByteArray>("reset");
    QTest::addColumn<Seconds>("expected");
    const auto row = [](const char *name, const char *retry, const char *reset, Seconds expected) {
        QTest::newRow(name) << QByteArray(retry) << QByteArray(reset) << expected;
    };
    row("neither", "", "", std::nullopt);
    row("seconds", "120", "", 120s);
    row("seconds with blanks", " 5 ", "", 5s);
    row("zero", "0", "", 0s);
    row("negative", "-5", "", std::nullopt);
    row("fraction", "1.5", "", 2s);
    row("too large a number", "99999999999999999999", "", std::nullopt);
    row("date", "Sun, 01 Mar 2026 12:01:00 GMT", "", 60s);
    row("date of RFC 850", "Sunday, 01-Mar-26 12:01:00 GMT", "", 60s);
    row("date of asctime", "Sun Mar  1 12:01:00 2026", "", 60s);
    row("date with a wrong day of the week", "Mon, 01 Mar 2026 12:01:00 GMT", "", 60s);
    row("date that has passed", "Sun, 01 Mar 2026 11:00:00 GMT", "", 0s);
    row("date of last century", "Sunday, 06-Nov-94 08:49:37 GMT", "", 0s);
    row("date of another zone", "Sun, 01 Mar 2026 12:01:00 CET", "", std::nullopt);
    row("impossible date", "Sun, 31 Feb 2026 12:01:00 GMT", "", std::nullopt);
    row("quota's end", "", "30", 30s);
    row("Retry-After before the quota's end", "10", "30", 10s);
    row("quota's end when Retry-After is nonsense", "soon", "30", 30s);
    row("nonsense twice", "soon", "later", std::nullopt);
}

void TestHttpMessage::retryAfter()
{
    QFETCH(const QByteArray, retry);
    QFETCH(const QByteArray, reset);
    QFETCH(const std::optional<std::chrono::seconds>, expected);
    HttpResponse response;
    if (!retry.isEmpty())
        response.headers.append({"retry-after", retry});
    if (!reset.isEmpty())
        response.headers.append({"ratelimit-reset", reset});

    QCOMPARE(response.retryAfter(QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)), expected);
}

void TestHttpMessage::quotasUnderOtherNames_data()
{
    using Seconds = std::optional<std::chrono::seconds>;
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<Seconds>("expected");
    const auto row = [](const char *name, const HttpHeaders &headers, Seconds expected) {
        QTest::newRow(name) << headers << expected;
    };
    // Noon of 1 March 2026 is 1772366400.
    row("seconds", {{"X-RateLimit-Reset", "30"}}, 30s);
    row("moment", {{"X-RateLimit-Reset", "1772366405"}}, 5s);
    row("moment in milliseconds", {{"x-ratelimit-reset", "1772366405000"}}, 5s);
    row("moment that has passed", {{"X-RateLimit-Reset", "1772366000"}}, 0s);
    row("Fastly's moment", {{"Fastly-RateLimit-Reset", "1772366407"}}, 7s);
    row("Fastly's seconds", {{"Fastly-RateLimit-Reset", "7"}}, 7s);
    row("spelled apart", {{"X-Rate-Limit-Reset", "1772366409"}}, 9s);
    row("date", {{"X-RateLimit-Reset", "Sun, 01 Mar 2026 12:01:00 GMT"}}, 60s);
    row("moment as ISO 8601 has it", {{"X-RateLimit-Reset", "2026-03-01T13:00:08+01:00"}}, 8s);
    row("moment without a zone", {{"X-RateLimit-Reset", "2026-03-01T13:00:08"}}, std::nullopt);
    row("X-Retry-After", {{"X-Retry-After", "4"}}, 4s);
    row("quota by name", {{"RateLimit", "\"hourly\";r=0;t=30"}}, 30s);
    row("quota with blanks", {{"RateLimit", "\"a\"; r=0; t=30"}}, 30s);
    row("the quota that is used up", {{"RateLimit", "\"burst\";r=0;t=3, \"daily\";r=900;t=86000"}}, 3s);
    row("the longer of two that are used up", {{"RateLimit", "\"burst\";r=0;t=3, \"hourly\";r=0;t=50"}}, 50s);
    row("quota of an older draft", {{"RateLimit", "limit=100, remaining=0, reset=50"}}, 50s);
    row("quota that is not used up", {{"RateLimit", "\"hourly\";r=10;t=30"}}, std::nullopt);
    row("quota without its end", {{"RateLimit", "\"hourly\";r=0"}}, std::nullopt);
    row("RateLimit-Reset as a moment", {{"RateLimit-Reset", "1772366411"}}, 11s);
    row("Retry-After goes first", {{"X-RateLimit-Reset", "30"}, {"Retry-After", "3"}}, 3s);
    row("nonsense goes by", {{"Retry-After", "soon"}, {"X-RateLimit-Reset", "1772366405"}}, 5s);
    row("negative", {{"X-RateLimit-Reset", "-1"}}, std::nullopt);
    row("no number", {{"X-RateLimit-Reset", "nan"}}, std::nullopt);
    row("no end", {{"X-RateLimit-Reset", "inf"}}, std::nullopt);
}

void TestHttpMessage::quotasUnderOtherNames()
{
    QFETCH(const HttpHeaders, headers);
    QFETCH(const std::optional<std::chrono::seconds>, expected);
    HttpResponse response;
    response.headers = headers;

    QCOMPARE(response.retryAfter(QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)), expected);
}

void TestHttpMessage::bodyIsReadOnceOnly()
{
    UploadDevice device("0123456789");
    QVERIFY(device.isSequential());
    QVERIFY(!device.reset());
    QCOMPARE(device.bytesAvailable(), 10);
    QCOMPARE(device.read(4), QByteArray("0123"));
    QVERIFY(!device.atEnd());
    QVERIFY(!device.seek(0));
    QVERIFY(!device.reset());
    QCOMPARE(device.readAll(), QByteArray("456789"));
    QVERIFY(device.atEnd());
    QCOMPARE(device.read(1), QByteArray());
    QVERIFY(UploadDevice({}).atEnd());
}

GATEHOUSE_TEST(TestHttpMessage, QCoreApplication)
#include "tst_http_message.moc"
