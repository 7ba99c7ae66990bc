// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestDefinition final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheMinimalOne();
    void readsWhatPeopleSee();
    void readsTheExampleOfTheManual();
    void readsTheRules();
    void readsTheRate();
    void capabilitiesFollow_data();
    void capabilitiesFollow();
    void anUnknownAndAMissingKeyAreBothTold();
    void namesEveryProblem();
    void refuses_data();
    void refuses();
};

void TestDefinition::readsTheMinimalOne()
{
    const auto definition = parseDefinition(minimal(), u"mini.json"_s);
    QVERIFY(definition.has_value());
    QCOMPARE(definition->id, u"mini"_s);
    QVERIFY(definition->secretTitle.isEmpty());
    QCOMPARE(definition->rate.requestsPerSecond, 0.0);
    QVERIFY(!definition->rules.acceptsAny);
    // The careful assumption, where nothing is said.
    QVERIFY(definition->rules.guardsItsOwnApi);
}

void TestDefinition::readsWhatPeopleSee()
{
    const auto single = parsed(definitionText(u"single"_s));
    QCOMPARE(single->name, u"One by one"_s);
    QCOMPARE(single->certainty, Certainty::Documented);
    QCOMPARE(single->baseUrl, QUrl(u"https://api.example.com/v1"_s));
    QCOMPARE(single->formerBaseUrls.size(), 1);
    QCOMPARE(single->formerBaseUrls[0].url, QUrl(u"https://api.example.com/v1beta1"_s));
    QCOMPARE(single->formerBaseUrls[0].now, single->baseUrl);
    QCOMPARE(single->secretTitle, u"API token"_s);
    QCOMPARE(single->scopeFields.size(), 1);
    QCOMPARE(single->scopeFields[0].title, u"Organization ID"_s);
    QVERIFY(single->scopeFields[0].required);
    QCOMPARE(single->defaultApplyMode, ApplyMode::Collected);
    QCOMPARE(single->effectNote, u"At the next request"_s);

    const auto envelope = parsed(definitionText(u"envelope"_s));
    QCOMPARE(envelope->certainty, Certainty::Convention);
    QCOMPARE(envelope->certaintyNote, u"The vendor publishes nothing"_s);
    QVERIFY(!envelope->scopeFields[1].required);
}

void TestDefinition::readsTheExampleOfTheManual()
{
    QFile file(sourceFile(QStringLiteral("docs/service-definitions.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray manual = file.readAll();
    const qsizetype begin = manual.indexOf("{\n    \"id\": \"firewall\"");
    QVERIFY(begin >= 0);
    const QByteArray example = manual.sliced(begin, manual.indexOf("```", begin) - begin);
    const auto firewall = parsed(example);
    QCOMPARE(firewall->capabilities.expiry, ExpiryWriting::Exact);
    QVERIFY(firewall->capabilities.label && firewall->capabilities.active && firewall->capabilities.update);
    QVERIFY(!firewall->rules.acceptsAny);

    // The error the manual shows is the one that such a mistake gives.
    const auto broken = parseDefinition(QByteArray(example).replace("\"cursor\"", "\"curser\""),
                                        u"/home/ann/.local/share/gatehouse/services/firewall.json"_s);
    QVERIFY(!broken.has_value());
    QVERIFY2(manual.contains(broken.error().message.toUtf8()), qPrintable(broken.error().message));
}

void TestDefinition::readsTheRules()
{
    const ListRules envelope = parsed(definitionText(u"envelope"_s))->rules;
    QCOMPARE(envelope.emptyList, EmptyListMeaning::OpenToEveryone);
    QVERIFY(!envelope.guardsItsOwnApi);
    QCOMPARE(envelope.maximumEntries, 20);
    QCOMPARE(envelope.broadestV4, 9);
    QCOMPARE(envelope.broadestV6, 33);
    QVERIFY(!envelope.acceptsAny);

    const ListRules inhouse = parsed(definitionText(u"inhouse"_s))->rules;
    QCOMPARE(inhouse.emptyList, EmptyListMeaning::ClosedToEveryone);
    QVERIFY(inhouse.acceptsV4);
    QVERIFY(!inhouse.acceptsV6);
    QVERIFY(inhouse.acceptsAny);
    QVERIFY(!inhouse.seesPublicAddressesOnly);
    QCOMPARE(inhouse.maximumLabelLength, 40);
}

void TestDefinition::readsTheRate()
{
    const HttpPolicy policy = httpPolicyFor(*parsed(definitionText(u"whole"_s)));
    QCOMPARE(policy.rate.requestsPerSecond, 1000.0 / 60);
    QCOMPARE(policy.rate.burst, 50);
    QCOMPARE(httpPolicyFor(*parsed(minimal())).rate.requestsPerSecond, 0.0);
}

void TestDefinition::capabilitiesFollow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("single entries") << u"single"_s << u"provenance"_s;
    QTest::newRow("replace") << u"whole"_s << u"label update replace force validate"_s;
    QTest::newRow("echo") << u"envelope"_s << u"label update replace echo"_s;
    QTest::newRow("everything of an entry") << u"inhouse"_s << u"label active exact provenance update"_s;
}

void TestDefinition::capabilitiesFollow()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    const Capabilities can = parsed(definitionText(name))->capabilities;
    QStringList words;
    const auto add = [&](bool has, const QString &word) { words += has ? QStringList{word} : QStringList(); };
    add(can.label, u"label"_s);
    add(can.active, u"active"_s);
    add(can.expiry == ExpiryWriting::Exact, u"exact"_s);
    add(can.expiry == ExpiryWriting::NamedOnly, u"named"_s);
    add(can.provenance, u"provenance"_s);
    add(can.update, u"update"_s);
    add(can.replace, u"replace"_s);
    add(can.echo, u"echo"_s);
    add(can.force, u"force"_s);
    add(can.validate, u"validate"_s);
    QCOMPARE(words.join(u' '), expected);
}

void TestDefinition::anUnknownAndAMissingKeyAreBothTold()
{
    const auto definition = parseDefinition(minimalWith("\"name\"", "\"nmae\""), u"x.json"_s);
    QVERIFY(!definition.has_value());
    QVERIFY2(definition.error().message.startsWith(u"x.json:3: nmae: "_s), qPrintable(definition.error().message));
    QVERIFY2(definition.error().detail.startsWith(u"x.json:1: name: "_s), qPrintable(definition.error().detail));
}

void TestDefinition::namesEveryProblem()
{
    QByteArray text = minimalWith("\"open\"", "\"ajar\"");
    text.replace("\"PUT\"", "\"FETCH\"").replace("\"mini\"", "7");
    const auto definition = parseDefinition(text, u"x.json"_s);
    QVERIFY(!definition.has_value());
    QStringList places{definition.error().message.section(u": "_s, 0, 1)};
    for (const QString &line : definition.error().detail.split(u'\n'))
        places.append(line.section(u": "_s, 0, 1));
    QCOMPARE(places,
             (QStringList{u"x.json:2: id"_s, u"x.json:9: rules.emptyList"_s, u"x.json:19: write.replace.method"_s}));
}

void TestDefinition::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place"); ///< line and key
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const QString &place) {
        QTest::newRow(name) << minimalWith(before, after) << place;
    };
    const QByteArray replace = R"({"method": "PUT", "path": "/list", "body": {"entries": "{entries}"}})";
    const QByteArray range = R"("range": {"field": "ip", "write": "cidr", "any": "none"})";
    const QByteArray paging = R"({"by": "none"})";
    const QByteArray name = R"("name": "Mini",)";

    QTest::newRow("no JSON") << QByteArray("{\n\"id\": \"x\",,\n}") << u"2"_s;
    QTest::newRow("not an object") << QByteArray("\n[]") << u"2"_s;
    row("a key twice", name, "\"name\": \"Mini\",\"name\": \"Maxi\",", u"3: name"_s);
    row("a key that is missing", R"("summary": "A list",)", "", u"1: summary"_s);
    row("a missing part", R"("apply": {"mode": "collected"},)", "", u"1: apply"_s);
    row("a key that is missing inside", R"("mode": "collected")", "", u"8: apply.mode"_s);
    row("an unknown key", name, name + "\"colour\": \"red\",", u"3: colour"_s);
    row("an unknown key inside",
        R"("path": "/list",)"
        "\n    \"entries\": \"entries\"",
        "\"path\": \"/list\",\n    \"paht\": 1, \"entries\": \"entries\"", u"12: list.paht"_s);
    row("a number for a text", R"("A list")", "3", u"4: summary"_s);
    row("a text for an object", paging, "\"none\"", u"13: list.paging"_s);
    row("a list for an object", R"({"mode": "collected"})", "[]", u"8: apply"_s);
    row("a text for true", R"({"emptyList": "open"})", R"({"emptyList": "open", "guardsItsOwnApi": "yes"})",
        u"9: rules.guardsItsOwnApi"_s);
    row("an empty text", R"("Mini")", "\" \"", u"3: name"_s);
    row("an id with capitals", R"("mini")", "\"Mini\"", u"2: id"_s);
    row("a word that is no choice", R"("documented")", "\"sure\"", u"6: certainty.level"_s);
    row("a URL without a scheme", R"("https://api.example.com")", "\"api.example.com\"", u"7: baseUrl"_s);
    row("a URL that is no web address", R"("https://api.example.com")", "\"file:///etc/passwd\"", u"7: baseUrl"_s);
    row("a former base URL without its follower", name, name + R"("formerBaseUrls": [{"url": "https://a.example"}],)",
        u"3: formerBaseUrls[0].now"_s);
    row("a former base URL that is no object", name, name + R"("formerBaseUrls": ["https://a.example"],)",
        u"3: formerBaseUrls[0]"_s);
    row("a number with a fraction", R"({"emptyList": "open"})", R"({"emptyList": "open", "maximumEntries": 1.5})",
        u"9: rules.maximumEntries"_s);
    row("a number out of bounds", R"({"emptyList": "open"})", R"({"emptyList": "open", "broadestIpv4": 33})",
        u"9: rules.broadestIpv4"_s);
    row("a burst beyond the rate", name, name + R"("rate": {"requests": 5, "seconds": 1, "burst": 6},)",
        u"3: rate.burst"_s);

    row("a path with an empty name", R"("entries": "entries",)", R"("entries": "data..entries",)",
        u"12: list.entries"_s);
    row("a field that is the entry itself", R"("field": "ip")", R"("field": ".")", u"16: entry.range.field"_s);
    row("two fields for the number of entries", paging,
        R"({"by": "page", "parameter": "p", "first": 0, "total": "n", "totalPages": "m"})", u"13: list.paging"_s);
    row("a size without its number", paging, R"({"by": "offset", "parameter": "o", "sizeParameter": "s"})",
        u"13: list.paging.size"_s);
    row("a size without its parameter", paging, R"({"by": "offset", "parameter": "o", "size": 5})",
        u"13: list.paging.size"_s);
    row("a first page without pages", paging, R"({"by": "offset", "parameter": "o", "first": 1})",
        u"13: list.paging.first"_s);
    row("a cursor that is found nowhere", paging, R"({"by": "cursor", "parameter": "c"})", u"13: list.paging.next"_s);

    row("active and inactive alike", range, range + R"(, "active": {"field": "on", "on": 1, "off": 1})",
        u"16: entry.active.off"_s);
    row("active as an object", range, range + R"(, "active": {"field": "on", "on": {}})", u"16: entry.active.on"_s);
    row("names of durations without names", range,
        range + R"(, "expiry": {"field": "e", "time": "iso", "write": "names"})", u"16: entry.expiry.names"_s);
    row("names of durations that are not written", range,
        range + R"(, "expiry": {"field": "e", "time": "iso", "write": "time", "names": {}})",
        u"16: entry.expiry.names"_s);
    row("no durations", range, range + R"(, "expiry": {"field": "e", "time": "iso", "write": "names",
                    "names": {"field": "d", "never": "NEVER", "durations": {}}})",
        u"17: entry.expiry.names.durations"_s);
    row("a duration without a unit", range, range + R"(, "expiry": {"field": "e", "time": "iso", "write": "names",
                    "names": {"field": "d", "never": "NEVER", "durations": {
                      "SHORT": "6"}}})",
        u"18: entry.expiry.names.durations.SHORT"_s);
    row("a grain that is no duration", range,
        range + R"(, "expiry": {"field": "e", "time": "iso", "write": "time", "grain": "1 hour"})",
        u"16: entry.expiry.grain"_s);

    row("an unknown placeholder in a path", R"("path": "/list",
    "entries")",
        R"("path": "/list/{org}",
    "entries")",
        u"11: list.path"_s);
    row("a placeholder with an expression", R"("{entries}")", R"("{entries|sorted}")", u"19: write.replace.body"_s);
    row("a brace alone", R"("{entries}")", R"("{entries")", u"19: write.replace.body"_s);
    row("a placeholder of another request", R"("{entries}")", R"("{id}")", u"19: write.replace.body"_s);
    row("a list inside a text", R"("{entries}")", R"("all {entries}")", u"19: write.replace.body"_s);
    row("a list in a path", replace, R"({"method": "PUT", "path": "/list/{entries}"})", u"19: write.replace.path"_s);
    row("a request that says nothing of the entries", replace, R"({"method": "PUT", "path": "/list"})",
        u"19: write.replace"_s);
    row("an id that is found nowhere", R"("replace": )" + replace,
        R"("create": {"one": {"method": "POST", "path": "/x", "body": "{entry}"}},
            "remove": {"one": {"method": "DELETE", "path": "/x/{id}"}})",
        u"20: write.remove.one"_s);
    row("a path without a slash", R"("path": "/list", "body")", R"("path": "list", "body")",
        u"19: write.replace.path"_s);
    for (const char *path : {"/../x", "/a/../../x", "/%2e%2e/x", "/a/.%2E/x", "/a%2f..%2fx", "/a%5c..%5cx", "/./x",
                             "//evil.example/x", "/a b", "/a\\u0000c", "/ü", "/a%zz", "/a\\\\b"}) {
        row(qPrintable(u"the path "_s + QString::fromUtf8(path)), R"("path": "/list", "body")",
            R"("path": ")" + QByteArray(path) + R"(", "body")", u"19: write.replace.path"_s);
    }
    row("a base URL that leads elsewhere", R"("baseUrl": "https://api.example.com")",
        R"("baseUrl": "https://api.example.com/v1/../admin")", u"7: baseUrl"_s);
    row("a second entry that is added, and a removal by range", replace,
        R"({"method": "PUT", "path": "/list", "body": "{entries}"}, "sameRange": "added")", u"19: write.sameRange"_s);
    row("a path with a query", R"("path": "/list", "body")", R"("path": "/list?all=1", "body")",
        u"19: write.replace.path"_s);
    row("a method that writes nothing", R"("PUT")", R"("GET")", u"19: write.replace.method"_s);
    row("a query that is no text", replace,
        R"({"method": "PUT", "path": "/list", "query": {"force": true}, "body": "{entries}"})",
        u"19: write.replace.query.force"_s);
    row("no way to remove", R"("replace": )" + replace,
        R"("create": {"one": {"method": "POST", "path": "/x", "body": "{entry}"}})", u"18: write"_s);
    row("both whole and single", replace,
        replace + R"(, "create": {"one": {"method": "POST", "path": "/x", "body": "{entry}"}})", u"18: write"_s);
    row("create without a request", R"("replace": )" + replace,
        R"("create": {}, "remove": {"one": {"method": "DELETE", "path": "/x", "query": {"ip": "{range}"}}})",
        u"19: write.create"_s);
    row("a bulk request without its limit", R"("replace": )" + replace,
        R"("create": {"many": {"method": "POST", "path": "/x", "body": "{ranges}"}},
           "remove": {"one": {"method": "DELETE", "path": "/x", "query": {"ip": "{range}"}}})",
        u"19: write.create.many.most"_s);

    row("a secret that is not used", name, name + R"("secret": {"title": "t", "header": "X-Key", "value": "k"},)",
        u"3: secret.value"_s);
    row("a secret beside another placeholder", name,
        name + R"("secret": {"title": "t", "header": "X-Key", "value": "{secret}{id}"},)", u"3: secret.value"_s);
    row("a secret in a header of the connection", name,
        name + R"("secret": {"title": "t", "header": "Host", "value": "{secret}"},)", u"3: secret.header"_s);
    row("a header with a blank", name, name + R"("headers": {"X Version": "1"},)", u"3: headers"_s);

    const QByteArray field = R"({"key": "org", "title": "Organization"})";
    row("a scope field named like another placeholder", name,
        name + R"("scope": {"fields": [{"key": "id", "title": "t"}]},)", u"3: scope.fields[0].key"_s);
    row("a scope field with a hyphen", name, name + R"("scope": {"fields": [{"key": "a-b", "title": "t"}]},)",
        u"3: scope.fields[0].key"_s);
    row("a scope field twice", name, name + "\"scope\": {\"fields\": [" + field + ",\n" + field + "]},",
        u"4: scope.fields[1].key"_s);
    row("one of fields that are required anyway", name,
        name + "\"scope\": {\"fields\": [" + field + "], \"needsOneOf\": [\"org\"]},", u"3: scope.needsOneOf"_s);
    QTest::newRow("an optional scope field in a path")
        << minimalWith(name, name + R"("scope": {"fields": [{"key": "org", "title": "t", "required": false}]},)")
               .replace(R"("path": "/list",)", R"("path": "/list/{org}",)")
        << u"11: list.path"_s;

    row("a required scope field with a fallback", name,
        name + R"("scope": {"fields": [{"key": "a", "title": "t", "fallback": "x", "required": true}]},)",
        u"3: scope.fields[0].required"_s);
    row("choices without their value", name, name + R"("scope": {"fields": [{"key": "a", "title": "t", "choices":
            {"path": "/as", "items": ".", "paging": {"by": "none"}}}]},)",
        u"4: scope.fields[0].choices.value"_s);
    row("choices that need the field itself", name, name + R"("scope": {"fields": [{"key": "a", "title": "t", "choices":
            {"path": "/{a}", "items": ".", "paging": {"by": "none"}, "value": "id"}}]},)",
        u"4: scope.fields[0].choices.path"_s);
    row("a secret's header by an unknown placeholder", name,
        name + R"("secret": {"title": "t", "header": "{header}", "value": "{secret}"},)", u"3: secret.header"_s);

    row("errors without a message", name, name + "\"errors\": {\n\"requestId\": \"id\"},", u"3: errors.message"_s);
    row("an empty list of paths", name, name + "\"errors\": {\n\"message\": []},", u"4: errors.message"_s);
    row("details without their list", name, name + R"("errors": {"message": "m", "details": {"message": "m"}},)",
        u"3: errors.details.list"_s);
    row("a sign without words", name, name + R"("errors": {"message": "m", "addressRefused": {"status": 403}},)",
        u"3: errors.addressRefused"_s);
    row("a sign in a good answer", name,
        name + R"("errors": {"message": "m", "addressRefused": {"status": 200, "phrases": ["x"]}},)",
        u"3: errors.addressRefused.status"_s);
    row("a sign with a field that says nothing", name,
        name + R"("errors": {"message": "m", "addressRefused": {"status": 403, "field": "code"}},)",
        u"3: errors.addressRefused.value"_s);
    row("a limit that is none", R"("write": {)", R"("write": {"largestBody": 0,)", u"18: write.largestBody"_s);
    row("a former path without a slash", name, name + R"("formerPaths": [{"path": "v1", "now": "/v2"}],)",
        u"3: formerPaths[0].path"_s);
    row("a former path that ends with a slash", name, name + R"("formerPaths": [{"path": "/v1", "now": "/v2/"}],)",
        u"3: formerPaths[0].now"_s);
    row("a rate for an unknown method", name,
        name + R"("rate": {"requests": 5, "seconds": 1, "methods": {"FETCH": {"requests": 1, "seconds": 1}}},)",
        u"3: rate.methods.FETCH"_s);
    row("a rate of a method without its time", name,
        name + R"("rate": {"requests": 5, "seconds": 1, "methods": {"GET": {"requests": 1}}},)",
        u"3: rate.methods.GET.seconds"_s);
    row("a time that is no duration", R"({"mode": "collected"})", R"({"mode": "collected", "within": "soon"})",
        u"8: apply.within"_s);
    row("an echo without an address", name, name + R"("echo": {"path": "/ip"},)", u"3: echo.address"_s);
}

void TestDefinition::refuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, place);
    const auto definition = parseDefinition(json, u"some.json"_s);
    QVERIFY(!definition.has_value());
    QCOMPARE(definition.error().kind, ErrorKind::Definition);
    const QString message = definition.error().message;
    const QString begin = u"some.json:"_s + place + u": "_s;
    QVERIFY2(message.startsWith(begin), qPrintable(message + u'\n' + definition.error().detail));
    QVERIFY(message.size() > begin.size());
}

GATEHOUSE_TEST(TestDefinition, QCoreApplication)
#include "tst_definition.moc"
