// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "support/TestProgram.h"

#include <QCheckBox>
#include <QItemSelectionModel>
#include <QPushButton>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Topic = BannerArea::Topic;

/// The quick-add line with a range that is on the list already.
class TestEntryAdder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsThereIsNotAddedAgain_data();
    void whatIsThereIsNotAddedAgain();
    void otherContentIsTold_data();
    void otherContentIsTold();
    void isChangedToWhatWasEntered();
    void whatIsTakenAwayCanBeAddedAgain();
    void theNextEditEndsTheMessage();

private:
    void add(const QString &range, const QString &label = {});
    [[nodiscard]] QPushButton *bannerButton(const char *name);

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
};

void TestEntryAdder::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    auto *atOnce = m_app->on<QCheckBox>("atOnceBox");
    QTest::mouseClick(atOnce, Qt::LeftButton, {}, {8, atOnce->height() / 2});
    QTRY_VERIFY(m_app->composition().book().records().front().collectChanges);
    add(u"192.0.2.1"_s, u"Gate"_s);
    add(u"203.0.113.0/24"_s, u"Office"_s);
    QCOMPARE(m_app->model()->rowCount(), 2);
}

void TestEntryAdder::cleanup()
{
    m_app.reset();
    m_home.reset();
}

void TestEntryAdder::add(const QString &range, const QString &label)
{
    auto *field = m_app->on<QLineEdit>("rangeEdit");
    field->clear();
    QTest::keyClicks(field, range);
    m_app->on<QLineEdit>("labelEdit")->clear();
    QTest::keyClicks(m_app->on<QLineEdit>("labelEdit"), label);
    QTest::keyClick(m_app->on<QLineEdit>("labelEdit"), Qt::Key_Return);
}

QPushButton *TestEntryAdder::bannerButton(const char *name)
{
    const MessageBanner *banner = m_app->page()->banners()->banner(Topic::Adding);
    return banner ? banner->findChild<QPushButton *>(QLatin1String(name)) : nullptr;
}

void TestEntryAdder::whatIsThereIsNotAddedAgain_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("the same label") << u"Office"_s;
    QTest::newRow("whatever label it has") << QString();
}

void TestEntryAdder::whatIsThereIsNotAddedAgain()
{
    QFETCH(const QString, label);
    add(u"203.0.113.0/24"_s, label);
    QCOMPARE(m_app->model()->rowCount(), 2);
    QCOMPARE(m_app->bannerText(Topic::Adding), u"203.0.113.0/24 is on the list already and was not added again."_s);
    QCOMPARE(m_app->on<QLineEdit>("rangeEdit")->text(), QString()); // ready for the next
    QVERIFY(!bannerButton("otherButton")->isVisible());

    QTest::mouseClick(bannerButton("remedyButton"), Qt::LeftButton);
    QVERIFY(!m_app->page()->banners()->banner(Topic::Adding));
    QCOMPARE(m_app->table()->selectedKeys(), std::vector{m_app->model()->keyAt(1)});
    QVERIFY(m_app->table()->hasFocus());
}

void TestEntryAdder::otherContentIsTold_data()
{
    QTest::addColumn<EntryColumn>("column");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("told");
    const QDateTime farAway = SystemClock().now().addDays(400);
    QTest::newRow("label") << EntryColumn::Label << QVariant(u"Hamburg"_s) << u"label “Hamburg”"_s;
    QTest::newRow("no label") << EntryColumn::Label << QVariant(QString()) << u"no label"_s;
    QTest::newRow("expiry") << EntryColumn::Expires << QVariant(farAway) << u"expires: "_s;
    QTest::newRow("switched off") << EntryColumn::Active << QVariant(false) << u"switched off"_s;
}

void TestEntryAdder::otherContentIsTold()
{
    QFETCH(const EntryColumn, column);
    QFETCH(const QVariant, value);
    QFETCH(const QString, told);
    QVERIFY(m_app->model()->setData(m_app->model()->index(1, static_cast<int>(column)), value));
    add(u"203.0.113.0/24"_s, u"Office"_s);
    QCOMPARE(m_app->model()->rowCount(), 2);
    const QString text = m_app->bannerText(Topic::Adding);
    QVERIFY2(text.startsWith(u"203.0.113.0/24 is on the list already, with other content: "_s + told),
             qPrintable(text));
    QVERIFY(text.endsWith(u". It was not added again."_s));
    QCOMPARE(m_app->on<QLineEdit>("rangeEdit")->text(), u"203.0.113.0/24"_s); // there may be a slip in it
}

void TestEntryAdder::isChangedToWhatWasEntered()
{
    add(u"203.0.113.0/24"_s, u"Hamburg"_s);
    QVERIFY(bannerButton("otherButton"));
    QCOMPARE(bannerButton("otherButton")->text(), u"Change it to this"_s);
    QTest::mouseClick(bannerButton("otherButton"), Qt::LeftButton);
    QCOMPARE(m_app->model()->rowCount(), 2);
    QCOMPARE(m_app->text(1, EntryColumn::Label), u"Hamburg"_s);
    QVERIFY(!m_app->page()->banners()->banner(Topic::Adding));
    QCOMPARE(m_app->on<QLineEdit>("rangeEdit")->text(), QString());
    QCOMPARE(m_app->table()->selectedKeys(), std::vector{m_app->model()->keyAt(1)});
}

void TestEntryAdder::whatIsTakenAwayCanBeAddedAgain()
{
    m_app->clickCell(1, EntryColumn::Range);
    m_app->actions().removeEntry->trigger();
    QCOMPARE(m_app->model()->rowCount(), 1);
    add(u"203.0.113.0/24"_s);
    QCOMPARE(m_app->model()->rowCount(), 2);
    QVERIFY(!m_app->page()->banners()->banner(Topic::Adding));
}

void TestEntryAdder::theNextEditEndsTheMessage()
{
    add(u"203.0.113.0/24"_s);
    QVERIFY(m_app->page()->banners()->banner(Topic::Adding));
    add(u"198.51.100.1"_s);
    QCOMPARE(m_app->model()->rowCount(), 3);
    QVERIFY(!m_app->page()->banners()->banner(Topic::Adding));
}

GATEHOUSE_TEST(TestEntryAdder, QApplication)
#include "tst_entry_adder.moc"
