// SPDX-License-Identifier: Apache-2.0
#include "base/Printable.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestPrintable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatSteers_data();
    void showsWhatSteers();
    void keepsJsonEqual();
};

void TestPrintable::showsWhatSteers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Office 1"_s << u"Office 1"_s;
    QTest::newRow("other scripts") << u"Büro مكتب 東京 🏢"_s << u"Büro مكتب 東京 🏢"_s;
    QTest::newRow("escape sequence") << u"\x1b[2K"_s << u"\\u{1b}[2K"_s;
    QTest::newRow("ends of lines") << u"a\r\nb\tc"_s << u"a\\u{d}\\u{a}b\\u{9}c"_s;
    QTest::newRow("NUL") << QString(QChar(0)) << u"\\u{0}"_s;
    QTest::newRow("DEL and C1") << u"\x7f\x9b"_s << u"\\u{7f}\\u{9b}"_s;
    QTest::newRow("direction") << u"\u202egpj\u2066"_s << u"\\u{202e}gpj\\u{2066}"_s;
    QTest::newRow("zero width") << u"a\u200b\ufeff\u2060"_s << u"a\\u{200b}\\u{feff}\\u{2060}"_s;
    QTest::newRow("separators") << u"\u2028\u2029"_s << u"\\u{2028}\\u{2029}"_s;
    QTest::newRow("tags beyond the first plane") << QString::fromUcs4(U"\U000E0041", 1) << u"\\u{e0041}"_s;
    QTest::newRow("half a pair at the end") << QString(QChar(0xd83c)) << u"\\u{d83c}"_s;
    QTest::newRow("the other half alone") << QString(QChar(0xdfe2)) + u"x"_s << u"\\u{dfe2}x"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestPrintable::showsWhatSteers()
{
    QFETCH(const QString, text);
    QTEST(printable(text), "shown");
}

void TestPrintable::keepsJsonEqual()
{
    const QString label = u"\x1b[2K\n\x7f\x9b\u202e\u2028"_s + QString::fromUcs4(U"\U000E0041", 1) + u"🏢 é"_s;
    const QJsonDocument document(QJsonArray{label});
    const QByteArray shown = printableJson(document.toJson());
    QCOMPARE(QJsonDocument::fromJson(shown), document);
    QVERIFY(shown.contains("\\u202e") && shown.contains("\\u009b") && shown.contains("\\udb40\\udc41"));
    QVERIFY(shown.contains("🏢 é"));
}

GATEHOUSE_TEST(TestPrintable, QCoreApplication)
#include "tst_printable.moc"
