// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What cannot stand in the parts "verify", "logs" and "newScope" of a definition.
class TestDefinitionFeatures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
};

void TestDefinitionFeatures::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *part, const QString &place) {
        const QByteArray before = R"("name": "Mini",)";
        const QByteArray scope = R"("scope": {"fields": [{"key": "a", "title": "t"}]},)";
        QTest::newRow(name) << minimalWith(before, before + scope + part + ',') << place;
    };
    row("a check without a request", R"("verify": {"note": "n"})", u"verify.requests"_s);
    row("a check without a note", R"("verify": {"requests": [{"path": "/x"}]})", u"verify.note"_s);
    row("a check instead of half a name", R"("verify": {"note": "n", "insteadOf": "v1", "requests": [{"path": "/x"}]})",
        u"verify.insteadOf"_s);
    row("a check that writes", R"("verify": {"note": "n", "requests": [{"path": "/x", "method": "POST"}]})",
        u"verify.requests[0].method"_s);

    const auto logs = [&](const char *name, const QByteArray &rest, const QString &place,
                          const QByteArray &paging = R"({"by": "none"})") {
        const QByteArray part = R"("logs": {"path": "/l", "items": "data", "paging": )" + paging + ',' + rest + '}';
        row(name, part.constData(), place);
    };
    const QByteArray column = R"({"key": "c", "title": "t", "field": "f"})";
    logs("logs without columns", R"("columns": [])", u"logs.columns"_s);
    logs("logs by cursor", R"("columns": [)" + column + ']', u"logs.paging"_s,
         R"({"by": "cursor", "parameter": "c", "next": "n"})");
    logs("logs by offset without a size", R"("columns": [)" + column + ']', u"logs.paging"_s,
         R"({"by": "offset", "parameter": "o"})");
    logs("a column twice", R"("columns": [)" + column + ',' + column + ']', u"logs.columns[1].key"_s);
    logs("two addresses",
         R"("columns": [{"key": "a", "title": "t", "field": "f", "kind": "address"},
            {"key": "b", "title": "t", "field": "f", "kind": "address"}])",
         u"logs.columns[1].kind"_s);
    logs("a time without a form", R"("columns": [{"key": "a", "title": "t", "field": "f", "kind": "time"}])",
         u"logs.columns[0].time"_s);
    logs("a filter without choices",
         R"("columns": [)" + column +
             R"(], "filters": [{"key": "k", "title": "t", "parameter": "p", "kind": "choice"}])",
         u"logs.filters[0]"_s);
    logs("a filter by an unknown scope field",
         R"("columns": [)" + column +
             R"(], "filters": [{"key": "k", "title": "t", "parameter": "p", "kind": "choice", "scope": "b"}])",
         u"logs.filters[0].scope"_s);
    logs("refusals without a value", R"("columns": [)" + column + R"(], "refused": {"field": "f"})",
         u"logs.refused.values"_s);

    const auto made = [&](const char *name, const char *rest, const QString &place) {
        const QByteArray part = QByteArray(R"("newScope": {"title": "t", "scope": "a",)") + rest + '}';
        row(name, part.constData(), place);
    };
    made("a new scope that is not told", R"("method": "POST", "path": "/as")", u"newScope.made"_s);
    made("a new scope by another method", R"("method": "PATCH", "path": "/as", "made": {"value": "id"})",
         u"newScope.method"_s);
    made("a new scope that names itself", R"("method": "POST", "path": "/as/{a}", "made": {"value": "id"})",
         u"newScope.path"_s);
    made("a field of a new scope twice",
         R"("fields": [{"key": "x", "title": "t"}, {"key": "x", "title": "t"}],
            "method": "POST", "path": "/as", "made": {"value": "id"})",
         u"newScope.fields[1].key"_s);
    made("several choices in a text",
         R"("fields": [{"key": "x", "title": "t", "choices": ["1"]}], "method": "POST", "path": "/as",
            "body": {"x": "all {x}"}, "made": {"value": "id"})",
         u"newScope.body"_s);
    row("a new scope of an unknown field",
        R"("newScope": {"title": "t", "scope": "b", "method": "POST", "path": "/as", "made": {"value": "id"}})",
        u"newScope.scope"_s);
}

void TestDefinitionFeatures::refuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, key);
    const auto definition = parseDefinition(json, u"some.json"_s);
    QVERIFY(!definition.has_value());
    const QString message = definition.error().message;
    QVERIFY2(message.contains(QString(u": "_s + key + u": "_s)),
             qPrintable(message + u'\n' + definition.error().detail));
}

GATEHOUSE_TEST(TestDefinitionFeatures, QCoreApplication)
#include "tst_definition_features.moc"
