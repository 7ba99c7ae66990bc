// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Review.h"
#include "app/Translations.h"
#include "desktop/MainWindow.h"
#include "desktop/dialogs/AddressGroupsDialog.h"
#include "desktop/dialogs/ConflictDialog.h"
#include "desktop/dialogs/FollowDialog.h"
#include "desktop/dialogs/HistoryDialog.h"
#include "desktop/dialogs/KeeperPanel.h"
#include "desktop/dialogs/ReviewDialog.h"
#include "desktop/dialogs/SecretDialog.h"
#include "desktop/dialogs/SettingsDialog.h"
#include "desktop/dialogs/SeveralListsDialog.h"
#include "desktop/models/DifferenceModel.h"
#include "desktop/models/HistoryListModel.h"
#include "store/ConnectionRecord.h"
#include "store/Settings.h"
#include "store/Store.h"
#include "support/Entries.h"
#include "support/ManualClock.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"
#include "sync/KeeperInstaller.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>

#include <functional>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

using Make = std::function<std::unique_ptr<QDialog>()>;

/// The texts that a key with Alt leads to, by that key.
QMap<QString, QStringList> mnemonicsOf(const QDialog &dialog)
{
    QMap<QString, QStringList> texts;
    const auto note = [&texts](const QString &text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            texts[key.toString()].append(text);
    };
    for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
        note(button->text());
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->buddy())
            note(label->text());
    }
    for (const QTabWidget *pages : dialog.findChildren<QTabWidget *>()) {
        for (int page = 0; page < pages->count(); ++page)
            note(pages->tabText(page));
    }
    return texts;
}

/// Of the removal of the first entry, by somebody at this address.
std::unique_ptr<QDialog> reviewOfRemoval(const QStringList &before, const QString &from)
{
    Draft draft(snapshotOf(entries(before)));
    draft.set(draft.snapshot().entries().front().key, std::nullopt);
    CurrentAddresses current;
    const IpAddress mine = address(from);
    (mine.family() == Family::V4 ? current.v4 : current.v6) = mine;
    current.source = u"test"_s;
    const Review found = review({draft, {}, current, noon()});
    ConnectionRecord connection;
    connection.name = u"Shop"_s;
    return std::make_unique<ReviewDialog>(found, draft, connection, addressesAtStake(found, noon().addDays(7)));
}

std::unique_ptr<QDialog> severalLists(const Clock &clock, SeveralListsDialog::Action action)
{
    auto dialog = std::make_unique<SeveralListsDialog>(clock);
    dialog->findChild<QComboBox *>(u"actionBox"_s)->setCurrentIndex(static_cast<int>(action));
    return dialog;
}

} // namespace

Q_DECLARE_METATYPE(Make)

class TestMnemonics final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<QDialog> settingsDialog();

    TempHome m_home;
    ManualClock m_clock;
    Settings m_settings{m_home->settingsFile()};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<KeeperInstaller> m_installer;
    HistoryListModel m_versions{m_clock};
    DifferenceModel m_differences{m_clock};

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void menusHaveDistinctMnemonics();
    void dialogsHaveDistinctMnemonics_data();
    void dialogsHaveDistinctMnemonics();
};

void TestMnemonics::initTestCase_data()
{
    QTest::addColumn<QLocale::Language>("language");
    QTest::newRow("English") << QLocale::English;
    QTest::newRow("German") << QLocale::German; // the last: translators stay
}

/// In the language of the row.
void TestMnemonics::init()
{
    QFETCH_GLOBAL(QLocale::Language, language);
    if (QLocale().language() == language)
        return;
    QLocale::setDefault(language);
    installTranslations(*QCoreApplication::instance());
}

void TestMnemonics::initTestCase()
{
    auto store = Store::open(m_home->databaseFile());
    QVERIFY(store);
    m_store = std::move(*store);
    KeeperPlaces places; // neither systemd nor cron of this computer is asked
    places.systemctl = m_home.path() + u"/no-systemctl"_s;
    places.crontab = m_home.path() + u"/no-crontab"_s;
    places.unitFolder = m_home.path() + u"/units"_s;
    m_installer = std::make_unique<KeeperInstaller>(places);
}

std::unique_ptr<QDialog> TestMnemonics::settingsDialog()
{
    auto dialog = std::make_unique<SettingsDialog>(m_settings);
    dialog->addKeeper(new KeeperPanel(m_settings, *m_installer, *m_store, m_clock, dialog.get()));
    return dialog;
}

void TestMnemonics::menusHaveDistinctMnemonics()
{
    const auto mnemonicOf = [](const QString &text) {
        const qsizetype at = text.indexOf(u'&');
        return at < 0 || at + 1 >= text.size() ? QChar() : text[at + 1].toLower();
    };
    const MainWindow window;
    QList<const QWidget *> menus{window.menuBar()};
    for (const QMenu *menu : window.findChildren<QMenu *>(QRegularExpression(u"^menu"_s)))
        menus.append(menu);
    for (const QWidget *menu : menus) {
        QHash<QChar, QString> taken;
        for (const QAction *action : menu->actions()) {
            const QChar key = mnemonicOf(action->text());
            if (action->isSeparator() || action->objectName().startsWith(u"actionExpiry_"_s))
                continue;
            QVERIFY2(!key.isNull(), qPrintable(menu->objectName() + u": "_s + action->text()));
            QVERIFY2(!taken.contains(key), qPrintable(action->text() + u" and "_s + taken.value(key)));
            taken.insert(key, action->text());
        }
    }
}

void TestMnemonics::dialogsHaveDistinctMnemonics_data()
{
    QTest::addColumn<Make>("make");
    const auto row = [](const char *name, const Make &make) { QTest::newRow(name) << make; };
    const auto several = [&](const char *name, SeveralListsDialog::Action action) {
        row(name, [this, action] { return severalLists(m_clock, action); });
    };
    row("settings", [this] { return settingsDialog(); });
    several("several lists, add", SeveralListsDialog::Action::Add);
    several("several lists, expire", SeveralListsDialog::Action::Expire);
    several("several lists, remove", SeveralListsDialog::Action::Remove);
    several("several lists, check", SeveralListsDialog::Action::Check);
    row("address groups", [] { return std::make_unique<AddressGroupsDialog>(); });
    row("follow", [] {
        const FollowRow list{QUuid::createUuid(), u"Shop"_s, u"203.0.113.5 → 198.51.100.7"_s};
        return std::make_unique<FollowDialog>(QList<FollowRow>{list});
    });
    row("conflict", [] { return std::make_unique<ConflictDialog>(); });
    row("review", [] { return reviewOfRemoval({u"203.0.113.9"_s, u"203.0.113.0/24"_s}, u"203.0.113.7"_s); });
    row("review, lock-out", [] {
        return reviewOfRemoval({u"2001:db8::/48"_s, u"198.51.100.1"_s}, u"2001:db8::7c1e:9f02:8a4d:113b"_s);
    });
    row("review, opens to everyone", [] { return reviewOfRemoval({u"203.0.113.9"_s}, u"198.51.100.1"_s); });
    row("secret", [] { return std::make_unique<SecretDialog>(u"Shop"_s); });
    row("history", [this] { return std::make_unique<HistoryDialog>(m_versions, m_differences, u"Shop"_s); });
}

void TestMnemonics::dialogsHaveDistinctMnemonics()
{
    QFETCH(const Make, make);
    const std::unique_ptr<QDialog> dialog = make();
    const QMap<QString, QStringList> mnemonics = mnemonicsOf(*dialog);
    QVERIFY(!mnemonics.isEmpty());
    QStringList shared;
    for (auto mnemonic = mnemonics.cbegin(); mnemonic != mnemonics.cend(); ++mnemonic) {
        if (mnemonic->size() > 1)
            shared += mnemonic.key() + u": "_s + mnemonic->join(u" | "_s);
    }
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u"; "_s)));
}

GATEHOUSE_TEST(TestMnemonics, QApplication)
#include "tst_mnemonics.moc"
