// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "allowlist/Text.h"
#include "desktop/widgets/EmptyState.h"
#include "desktop/widgets/RangeEdit.h"
#include "store/SettingKeys.h"
#include "support/DeafPort.h"
#include "support/FaultServer.h"
#include "support/Patience.h"
#include "support/TestProgram.h"
#include "sync/ListSession.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Topic = BannerArea::Topic;

/// More of the main job through the real window: several entries at once, both families of the current address, the
/// confirmation of a lock-out, work that is cancelled or refused.
class TestWindowEditing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhatTheRangeMeans();
    void offersBothFamilies_data();
    void offersBothFamilies();
    void oneFamilyIsFilledIn();
    void changesSeveralAtOnce();
    void removesSeveralAndUndoesInOneStep();
    void sortsByNumber();
    void lockOutNeedsItsName();
    void readingCanBeCancelled();
    void conflictsAreComparedAndSettled_data();
    void conflictsAreComparedAndSettled();
    void refusedSecretIsSaid();
    void successIsOldNewsWithTheNextEdit();
    void focusStaysWhenTheTableGivesWay();
    void namedConnectionThatIsNotThereIsSaid();

private:
    void add(const QString &range, const QString &label = {});
    void collect();
    [[nodiscard]] bool connectTo(const QUrl &url, const QString &secret);
    void selectRows(int first, int last);
    [[nodiscard]] QStringList ranges();

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
};

void TestWindowEditing::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    collect();
}

void TestWindowEditing::cleanup()
{
    m_app.reset();
    m_home.reset();
}

/// "This computer" collects from now on.
void TestWindowEditing::collect()
{
    auto *box = m_app->on<QCheckBox>("atOnceBox");
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    QTRY_VERIFY(m_app->composition().book().records().front().collectChanges);
}

void TestWindowEditing::add(const QString &range, const QString &label)
{
    QTest::keyClicks(m_app->on<QLineEdit>("rangeEdit"), range);
    QTest::keyClicks(m_app->on<QLineEdit>("labelEdit"), label);
    QTest::keyClick(m_app->on<QLineEdit>("labelEdit"), Qt::Key_Return);
}

/// A list of a service that cannot tell the caller's address; in front.
bool TestWindowEditing::connectTo(const QUrl &url, const QString &secret)
{
    ConnectionRecord record;
    record.name = u"Mine"_s;
    record.serviceId = u"cortex"_s;
    record.baseUrl = url;
    record.collectChanges = true;
    if (!await(m_app->composition().book().save(record, secret)))
        return false;
    m_app->desktop().activate(u"Mine"_s);
    return waitUntil([this] { return m_app->on<QLabel>("listTitle")->text() == u"Mine"; });
}

/// By keyboard.
void TestWindowEditing::selectRows(int first, int last)
{
    m_app->clickCell(first, EntryColumn::Range);
    for (int row = first; row < last; ++row)
        QTest::keyClick(m_app->table(), Qt::Key_Down, Qt::ShiftModifier);
}

QStringList TestWindowEditing::ranges()
{
    QStringList all;
    for (int row = 0; row < m_app->model()->rowCount(); ++row)
        all += m_app->text(row, EntryColumn::Range);
    return all;
}

void TestWindowEditing::saysWhatTheRangeMeans()
{
    auto *field = m_app->on<RangeEdit>("rangeEdit");
    QTest::keyClicks(field, u"203.0.113.0/24"_s);
    const QString said = m_app->on<QLabel>("rangeMeaning")->text();
    QVERIFY2(said.startsWith(u"256 addresses, 203.0.113.0 – 203.0.113.255"_s), qPrintable(said));
    field->clear();
    QTest::keyClicks(field, u"203.0.113.5/24"_s);
    auto *suggestion = m_app->on<QPushButton>("takeSuggestion");
    QVERIFY(suggestion->isVisible());
    QTest::mouseClick(suggestion, Qt::LeftButton);
    QCOMPARE(field->text(), u"203.0.113.0/24"_s);
}

void TestWindowEditing::offersBothFamilies_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("filledIn");
    QTest::addColumn<QStringList>("added");
    QTest::newRow("IPv4") << 0 << u"203.0.113.9"_s << QStringList();
    QTest::newRow("IPv6") << 1 << u"2001:db8::9"_s << QStringList();
    QTest::newRow("both") << 2 << QString() << QStringList{u"203.0.113.9"_s, u"2001:db8::9"_s};
}

void TestWindowEditing::offersBothFamilies()
{
    QFETCH(int, choice);
    QFETCH(QString, filledIn);
    QFETCH(QStringList, added);
    FaultServer echo;
    echo.setHandler(
        [](const SeenRequest &request) { return answer(200, request.target == "/4" ? "203.0.113.9" : "2001:db8::9"); });
    m_app->composition().settings().setValue(settings::echoServicesV4, {echo.url(u"/4"_s).toString()});
    m_app->composition().settings().setValue(settings::echoServicesV6, {echo.url(u"/6"_s).toString()});
    QVERIFY(connectTo(QUrl(m_app->service().url().toString() + u"/cortex"_s), m_app->service().token()));
    QTest::mouseClick(m_app->on<QPushButton>("currentAddressButton"), Qt::LeftButton);
    QTRY_VERIFY(m_app->on<QMenu>("addressMenu"));
    QMenu *menu = m_app->on<QMenu>("addressMenu");
    for (int i = 0; i < choice; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(ranges(), added);
    QCOMPARE(m_app->on<QLineEdit>("rangeEdit")->text(), filledIn);
}

void TestWindowEditing::oneFamilyIsFilledIn()
{
    FaultServer echo;
    echo.setHandler([](const SeenRequest &request) {
        return request.target == "/4" ? answer(200, "203.0.113.9") : answer(500, "no");
    });
    m_app->composition().settings().setValue(settings::echoServicesV4, {echo.url(u"/4"_s).toString()});
    m_app->composition().settings().setValue(settings::echoServicesV6, {echo.url(u"/6"_s).toString()});
    QVERIFY(connectTo(QUrl(m_app->service().url().toString() + u"/cortex"_s), m_app->service().token()));
    QTest::keyClick(&m_app->window(), Qt::Key_I, Qt::ControlModifier);
    QTRY_COMPARE(m_app->on<QLineEdit>("rangeEdit")->text(), u"203.0.113.9"_s);
}

void TestWindowEditing::changesSeveralAtOnce()
{
    for (int i = 1; i <= 4; ++i)
        add(u"203.0.113.%1"_s.arg(i));
    selectRows(1, 2);
    QTest::keyClick(&m_app->window(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    const auto active = [this](int row) { return m_app->model()->rowAt(row).entry.content.active; };
    QVERIFY(active(0) && !active(1) && !active(2) && active(3));
    QTest::keyClick(&m_app->window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(active(1) && active(2));
    const auto presets = m_app->actions().expiry->actions();
    const auto found = std::ranges::find(presets, u"actionExpiry_1d"_s, &QAction::objectName);
    QVERIFY(found != presets.end());
    (*found)->trigger();
    QVERIFY(m_app->text(1, EntryColumn::Expires).startsWith(u"in "_s));
    QVERIFY(m_app->text(2, EntryColumn::Expires).startsWith(u"in "_s));
    QCOMPARE(m_app->text(3, EntryColumn::Expires), u"never"_s);
    QVERIFY(!m_app->model()->index(1, int(EntryColumn::Expires)).data(Qt::ToolTipRole).toString().isEmpty());
}

void TestWindowEditing::removesSeveralAndUndoesInOneStep()
{
    for (int i = 1; i <= 4; ++i)
        add(u"203.0.113.%1"_s.arg(i));
    selectRows(1, 3);
    QTest::keyClick(m_app->table(), Qt::Key_Delete);
    QTRY_COMPARE(ranges(), QStringList{u"203.0.113.1"_s});
    QTest::keyClick(&m_app->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_app->model()->rowCount(), 4);
}

void TestWindowEditing::sortsByNumber()
{
    for (const QString &range : {u"10.0.0.20"_s, u"9.0.0.1"_s, u"2001:db8::1"_s, u"10.0.0.3"_s})
        add(range);
    m_app->table()->sortByColumn(static_cast<int>(EntryColumn::Range), Qt::AscendingOrder);
    QCOMPARE(ranges(), (QStringList{u"9.0.0.1"_s, u"10.0.0.3"_s, u"10.0.0.20"_s, u"2001:db8::1"_s}));
}

void TestWindowEditing::lockOutNeedsItsName()
{
    add(u"203.0.113.7"_s);
    QTest::mouseClick(m_app->on<QPushButton>("applyButton"), Qt::LeftButton);
    QTRY_VERIFY(m_app->dialog("ReviewDialog"));
    QDialog *review = m_app->dialog("ReviewDialog");
    auto *apply = review->findChild<QPushButton *>(u"applyButton"_s);
    auto *name = review->findChild<QLineEdit *>(u"confirmationEdit"_s);
    QVERIFY(name->isVisible());
    QVERIFY(!apply->isEnabled());
    QTest::keyClicks(name, u"this computer"_s); // near is not enough
    QVERIFY(!apply->isEnabled());
    name->clear();
    QTest::keyClicks(name, u"This computer"_s);
    QVERIFY(apply->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_COMPARE(m_app->atService().size(), std::size_t(1));
}

void TestWindowEditing::readingCanBeCancelled()
{
    const DeafPort deaf;
    QVERIFY(connectTo(QUrl(u"http://127.0.0.1:%1"_s.arg(deaf.port())), u"secret"_s));
    QTRY_VERIFY(!m_app->isIdle());
    QVERIFY(m_app->on<QWidget>("progressBar")->isVisible());
    QTest::mouseClick(m_app->on<QPushButton>("cancelButton"), Qt::LeftButton);
    QTRY_VERIFY(m_app->isIdle());
    QVERIFY(!m_app->page()->banners()->banner(Topic::Loading)); // that somebody cancelled is no error
    QTRY_COMPARE(m_app->on<QLabel>("heading")->text(), u"The list has not been read yet"_s);
}

void TestWindowEditing::conflictsAreComparedAndSettled_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QStringList>("ranges");
    QTest::newRow("mine") << u"mineButton"_s << QStringList{u"127.0.0.1"_s, u"192.0.2.7"_s};
    QTest::newRow("the service's") << u"theirsButton"_s << QStringList{u"127.0.0.1"_s, u"198.51.100.7"_s};
    QTest::newRow("both") << u"bothButton"_s << QStringList{u"127.0.0.1"_s, u"192.0.2.7"_s, u"198.51.100.7"_s};
}

void TestWindowEditing::conflictsAreComparedAndSettled()
{
    QFETCH(const QString, button);
    QFETCH(const QStringList, ranges);
    add(u"127.0.0.1"_s);
    add(u"203.0.113.7"_s);
    m_app->actions().apply->trigger();
    QTRY_COMPARE(m_app->atService().size(), 2U);
    QTRY_VERIFY(m_app->isIdle());
    const auto moveTo = [](ListSession &session, const QString &range) {
        for (const Entry &entry : session.draft().snapshot().entries()) {
            if (toShortQString(entry.content.range) != u"203.0.113.7")
                continue;
            EntryContent content = entry.content;
            content.range = *parseRange(range);
            session.edit(entry.key, content);
            return;
        }
    };
    Composition &parts = m_app->composition();
    ListSession other(parts.book().records().front(), parts.connector(), parts.store(), parts.addresses(),
                      parts.clock(), ListSession::Memory::Transient);
    QVERIFY(await(other.reload()));
    moveTo(other, u"198.51.100.7"_s);
    QVERIFY(await(other.apply({})));

    QVERIFY(m_app->model()->setData(m_app->model()->index(1, static_cast<int>(EntryColumn::Range)),
                                    QVariant::fromValue(*parseRange(u"192.0.2.7"_s)), Qt::EditRole));
    m_app->actions().apply->trigger();
    QTRY_VERIFY(m_app->page()->banners()->banner(Topic::Applying));
    QTRY_COMPARE(m_app->page()->banners()->banner(Topic::Applying)->message().remedyText, u"Compare…"_s);
    m_app->page()->banners()->banner(Topic::Applying)->message().remedy();
    QTRY_VERIFY(m_app->dialog("ConflictDialog"));
    const QPointer<QDialog> dialog = m_app->dialog("ConflictDialog");
    const QTreeWidgetItem *range = dialog->findChild<QTreeWidget *>(u"versions"_s)->topLevelItem(0);
    QCOMPARE(range->text(1), u"203.0.113.7"_s);
    QCOMPARE(range->text(2), u"192.0.2.7"_s);
    QCOMPARE(range->text(3), u"198.51.100.7"_s);
    m_app->actions().reload->trigger(); // as it does by itself now and then
    QTRY_VERIFY(m_app->isIdle());
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(button), Qt::LeftButton);
    QTRY_VERIFY(!dialog);
    QVERIFY(!m_app->page()->banners()->banner(Topic::Applying));
    QTRY_VERIFY(m_app->isIdle());
    if (m_app->actions().apply->isEnabled())
        m_app->actions().apply->trigger();
    const auto held = [this] {
        QStringList lines;
        for (const Entry &entry : m_app->atService())
            lines += toShortQString(entry.content.range);
        lines.sort();
        return lines;
    };
    QTRY_COMPARE(held(), ranges);
}

void TestWindowEditing::refusedSecretIsSaid()
{
    QVERIFY(connectTo(QUrl(m_app->service().url().toString() + u"/cortex"_s), u"wrong"_s));
    QTRY_VERIFY(m_app->page()->banners()->banner(Topic::Loading));
    const MessageBanner *banner = m_app->page()->banners()->banner(Topic::Loading);
    QCOMPARE(banner->message().error->httpStatus, 401);
    QCOMPARE(banner->message().remedyText, u"Enter the secret…"_s);
    const QModelIndex connection = m_app->window().connections()->currentIndex();
    QTRY_VERIFY(connection.data(Qt::AccessibleTextRole).toString().contains(u"The secret was refused"_s));
}

void TestWindowEditing::successIsOldNewsWithTheNextEdit()
{
    add(u"127.0.0.0/8"_s);
    QTest::mouseClick(m_app->on<QPushButton>("applyButton"), Qt::LeftButton);
    QTRY_VERIFY(m_app->bannerText(Topic::Applying).startsWith(u"Applied"_s));
    QTRY_VERIFY(m_app->isIdle());
    add(u"203.0.113.7"_s);
    QVERIFY(!m_app->page()->banners()->banner(Topic::Applying));
}

void TestWindowEditing::focusStaysWhenTheTableGivesWay()
{
    add(u"203.0.113.7"_s);
    m_app->clickCell(0, EntryColumn::Range);
    QVERIFY(m_app->table()->hasFocus());
    QTest::keyClick(m_app->table(), Qt::Key_Delete);
    QTRY_VERIFY(m_app->page()->emptyState()->isVisible());
    QVERIFY(m_app->page()->filterEdit()->hasFocus());
}

void TestWindowEditing::namedConnectionThatIsNotThereIsSaid()
{
    m_app->desktop().activate(u"Elsewhere"_s);
    const MessageBanner *banner = m_app->window().banners()->banner(Topic::Other);
    QVERIFY(banner);
    QVERIFY(banner->message().text.contains(u"“Elsewhere”"_s));
}

GATEHOUSE_TEST(TestWindowEditing, QApplication)
#include "tst_window_editing.moc"
