// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"

#include <QItemSelectionModel>
#include <QMenu>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What stands in a list and is no range, in the window: seen, and not changed.
class TestForeignRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sayThatNobodyKnows();
    void areCounted();
    void areNotChanged();
    void actionsWorkOnTheOthers();
    void rangesBesideThemAreFound();

private:
    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<FaultServer> m_service;
    std::unique_ptr<DesktopFixture> m_app;
};

/// A list with a range and a security group.
void TestForeignRows::init()
{
    m_home = std::make_unique<TempHome>();
    m_service = std::make_unique<FaultServer>();
    m_service->setDefault(answer(200, R"({"entries": [{"address": "203.0.113.0/24", "description": "Office"},
                                          {"address": "sg-0a1b2c3d", "description": "Web servers"}], "total": 2})"));
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    ConnectionRecord record;
    record.name = u"Mine"_s;
    record.serviceId = u"cortex"_s;
    record.baseUrl = m_service->url({});
    record.collectChanges = true;
    QVERIFY(await(m_app->composition().book().save(record, u"secret"_s)));
    m_app->desktop().activate(u"Mine"_s);
    QTRY_COMPARE(m_app->on<QLabel>("listTitle")->text(), u"Mine"_s);
    QTRY_COMPARE(m_app->model()->rowCount(), 2);
}

void TestForeignRows::cleanup()
{
    m_app.reset();
    m_service.reset();
    m_home.reset();
}

void TestForeignRows::sayThatNobodyKnows()
{
    QCOMPARE(m_app->text(1, EntryColumn::Range), u"sg-0a1b2c3d"_s);
    QCOMPARE(m_app->text(1, EntryColumn::Label), u"Web servers"_s);
    QCOMPARE(m_app->text(1, EntryColumn::State), u"Not known"_s);
    QCOMPARE(m_app->text(1, EntryColumn::Addresses), u"not known"_s);
    QCOMPARE(m_app->text(0, EntryColumn::State), u"Live"_s);
    const QModelIndex active = m_app->model()->index(1, static_cast<int>(EntryColumn::Active));
    QVERIFY(!active.data(Qt::CheckStateRole).isValid()); // no switch
    QCOMPARE(active.data(Qt::AccessibleTextRole).toString(), u"not known"_s);
    const QModelIndex state = m_app->model()->index(1, static_cast<int>(EntryColumn::State));
    QVERIFY(state.data(Qt::ToolTipRole).toString().contains(u"nobody here can tell"_s));
}

void TestForeignRows::areCounted()
{
    auto *count = m_app->on<QLabel>("countText");
    QCOMPARE(count->property("text").toString(), u"2 entries · 1 not known"_s);
    QVERIFY2(count->accessibleDescription().contains(u"nobody here can tell whom"_s),
             qPrintable(count->accessibleDescription()));
}

void TestForeignRows::areNotChanged()
{
    for (int column = 0; column < entryColumnCount; ++column) {
        const Qt::ItemFlags flags = m_app->model()->index(1, column).flags();
        QVERIFY(flags.testFlag(Qt::ItemIsSelectable));
        QVERIFY(!flags.testFlag(Qt::ItemIsEditable));
        QVERIFY(!flags.testFlag(Qt::ItemIsUserCheckable));
    }
    m_app->clickCell(1, EntryColumn::Range);
    QTest::keyClick(m_app->table(), Qt::Key_Space);
    QTest::keyClick(m_app->table(), Qt::Key_Delete);
    QTest::keyClick(m_app->table(), Qt::Key_F2);
    QVERIFY(!m_app->table()->isPersistentEditorOpen(m_app->table()->currentIndex()));
    const MainActions &actions = m_app->actions();
    for (const QAction *action : {actions.editEntry, actions.activate, actions.deactivate, actions.own, actions.revert,
                                  actions.removeEntry, actions.expiry->menuAction()})
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    QVERIFY(actions.copy->isEnabled());
    QCOMPARE(m_app->storedChanges(), 0);
    QCOMPARE(m_app->text(1, EntryColumn::State), u"Not known"_s);
}

void TestForeignRows::actionsWorkOnTheOthers()
{
    m_app->table()->selectAll();
    QVERIFY(m_app->actions().deactivate->isEnabled());
    m_app->actions().deactivate->trigger();
    QCOMPARE(m_app->text(0, EntryColumn::State), u"To change"_s);
    QCOMPARE(m_app->text(1, EntryColumn::State), u"Not known"_s);
}

void TestForeignRows::rangesBesideThemAreFound()
{
    auto *field = m_app->on<QLineEdit>("rangeEdit");
    QTest::keyClicks(field, u"0.0.0.0"_s); // what a default range is
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_app->model()->rowCount(), 3);
    QVERIFY(!m_app->page()->banners()->banner(BannerArea::Topic::Adding));
}

GATEHOUSE_TEST(TestForeignRows, QApplication)
#include "tst_foreign_rows.moc"
