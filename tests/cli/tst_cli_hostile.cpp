// SPDX-License-Identifier: Apache-2.0
#include "RuleList.h"
#include "support/TestProgram.h"

#include <QTest>

#include <memory>

using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// Moves the cursor, sets colours and the clipboard, turns the direction, ends lines and hides itself.
const QString hostile = u"\r\x1b[2K\x1b[1A\x9b"
                        u"31m\x1b]52;c;QQ==\a\x7f\u202egpj\u2066\u200b\u2028\u2029\u00ad\ufeff\tx\n"
                        u"add     203.0.113.99  planned by nobody"_s;

/// What steers a terminal or hides; only the ends of our own lines may be there. Empty when there is nothing.
QString strayIn(const QByteArray &output)
{
    const QString text = QString::fromUtf8(output);
    for (const char32_t c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        const bool steers = category == QChar::Other_Control || category == QChar::Other_Format ||
                            category == QChar::Other_Surrogate || category == QChar::Separator_Line ||
                            category == QChar::Separator_Paragraph;
        if (c != U'\n' && steers)
            return u"U+%1"_s.arg(uint(c), 4, 16, QLatin1Char('0'));
    }
    return text.contains(u"\nadd     203.0.113.99") ? u"a line that nobody wrote"_s : QString();
}

} // namespace

/// Text from elsewhere steers nothing: every command on a list whose labels, errors and names are an attack.
class TestCliHostile final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RuleList> m_list;
    std::unique_ptr<RuleHome> m_home;

private Q_SLOTS:
    void init()
    {
        m_list = std::make_unique<RuleList>();
        m_list->put(u"203.0.113.5/32"_s, hostile);
        m_list->put(u"198.51.100.0/24"_s, u"مكتب"_s);
        m_home = std::make_unique<RuleHome>(hostile);
        m_home->define(u"broken.json"_s, "{ \"id\": \"\\u001b[31m\\n\\u202e\" }");
        QCOMPARE(m_home->connect(u"Acme"_s, *m_list).status, 0);
    }
    void cleanup()
    {
        m_home.reset();
        m_list.reset();
    }

    void everyByteIsHarmless_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<bool>("isRefused");
        const auto row = [](const char *name, const QStringList &arguments, const QByteArray &input = {},
                            bool isRefused = false) {
            QTest::newRow(name) << arguments << input << isRefused;
            QTest::addRow("%s, as JSON", name) << arguments + QStringList{u"--json"_s} << input << isRefused;
        };
        const QString name = u"Acme"_s;
        const QString range = u"203.0.113.5"_s;
        const QByteArray file = "range,label\n198.51.100.0/24,\"\x1b[31m\n\xe2\x80\xae\"\n";
        row("services", {u"services"_s});
        row("connections", {u"connections"_s});
        row("list", {u"list"_s, name});
        row("list what is inactive", {u"list"_s, name, u"--inactive"_s});
        row("check", {u"check"_s, name, range});
        row("check several", {u"check"_s, name, range, u"--also"_s, u"This computer"_s});
        row("plan", {u"plan"_s, name, u"-"_s}, file);
        row("apply", {u"apply"_s, name, u"-"_s}, file);
        row("add", {u"add"_s, name, u"192.0.2.1"_s, u"--label"_s, hostile});
        row("add what is there", {u"add"_s, name, range, u"--label"_s, hostile});
        row("edit", {u"edit"_s, name, range, u"--label"_s, u"Bob"_s});
        row("edit, only planned", {u"edit"_s, name, range, u"--label"_s, u"Bob"_s, u"--dry-run"_s});
        row("remove", {u"remove"_s, name, range});
        row("remove from several", {u"remove"_s, name, range, u"--also"_s, u"This computer"_s});
        row("restore", {u"restore"_s, name, u"1"_s});
        row("history", {u"history"_s, name});
        row("logs", {u"logs"_s, name});
        row("sweep", {u"sweep"_s, name});
        row("follow", {u"follow"_s, name});
        row("group", {u"group"_s, u"set"_s, hostile, u"192.0.2.1"_s});
        row("groups", {u"groups"_s});
        row("disconnect", {u"disconnect"_s, name});
        row("merge", {u"merge"_s}, "203.0.113.5 \x1b[31m\n\xe2\x80\xae\n");
        row("refused", {u"edit"_s, name, range, u"--label"_s, u"Bob"_s}, {}, true);
        row("refused, several", {u"edit"_s, name, range, u"--label"_s, u"Bob"_s, u"--also"_s, u"This computer"_s}, {},
            true);
        row("no such connection", {u"list"_s, hostile});
        row("no such range", {u"add"_s, name, hostile});
        row("no such command", {hostile});
        row("no such file", {u"plan"_s, name, u"/nowhere/\x1b[31m"_s});
        row("bad file", {u"plan"_s, name, u"-"_s}, "range,label,active\n\x1b[31m\xe2\x80\xae,x,\x1b\n\x9b,y,\x7f\n");
        row("unknown column", {u"plan"_s, name, u"-"_s}, "range,\x1b[31m\n");
        row("verbose", {u"list"_s, name, u"--verbose"_s});
    }

    void everyByteIsHarmless()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, input);
        QFETCH(const bool, isRefused);
        if (isRefused)
            m_list->refuseWith(hostile);
        const CliCall call = m_home->run(arguments, u"key"_s, input);
        QVERIFY(call.status >= 0);
        QCOMPARE(strayIn(call.out), QString());
        QCOMPARE(strayIn(call.err), QString());
    }

    void nothingIsLost()
    {
        const CliCall table = m_home->run({u"list"_s, u"Acme"_s});
        QVERIFY2(table.out.contains("\\u{1b}[2K"), table.out.constData());
        QVERIFY(table.out.contains("\\u{202e}gpj"));
        QVERIFY(table.out.contains("مكتب"));
        const QJsonArray entries = m_home->run({u"list"_s, u"Acme"_s, u"--json"_s}).array();
        QCOMPARE(entries.at(0)[u"label"_s].toString(), hostile);
        const CliCall plan = m_home->run({u"plan"_s, u"Acme"_s, u"-"_s}, u"key"_s, "range\n198.51.100.0/24\n");
        QVERIFY2(plan.out.contains("remove  203.0.113.5"), plan.out.constData());
        QCOMPARE(plan.out.count('\n'), 1);
    }

    void longCellsAreCut()
    {
        m_list->put(u"192.0.2.7/32"_s, QString(5000, u'x'));
        const CliCall table = m_home->run({u"list"_s, u"Acme"_s});
        for (const QByteArray &line : table.out.split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() < 200, line.constData());
        QVERIFY(table.out.contains("xxx…"));
    }

    /// CSV is for programs: what they get is what the service has.
    void csvForAFileIsAsItIs()
    {
        const CliCall csv = m_home->run({u"list"_s, u"Acme"_s, u"--csv"_s});
        QVERIFY(csv.out.contains("\xe2\x80\xaegpj"));
        const CliCall same = m_home->run({u"plan"_s, u"Acme"_s, u"-"_s}, u"key"_s, csv.out);
        QVERIFY2(same.status == 0, same.out.constData());
    }
};

GATEHOUSE_TEST(TestCliHostile, QCoreApplication)
#include "tst_cli_hostile.moc"
