// SPDX-License-Identifier: Apache-2.0
#include "server/RateLimiter.h"
#include "support/ManualClock.h"
#include "support/TestProgram.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RateLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreCounted();
    void windowEnds();
    void windowBeginsWithTheFirstRequest();
    void clientsHaveLimitsOfTheirOwn();
    void askingDoesNotCount();
    void timeUntilResetIsRoundedUp();
    void clockThatGoesBackBeginsAnew();
    void manyClientsLeaveTheCountsOfOthersAlone();
    void memoryIsBounded();
    void noteIsFirstOnceInAWindow();
    void threadsCountTogether();
};

void RateLimiterTest::requestsAreCounted()
{
    const gatehouse::test::ManualClock clock;
    RateLimiter limiter(3, 60s);
    for (int left = 2; left >= 0; --left) {
        const auto standing = limiter.take(u"a"_s, clock.now());
        QVERIFY(standing.admitted);
        QCOMPARE(standing.limit, 3);
        QCOMPARE(standing.remaining, left);
        QCOMPARE(standing.reset, 60s);
    }
    for (int again = 0; again < 2; ++again) {
        const auto refused = limiter.take(u"a"_s, clock.now());
        QVERIFY(!refused.admitted);
        QCOMPARE(refused.remaining, 0);
    }
}

void RateLimiterTest::windowEnds()
{
    gatehouse::test::ManualClock clock;
    RateLimiter limiter(1, 60s);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
    clock.advance(59s);
    const auto refused = limiter.take(u"a"_s, clock.now());
    QVERIFY(!refused.admitted);
    QCOMPARE(refused.reset, 1s);
    clock.advance(1s);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
    QVERIFY(!limiter.take(u"a"_s, clock.now()).admitted);
}

void RateLimiterTest::windowBeginsWithTheFirstRequest()
{
    gatehouse::test::ManualClock clock;
    RateLimiter limiter(2, 60s);
    clock.advance(50s);
    QCOMPARE(limiter.take(u"a"_s, clock.now()).reset, 60s);
    clock.advance(20s);
    QCOMPARE(limiter.take(u"a"_s, clock.now()).reset, 40s);
}

void RateLimiterTest::clientsHaveLimitsOfTheirOwn()
{
    const gatehouse::test::ManualClock clock;
    RateLimiter limiter(1, 60s);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
    QVERIFY(limiter.take(u"b"_s, clock.now()).admitted);
    QVERIFY(!limiter.take(u"a"_s, clock.now()).admitted);
}

void RateLimiterTest::askingDoesNotCount()
{
    gatehouse::test::ManualClock clock;
    RateLimiter limiter(2, 60s);
    QCOMPARE(limiter.standing(u"a"_s, clock.now()).remaining, 2);
    QCOMPARE(limiter.standing(u"a"_s, clock.now()).reset, 60s);
    QCOMPARE(limiter.take(u"a"_s, clock.now()).remaining, 1);
    clock.advance(10s);
    QCOMPARE(limiter.standing(u"a"_s, clock.now()).remaining, 1);
    QCOMPARE(limiter.standing(u"a"_s, clock.now()).reset, 50s);
    clock.advance(50s);
    QCOMPARE(limiter.standing(u"a"_s, clock.now()).remaining, 2);
}

void RateLimiterTest::timeUntilResetIsRoundedUp()
{
    const gatehouse::test::ManualClock clock;
    RateLimiter limiter(2, 60s);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
    QCOMPARE(limiter.take(u"a"_s, clock.now().addMSecs(59'999)).reset, 1s);
}

void RateLimiterTest::clockThatGoesBackBeginsAnew()
{
    const gatehouse::test::ManualClock clock;
    RateLimiter limiter(1, 60s);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
    const auto standing = limiter.take(u"a"_s, clock.now().addSecs(-3600));
    QVERIFY(standing.admitted);
    QCOMPARE(standing.reset, 60s);
}

void RateLimiterTest::manyClientsLeaveTheCountsOfOthersAlone()
{
    gatehouse::test::ManualClock clock;
    RateLimiter limiter(1, 60s);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(limiter.take(QString::number(i), clock.now()).admitted);
    clock.advance(30s);
    QVERIFY(limiter.take(u"late"_s, clock.now()).admitted);
    clock.advance(30s);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(limiter.take(QString::number(i), clock.now()).admitted);
    QVERIFY(!limiter.take(u"late"_s, clock.now()).admitted);
}

void RateLimiterTest::memoryIsBounded()
{
    const gatehouse::test::ManualClock clock;
    RateLimiter limiter(1, 60s, 10);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
    for (int i = 0; i < 9; ++i)
        QVERIFY(limiter.take(QString::number(i), clock.now()).admitted);
    QVERIFY(!limiter.take(u"a"_s, clock.now()).admitted);
    // The eleventh finds no room: all begin anew, and nobody is kept out by strangers.
    QVERIFY(limiter.take(u"b"_s, clock.now()).admitted);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
}

void RateLimiterTest::noteIsFirstOnceInAWindow()
{
    gatehouse::test::ManualClock clock;
    RateLimiter limiter(1, 60s);
    QVERIFY(limiter.take(u"a"_s, clock.now()).admitted);
    QVERIFY(limiter.isFirstNote(u"a"_s, clock.now()));
    QVERIFY(!limiter.isFirstNote(u"a"_s, clock.now()));
    QVERIFY(limiter.isFirstNote(u"b"_s, clock.now()));
    clock.advance(60s);
    QVERIFY(limiter.isFirstNote(u"a"_s, clock.now()));
}

void RateLimiterTest::threadsCountTogether()
{
    const gatehouse::test::ManualClock clock;
    RateLimiter limiter(100, 60s);
    std::atomic<int> admitted = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int request = 0; request < 50; ++request)
                admitted += limiter.take(u"a"_s, clock.now()).admitted ? 1 : 0;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(admitted.load(), 100);
}

GATEHOUSE_TEST(RateLimiterTest, QCoreApplication)
#include "tst_rate_limiter.moc"
