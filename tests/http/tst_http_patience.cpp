// SPDX-License-Identifier: Apache-2.0
#include "http/RetryRule.h"
#include "http/TokenBucket.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// When something is sent, and when again.
class TestHttpPatience final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backoffDoublesWithJitter();
    void backoffHasAnEnd();
    void whatIsTriedAgain_data();
    void whatIsTriedAgain();
    void whatTheServiceAsksFor_data();
    void whatTheServiceAsksFor();
    void readersArePatient();
    void busyIsWaitedFor();
    void tokensComeEvenly();
    void tokensAreNotSavedForEver();
    void noRateMeansNoWait();
};

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

HttpRequest get()
{
    HttpRequest request;
    request.url = QUrl(u"https://example.com/"_s);
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

void TestHttpPatience::backoffDoublesWithJitter()
{
    HttpPolicy policy;
    policy.firstBackoff = 400ms;
    policy.maximumAttempts = 10;
    const RetryRule rule(policy);
    const auto wait = [&](int attempts, double chance) {
        return rule.wait(get(), attempts, response(503), now, chance);
    };

    QCOMPARE(wait(1, 0.0), 200ms);
    QCOMPARE(wait(1, 0.5), 300ms);
    QCOMPARE(wait(2, 0.5), 600ms);
    QCOMPARE(wait(3, 0.5), 1200ms);
    QVERIFY(wait(1, 0.9999) < 400ms);
}

void TestHttpPatience::backoffHasAnEnd()
{
    HttpPolicy policy;
    policy.maximumAttempts = 1000;
    policy.longestWait = 60s;
    const RetryRule rule(policy);

    for (const int attempts : {20, 40, 999})
        QCOMPARE(rule.wait(get(), attempts, response(503), now, 0.5), 60s);
    QCOMPARE(rule.wait(get(), 1000, response(503), now, 0.5), std::nullopt);
}

void TestHttpPatience::whatIsTriedAgain_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("again");
    QTest::newRow("broken connection") << ErrorKind::Network << true;
    QTest::newRow("time-out") << ErrorKind::Timeout << false;
    QTest::newRow("certificate") << ErrorKind::Tls << false;
    QTest::newRow("redirect") << ErrorKind::Insecure << false;
    QTest::newRow("too large") << ErrorKind::TooLarge << false;
    QTest::newRow("unreadable") << ErrorKind::UnreadableAnswer << false;
    QTest::newRow("cancelled") << ErrorKind::Cancelled << false;
}

void TestHttpPatience::whatIsTriedAgain()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, again);
    HttpRequest post = get();
    post.method = "POST";

    QCOMPARE(RetryRule({}).wait(get(), 1, failure(kind, {}), now, 0).has_value(), again);
    QCOMPARE(RetryRule({}).wait(post, 1, failure(kind, {}), now, 0), std::nullopt);
}

void TestHttpPatience::whatTheServiceAsksFor_data()
{
    using Wait = std::optional<std::chrono::milliseconds>;
    QTest::addColumn<int>("status");
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<Wait>("wait");
    QTest::addColumn<std::chrono::milliseconds>("silence");
    const auto row = [](const char *name, int status, const HttpHeaders &headers, Wait wait,
                        std::chrono::milliseconds silence) {
        QTest::newRow(name) << status << headers << wait << silence;
    };
    // 200 ms is our own back-off here.
    row("429, seconds", 429, {{"Retry-After", "7"}}, 7200ms, 7s);
    row("429, date", 429, {{"Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT"}}, 30'200ms, 30s);
    row("429, quota's end", 429, {{"RateLimit-Reset", "9"}}, 9200ms, 9s);
    row("429, both", 429, {{"RateLimit-Reset", "9"}, {"Retry-After", "7"}}, 7200ms, 7s);
    row("429, neither", 429, {}, 200ms, 0s);
    row("429, as long as we wait", 429, {{"Retry-After", "60"}}, 60'200ms, 60s);
    row("429, longer", 429, {{"Retry-After", "61"}}, std::nullopt, 0s);
    row("429, absurd", 429, {{"Retry-After", "9223372036854775807"}}, std::nullopt, 0s);
    row("429, nonsense", 429, {{"Retry-After", "soon"}}, 200ms, 0s);
    row("503, seconds", 503, {{"Retry-After", "7"}}, 7200ms, 0s);
    row("503 with a quota that is not used up", 503, {{"RateLimit-Reset", "9"}}, 200ms, 0s);
    row("200", 200, {{"Retry-After", "7"}}, std::nullopt, 0s);
}

void TestHttpPatience::whatTheServiceAsksFor()
{
    QFETCH(const int, status);
    QFETCH(const HttpHeaders, headers);
    QFETCH(const std::optional<std::chrono::milliseconds>, wait);
    QFETCH(const std::chrono::milliseconds, silence);
    const RetryRule rule({});

    QCOMPARE(rule.wait(get(), 1, response(status, headers), now, 0), wait);
    QCOMPARE(rule.silence(response(status, headers), now), silence);
}

void TestHttpPatience::readersArePatient()
{
    const RetryRule rule({});
    HttpRequest post = get();
    post.method = "POST";
    std::chrono::milliseconds waited{0};
    int attempts = 1;
    for (auto wait = rule.wait(get(), attempts, response(429), now, 0); wait;
         wait = rule.wait(get(), ++attempts, response(429), now, 0))
        waited += *wait;

    QVERIFY2(waited > 10s, "with the shortest waits, and told nothing by the service");
    QVERIFY(rule.wait(post, 3, response(429), now, 0));
    QCOMPARE(rule.wait(post, 4, response(429), now, 0), std::nullopt);
    QCOMPARE(rule.wait(get(), 4, response(503), now, 0), std::nullopt);
    HttpPolicy once;
    once.maximumAttempts = 1;
    QCOMPARE(RetryRule(once).wait(get(), 1, response(429), now, 0), std::nullopt);
}

void TestHttpPatience::busyIsWaitedFor()
{
    const RetryRule rule({});
    HttpRequest post = get();
    post.method = "POST";
    QCOMPARE(rule.wait(post, 1, response(409), now, 0), std::nullopt);

    post.saysBusy = [](const HttpResponse &answer) { return answer.body == "busy"; };
    HttpResponse busy = response(409);
    busy.body = "busy";
    QCOMPARE(rule.wait(post, 1, response(409), now, 0), std::nullopt);
    QCOMPARE(rule.wait(post, 1, busy, now, 0), std::optional(200ms));
    QVERIFY(rule.wait(post, 6, busy, now, 0));
    QCOMPARE(rule.wait(post, 7, busy, now, 0), std::nullopt);
    post.once = true;
    QCOMPARE(rule.wait(post, 1, busy, now, 0), std::nullopt);
}

void TestHttpPatience::tokensComeEvenly()
{
    TokenBucket::Time time{};
    TokenBucket bucket({4, 1}, time);
    for (int taken = 0; taken < 100; ++taken) {
        QCOMPARE(bucket.wait(time), 0ms);
        bucket.take(time);
        QCOMPARE(bucket.wait(time), 250ms);
        QCOMPARE(bucket.wait(time + 100ms), 150ms);
        time += 250ms;
    }
}

void TestHttpPatience::tokensAreNotSavedForEver()
{
    TokenBucket::Time time{};
    TokenBucket bucket({10, 3}, time);
    time += 1h;
    for (int taken = 0; taken < 3; ++taken) {
        QCOMPARE(bucket.wait(time), 0ms);
        bucket.take(time);
    }
    QCOMPARE(bucket.wait(time), 100ms);
}

void TestHttpPatience::noRateMeansNoWait()
{
    TokenBucket bucket({0, 1}, {});
    for (int taken = 0; taken < 10; ++taken)
        bucket.take({});
    QCOMPARE(bucket.wait({}), 0ms);
}

GATEHOUSE_TEST(TestHttpPatience, QCoreApplication)
#include "tst_http_patience.moc"
