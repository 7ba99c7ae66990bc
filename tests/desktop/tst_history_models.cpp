// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/DifferenceModel.h"
#include "desktop/models/HistoryListModel.h"
#include "support/Entries.h"
#include "support/ManualClock.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What the history's tables say.
class TestHistoryModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsSayWhenWhyWhoAndHowMuch();
    void versionsAreFoundByNumber();
    void anotherHistoryTakesThePlace();
    void tellsWhatDiffers_data();
    void tellsWhatDiffers();
    void tipsTakeNoMarkup();

private:
    ManualClock m_clock;
};

void TestHistoryModels::versionsSayWhenWhyWhoAndHowMuch()
{
    HistoryListModel model(m_clock);
    const QAbstractItemModelTester tester(&model);
    model.setVersions({{7, noon(), HistoryCause::Elsewhere, u"bea"_s, 12, 2, 0, 1},
                       {6, noon().addDays(-1), HistoryCause::FirstRead, {}, 11, 0, 0, 0}});
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(0, HistoryListModel::CauseColumn), u"Changed elsewhere"_s);
    QCOMPARE(text(0, HistoryListModel::ActorColumn), u"bea"_s);
    QCOMPARE(text(0, HistoryListModel::CountsColumn), u"+2 ~1"_s);
    QCOMPARE(text(1, HistoryListModel::CountsColumn), QString());
    QVERIFY(!text(0, HistoryListModel::TimeColumn).isEmpty());
    QVERIFY(text(1, HistoryListModel::TimeColumn).size() > text(0, HistoryListModel::TimeColumn).size());
    const QModelIndex counts = model.index(0, HistoryListModel::CountsColumn);
    QCOMPARE(counts.data(Qt::AccessibleTextRole).toString(), u"2 added, 0 removed, 1 changed"_s);
    QVERIFY(counts.data(Qt::ToolTipRole).toString().contains(u"Version 7, 12 entries"_s));
}

void TestHistoryModels::versionsAreFoundByNumber()
{
    HistoryListModel model(m_clock);
    model.setVersions(
        {{7, noon(), HistoryCause::Applied, {}, 1, 1, 0, 0}, {3, noon(), HistoryCause::Keeper, {}, 0, 0, 0, 0}});
    QCOMPARE(model.rowOf(7), 0);
    QCOMPARE(model.rowOf(3), 1);
    QCOMPARE(model.rowOf(4), -1);
    QVERIFY(model.titleOf(1).startsWith(u"Version 3"_s));
}

void TestHistoryModels::anotherHistoryTakesThePlace()
{
    HistoryListModel model(m_clock);
    const QAbstractItemModelTester tester(&model);
    model.setVersions({{1, noon(), HistoryCause::FirstRead, {}, 1, 0, 0, 0}});
    model.setVersions({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHistoryModels::tellsWhatDiffers_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("rows"); // cells with | between them
    const QString office = u"203.0.113.5 office"_s;
    QTest::newRow("nothing") << QStringList{office} << QStringList{office} << QStringList();
    QTest::newRow("added") << QStringList() << QStringList{office} << QStringList{u"Added|203.0.113.5|office|"_s};
    QTest::newRow("removed") << QStringList{office} << QStringList() << QStringList{u"Removed|203.0.113.5|office|"_s};
    QTest::newRow("an unusual one added")
        << QStringList() << QStringList{u"* everyone off"_s} << QStringList{u"Added|Any address|everyone|Inactive"_s};
    QTest::newRow("another label") << QStringList{office} << QStringList{u"203.0.113.5 lobby"_s}
                                   << QStringList{u"Changed|203.0.113.5|lobby|label: “office” → “lobby”"_s};
    QTest::newRow("switched off and labelled")
        << QStringList{office} << QStringList{u"203.0.113.5 lobby off"_s}
        << QStringList{u"Changed|203.0.113.5|lobby|label: “office” → “lobby”; Active → Inactive"_s};
    QTest::newRow("an expiry") << QStringList{office} << QStringList{u"203.0.113.5 office 2h"_s}
                               << QStringList{u"Changed|203.0.113.5|office|expires: never → in 2 h"_s};
}

void TestHistoryModels::tellsWhatDiffers()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QFETCH(const QStringList, rows);
    DifferenceModel model(m_clock);
    const QAbstractItemModelTester tester(&model);
    model.setChanges(changesByRange(Allowlist(entries(before)), Allowlist(entries(after))));
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        shown += cells.join(u'|');
    }
    QCOMPARE(shown, rows);
}

void TestHistoryModels::tipsTakeNoMarkup()
{
    DifferenceModel model(m_clock);
    model.setChanges(changesByRange(Allowlist(entries({})), Allowlist(entries({u"203.0.113.5 <b>office</b>"_s}))));
    const QModelIndex label = model.index(0, DifferenceModel::LabelColumn);
    QCOMPARE(label.data().toString(), u"<b>office</b>"_s);
    QVERIFY(label.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;office"_s));
}

GATEHOUSE_TEST(TestHistoryModels, QApplication)
#include "tst_history_models.moc"
