// SPDX-License-Identifier: Apache-2.0
#include "ShippedExamples.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What the definitions that are part of the program say and read of each service.
class TestShippedFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void astroNamesWhoMadeAnEntry_data();
    void astroNamesWhoMadeAnEntry();
    void listsChoices_data();
    void listsChoices();
    void movesFormerUrls_data();
    void movesFormerUrls();
    void saysHowSureItIs();
    void keepsToTheRatesOfTheVendors();
};

void TestShippedFacts::astroNamesWhoMadeAnEntry_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QString>("name");
    QTest::newRow("a person") << json("{'id':'i','subjectType':'USER','username':'u@x','fullName':'Jane Doe'}")
                              << u"Jane Doe"_s;
    QTest::newRow("a person without a name") << json("{'id':'i','subjectType':'USER','username':'u@x'}") << u"u@x"_s;
    QTest::newRow("an API token") << json("{'id':'i','subjectType':'SERVICEKEY','apiTokenName':'my-token'}")
                                  << u"my-token"_s;
    QTest::newRow("an id alone") << json("{'id':'i'}") << u"i"_s;
    QTest::newRow("nobody") << QByteArray("null") << QString();
}

void TestShippedFacts::astroNamesWhoMadeAnEntry()
{
    QFETCH(const QByteArray, subject);
    const auto fixture = speakTo(u"astro"_s);
    fixture->server.setDefault(
        answer(200, json("{'allowedIpAddressRanges':[{'id':'a','ipAddressRange':'1.1.1.1/32',"
                         "'createdAt':'2022-11-22T04:37:12Z','updatedAt':'2022-11-23T04:37:12Z','createdBy':") +
                        subject + json(",'updatedBy':") + subject + json("}],'totalCount':1}")));
    const auto list = fixture->fetch();
    QVERIFY(list.has_value());
    QTEST(list->front().provenance.createdBy, "name");
    QTEST(list->front().provenance.updatedBy, "name");
    QCOMPARE(list->front().provenance.createdAt, QDateTime({2022, 11, 22}, {4, 37, 12}, Qt::UTC));
    QCOMPARE(list->front().provenance.updatedAt, QDateTime({2022, 11, 23}, {4, 37, 12}, Qt::UTC));
    QVERIFY(list->front().unknownFields.isEmpty());
}

void TestShippedFacts::listsChoices_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArrayList>("pages");
    QTest::addColumn<QByteArrayList>("requests");
    QTest::newRow("astro's organizations")
        << u"astro"_s << u"organizationId"_s
        << QByteArrayList{json("{'organizations':[{'id':'one','name':'First'}],'offset':0,'limit':1,'totalCount':2}"),
                          json("{'organizations':[{'id':'two','name':'Second'}],'offset':1,'limit':1,'totalCount':2}")}
        << QByteArrayList{"GET /v1/organizations?offset=0&limit=1000", "GET /v1/organizations?offset=1&limit=1000"};
    QTest::newRow("bitbybit's keys")
        << u"bitbybit"_s << u"keyId"_s
        << QByteArrayList{json("{'data':[{'id':'one','name':'First','prefix':'one'}],'meta':{'hasNextPage':true}}"),
                          json("{'data':[{'id':'two','name':'Second','prefix':'two'}],'meta':{'hasNextPage':false}}")}
        << QByteArrayList{"GET /developer/open/v1/api-keys?status=ACTIVE&page=1&limit=100",
                          "GET /developer/open/v1/api-keys?status=ACTIVE&page=2&limit=100"};
}

void TestShippedFacts::listsChoices()
{
    QFETCH(const QString, service);
    QFETCH(const QString, field);
    QFETCH(const QByteArrayList, pages);
    QFETCH(const QByteArrayList, requests);
    // Before the user has said which list is meant.
    const auto fixture = speakTo(service, {});
    for (const QByteArray &page : pages)
        fixture->server.enqueue(answer(200, page));
    const auto choices = await(fixture->service->choices(field));
    QVERIFY2(choices.has_value(), qPrintable(choices ? QString() : choices.error().message));
    QCOMPARE(*choices, (std::vector<ScopeChoice>{{u"one"_s, u"First"_s, u"one"_s}, {u"two"_s, u"Second"_s, u"two"_s}}));
    QCOMPARE(requestsOf(fixture->server), requests);
}

void TestShippedFacts::movesFormerUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("now"); ///< empty: it is none of the past
    QTest::newRow("IAM") << u"https://api.astronomer.io/iam/v1beta1"_s << u"https://api.astronomer.io/v1"_s;
    QTest::newRow("platform") << u"https://api.astronomer.io/platform/v1beta1/"_s << u"https://api.astronomer.io/v1"_s;
    QTest::newRow("another host") << u"http://127.0.0.1:4000/astro/iam/v1beta1"_s
                                  << u"http://127.0.0.1:4000/astro/v1"_s;
    QTest::newRow("current") << u"https://api.astronomer.io/v1"_s << QString();
    QTest::newRow("a name that ends alike") << u"https://proxy.example/not-iam/v1beta1"_s << QString();
}

void TestShippedFacts::movesFormerUrls()
{
    QFETCH(const QString, url);
    QFETCH(const QString, now);
    const auto current = parsed(shippedText(u"astro"_s))->currentUrlFor(QUrl(url));
    QCOMPARE(current.value_or(QUrl()), QUrl(now));
}

void TestShippedFacts::saysHowSureItIs()
{
    QMap<QString, Certainty> levels;
    for (const QString &service : examples.keys()) {
        const auto definition = parsed(shippedText(service));
        levels.insert(service, definition->certainty);
        QVERIFY(!definition->certaintyNote.isEmpty());
        QVERIFY(!definition->effectNote.isEmpty());
        QCOMPARE(definition->rules.emptyList, EmptyListMeaning::OpenToEveryone);
        QCOMPARE(definition->rules.guardsItsOwnApi, service == u"astro" || service == u"cortex");
        QCOMPARE(definition->rules.refusesLockOut, service == u"cortex");
        QVERIFY(definition->rules.seesPublicAddressesOnly);
    }
    QCOMPARE(levels, (QMap<QString, Certainty>{{u"astro"_s, Certainty::Documented},
                                               {u"cortex"_s, Certainty::Documented},
                                               {u"quave"_s, Certainty::Convention},
                                               {u"bitbybit"_s, Certainty::Convention}}));
    const auto bitbybit = parsed(shippedText(u"bitbybit"_s));
    QCOMPARE(bitbybit->effectDelay, std::chrono::seconds(10));
    QCOMPARE(bitbybit->rules.maximumEntries, 20);
    QCOMPARE(bitbybit->rules.broadestV4, 9);
    QCOMPARE(bitbybit->rules.broadestV6, 33);
    QVERIFY(!bitbybit->rules.acceptsAny);
}

void TestShippedFacts::keepsToTheRatesOfTheVendors()
{
    const HttpPolicy astro = httpPolicyFor(*parsed(shippedText(u"astro"_s)));
    QCOMPARE(astro.methodRates["GET"].requestsPerSecond, 25.0);
    QCOMPARE(astro.methodRates["POST"].requestsPerSecond, 10.0);
    QCOMPARE(astro.methodRates["DELETE"].requestsPerSecond, 5.0);
    const HttpPolicy cortex = httpPolicyFor(*parsed(shippedText(u"cortex"_s)));
    QCOMPARE(cortex.rate.requestsPerSecond, 1000.0 / 60);
    QCOMPARE(cortex.rate.burst, 50);
    const HttpPolicy bitbybit = httpPolicyFor(*parsed(shippedText(u"bitbybit"_s)));
    // In no minute more than a hundred.
    QVERIFY(bitbybit.rate.requestsPerSecond * 60 + bitbybit.rate.burst <= 100);
}

GATEHOUSE_TEST(TestShippedFacts, QCoreApplication)
#include "tst_shipped_facts.moc"
