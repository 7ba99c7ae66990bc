// SPDX-License-Identifier: Apache-2.0
#include "support/NoEcho.h"
#include "support/Programs.h"
#include "support/SourceFolder.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"

#include <memory>

using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// Of an array with an object for each list.
QJsonObject resultOf(const CliCall &call, const QString &connection)
{
    for (const QJsonValue &value : call.array()) {
        if (value[u"connection"_s].toString() == connection)
            return value.toObject();
    }
    return {};
}

} // namespace

/// The command line on several lists of several services, under gatehouse-service.
class TestCliLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void changesSeveralListsInOneCall();
    void theStatusIsThatOfTheWorst();
    void wrongUsageIsStatusTwoOnSeveralListsToo();
    void checksSeveralLists();
    void dryRunsSendNothing();
    void groupsAreUsedInManyListsAndChangedOnce();
    void groupsThatAreWrongAreRefused_data();
    void groupsThatAreWrongAreRefused();

private:
    CliCall run(const QStringList &arguments);
    QStringList rangesOf(const QString &name);

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<ServiceProgram> m_service;
};

void TestCliLists::init()
{
    m_home = std::make_unique<TempHome>();
    askNoEcho(*m_home);
    m_service = std::make_unique<ServiceProgram>(programFile(u"gatehouse-service"_s));
    QVERIFY(m_service->start());
    const QString url = m_service->url();
    // Each of these services would get the secret of the others if there were one for all.
    for (const char *name : {"GATEHOUSE_TOKEN_ASTRO", "GATEHOUSE_TOKEN_CORTEX", "GATEHOUSE_TOKEN_KEYS"})
        qputenv(name, m_service->token().toUtf8());
    const QList<QStringList> connections{{u"Astro"_s, u"--service"_s, u"astro"_s, u"--url"_s, url + u"/astro/v1"_s,
                                          u"--scope"_s, u"organizationId=local"_s},
                                         {u"Cortex"_s, u"--service"_s, u"cortex"_s, u"--url"_s, url + u"/cortex"_s},
                                         {u"Keys"_s, u"--service"_s, u"bitbybit"_s, u"--url"_s,
                                          url + u"/bitbybit/developer/open/v1"_s, u"--scope"_s, u"keyId=local"_s}};
    for (const QStringList &connection : connections) {
        const CliCall call = run(QStringList{u"connect"_s} + connection);
        QVERIFY2(call.status == 0, call.err.constData());
    }
    const CliCall own =
        run({u"add"_s, u"Astro"_s, u"127.0.0.0/9"_s, u"--also"_s, u"Cortex"_s, u"--also"_s, u"Keys"_s, u"--force"_s});
    QVERIFY2(own.status == 0, own.err.constData());
}

void TestCliLists::cleanup()
{
    for (const char *name : {"GATEHOUSE_TOKEN_ASTRO", "GATEHOUSE_TOKEN_CORTEX", "GATEHOUSE_TOKEN_KEYS"})
        qunsetenv(name);
    QVERIFY(m_service->stop());
    m_service.reset();
    m_home.reset();
}

CliCall TestCliLists::run(const QStringList &arguments)
{
    return callCli(programFile(u"gatehouse-cli"_s), m_home->path(), arguments);
}

/// Without the one that lets this computer in.
QStringList TestCliLists::rangesOf(const QString &name)
{
    QStringList lines;
    for (const QJsonValue &entry : run({u"list"_s, name, u"--json"_s}).array()) {
        if (entry[u"range"_s].toString() != u"127.0.0.0/9"_s)
            lines += u"%1 %2"_s.arg(entry[u"range"_s].toString(), entry[u"label"_s].toString()).trimmed();
    }
    lines.sort();
    return lines;
}

void TestCliLists::changesSeveralListsInOneCall()
{
    const QStringList also{u"--also"_s, u"Cortex"_s, u"--also"_s, u"Keys"_s, u"--json"_s};
    const CliCall added = run(QStringList{u"add"_s, u"Astro"_s, u"198.51.100.7"_s, u"--label"_s, u"Bob"_s} + also);
    QVERIFY2(added.status == 0, added.err.constData());
    QCOMPARE(added.array().size(), 3);
    for (const QString &name : {u"Astro"_s, u"Cortex"_s, u"Keys"_s}) {
        QCOMPARE(resultOf(added, name)[u"result"_s].toString(), u"live"_s);
        QVERIFY(resultOf(added, name)[u"liveSince"_s].toString().endsWith(u'Z'));
        QCOMPARE(resultOf(added, name)[u"changes"_s].toArray().first()[u"change"_s].toString(), u"add"_s);
        QCOMPARE(rangesOf(name), QStringList{u"198.51.100.7/32 Bob"_s});
    }
    QCOMPARE(run(QStringList{u"edit"_s, u"Astro"_s, u"198.51.100.7"_s, u"--label"_s, u"Robert"_s} + also).status, 0);
    QCOMPARE(rangesOf(u"Keys"_s), QStringList{u"198.51.100.7/32 Robert"_s});

    // Nobody tells the address of this computer here, and Astro's list guards its own API.
    const CliCall refused = run({u"remove"_s, u"Astro"_s, u"198.51.100.7"_s, u"--yes"_s});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("could not be found out"), refused.err.constData());
    QCOMPARE(run({u"remove"_s, u"Astro"_s, u"198.51.100.7"_s, u"--force"_s}).status, 0);
    const CliCall removed = run(QStringList{u"remove"_s, u"Astro"_s, u"198.51.100.7"_s} + also);
    QCOMPARE(removed.status, 0);
    QCOMPARE(resultOf(removed, u"Astro"_s)[u"result"_s].toString(), u"unchanged"_s);
    QCOMPARE(resultOf(removed, u"Cortex"_s)[u"result"_s].toString(), u"live"_s);
    QCOMPARE(rangesOf(u"Cortex"_s), QStringList());
    QCOMPARE(run(QStringList{u"remove"_s, u"Astro"_s, u"198.51.100.7"_s} + also).status, 1);
}

void TestCliLists::theStatusIsThatOfTheWorst()
{
    QVERIFY(run({u"add"_s, u"Keys"_s, u"198.51.100.0/24"_s}).status == 0);
    const CliCall call =
        run({u"remove"_s, u"Keys"_s, u"198.51.100.0/24"_s, u"127.0.0.0/9"_s, u"--also"_s, u"Cortex"_s, u"--json"_s});
    QCOMPARE(call.status, 3);
    QCOMPARE(resultOf(call, u"Keys"_s)[u"result"_s].toString(), u"refused"_s);
    QCOMPARE(resultOf(call, u"Keys"_s)[u"error"_s][u"kind"_s].toString(), u"lock-out"_s);
    QCOMPARE(rangesOf(u"Keys"_s), QStringList{u"198.51.100.0/24"_s});
    const CliCall unknown = run({u"add"_s, u"Keys"_s, u"198.51.100.9"_s, u"--also"_s, u"Nobody"_s});
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.err.contains("Nobody"));
    QCOMPARE(rangesOf(u"Keys"_s), QStringList{u"198.51.100.0/24"_s});
}

void TestCliLists::wrongUsageIsStatusTwoOnSeveralListsToo()
{
    const QStringList nothingToEdit{u"edit"_s, u"Astro"_s, u"127.0.0.0/9"_s};
    QCOMPARE(run(nothingToEdit).status, 2);
    QCOMPARE(run(nothingToEdit + QStringList{u"--also"_s, u"Cortex"_s}).status, 2);
}

void TestCliLists::checksSeveralLists()
{
    QCOMPARE(run({u"add"_s, u"Keys"_s, u"198.51.100.0/24"_s, u"--also"_s, u"Astro"_s}).status, 0);
    const QStringList check{u"check"_s, u"Keys"_s, u"198.51.100.7"_s, u"--json"_s, u"--also"_s, u"Astro"_s};
    const CliCall both = run(check);
    QCOMPARE(both.status, 0);
    QCOMPARE(both.array().size(), 2);
    QCOMPARE(resultOf(both, u"Astro"_s)[u"letIn"_s].toBool(), true);
    const CliCall all = run(check + QStringList{u"--also"_s, u"Cortex"_s});
    QCOMPARE(all.status, 1);
    QCOMPARE(resultOf(all, u"Cortex"_s)[u"letIn"_s].toBool(), false);
}

void TestCliLists::dryRunsSendNothing()
{
    const CliCall call =
        run({u"add"_s, u"Keys"_s, u"198.51.100.7"_s, u"--also"_s, u"Astro"_s, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(call.status, 0);
    QCOMPARE(resultOf(call, u"Astro"_s)[u"result"_s].toString(), u"planned"_s);
    QCOMPARE(rangesOf(u"Astro"_s), QStringList());
    QCOMPARE(run({u"group"_s, u"set"_s, u"Office"_s, u"198.51.100.7"_s, u"--dry-run"_s}).status, 0);
    QVERIFY(run({u"groups"_s, u"--json"_s}).array().isEmpty());
}

void TestCliLists::groupsAreUsedInManyListsAndChangedOnce()
{
    QCOMPARE(run({u"group"_s, u"set"_s, u"Office"_s, u"198.51.100.7"_s, u"198.51.100.8"_s}).status, 0);
    const CliCall used = run({u"group"_s, u"use"_s, u"Office"_s, u"Astro"_s, u"Cortex"_s, u"Keys"_s, u"--json"_s});
    QVERIFY2(used.status == 0, used.err.constData());
    QCOMPARE(used.array().size(), 3);
    for (const QString &name : {u"Astro"_s, u"Cortex"_s, u"Keys"_s})
        QCOMPARE(rangesOf(name), (QStringList{u"198.51.100.7/32 Office"_s, u"198.51.100.8/32 Office"_s}));

    QCOMPARE(run({u"group"_s, u"set"_s, u"Office"_s, u"198.51.100.8"_s, u"198.51.100.9"_s, u"--force"_s}).status, 0);
    for (const QString &name : {u"Astro"_s, u"Cortex"_s, u"Keys"_s})
        QCOMPARE(rangesOf(name), (QStringList{u"198.51.100.8/32 Office"_s, u"198.51.100.9/32 Office"_s}));

    QCOMPARE(run({u"group"_s, u"leave"_s, u"Office"_s, u"Cortex"_s}).status, 0);
    QCOMPARE(rangesOf(u"Cortex"_s), QStringList());
    QCOMPARE(run({u"remove"_s, u"Astro"_s, u"198.51.100.8"_s, u"--force"_s}).status, 0);
    QCOMPARE(run({u"group"_s, u"apply"_s}).status, 0);
    QCOMPARE(rangesOf(u"Astro"_s).size(), 2);

    const QJsonObject listed = run({u"groups"_s, u"--json"_s}).array().first().toObject();
    QCOMPARE(listed[u"name"_s].toString(), u"Office"_s);
    QCOMPARE(listed[u"ranges"_s].toArray().size(), 2);
    QCOMPARE(listed[u"usedIn"_s].toArray().size(), 2);
    QCOMPARE(listed[u"outOfStep"_s].toArray().size(), 0);
    QVERIFY(run({u"groups"_s}).out.contains("198.51.100.8, 198.51.100.9"));

    QCOMPARE(run({u"group"_s, u"remove"_s, u"Office"_s, u"--force"_s}).status, 0);
    QCOMPARE(rangesOf(u"Astro"_s), QStringList());
    QCOMPARE(rangesOf(u"Keys"_s), QStringList());
    QVERIFY(run({u"groups"_s, u"--json"_s}).array().isEmpty());
}

void TestCliLists::groupsThatAreWrongAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("no such group") << QStringList{u"use"_s, u"Nobody"_s, u"Astro"_s} << 1;
    QTest::newRow("no such connection") << QStringList{u"use"_s, u"Office"_s, u"Nowhere"_s} << 1;
    QTest::newRow("no range") << QStringList{u"set"_s, u"Office"_s, u"198.51.100.300"_s} << 8;
    QTest::newRow("nothing to do") << QStringList() << 2;
}

void TestCliLists::groupsThatAreWrongAreRefused()
{
    QFETCH(const QStringList, arguments);
    QCOMPARE(run({u"group"_s, u"set"_s, u"Office"_s, u"198.51.100.7"_s}).status, 0);
    QTEST(run(QStringList{u"group"_s} + arguments).status, "status");
    QCOMPARE(run({u"groups"_s, u"--json"_s}).array().size(), 1);
}

GATEHOUSE_TEST(TestCliLists, QCoreApplication)
#include "tst_cli_lists.moc"
