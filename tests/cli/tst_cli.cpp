// SPDX-License-Identifier: Apache-2.0
#include "store/Store.h"
#include "support/Await.h"
#include "support/Entries.h"
#include "support/NoEcho.h"
#include "support/Programs.h"
#include "support/SourceFolder.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"

#include <QTest>

#include <memory>

using namespace gatehouse::test;

namespace {

const QString list = QStringLiteral("This computer");

} // namespace

/// The command line as scripts use it: a process per call, one home.
class TestCli final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TempHome> m_home;

    CliCall run(const QStringList &arguments, const QByteArray &input = {})
    {
        return callCli(programFile(QStringLiteral("gatehouse-cli")), m_home->path(), arguments, {}, input);
    }
    CliCall add(const QString &range, const QStringList &more = {})
    {
        return run(QStringList{QStringLiteral("add"), list, range} + more);
    }
    QJsonArray entries() { return run({QStringLiteral("list"), list, QStringLiteral("--json")}).json().array(); }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<TempHome>();
        askNoEcho(*m_home);
    }

    void addsEditsAndRemoves()
    {
        QCOMPARE(add(QStringLiteral("current"), {QStringLiteral("--label"), QStringLiteral("Me")}).status, 0);
        QCOMPARE(add(QStringLiteral("203.0.113.0/24"), {QStringLiteral("--expires"), QStringLiteral("1d")}).status, 0);
        QCOMPARE(entries().size(), 2);
        QCOMPARE(run({QStringLiteral("edit"), list, QStringLiteral("203.0.113.0/24"), QStringLiteral("--deactivate"),
                      QStringLiteral("--label"), QStringLiteral("Office")})
                     .status,
                 0);
        const QJsonObject office = entries().at(1).toObject();
        QCOMPARE(office.value(QStringLiteral("label")).toString(), QStringLiteral("Office"));
        QCOMPARE(office.value(QStringLiteral("active")).toBool(true), false);
        QVERIFY(office.value(QStringLiteral("expiresAt")).toString().endsWith(QLatin1Char('Z')));
        QCOMPARE(run({QStringLiteral("remove"), list, QStringLiteral("203.0.113.0/24")}).status, 0);
        QCOMPARE(entries().size(), 1);
    }

    void lockOutIsStatusThreeUnlessForced()
    {
        QCOMPARE(add(QStringLiteral("203.0.113.0/24")).status, 3);
        QCOMPARE(entries().size(), 0);
        QCOMPARE(add(QStringLiteral("203.0.113.0/24"), {QStringLiteral("--yes")}).status, 3);
        QCOMPARE(add(QStringLiteral("203.0.113.0/24"), {QStringLiteral("--force")}).status, 0);
        QCOMPARE(entries().size(), 1);
    }

    void markedEntriesFollow()
    {
        const QString mine = QStringLiteral("203.0.113.5");
        QCOMPARE(add(QStringLiteral("127.0.0.0/8")).status, 0);
        QCOMPARE(add(mine, {QStringLiteral("--label"), QStringLiteral("Me")}).status, 0);
        QCOMPARE(run({QStringLiteral("follow")}).out, QByteArray()); // nothing is marked
        const auto mark = [&](const QString &range) {
            return run({QStringLiteral("follow"), list, QStringLiteral("--mark"), range}).status;
        };
        QCOMPARE(mark(QStringLiteral("127.0.0.0/8")), 8); // not one computer
        QCOMPARE(run({QStringLiteral("follow"), QStringLiteral("--mark"), mine}).status, 2);
        QCOMPARE(mark(mine), 0);

        const CliCall planned = run({QStringLiteral("follow"), QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(planned.status, 0);
        QCOMPARE(planned.json().array().size(), 1);
        QCOMPARE(planned.json().array().at(0)[QStringLiteral("to")].toString(), QStringLiteral("127.0.0.1/32"));
        QVERIFY(run({QStringLiteral("list"), list}).out.contains("203.0.113.5"));

        const CliCall done = run({QStringLiteral("follow"), QStringLiteral("--yes")});
        QCOMPARE(done.status, 0);
        QVERIFY2(done.out.contains("203.0.113.5 → 127.0.0.1"), done.out.constData());
        QCOMPARE(entries().size(), 2);
        QVERIFY(!run({QStringLiteral("list"), list}).out.contains("203.0.113.5"));
        QCOMPARE(run({QStringLiteral("follow"), QStringLiteral("--yes")}).out, QByteArray());
    }

    void aDamagedDatabaseIsSetAsideAndTold()
    {
        QFile file((*m_home)->databaseFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("dear diary") > 0);
        file.close();
        const CliCall first = run({QStringLiteral("connections")});
        QCOMPARE(first.status, 0);
        QVERIFY2(first.err.contains("gatehouse.sqlite.damaged-"), first.err.constData());
        QVERIFY(!first.out.contains("damaged"));
        const CliCall second = run({QStringLiteral("connections")});
        QCOMPARE(second.status, 0);
        QCOMPARE(second.err, QByteArray());
    }

    void dryRunSendsNothing()
    {
        const CliCall call = add(QStringLiteral("current"), {QStringLiteral("--dry-run")});
        QCOMPARE(call.status, 0);
        QVERIFY(call.out.contains("127.0.0.1"));
        QCOMPARE(entries().size(), 0);
    }

    void badInputHasItsStatusAndSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QStringList &arguments, int status, const char *says) {
            QTest::newRow(name) << arguments << status << QByteArray(says);
        };
        const QString addWord = QStringLiteral("add");
        row("no command", {}, 2, "subcommand");
        row("unknown command", {QStringLiteral("frobnicate")}, 2, "");
        row("host bits", {addWord, list, QStringLiteral("203.0.113.5/24")}, 8, "203.0.113.0/24");
        row("octal", {addWord, list, QStringLiteral("010.0.0.1")}, 8, "octal");
        row("expiry without a zone",
            {addWord, list, QStringLiteral("current"), QStringLiteral("--expires"),
             QStringLiteral("2030-01-01T00:00:00")},
            2, "zone");
        row("unknown connection", {QStringLiteral("list"), QStringLiteral("Nobody")}, 1, "This computer");
        row("entry that is not there", {QStringLiteral("remove"), list, QStringLiteral("192.0.2.1")}, 1, "192.0.2.1");
        row("edit of nothing", {QStringLiteral("edit"), list, QStringLiteral("192.0.2.1")}, 2, "--label");
        row("version that is not there", {QStringLiteral("restore"), list, QStringLiteral("7")}, 1, "7");
        row("history of nobody", {QStringLiteral("history"), QStringLiteral("Nobody")}, 1, "This computer");
        row("restore without a version", {QStringLiteral("restore"), list}, 2, "VERSION");
        row("restore of several lists",
            {QStringLiteral("restore"), list, QStringLiteral("1"), QStringLiteral("--also"), list}, 2, "--also");
        row("unknown service",
            {QStringLiteral("connect"), QStringLiteral("X"), QStringLiteral("--service"), QStringLiteral("none")}, 2,
            "none");
        row("removing this computer", {QStringLiteral("disconnect"), list}, 8, "cannot be disconnected");
    }

    void badInputHasItsStatusAndSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        const CliCall call = run(arguments);
        QVERIFY2(call.err.contains(says), call.err.constData());
        QCOMPARE(call.status, status);
        QVERIFY(call.out.isEmpty());
    }

    void errorsAreJsonWhenAskedFor()
    {
        const CliCall call = add(QStringLiteral("203.0.113.5/24"), {QStringLiteral("--json")});
        QCOMPARE(call.status, 8);
        const QJsonObject error = call.json().object().value(QStringLiteral("error")).toObject();
        QCOMPARE(error.value(QStringLiteral("kind")).toString(), QStringLiteral("invalid-input"));
        QVERIFY(!error.value(QStringLiteral("message")).toString().isEmpty());
    }

    void csvCannotRunAFormula()
    {
        QCOMPARE(add(QStringLiteral("current"), {QStringLiteral("--label"), QStringLiteral("=1+1")}).status, 0);
        const CliCall call = run({QStringLiteral("list"), list, QStringLiteral("--csv")});
        QVERIFY(call.out.startsWith("range,label,active,expires\r\n"));
        QVERIFY(call.out.contains("127.0.0.1/32,'=1+1,true,never\r\n"));
    }

    void aListIsRestoredFromItsHistory()
    {
        const QStringList history{QStringLiteral("history"), list, QStringLiteral("--json")};
        QCOMPARE(run(history).json().array().size(), 0);
        QCOMPARE(add(QStringLiteral("current")).status, 0);
        QCOMPARE(add(QStringLiteral("203.0.113.0/24"), {QStringLiteral("--label"), QStringLiteral("Office")}).status,
                 0);
        const QJsonArray versions = run(history).json().array();
        QCOMPARE(versions.size(), 3);
        const QJsonObject newest = versions.at(0).toObject();
        QCOMPARE(newest.value(QStringLiteral("version")).toInt(), 3);
        QCOMPARE(newest.value(QStringLiteral("cause")).toString(), QStringLiteral("applied"));
        QCOMPARE(newest.value(QStringLiteral("entries")).toInt(), 2);
        QCOMPARE(newest.value(QStringLiteral("added")).toInt(), 1);
        QVERIFY(newest.value(QStringLiteral("time")).toString().endsWith(QLatin1Char('Z')));
        QVERIFY(run({QStringLiteral("history"), list}).out.contains("Applied here"));

        const QStringList restore{QStringLiteral("restore"), list, QStringLiteral("2")};
        QCOMPARE(run(restore + QStringList{QStringLiteral("--dry-run")}).status, 0);
        QCOMPARE(entries().size(), 2);
        QCOMPARE(run(restore).status, 0);
        QCOMPARE(entries().size(), 1);
        const QJsonObject restored = run(history).json().array().at(0).toObject();
        QCOMPARE(restored.value(QStringLiteral("cause")).toString(), QStringLiteral("restored"));
        QCOMPARE(restored.value(QStringLiteral("removed")).toInt(), 1);
        QCOMPARE(run({QStringLiteral("restore"), list, QStringLiteral("3")}).status, 0);
        QCOMPARE(entries().at(1).toObject().value(QStringLiteral("label")).toString(), QStringLiteral("Office"));
    }

    void aRestoreThatLocksOutIsRefused()
    {
        QCOMPARE(add(QStringLiteral("203.0.113.0/24"), {QStringLiteral("--force")}).status, 0);
        QCOMPARE(add(QStringLiteral("current")).status, 0);
        const QStringList restore{QStringLiteral("restore"), list, QStringLiteral("2")};
        QCOMPARE(run(restore).status, 3);
        QCOMPARE(entries().size(), 2);
        QCOMPARE(run(restore + QStringList{QStringLiteral("--force")}).status, 0);
        QCOMPARE(entries().size(), 1);
    }

    void planTellsAndApplyDoes_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("CSV") << QByteArray("range,label,active,expires\r\n127.0.0.1,Me,true,never\r\n"
                                           "203.0.113.0/24,\"Office, main\",false,2999-01-01T00:00:00Z\r\n"
                                           "198.51.100.7,'=1+1,true,\r\n");
        QTest::newRow("JSON") << QByteArray(
            R"([{"range":"127.0.0.1","label":"Me","active":true,"expiresAt":null},
                {"range":"203.0.113.0/24","label":"Office, main","active":false,"expiresAt":"2999-01-01T00:00:00Z"},
                {"range":"198.51.100.7","label":"=1+1","active":true,"expiresAt":null,"state":"live","id":"x"}])");
    }

    void planTellsAndApplyDoes()
    {
        QFETCH(QByteArray, file);
        const QStringList plan{QStringLiteral("plan"), list, QStringLiteral("-")};
        const QStringList apply{QStringLiteral("apply"), list, QStringLiteral("-")};
        QCOMPARE(add(QStringLiteral("current"), {QStringLiteral("--label"), QStringLiteral("Old")}).status, 0);
        QCOMPARE(add(QStringLiteral("192.0.2.1")).status, 0);

        const CliCall planned = run(plan, file);
        QCOMPARE(planned.status, 10);
        QVERIFY2(planned.out.contains("add     203.0.113.0/24  Office, main"), planned.out.constData());
        QVERIFY2(planned.out.contains("change  127.0.0.1  Me"), planned.out.constData());
        QVERIFY2(planned.out.contains("remove  192.0.2.1"), planned.out.constData());
        const CliCall dry = run(apply + QStringList{QStringLiteral("--dry-run")}, file);
        QCOMPARE(dry.status, 0);
        QCOMPARE(dry.out, planned.out);
        QCOMPARE(entries().size(), 2);

        QCOMPARE(run(apply, file).status, 0);
        QCOMPARE(entries().size(), 3);
        QCOMPARE(run(plan, file).status, 0);
        const CliCall again = run(apply, file);
        QCOMPARE(again.status, 0);
        QVERIFY(again.out.isEmpty());
        // What list writes is a file to be applied.
        for (const char *form : {"--csv", "--json"}) {
            const CliCall listed = run({QStringLiteral("list"), list, QString::fromLatin1(form)});
            QCOMPARE(run(plan, listed.out).status, 0);
        }
    }

    void whatAFileDoesNotNameStays()
    {
        QCOMPARE(add(QStringLiteral("current"), {QStringLiteral("--label"), QStringLiteral("Me")}).status, 0);
        QCOMPARE(run({QStringLiteral("apply"), list, QStringLiteral("-")}, "range\n127.0.0.1\n192.0.2.1\n").status, 0);
        QCOMPARE(entries().size(), 2);
        QCOMPARE(entries().at(0).toObject().value(QStringLiteral("label")).toString(), QStringLiteral("Me"));
    }

    void applyDoesNotLockOutUnasked()
    {
        QCOMPARE(add(QStringLiteral("current")).status, 0);
        const QStringList apply{QStringLiteral("apply"), list, QStringLiteral("-"), QStringLiteral("--yes")};
        const QByteArray file = "range,label\n203.0.113.0/24,Office\n";
        QCOMPARE(run({QStringLiteral("plan"), list, QStringLiteral("-")}, file).status, 10);
        QCOMPARE(run(apply, file).status, 3);
        QCOMPARE(entries().size(), 1);
        QCOMPARE(entries().at(0).toObject().value(QStringLiteral("range")).toString(), QStringLiteral("127.0.0.1/32"));
        QCOMPARE(run(apply + QStringList{QStringLiteral("--force")}, file).status, 0);
        QCOMPARE(entries().at(0).toObject().value(QStringLiteral("range")).toString(),
                 QStringLiteral("203.0.113.0/24"));
    }

    void theNextWriteTellsOfWhatWasInterrupted()
    {
        QCOMPARE(add(QStringLiteral("current"), {QStringLiteral("--label"), QStringLiteral("Me")}).status, 0);
        {
            const auto store = gatehouse::Store::open(m_home->home().databaseFile());
            QVERIFY(store);
            gatehouse::JournalRecord record;
            record.connection = await((*store)->connections())->front().id;
            record.process = QStringLiteral("1:1:ended");
            record.begunAt = noon();
            record.changes = {{std::nullopt, entry(QStringLiteral("127.0.0.1 Me"))},
                              {std::nullopt, entry(QStringLiteral("198.51.100.7 Guest"))}};
            QVERIFY(await((*store)->beginRecord(record)));
        }
        QVERIFY(!add(QStringLiteral("192.0.2.1"), {QStringLiteral("--dry-run")}).err.contains("interrupted"));
        const CliCall call = add(QStringLiteral("192.0.2.1"));
        QCOMPARE(call.status, 0);
        const qsizetype tookEffect = call.err.indexOf("took effect:          add     127.0.0.1  Me");
        const qsizetype didNot = call.err.indexOf("did not take effect:  add     198.51.100.7  Guest");
        QVERIFY2(tookEffect >= 0 && tookEffect < didNot, call.err.constData());
        QCOMPARE(entries().size(), 2); // nothing of it was sent
        QVERIFY(!add(QStringLiteral("192.0.2.2")).err.contains("interrupted"));
    }

    void badFilesAreNamedByLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *file, const char *says) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(says);
        };
        row("nothing", "", "-:1:1: ");
        row("no range column", "label\nx\n", "-:1:1: ");
        row("unknown column", "range,name\n", "-:1:7: ");
        row("column twice", "range,label,range\n", "-:1:13: ");
        row("too few cells", "range,label\n192.0.2.1\n", "-:2:1: ");
        row("host bits", "label,range\nOffice,203.0.113.5/24\n", "-:2:8: ");
        row("octal", "range\n192.0.2.1\n010.0.0.1\n", "octal");
        row("expiry without a zone", "range,expires\n192.0.2.1,2030-01-01T00:00:00\n", "-:2:11: ");
        row("neither true nor false", "range,active\n192.0.2.1,maybe\n", "-:2:11: ");
        row("open quote", "range,label\n192.0.2.1,\"a\n", "-:2:11: ");
        row("not UTF-8", "range\n\xff\n", "UTF-8");
        row("JSON that breaks off", "[{\"range\":", "-:1:11: ");
        row("JSON that is no list", "{\"range\":\"192.0.2.1\"}", "-:1:1: ");
        row("JSON without a range", "[\n {\"label\":\"x\"}]", "-:2:2: ");
        row("JSON with an unknown key", "[{\"range\":\"192.0.2.1\",\n  \"expires\":\"1d\"}]", "-:2:3: ");
        row("JSON with a wrong type", "[{\"range\":\"192.0.2.1\", \"active\":\"yes\"}]", "-:1:33: ");
        row("JSON with host bits", "[{\"range\":\"203.0.113.5/24\"}]", "-:1:11: ");
    }

    void badFilesAreNamedByLineAndColumn()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, says);
        for (const char *command : {"plan", "apply"}) {
            const CliCall call = run({QString::fromLatin1(command), list, QStringLiteral("-")}, file);
            QVERIFY2(call.err.contains(says), call.err.constData());
            QCOMPARE(call.status, 8);
            QVERIFY(call.out.isEmpty());
        }
    }

    void aFileThatIsNotThereFails()
    {
        const CliCall call = run({QStringLiteral("plan"), list, QStringLiteral("/nowhere/list.csv")});
        QCOMPARE(call.status, 1);
        QVERIFY(call.err.contains("/nowhere/list.csv"));
        QCOMPARE(run({QStringLiteral("plan"), list}).status, 2);
    }

    void servicesAndConnectionsAreListed()
    {
        QVERIFY(run({QStringLiteral("services")}).out.contains("quave"));
        const QJsonArray connections = run({QStringLiteral("connections"), QStringLiteral("--json")}).json().array();
        QCOMPARE(connections.at(0).toObject().value(QStringLiteral("name")).toString(), list);
    }
};

GATEHOUSE_TEST(TestCli, QCoreApplication)
#include "tst_cli.moc"
