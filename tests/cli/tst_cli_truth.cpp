// SPDX-License-Identifier: Apache-2.0
#include "RuleList.h"
#include "support/TestProgram.h"

#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

#include <memory>

using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// The command line tells the truth, asks before it is too late, and gives a secret to whom it belongs.
class TestCliTruth final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RuleList> m_list;
    std::unique_ptr<RuleHome> m_home;

    CliCall run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return m_home->run(arguments, u"key"_s, input);
    }
    /// A call on a terminal, where `answer` is typed; standard output and error in one.
    CliCall runOnTerminal(const QString &arguments, const QByteArray &answer) const
    {
        const QString command =
            u"'%1' --home '%2' %3"_s.arg(programFile(u"gatehouse-cli"_s), m_home->path(), arguments);
        return callCli(u"script"_s, m_home->path(), {u"-qec"_s, command, u"/dev/null"_s}, u"key"_s, answer);
    }
    CliCall shell(const QString &arguments, const QString &tail) const
    {
        const QString command =
            u"'%1' --home '%2' %3 %4"_s.arg(programFile(u"gatehouse-cli"_s), m_home->path(), arguments, tail);
        return callCli(u"/bin/sh"_s, m_home->path(), {u"-c"_s, command}, u"key"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_list = std::make_unique<RuleList>();
        m_list->put(u"203.0.113.5/32"_s, u"Ann"_s);
        m_list->put(u"198.51.100.0/24"_s, u"Berlin"_s);
        m_home = std::make_unique<RuleHome>();
        QCOMPARE(m_home->connect(u"Acme"_s, *m_list).status, 0);
    }
    void cleanup()
    {
        m_home.reset();
        m_list.reset();
    }

    void addingWhatIsThere_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<int>("entries");
        QTest::newRow("as it is") << QStringList{u"--label"_s, u"Ann"_s} << 0 << QByteArray("Nothing is to be done")
                                  << 1;
        QTest::newRow("without a label") << QStringList{} << 0 << QByteArray("203.0.113.5") << 1;
        QTest::newRow("with another label") << QStringList{u"--label"_s, u"Bob"_s} << 1 << QByteArray("`edit`") << 1;
        QTest::newRow("switched off") << QStringList{u"--inactive"_s} << 1 << QByteArray("`edit`") << 1;
        QTest::newRow("with an expiry") << QStringList{u"--expires"_s, u"1d"_s} << 1 << QByteArray("`edit`") << 1;
        QTest::newRow("forced") << QStringList{u"--label"_s, u"Bob"_s, u"--force"_s} << 0 << QByteArray() << 2;
    }

    void addingWhatIsThere()
    {
        QFETCH(const QStringList, more);
        QFETCH(const int, status);
        QFETCH(const QByteArray, says);
        QFETCH(const int, entries);
        const CliCall call = run(QStringList{u"add"_s, u"Acme"_s, u"203.0.113.5"_s} + more);
        QVERIFY2(call.status == status, call.err.constData());
        QVERIFY2(call.err.contains(says), call.err.constData());
        QCOMPARE(m_list->countOf(u"203.0.113.5/32"_s), entries);
    }

    void statesOfChanges()
    {
        const QStringList add{u"add"_s, u"Acme"_s, u"192.0.2.1"_s, u"--json"_s};
        const auto stateIn = [](const CliCall &call) { return call.array().at(0)[u"state"_s].toString(); };
        QCOMPARE(stateIn(run(add + QStringList{u"--dry-run"_s})), u"planned"_s);
        const CliCall plan = run({u"plan"_s, u"Acme"_s, u"-"_s, u"--json"_s}, "range\n198.51.100.0/24\n");
        QCOMPARE(plan.status, 10);
        QCOMPARE(stateIn(plan), u"planned"_s);
        QCOMPARE(stateIn(run(add)), u"live"_s);
        const CliCall edited = run({u"edit"_s, u"Acme"_s, u"192.0.2.1"_s, u"--label"_s, u"Bob"_s, u"--json"_s});
        QCOMPARE(edited.array().at(0)[u"before"_s][u"label"_s].toString(), QString());
        QCOMPARE(edited.array().at(0)[u"label"_s].toString(), u"Bob"_s);
        const CliCall refused = run({u"add"_s, u"Acme"_s, u"any"_s, u"--json"_s, u"--also"_s, u"This computer"_s});
        QCOMPARE(refused.status, 3);
        QCOMPARE(refused.array().at(0)[u"changes"_s].toArray().at(0)[u"state"_s].toString(), u"refused"_s);
    }

    void aChangeSaysWhatItWasAndBecomes()
    {
        const CliCall call =
            run({u"edit"_s, u"Acme"_s, u"203.0.113.5"_s, u"--label"_s, u"Bob"_s, u"--deactivate"_s, u"--dry-run"_s});
        QVERIFY2(call.out.contains("label: “Ann” → “Bob”"), call.out.constData());
        QVERIFY(call.out.contains("active: yes → no"));
    }

    void outputThatIsLostHasAStatusOfItsOwn()
    {
        for (const QString &arguments : {u"list Acme"_s, u"list Acme --json"_s, u"connections"_s, u"--help"_s}) {
            const CliCall call = shell(arguments, u"> /dev/full"_s);
            QVERIFY2(call.status == 9, qPrintable(arguments));
            QVERIFY2(call.err.contains("could not be written"), call.err.constData());
        }
        QCOMPARE(shell(u"list Acme"_s, u">&-"_s).status, 9);
    }

    void openingToEveryoneIsRefusedUnlessForced_data()
    {
        QTest::addColumn<QStringList>("ranges");
        QTest::newRow("any") << QStringList{u"any"_s};
        QTest::newRow("*") << QStringList{u"*"_s};
        QTest::newRow("all of IPv4") << QStringList{u"0.0.0.0/0"_s};
        QTest::newRow("all of IPv6") << QStringList{u"::/0"_s};
        QTest::newRow("any for an hour") << QStringList{u"any"_s, u"--expires"_s, u"6h"_s};
        QTest::newRow("the other half") << QStringList{u"128.0.0.0/1"_s};
    }

    void openingToEveryoneIsRefusedUnlessForced()
    {
        QFETCH(const QStringList, ranges);
        m_list->put(u"0.0.0.0/1"_s, u"Half"_s);
        const QStringList add = QStringList{u"add"_s, u"Acme"_s} + ranges;
        const std::size_t before = m_list->size();
        QCOMPARE(run(add).status, 3);
        QCOMPARE(run(add + QStringList{u"--yes"_s}).status, 3);
        QCOMPARE(m_list->size(), before);
        QVERIFY(!run({u"list"_s, u"Acme"_s}).err.contains("open to ev"));
        const CliCall forced = run(add + QStringList{u"--force"_s});
        QVERIFY2(forced.status == 0, forced.err.constData());
        const CliCall listed = run({u"list"_s, u"Acme"_s});
        QVERIFY2(listed.err.contains("open to ev"), listed.err.constData());
        QVERIFY(run({u"connections"_s}).out.contains("EVERY"));
    }

    void onATerminalThePlanComesBeforeTheQuestion()
    {
        for (int i = 0; i < 5; ++i)
            m_list->put(u"192.0.2.%1/32"_s.arg(i), u"Guest"_s);
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("range\n203.0.113.5\n198.51.100.0/24\n") > 0 && file.flush());
        const QString apply = u"apply Acme '%1'"_s.arg(file.fileName());
        const CliCall refused = runOnTerminal(apply, "n\n");
        const qsizetype plan = refused.out.indexOf("remove  192.0.2.0  Guest");
        QVERIFY2(plan >= 0 && plan < refused.out.indexOf("[y/N]"), refused.out.constData());
        QCOMPARE(refused.status, 1);
        QCOMPARE(m_list->size(), std::size_t(7));
        QCOMPARE(runOnTerminal(apply, "y\n").status, 0);
        QCOMPARE(m_list->size(), std::size_t(2));
    }

    void disconnectAsksOnATerminal()
    {
        const CliCall refused = runOnTerminal(u"disconnect Acme"_s, "n\n");
        QVERIFY2(refused.out.contains("Acme") && refused.out.contains("[y/N]"), refused.out.constData());
        QCOMPARE(refused.status, 1);
        QCOMPARE(run({u"list"_s, u"Acme"_s}).status, 0);
        QCOMPARE(runOnTerminal(u"disconnect Acme"_s, "y\n").status, 0);
        QCOMPARE(run({u"list"_s, u"Acme"_s}).status, 1);
    }

    void oneSecretDoesNotGoToSeveralServices_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("check") << QStringList{u"check"_s, u"Acme"_s, u"192.0.2.1"_s, u"--also"_s, u"Other"_s};
        QTest::newRow("add") << QStringList{u"add"_s, u"Acme"_s, u"192.0.2.1"_s, u"--also"_s, u"Other"_s};
        QTest::newRow("remove") << QStringList{u"remove"_s, u"Acme"_s, u"203.0.113.5"_s, u"--also"_s, u"Other"_s};
        QTest::newRow("apply") << QStringList{u"apply"_s, u"Acme"_s, u"-"_s, u"--also"_s, u"Other"_s};
        QTest::newRow("sweep of all") << QStringList{u"sweep"_s};
        QTest::newRow("follow of all") << QStringList{u"follow"_s};
        QTest::newRow("group") << QStringList{u"group"_s, u"use"_s, u"Office"_s, u"Acme"_s, u"Other"_s};
    }

    void oneSecretDoesNotGoToSeveralServices()
    {
        QFETCH(const QStringList, arguments);
        RuleList other;
        QCOMPARE(m_home->connect(u"Other"_s, other).status, 0);
        QCOMPARE(run({u"group"_s, u"set"_s, u"Office"_s, u"192.0.2.7"_s}).status, 0);
        const CliCall call = run(arguments, "range\n203.0.113.5\n198.51.100.0/24\n");
        QCOMPARE(call.status, 2);
        QVERIFY2(call.err.contains("GATEHOUSE_TOKEN"), call.err.constData());
        QVERIFY(other.requests().isEmpty());
        QVERIFY(m_list->requests().isEmpty());
    }

    void oneSecretServesTheListsOfOneService()
    {
        QCOMPARE(m_home->connect(u"Same"_s, *m_list).status, 0);
        const CliCall call = run({u"check"_s, u"Acme"_s, u"203.0.113.5"_s, u"--also"_s, u"Same"_s});
        QVERIFY2(call.status == 0, call.err.constData());
        QCOMPARE(m_list->requests().constFirst().header("X-Key"), QByteArray("key"));
    }

    void eachCanHaveASecretOfItsOwn()
    {
        RuleList other;
        QCOMPARE(m_home->connect(u"The other"_s, other).status, 0);
        qputenv("GATEHOUSE_TOKEN_THE_OTHER", "second");
        const CliCall call = run({u"check"_s, u"Acme"_s, u"203.0.113.5"_s, u"--also"_s, u"The other"_s});
        qunsetenv("GATEHOUSE_TOKEN_THE_OTHER");
        QVERIFY2(call.status == 1, call.err.constData());
        QCOMPARE(other.requests().constFirst().header("X-Key"), QByteArray("second"));
        QCOMPARE(m_list->requests().constFirst().header("X-Key"), QByteArray("key"));
    }

    void allFaultsOfAFileAreNamedAtOnce()
    {
        const QByteArray csv = "range,active\n192.0.2.1,yes\n192.0.2.300,maybe\n192.0.2.2\nn/a,yes\n";
        const CliCall call = run({u"plan"_s, u"Acme"_s, u"-"_s}, csv);
        QCOMPARE(call.status, 8);
        for (const char *place : {"-:3:1: ", "-:3:13: ", "-:4:1: ", "-:5:1: "})
            QVERIFY2(call.err.contains(place), call.err.constData());
        const CliCall json =
            run({u"apply"_s, u"Acme"_s, u"-"_s, u"--json"_s},
                "[{\"range\":\"x y\"},\n{\"label\":\"a\"},\n7,\n{\"range\":\"192.0.2.1\",\"active\":1}]");
        QCOMPARE(json.status, 8);
        QCOMPARE(json.json()[u"error"_s][u"fields"_s].toArray().size(), 4);
        const CliCall merged = run({u"merge"_s}, "192.0.2.1\nx\n# fine\n192.0.2.300\n");
        QCOMPARE(merged.status, 8);
        QVERIFY(merged.err.contains("-:2: ") && merged.err.contains("-:4: "));
        const CliCall many = run({u"merge"_s}, QByteArray("x\n").repeated(150));
        QVERIFY2(many.err.contains("150"), many.err.constData());
        QVERIFY(many.err.contains("-:100: ") && !many.err.contains("-:101: "));
    }

    void anAddressThatChangesIsOfferedAsItsNetwork_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("added");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("told") << QStringList() << u"2001:db8:1:2:a1b2:c3d4:e5f6:789/128"_s << true;
        QTest::newRow("wanted") << QStringList{u"--network"_s} << u"2001:db8:1:2::/64"_s << false;
    }

    void anAddressThatChangesIsOfferedAsItsNetwork()
    {
        QFETCH(const QStringList, more);
        QFETCH(const QString, added);
        QFETCH(const bool, isOffered);
        FaultServer echo;
        echo.setDefault(answer(200, "2001:db8:1:2:a1b2:c3d4:e5f6:789"));
        m_home->askEcho(echo.url().toString());
        const CliCall call = run(QStringList{u"add"_s, u"Acme"_s, u"current"_s} + more);
        QVERIFY2(call.status == 0, call.err.constData());
        QCOMPARE(call.err.contains("--network adds its network 2001:db8:1:2::/64"), isOffered);
        QCOMPARE(m_list->countOf(added), 1);
    }

    void withoutAKeychainThereIsOneSentence()
    {
        // Nobody has a session bus there, and the secret was not given either.
        const CliCall call = callCli(u"env"_s, m_home->path(),
                                     {u"-u"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"-u"_s, u"XDG_RUNTIME_DIR"_s, u"-u"_s,
                                      u"DISPLAY"_s, programFile(u"gatehouse-cli"_s), u"list"_s, u"Acme"_s});
        QCOMPARE(call.status, 1);
        QCOMPARE(call.err.count("gatehouse.store:"), 1);
        QCOMPARE(call.err.count("keychain"), 1);
    }

    void everyCommandTellsWhatItAskedAndWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList also{u"--also"_s, u"Acme"_s};
        for (const QString &url : {u"https://127.0.0.1:1"_s, u"wrong path"_s}) {
            const auto row = [&](const QStringList &arguments) {
                QTest::addRow("%s, %s", qPrintable(arguments.join(u' ')), qPrintable(url))
                    << (QStringList{url} + arguments);
            };
            row({u"list"_s, u"Lost"_s});
            row(QStringList{u"check"_s, u"Lost"_s, u"192.0.2.1"_s} + also);
            row(QStringList{u"add"_s, u"Lost"_s, u"192.0.2.1"_s} + also);
            row({u"sweep"_s, u"Lost"_s});
            row({u"group"_s, u"use"_s, u"Office"_s, u"Lost"_s});
        }
    }

    void everyCommandTellsWhatItAskedAndWhatToDo()
    {
        QFETCH(QStringList, arguments);
        const QString place = arguments.takeFirst();
        const QString url = place.startsWith(u"https"_s) ? place : m_list->url() + u"/elsewhere"_s;
        QCOMPARE(run({u"connect"_s, u"Lost"_s, u"--service"_s, u"rules"_s, u"--url"_s, url}).status, 0);
        m_list->serveOnly("/rules");
        QCOMPARE(run({u"group"_s, u"set"_s, u"Office"_s, u"192.0.2.7"_s}).status, 0);
        qputenv("GATEHOUSE_TOKEN_LOST", "key");
        const CliCall call = run(arguments);
        qunsetenv("GATEHOUSE_TOKEN_LOST");
        QVERIFY(call.status != 0);
        QVERIFY2(call.err.contains(url.toUtf8()), call.err.constData());
        QVERIFY2(call.err.contains("Check the "), call.err.constData());
    }

    void whatIsTooLargeIsNotRead_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("a device") << u"plan Acme /dev/zero"_s;
        QTest::newRow("a device, apply") << u"apply Acme /dev/zero"_s;
        QTest::newRow("a device, merge") << u"merge /dev/zero"_s;
        QTest::newRow("standard input") << u"merge < /dev/zero"_s;
        QTest::newRow("a pipe") << u"plan Acme - < /dev/zero"_s;
    }

    void whatIsTooLargeIsNotRead()
    {
        QFETCH(const QString, arguments);
        const CliCall call = shell(arguments, QString());
        QVERIFY2(call.err.contains("64 MB"), call.err.constData());
        QCOMPARE(call.status, 8);
    }
};

GATEHOUSE_TEST(TestCliTruth, QCoreApplication)
#include "tst_cli_truth.moc"
