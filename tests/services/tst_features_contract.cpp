// SPDX-License-Identifier: Apache-2.0
#include "ContractFixture.h"
#include "support/TestProgram.h"

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

NewScope keyNamed(const QString &name, const QStringList &permissions, std::vector<Entry> entries = {})
{
    return {{{u"name"_s, {name}}, {u"description"_s, {u"made by a test"_s}}, {u"scopes"_s, permissions}},
            std::move(entries)};
}

const QStringList mayRead{u"customers:READ"_s};

QStringList titlesOf(const std::vector<ScopeChoice> &choices)
{
    QStringList titles;
    for (const ScopeChoice &choice : choices)
        titles.append(choice.title);
    return titles;
}

} // namespace

Q_DECLARE_METATYPE(Verification::Outcome)

/// What services offer beside their list, and what only one of them has.
class TestFeaturesContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void astroListsOrganizations();
    void astroSpeaksAtFormerUrls_data();
    void astroSpeaksAtFormerUrls();
    void astroHoldsEveryoneAsTwo();
    void cortexTakesWhatIsForced();
    void cortexValidates();
    void bitbybitMakesAKeyWithItsList();
    void bitbybitPagesItsKeys();
    void bitbybitRefusesWhatIsBeyondItsLimits_data();
    void bitbybitRefusesWhatIsBeyondItsLimits();
    void bitbybitVerifies_data();
    void bitbybitVerifies();
    void aChangeIsInForceWithinItsTime();
    void bitbybitTellsWhatCame();
    void bitbybitPagesItsLogs();
};

void TestFeaturesContract::astroListsOrganizations()
{
    ContractFixture fixture(u"astro"_s);
    fixture.connectTo({}, fixture.server().token());
    const auto organizations = await(fixture.service().choices(u"organizationId"_s));
    QVERIFY2(organizations.has_value(), qPrintable(organizations ? QString() : organizations.error().detail));
    QCOMPARE(*organizations, (std::vector<ScopeChoice>{{local, local, local}}));
}

void TestFeaturesContract::astroSpeaksAtFormerUrls_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("IAM") << u"/astro/iam/v1beta1"_s;
    QTest::newRow("platform") << u"/astro/platform/v1beta1"_s;
}

void TestFeaturesContract::astroSpeaksAtFormerUrls()
{
    QFETCH(const QString, path);
    ContractFixture fixture(u"astro"_s);
    const QUrl current = fixture.service().endpoint().baseUrl;
    fixture.connectTo(fixture.target().scope, fixture.server().token(), path);
    QCOMPARE(fixture.service().definition().currentUrlFor(fixture.service().endpoint().baseUrl), current);
    QVERIFY(fixture.read().has_value());
    // There is no bulk call in the past, so that each entry goes alone.
    QVERIFY(fixture.apply(adding({entry("203.0.113.5"), entry("127.0.0.1"), entry("203.0.113.6")})).has_value());
    const Allowlist former = fixture.list();
    QCOMPARE(fixture.ranges(), (QStringList{u"127.0.0.1"_s, u"203.0.113.5"_s, u"203.0.113.6"_s}));
    fixture.connectTo(fixture.target().scope, fixture.server().token());
    QVERIFY(fixture.read().has_value());
    QVERIFY(std::ranges::equal(fixture.list().entries(), former.entries(), {}, &Entry::remoteId, &Entry::remoteId));
    fixture.connectTo(fixture.target().scope, fixture.server().token(), path);
    QVERIFY(fixture.read().has_value());
    QVERIFY(fixture.apply(removing(fixture.list())).has_value());
    QVERIFY(fixture.list().isEmpty());
}

void TestFeaturesContract::astroHoldsEveryoneAsTwo()
{
    ContractFixture fixture(u"astro"_s);
    QVERIFY(fixture.read().has_value());
    QVERIFY(fixture.apply(adding({entry("*")})).has_value());
    QCOMPARE(fixture.ranges(), QStringList{u"*"_s});
    QVERIFY(fixture.apply(removing(fixture.list())).has_value());
    QVERIFY(fixture.list().isEmpty());
}

void TestFeaturesContract::cortexTakesWhatIsForced()
{
    ContractFixture fixture(u"cortex"_s);
    QVERIFY(fixture.read().has_value());
    Operation forced{Operation::Kind::Replace, {entry("203.0.113.0/24")}, {}, true};
    QVERIFY(fixture.send(forced).has_value());
    QCOMPARE(fixture.read().error().kind, ErrorKind::AddressRefused);
}

void TestFeaturesContract::cortexValidates()
{
    ContractFixture fixture(u"cortex"_s);
    const auto one = await(fixture.service().validate({entry("203.0.113.5", u"Office"_s)}));
    QVERIFY2(one.has_value(), qPrintable(one ? QString() : one.error().detail));
    const auto several = await(fixture.service().validate({entry("203.0.113.5"), entry("2001:db8::/48"), entry("*")}));
    QVERIFY2(several.has_value(), qPrintable(several ? QString() : several.error().detail));
    // Nothing was taken.
    QVERIFY(fixture.read().has_value());
    QVERIFY(fixture.list().isEmpty());
}

void TestFeaturesContract::bitbybitMakesAKeyWithItsList()
{
    ContractFixture fixture(u"bitbybit"_s);
    const auto made =
        await(fixture.service().makeScope(keyNamed(u"Server"_s, {u"customers:READ"_s, u"orders:WRITE"_s},
                                                   {entry("203.0.113.5", u"CI"_s), entry("2001:db8::/48")})));
    QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().detail));
    QCOMPARE(made->scope.title, u"Server"_s);
    QVERIFY(!made->scope.value.isEmpty());
    QVERIFY(made->secret.size() > 20);

    const auto keys = await(fixture.service().choices(u"keyId"_s));
    QVERIFY2(keys.has_value(), qPrintable(keys ? QString() : keys.error().detail));
    QCOMPARE(titlesOf(*keys), (QStringList{local, u"Server"_s}));
    QCOMPARE(keys->back().value, made->scope.value);
    QVERIFY(made->secret.startsWith(keys->back().note));

    fixture.connectTo({{u"keyId"_s, made->scope.value}}, fixture.server().token());
    QVERIFY(fixture.read().has_value());
    QCOMPARE(fixture.ranges(), (QStringList{u"203.0.113.5"_s, u"2001:db8::/48"_s}));
    QCOMPARE(fixture.at("203.0.113.5").content.label, u"CI"_s);
}

void TestFeaturesContract::bitbybitPagesItsKeys()
{
    ContractFixture fixture(u"bitbybit"_s);
    QStringList names{local};
    for (int number = 0; number < 24; ++number) {
        names.append(u"Key %1"_s.arg(number));
        QVERIFY(await(fixture.service().makeScope(keyNamed(names.last(), mayRead))).has_value());
    }
    QJsonArray fields = QJsonDocument::fromJson(shippedText(u"bitbybit"_s))[u"scope"_s][u"fields"_s].toArray();
    QJsonObject key = fields[1].toObject();
    QJsonObject choices = key[u"choices"_s].toObject();
    QJsonObject paging = choices[u"paging"_s].toObject();
    paging[u"size"_s] = 7;
    choices[u"paging"_s] = paging;
    key[u"choices"_s] = choices;
    fields[1] = key;
    fixture.change(u"scope.fields"_s, fields);
    const auto keys = await(fixture.service().choices(u"keyId"_s));
    QVERIFY2(keys.has_value(), qPrintable(keys ? QString() : keys.error().detail));
    QCOMPARE(titlesOf(*keys), names);
}

void TestFeaturesContract::bitbybitRefusesWhatIsBeyondItsLimits_data()
{
    QTest::addColumn<QStringList>("ranges");
    QTest::addColumn<int>("index"); ///< of the entry that is complained about; -1: of none
    QStringList many;
    for (int number = 0; number < 21; ++number)
        many.append(u"203.0.113.%1"_s.arg(number));
    QTest::newRow("IPv4 too broad") << QStringList{u"127.0.0.1"_s, u"10.0.0.0/8"_s} << 1;
    QTest::newRow("IPv6 too broad") << QStringList{u"2001:db8::/32"_s} << 0;
    QTest::newRow("too many") << many << -1;
}

void TestFeaturesContract::bitbybitRefusesWhatIsBeyondItsLimits()
{
    QFETCH(const QStringList, ranges);
    QFETCH(const int, index);
    ContractFixture fixture(u"bitbybit"_s);
    std::vector<Entry> entries;
    for (const QString &text : ranges)
        entries.push_back(entry(text.toLatin1().constData()));
    const auto sent = fixture.send({Operation::Kind::Replace, entries, {}, false});
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Rejected);
    QVERIFY(!sent.error().message.isEmpty());
    if (index >= 0)
        QCOMPARE(sent.error().fields.value(0).index, index);
    // Neither would the review let it pass.
    const ListRules &rules = fixture.service().definition().rules;
    QVERIFY(std::ssize(entries) > rules.maximumEntries || entries.back().content.range.prefix() < rules.broadestV4 ||
            entries.back().content.range.prefix() < rules.broadestV6);
}

void TestFeaturesContract::bitbybitVerifies_data()
{
    QTest::addColumn<QStringList>("permissions");
    QTest::addColumn<QByteArray>("range"); ///< empty: the list is
    QTest::addColumn<Verification::Outcome>("outcome");
    using Outcome = Verification::Outcome;
    QTest::newRow("an empty list lets everyone in") << mayRead << QByteArray() << Outcome::LetIn;
    QTest::newRow("a list with this address") << mayRead << QByteArray("127.0.0.1") << Outcome::LetIn;
    QTest::newRow("a list without it") << mayRead << QByteArray("203.0.113.5") << Outcome::AddressRefused;
    QTest::newRow("the permission comes before the list")
        << QStringList{u"orders:READ"_s} << QByteArray("203.0.113.5") << Outcome::LacksPermission;
}

void TestFeaturesContract::bitbybitVerifies()
{
    QFETCH(const QStringList, permissions);
    QFETCH(const QByteArray, range);
    ContractFixture fixture(u"bitbybit"_s);
    const std::vector<Entry> entries =
        range.isEmpty() ? std::vector<Entry>() : std::vector<Entry>{entry(range.constData())};
    const auto made = await(fixture.service().makeScope(keyNamed(u"Server"_s, permissions, entries)));
    QVERIFY(made.has_value());
    fixture.clock().advance(*fixture.service().definition().effectDelay);
    const auto verified = await(fixture.service().verify(made->secret));
    QVERIFY2(verified.has_value(), qPrintable(verified ? QString() : verified.error().message));
    QTEST(verified->outcome, "outcome");
    QCOMPARE(await(fixture.service().verify(u"bbb_live_unknown"_s))->outcome, Verification::Outcome::Unauthorized);
}

void TestFeaturesContract::aChangeIsInForceWithinItsTime()
{
    ContractFixture fixture(u"bitbybit"_s);
    const auto made = await(fixture.service().makeScope(keyNamed(u"Server"_s, mayRead)));
    QVERIFY(made.has_value());
    fixture.clock().advance(1h);
    QCOMPARE(await(fixture.service().verify(made->secret))->outcome, Verification::Outcome::LetIn);
    fixture.connectTo({{u"keyId"_s, made->scope.value}}, fixture.server().token());
    QVERIFY(fixture.read().has_value());
    QVERIFY(fixture.apply(adding({entry("203.0.113.5")})).has_value());
    fixture.clock().advance(*fixture.service().definition().effectDelay);
    QCOMPARE(await(fixture.service().verify(made->secret))->outcome, Verification::Outcome::AddressRefused);
}

void TestFeaturesContract::bitbybitTellsWhatCame()
{
    ContractFixture fixture(u"bitbybit"_s);
    const auto open = await(fixture.service().makeScope(keyNamed(u"Open"_s, mayRead)));
    const auto shut = await(fixture.service().makeScope(keyNamed(u"Shut"_s, mayRead, {entry("203.0.113.5")})));
    QVERIFY(open.has_value() && shut.has_value());
    fixture.clock().advance(1min);
    const QDateTime before = fixture.clock().now();
    QVERIFY(await(fixture.service().verify(open->secret)).has_value());
    fixture.clock().advance(1min);
    QVERIFY(await(fixture.service().verify(shut->secret)).has_value());

    const auto all = await(fixture.service().logs({{{u"from"_s, before.toString(Qt::ISODate)}}, 0}));
    QVERIFY2(all.has_value(), qPrintable(all ? QString() : all.error().detail));
    QCOMPARE(all->rows.size(), 2);
    QCOMPARE(all->refused, (QList<bool>{true, false}));
    QCOMPARE(all->scopes, (QStringList{shut->scope.value, open->scope.value}));
    QCOMPARE(all->total, 2);
    QVERIFY(!all->hasMore);
    const LogsDescription &logs = *fixture.service().definition().logs;
    const auto cell = [&](qsizetype row, const QString &key) {
        const auto column = std::ranges::find(logs.columns, key, &LogColumn::key);
        return all->rows[row].value(column - logs.columns.begin());
    };
    QCOMPARE(cell(0, u"time"_s), fixture.clock().now());
    QCOMPARE(cell(0, u"key"_s), u"Shut"_s);
    QCOMPARE(cell(0, u"method"_s), u"GET"_s);
    QCOMPARE(cell(0, u"status"_s), 403);
    QCOMPARE(cell(0, logs.addressColumn), u"127.0.0.1"_s);
    QCOMPARE(cell(0, u"reason"_s), u"IP_NOT_ALLOWED"_s);
    QCOMPARE(cell(1, u"status"_s), 200);
    QVERIFY(!cell(1, u"reason"_s).isValid());

    const auto countWith = [&](const QString &filter, const QString &value) {
        const auto page =
            await(fixture.service().logs({{{u"from"_s, before.toString(Qt::ISODate)}, {filter, value}}, 0}));
        return page ? page->rows.size() : -1;
    };
    QCOMPARE(countWith(u"key"_s, open->scope.value), 1);
    QCOMPARE(countWith(u"status"_s, u"403"_s), 1);
    QCOMPARE(countWith(u"method"_s, u"POST"_s), 0);
    QCOMPARE(countWith(u"to"_s, before.addSecs(30).toString(Qt::ISODate)), 1);
}

void TestFeaturesContract::bitbybitPagesItsLogs()
{
    ContractFixture fixture(u"bitbybit"_s);
    const auto made = await(fixture.service().makeScope(keyNamed(u"Server"_s, mayRead)));
    QVERIFY(made.has_value());
    fixture.change(u"logs.paging.size"_s, 7);
    QList<QVariant> sent;
    for (int number = 0; number < 15; ++number) {
        fixture.clock().advance(1s);
        sent.prepend(fixture.clock().now());
        QVERIFY(await(fixture.service().verify(made->secret)).has_value());
    }
    QList<QVariant> told;
    LogQuery query{{{u"key"_s, made->scope.value}}, 0};
    for (bool hasMore = true; hasMore; ++query.page) {
        const auto page = await(fixture.service().logs(query));
        QVERIFY(page.has_value());
        QCOMPARE(page->total, 15);
        hasMore = page->hasMore;
        for (const QVariantList &row : page->rows)
            told.append(row.first());
    }
    QCOMPARE(query.page, 3);
    QCOMPARE(told, sent);
}

GATEHOUSE_TEST(TestFeaturesContract, QCoreApplication)
#include "tst_features_contract.moc"
