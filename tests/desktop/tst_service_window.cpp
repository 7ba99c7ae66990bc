// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "allowlist/Text.h"
#include "desktop/dialogs/KeeperDialog.h"
#include "desktop/dialogs/LegendDialog.h"
#include "desktop/dialogs/LogsDialog.h"
#include "desktop/models/ConnectionListModel.h"
#include "desktop/models/LogTableModel.h"
#include "desktop/widgets/KeeperLine.h"
#include "desktop/widgets/RangeEdit.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Topic = BannerArea::Topic;

/// What the window does for services that cannot hold everything, or that can do more than hold a list: against the
/// embedded service, which speaks the API of each.
class TestServiceWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatAServiceCannotHoldIsKeptHere();
    void anExpiryInTheLabelIsSeen();
    void overdueIsEndedAndSaid();
    void theLastOverdueEntryIsLeftToTheUser();
    void whatCannotBeEndedIsSaidUntilItIs();
    void keeperShowsWhatItWatches();
    void vanishedIsBroughtBackOrRemoved_data();
    void vanishedIsBroughtBackOrRemoved();
    void deprecatedUrlIsMoved();
    void differentListsAreNotMoved();
    void serviceIsAskedWhileTyping();
    void rulesSpeakWhileTyping();
    void countsDownUntilItIsLive();
    void tellsWhoAddedAnEntry();
    void verifiesFromTheMenu();
    void showsTheUsageLog();
    void allowsARefusedAddress();
    void anotherListsAddressOffersToConnectIt();
    void filtersTheUsageLog();
    void exportsTheUsageLog();
    void refusedAddressIsExplained();
    void legendIsReachable();

private:
    [[nodiscard]] bool connectTo(const QString &service, const QString &path, const QMap<QString, QString> &scope,
                                 bool expiryInLabel = false);
    [[nodiscard]] std::shared_ptr<RestService> past(const QString &name = u"Mine"_s);
    void putAtService(const QStringList &lines);
    [[nodiscard]] QStringList atService();
    void add(const QString &range, const QString &label = {});
    [[nodiscard]] bool apply();
    [[nodiscard]] bool read();
    [[nodiscard]] int rowOf(const QString &range);
    [[nodiscard]] QModelIndex cell(const QString &range, EntryColumn column);
    [[nodiscard]] HeldBy holder(const QString &range, EntryColumn column);
    void select(const QString &range);
    [[nodiscard]] QString windowBanner(Topic topic);
    [[nodiscard]] bool makeUsage();
    LogsDialog *openLogs();
    static QString verdictOf(DesktopFixture &app);

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
    QString m_keySecret;
};

namespace {

/// "range label"
QString inWords(const Entry &entry)
{
    return u"%1 %2"_s.arg(toShortQString(entry.content.range), entry.content.label).trimmed();
}

} // namespace

void TestServiceWindow::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
}

void TestServiceWindow::cleanup()
{
    m_app.reset();
    m_home.reset();
}

/// A connection named Mine, collecting, in front and read.
bool TestServiceWindow::connectTo(const QString &service, const QString &path, const QMap<QString, QString> &scope,
                                  bool expiryInLabel)
{
    ConnectionRecord record;
    record.name = u"Mine"_s;
    record.serviceId = service;
    record.baseUrl = QUrl(m_app->service().url().toString() + path);
    record.scope = scope;
    record.collectChanges = true;
    record.expiryInLabel = expiryInLabel;
    if (!await(m_app->composition().book().save(record, m_app->service().token())))
        return false;
    m_app->desktop().activate(u"Mine"_s);
    return waitUntil([this] {
        const bool isSettled = m_app->isRead() || m_app->page()->banners()->banner(Topic::Loading);
        return m_app->on<QLabel>("listTitle")->text() == u"Mine" && isSettled;
    });
}

/// The service itself, past the window.
std::shared_ptr<RestService> TestServiceWindow::past(const QString &name)
{
    const auto made = await(m_app->composition().connector().connectTo(*m_app->composition().book().findByName(name)));
    return made ? *made : nullptr;
}

/// "range label", as another program would.
void TestServiceWindow::putAtService(const QStringList &lines)
{
    const auto service = past();
    Draft draft(std::make_shared<const Allowlist>(withKeysOf(*await(service->fetch()), {})));
    QStringList missing = lines;
    for (const Entry &entry : draft.snapshot().entries()) {
        if (missing.removeAll(inWords(entry)) == 0)
            draft.set(entry.key, std::nullopt);
    }
    for (const QString &line : missing) {
        EntryContent content;
        content.range = *parseRange(line.section(u' ', 0, 0));
        content.label = line.section(u' ', 1);
        const Entry entry = makeEntry(content);
        draft.set(entry.key, entry);
    }
    for (Operation &operation : service->plan(draft, {})) {
        operation.force = service->capabilities().force;
        QVERIFY(await(service->send(operation)));
    }
}

/// "range label"
QStringList TestServiceWindow::atService()
{
    QStringList lines;
    for (const Entry &entry : await(past()->fetch()).value_or(std::vector<Entry>()))
        lines += inWords(entry);
    return lines;
}

void TestServiceWindow::add(const QString &range, const QString &label)
{
    QTest::keyClicks(m_app->on<QLineEdit>("rangeEdit"), range);
    QTest::keyClicks(m_app->on<QLineEdit>("labelEdit"), label);
    QTest::keyClick(m_app->on<QLineEdit>("labelEdit"), Qt::Key_Return);
}

/// Through the review when there is one; every question answered with yes.
bool TestServiceWindow::apply()
{
    auto *button = m_app->on<QPushButton>("applyButton");
    if (!waitUntil([button] { return button->isVisible() && button->isEnabled(); }))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return waitUntil([this] {
        if (auto *review = m_app->dialog("ReviewDialog"); review && review->isVisible()) {
            if (auto *name = review->findChild<QLineEdit *>(u"confirmationEdit"_s); name->isVisible())
                name->setText(u"Mine"_s);
            review->findChild<QPushButton *>(u"applyButton"_s)->click();
        }
        return m_app->bannerText(Topic::Applying).startsWith(u"Applied");
    });
}

bool TestServiceWindow::read()
{
    if (!DesktopFixture::activate(&m_app->window()))
        return false;
    m_app->page()->banners()->clear(Topic::Loading);
    const auto before = m_app->composition().book().findByName(u"Mine"_s)->lastSynchronised;
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    return waitUntil([&] {
        const bool isRead = m_app->composition().book().findByName(u"Mine"_s)->lastSynchronised != before;
        return m_app->isIdle() && (isRead || m_app->page()->banners()->banner(Topic::Loading));
    });
}

int TestServiceWindow::rowOf(const QString &range)
{
    for (int row = 0; row < m_app->model()->rowCount(); ++row) {
        if (m_app->text(row, EntryColumn::Range) == range)
            return row;
    }
    return -1;
}

QModelIndex TestServiceWindow::cell(const QString &range, EntryColumn column)
{
    return m_app->model()->index(rowOf(range), static_cast<int>(column));
}

HeldBy TestServiceWindow::holder(const QString &range, EntryColumn column)
{
    return cell(range, column).data(EntryRole::CellHeldBy).value<HeldBy>();
}

void TestServiceWindow::select(const QString &range)
{
    m_app->clickCell(rowOf(range), EntryColumn::Range);
}

QString TestServiceWindow::windowBanner(Topic topic)
{
    const MessageBanner *banner = m_app->window().banners()->banner(topic);
    return banner ? banner->message().text : QString();
}

void TestServiceWindow::whatAServiceCannotHoldIsKeptHere()
{
    QVERIFY(connectTo(u"astro"_s, u"/astro/v1"_s, {{u"organizationId"_s, u"local"_s}}));
    add(u"127.0.0.1"_s, u"My desk"_s);
    add(u"203.0.113.7"_s, u"Contractor"_s);
    m_app->model()->setData(cell(u"203.0.113.7"_s, EntryColumn::Active), Qt::Unchecked, Qt::CheckStateRole);
    QVERIFY(apply());
    QCOMPARE(atService(), QStringList{u"127.0.0.1"_s}); // without a label, and nothing that is switched off
    QVERIFY(read());
    QCOMPARE(m_app->text(rowOf(u"127.0.0.1"_s), EntryColumn::Label), u"My desk"_s);
    QCOMPARE(holder(u"127.0.0.1"_s, EntryColumn::Label), HeldBy::ThisComputer);
    QCOMPARE(holder(u"127.0.0.1"_s, EntryColumn::Active), HeldBy::Service);
    QCOMPARE(holder(u"203.0.113.7"_s, EntryColumn::Active), HeldBy::ThisComputer);
    QCOMPARE(m_app->text(rowOf(u"203.0.113.7"_s), EntryColumn::State), u"Inactive"_s);
}

void TestServiceWindow::anExpiryInTheLabelIsSeen()
{
    QVERIFY(connectTo(u"cortex"_s, u"/cortex"_s, {}, true));
    add(u"127.0.0.1"_s, u"Desk"_s);
    add(u"203.0.113.7"_s, u"Bob"_s);
    m_app->model()->setData(cell(u"203.0.113.7"_s, EntryColumn::Expires), QDateTime::currentDateTimeUtc().addDays(3));
    QVERIFY(apply());
    QCOMPARE(holder(u"203.0.113.7"_s, EntryColumn::Expires), HeldBy::Label);
    QCOMPARE(m_app->text(rowOf(u"203.0.113.7"_s), EntryColumn::Label), u"Bob"_s);
    const QStringList lines = atService();
    QVERIFY2(lines.constLast().startsWith(u"203.0.113.7 Bob [until "_s), qPrintable(lines.join(u'\n')));
}

void TestServiceWindow::overdueIsEndedAndSaid()
{
    QVERIFY(connectTo(u"cortex"_s, u"/cortex"_s, {}));
    putAtService({u"127.0.0.1 Desk"_s, u"203.0.113.7 Bob [until 2020-01-01 00:00 UTC]"_s});
    QVERIFY(read());
    QTRY_COMPARE(atService(), QStringList{u"127.0.0.1 Desk"_s});
    QTRY_VERIFY(windowBanner(Topic::KeeperEnded).contains(u"203.0.113.7 (Bob)"_s));
    QTRY_COMPARE(rowOf(u"203.0.113.7"_s), -1); // and seen without reading again by hand
    QVERIFY(!m_app->window().banners()->banner(Topic::KeeperFailed));
}

void TestServiceWindow::theLastOverdueEntryIsLeftToTheUser()
{
    QVERIFY(connectTo(u"cortex"_s, u"/cortex"_s, {}));
    putAtService({u"127.0.0.1 Desk [until 2020-01-01 00:00 UTC]"_s});
    QVERIFY(read());
    QTRY_VERIFY(windowBanner(Topic::KeeperNeedsUser).contains(u"127.0.0.1 (Desk)"_s));
    QCOMPARE(m_app->text(0, EntryColumn::State), u"Overdue"_s);
    QCOMPARE(atService().size(), 1);
    const QModelIndex connection = m_app->window().connections()->currentIndex();
    QTRY_VERIFY(connection.data(ConnectionListModel::StatusRole).value<ConnectionStatus>().overdue);
    QVERIFY(m_app->window().keeperLine()->text().contains(u"needs you"_s));
}

void TestServiceWindow::whatCannotBeEndedIsSaidUntilItIs()
{
    QVERIFY(connectTo(u"cortex"_s, u"/cortex"_s, {}));
    add(u"127.0.0.1"_s, u"Desk"_s);
    add(u"203.0.113.7"_s, u"Bob"_s);
    m_app->model()->setData(cell(u"203.0.113.7"_s, EntryColumn::Expires), QDateTime::currentDateTimeUtc().addSecs(1));
    QVERIFY(apply());
    m_app->stopService();
    QTRY_VERIFY_WITH_TIMEOUT(windowBanner(Topic::KeeperFailed).contains(u"“Mine”"_s), 60000);
    QCOMPARE(m_app->window().banners()->banner(Topic::KeeperFailed)->message().kind, BannerKind::Error);
    QVERIFY(m_app->window().keeperLine()->text().contains(u"not everything"_s));
    QVERIFY(!m_app->window().banners()->banner(Topic::KeeperFailed)->message().remedyText.isEmpty());
}

void TestServiceWindow::keeperShowsWhatItWatches()
{
    QVERIFY(m_app->window().keeperLine()->isHidden()); // this computer's own service ends its entries itself
    QVERIFY(connectTo(u"cortex"_s, u"/cortex"_s, {}));
    QTRY_VERIFY(!m_app->window().keeperLine()->isHidden());
    QTest::mouseClick(m_app->window().keeperLine(), Qt::LeftButton);
    QTRY_VERIFY(m_app->dialog("KeeperDialog"));
    const auto *rows = m_app->dialog("KeeperDialog")->findChild<QTreeWidget *>(u"rows"_s);
    QCOMPARE(rows->topLevelItemCount(), 1);
    QCOMPARE(rows->topLevelItem(0)->text(0), u"Mine"_s);
    QCOMPARE(rows->topLevelItem(0)->text(1), u"Nothing is overdue"_s);
}

void TestServiceWindow::vanishedIsBroughtBackOrRemoved_data()
{
    QTest::addColumn<bool>("back");
    QTest::newRow("brought back") << true;
    QTest::newRow("removed") << false;
}

void TestServiceWindow::vanishedIsBroughtBackOrRemoved()
{
    QFETCH(bool, back);
    QVERIFY(connectTo(u"astro"_s, u"/astro/v1"_s, {{u"organizationId"_s, u"local"_s}}));
    add(u"127.0.0.1"_s, u"My desk"_s);
    add(u"203.0.113.7"_s, u"Contractor"_s);
    QVERIFY(apply());
    putAtService({u"127.0.0.1"_s}); // somebody else removed the contractor
    QVERIFY(read());
    QTRY_COMPARE(m_app->text(rowOf(u"203.0.113.7"_s), EntryColumn::State), u"Vanished"_s);
    select(u"203.0.113.7"_s);
    QVERIFY(m_app->actions().bringBack->isVisible());
    if (back) {
        m_app->actions().bringBack->trigger();
        QVERIFY(apply());
        QCOMPARE(atService().size(), 2);
        QCOMPARE(m_app->text(rowOf(u"203.0.113.7"_s), EntryColumn::Label), u"Contractor"_s);
    } else {
        QTest::keyClick(m_app->table(), Qt::Key_Delete);
        QVERIFY(apply());
        QTRY_COMPARE(rowOf(u"203.0.113.7"_s), -1);
        QVERIFY(read());
        QCOMPARE(rowOf(u"203.0.113.7"_s), -1);
    }
}

void TestServiceWindow::deprecatedUrlIsMoved()
{
    QVERIFY(connectTo(u"astro"_s, u"/astro/iam/v1beta1"_s, {{u"organizationId"_s, u"local"_s}}));
    const QModelIndex connection = m_app->window().connections()->currentIndex();
    QVERIFY(connection.data(ConnectionListModel::DeprecatedRole).toBool());
    const MessageBanner *banner = m_app->page()->banners()->banner(Topic::Deprecated);
    QVERIFY(banner);
    auto *move = banner->findChild<QPushButton *>(u"remedyButton"_s);
    QCOMPARE(move->text(), u"Move to /astro/v1"_s);
    QTest::mouseClick(move, Qt::LeftButton);
    QTRY_VERIFY(m_app->bannerText(Topic::Deprecated).startsWith(u"Moved:"_s));
    QVERIFY(m_app->composition().book().findByName(u"Mine"_s)->baseUrl.path().endsWith(u"/astro/v1"_s));
    QVERIFY(!connection.data(ConnectionListModel::DeprecatedRole).toBool());
}

void TestServiceWindow::differentListsAreNotMoved()
{
    QVERIFY(connectTo(u"astro"_s, u"/astro/iam/v1beta1"_s, {{u"organizationId"_s, u"nobody"_s}}));
    const MessageBanner *banner = m_app->page()->banners()->banner(Topic::Deprecated);
    QVERIFY(banner);
    QTest::mouseClick(banner->findChild<QPushButton *>(u"remedyButton"_s), Qt::LeftButton);
    QTRY_VERIFY(m_app->bannerText(Topic::Deprecated).startsWith(u"Not moved:"_s));
    QVERIFY(m_app->composition().book().findByName(u"Mine"_s)->baseUrl.path().endsWith(u"/v1beta1"_s));
}

QString TestServiceWindow::verdictOf(DesktopFixture &app)
{
    const auto *verdict = app.on<QLabel>("rangeVerdict");
    return verdict->isHidden() ? QString() : verdict->text();
}

void TestServiceWindow::serviceIsAskedWhileTyping()
{
    QVERIFY(connectTo(u"cortex"_s, u"/cortex"_s, {}));
    QTest::keyClicks(m_app->on<QLineEdit>("rangeEdit"), u"203.0.113.7"_s);
    QTRY_COMPARE(verdictOf(*m_app), u"Cortex accepts it"_s);
    QTest::keyClick(m_app->on<QLineEdit>("rangeEdit"), Qt::Key_Return);
    QCOMPARE(m_app->model()->rowCount(), 1);
    QCOMPARE(verdictOf(*m_app), QString());
}

void TestServiceWindow::rulesSpeakWhileTyping()
{
    QVERIFY(connectTo(u"bitbybit"_s, u"/bitbybit/developer/open/v1"_s, {{u"keyId"_s, u"local"_s}}));
    auto *field = m_app->on<QLineEdit>("rangeEdit");
    QTest::keyClicks(field, u"16.0.0.0/8"_s);
    QVERIFY2(verdictOf(*m_app).contains(u"at least /9"_s), qPrintable(verdictOf(*m_app)));
    field->clear();
    add(u"203.0.113.7"_s);
    QTest::keyClicks(field, u"203.0.113.7"_s);
    QVERIFY2(verdictOf(*m_app).contains(u"is on the list already"_s), qPrintable(verdictOf(*m_app)));
    field->clear();
    for (int i = 1; i < 20; ++i)
        add(u"198.51.100.%1"_s.arg(i));
    QTest::keyClicks(field, u"198.51.100.77"_s);
    QVERIFY2(verdictOf(*m_app).contains(u"accepts 20"_s), qPrintable(verdictOf(*m_app)));
}

void TestServiceWindow::countsDownUntilItIsLive()
{
    QVERIFY(connectTo(u"bitbybit"_s, u"/bitbybit/developer/open/v1"_s, {{u"keyId"_s, u"local"_s}}));
    add(u"203.0.113.7"_s);
    QVERIFY(apply());
    const QString subtitle = m_app->on<QLabel>("listSubtitle")->text();
    QVERIFY2(subtitle.contains(u"live in "_s), qPrintable(subtitle));
    QVERIFY(m_app->bannerText(Topic::Applying).contains(u"live from "_s));
    QTRY_VERIFY(m_app->on<QLabel>("listSubtitle")->text() != subtitle); // a second less
    QTRY_VERIFY(m_app->on<QLabel>("listSubtitle")->text().contains(u"live since "_s));
}

void TestServiceWindow::tellsWhoAddedAnEntry()
{
    QVERIFY(connectTo(u"astro"_s, u"/astro/v1"_s, {{u"organizationId"_s, u"local"_s}}));
    add(u"127.0.0.1"_s);
    QVERIFY(apply());
    QVERIFY(!m_app->table()->isColumnShown(EntryColumn::Created));
    QVERIFY(m_app->actions().showCreated->isEnabled());
    m_app->actions().showCreated->trigger();
    QVERIFY(m_app->table()->isColumnShown(EntryColumn::Created));
    QVERIFY(m_app->text(0, EntryColumn::Created).contains(u" · "_s));
    m_app->desktop().activate(u"This computer"_s);
    QTRY_COMPARE(m_app->on<QLabel>("listTitle")->text(), u"This computer"_s);
}

void TestServiceWindow::verifiesFromTheMenu()
{
    QVERIFY(!m_app->actions().verify->isEnabled()); // this computer's own service has no such request
    QVERIFY(connectTo(u"bitbybit"_s, u"/bitbybit/developer/open/v1"_s, {{u"keyId"_s, u"local"_s}}));
    m_app->actions().verify->trigger();
    QDialog *dialog = m_app->dialog("VerifyDialog");
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"secretEdit"_s), u"bbb_live_wrong"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"verifyButton"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"message"_s));
    QVERIFY(dialog->findChild<QLabel *>(u"message"_s)->text().contains(u"does not know this secret"_s));
}

/// A key whose list lets nobody in from here, and one request that it turned away.
bool TestServiceWindow::makeUsage()
{
    if (!connectTo(u"bitbybit"_s, u"/bitbybit/developer/open/v1"_s, {{u"keyId"_s, u"local"_s}}))
        return false;
    NewScope wanted;
    wanted.values = {{u"name"_s, {u"Deploy script"_s}}, {u"scopes"_s, {u"customers:READ"_s}}};
    wanted.entries = {makeEntry({*parseRange(u"203.0.113.5"_s), {}, true, std::nullopt})};
    const auto made = await(past()->makeScope(wanted));
    if (!made)
        return false;
    ConnectionRecord record = *m_app->composition().book().findByName(u"Mine"_s);
    record.scope.insert(u"keyId"_s, made->scope.value);
    if (!await(m_app->composition().book().save(record, {})))
        return false;
    const auto verified = await(past()->verify(made->secret));
    return verified && verified->outcome == Verification::Outcome::AddressRefused && read();
}

/// By its shortcut, until it has been read.
LogsDialog *TestServiceWindow::openLogs()
{
    QTest::keyClick(&m_app->window(), Qt::Key_U, Qt::ControlModifier);
    auto *dialog = m_app->window().findChild<LogsDialog *>();
    if (!dialog)
        return nullptr;
    const auto *table = dialog->findChild<QTableView *>(u"logTable"_s);
    return waitUntil([table] { return table->model()->rowCount() > 0; }) ? dialog : nullptr;
}

void TestServiceWindow::showsTheUsageLog()
{
    QVERIFY(makeUsage());
    LogsDialog *dialog = openLogs();
    QVERIFY(dialog);
    const auto *model = dialog->findChild<QTableView *>(u"logTable"_s)->model();
    QVERIFY(model->index(0, 0).data(LogTableModel::RefusedRole).toBool());
    // The list that the user came from is what is shown first.
    const auto *key = dialog->findChild<QComboBox *>(u"filter_key"_s);
    QTRY_COMPARE(key->currentText(), u"Deploy script"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"countText"_s)->text().contains(u"request"_s));
}

void TestServiceWindow::allowsARefusedAddress()
{
    QVERIFY(makeUsage());
    LogsDialog *dialog = openLogs();
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"logTable"_s);
    auto *allow = dialog->findChild<QPushButton *>(u"allowButton"_s);
    const QModelIndex refused = table->model()->index(0, 0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(refused).center());
    QVERIFY(allow->isEnabled());
    QTest::mouseClick(allow, Qt::LeftButton);
    QTRY_VERIFY(rowOf(u"127.0.0.1"_s) >= 0);
    QCOMPARE(m_app->text(rowOf(u"127.0.0.1"_s), EntryColumn::State), u"To add"_s); // a draft, and not sent
    QCOMPARE(atService(), QStringList{u"203.0.113.5"_s});
    QTest::mouseClick(allow, Qt::LeftButton); // a second time it is only shown
    QCOMPARE(m_app->model()->rowCount(), 2);
    m_app->actions().undo->trigger();
    QCOMPARE(m_app->model()->rowCount(), 1);
    m_app->desktop().activate(u"This computer"_s); // the log stays open, and stays that list's
    QTest::mouseClick(allow, Qt::LeftButton);
    m_app->desktop().activate(u"Mine"_s);
    QTRY_COMPARE(m_app->model()->rowCount(), 2);
}

void TestServiceWindow::anotherListsAddressOffersToConnectIt()
{
    QVERIFY(makeUsage());
    // Back to a key that has nothing to do with that request.
    ConnectionRecord record = *m_app->composition().book().findByName(u"Mine"_s);
    record.scope.insert(u"keyId"_s, u"local"_s);
    QVERIFY(await(m_app->composition().book().save(record, {})));
    QVERIFY(read());
    QTest::keyClick(&m_app->window(), Qt::Key_U, Qt::ControlModifier);
    auto *dialog = m_app->window().findChild<LogsDialog *>();
    QVERIFY(dialog);
    auto *key = dialog->findChild<QComboBox *>(u"filter_key"_s);
    QTRY_COMPARE(key->currentData().toString(), u"local"_s);
    key->setCurrentIndex(0); // of all keys
    auto *table = dialog->findChild<QTableView *>(u"logTable"_s);
    const auto refused = [table] {
        return table->model()->match(table->model()->index(0, 0), LogTableModel::RefusedRole, true, 1,
                                     Qt::MatchExactly);
    };
    QTRY_VERIFY(table->model()->rowCount() > 0 && !refused().isEmpty());
    table->setCurrentIndex(refused().constFirst());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"allowButton"_s), Qt::LeftButton);
    QTRY_VERIFY(m_app->window().banners()->banner(Topic::Other));
    const MessageBanner *banner = m_app->window().banners()->banner(Topic::Other);
    QTest::mouseClick(banner->findChild<QPushButton *>(u"remedyButton"_s), Qt::LeftButton);
    QTRY_VERIFY(m_app->dialog("ConnectionDialog"));
    QCOMPARE(m_app->dialog("ConnectionDialog")->findChild<QComboBox *>(u"serviceBox"_s)->currentData().toString(),
             u"bitbybit"_s);
    QVERIFY(m_app->model()->rowCount() == 0); // and nothing was added to the wrong list
}

void TestServiceWindow::filtersTheUsageLog()
{
    QVERIFY(makeUsage());
    LogsDialog *dialog = openLogs();
    QVERIFY(dialog);
    const auto *model = dialog->findChild<QTableView *>(u"logTable"_s)->model();
    auto *status = dialog->findChild<QComboBox *>(u"filter_status"_s);
    status->setCurrentIndex(status->findData(u"200"_s));
    QTRY_COMPARE(model->rowCount(), 0);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"emptyText"_s)->isVisible());
    status->setCurrentIndex(status->findData(u"403"_s));
    QTRY_VERIFY(model->rowCount() > 0);
}

void TestServiceWindow::exportsTheUsageLog()
{
    QVERIFY(makeUsage());
    LogsDialog *dialog = openLogs();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportButton"_s), Qt::LeftButton);
    auto *chooser = dialog->findChild<QFileDialog *>(u"exportChooser"_s);
    QVERIFY(chooser);
    const QString name = m_home->home().databaseFile() + u".csv"_s;
    Q_EMIT chooser->fileSelected(name);
    chooser->reject();
    QTRY_VERIFY(QFile::exists(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines[0].startsWith("time,key,method,path,status,address"));
    QVERIFY(lines[1].contains("IP_NOT_ALLOWED"));
}

void TestServiceWindow::refusedAddressIsExplained()
{
    QVERIFY(connectTo(u"cortex"_s, u"/cortex"_s, {}));
    putAtService({u"203.0.113.7"_s}); // shuts out this computer too
    QVERIFY(read());
    const QString said = m_app->bannerText(Topic::Loading);
    QVERIFY2(said.contains(u"refuses this computer's address"_s), qPrintable(said));
}

void TestServiceWindow::legendIsReachable()
{
    QTest::mouseClick(m_app->on<QWidget>("legendButton"), Qt::LeftButton);
    QTRY_VERIFY(m_app->dialog("LegendDialog"));
    m_app->dialog("LegendDialog")->reject();
    QTRY_VERIFY(!m_app->dialog("LegendDialog") || !m_app->dialog("LegendDialog")->isVisible());
    QTest::keyClick(&m_app->window(), Qt::Key_F1);
    QTRY_VERIFY(m_app->dialog("LegendDialog") && m_app->dialog("LegendDialog")->isVisible());
}

GATEHOUSE_TEST(TestServiceWindow, QApplication)
#include "tst_service_window.moc"
