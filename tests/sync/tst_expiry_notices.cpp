// SPDX-License-Identifier: Apache-2.0
#include "support/Entries.h"
#include "support/TestProgram.h"
#include "sync/ExpiryNotices.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestExpiryNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfWhatEndsSoon_data()
    {
        QTest::addColumn<QStringList>("list");
        QTest::addColumn<int>("since"); // hours from noon
        QTest::addColumn<int>("now");
        QTest::addColumn<QStringList>("told");
        const QStringList bob{u"203.0.113.5 Bob 30h"_s};
        QTest::newRow("long before") << bob << 0 << 5 << QStringList{};
        QTest::newRow("a day before") << bob << 5 << 6 << bob;
        QTest::newRow("told once") << bob << 6 << 7 << QStringList{};
        QTest::newRow("an hour before") << bob << 28 << 29 << bob;
        QTest::newRow("both were slept through") << bob << 1 << 29 << bob;
        QTest::newRow("its end was slept through") << bob << 1 << 30 << QStringList{};
        QTest::newRow("a clock that was set back") << bob << 20 << 6 << QStringList{};
        QTest::newRow("what is switched off or never ends")
            << QStringList{u"203.0.113.5 Bob off 30h"_s, u"203.0.113.6"_s} << 5 << 6 << QStringList{};
        QTest::newRow("only those that do")
            << QStringList{u"203.0.113.6 Cat 50h"_s, u"203.0.113.5 Bob 30h"_s} << 5 << 6 << bob;
    }

    void tellsOfWhatEndsSoon()
    {
        QFETCH(const QStringList, list);
        QFETCH(const int, since);
        QFETCH(const int, now);
        QStringList told;
        for (const Entry &entry : endingSoon(entries(list), {24h, 1h}, hoursFromNoon(since), hoursFromNoon(now)))
            told += inWords(entry);
        QTEST(told, "told");
    }
};

GATEHOUSE_TEST(TestExpiryNotices, QCoreApplication)
#include "tst_expiry_notices.moc"
