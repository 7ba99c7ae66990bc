// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/LogTableModel.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestLogTableModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appendsPageAfterPage();
    void tellsWhatEachCellSays_data();
    void tellsWhatEachCellSays();
    void nothingToldIsNothingShown();
    void knowsWhoWasRefusedAndByWhichList();
    void tipsTakeNoMarkup();
    void beginsAnew();
    void exportsForSpreadsheetsWithoutFormulas();

private:
    [[nodiscard]] QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }

    std::unique_ptr<LogTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

enum Column { Time, Method, Status, Address, Duration };

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0, 5), Qt::UTC);

LogsDescription description()
{
    LogsDescription logs;
    logs.columns = {{u"time"_s, u"Time"_s, LogColumn::Kind::Time},
                    {u"method"_s, u"Method"_s, LogColumn::Kind::Text},
                    {u"status"_s, u"Status"_s, LogColumn::Kind::Status},
                    {u"address"_s, u"Address"_s, LogColumn::Kind::Address},
                    {u"duration"_s, u"Milliseconds"_s, LogColumn::Kind::Number}};
    logs.addressColumn = u"address"_s;
    return logs;
}

LogPage page()
{
    LogPage page;
    page.rows = {{noon, u"GET"_s, qint64(200), u"203.0.113.5"_s, 12345.0},
                 {noon.addSecs(1), u"POST"_s, qint64(403), u"198.51.100.7"_s, 1.0}};
    page.refused = {false, true};
    page.scopes = {u"key_01"_s, u"key_02"_s};
    page.total = 3;
    page.hasMore = true;
    return page;
}

} // namespace

void TestLogTableModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_model = std::make_unique<LogTableModel>(description());
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestLogTableModel::appendsPageAfterPage()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->append(page());
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_model->hasMore());
    QCOMPARE(m_model->total(), std::optional<qint64>(3));
    LogPage last;
    last.rows = {{noon.addSecs(2), u"GET"_s, qint64(200), u"203.0.113.6"_s, 2.0}};
    m_model->append(last);
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(!m_model->hasMore());
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(inserted[1][1].toInt(), 2);
}

void TestLogTableModel::tellsWhatEachCellSays_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a time in this computer's zone")
        << int(Time) << noon.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    QTest::newRow("text as it is") << int(Method) << u"GET"_s;
    QTest::newRow("a status without separators") << int(Status) << u"200"_s;
    QTest::newRow("an address") << int(Address) << u"203.0.113.5"_s;
    QTest::newRow("a number as the locale has it") << int(Duration) << u"12,345"_s;
}

void TestLogTableModel::tellsWhatEachCellSays()
{
    QFETCH(int, column);
    QFETCH(QString, expected);
    m_model->append(page());
    QCOMPARE(text(0, column), expected);
    QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestLogTableModel::nothingToldIsNothingShown()
{
    LogPage page;
    page.rows = {{QVariant(), u"GET"_s}}; // and three cells that the service did not send at all
    m_model->append(page);
    QCOMPARE(text(0, Time), QString());
    QCOMPARE(text(0, Duration), QString());
    QCOMPARE(m_model->addressAt(0), QString());
    QCOMPARE(m_model->scopeAt(0), QString());
    QVERIFY(!m_model->isRefused(0));
}

void TestLogTableModel::knowsWhoWasRefusedAndByWhichList()
{
    m_model->append(page());
    QVERIFY(!m_model->isRefused(0));
    QVERIFY(m_model->isRefused(1));
    QVERIFY(m_model->index(1, Method).data(LogTableModel::RefusedRole).toBool());
    QCOMPARE(m_model->addressAt(1), u"198.51.100.7"_s);
    QCOMPARE(m_model->scopeAt(1), u"key_02"_s);
}

void TestLogTableModel::tipsTakeNoMarkup()
{
    LogPage page = ::page();
    page.rows[0][Method] = u"<b>GET</b>"_s;
    m_model->append(page);
    QCOMPARE(text(0, Method), u"<b>GET</b>"_s);
    QVERIFY(m_model->index(0, Method).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;GET"_s));
}

void TestLogTableModel::beginsAnew()
{
    m_model->append(page());
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->hasMore());
    QVERIFY(!m_model->total());
}

void TestLogTableModel::exportsForSpreadsheetsWithoutFormulas()
{
    LogPage page = ::page();
    page.rows[0][Method] = u"=HYPERLINK(\"x\")"_s;
    page.rows[1][Method] = u"a, b"_s;
    m_model->append(page);
    QCOMPARE(m_model->csv(), u"time,method,status,address,duration\r\n"
                             "2026-03-01T12:00:05Z,\"'=HYPERLINK(\"\"x\"\")\",200,203.0.113.5,12345\r\n"
                             "2026-03-01T12:00:06Z,\"a, b\",403,198.51.100.7,1\r\n"_s);
}

GATEHOUSE_TEST(TestLogTableModel, QApplication)
#include "tst_log_table_model.moc"
