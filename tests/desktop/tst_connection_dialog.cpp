// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "desktop/dialogs/ConnectionDialog.h"
#include "desktop/dialogs/NewScopeDialog.h"
#include "desktop/dialogs/VerifyDialog.h"
#include "desktop/widgets/RangeEdit.h"
#include "support/DeafPort.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// Connections made and changed in the window, by keyboard and mouse, to each of the services, which the embedded
/// service speaks.
class TestConnectionDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysHowSureItIs_data();
    void saysHowSureItIs();
    void connectsToEachService_data();
    void connectsToEachService();
    void hidesWhatHardlyAnybodyChanges();
    void tellsOfADeprecatedUrl();
    void offersChoicesOfTheService();
    void choicesCanBeCancelled();
    void withoutChoicesItIsEnteredByHand();
    void testsBeforeItStores();
    void asksForTheSecret();
    void wrongInputStaysInTheDialog();
    void writesTheExpiryIntoTheLabelIfWanted();
    void offersThatOnlyWhereItApplies();
    void verifies_data();
    void verifies();
    void makesANewKeyWithItsList();
    void newKeyNeedsWhatTheServiceNeeds();
    void changesAConnection();
    void everyControlHasANameAndAnAccessibleName();
    void tabLeadsFromTopToBottom();

private:
    ConnectionDialog *open(const QString &service);
    void enter(const QString &name, const QString &path);
    void enterScope(const QString &key, const QString &value);
    [[nodiscard]] bool save();
    [[nodiscard]] QString said();
    [[nodiscard]] NewScopeDialog *openNewKey();
    [[nodiscard]] QString makeKey(const QString &range);
    template <typename T>
    T *in(const char *name)
    {
        return inside<T>(m_dialog, name);
    }
    /// The one that can be seen.
    template <typename T>
    static T *inside(const QWidget *window, const char *name)
    {
        const auto all = window->findChildren<T *>(QLatin1String(name));
        const auto shown = std::ranges::find_if(all, [&](T *widget) { return widget->isVisibleTo(window); });
        return shown == all.end() ? nullptr : *shown;
    }

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
    QPointer<ConnectionDialog> m_dialog;
};

void TestConnectionDialog::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
}

void TestConnectionDialog::cleanup()
{
    m_app.reset();
    m_home.reset();
}

/// By the keyboard, as its shortcut says; the service is chosen in the list.
ConnectionDialog *TestConnectionDialog::open(const QString &service)
{
    QTest::keyClick(&m_app->window(), Qt::Key_N, Qt::ControlModifier);
    if (!waitUntil([this] { return m_app->window().findChild<ConnectionDialog *>() != nullptr; }))
        return nullptr;
    m_dialog = m_app->window().findChild<ConnectionDialog *>();
    if (!DesktopFixture::activate(m_dialog))
        return nullptr;
    auto *box = in<QComboBox>("serviceBox");
    box->setCurrentIndex(box->findData(service));
    QCoreApplication::processEvents(); // the fields of another service appear with the next layout
    return m_dialog;
}

/// Of this test's own service, under the path of one API.
void TestConnectionDialog::enter(const QString &name, const QString &path)
{
    auto *nameEdit = in<QLineEdit>("nameEdit");
    nameEdit->selectAll();
    QTest::keyClicks(nameEdit, name);
    QTest::keyClicks(in<QLineEdit>("secretEdit"), m_app->service().token());
    if (!in<QLineEdit>("urlEdit"))
        QTest::mouseClick(in<QToolButton>("advancedButton"), Qt::LeftButton);
    auto *url = in<QLineEdit>("urlEdit");
    url->selectAll();
    QTest::keyClicks(url, m_app->service().url().toString() + path);
}

void TestConnectionDialog::enterScope(const QString &key, const QString &value)
{
    QTest::keyClicks(in<QWidget>(qPrintable(u"scope_"_s + key)), value);
}

bool TestConnectionDialog::save()
{
    QTest::mouseClick(in<QPushButton>("saveButton"), Qt::LeftButton);
    return waitUntil([this] { return !m_dialog; }) && waitUntil([this] { return m_app->page() && m_app->isRead(); });
}

QString TestConnectionDialog::said()
{
    const auto *message = m_dialog ? in<QLabel>("message") : nullptr;
    return message ? message->text() : QString();
}

void TestConnectionDialog::saysHowSureItIs_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("says");
    QTest::newRow("documented") << u"astro"_s << u"success"_s << u"Documented by the vendor"_s;
    QTest::newRow("documented, with a note") << u"cortex"_s << u"success"_s << u"Configure IP allowlist"_s;
    QTest::newRow("our convention") << u"quave"_s << u"warning"_s << u"A convention of ours"_s;
    QTest::newRow("our convention in part") << u"bitbybit"_s << u"warning"_s << u"publishes no API"_s;
}

void TestConnectionDialog::saysHowSureItIs()
{
    QFETCH(QString, service);
    QFETCH(QString, severity);
    QFETCH(QString, says);
    QVERIFY(open(service));
    QCOMPARE(in<QFrame>("certaintyFrame")->property("severity").toString(), severity);
    QVERIFY2(in<QLabel>("certaintyText")->text().contains(says), qPrintable(in<QLabel>("certaintyText")->text()));
}

void TestConnectionDialog::connectsToEachService_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("scope");
    QTest::newRow("Astro") << u"astro"_s << u"/astro/v1"_s << u"organizationId"_s;
    QTest::newRow("Cortex") << u"cortex"_s << u"/cortex"_s << QString();
    QTest::newRow("Quave Cloud") << u"quave"_s << u"/quave/api/public/v1"_s << u"envName"_s;
    QTest::newRow("bitbybit") << u"bitbybit"_s << u"/bitbybit/developer/open/v1"_s << u"keyId"_s;
}

void TestConnectionDialog::connectsToEachService()
{
    QFETCH(QString, service);
    QFETCH(QString, path);
    QFETCH(QString, scope);
    QVERIFY(open(service));
    enter(u"Mine"_s, path);
    if (!scope.isEmpty())
        enterScope(scope, u"local"_s);
    QVERIFY2(save(), qPrintable(said()));
    QCOMPARE(m_app->on<QLabel>("listTitle")->text(), u"Mine"_s);
    QVERIFY(!m_app->page()->banners()->banner(BannerArea::Topic::Loading));
    QCOMPARE(m_app->composition().book().findByName(u"Mine"_s)->serviceId, service);
}

void TestConnectionDialog::hidesWhatHardlyAnybodyChanges()
{
    QVERIFY(open(u"bitbybit"_s));
    QVERIFY(!in<QLineEdit>("urlEdit"));
    QVERIFY(!in<QLineEdit>("scope_header"));
    QVERIFY(in<QComboBox>("scope_keyId"));
    QTest::keyClick(in<QToolButton>("advancedButton"), Qt::Key_Space);
    QVERIFY(in<QLineEdit>("urlEdit"));
    auto *header = in<QLineEdit>("scope_header");
    QVERIFY(header);
    QCOMPARE(header->placeholderText(), u"x-api-key"_s); // what counts when it is left empty
    QTest::keyClicks(header, u"x-bitbybit-key"_s);
    QCOMPARE(m_dialog->record().scope.value(u"header"_s), u"x-bitbybit-key"_s);
}

void TestConnectionDialog::tellsOfADeprecatedUrl()
{
    QVERIFY(open(u"astro"_s));
    enter(u"Old"_s, u"/astro/iam/v1beta1"_s);
    QVERIFY(in<QLabel>("urlHint")->text().contains(u"/astro/v1"_s));
    auto *url = in<QLineEdit>("urlEdit");
    url->selectAll();
    QTest::keyClicks(url, m_app->service().url().toString() + u"/astro/v1"_s);
    QVERIFY(!in<QLabel>("urlHint"));
}

void TestConnectionDialog::offersChoicesOfTheService()
{
    QVERIFY(open(u"astro"_s));
    enter(u"Mine"_s, u"/astro/v1"_s);
    QTest::mouseClick(in<QPushButton>("ask_organizationId"), Qt::LeftButton);
    auto *picker = in<QComboBox>("scope_organizationId");
    QTRY_COMPARE(picker->count(), 1);
    QCOMPARE(picker->itemData(0).toString(), u"local"_s);
    QCOMPARE(m_dialog->record().scope.value(u"organizationId"_s), u"local"_s);
    QVERIFY(picker->isEditable());
    QVERIFY(save());
}

void TestConnectionDialog::choicesCanBeCancelled()
{
    const DeafPort deaf;
    QVERIFY(open(u"astro"_s));
    enter(u"Mine"_s, {});
    in<QLineEdit>("urlEdit")->setText(u"http://127.0.0.1:%1"_s.arg(deaf.port()));
    auto *ask = in<QPushButton>("ask_organizationId");
    QTest::mouseClick(ask, Qt::LeftButton);
    QTRY_VERIFY(ask->text().contains(u"Cancel"_s));
    QTest::mouseClick(ask, Qt::LeftButton);
    QTRY_VERIFY(!ask->text().contains(u"Cancel"_s));
    QVERIFY(!in<QLabel>("problem_organizationId")); // that somebody cancelled is no problem
}

void TestConnectionDialog::withoutChoicesItIsEnteredByHand()
{
    QVERIFY(open(u"astro"_s));
    enter(u"Mine"_s, u"/astro/v1"_s);
    in<QLineEdit>("secretEdit")->setText(u"wrong"_s);
    QTest::mouseClick(in<QPushButton>("ask_organizationId"), Qt::LeftButton);
    QTRY_VERIFY(in<QLabel>("problem_organizationId"));
    QVERIFY(in<QLabel>("problem_organizationId")->text().contains(u"by hand"_s));
    in<QLineEdit>("secretEdit")->setText(m_app->service().token());
    enterScope(u"organizationId"_s, u"local"_s);
    QVERIFY(save());
}

void TestConnectionDialog::testsBeforeItStores()
{
    QVERIFY(open(u"cortex"_s));
    enter(u"Mine"_s, u"/cortex"_s);
    auto *test = in<QPushButton>("testButton");
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY2(said().startsWith(u"It works: the list has"_s), qPrintable(said()));
    QTRY_VERIFY(test->hasFocus()); // as before the test
    QCOMPARE(m_app->composition().book().records().size(), std::size_t(1));
    in<QLineEdit>("secretEdit")->setText(u"wrong"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QTRY_VERIFY2(said().contains(u"secret"_s), qPrintable(said()));
    QVERIFY(in<QPushButton>("detailsButton"));
}

void TestConnectionDialog::asksForTheSecret()
{
    QVERIFY(open(u"cortex"_s));
    QTest::mouseClick(in<QPushButton>("saveButton"), Qt::LeftButton);
    QVERIFY(said().contains(u"Enter the secret"_s));
    QVERIFY(in<QLineEdit>("secretEdit")->hasFocus());
    QVERIFY(m_dialog);
}

void TestConnectionDialog::wrongInputStaysInTheDialog()
{
    QVERIFY(open(u"cortex"_s));
    enter(u"This computer"_s, u"/cortex"_s); // a name that is taken
    QTest::mouseClick(in<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_VERIFY(!said().isEmpty());
    QVERIFY(m_dialog);
    QCOMPARE(in<QLineEdit>("nameEdit")->text(), u"This computer"_s);
    QCOMPARE(m_app->composition().book().records().size(), std::size_t(1));
}

void TestConnectionDialog::writesTheExpiryIntoTheLabelIfWanted()
{
    QVERIFY(open(u"cortex"_s));
    auto *box = in<QCheckBox>("expiryInLabelBox");
    QVERIFY(!box->isChecked());
    QVERIFY(in<QLabel>("expiryHint")->text().contains(u"[until 2026-09-01 00:00 UTC]"_s));
    QTest::keyClick(box, Qt::Key_Space);
    enter(u"Mine"_s, u"/cortex"_s);
    QVERIFY(save());
    QVERIFY(m_app->composition().book().findByName(u"Mine"_s)->expiryInLabel);
}

void TestConnectionDialog::offersThatOnlyWhereItApplies()
{
    QVERIFY(open(u"astro"_s)); // holds no labels
    QVERIFY(!in<QCheckBox>("expiryInLabelBox"));
    auto *box = in<QComboBox>("serviceBox");
    box->setCurrentIndex(box->findData(u"quave"_s)); // holds an expiry itself
    QVERIFY(!in<QCheckBox>("expiryInLabelBox"));
    box->setCurrentIndex(box->findData(u"bitbybit"_s));
    QVERIFY(in<QCheckBox>("expiryInLabelBox"));
}

NewScopeDialog *TestConnectionDialog::openNewKey()
{
    QTest::mouseClick(in<QPushButton>("newScopeButton"), Qt::LeftButton);
    auto *dialog = m_dialog->findChild<NewScopeDialog *>();
    return DesktopFixture::activate(dialog) ? dialog : nullptr;
}

/// A key whose list begins with `range`; its secret.
QString TestConnectionDialog::makeKey(const QString &range)
{
    NewScopeDialog *dialog = openNewKey();
    QTest::keyClicks(inside<QLineEdit>(dialog, "new_name"), u"Deploy script"_s);
    auto *permissions = inside<QListWidget>(dialog, "new_scopes");
    permissions->setFocus();
    QTest::keyClick(permissions, Qt::Key_Space); // customers:READ
    auto *field = inside<RangeEdit>(dialog, "rangeEdit");
    QTest::keyClicks(field, range);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::mouseClick(inside<QPushButton>(dialog, "makeButton"), Qt::LeftButton);
    if (!waitUntil([&] { return inside<QLineEdit>(dialog, "secretEdit") != nullptr; }))
        return {};
    const QString secret = inside<QLineEdit>(dialog, "secretEdit")->text();
    QTest::mouseClick(inside<QPushButton>(dialog, "doneButton"), Qt::LeftButton);
    return secret;
}

void TestConnectionDialog::verifies_data()
{
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<bool>("wrongSecret");
    QTest::addColumn<QString>("says");
    QTest::newRow("let in") << u"127.0.0.1"_s << false << u"Let in:"_s;
    QTest::newRow("address refused") << u"203.0.113.5"_s << false << u"Refused:"_s;
    QTest::newRow("unknown secret") << u"127.0.0.1"_s << true << u"does not know this secret"_s;
}

void TestConnectionDialog::verifies()
{
    QFETCH(QString, allowed);
    QFETCH(bool, wrongSecret);
    QFETCH(QString, says);
    QVERIFY(open(u"bitbybit"_s));
    enter(u"Mine"_s, u"/bitbybit/developer/open/v1"_s);
    const QString secret = makeKey(allowed);
    QVERIFY(!secret.isEmpty());
    QTest::mouseClick(in<QPushButton>("verifyButton"), Qt::LeftButton);
    auto *dialog = m_dialog->findChild<VerifyDialog *>();
    QVERIFY(dialog);
    QVERIFY(!inside<QLabel>(dialog, "note")->text().isEmpty());
    QVERIFY(!inside<QPushButton>(dialog, "verifyButton")->isEnabled());
    auto *field = inside<QLineEdit>(dialog, "secretEdit");
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, wrongSecret ? u"bbb_live_wrong"_s : secret);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(inside<QLabel>(dialog, "message"));
    QVERIFY2(inside<QLabel>(dialog, "message")->text().contains(says),
             qPrintable(inside<QLabel>(dialog, "message")->text()));
}

void TestConnectionDialog::makesANewKeyWithItsList()
{
    QVERIFY(open(u"bitbybit"_s));
    enter(u"Mine"_s, u"/bitbybit/developer/open/v1"_s);
    NewScopeDialog *dialog = openNewKey();
    QVERIFY(dialog);
    QTest::keyClicks(inside<QLineEdit>(dialog, "new_name"), u"Deploy script"_s);
    inside<QListWidget>(dialog, "new_scopes")->item(0)->setCheckState(Qt::Checked);
    auto *field = inside<RangeEdit>(dialog, "rangeEdit");
    QTest::keyClicks(field, u"10.0.0.0/8"_s);
    QVERIFY(inside<QLabel>(dialog, "rangeVerdict")->text().contains(u"/9"_s)); // said while typing
    field->clear();
    QTest::keyClicks(field, u"203.0.113.5"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClicks(field, u"203.0.113.6"_s); // is meant too, though nobody pressed Add
    QTest::mouseClick(inside<QPushButton>(dialog, "makeButton"), Qt::LeftButton);
    QTRY_VERIFY(inside<QLineEdit>(dialog, "secretEdit"));
    const QString secret = inside<QLineEdit>(dialog, "secretEdit")->text();
    QVERIFY(secret.startsWith(u"bbb_"_s));
    QTest::mouseClick(inside<QPushButton>(dialog, "copyButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), secret);
    QVERIFY(inside<QLabel>(dialog, "copyHint")->text().contains(u"45"_s));
    QTest::mouseClick(inside<QPushButton>(dialog, "doneButton"), Qt::LeftButton);
    QCOMPARE(in<QComboBox>("scope_keyId")->currentText().section(u" – "_s, 0, 0), u"Deploy script"_s);
    QVERIFY(save());
    QCOMPARE(m_app->model()->rowCount(), 2);
    QCOMPARE(m_app->text(0, EntryColumn::Range), u"203.0.113.5"_s);
}

void TestConnectionDialog::newKeyNeedsWhatTheServiceNeeds()
{
    QVERIFY(open(u"bitbybit"_s));
    enter(u"Mine"_s, u"/bitbybit/developer/open/v1"_s);
    NewScopeDialog *dialog = openNewKey();
    QTest::mouseClick(inside<QPushButton>(dialog, "makeButton"), Qt::LeftButton);
    QVERIFY(inside<QLabel>(dialog, "message")->text().contains(u"Name"_s));
    QVERIFY(inside<QLineEdit>(dialog, "new_name")->hasFocus());
    QTest::keyClicks(inside<QLineEdit>(dialog, "new_name"), u"x"_s);
    QTest::mouseClick(inside<QPushButton>(dialog, "makeButton"), Qt::LeftButton);
    QVERIFY(inside<QLabel>(dialog, "message")->text().contains(u"Permissions"_s));
}

void TestConnectionDialog::changesAConnection()
{
    QVERIFY(open(u"cortex"_s));
    enter(u"Mine"_s, u"/cortex"_s);
    QVERIFY(save());
    QVERIFY(DesktopFixture::activate(&m_app->window()));
    QTest::keyClick(&m_app->window(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(m_app->window().findChild<ConnectionDialog *>());
    m_dialog = m_app->window().findChild<ConnectionDialog *>();
    QVERIFY(!in<QComboBox>("serviceBox")->isEnabled());
    QCOMPARE(in<QLineEdit>("nameEdit")->text(), u"Mine"_s);
    QVERIFY(in<QLineEdit>("secretEdit")->text().isEmpty());
    QVERIFY(in<QLineEdit>("urlEdit")); // not the usual one, so it is seen
    in<QLineEdit>("nameEdit")->setText(u"Ours"_s);
    in<QRadioButton>("atOnceButton")->click();
    QVERIFY(save()); // with the secret that is stored
    QCOMPARE(m_app->on<QLabel>("listTitle")->text(), u"Ours"_s);
    QVERIFY(!m_app->composition().book().findByName(u"Ours"_s)->collectChanges);
}

void TestConnectionDialog::everyControlHasANameAndAnAccessibleName()
{
    QVERIFY(open(u"bitbybit"_s));
    QTest::mouseClick(in<QToolButton>("advancedButton"), Qt::LeftButton);
    enter(u"Mine"_s, u"/bitbybit/developer/open/v1"_s);
    QTest::mouseClick(in<QPushButton>("verifyButton"), Qt::LeftButton);
    for (QDialog *dialog : {static_cast<QDialog *>(m_dialog), static_cast<QDialog *>(openNewKey()),
                            static_cast<QDialog *>(m_dialog->findChild<VerifyDialog *>())}) {
        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            const bool ours = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(dialog) &&
                              widget->window() == dialog && !widget->objectName().startsWith(u"qt_"_s) &&
                              !qobject_cast<QComboBox *>(widget->parentWidget()); // the line of an editable box
            if (!ours)
                continue;
            const QString who = u"%1 %2"_s.arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(who));
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(who));
        }
    }
}

void TestConnectionDialog::tabLeadsFromTopToBottom()
{
    QVERIFY(open(u"astro"_s));
    in<QComboBox>("serviceBox")->setFocus();
    const QStringList expected{
        u"serviceSummary"_s,       u"nameEdit"_s,           u"secretEdit"_s,    u"revealButton"_s,
        u"scope_organizationId"_s, u"ask_organizationId"_s, u"collectButton"_s, // the chosen one
        u"advancedButton"_s,       u"testButton"_s,         u"cancelButton"_s,  u"saveButton"_s};
    QStringList seen;
    for (int step = 0; step < 20 && seen.value(seen.size() - 1) != expected.constLast(); ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *now = QApplication::focusWidget();
        const auto *box = qobject_cast<QComboBox *>(now->parentWidget()); // of its line
        const QString name = box ? box->objectName() : now->objectName();
        if (seen.isEmpty() || seen.constLast() != name) // a text with a link takes two steps
            seen += name;
    }
    QCOMPARE(seen, expected);
}

GATEHOUSE_TEST(TestConnectionDialog, QApplication)
#include "tst_connection_dialog.moc"
