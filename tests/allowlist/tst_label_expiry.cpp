// SPDX-License-Identifier: Apache-2.0
#include "allowlist/LabelExpiry.h"
#include "support/TestProgram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

class TestLabelExpiry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QDateTime>("expiresAt");
        QTest::addColumn<QString>("held");
        const auto row = [](const char *name, const QString &label, const QString &time, const QString &held) {
            QTest::newRow(name) << label << utc(time) << held;
        };
        row("a name", u"Bob"_s, u"2026-09-01T00:00:00Z"_s, u"Bob [until 2026-09-01 00:00 UTC]"_s);
        row("no label", {}, u"2026-09-01T13:07:00Z"_s, u"[until 2026-09-01 13:07 UTC]"_s);
        row("another zone", u"Bob"_s, u"2026-09-01T01:30:00+02:00"_s, u"Bob [until 2026-08-31 23:30 UTC]"_s);
        row("two lines", u"Bob\nand Ann"_s, u"2026-09-01T00:00:00Z"_s, u"Bob\nand Ann [until 2026-09-01 00:00 UTC]"_s);
        row("blanks around it", u" Bob "_s, u"2026-09-01T00:00:00Z"_s, u" Bob  [until 2026-09-01 00:00 UTC]"_s);
        row("brackets of its own", u"[x] Bob"_s, u"2026-09-01T00:00:00Z"_s, u"[x] Bob [until 2026-09-01 00:00 UTC]"_s);
        row("an expiry in the label", u"Bob [until 2025-01-01 00:00 UTC]"_s, u"2026-09-01T00:00:00Z"_s,
            u"Bob [until 2025-01-01 00:00 UTC] [until 2026-09-01 00:00 UTC]"_s);
        row("the leap day", u"Bob"_s, u"2028-02-29T23:59:00Z"_s, u"Bob [until 2028-02-29 23:59 UTC]"_s);
    }

    void readsWhatItWrote()
    {
        QFETCH(const QString, label);
        QFETCH(const QDateTime, expiresAt);
        QFETCH(const QString, held);
        QCOMPARE(labelWithExpiry(label, expiresAt), held);
        QCOMPARE(splitLabel(held), (LabelParts{label, expiresAt}));
        QCOMPARE(held.size() - label.size(), lengthOfExpiryIn(label));
    }

    void whatOnlyLooksAlikeIsALabel_data()
    {
        QTest::addColumn<QString>("label");
        const QStringList labels{
            {},
            u"Bob"_s,
            u"Bob [until]"_s,
            u"Bob [until 2026-09-01]"_s,
            u"Bob [until 2026-09-01 00:00]"_s,
            u"Bob [until 2026-09-01 00:00 CET]"_s,
            u"Bob [until 2026-09-01 00:00 utc]"_s,
            u"Bob [until 2026-09-01T00:00 UTC]"_s,
            u"Bob [until 2026-09-01 00:00:00 UTC]"_s,
            u"Bob [until 2026-9-1 00:00 UTC]"_s,
            u"Bob [until  2026-09-01 00:00 UTC]"_s,
            u"Bob [Until 2026-09-01 00:00 UTC]"_s,
            u"Bob [until 2026-09-31 00:00 UTC]"_s,
            u"Bob [until 2027-02-29 00:00 UTC]"_s,
            u"Bob [until 2026-09-01 24:00 UTC]"_s,
            u"Bob [until 2026-09-01 12:60 UTC]"_s,
            u"Bob [until 0000-09-01 12:00 UTC]"_s,
            u"Bob [until 2026-09-01 00:00 UTC] "_s,
            u"Bob [until 2026-09-01 00:00 UTC]\n"_s,
            u"Bob [until 2026-09-01 00:00 UTC] at home"_s,
            u"Bob[until 2026-09-01 00:00 UTC]"_s,
            u" [until 2026-09-01 00:00 UTC]"_s,
            u"Bob (until 2026-09-01 00:00 UTC)"_s,
            u"Bob [until ٢٠٢٦-09-01 00:00 UTC]"_s,
        };
        for (const QString &label : labels)
            QTest::addRow("“%s”", qPrintable(QString(label).replace(u'\n', u'⏎'))) << label;
    }

    void whatOnlyLooksAlikeIsALabel()
    {
        QFETCH(const QString, label);
        QCOMPARE(splitLabel(label), (LabelParts{label, std::nullopt}));
    }

    void aTimeBetweenMinutesIsTheLaterOne_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("written");
        QTest::newRow("a whole minute") << u"2026-09-01T00:00:00.000Z"_s << u"2026-09-01T00:00:00Z"_s;
        QTest::newRow("a millisecond more") << u"2026-09-01T00:00:00.001Z"_s << u"2026-09-01T00:01:00Z"_s;
        QTest::newRow("the end of a year") << u"2026-12-31T23:59:59.999Z"_s << u"2027-01-01T00:00:00Z"_s;
        QTest::newRow("before 1970") << u"1969-12-31T23:59:30Z"_s << u"1970-01-01T00:00:00Z"_s;
    }

    void aTimeBetweenMinutesIsTheLaterOne()
    {
        QFETCH(const QString, time);
        QFETCH(const QString, written);
        const QDateTime given = QDateTime::fromString(time, Qt::ISODateWithMs);
        QCOMPARE(asWrittenInLabel(given), utc(written));
        QCOMPARE(*splitLabel(labelWithExpiry({}, given)).expiresAt, utc(written));
    }

    void yearsWithoutFourDigitsAreNotWritten()
    {
        QVERIFY(isWritableInLabel(utc(u"9999-12-31T23:59:00Z"_s)));
        QVERIFY(!isWritableInLabel(utc(u"9999-12-31T23:59:01Z"_s)));
        QVERIFY(isWritableInLabel(utc(u"0001-01-01T00:00:00Z"_s)));
        QVERIFY(!isWritableInLabel(QDateTime(QDate(-1, 12, 31), QTime(0, 0), Qt::UTC)));
        QVERIFY(!isWritableInLabel(QDateTime()));
    }

    /// From pieces of the form, so that many labels nearly are one.
    void anyLabelComesBack()
    {
        static const QStringList pieces{
            u"[until "_s, u"2026-09-01"_s, u" "_s,  u"00:00"_s, u" UTC]"_s,
            u"Bob"_s,     u"["_s,          u"\n"_s, u"é"_s,     u"[until 2026-09-01 00:00 UTC]"_s};
        QRandomGenerator random(20260901);
        for (int round = 0; round < 20000; ++round) {
            QString label;
            for (int count = random.bounded(7); count > 0; --count)
                label += pieces[random.bounded(int(pieces.size()))];
            const qint64 seconds = qint64(random.bounded(4000000000U)) * 60;
            const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
            const QString held = labelWithExpiry(label, time);
            QCOMPARE(splitLabel(held), (LabelParts{label, time}));
            QCOMPARE(held.size(), label.size() + lengthOfExpiryIn(label));
            const LabelParts parts = splitLabel(label);
            QCOMPARE(parts.expiresAt ? labelWithExpiry(parts.label, *parts.expiresAt) : parts.label, label);
        }
    }
};

GATEHOUSE_TEST(TestLabelExpiry, QCoreApplication)
#include "tst_label_expiry.moc"
