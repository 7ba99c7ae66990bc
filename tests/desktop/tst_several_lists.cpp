// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "allowlist/Text.h"
#include "desktop/dialogs/AddressGroupsDialog.h"
#include "desktop/dialogs/ListsReviewDialog.h"
#include "desktop/dialogs/SeveralListsDialog.h"
#include "desktop/widgets/EmptyState.h"
#include "desktop/widgets/RangeEdit.h"
#include "support/Entries.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// Made by a widget of Qt for itself, such as the list that a combo box opens.
bool isInternal(const QWidget &widget)
{
    if (widget.objectName().startsWith(u"qt_"_s))
        return true;
    for (const QWidget *above = widget.parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox *>(above) || qobject_cast<const QAbstractItemView *>(above) ||
            qobject_cast<const QAbstractSpinBox *>(above))
            return true;
    }
    return false;
}

} // namespace

/// One change for several lists and the address groups, in the window, against the embedded service.
class TestSeveralLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choicesAreFilteredAndChecked();
    void rangesOfAGroupAreEdited();

    void initWindow();
    void addsToChosenListsAfterAReview();
    void aLockOutNeedsTheNameOfItsList();
    void checksAnAddress();
    void whatIsPendingInTheListInFrontStays();
    void groupsAreMadeUsedAndApplied();
    void aGroupIsChosenForSeveralLists();
    void aGroupLeavesAListThatNeedsNoChange();
    void buttonsAreNamedAfterWhatTheyDo();
    void everyControlHasAName();
    void cleanup();

private:
    void begin();
    [[nodiscard]] ConnectionRecord connectTo(const QString &name, const QString &service, const QString &path,
                                             const QMap<QString, QString> &scope);
    [[nodiscard]] QStringList atService(const QString &name);
    [[nodiscard]] SeveralListsDialog *openLists();
    [[nodiscard]] ListsReviewDialog *review(QWidget *from, const char *button);
    [[nodiscard]] static QString stateOf(const ListsReviewDialog &dialog, int row);
    [[nodiscard]] static bool isApplyShown(const ListsReviewDialog &dialog);

    template <typename T>
    [[nodiscard]] static T *in(const QWidget *dialog, const char *name)
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    static void click(const QWidget *dialog, const char *button)
    {
        QTest::mouseClick(in<QPushButton>(dialog, button), Qt::LeftButton);
    }

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
};

void TestSeveralLists::cleanup()
{
    m_app.reset();
    m_home.reset();
}

void TestSeveralLists::initWindow()
{
    begin();
    QVERIFY(m_app->actions().severalLists->isEnabled());
    QVERIFY(m_app->actions().addressGroups->isEnabled());
}

/// The list of this computer and three of other services, which all let this computer in.
void TestSeveralLists::begin()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    const auto astro = connectTo(u"Astro"_s, u"astro"_s, u"/astro/v1"_s, {{u"organizationId"_s, u"local"_s}});
    const auto keys = connectTo(u"Keys"_s, u"bitbybit"_s, u"/bitbybit/developer/open/v1"_s, {{u"keyId"_s, u"local"_s}});
    for (const ConnectionRecord &record : {astro, keys}) {
        ListSession session(record, m_app->composition().connector(), m_app->composition().store(),
                            m_app->composition().addresses(), m_app->composition().clock(),
                            ListSession::Memory::Transient);
        QVERIFY(await(session.reload()));
        session.add(entry(u"127.0.0.1 Me"_s).content);
        QVERIFY(await(session.apply({.lockOut = true})));
    }
}

ConnectionRecord TestSeveralLists::connectTo(const QString &name, const QString &service, const QString &path,
                                             const QMap<QString, QString> &scope)
{
    ConnectionRecord record;
    record.name = name;
    record.serviceId = service;
    record.baseUrl = QUrl(m_app->service().url().toString() + path);
    record.scope = scope;
    record.collectChanges = true;
    return await(m_app->composition().book().save(record, m_app->service().token())).value_or(record);
}

/// Its ranges, read past the window.
QStringList TestSeveralLists::atService(const QString &name)
{
    const ConnectionRecord *record = m_app->composition().book().findByName(name);
    const auto service = await(m_app->composition().connector().connectTo(*record));
    QStringList ranges;
    if (service) {
        for (const Entry &held : await((*service)->fetch()).value_or(std::vector<Entry>{}))
            ranges += toShortQString(held.content.range);
    }
    ranges.sort();
    return ranges;
}

SeveralListsDialog *TestSeveralLists::openLists()
{
    m_app->actions().severalLists->trigger();
    auto *dialog = qobject_cast<SeveralListsDialog *>(m_app->dialog("SeveralListsDialog"));
    return dialog && DesktopFixture::activate(dialog) ? dialog : nullptr;
}

/// Until the lists have been read.
ListsReviewDialog *TestSeveralLists::review(QWidget *from, const char *button)
{
    click(from, button);
    auto *dialog = from->findChild<ListsReviewDialog *>();
    if (!dialog)
        return nullptr;
    const bool isRead = waitUntil(
        [dialog] { return in<QPushButton>(dialog, "closeButton")->text() != ListsReviewDialog::tr("Cancel"); });
    return isRead && DesktopFixture::activate(dialog) ? dialog : nullptr;
}

QString TestSeveralLists::stateOf(const ListsReviewDialog &dialog, int row)
{
    return in<QTreeView>(&dialog, "lists")->model()->index(row, ListProgressModel::StateColumn).data().toString();
}

bool TestSeveralLists::isApplyShown(const ListsReviewDialog &dialog)
{
    return in<QPushButton>(&dialog, "applyButton")->isVisible();
}

void TestSeveralLists::choicesAreFilteredAndChecked()
{
    ListChoiceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QUuid one = QUuid::createUuid();
    const QUuid two = QUuid::createUuid();
    model.setChoices({{one, u"Production"_s, u"Astro"_s, false}, {two, u"Staging"_s, u"Cortex"_s, false}});
    model.setFilter(u"cortex"_s);
    QCOMPARE(model.rowCount(), 1);
    model.checkAll(true);
    QCOMPARE(model.checked(), std::vector{two});
    model.setFilter({});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.checked(), (std::vector{one, two}));
    model.checkAll(false);
    QVERIFY(model.checked().empty());
    model.setChoices({{one, u"<b>Production"_s, u"Astro"_s, false}});
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;Production"_s));
}

void TestSeveralLists::rangesOfAGroupAreEdited()
{
    GroupRangeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRanges({{range(u"192.0.2.1"_s), {}}}, u"Office"_s);
    QCOMPARE(model.index(0, GroupRangeModel::LabelColumn).data().toString(), u"Office"_s);
    QVERIFY(model.add(range(u"192.0.2.2"_s)));
    QVERIFY(!model.add(range(u"192.0.2.2"_s)));
    const QModelIndex second = model.index(1, GroupRangeModel::RangeColumn);
    QVERIFY(!model.setData(second, u"192.0.2.1"_s, Qt::EditRole));
    QVERIFY(!model.setData(second, u"nonsense"_s, Qt::EditRole));
    QVERIFY(model.setData(second, u"192.0.2.3"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(1, GroupRangeModel::LabelColumn), u"VPN"_s, Qt::EditRole));
    QCOMPARE(model.ranges().back(), (GroupRange{range(u"192.0.2.3"_s), u"VPN"_s}));
    model.remove(0);
    QCOMPARE(model.rowCount(), 1);
}

void TestSeveralLists::addsToChosenListsAfterAReview()
{
    begin();
    SeveralListsDialog *dialog = openLists();
    QVERIFY(dialog);
    QVERIFY(!in<QPushButton>(dialog, "reviewButton")->isEnabled());
    QTest::keyClicks(in<QLineEdit>(dialog, "filterEdit"), u"a"_s);
    click(dialog, "allButton");
    QCOMPARE(dialog->lists().size(), 2U); // Astro, and the one of Quave; Keys has no a
    in<QLineEdit>(dialog, "filterEdit")->clear();
    click(dialog, "noneButton");
    click(dialog, "allButton");
    QCOMPARE(dialog->lists().size(), 3U);
    QTest::keyClicks(in<RangeEdit>(dialog, "rangeEdit"), u"198.51.100.7"_s);
    QTest::keyClicks(in<QLineEdit>(dialog, "labelEdit"), u"Bob"_s);

    ListsReviewDialog *shown = review(dialog, "reviewButton");
    QVERIFY(shown);
    auto *model = in<QTreeView>(shown, "lists")->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 3);
    QVERIFY(isApplyShown(*shown));
    QCOMPARE(atService(u"Astro"_s), QStringList{u"127.0.0.1"_s});
    // Not on the last one.
    const QModelIndex last = model->index(2, 0);
    QCOMPARE(last.data().toString(), u"Keys"_s);
    QVERIFY(model->setData(last, Qt::Unchecked, Qt::CheckStateRole));
    click(shown, "applyButton");
    QTRY_COMPARE(in<QPushButton>(shown, "closeButton")->text(), ListsReviewDialog::tr("Close"));
    QVERIFY(stateOf(*shown, 1).startsWith(u"Live since"_s));
    QCOMPARE(stateOf(*shown, 2), ListProgressModel::tr("Not sent"));
    QCOMPARE(atService(u"Astro"_s), (QStringList{u"127.0.0.1"_s, u"198.51.100.7"_s}));
    QCOMPARE(atService(u"Keys"_s), QStringList{u"127.0.0.1"_s});
    QTest::keyClick(shown, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->findChild<ListsReviewDialog *>());
    QVERIFY(dialog->isVisible());
}

void TestSeveralLists::aLockOutNeedsTheNameOfItsList()
{
    begin();
    SeveralListsDialog *dialog = openLists();
    QVERIFY(dialog);
    QTest::keyClicks(in<QLineEdit>(dialog, "filterEdit"), u"Keys"_s);
    click(dialog, "allButton");
    in<QComboBox>(dialog, "actionBox")->setCurrentIndex(static_cast<int>(SeveralListsDialog::Action::Remove));
    QTest::keyClicks(in<RangeEdit>(dialog, "rangeEdit"), u"127.0.0.1"_s);
    ListsReviewDialog *shown = review(dialog, "reviewButton");
    QVERIFY(shown);
    auto *model = in<QTreeView>(shown, "lists")->model();
    QVERIFY(!in<QPushButton>(shown, "applyButton")->isEnabled());
    QVERIFY(!model->setData(model->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    auto *name = in<QLineEdit>(shown, "confirmationEdit");
    QVERIFY(name->isVisible());
    QTest::keyClicks(name, u"Key"_s);
    QVERIFY(!in<QPushButton>(shown, "applyButton")->isEnabled());
    QTest::keyClicks(name, u"s"_s);
    QVERIFY(in<QPushButton>(shown, "applyButton")->isEnabled());
    click(shown, "applyButton");
    QTRY_VERIFY(stateOf(*shown, 0).startsWith(u"Live since"_s));
    QCOMPARE(atService(u"Keys"_s), QStringList());
}

void TestSeveralLists::checksAnAddress()
{
    begin();
    SeveralListsDialog *dialog = openLists();
    QVERIFY(dialog);
    click(dialog, "allButton");
    in<QComboBox>(dialog, "actionBox")->setCurrentIndex(static_cast<int>(SeveralListsDialog::Action::Check));
    QVERIFY(!in<QLineEdit>(dialog, "labelEdit")->isVisible());
    QTest::keyClicks(in<RangeEdit>(dialog, "rangeEdit"), u"10.0.0.0/8"_s);
    click(dialog, "reviewButton");
    QVERIFY(in<QLabel>(dialog, "problem")->isVisible());
    in<RangeEdit>(dialog, "rangeEdit")->clear();
    QTest::keyClicks(in<RangeEdit>(dialog, "rangeEdit"), u"127.0.0.1"_s);
    ListsReviewDialog *shown = review(dialog, "reviewButton");
    QVERIFY(shown);
    QVERIFY(!isApplyShown(*shown));
    QCOMPARE(stateOf(*shown, 1), ListProgressModel::tr("Let in by %1").arg(u"127.0.0.1"_s));
    QCOMPARE(in<QLabel>(shown, "title")->text(), ListsReviewDialog::tr("Where this address is let in"));
    QCOMPARE(in<QLabel>(shown, "explanation")->text(), ListsReviewDialog::tr("Nothing has been sent."));
}

void TestSeveralLists::whatIsPendingInTheListInFrontStays()
{
    begin();
    m_app->desktop().activate(u"Keys"_s);
    QTRY_VERIFY(m_app->on<QLabel>("listTitle")->text() == u"Keys" && m_app->isRead());
    QTest::keyClicks(m_app->on<RangeEdit>("rangeEdit"), u"203.0.113.9"_s);
    QTest::keyClick(m_app->on<RangeEdit>("rangeEdit"), Qt::Key_Return);
    QTRY_COMPARE(m_app->model()->rowCount(), 2);

    SeveralListsDialog *dialog = openLists();
    QVERIFY(dialog);
    click(dialog, "allButton");
    QTest::keyClicks(in<RangeEdit>(dialog, "rangeEdit"), u"198.51.100.7"_s);
    ListsReviewDialog *shown = review(dialog, "reviewButton");
    QVERIFY(shown);
    click(shown, "applyButton");
    QTRY_VERIFY(stateOf(*shown, 2).startsWith(u"Live since"_s));
    QCOMPARE(atService(u"Keys"_s), (QStringList{u"127.0.0.1"_s, u"198.51.100.7"_s}));
    QTRY_COMPARE(m_app->model()->rowCount(), 3); // the new one, and the pending one is still there
}

void TestSeveralLists::groupsAreMadeUsedAndApplied()
{
    begin();
    m_app->actions().addressGroups->trigger();
    auto *dialog = qobject_cast<AddressGroupsDialog *>(m_app->dialog("AddressGroupsDialog"));
    QVERIFY(dialog && DesktopFixture::activate(dialog));
    auto *pages = in<QStackedWidget>(dialog, "pages");
    QVERIFY(qobject_cast<EmptyState *>(pages->currentWidget()));
    const QAbstractItemModelTester tester(in<QListView>(dialog, "groups")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    click(dialog, "newButton");
    QTRY_COMPARE(QApplication::focusWidget(), in<QLineEdit>(dialog, "nameEdit"));
    QTest::keyClicks(QApplication::focusWidget(), u"Office"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *rangeEdit = in<RangeEdit>(dialog, "rangeEdit");
    for (const QString &text : {u"198.51.100.7"_s, u"198.51.100.8"_s}) {
        QTest::keyClicks(rangeEdit, text);
        QTest::keyClick(rangeEdit, Qt::Key_Return);
    }
    auto *uses = in<QListView>(dialog, "uses")->model();
    for (const int row : {1, 2})
        QVERIFY(uses->setData(uses->index(row, 0), Qt::Checked, Qt::CheckStateRole));
    QTRY_VERIFY(in<QLabel>(dialog, "stepLabel")->text().contains(u"Astro"_s));
    const auto stored = await(m_app->composition().store().groups());
    QCOMPARE(stored->size(), 1U);
    QCOMPARE(stored->front().name, u"Office"_s);
    QCOMPARE(stored->front().ranges.size(), 2U);
    QCOMPARE(stored->front().usedIn.size(), 2U);

    ListsReviewDialog *shown = review(dialog, "applyButton");
    QVERIFY(shown);
    QCOMPARE(in<QTreeView>(shown, "lists")->model()->rowCount(), 2);
    click(shown, "applyButton");
    QTRY_VERIFY(stateOf(*shown, 0).startsWith(u"Live since"_s) && stateOf(*shown, 1).startsWith(u"Live since"_s));
    QTRY_COMPARE(in<QPushButton>(shown, "closeButton")->text(), ListsReviewDialog::tr("Close"));
    const QStringList both{u"127.0.0.1"_s, u"198.51.100.7"_s, u"198.51.100.8"_s};
    QCOMPARE(atService(u"Astro"_s), both);
    QCOMPARE(atService(u"Keys"_s), both);
    QTest::keyClick(shown, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->findChild<ListsReviewDialog *>());
    QTRY_VERIFY(!in<QLabel>(dialog, "stepLabel")->text().contains(u"Astro"_s));

    click(dialog, "deleteButton");
    auto *yes = dialog->findChild<QPushButton *>(u"deleteGroupButton"_s);
    QVERIFY(yes);
    QTest::mouseClick(yes, Qt::LeftButton);
    QTRY_VERIFY(qobject_cast<EmptyState *>(pages->currentWidget()));
    QTRY_VERIFY(in<QLabel>(dialog, "stepLabel")->text().contains(u"Astro"_s));
    QTRY_VERIFY(!dialog->findChild<QDialog *>(u"deleteGroupQuestion"_s));
    shown = review(dialog, "applyButton");
    QVERIFY(shown);
    click(shown, "applyButton");
    QTRY_VERIFY(stateOf(*shown, 0).startsWith(u"Live since"_s) && stateOf(*shown, 1).startsWith(u"Live since"_s));
    QCOMPARE(atService(u"Keys"_s), QStringList{u"127.0.0.1"_s});
}

void TestSeveralLists::aGroupIsChosenForSeveralLists()
{
    begin();
    AddressGroup bob{QUuid::createUuid(), u"Bob"_s, {{range(u"198.51.100.7"_s), {}}}, {}};
    QVERIFY(await(m_app->composition().store().saveGroup(bob)));
    SeveralListsDialog *dialog = openLists();
    QVERIFY(dialog);
    auto *groups = in<QComboBox>(dialog, "groupBox");
    QTRY_COMPARE(groups->count(), 2);
    groups->setCurrentIndex(1);
    QVERIFY(!in<RangeEdit>(dialog, "rangeEdit")->isVisible());
    click(dialog, "allButton");
    ListsReviewDialog *shown = review(dialog, "reviewButton");
    QVERIFY(shown);
    QVERIFY(await(m_app->composition().store().groups())->front().usedIn.empty()); // not before it was agreed to
    click(shown, "applyButton");
    QVERIFY(!in<QPushButton>(shown, "applyButton")->isEnabled()); // from the click on
    QTRY_VERIFY(stateOf(*shown, 2).startsWith(u"Live since"_s));
    QCOMPARE(await(m_app->composition().store().groups())->front().usedIn.size(), 3U);
    QCOMPARE(atService(u"Keys"_s), (QStringList{u"127.0.0.1"_s, u"198.51.100.7"_s}));
}

void TestSeveralLists::aGroupLeavesAListThatNeedsNoChange()
{
    begin();
    const QUuid keys = m_app->composition().book().findByName(u"Keys"_s)->id;
    const AddressGroup bob{QUuid::createUuid(), u"Bob"_s, {{range(u"198.51.100.7"_s), {}}}, {keys}}; // not there yet
    QVERIFY(await(m_app->composition().store().saveGroup(bob)));
    SeveralListsDialog *dialog = openLists();
    QVERIFY(dialog);
    auto *groups = in<QComboBox>(dialog, "groupBox");
    QTRY_COMPARE(groups->count(), 2);
    in<QComboBox>(dialog, "actionBox")->setCurrentIndex(static_cast<int>(SeveralListsDialog::Action::Remove));
    groups->setCurrentIndex(1);
    QTest::keyClicks(in<QLineEdit>(dialog, "filterEdit"), u"Keys"_s);
    click(dialog, "allButton");
    ListsReviewDialog *shown = review(dialog, "reviewButton");
    QVERIFY(shown);
    QCOMPARE(stateOf(*shown, 0), ListProgressModel::tr("Nothing to change"));
    QVERIFY(isApplyShown(*shown));
    QVERIFY(in<QPushButton>(shown, "applyButton")->isEnabled());
    click(shown, "applyButton");
    QTRY_COMPARE(in<QPushButton>(shown, "closeButton")->text(), ListsReviewDialog::tr("Close"));
    QVERIFY(!isApplyShown(*shown));
    QVERIFY(await(m_app->composition().store().groups())->front().usedIn.empty());
    QCOMPARE(atService(u"Keys"_s), QStringList{u"127.0.0.1"_s});
}

void TestSeveralLists::buttonsAreNamedAfterWhatTheyDo()
{
    const SystemClock clock;
    SeveralListsDialog dialog(clock);
    const auto nameOf = [&](const char *button) { return in<QPushButton>(&dialog, button)->accessibleName(); };
    QCOMPARE(nameOf("reviewButton"), SeveralListsDialog::tr("Review what would happen to the lists"));
    in<QComboBox>(&dialog, "actionBox")->setCurrentIndex(static_cast<int>(SeveralListsDialog::Action::Check));
    QCOMPARE(nameOf("reviewButton"), SeveralListsDialog::tr("Check whether the lists let the address in"));
    QCOMPARE(nameOf("currentAddressButton"), SeveralListsDialog::tr("Take my current address"));
    dialog.setFindingAddress(true);
    QCOMPARE(nameOf("currentAddressButton"), SeveralListsDialog::tr("Stop asking for my current address"));
    dialog.setFindingAddress(false);
    QCOMPARE(nameOf("currentAddressButton"), SeveralListsDialog::tr("Take my current address"));
}

void TestSeveralLists::everyControlHasAName()
{
    begin();
    SeveralListsDialog *dialog = openLists();
    QVERIFY(dialog);
    click(dialog, "groupsButton");
    auto *groups = dialog->findChild<AddressGroupsDialog *>();
    QVERIFY(groups);
    int count = 0;
    for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                               qobject_cast<const QListView *>(widget) || qobject_cast<const QTreeView *>(widget) ||
                               qobject_cast<const QComboBox *>(widget);
        if (!isControl || isInternal(*widget))
            continue;
        ++count;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY2(count > 10, qPrintable(QString::number(count)));
}

GATEHOUSE_TEST(TestSeveralLists, QApplication)
#include "tst_several_lists.moc"
