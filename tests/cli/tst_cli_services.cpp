// SPDX-License-Identifier: Apache-2.0
#include "base/Error.h"
#include "support/NoEcho.h"
#include "support/Programs.h"
#include "support/SourceFolder.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"

#include <memory>

using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// The command line on services that hold less than an entry has, under gatehouse-service: two programs and a script.
class TestCliServices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsWhatAServiceCannotHold_data();
    void keepsWhatAServiceCannotHold();
    void writesAnExpiryIntoTheLabel();
    void tellsWhoIsLetIn();
    void sweepEndsOnlyWhatIsOver();
    void whatSweepCannotDoIsToldOnce();
    void logsTellOfRefusedRequests();
    void mergesRanges_data();
    void mergesRanges();

private:
    CliCall run(const QStringList &arguments, const QByteArray &input = {});
    void connectTo(const QString &service, const QString &path, const QStringList &more);
    QJsonObject onlyEntry(const QString &name);

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<ServiceProgram> m_service;
};

void TestCliServices::init()
{
    m_home = std::make_unique<TempHome>();
    askNoEcho(*m_home);
    m_service = std::make_unique<ServiceProgram>(programFile(u"gatehouse-service"_s));
    QVERIFY(m_service->start());
}

void TestCliServices::cleanup()
{
    QVERIFY(m_service->stop());
    m_service.reset();
    m_home.reset();
}

CliCall TestCliServices::run(const QStringList &arguments, const QByteArray &input)
{
    return callCli(programFile(u"gatehouse-cli"_s), m_home->path(), arguments, m_service->token(), input);
}

void TestCliServices::connectTo(const QString &service, const QString &path, const QStringList &more)
{
    const CliCall call =
        run(QStringList{u"connect"_s, u"List"_s, u"--service"_s, service, u"--url"_s, m_service->url() + path} + more);
    QVERIFY2(call.status == 0, call.err.constData());
}

QJsonObject TestCliServices::onlyEntry(const QString &name)
{
    const QJsonArray entries = run({u"list"_s, name, u"--json"_s}).array();
    return entries.size() == 1 ? entries.first().toObject() : QJsonObject();
}

void TestCliServices::keepsWhatAServiceCannotHold_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("scope");
    QTest::addColumn<QJsonArray>("heldBy");

    QTest::newRow("Astro holds the range alone")
        << u"astro"_s << u"/astro/v1"_s << QStringList{u"--scope"_s, u"organizationId=local"_s}
        << QJsonArray{u"label"_s, u"expiresAt"_s};
    QTest::newRow("Cortex holds the label, too")
        << u"cortex"_s << u"/cortex"_s << QStringList() << QJsonArray{u"expiresAt"_s};
    QTest::newRow("and so does bitbybit") << u"bitbybit"_s << u"/bitbybit/developer/open/v1"_s
                                          << QStringList{u"--scope"_s, u"keyId=local"_s} << QJsonArray{u"expiresAt"_s};
    QTest::newRow("Quave Cloud holds everything")
        << u"quave"_s << u"/quave/api/public/v1"_s << QStringList{u"--scope"_s, u"envName=local"_s} << QJsonArray();
}

void TestCliServices::keepsWhatAServiceCannotHold()
{
    QFETCH(QString, service);
    QFETCH(QString, path);
    QFETCH(QStringList, scope);
    connectTo(service, path, scope);
    const CliCall added =
        run({u"add"_s, u"List"_s, u"127.0.0.0/9"_s, u"--label"_s, u"Bob"_s, u"--expires"_s, u"1w"_s, u"--force"_s});
    QVERIFY2(added.status == 0, added.err.constData());
    const QJsonObject live = onlyEntry(u"List"_s);
    QCOMPARE(live.value(u"label"_s).toString(), u"Bob"_s);
    QVERIFY(!live.value(u"expiresAt"_s).isNull());
    QTEST(live.value(u"heldBy"_s).toArray(), "heldBy");

    // Switched off, and on again with all it had, also where the service knows no such thing.
    const CliCall off = run({u"edit"_s, u"List"_s, u"127.0.0.0/9"_s, u"--deactivate"_s, u"--force"_s});
    QVERIFY2(off.status == 0, off.err.constData());
    QCOMPARE(onlyEntry(u"List"_s).value(u"active"_s).toBool(true), false);
    QCOMPARE(run({u"edit"_s, u"List"_s, u"127.0.0.0/9"_s, u"--activate"_s, u"--force"_s}).status, 0);
    const QJsonObject again = onlyEntry(u"List"_s);
    QCOMPARE(again.value(u"active"_s).toBool(), true);
    QCOMPARE(again.value(u"label"_s), live.value(u"label"_s));
    QCOMPARE(again.value(u"expiresAt"_s), live.value(u"expiresAt"_s));
}

void TestCliServices::writesAnExpiryIntoTheLabel()
{
    connectTo(u"cortex"_s, u"/cortex"_s, {u"--expiry-in-label"_s});
    QCOMPARE(run({u"add"_s, u"List"_s, u"127.0.0.0/9"_s, u"--label"_s, u"Bob"_s, u"--expires"_s,
                  u"2099-09-01T00:00:00Z"_s, u"--force"_s})
                 .status,
             0);
    const QJsonObject entry = onlyEntry(u"List"_s);
    QCOMPARE(entry.value(u"label"_s).toString(), u"Bob"_s);
    QCOMPARE(entry.value(u"expiresAt"_s).toString(), u"2099-09-01T00:00:00Z"_s);
    QCOMPARE(entry.value(u"heldBy"_s).toArray(), QJsonArray());
    // Another computer, which knows nothing of it, reads the same.
    m_home = std::make_unique<TempHome>();
    askNoEcho(*m_home);
    connectTo(u"cortex"_s, u"/cortex"_s, {});
    const QJsonObject there = onlyEntry(u"List"_s);
    QCOMPARE(there.value(u"label"_s).toString(), u"Bob"_s);
    QCOMPARE(there.value(u"expiresAt"_s).toString(), u"2099-09-01T00:00:00Z"_s);
}

void TestCliServices::tellsWhoIsLetIn()
{
    connectTo(u"cortex"_s, u"/cortex"_s, {});
    QCOMPARE(run({u"check"_s, u"List"_s, u"203.0.113.7"_s}).status, 0); // empty: everyone
    QCOMPARE(run({u"add"_s, u"List"_s, u"127.0.0.0/9"_s, u"--force"_s}).status, 0);
    const CliCall letIn = run({u"check"_s, u"List"_s, u"127.0.0.1"_s});
    QCOMPARE(letIn.status, 0);
    QVERIFY(letIn.out.contains("127.0.0.0/9"));
    const CliCall refused = run({u"check"_s, u"List"_s, u"203.0.113.7"_s, u"--json"_s});
    QCOMPARE(refused.status, 1);
    const QJsonObject verdict = QJsonDocument::fromJson(refused.out).object();
    QCOMPARE(verdict.value(u"letIn"_s).toBool(true), false);
    QCOMPARE(verdict.value(u"entries"_s).toArray().size(), 0);
    QCOMPARE(run({u"check"_s, u"List"_s, u"203.0.113"_s}).status, 8);
}

void TestCliServices::sweepEndsOnlyWhatIsOver()
{
    connectTo(u"bitbybit"_s, u"/bitbybit/developer/open/v1"_s, {u"--scope"_s, u"keyId=local"_s});
    QCOMPARE(run({u"add"_s, u"List"_s, u"203.0.113.7"_s, u"--force"_s}).status, 0);
    QCOMPARE(
        run({u"add"_s, u"List"_s, u"198.51.100.7"_s, u"--expires"_s, u"2020-01-01T00:00:00Z"_s, u"--yes"_s}).status, 0);
    QCOMPARE(run({u"list"_s, u"List"_s, u"--json"_s}).array().size(), 2);
    const CliCall swept = run({u"sweep"_s, u"--json"_s});
    QVERIFY2(swept.status == 0, swept.err.constData());
    QCOMPARE(swept.array().size(), 1);
    QCOMPARE(swept.array().first()[u"range"_s].toString(), u"198.51.100.7/32"_s);
    QCOMPARE(swept.array().first()[u"outcome"_s].toString(), u"ended"_s);
    QCOMPARE(onlyEntry(u"List"_s).value(u"range"_s).toString(), u"203.0.113.7/32"_s);
    QVERIFY(run({u"sweep"_s, u"List"_s}).out.isEmpty());
    QCOMPARE(run({u"sweep"_s, u"Nobody"_s}).status, 1);
}

void TestCliServices::whatSweepCannotDoIsToldOnce()
{
    connectTo(u"cortex"_s, u"/cortex"_s, {});
    QCOMPARE(run({u"add"_s, u"List"_s, u"127.0.0.0/9"_s, u"--force"_s}).status, 0);
    QVERIFY(m_service->stop());
    const CliCall swept = run({u"sweep"_s, u"--json"_s});
    QCOMPARE(swept.status, 5);
    QCOMPARE(swept.err.count("List: "), 1);
    QCOMPARE(swept.err.count(" cannot be reached. Check the network and the connection's address."), 1);
    QVERIFY(QJsonDocument::fromJson(swept.out).isArray());
    QVERIFY(m_service->start());
}

void TestCliServices::logsTellOfRefusedRequests()
{
    connectTo(u"bitbybit"_s, u"/bitbybit/developer/open/v1"_s, {u"--scope"_s, u"keyId=local"_s});
    QCOMPARE(run({u"list"_s, u"List"_s}).status, 0);
    const CliCall table = run({u"logs"_s, u"List"_s});
    QVERIFY2(table.out.contains("/developer/open/v1/api-keys/local/ip-allowlist"), table.err.constData());
    QCOMPARE(run({u"logs"_s, u"List"_s, u"--most"_s, u"1"_s, u"--json"_s}).array().size(), 1);
    QCOMPARE(run({u"logs"_s, u"List"_s, u"--status"_s, u"404"_s, u"--json"_s}).array().size(), 0);
    QVERIFY(run({u"logs"_s, u"List"_s, u"--csv"_s}).out.startsWith("time,key,method,path,status,address,"));
    QCOMPARE(run({u"logs"_s, u"This computer"_s}).status, 8);
}

void TestCliServices::mergesRanges_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");

    QTest::newRow("halves make a whole") << QByteArray("10.0.0.128/25\n10.0.0.0/25\n") << 0
                                         << QByteArray("10.0.0.0/24\n") << QByteArray();
    QTest::newRow("comments and blank lines")
        << QByteArray("# mine\n\n 192.0.2.1 # office\r\n") << 0 << QByteArray("192.0.2.1/32\n") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << 0 << QByteArray() << QByteArray();
    QTest::newRow("everyone swallows all")
        << QByteArray("192.0.2.1\nany\n2001:db8::/32\n") << 0 << QByteArray("*\n") << QByteArray();
    QTest::newRow("a line that is none is named")
        << QByteArray("192.0.2.1\n192.0.2.300\n") << 8 << QByteArray() << QByteArray("-:2: ");
}

void TestCliServices::mergesRanges()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, err);
    const CliCall call = run({u"merge"_s}, input);
    QTEST(call.status, "status");
    QTEST(call.out, "out");
    QVERIFY2(call.err.contains(err), call.err.constData());
}

GATEHOUSE_TEST(TestCliServices, QCoreApplication)
#include "tst_cli_services.moc"
