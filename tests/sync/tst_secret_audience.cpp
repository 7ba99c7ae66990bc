// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "store/EnvironmentSecretStore.h"
#include "store/MemorySecretStore.h"
#include "support/Await.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// In single quotes, which stand for double ones.
QByteArray definitionOf(const QByteArray &id, bool withSecret = true, const QByteArray &more = {})
{
    const QByteArray secret = "'secret': {'title': 'Token', 'header': 'X-Token', 'value': '{secret}'},";
    QByteArray json = "{'id': '" + id +
                      "', 'name': 'Mine', 'summary': 'A list', 'documentation': 'https://example.com',"
                      "'certainty': {'level': 'documented'}, 'baseUrl': 'https://api.example.com/v1'," +
                      (withSecret ? secret : QByteArray()) + more +
                      "'apply': {'mode': 'collected'}, 'rules': {'emptyList': 'open'},"
                      "'list': {'path': '/list', 'entries': 'entries', 'paging': {'by': 'none'}},"
                      "'entry': {'range': {'field': 'ip', 'write': 'cidr', 'any': 'none'}},"
                      "'write': {'replace': {'method': 'PUT', 'path': '/list', 'body': {'entries': '{entries}'}}}}";
    return json.replace('\'', '"');
}

/// A home with definitions of its own, and what is built on it.
struct Desk
{
    explicit Desk(const TempHome &home)
        : catalog(DefinitionCatalog::load(folderOf(home)))
        , store(Store::open(home.home().databaseFile()).value())
        , connector(catalog, secrets, clock)
        , book(*store, secrets, catalog)
    {}

    static QString folderOf(const TempHome &home) { return home.home().userDefinitionsFolder(); }

    SystemClock clock;
    MemorySecretStore secrets;
    DefinitionCatalog catalog;
    std::unique_ptr<Store> store;
    ServiceConnector connector;
    ConnectionBook book;
};

} // namespace

/// To whom a stored secret goes without being asked for.
class TestSecretAudience final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<TempHome>();
        QVERIFY(QDir().mkpath(Desk::folderOf(*m_home)));
        m_record = ConnectionRecord();
    }

    void aServiceWithoutASecretNeedsNone()
    {
        define("mine", definitionOf("mine", false));
        connect(u"mine"_s, {});
        QVERIFY(await(m_desk->connector.connectTo(m_record)).has_value());
    }

    void aServiceWithOneAsksForIt()
    {
        define("mine", definitionOf("mine"));
        connect(u"mine"_s, {});
        QCOMPARE(await(m_desk->connector.connectTo(m_record)).error().kind, ErrorKind::SecretMissing);
    }

    void aChangedFileAsksBeforeItGetsTheSecret()
    {
        define("mine", definitionOf("mine"));
        connect(u"mine"_s, u"s3cret"_s);
        QVERIFY(await(m_desk->connector.connectTo(m_record)).has_value());
        define("mine", definitionOf("mine", true, "'headers': {'X-More': '1'},"));
        reopen();
        expectRefusal(u"mine.json"_s);
        // Entered again, it is for the new file.
        QVERIFY(await(m_desk->book.save(m_record, u"s3cret"_s)).has_value());
        m_record = *m_desk->book.find(m_record.id);
        QVERIFY(await(m_desk->connector.connectTo(m_record)).has_value());
    }

    void aFileInPlaceOfABuiltInOneAsks()
    {
        connect(u"astro"_s, u"s3cret"_s, {{u"organizationId"_s, u"o"_s}});
        QVERIFY(await(m_desk->connector.connectTo(m_record)).has_value());
        define("better", definitionOf("astro"));
        reopen();
        expectRefusal(u"better.json"_s);
    }

    void anotherDomainAsks_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("asks");
        QTest::newRow("another path") << u"https://api.example.com/v2"_s << false;
        QTest::newRow("another host of the domain") << u"https://eu.example.com/v1"_s << false;
        QTest::newRow("another domain") << u"https://api.example.net/v1"_s << true;
        QTest::newRow("a name that begins alike") << u"https://api.example.com.evil.net/v1"_s << true;
    }

    void anotherDomainAsks()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, asks);
        define("mine", definitionOf("mine"));
        connect(u"mine"_s, u"s3cret"_s);
        ConnectionRecord moved = m_record;
        moved.baseUrl = QUrl(url);
        QCOMPARE(await(m_desk->connector.connectTo(moved)).has_value(), !asks);
        QCOMPARE(await(m_desk->book.save(moved, {})).has_value(), !asks);
        QVERIFY(await(m_desk->book.save(moved, u"s3cret"_s)).has_value());
    }

    void whatIsGivenForTheCallGoesWhereItIsSent()
    {
        define("mine", definitionOf("mine"));
        connect(u"mine"_s, u"s3cret"_s);
        define("mine", definitionOf("mine", true, "'headers': {'X-More': '1'},"));
        reopen();
        EnvironmentSecretStore given({u"of the call"_s, {}}, std::make_unique<MemorySecretStore>());
        QVERIFY(given.admit({m_record}).has_value());
        ServiceConnector connector(m_desk->catalog, given, m_desk->clock);
        QVERIFY(await(connector.connectTo(m_record)).has_value());
    }

    void connectionsOfOlderVersionsAreRemembered()
    {
        define("mine", definitionOf("mine"));
        connect(u"mine"_s, u"s3cret"_s);
        m_record.audience.clear();
        QVERIFY(await(m_desk->store->saveConnection(m_record)).has_value());
        reopen();
        QVERIFY(!m_record.audience.isEmpty());
        define("mine", definitionOf("mine", true, "'headers': {'X-More': '1'},"));
        reopen();
        expectRefusal(u"mine.json"_s);
    }

private:
    void define(const QByteArray &name, const QByteArray &json)
    {
        QFile file(Desk::folderOf(*m_home) + u'/' + QString::fromLatin1(name) + u".json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(json);
    }

    void connect(const QString &service, const QString &secret, const QMap<QString, QString> &scope = {})
    {
        m_desk = std::make_unique<Desk>(*m_home);
        QVERIFY2(m_desk->catalog.problems().empty(),
                 m_desk->catalog.problems().empty() ? "" : qPrintable(m_desk->catalog.problems()[0].message));
        QVERIFY(await(m_desk->book.load()));
        ConnectionRecord record;
        record.name = u"Mine"_s;
        record.serviceId = service;
        record.baseUrl = QUrl(u"https://api.example.com/v1"_s);
        record.scope = scope;
        const auto saved = await(m_desk->book.save(record, secret));
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        m_record = *saved;
    }

    /// The next start of the program.
    void reopen()
    {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(*m_home);
        QVERIFY(await(m_desk->book.load()));
        QVERIFY(await(m_desk->secrets.write(m_record.id, u"s3cret"_s)));
        m_record = *m_desk->book.find(m_record.id);
    }

    void expectRefusal(const QString &names)
    {
        const auto service = await(m_desk->connector.connectTo(m_record));
        QVERIFY(!service.has_value());
        QCOMPARE(service.error().kind, ErrorKind::SecretMissing);
        QVERIFY2(service.error().message.contains(names), qPrintable(service.error().message));
        QVERIFY2(service.error().message.contains(u"api.example.com"), qPrintable(service.error().message));
    }

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<Desk> m_desk;
    ConnectionRecord m_record;
};

GATEHOUSE_TEST(TestSecretAudience, QCoreApplication)
#include "tst_secret_audience.moc"
