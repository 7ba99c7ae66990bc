// SPDX-License-Identifier: Apache-2.0
#include "support/TempHome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace gatehouse::test;

namespace {

struct Call
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

const QString list = QStringLiteral("This computer");

} // namespace

/// The command line as scripts use it: a process per call, one home.
class TestCli final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TempHome> m_home;

    Call run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("GATEHOUSE_HOME"), m_home->path());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(GATEHOUSE_CLI), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Call add(const QString &range, const QStringList &more = {})
    {
        return run(QStringList{QStringLiteral("add"), list, range} + more);
    }
    QJsonArray entries() { return run({QStringLiteral("list"), list, QStringLiteral("--json")}).json().array(); }

private Q_SLOTS:
    void init() { m_home = std::make_unique<TempHome>(); }

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

    void aDamagedDatabaseIsSetAsideAndTold()
    {
        QFile file((*m_home)->databaseFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("dear diary") > 0);
        file.close();
        const Call first = run({QStringLiteral("connections")});
        QCOMPARE(first.status, 0);
        QVERIFY2(first.err.contains("gatehouse.sqlite.damaged-"), first.err.constData());
        QVERIFY(!first.out.contains("damaged"));
        const Call second = run({QStringLiteral("connections")});
        QCOMPARE(second.status, 0);
        QCOMPARE(second.err, QByteArray());
    }

    void dryRunSendsNothing()
    {
        const Call call = add(QStringLiteral("current"), {QStringLiteral("--dry-run")});
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
        const Call call = run(arguments);
        QVERIFY2(call.err.contains(says), call.err.constData());
        QCOMPARE(call.status, status);
        QVERIFY(call.out.isEmpty());
    }

    void errorsAreJsonWhenAskedFor()
    {
        const Call call = add(QStringLiteral("203.0.113.5/24"), {QStringLiteral("--json")});
        QCOMPARE(call.status, 8);
        const QJsonObject error = call.json().object().value(QStringLiteral("error")).toObject();
        QCOMPARE(error.value(QStringLiteral("kind")).toString(), QStringLiteral("invalid-input"));
        QVERIFY(!error.value(QStringLiteral("message")).toString().isEmpty());
    }

    void csvCannotRunAFormula()
    {
        QCOMPARE(add(QStringLiteral("current"), {QStringLiteral("--label"), QStringLiteral("=1+1")}).status, 0);
        const Call call = run({QStringLiteral("list"), list, QStringLiteral("--csv")});
        QVERIFY(call.out.startsWith("range,label,active,expires\r\n"));
        QVERIFY(call.out.contains("127.0.0.1/32,'=1+1,true,never\r\n"));
    }

    void servicesAndConnectionsAreListed()
    {
        QVERIFY(run({QStringLiteral("services")}).out.contains("quave"));
        const QJsonArray connections = run({QStringLiteral("connections"), QStringLiteral("--json")}).json().array();
        QCOMPARE(connections.at(0).toObject().value(QStringLiteral("name")).toString(), list);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
