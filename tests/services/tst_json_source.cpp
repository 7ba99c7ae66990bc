// SPDX-License-Identifier: Apache-2.0
#include "services/JsonSource.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;

class TestJsonSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatQtReads_data();
    void readsWhatQtReads();
    void knowsTheLines();
    void refusesWithTheLine_data();
    void refusesWithTheLine();
    void manyValuesAreNotKept();
};

void TestJsonSource::readsWhatQtReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("empty list") << QByteArray("[ ]");
    QTest::newRow("scalars") << QByteArray("[null, true, false, 0, -1.5e3, 1E+2, \"x\"]");
    QTest::newRow("nested") << QByteArray("{\"a\": {\"b\": [{\"c\": 1}, {}]}, \"d\": \"e\"}");
    QTest::newRow("escapes") << QByteArray(R"(["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"])");
    QTest::newRow("other scripts") << QByteArray("[\"Größe, 大きさ\"]");
    QTest::newRow("line ends of Windows") << QByteArray("{\r\n\"a\": 1\r\n}\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"a\": 1}");
}

void TestJsonSource::readsWhatQtReads()
{
    QFETCH(const QByteArray, text);
    const auto node = readJson(text);
    QVERIFY(node.has_value());
    const QJsonDocument expected = QJsonDocument::fromJson(text);
    QVERIFY(!expected.isNull());
    QCOMPARE(node->toJson(), expected.isArray() ? QJsonValue(expected.array()) : QJsonValue(expected.object()));
}

void TestJsonSource::knowsTheLines()
{
    const auto node = readJson("{\n  \"a\": 1,\n  \"b\":\n    [\n      true\n    ]\n}");
    QVERIFY(node.has_value());
    QCOMPARE(node->line, 1);
    QCOMPARE(node->members[0].line, 2);
    QCOMPARE(node->members[1].line, 3);
    QCOMPARE(node->members[1].value.line, 4);
    QCOMPARE(node->find(u"b")->items[0].line, 5);
    QCOMPARE(node->find(u"c"), nullptr);
}

void TestJsonSource::refusesWithTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const QByteArray &text, int line, const QString &key = {}) {
        QTest::newRow(name) << text << line << key;
    };
    row("nothing", "", 1);
    row("blanks only", "\n\n", 3);
    row("a key twice", "{\n\"a\": 1,\n\"b\": 2,\n\"a\": 3}", 4, QStringLiteral("a"));
    row("comment", "{\n// no\n\"a\": 1}", 2);
    row("trailing comma in an object", "{\"a\": 1,\n}", 2);
    row("trailing comma in a list", "[1,\n]", 2);
    row("comma missing", "{\"a\": 1\n\"b\": 2}", 2);
    row("colon missing", "{\"a\"\n1}", 2);
    row("key without quotation marks", "{a: 1}", 1);
    row("single quotation marks", "{'a': 1}", 1);
    row("brace not closed", "{\"a\": {\n}\n", 3);
    row("bracket not closed", "[[1]\n", 2);
    row("text not closed", "[\"a\n\"]", 1);
    row("text ends with the file", "[\"a", 1);
    row("unknown word", "[\nyes]", 2);
    row("NaN", "[NaN]", 1);
    row("leading zero", "[01]", 1);
    row("leading plus", "[+1]", 1);
    row("no digits after the point", "[1.]", 1);
    row("no digits in the exponent", "[1e]", 1);
    row("minus alone", "[-]", 1);
    row("unknown escape", R"(["\x"])", 1);
    row("short unicode escape", R"(["\u12"])", 1);
    row("signed unicode escape", R"(["\u+123"])", 1);
    row("half a character", R"(["\ud83d"])", 1);
    row("escape at the end", R"(["\)", 1);
    row("more after the end", "{}\n{}", 2);
    row("invalid UTF-8", "[\"\xff\"]", 1);
    row("nested too deeply", QByteArray(65, '['), 1);
}

void TestJsonSource::refusesWithTheLine()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, key);
    const auto node = readJson(text);
    QVERIFY(!node.has_value());
    QCOMPARE(node.error().line, line);
    QCOMPARE(node.error().key, key);
    QVERIFY(!node.error().reason.isEmpty());
}

void TestJsonSource::manyValuesAreNotKept()
{
    const auto many = readJson('[' + QByteArray("0,\n").repeated(mostJsonValues) + "0]");
    QVERIFY(!many.has_value());
    QCOMPARE(many.error().line, int(mostJsonValues));
    QVERIFY(readJson('[' + QByteArray("0,").repeated(mostJsonValues / 8) + "0]").has_value());
}

GATEHOUSE_TEST(TestJsonSource, QCoreApplication)
#include "tst_json_source.moc"
