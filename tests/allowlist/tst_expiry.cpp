// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Expiry.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestExpiry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void countsPresetsFromNow_data();
    void countsPresetsFromNow();
    void readsWordsAndTimes_data();
    void readsWordsAndTimes();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void readsBackEveryPresetsWord();
    void describesDistances_data();
    void describesDistances();
    void describesNever();
};

void TestExpiry::countsPresetsFromNow_data()
{
    QTest::addColumn<ExpiryPreset>("preset");
    QTest::addColumn<int>("hours"); // 0: never
    QTest::addColumn<QString>("title");

    QTest::newRow("never") << ExpiryPreset::Never << 0 << u"Never"_s;
    QTest::newRow("6 h") << ExpiryPreset::SixHours << 6 << u"6 hours"_s;
    QTest::newRow("12 h") << ExpiryPreset::TwelveHours << 12 << u"12 hours"_s;
    QTest::newRow("1 day") << ExpiryPreset::OneDay << 24 << u"1 day"_s;
    QTest::newRow("1 week") << ExpiryPreset::OneWeek << 24 * 7 << u"1 week"_s;
    QTest::newRow("1 month is 30 days") << ExpiryPreset::OneMonth << 24 * 30 << u"1 month (30 days)"_s;
}

void TestExpiry::countsPresetsFromNow()
{
    QFETCH(const ExpiryPreset, preset);
    QFETCH(const int, hours);
    const QDateTime now = noon().addMSecs(999).toOffsetFromUtc(3600);
    const std::optional<QDateTime> end = expiryAfter(preset, now);
    QCOMPARE(end.has_value(), hours > 0);
    QCOMPARE(durationOf(preset).has_value(), hours > 0);
    if (end) {
        QCOMPARE(*end, hoursFromNoon(hours)); // whole seconds
        QCOMPARE(end->timeSpec(), Qt::UTC);
        QCOMPARE(*durationOf(preset), std::chrono::hours(hours));
    }
    QTEST(titleOf(preset), "title");
}

void TestExpiry::readsWordsAndTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("end"); // null: never

    QTest::newRow("never") << u"never"_s << QDateTime();
    QTest::newRow("hours") << u"6h"_s << hoursFromNoon(6);
    QTest::newRow("a month, not minutes") << u"1mo"_s << hoursFromNoon(24 * 30);
    QTest::newRow("capitals and blanks around") << u" 1W "_s << hoursFromNoon(24 * 7);
    QTest::newRow("UTC") << u"2026-03-01T18:30:15Z"_s << noon().addSecs(6 * 3600 + 30 * 60 + 15);
    QTest::newRow("without seconds") << u"2026-03-01T18:00Z"_s << hoursFromNoon(6);
    QTest::newRow("fractions are dropped") << u"2026-03-01T18:00:00.999Z"_s << hoursFromNoon(6);
    QTest::newRow("east of Greenwich") << u"2026-03-01T18:00:00+02:00"_s << hoursFromNoon(4);
    QTest::newRow("west, half an hour") << u"2026-03-01T18:00:00-0330"_s << noon().addSecs(9 * 3600 + 1800);
    QTest::newRow("offset in hours") << u"2026-03-01T18:00:00+01"_s << hoursFromNoon(5);
    QTest::newRow("blank between date and time") << u"2026-03-01 18:00:00Z"_s << hoursFromNoon(6);
    QTest::newRow("leap day") << u"2028-02-29T00:00:00Z"_s << QDateTime(QDate(2028, 2, 29), QTime(0, 0), Qt::UTC);
    QTest::newRow("a time that has passed is still a time") << u"2026-03-01T11:00:00Z"_s << hoursFromNoon(-1);
}

void TestExpiry::readsWordsAndTimes()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, end);
    const std::optional<std::optional<QDateTime>> parsed = parseExpiry(text, noon());
    QVERIFY(parsed);
    QCOMPARE(parsed->has_value(), end.isValid());
    if (*parsed) {
        QCOMPARE(**parsed, end);
        QCOMPARE((*parsed)->timeSpec(), Qt::UTC);
    }
}

void TestExpiry::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("a time without a zone") << u"2026-03-01T18:00:00"_s;
    QTest::newRow("a date alone") << u"2026-03-01"_s;
    QTest::newRow("a date with a zone") << u"2026-03-01Z"_s;
    QTest::newRow("another number of hours") << u"7h"_s;
    QTest::newRow("a unit without a number") << u"h"_s;
    QTest::newRow("text behind") << u"2026-03-01T18:00:00Z tomorrow"_s;
    QTest::newRow("no such day") << u"2026-02-30T18:00:00Z"_s;
    QTest::newRow("no such hour") << u"2026-03-01T25:00:00Z"_s;
    QTest::newRow("midnight as 24") << u"2026-03-01T24:00:00Z"_s;
    QTest::newRow("no such offset") << u"2026-03-01T18:00:00+15:00"_s;
    QTest::newRow("no such offset minutes") << u"2026-03-01T18:00:00+01:60"_s;
    QTest::newRow("a fraction of minutes") << u"2026-03-01T18:00.5Z"_s;
    QTest::newRow("a zone by name") << u"2026-03-01T18:00:00 CET"_s;
    QTest::newRow("other digits") << u"٢٠٢٦-03-01T18:00:00Z"_s;
}

void TestExpiry::refusesWhatItCannotRead()
{
    QFETCH(const QString, text);
    QVERIFY(!parseExpiry(text, noon()));
}

void TestExpiry::readsBackEveryPresetsWord()
{
    for (const ExpiryPreset preset : expiryPresets) {
        const auto parsed = parseExpiry(wordFor(preset), noon());
        QVERIFY2(parsed, qPrintable(wordFor(preset)));
        QCOMPARE(*parsed, expiryAfter(preset, noon()));
    }
}

void TestExpiry::describesDistances_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, std::chrono::seconds distance, const QString &text) {
        QTest::newRow(name) << static_cast<qint64>(distance.count()) << text;
    };
    row("hours and minutes", 5h + 12min, u"in 5 h 12 min"_s);
    row("whole hours", 5h, u"in 5 h"_s);
    row("days", 72h, u"in 3 days"_s);
    row("minutes", 20min, u"in 20 min"_s);
    row("one minute", 60s, u"in 1 min"_s);
    row("seconds", 59s, u"in less than a minute"_s);
    row("a preset chosen a second ago", 6h - 1s, u"in 6 h"_s);
    row("a week chosen a minute ago", 168h - 1min, u"in 7 days"_s);
    row("an hour, all but a second", 1h - 1s, u"in 1 h"_s);
    row("a day and a half is hours", 36h + 5min, u"in 36 h 5 min"_s);
    row("two days, all but a minute", 48h - 1min, u"in 47 h 59 min"_s);
    row("two days, all but a second", 48h - 1s, u"in 2 days"_s);
    row("a month", 24h * 30, u"in 30 days"_s);
    row("grouped digits", 24h * 1500, u"in 1,500 days"_s);
    row("this instant", 0s, u"expired just now"_s);
    row("a moment ago", -59s, u"expired just now"_s);
    row("minutes ago", -20min, u"expired 20 min ago"_s);
    row("hours ago", -2h, u"expired 2 h ago"_s);
    row("hours and minutes ago", -(2h + 5min), u"expired 2 h 5 min ago"_s);
    row("days ago", -240h, u"expired 10 days ago"_s);
}

void TestExpiry::describesDistances()
{
    QFETCH(const qint64, seconds);
    QTEST(describeExpiry(noon().addSecs(seconds), noon()), "text");
}

void TestExpiry::describesNever()
{
    QCOMPARE(describeExpiry(std::nullopt, noon()), u"never"_s);
    QVERIFY(describeExpiry(QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC), noon()).startsWith(u"in 2,9"));
}

GATEHOUSE_TEST(TestExpiry, QCoreApplication)
#include "tst_expiry.moc"
