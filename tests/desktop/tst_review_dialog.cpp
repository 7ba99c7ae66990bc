// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Review.h"
#include "desktop/dialogs/ReviewDialog.h"
#include "desktop/models/EntryFormat.h"
#include "store/ConnectionRecord.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// A list of `before`, of which the first entry is to be removed, reviewed for somebody at this address.
struct Removal
{
    Removal(const QStringList &before, const QString &from)
        : draft(snapshotOf(entries(before)))
    {
        draft.set(draft.snapshot().entries().front().key, std::nullopt);
        CurrentAddresses current;
        const IpAddress mine = address(from);
        (mine.family() == Family::V4 ? current.v4 : current.v6) = mine;
        current.source = u"test"_s;
        found = review({draft, {}, current, noon()});
        connection.name = u"Shop"_s;
    }

    [[nodiscard]] std::unique_ptr<ReviewDialog> dialog() const
    {
        auto made =
            std::make_unique<ReviewDialog>(found, draft, connection, addressesAtStake(found, noon().addDays(7)));
        made->show();
        return made;
    }

    Draft draft;
    Review found;
    ConnectionRecord connection;
};

template <typename T>
T *in(const ReviewDialog &dialog, const char *name)
{
    return dialog.findChild<T *>(QLatin1String(name));
}

} // namespace

class TestReviewDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLockOutNeedsTheNameOfTheConnection();
    void theRemedyLetsTheOwnAddressIn_data();
    void theRemedyLetsTheOwnAddressIn();
    void noRemedyWhereNothingIsAtStake();
    void everyLineOfAFindingIsShown();
    void tipsTakeNoMarkup();
    void veryManyFindingsAreCounted();
};

void TestReviewDialog::aLockOutNeedsTheNameOfTheConnection()
{
    const auto dialog = Removal({u"203.0.113.0/24 Office"_s, u"198.51.100.1 Bob"_s}, u"203.0.113.7"_s).dialog();
    auto *apply = in<QPushButton>(*dialog, "applyButton");
    auto *name = in<QLineEdit>(*dialog, "confirmationEdit");
    QVERIFY(name->isVisible());
    QVERIFY(!apply->isEnabled());
    QTest::keyClicks(name, u"shop"_s);
    QVERIFY(!apply->isEnabled());
    QVERIFY(!dialog->consent().lockOut);
    name->clear();
    QTest::keyClicks(name, u" Shop "_s);
    QVERIFY(apply->isEnabled());
    QVERIFY(dialog->consent().lockOut);
}

void TestReviewDialog::theRemedyLetsTheOwnAddressIn_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("offersNetwork");
    QTest::addColumn<bool>("choosesNetwork");
    QTest::addColumn<QString>("added");
    QTest::newRow("IPv4: the address") << u"203.0.113.7"_s << false << false << u"203.0.113.7"_s;
    QTest::newRow("IPv6 of an interface that keeps its number: the address")
        << u"2001:db8::211:22ff:fe33:4455"_s << false << false << u"2001:db8::211:22ff:fe33:4455"_s;
    QTest::newRow("IPv6 that may change: the address if so wished")
        << u"2001:db8::7c1e:9f02:8a4d:113b"_s << true << false << u"2001:db8::7c1e:9f02:8a4d:113b"_s;
    QTest::newRow("IPv6 that may change: its network")
        << u"2001:db8::7c1e:9f02:8a4d:113b"_s << true << true << u"2001:db8::/64"_s;
}

void TestReviewDialog::theRemedyLetsTheOwnAddressIn()
{
    QFETCH(const QString, from);
    QFETCH(const bool, offersNetwork);
    QFETCH(const bool, choosesNetwork);
    QFETCH(const QString, added);
    const QString office = from.contains(u':') ? u"2001:db8::/48 Office"_s : u"203.0.113.0/24 Office"_s;
    const auto dialog = Removal({office, u"198.51.100.1 Bob"_s}, from).dialog();
    QSignalSpy chosen(dialog.get(), &ReviewDialog::remedyChosen);
    QSignalSpy rejected(dialog.get(), &QDialog::rejected);
    auto *network = in<QCheckBox>(*dialog, "networkBox");
    QCOMPARE(network->isVisible(), offersNetwork);
    if (offersNetwork)
        network->setChecked(choosesNetwork);
    QTest::mouseClick(in<QPushButton>(*dialog, "remedyButton"), Qt::LeftButton);
    QCOMPARE(rejected.size(), 1); // nothing goes out by it
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<std::vector<IpRange>>(), std::vector{range(added)});
}

void TestReviewDialog::noRemedyWhereNothingIsAtStake()
{
    const auto dialog = Removal({u"203.0.113.0/24 Office"_s, u"198.51.100.1 Bob"_s}, u"198.51.100.1"_s).dialog();
    QVERIFY(!in<QPushButton>(*dialog, "remedyButton")->isVisible());
    QVERIFY(!in<QLineEdit>(*dialog, "confirmationEdit")->isVisible());
    QVERIFY(in<QPushButton>(*dialog, "applyButton")->isEnabled());
}

void TestReviewDialog::everyLineOfAFindingIsShown()
{
    const auto dialog = Removal({u"203.0.113.0/24 Office"_s, u"198.51.100.1 Bob"_s}, u"203.0.113.7"_s).dialog();
    const auto *list = in<QListWidget>(*dialog, "findings");
    QVERIFY(list->count() > 0);
    for (int row = 0; row < list->count(); ++row) {
        const QRect place = list->visualItemRect(list->item(row));
        const QRect text = list->fontMetrics().boundingRect(QRect(0, 0, place.width(), 1000), Qt::TextWordWrap,
                                                            list->item(row)->text());
        QVERIFY(place.height() >= text.height());
    }
}

void TestReviewDialog::tipsTakeNoMarkup()
{
    const auto dialog = Removal({u"203.0.113.0/24 <b>Office</b>"_s, u"198.51.100.1 Bob"_s}, u"203.0.113.7"_s).dialog();
    const auto *list = in<QListWidget>(*dialog, "findings");
    QVERIFY(list->count() > 0);
    for (int row = 0; row < list->count(); ++row)
        QCOMPARE(list->item(row)->toolTip(), plainTip(list->item(row)->text()));
}

/// Each finding is laid out by itself: a list of a hundred thousand would stop the window for seconds.
void TestReviewDialog::veryManyFindingsAreCounted()
{
    Removal many({u"203.0.113.0/24 Office"_s, u"198.51.100.1 Bob"_s}, u"203.0.113.7"_s);
    const Finding first = many.found.findings.front();
    Finding other;
    other.entry = many.draft.snapshot().entries()[1].key;
    other.other = other.entry;
    constexpr std::size_t count = 20'000;
    many.found.findings.resize(count, other);
    const auto dialog = many.dialog();
    const auto *findings = in<QListWidget>(*dialog, "findings");
    QVERIFY2(findings->count() <= 501, "more are shown than anybody reads");
    QCOMPARE(findings->item(0)->text(), describe(first, many.draft));
    QVERIFY(findings->item(findings->count() - 1)->text().startsWith(QLocale().toString(count - 500)));
}

GATEHOUSE_TEST(TestReviewDialog, QApplication)
#include "tst_review_dialog.moc"
