// SPDX-License-Identifier: Apache-2.0
#include "ShippedExamples.h"
#include "allowlist/Text.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

using DraftChange = std::function<void(Draft &)>;

DraftChange adding(const QStringList &ranges)
{
    return [ranges](Draft &draft) {
        for (const QString &text : ranges) {
            const Entry added = entry(text.toLatin1().constData());
            draft.set(added.key, added);
        }
    };
}

DraftChange editing(std::size_t index, const std::function<void(EntryContent &)> &change)
{
    return [=](Draft &draft) {
        Entry changed = draft.snapshot().entries().at(index);
        change(changed.content);
        draft.set(changed.key, changed);
    };
}

DraftChange removing(std::size_t count)
{
    return [count](Draft &draft) {
        for (std::size_t index = 0; index < count; ++index)
            draft.set(draft.snapshot().entries().at(index).key, std::nullopt);
    };
}

DraftChange moved(std::size_t index, const char *to)
{
    return editing(index, [to](EntryContent &content) { content.range = range(to); });
}

DraftChange relabelled(std::size_t index, const QString &label)
{
    return editing(index, [label](EntryContent &content) { content.label = label; });
}

CurrentAddresses at(const char *address)
{
    CurrentAddresses own;
    own.v4 = *IpAddress::parse(address);
    return own;
}

} // namespace

Q_DECLARE_METATYPE(DraftChange)

/// What goes over the wire, to the letter, with the definitions that are part of the program.
class TestShippedDefinitions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture.reset(); }
    void cleanup() { m_fixture.reset(); }

    void reads_data();
    void reads();
    void authorises_data();
    void authorises();
    void changes_data();
    void changes();
    void astroFallsBackToSingleCalls();
    void cortexForcesOnlyWhenTold();
    void cortexValidates_data();
    void cortexValidates();
    void cortexRefusesWhatIsTooLarge();

private:
    ServiceFixture &speak(const QString &service);
    [[nodiscard]] Draft freshDraft();
    [[nodiscard]] Result<void> apply(const Draft &draft);

    std::unique_ptr<ServiceFixture> m_fixture;
};

ServiceFixture &TestShippedDefinitions::speak(const QString &service)
{
    m_fixture = speakTo(service);
    return *m_fixture;
}

Draft TestShippedDefinitions::freshDraft()
{
    auto list = m_fixture->fetch();
    if (!list)
        qFatal("%s", qPrintable(list.error().message));
    return Draft(std::make_shared<const Allowlist>(withKeysOf(std::move(*list), {})));
}

Result<void> TestShippedDefinitions::apply(const Draft &draft)
{
    for (const Operation &operation : m_fixture->service->plan(draft, at("198.51.100.7"))) {
        if (auto sent = m_fixture->send(operation); !sent)
            return sent;
    }
    return {};
}

void TestShippedDefinitions::reads_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("astro") << u"astro"_s
                           << QByteArray("GET /v1/organizations/org/allowed-ip-address-ranges"
                                         "?sorts=createdAt%3Aasc&offset=0&limit=1000");
    QTest::newRow("cortex") << u"cortex"_s << QByteArray("GET /api/v1/ip-allowlist?page=0&pageSize=1000");
    QTest::newRow("quave") << u"quave"_s << QByteArray("GET /api/public/v1/app-env/allowlist?appEnvId=env");
    QTest::newRow("bitbybit") << u"bitbybit"_s << QByteArray("GET /developer/open/v1/api-keys/key_01/ip-allowlist");
}

void TestShippedDefinitions::reads()
{
    QFETCH(const QString, service);
    QFETCH(const QByteArray, request);
    speak(service).server.setDefault(answer(200, examples[service].list));
    const auto list = m_fixture->fetch();
    QVERIFY2(list.has_value(), qPrintable(list ? QString() : list.error().message));
    QCOMPARE(list->size(), 2U);
    QCOMPARE((*list)[0].content.range, range("198.51.100.0/24"));
    QCOMPARE((*list)[1].content.range, range("203.0.113.5"));
    QCOMPARE((*list)[0].content.label, service == u"astro" ? QString() : u"office"_s);
    QCOMPARE((*list)[1].content.active, service != u"quave");
    QCOMPARE((*list)[0].unknownFields.keys(), QStringList{u"new"_s});
    QCOMPARE(requestsOf(m_fixture->server), QByteArrayList{request});
}

void TestShippedDefinitions::authorises_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("field"); ///< of the scope, which is set beside the others
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray secret = ServiceFixture::secret.toUtf8();
    QTest::newRow("astro") << u"astro"_s << QString() << QString() << QByteArray("Authorization") << "Bearer " + secret;
    QTest::newRow("astro without a version")
        << u"astro"_s << QString() << QString() << QByteArray("X-API-Version") << QByteArray();
    QTest::newRow("astro with a version")
        << u"astro"_s << u"apiVersion"_s << u"1.0"_s << QByteArray("X-API-Version") << QByteArray("1.0");
    QTest::newRow("cortex") << u"cortex"_s << QString() << QString() << QByteArray("Authorization")
                            << "Bearer " + secret;
    QTest::newRow("quave, raw") << u"quave"_s << QString() << QString() << QByteArray("Authorization") << secret;
    QTest::newRow("bitbybit") << u"bitbybit"_s << QString() << QString() << QByteArray("x-api-key") << secret;
    QTest::newRow("bitbybit by another header")
        << u"bitbybit"_s << u"header"_s << u"x-bitbybit-key"_s << QByteArray("x-bitbybit-key") << secret;
    QTest::newRow("bitbybit by that header alone")
        << u"bitbybit"_s << u"header"_s << u"x-bitbybit-key"_s << QByteArray("x-api-key") << QByteArray();
}

void TestShippedDefinitions::authorises()
{
    QFETCH(const QString, service);
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, header);
    auto scope = examples[service].scope;
    scope.insert(field, value);
    m_fixture = speakTo(service, scope);
    m_fixture->server.setDefault(answer(200, examples[service].list));
    QVERIFY(m_fixture->fetch().has_value());
    QTEST(m_fixture->request(0).header(header), "expected");
    QCOMPARE(m_fixture->request(0).header("Accept"), QByteArray("application/json"));
}

void TestShippedDefinitions::changes_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<DraftChange>("change");
    QTest::addColumn<QByteArrayList>("requests");
    const auto row = [](const char *name, const QString &service, const DraftChange &change,
                        const QByteArrayList &requests) {
        QByteArrayList lines;
        for (const QByteArray &request : requests)
            lines.append(spelled(json(request.constData())));
        QTest::newRow(qPrintable(service + u": "_s + QString::fromLatin1(name))) << service << change << lines;
    };
    const QByteArray ranges = "/v1/organizations/org/allowed-ip-address-ranges";
    row("adds one", u"astro"_s, adding({u"2001:db8::1"_s}),
        {"POST " + ranges + " {'ipAddressRange':'2001:db8::1/128'}"});
    row("adds several, own address first", u"astro"_s, adding({u"192.0.2.1"_s, u"198.51.100.7"_s}),
        {"POST " + ranges + "/bulk-create {'allowedIpAddressRanges':['198.51.100.7/32','192.0.2.1/32']}"});
    row("edits by creating before deleting", u"astro"_s, moved(1, "203.0.113.6"),
        {"POST " + ranges + " {'ipAddressRange':'203.0.113.6/32'}", "DELETE " + ranges + "/b"});
    row("removes one", u"astro"_s, removing(1), {"DELETE " + ranges + "/a"});
    row("removes several, own address last", u"astro"_s, removing(2),
        {"POST " + ranges + "/bulk-delete {'allowedIpAddressRangeIds':['b','a']}"});

    const QByteArray put = "PUT /api/v1/ip-allowlist {'entries':[";
    const QByteArray office = "{'address':'198.51.100.0/24','description':'office','new':{'x':1}}";
    row("adds", u"cortex"_s, adding({u"2001:db8::/48"_s}),
        {put + office + ",{'address':'203.0.113.5'},{'address':'2001:db8::/48'}]}"});
    row("edits a label, other fields stay", u"cortex"_s, relabelled(0, u"home"_s),
        {put + "{'address':'198.51.100.0/24','description':'home','new':{'x':1}},{'address':'203.0.113.5'}]}"});
    row("removes a label", u"cortex"_s, relabelled(0, {}),
        {put + "{'address':'198.51.100.0/24','new':{'x':1}},{'address':'203.0.113.5'}]}"});
    row("removes all", u"cortex"_s, removing(2), {put + "]}"});

    const QByteArray patch = "PATCH /api/public/v1/app-env/allowlist {'appEnvId':'env','allowlist':[";
    const QByteArray known = "{'entryId':'a','ip':'198.51.100.0/24','description':'office','isActive':true,'new':[1]}";
    const QByteArray second = "{'entryId':'b','ip':'203.0.113.5','description':'','isActive':false}";
    row("adds", u"quave"_s, adding({u"*"_s}),
        {patch + known + ',' + second + ",{'ip':'*','description':'','isActive':true,'deleteEntry':'NEVER'}]}"});
    row("switches on", u"quave"_s, editing(1, [](EntryContent &content) { content.active = true; }),
        {patch + known + ",{'entryId':'b','ip':'203.0.113.5','description':'','isActive':true}]}"});
    row("lets one expire", u"quave"_s,
        editing(1, [](EntryContent &content) { content.expiresAt = ManualClock().now().addDays(7); }),
        {patch + known +
         ",{'entryId':'b','ip':'203.0.113.5','description':'','isActive':false,'deleteEntry':'AFTER_1_WEEK'}]}"});
    row("removes one", u"quave"_s, removing(1), {patch + second + "]}"});

    const QByteArray keyList = "PUT /developer/open/v1/api-keys/key_01/ip-allowlist {'entries':[";
    const QByteArray labelled = "{'cidr':'198.51.100.0/24','label':'office','new':null}";
    row("adds", u"bitbybit"_s, adding({u"2001:db8::1"_s}),
        {keyList + labelled + ",{'cidr':'203.0.113.5/32','label':null},{'cidr':'2001:db8::1/128','label':null}]}"});
    row("edits a label, other fields stay", u"bitbybit"_s, relabelled(0, u"home"_s),
        {keyList + "{'cidr':'198.51.100.0/24','label':'home','new':null},{'cidr':'203.0.113.5/32','label':null}]}"});
    row("removes all", u"bitbybit"_s, removing(2), {keyList + "]}"});
}

void TestShippedDefinitions::changes()
{
    QFETCH(const QString, service);
    QFETCH(const DraftChange, change);
    QFETCH(const QByteArrayList, requests);
    // The answers of each vendor, and one that is like none of them.
    for (const QByteArray &good : {examples[service].list, json("{'status':'Ok'}"), QByteArray()}) {
        speak(service).server.enqueue(answer(200, examples[service].list));
        Draft draft = freshDraft();
        change(draft);
        m_fixture->server.setDefault(answer(good.isEmpty() ? 204 : 200, good));
        const auto applied = apply(draft);
        QVERIFY2(applied.has_value(), qPrintable(applied ? QString() : applied.error().message));
        QCOMPARE(requestsOf(m_fixture->server).sliced(1), requests);
    }
}

void TestShippedDefinitions::astroFallsBackToSingleCalls()
{
    const QByteArray ranges = "/v1/organizations/org/allowed-ip-address-ranges";
    speak(u"astro"_s).server.enqueue(answer(200, examples[u"astro"_s].list));
    Draft draft = freshDraft();
    adding({u"192.0.2.1"_s, u"192.0.2.2"_s})(draft);
    removing(2)(draft);
    m_fixture->server.enqueue(answer(404, json("{'message':'no such path','requestId':'r','statusCode':404}")));
    m_fixture->server.enqueue(answer(200, json("{'id':'c'}")));
    m_fixture->server.enqueue(answer(200, json("{'id':'d'}")));
    m_fixture->server.enqueue(answer(405));
    m_fixture->server.setDefault(answer(204));
    QVERIFY(apply(draft).has_value());
    QByteArrayList lines;
    for (const QByteArray &request : requestsOf(m_fixture->server).sliced(1))
        lines.append(request.split(' ').first(2).join(' '));
    QCOMPARE(lines,
             (QByteArrayList{"POST " + ranges + "/bulk-create", "POST " + ranges, "POST " + ranges,
                             "POST " + ranges + "/bulk-delete", "DELETE " + ranges + "/b", "DELETE " + ranges + "/a"}));
}

void TestShippedDefinitions::cortexForcesOnlyWhenTold()
{
    speak(u"cortex"_s).server.setDefault(answer(200, examples[u"cortex"_s].list));
    QVERIFY(m_fixture->service->capabilities().force);
    for (const bool force : {false, true})
        QVERIFY(m_fixture->send({Operation::Kind::Replace, {entry("10.0.0.1")}, {}, force}).has_value());
    QCOMPARE(m_fixture->line(0), QByteArray("PUT /api/v1/ip-allowlist"));
    QCOMPARE(m_fixture->line(1), QByteArray("PUT /api/v1/ip-allowlist?force=true"));
}

void TestShippedDefinitions::cortexValidates_data()
{
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<QList<FieldError>>("faults");
    const QByteArray good = "{'address':'10.0.0.1','valid':true}";
    const QByteArray bad = "{'address':'192.0.2.0/24','description':'x','message':'too broad','valid':false}";
    const QList<FieldError> faults{{1, u"address"_s, u"too broad"_s}};
    QTest::newRow("all valid") << "[" + good + "," + good + "]" << QList<FieldError>{};
    QTest::newRow("one result for all") << good << QList<FieldError>{};
    QTest::newRow("the one that is not valid") << bad << faults;
    QTest::newRow("a list") << "[" + good + "," + bad + "]" << faults;
    QTest::newRow("entries") << "{'entries':[" + good + "," + bad + "]}" << faults;
    QTest::newRow("in another order") << "{'entries':[" + bad + "]}" << faults;
}

void TestShippedDefinitions::cortexValidates()
{
    QFETCH(const QByteArray, answered);
    QFETCH(const QList<FieldError>, faults);
    speak(u"cortex"_s).server.setDefault(answer(200, json(answered.constData())));
    const auto verdict = await(m_fixture->service->validate({entry("10.0.0.1"), entry("192.0.2.0/24", u"x"_s)}));
    QCOMPARE(requestsOf(m_fixture->server),
             QByteArrayList{spelled(json("POST /api/v1/ip-allowlist/validate {'entries':[{'address':'10.0.0.1'},"
                                         "{'address':'192.0.2.0/24','description':'x'}]}"))});
    QCOMPARE(verdict.has_value(), faults.isEmpty());
    if (!verdict) {
        QCOMPARE(verdict.error().kind, ErrorKind::Rejected);
        QCOMPARE(verdict.error().fields, faults);
    }
}

void TestShippedDefinitions::cortexRefusesWhatIsTooLarge()
{
    speak(u"cortex"_s).server.setDefault(answer(200, json("{'entries':[]}")));
    const QString label(1'000'000, u'x');
    const std::vector<Entry> twice{entry("10.0.0.1", label), entry("10.0.0.2", label)};
    const auto sent = m_fixture->send({Operation::Kind::Replace, twice, {}, false});
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(sent.error().message.contains(u"2.0 MB"), qPrintable(sent.error().message));
    QVERIFY(!await(m_fixture->service->validate(twice)).has_value());
    QVERIFY(m_fixture->server.requests().isEmpty());
    QVERIFY(m_fixture->send({Operation::Kind::Replace, {twice.front()}, {}, false}).has_value());
}

GATEHOUSE_TEST(TestShippedDefinitions, QCoreApplication)
#include "tst_shipped_definitions.moc"
