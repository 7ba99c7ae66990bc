// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/EmptyReason.h"
#include "desktop/dialogs/VerifyDialog.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/ElidedLabel.h"
#include "desktop/widgets/PendingBar.h"
#include "support/TestProgram.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gatehouse;
using Topic = BannerArea::Topic;

class TestShellWidgets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bannersStayUntilDismissed();
    void newsOfOneTopicReplaceEachOther();
    void errorsOfferTheirDetails();
    void remedyMaySetAnotherMessage();
    void textOfABannerIsNeverMarkup();
    void pendingBarCounts_data();
    void pendingBarCounts();
    void pendingBarFollowsItsActions();
    void choosingAModeIsOnlyAsked();
    void emptyListTeachesWhatItMeans_data();
    void emptyListTeachesWhatItMeans();
    void elidedLabelKeepsItsText();
    void verificationIsSaidInPlainWords_data();
    void verificationIsSaidInPlainWords();
};

namespace {

BannerMessage say(const QString &text, BannerKind kind = BannerKind::Info)
{
    BannerMessage message;
    message.kind = kind;
    message.text = text;
    return message;
}

template <typename T>
T *in(QWidget &widget, const char *name)
{
    return widget.findChild<T *>(QLatin1String(name));
}

} // namespace

void TestShellWidgets::bannersStayUntilDismissed()
{
    BannerArea area;
    QVERIFY(area.isHidden());
    area.post(Topic::Loading, say(QStringLiteral("one")));
    area.post(Topic::Applying, say(QStringLiteral("two")));
    QVERIFY(!area.isHidden());
    QVERIFY(area.banner(Topic::Loading));
    QTest::mouseClick(in<QToolButton>(*area.banner(Topic::Loading), "dismissButton"), Qt::LeftButton);
    QVERIFY(!area.banner(Topic::Loading));
    QVERIFY(area.banner(Topic::Applying));
    QVERIFY(!area.isHidden());
    area.clear(Topic::Applying);
    QVERIFY(area.isHidden());
}

void TestShellWidgets::newsOfOneTopicReplaceEachOther()
{
    BannerArea area;
    area.post(Topic::Applying, BannerMessage::of(makeError(ErrorKind::Network, {})));
    const MessageBanner *before = area.banner(Topic::Applying);
    area.post(Topic::Applying, say(QStringLiteral("Applied"), BannerKind::Success));
    QCOMPARE(area.banner(Topic::Applying), before);
    QCOMPARE(in<QLabel>(*area.banner(Topic::Applying), "message")->text(), QStringLiteral("Applied"));
    QVERIFY(in<QPushButton>(*area.banner(Topic::Applying), "detailsButton")->isHidden());
    QCOMPARE(area.banner(Topic::Applying)->property("severity").toString(), QStringLiteral("success"));
}

void TestShellWidgets::errorsOfferTheirDetails()
{
    BannerArea area;
    Error error = makeError(ErrorKind::Rejected, QStringLiteral("no such range"));
    error.httpStatus = 422;
    QSignalSpy asked(&area, &BannerArea::detailsRequested);
    area.post(Topic::Applying, BannerMessage::of(error));
    QTest::mouseClick(in<QPushButton>(*area.banner(Topic::Applying), "detailsButton"), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<Error>(), error);
    QVERIFY(!area.banner(Topic::Applying)->accessibleName().isEmpty());
}

void TestShellWidgets::remedyMaySetAnotherMessage()
{
    BannerArea area;
    BannerMessage message = say(QStringLiteral("broken"));
    message.remedyText = QStringLiteral("Repair");
    message.remedy = [&] { area.post(Topic::Other, say(QStringLiteral("repaired"))); };
    area.post(Topic::Other, message);
    auto *button = in<QPushButton>(*area.banner(Topic::Other), "remedyButton");
    QVERIFY(!button->isHidden());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(area.banner(Topic::Other)->message().text, QStringLiteral("repaired"));
    QVERIFY(button->isHidden());
}

void TestShellWidgets::textOfABannerIsNeverMarkup()
{
    const MessageBanner banner(say(QStringLiteral("<b>not bold</b>")));
    QCOMPARE(banner.findChild<QLabel *>(QStringLiteral("message"))->textFormat(), Qt::PlainText);
}

void TestShellWidgets::pendingBarCounts_data()
{
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("changed");
    QTest::addColumn<int>("removed");
    QTest::addColumn<QStringList>("parts");
    const auto parts = [](auto... words) { return QStringList{QString::fromLatin1(words)...}; };
    QTest::newRow("one kind") << 2 << 0 << 0 << parts("2 change", "2 added");
    QTest::newRow("two kinds") << 1 << 2 << 0 << parts("3 change", "1 added", "2 changed");
    QTest::newRow("three kinds") << 1 << 2 << 4 << parts("7 change", "1 added", "2 changed", "4 removed");
}

void TestShellWidgets::pendingBarCounts()
{
    QFETCH(int, added);
    QFETCH(int, changed);
    QFETCH(int, removed);
    QFETCH(QStringList, parts);
    const QString text = describe(PendingSummary{added, changed, removed, false});
    for (const QString &part : qAsConst(parts))
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestShellWidgets::pendingBarFollowsItsActions()
{
    PendingBar bar;
    QAction apply(QStringLiteral("&Apply"));
    QAction discard(QStringLiteral("&Discard"));
    bar.setActions(&apply, &discard, {&apply});
    bar.setSummary({});
    auto *button = in<QPushButton>(bar, "applyButton");
    QVERIFY(button->isHidden());
    bar.setSummary({1, 0, 0, false});
    QVERIFY(!button->isHidden());
    QCOMPARE(button->text(), QStringLiteral("Apply"));
    QSignalSpy triggered(&apply, &QAction::triggered);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    apply.setEnabled(false);
    QVERIFY(!button->isEnabled());
    bar.setSummary({1, 0, 0, true});
    QVERIFY(button->isHidden());
}

void TestShellWidgets::choosingAModeIsOnlyAsked()
{
    PendingBar bar;
    bar.setAtOnce(false);
    QSignalSpy chosen(&bar, &PendingBar::atOnceChosen);
    auto *box = in<QCheckBox>(bar, "atOnceBox");
    bar.setAtOnce(true); // by the program
    QCOMPARE(chosen.count(), 0);
    box->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toBool(), false);
    bar.setAtOnce(true); // it could not be stored
    QVERIFY(box->isChecked());
}

void TestShellWidgets::emptyListTeachesWhatItMeans_data()
{
    QTest::addColumn<EmptyReason>("reason");
    QTest::addColumn<EmptyListMeaning>("meaning");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<bool>("hasButton");
    const auto open = EmptyListMeaning::OpenToEveryone;
    QTest::newRow("open") << EmptyReason::EmptyList << open << QStringLiteral("everyone is let in") << true;
    QTest::newRow("closed") << EmptyReason::EmptyList << EmptyListMeaning::ClosedToEveryone
                            << QStringLiteral("nobody is let in") << true;
    QTest::newRow("filter") << EmptyReason::NothingFound << open << QStringLiteral("No entry matches") << true;
    QTest::newRow("reading") << EmptyReason::Reading << open << QStringLiteral("Reading") << false;
    QTest::newRow("not read") << EmptyReason::NotRead << open << QStringLiteral("not been read") << true;
}

void TestShellWidgets::emptyListTeachesWhatItMeans()
{
    QFETCH(EmptyReason, reason);
    QFETCH(EmptyListMeaning, meaning);
    QFETCH(QString, heading);
    QFETCH(bool, hasButton);
    const EmptyText text = textFor(reason, meaning, QStringLiteral("Acme"), QStringLiteral("only active"));
    QVERIFY2(text.heading.contains(heading), qPrintable(text.heading));
    QVERIFY(!text.explanation.isEmpty());
    QVERIFY(!text.symbol.isNull());
    QCOMPARE(!text.button.isEmpty(), hasButton);
}

void TestShellWidgets::elidedLabelKeepsItsText()
{
    ElidedLabel label;
    label.setText(QStringLiteral("a name that is far too long for its place"));
    label.resize(60, 20);
    label.show();
    QCOMPARE(label.text(), QStringLiteral("a name that is far too long for its place"));
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
}

void TestShellWidgets::verificationIsSaidInPlainWords_data()
{
    using Outcome = Verification::Outcome;
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<BannerKind>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, Outcome outcome, BannerKind kind, const char *says) {
        QTest::newRow(name) << outcome << kind << QString::fromLatin1(says);
    };
    row("let in", Outcome::LetIn, BannerKind::Success, "Let in");
    row("unknown secret", Outcome::Unauthorized, BannerKind::Warning, "says nothing about your address");
    row("lacks the permission", Outcome::LacksPermission, BannerKind::Warning, "may not make the request");
    row("address refused", Outcome::AddressRefused, BannerKind::Error, "does not let this computer's address in");
    row("unclear", Outcome::Unclear, BannerKind::Warning, "neither yes nor no");
}

void TestShellWidgets::verificationIsSaidInPlainWords()
{
    QFETCH(Verification::Outcome, outcome);
    QFETCH(BannerKind, kind);
    QFETCH(QString, says);
    const BannerMessage message = messageFor({outcome, {}}, QStringLiteral("Acme"));
    QCOMPARE(message.kind, kind);
    QVERIFY2(message.text.contains(says), qPrintable(message.text));
    QCOMPARE(message.error.has_value(), outcome != Verification::Outcome::LetIn);
}

GATEHOUSE_TEST(TestShellWidgets, QApplication)
#include "tst_shell_widgets.moc"
