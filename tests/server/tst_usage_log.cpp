// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "server/data/UsageLog.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class UsageLogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ServiceFixture>(); }

    void recordsAreReadAsWritten();
    void filters_data();
    void filters();
    void orders_data();
    void orders();
    void pages();
    void oldestAreDropped();
    void newestAreKeptExactlyOftenEnough();
    void refusedDoNotFlushServed();
    void rolledBackRecordIsNone();
    void nothingIsHeldOfALogThatIsGone();

private:
    [[nodiscard]] UsageRecord record(const QString &path, int minute = 0) const
    {
        UsageRecord record;
        record.at = m_fixture->clock.now().addSecs(qint64(minute) * 60);
        record.keyId = u"key_1"_s;
        record.keyName = u"Production"_s;
        record.method = u"GET"_s;
        record.path = path;
        record.status = 200;
        record.address = u"203.0.113.5"_s;
        record.duration = 12ms;
        return record;
    }
    void write(const UsageRecord &record, const KeptUsage &kept = {})
    {
        QVERIFY(recordUsage(m_fixture->database(), record, kept));
    }
    [[nodiscard]] QStringList paths(const UsageFilter &filter, const UsageOrder &order = {}) const
    {
        QStringList paths;
        const auto done = eachUsage(m_fixture->database(), filter, order,
                                    [&](const UsageRecord &record) { paths.append(record.path); });
        return done ? paths : QStringList{u"failed"_s};
    }
    /// Four requests, a minute after each other, each different.
    void writeFour()
    {
        write(record(u"/a"_s, 0));
        auto refused = record(u"/b"_s, 1);
        refused.keyId = refused.keyName = QString();
        refused.status = 401;
        refused.duration = 1ms;
        write(refused);
        auto blocked = record(u"/c"_s, 2);
        blocked.status = 403;
        blocked.duration = 1ms;
        write(blocked);
        auto put = record(u"/d"_s, 3);
        put.method = u"PUT"_s;
        put.keyId = u"key_2"_s;
        write(put);
    }

    std::unique_ptr<ServiceFixture> m_fixture;
};

void UsageLogTest::recordsAreReadAsWritten()
{
    auto full = record(u"/customer/open/v1/customers"_s);
    full.errorCode = u"IP_NOT_ALLOWED"_s;
    full.status = 403;
    full.keyName = u"Büro \"1\", =SUM(A1)"_s;
    full.address = u"2001:db8::1"_s;
    write(full);
    auto empty = record(u"/"_s);
    empty.keyId = empty.keyName = QString();
    write(empty);
    const auto page = usagePage(m_fixture->database(), {}, {}, 10, 0);
    QVERIFY(page);
    QCOMPARE(page->size(), 2);
    full.id = page->at(1).id;
    empty.id = page->at(0).id;
    QCOMPARE(page->at(1), full);
    QCOMPARE(page->at(0), empty);
    QVERIFY(full.id < empty.id);
}

void UsageLogTest::filters_data()
{
    QTest::addColumn<UsageFilter>("filter");
    QTest::addColumn<QStringList>("found");
    const auto at = [](int minute) { return QDateTime(QDate(2026, 3, 1), QTime(12, minute), Qt::UTC); };
    const auto row = [](const char *name, const UsageFilter &filter, const QStringList &found) {
        QTest::newRow(name) << filter << found;
    };
    row("all", {}, {u"/d"_s, u"/c"_s, u"/b"_s, u"/a"_s});
    row("key", {u"key_1"_s, {}, {}, {}, {}}, {u"/c"_s, u"/a"_s});
    row("key without requests", {u"key_3"_s, {}, {}, {}, {}}, {});
    row("method", {{}, u"PUT"_s, {}, {}, {}}, {u"/d"_s});
    row("status", {{}, {}, 403, {}, {}}, {u"/c"_s});
    row("from is included", {{}, {}, {}, at(2), {}}, {u"/d"_s, u"/c"_s});
    row("to is not", {{}, {}, {}, {}, at(2)}, {u"/b"_s, u"/a"_s});
    row("both times", {{}, {}, {}, at(1), at(3)}, {u"/c"_s, u"/b"_s});
    row("everything at once", {u"key_1"_s, u"GET"_s, 403, at(1), at(3)}, {u"/c"_s});
    row("text that looks like SQL", {u"' OR 1=1 --"_s, {}, {}, {}, {}}, {});
}

void UsageLogTest::filters()
{
    QFETCH(UsageFilter, filter);
    writeFour();
    QTEST(paths(filter), "found");
    QCOMPARE(usageCount(m_fixture->database(), filter), Result<qint64>(paths(filter).size()));
    const auto page = usagePage(m_fixture->database(), filter, {}, 100, 0);
    QVERIFY(page);
    QCOMPARE(page->size(), paths(filter).size());
}

void UsageLogTest::orders_data()
{
    QTest::addColumn<UsageOrder>("order");
    QTest::addColumn<QString>("found");
    QTest::newRow("newest first") << UsageOrder{UsageField::Time, true} << u"/d/c/b/a"_s;
    QTest::newRow("oldest first") << UsageOrder{UsageField::Time, false} << u"/a/b/c/d"_s;
    QTest::newRow("highest status") << UsageOrder{UsageField::Status, true} << u"/c/b/d/a"_s;
    QTest::newRow("lowest status, newest of the same") << UsageOrder{UsageField::Status, false} << u"/d/a/b/c"_s;
    QTest::newRow("longest") << UsageOrder{UsageField::Duration, true} << u"/d/a/c/b"_s;
}

void UsageLogTest::orders()
{
    QFETCH(UsageOrder, order);
    writeFour();
    QTEST(paths({}, order).join(QString()), "found");
}

void UsageLogTest::pages()
{
    for (int i = 0; i < 7; ++i)
        write(record(QString::number(i)));
    QStringList all;
    for (qint64 offset = 0; offset < 9; offset += 3) {
        const auto page = usagePage(m_fixture->database(), {}, {}, 3, offset);
        QVERIFY(page);
        for (const auto &each : *page)
            all.append(each.path);
    }
    // Of one moment: the later answer is the newer one.
    QCOMPARE(all.join(QString()), u"6543210"_s);
}

void UsageLogTest::oldestAreDropped()
{
    for (int i = 1; i <= 128; ++i)
        write(record(QString::number(i)), {10, 0});
    QCOMPARE(paths({}), (QStringList{u"128"_s, u"127"_s, u"126"_s, u"125"_s, u"124"_s, u"123"_s, u"122"_s, u"121"_s,
                                     u"120"_s, u"119"_s}));
}

void UsageLogTest::newestAreKeptExactlyOftenEnough()
{
    for (int i = 1; i <= 300; ++i) {
        write(record(QString::number(i)), {10, 0});
        const auto count = usageCount(m_fixture->database(), {});
        QVERIFY(count);
        QVERIFY(*count >= std::min(i, 10));
        QVERIFY(*count < 10 + 64);
    }
}

void UsageLogTest::refusedDoNotFlushServed()
{
    write(record(u"served"_s), {1, 10});
    auto refused = record(u"refused"_s);
    refused.ring = UsageRing::Refused;
    for (int i = 0; i < 300; ++i)
        write(refused, {1, 10});
    const auto all = paths({});
    QVERIFY(all.contains(u"served"_s));
    QVERIFY(all.count(u"refused"_s) >= 10);
    QVERIFY(all.count(u"refused"_s) < 10 + 64);
}

void UsageLogTest::rolledBackRecordIsNone()
{
    {
        const auto transaction = Transaction::begin(m_fixture->database());
        QVERIFY(transaction);
        write(record(u"/a"_s));
    }
    QCOMPARE(usageCount(m_fixture->database(), {}), Result<qint64>(0));
}

void UsageLogTest::nothingIsHeldOfALogThatIsGone()
{
    QVERIFY(m_fixture->database().execute(u"DROP TABLE usage_log"_s));
    const auto refused = recordUsage(m_fixture->database(), record(u"/a"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(!usageCount(m_fixture->database(), {}));
    QVERIFY(!usagePage(m_fixture->database(), {}, {}, 1, 0));
    QCOMPARE(paths({}), QStringList{u"failed"_s});
}

GATEHOUSE_TEST(UsageLogTest, QCoreApplication)
#include "tst_usage_log.moc"
