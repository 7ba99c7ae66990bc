// SPDX-License-Identifier: Apache-2.0
#include "RuleServer.h"
#include "desktop/DesktopFixture.h"
#include "support/NoEcho.h"
#include "support/Patience.h"
#include "support/Programs.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>

#include <memory>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const auto token = "in-house-token"_ba;

/// The worked example of the documentation, to the letter.
QByteArray documentedDefinition()
{
    QFile file(sourceFile(u"docs/service-definitions.md"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray page = file.readAll();
    const qsizetype start = page.indexOf("```json\n{\n    \"id\": \"firewall\"");
    const qsizetype first = page.indexOf('{', start);
    return start < 0 ? QByteArray() : page.mid(first, page.indexOf("```", first) - first);
}

} // namespace

/// A service that no line of the program knows, described by a file in the user's data folder and by nothing else.
class TestInhouse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void commandLineDoesTheWholeJob();
    void windowDoesTheWholeJob();
    void aBrokenNeighbourIsNamedAndHarmless();

private:
    CliCall run(const QStringList &arguments);
    void writeDefinition(const QString &name, const QByteArray &content);

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<RuleServer> m_firewall;
};

void TestInhouse::init()
{
    m_home = std::make_unique<TempHome>();
    askNoEcho(*m_home);
    m_firewall = std::make_unique<RuleServer>(token);
    m_firewall->put({{u"source"_s, u"198.51.100.0/24"_s},
                     {u"note"_s, u"Berlin office"_s},
                     {u"state"_s, u"on"_s},
                     {u"until"_s, QJsonValue()},
                     {u"owner"_s, u"network-team"_s},
                     {u"hits"_s, 5120}});
    m_firewall->put({{u"source"_s, u"127.0.0.0/8"_s}, {u"note"_s, u"This computer"_s}, {u"state"_s, u"on"_s}});
    m_firewall->put({{u"source"_s, u"192.0.2.1/32"_s}, {u"note"_s, u"Old"_s}, {u"state"_s, u"off"_s}});
    const QByteArray definition = documentedDefinition();
    QVERIFY(!definition.isEmpty());
    writeDefinition(u"firewall.json"_s, definition);
}

void TestInhouse::cleanup()
{
    m_firewall.reset();
    m_home.reset();
}

void TestInhouse::writeDefinition(const QString &name, const QByteArray &content)
{
    const QString folder = m_home->home().userDefinitionsFolder();
    QVERIFY(QDir().mkpath(folder));
    QFile file(QDir(folder).filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// The firewall answers in this thread, so that waiting must let it.
CliCall TestInhouse::run(const QStringList &arguments)
{
    return callCli(programFile(u"gatehouse-cli"_s), m_home->path(), arguments, QString::fromLatin1(token));
}

void TestInhouse::commandLineDoesTheWholeJob()
{
    const QString name = u"Berlin"_s;
    QVERIFY(run({u"services"_s}).out.contains("firewall"));
    const CliCall connected = run({u"connect"_s, name, u"--service"_s, u"firewall"_s, u"--url"_s,
                                   m_firewall->url().toString(), u"--scope"_s, u"zone=berlin-dmz"_s});
    QVERIFY2(connected.status == 0, connected.err.constData());

    const QJsonArray listed = QJsonDocument::fromJson(run({u"list"_s, name, u"--json"_s}).out).array();
    QCOMPARE(listed.size(), 3);
    QCOMPARE(listed.at(0)[u"label"_s].toString(), u"Berlin office"_s);
    QCOMPARE(listed.at(2)[u"active"_s].toBool(true), false);

    const CliCall added =
        run({u"add"_s, name, u"203.0.113.0/28"_s, u"--label"_s, u"Contractor"_s, u"--expires"_s, u"1w"_s});
    QVERIFY2(added.status == 0, added.err.constData());
    const QJsonObject made = m_firewall->ruleFor(u"203.0.113.0/28"_s);
    QCOMPARE(made.value(u"note"_s).toString(), u"Contractor"_s);
    QVERIFY(made.value(u"until"_s).toDouble() > 1e9);

    QCOMPARE(run({u"edit"_s, name, u"198.51.100.0/24"_s, u"--deactivate"_s}).status, 0);
    const QJsonObject office = m_firewall->ruleFor(u"198.51.100.0/24"_s);
    QCOMPARE(office.value(u"state"_s).toString(), u"off"_s);
    QCOMPARE(office.value(u"owner"_s).toString(), u"network-team"_s); // not ours, and kept
    QVERIFY(!office.contains("hits"_L1));                             // not wanted back

    QCOMPARE(run({u"remove"_s, name, u"192.0.2.1"_s}).status, 0);
    QVERIFY(m_firewall->ruleFor(u"192.0.2.1/32"_s).isEmpty());
    QCOMPARE(run({u"add"_s, name, u"any"_s}).status, 8); // this service has no entry for everyone
}

void TestInhouse::windowDoesTheWholeJob()
{
    DesktopFixture app(m_home->home());
    QVERIFY(app.begin());
    app.actions().connectService->trigger();
    QTRY_VERIFY(app.dialog("ConnectionDialog"));
    QDialog *dialog = app.dialog("ConnectionDialog");
    auto *services = dialog->findChild<QComboBox *>(u"serviceBox"_s);
    services->setCurrentIndex(services->findText(u"Our firewall"_s, Qt::MatchStartsWith));
    const auto type = [dialog](const QString &field, const QString &text) {
        auto *edit = dialog->findChild<QLineEdit *>(field);
        QVERIFY2(edit, qPrintable(field));
        edit->selectAll();
        QTest::keyClicks(edit, text);
    };
    type(u"nameEdit"_s, u"Berlin"_s);
    type(u"urlEdit"_s, m_firewall->url().toString());
    type(u"scope_zone"_s, u"berlin-dmz"_s);
    type(u"secretEdit"_s, QString::fromLatin1(token));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"saveButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!app.dialog("ConnectionDialog"));
    QTRY_VERIFY(app.on<QLabel>("listTitle")->text() == u"Berlin"_s && app.isRead());
    QCOMPARE(app.model()->rowCount(), 3);

    QTest::keyClicks(app.on<QLineEdit>("rangeEdit"), u"203.0.113.7"_s);
    QTest::keyClick(app.on<QLineEdit>("rangeEdit"), Qt::Key_Return);
    QTRY_COMPARE(app.model()->rowCount(), 4);
    QTest::mouseClick(app.on<QPushButton>("applyButton"), Qt::LeftButton);
    QTRY_COMPARE(m_firewall->ruleFor(u"203.0.113.7/32"_s).value(u"state"_s).toString(), u"on"_s);
    QTRY_VERIFY(app.isIdle());
    QCOMPARE(app.text(3, EntryColumn::State), u"Live"_s);
}

void TestInhouse::aBrokenNeighbourIsNamedAndHarmless()
{
    writeDefinition(u"broken.json"_s, "{\n    \"id\": \"broken\",\n    \"colour\": \"red\"\n}\n");
    const CliCall call = run({u"services"_s});
    QVERIFY2(call.err.contains("broken.json:3: colour"), call.err.constData());
    QVERIFY(call.out.contains("firewall"));
    QVERIFY(call.out.contains("quave"));
}

GATEHOUSE_TEST(TestInhouse, QApplication)
#include "tst_inhouse.moc"
