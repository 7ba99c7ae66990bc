// SPDX-License-Identifier: Apache-2.0
#include "ReviewWords.h"
#include "allowlist/Review.h"
#include "support/TestProgram.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// A service without limits; the caller at 203.0.113.5 and 2001:db8::5.
ReviewInput inputFor(const Draft &draft)
{
    ReviewInput input;
    input.draft = draft;
    input.rules.seesPublicAddressesOnly = false;
    input.current.v4 = address(u"203.0.113.5"_s);
    input.current.v6 = address(u"2001:db8::5"_s);
    input.now = noon();
    return input;
}

ReviewInput inputForV4(const Draft &draft)
{
    ReviewInput input = inputFor(draft);
    input.current.v6.reset();
    return input;
}

/// A review of one finding about one added entry, and about an access that is not at stake.
QStringList entryFindings(const Draft &draft, const ListRules &rules)
{
    ReviewInput input = inputForV4(draft);
    input.rules = rules;
    QStringList lines;
    for (const Finding &finding : review(input).findings) {
        if (!finding.entry.isNull() || finding.rule == ReviewRule::TooManyEntries)
            lines += inWords(finding, draft);
    }
    return lines;
}

} // namespace

class TestReview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void looksAtWhoIsLetIn_data();
    void looksAtWhoIsLetIn();
    void looksAtWhoIsLetInWhereEmptyIsClosed_data();
    void looksAtWhoIsLetInWhereEmptyIsClosed();
    void looksAtBothFamilies_data();
    void looksAtBothFamilies();
    void doesNotStopForAFamilyTheServiceCannotHold_data();
    void doesNotStopForAFamilyTheServiceCannotHold();
    void looksAtEveryAnswerWhereTheyDisagree_data();
    void looksAtEveryAnswerWhereTheyDisagree();
    void namesWhatAddingWouldSave_data();
    void namesWhatAddingWouldSave();
    void knowsAddressesThatChange_data();
    void knowsAddressesThatChange();
    void warnsWhenTheAddressIsUnknown_data();
    void warnsWhenTheAddressIsUnknown();
    void asksForTheNameWhereNobodyCouldMendALockOut_data();
    void asksForTheNameWhereNobodyCouldMendALockOut();
    void saysNothingGraveOfAnUnchangedList_data();
    void saysNothingGraveOfAnUnchangedList();
    void holdsEntriesAgainstTheServicesLimits_data();
    void holdsEntriesAgainstTheServicesLimits();
    void leavesTheServicesOwnEntriesAlone();
    void namesTheOtherEntry_data();
    void namesTheOtherEntry();
    void tellsConfirmableErrorsFromInvalidOnes_data();
    void tellsConfirmableErrorsFromInvalidOnes();
    void putsTheGravestFirst();
    void listsWhoLetsAnAddressIn();
    void saysItInWords_data();
    void saysItInWords();
    void speaksOfTheEntryThatLetsInNow();
};

void TestReview::looksAtWhoIsLetIn_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("findings");

    const QString lockOut = u"error lock-out 203.0.113.5"_s;
    const QString other = u"198.51.100.0/24"_s;
    QTest::newRow("adding beside an entry that lets in")
        << QStringList{u"203.0.113.0/24"_s} << QStringList{u"203.0.113.0/24"_s, other} << QStringList{};
    QTest::newRow("removing the entry that lets in")
        << QStringList{u"203.0.113.0/24"_s, other} << QStringList{other} << QStringList{lockOut};
    QTest::newRow("removing one of two that let in")
        << QStringList{u"203.0.113.0/24"_s, u"203.0.113.5"_s} << QStringList{u"203.0.113.5"_s} << QStringList{};
    QTest::newRow("deactivating the entry that lets in")
        << QStringList{u"203.0.113.0/24"_s, other} << QStringList{u"203.0.113.0/24 off"_s, other}
        << QStringList{lockOut};
    QTest::newRow("replacing it by a narrower one without us")
        << QStringList{u"203.0.113.0/24"_s} << QStringList{u"203.0.113.128/25"_s} << QStringList{lockOut};
    QTest::newRow("replacing it by a narrower one with us")
        << QStringList{u"203.0.113.0/24"_s} << QStringList{u"203.0.113.5"_s} << QStringList{};
    QTest::newRow("what remains is inactive") << QStringList{u"203.0.113.0/24"_s, u"203.0.113.5 off"_s, other}
                                              << QStringList{u"203.0.113.5 off"_s, other} << QStringList{lockOut};
    QTest::newRow("what remains has expired") << QStringList{u"203.0.113.0/24"_s, u"203.0.113.5 0h"_s, other}
                                              << QStringList{u"203.0.113.5 0h"_s, other} << QStringList{lockOut};
    QTest::newRow("an expiry in the past is a removal")
        << QStringList{u"203.0.113.5"_s, other} << QStringList{u"203.0.113.5 -1h"_s, other}
        << QStringList{lockOut, u"warning already-expired [203.0.113.5] -1h"_s};
    QTest::newRow("removing * where nothing else lets us in")
        << QStringList{u"*"_s, other} << QStringList{other} << QStringList{lockOut};

    QTest::newRow("the first entry, without us")
        << QStringList{} << QStringList{other} << QStringList{lockOut, u"note starts-enforcement"_s};
    QTest::newRow("the first entry, with us")
        << QStringList{} << QStringList{u"203.0.113.5"_s} << QStringList{u"note starts-enforcement"_s};
    QTest::newRow("the first entry, but inactive")
        << QStringList{} << QStringList{u"198.51.100.7 off"_s} << QStringList{};
    QTest::newRow("the first entry, but expired") << QStringList{} << QStringList{u"198.51.100.7 -1h"_s}
                                                  << QStringList{u"warning already-expired [198.51.100.7] -1h"_s};
    QTest::newRow("the first active entry beside inactive ones")
        << QStringList{u"203.0.113.5 off"_s} << QStringList{u"203.0.113.5 off"_s, other}
        << QStringList{lockOut, u"note starts-enforcement"_s};
    QTest::newRow("the first entry is *")
        << QStringList{} << QStringList{u"*"_s} << QStringList{u"error everyone [*]"_s};
    QTest::newRow("the first entries are both families as a whole")
        << QStringList{} << QStringList{u"0.0.0.0/0"_s, u"::/0"_s}
        << QStringList{u"error everyone [0.0.0.0/0]"_s, u"error everyone [::/0]"_s};
    QTest::newRow("the first entry is one family as a whole")
        << QStringList{} << QStringList{u"0.0.0.0/0"_s}
        << QStringList{u"error everyone [0.0.0.0/0]"_s, u"note starts-enforcement"_s};

    QTest::newRow("halves that together are one family")
        << QStringList{u"203.0.113.5"_s, u"0.0.0.0/1"_s}
        << QStringList{u"203.0.113.5"_s, u"0.0.0.0/1"_s, u"128.0.0.0/1"_s} << QStringList{u"error everyone"_s};
    QTest::newRow("everyone, for a while") << QStringList{u"203.0.113.5"_s} << QStringList{u"203.0.113.5"_s, u"* 6h"_s}
                                           << QStringList{u"error everyone [*]"_s};
    QTest::newRow("everyone, where they are let in already")
        << QStringList{u"203.0.113.5"_s, u"*"_s} << QStringList{u"203.0.113.5"_s, u"* all"_s}
        << QStringList{u"warning everyone [*]"_s};

    QTest::newRow("removing the last entry")
        << QStringList{u"203.0.113.5"_s} << QStringList{} << QStringList{u"error opens"_s};
    QTest::newRow("deactivating the last active entry")
        << QStringList{u"203.0.113.5"_s, u"198.51.100.7 off"_s}
        << QStringList{u"203.0.113.5 off"_s, u"198.51.100.7 off"_s} << QStringList{u"error opens"_s};
    QTest::newRow("the last entry that has not expired")
        << QStringList{u"203.0.113.5"_s, u"198.51.100.7 0h"_s} << QStringList{u"198.51.100.7 0h"_s}
        << QStringList{u"error opens"_s};
    QTest::newRow("removing an inactive entry from a list that is open already")
        << QStringList{u"203.0.113.5 off"_s} << QStringList{} << QStringList{};

    QTest::newRow("our entry expires, others stay")
        << QStringList{u"203.0.113.5"_s, other} << QStringList{u"203.0.113.5 2h"_s, other}
        << QStringList{u"warning lock-out-later 203.0.113.5 2h"_s};
    QTest::newRow("an expiry that stood before is worth a note")
        << QStringList{u"203.0.113.5 2h"_s, other} << QStringList{u"203.0.113.5 2h"_s, other, u"198.51.101.7"_s}
        << QStringList{u"note lock-out-later 203.0.113.5 2h"_s};
    QTest::newRow("a later expiry is worth a note")
        << QStringList{u"203.0.113.5 2h"_s, other} << QStringList{u"203.0.113.5 3h"_s, other}
        << QStringList{u"note lock-out-later 203.0.113.5 3h"_s};
    QTest::newRow("an earlier expiry is worth a warning")
        << QStringList{u"203.0.113.5 3h"_s, other} << QStringList{u"203.0.113.5 2h"_s, other}
        << QStringList{u"warning lock-out-later 203.0.113.5 2h"_s};
    QTest::newRow("the later of two entries of ours counts")
        << QStringList{u"203.0.113.5"_s, other} << QStringList{u"203.0.113.5 2h"_s, other, u"203.0.113.4/31 3h"_s}
        << QStringList{u"warning lock-out-later 203.0.113.5 3h"_s, u"note covered [203.0.113.5]"_s};
    QTest::newRow("taking away the entry that lasts longer")
        << QStringList{u"203.0.113.5 2h"_s, other, u"203.0.113.4/31 3h"_s} << QStringList{u"203.0.113.5 2h"_s, other}
        << QStringList{u"warning lock-out-later 203.0.113.5 2h"_s};
    QTest::newRow("an expiry does not matter beside a lasting entry")
        << QStringList{u"203.0.113.0/24"_s} << QStringList{u"203.0.113.0/24"_s, u"198.51.100.7 2h"_s} << QStringList{};
    QTest::newRow("an inactive lasting entry does not save us")
        << QStringList{u"203.0.113.5"_s, other} << QStringList{u"203.0.113.5 2h"_s, u"203.0.113.0/24 off"_s, other}
        << QStringList{u"warning lock-out-later 203.0.113.5 2h"_s};
    QTest::newRow("everything expires, we first")
        << QStringList{u"203.0.113.5"_s} << QStringList{u"203.0.113.5 2h"_s, u"198.51.100.7 3h"_s}
        << QStringList{u"warning lock-out-later 203.0.113.5 2h"_s, u"warning opens-later 3h"_s};
    QTest::newRow("everything expires, we last: open from then on")
        << QStringList{u"203.0.113.5"_s} << QStringList{u"203.0.113.5 3h"_s, u"198.51.100.7 2h"_s}
        << QStringList{u"warning opens-later 3h"_s};
    QTest::newRow("everything expires as it did before, only later")
        << QStringList{u"203.0.113.5 2h"_s} << QStringList{u"203.0.113.5 3h"_s}
        << QStringList{u"note opens-later 3h"_s};
    QTest::newRow("a temporary first entry of ours")
        << QStringList{} << QStringList{u"203.0.113.5 6h"_s}
        << QStringList{u"warning opens-later 6h"_s, u"note starts-enforcement"_s};

    QTest::newRow("not let in, before or after") << QStringList{other} << QStringList{other, u"198.51.101.0/24"_s}
                                                 << QStringList{u"note not-let-in 203.0.113.5"_s};
    QTest::newRow("removing another entry when not let in anyway")
        << QStringList{other, u"198.51.101.0/24"_s} << QStringList{other}
        << QStringList{u"note not-let-in 203.0.113.5"_s};
    QTest::newRow("let in for a while by the change itself")
        << QStringList{other} << QStringList{other, u"203.0.113.5 6h"_s} << QStringList{};
}

void TestReview::looksAtWhoIsLetIn()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    const Draft draft = draftFrom(before, after);
    QTEST(inWords(review(inputForV4(draft)), draft), "findings");
}

void TestReview::looksAtWhoIsLetInWhereEmptyIsClosed_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("findings");

    QTest::newRow("removing the last entry") << QStringList{u"203.0.113.5"_s} << QStringList{}
                                             << QStringList{u"error lock-out 203.0.113.5"_s, u"error closes"_s};
    QTest::newRow("removing the last entry, not ours")
        << QStringList{u"198.51.100.7"_s} << QStringList{}
        << QStringList{u"error closes"_s, u"note not-let-in 203.0.113.5"_s};
    QTest::newRow("the last entry expires")
        << QStringList{u"203.0.113.5"_s} << QStringList{u"203.0.113.5 2h"_s}
        << QStringList{u"warning lock-out-later 203.0.113.5 2h"_s, u"warning closes-later 2h"_s};
    QTest::newRow("the first entry, with us") << QStringList{} << QStringList{u"203.0.113.5"_s} << QStringList{};
    QTest::newRow("the first entry, without us")
        << QStringList{} << QStringList{u"198.51.100.7"_s} << QStringList{u"note not-let-in 203.0.113.5"_s};
}

void TestReview::looksAtWhoIsLetInWhereEmptyIsClosed()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    const Draft draft = draftFrom(before, after);
    ReviewInput input = inputForV4(draft);
    input.rules.emptyList = EmptyListMeaning::ClosedToEveryone;
    QTEST(inWords(review(input), draft), "findings");
}

void TestReview::looksAtBothFamilies_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("findings");

    const QStringList both{u"203.0.113.5"_s, u"2001:db8::/64"_s};
    QTest::newRow("only IPv4 is taken away")
        << both << QStringList{u"2001:db8::/64"_s} << QStringList{u"error lock-out 203.0.113.5"_s};
    QTest::newRow("only IPv6 is taken away")
        << both << QStringList{u"203.0.113.5"_s} << QStringList{u"error lock-out 2001:db8::5"_s};
    QTest::newRow("both are taken away") << both << QStringList{u"198.51.100.7"_s}
                                         << QStringList{u"error lock-out 203.0.113.5"_s,
                                                        u"error lock-out 2001:db8::5"_s};
    QTest::newRow("the first entry knows one family")
        << QStringList{} << QStringList{u"203.0.113.5"_s}
        << QStringList{u"error lock-out 2001:db8::5"_s, u"note starts-enforcement"_s};
    QTest::newRow("a family that is not let in anyway")
        << QStringList{u"203.0.113.5"_s} << QStringList{u"203.0.113.5"_s, u"198.51.100.7"_s}
        << QStringList{u"note not-let-in 2001:db8::5"_s};
    QTest::newRow("* lets in both") << QStringList{u"*"_s} << QStringList{u"*"_s, u"198.51.100.7 off"_s}
                                    << QStringList{u"note everyone"_s};
    QTest::newRow("each family has its own expiry")
        << both << QStringList{u"203.0.113.5 1h"_s, u"2001:db8::/64 2h"_s, u"198.51.100.7"_s}
        << QStringList{u"warning lock-out-later 203.0.113.5 1h"_s, u"warning lock-out-later 2001:db8::5 2h"_s};
}

void TestReview::looksAtBothFamilies()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    const Draft draft = draftFrom(before, after);
    QTEST(inWords(review(inputFor(draft)), draft), "findings");
}

void TestReview::doesNotStopForAFamilyTheServiceCannotHold_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("findings");

    QTest::newRow("the first entry") << QStringList{} << QStringList{u"203.0.113.5"_s}
                                     << QStringList{u"warning family-left-out 2001:db8::5"_s,
                                                    u"note starts-enforcement"_s};
    QTest::newRow("nothing to say while it is enforced")
        << QStringList{u"203.0.113.5"_s} << QStringList{u"203.0.113.5"_s, u"198.51.100.7"_s} << QStringList{};
    QTest::newRow("the other family still stops")
        << QStringList{} << QStringList{u"198.51.100.7"_s}
        << QStringList{u"error lock-out 203.0.113.5"_s, u"warning family-left-out 2001:db8::5"_s,
                       u"note starts-enforcement"_s};
}

void TestReview::doesNotStopForAFamilyTheServiceCannotHold()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    const Draft draft = draftFrom(before, after);
    ReviewInput input = inputFor(draft);
    input.rules.acceptsV6 = false;
    QTEST(inWords(review(input), draft), "findings");
}

void TestReview::looksAtEveryAnswerWhereTheyDisagree_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("findings");

    const QStringList both{u"203.0.113.5"_s, u"198.51.100.7"_s};
    QTest::newRow("nothing changes") << both << both << QStringList{};
    QTest::newRow("adding") << both << both + QStringList{u"192.0.2.1"_s}
                            << QStringList{u"note disagree 198.51.100.7"_s};
    QTest::newRow("removing another") << both + QStringList{u"192.0.2.1"_s} << both
                                      << QStringList{u"warning disagree 198.51.100.7"_s};
    QTest::newRow("removing the one that leads")
        << both << QStringList{u"198.51.100.7"_s}
        << QStringList{u"error lock-out 203.0.113.5"_s, u"warning disagree 198.51.100.7"_s};
    QTest::newRow("removing the other answer")
        << both << QStringList{u"203.0.113.5"_s}
        << QStringList{u"error lock-out 198.51.100.7"_s, u"warning disagree 198.51.100.7"_s};
    QTest::newRow("letting the other answer expire")
        << both << QStringList{u"203.0.113.5"_s, u"198.51.100.7 2h"_s}
        << QStringList{u"warning lock-out-later 198.51.100.7 2h"_s, u"warning disagree 198.51.100.7"_s};
}

void TestReview::looksAtEveryAnswerWhereTheyDisagree()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    ReviewInput input = inputForV4(draftFrom(before, after));
    input.current.others = {address(u"198.51.100.7"_s)};
    QTEST(inWords(review(input), input.draft), "findings");
}

void TestReview::namesWhatAddingWouldSave_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("addresses");

    const QStringList ours{u"203.0.113.5"_s, u"2001:db8::/64"_s};
    const QString other = u"198.51.100.7"_s;
    QTest::newRow("nothing at stake") << ours << ours + QStringList{other} << QStringList{};
    QTest::newRow("one family") << ours << QStringList{u"2001:db8::/64"_s} << QStringList{u"203.0.113.5"_s};
    QTest::newRow("both families") << ours << QStringList{other} << QStringList{u"203.0.113.5"_s, u"2001:db8::5"_s};
    QTest::newRow("locked out soon") << ours << QStringList{u"203.0.113.5 2h"_s, u"2001:db8::/64"_s}
                                     << QStringList{u"203.0.113.5"_s};
    QTest::newRow("locked out long after a week")
        << ours << QStringList{u"203.0.113.5 200h"_s, u"2001:db8::/64"_s} << QStringList{};
    QTest::newRow("opened to everyone") << ours << QStringList{} << QStringList{};
}

void TestReview::namesWhatAddingWouldSave()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QStringList named;
    for (const IpAddress &address : addressesAtStake(review(inputFor(draftFrom(before, after))), hoursFromNoon(7 * 24)))
        named += toQString(address);
    QTEST(named, "addresses");
}

void TestReview::knowsAddressesThatChange_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network"); // empty: it stays
    QTest::newRow("IPv4") << u"203.0.113.5"_s << QString();
    QTest::newRow("made up at random") << u"2001:db8:1:2:8c4f:3a1e:77d0:9b21"_s << u"2001:db8:1:2::/64"_s;
    QTest::newRow("chosen by people") << u"2001:db8:1:2::53"_s << QString();
    QTest::newRow("made of an IPv4 address") << u"2001:db8:1:2::cb00:7105"_s << QString();
    QTest::newRow("made of a hardware address") << u"2001:db8:1:2:5054:ff:fe12:3456"_s << QString();
}

void TestReview::knowsAddressesThatChange()
{
    QFETCH(const QString, address);
    const auto network = steadyNetworkOf(test::address(address));
    QTEST(network ? toShortQString(*network) : QString(), "network");
}

void TestReview::warnsWhenTheAddressIsUnknown_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<bool>("warns");

    const QStringList two{u"203.0.113.0/24"_s, u"2001:db8::/64"_s};
    QTest::newRow("nothing changes") << two << two << false;
    QTest::newRow("adding") << two << two + QStringList{u"198.51.100.7"_s} << false;
    QTest::newRow("a label") << two << QStringList{u"203.0.113.0/24 a"_s, u"2001:db8::/64"_s} << false;
    QTest::newRow("removing") << two << QStringList{u"2001:db8::/64"_s} << true;
    QTest::newRow("deactivating") << two << QStringList{u"203.0.113.0/24 off"_s, u"2001:db8::/64"_s} << true;
    QTest::newRow("narrowing") << two << QStringList{u"203.0.113.0/25"_s, u"2001:db8::/64"_s} << true;
    QTest::newRow("splitting in two") << two
                                      << QStringList{u"203.0.113.0/25"_s, u"203.0.113.128/25"_s, u"2001:db8::/64"_s}
                                      << false;
    QTest::newRow("widening") << two << QStringList{u"203.0.112.0/23"_s, u"2001:db8::/64"_s} << false;
    QTest::newRow("an expiry where there was none")
        << two << QStringList{u"203.0.113.0/24 9h"_s, u"2001:db8::/64"_s} << true;
    QTest::newRow("a later expiry") << QStringList{u"203.0.113.5 1h"_s} << QStringList{u"203.0.113.5 2h"_s} << false;
    QTest::newRow("an earlier expiry") << QStringList{u"203.0.113.5 2h"_s} << QStringList{u"203.0.113.5 1h"_s} << true;
    QTest::newRow("removing what was not in force")
        << QStringList{u"203.0.113.5"_s, u"198.51.100.7 off"_s} << QStringList{u"203.0.113.5"_s} << false;
    QTest::newRow("the first entry") << QStringList{} << QStringList{u"203.0.113.5"_s} << true;
    QTest::newRow("the first entry is *") << QStringList{} << QStringList{u"*"_s} << false;
    QTest::newRow("the last entry, so that it is open") << QStringList{u"203.0.113.5"_s} << QStringList{} << false;
}

void TestReview::warnsWhenTheAddressIsUnknown()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    ReviewInput input = inputFor(draftFrom(before, after));
    QVERIFY(!review(input).has(ReviewRule::CurrentAddressUnknown));
    input.current = {};
    QTEST(review(input).has(ReviewRule::CurrentAddressUnknown), "warns");
    // An address that the service cannot hold is as good as none.
    input.current.v6 = address(u"2001:db8::5"_s);
    input.rules.acceptsV6 = false;
    QTEST(review(input).has(ReviewRule::CurrentAddressUnknown), "warns");
}

void TestReview::asksForTheNameWhereNobodyCouldMendALockOut_data()
{
    QTest::addColumn<bool>("guardsItsOwnApi");
    QTest::addColumn<bool>("refusesLockOut");
    QTest::addColumn<bool>("asks");

    QTest::newRow("it guards its own API") << true << false << true;
    QTest::newRow("and stops a lock-out itself") << true << true << false;
    QTest::newRow("it guards something else") << false << false << false;
}

void TestReview::asksForTheNameWhereNobodyCouldMendALockOut()
{
    QFETCH(const bool, guardsItsOwnApi);
    QFETCH(const bool, refusesLockOut);
    const QStringList two{u"203.0.113.5"_s, u"198.51.100.7"_s};
    ReviewInput removing = inputFor(draftFrom(two, {u"198.51.100.7"_s}));
    removing.rules.guardsItsOwnApi = guardsItsOwnApi;
    removing.rules.refusesLockOut = refusesLockOut;
    removing.current = {};
    QVERIFY(review(removing).has(ReviewRule::CurrentAddressUnknown));
    QTEST(review(removing).needsNamedConfirmation(), "asks");
    QVERIFY(!review(removing).isInvalid());
    ReviewInput adding = removing;
    adding.draft = draftFrom({u"198.51.100.7"_s}, two);
    QVERIFY(review(adding).findings.empty());
}

void TestReview::saysNothingGraveOfAnUnchangedList_data()
{
    QTest::addColumn<QStringList>("list");
    QTest::addColumn<QStringList>("findings");

    QTest::newRow("empty") << QStringList{} << QStringList{};
    QTest::newRow("without us") << QStringList{u"198.51.100.7"_s} << QStringList{u"note not-let-in 203.0.113.5"_s};
    QTest::newRow("open by an entry") << QStringList{u"*"_s, u"0.0.0.0/0"_s} << QStringList{u"note everyone"_s};
    QTest::newRow("duplicates, covered and expired ones")
        << QStringList{u"203.0.113.5"_s, u"203.0.113.5"_s, u"203.0.113.0/24"_s, u"203.0.113.7 -2h"_s} << QStringList{};
    QTest::newRow("ours expires") << QStringList{u"203.0.113.5 1h"_s, u"198.51.100.7"_s}
                                  << QStringList{u"note lock-out-later 203.0.113.5 1h"_s};
    QTest::newRow("all expire") << QStringList{u"203.0.113.5 1h"_s} << QStringList{u"note opens-later 1h"_s};
}

void TestReview::saysNothingGraveOfAnUnchangedList()
{
    QFETCH(const QStringList, list);
    const Draft draft(snapshotOf(entries(list)));
    ReviewInput input = inputForV4(draft);
    input.rules.maximumEntries = 1;
    input.rules.acceptsAny = false;
    input.rules.broadestV4 = 30;
    input.rules.seesPublicAddressesOnly = true;
    QTEST(inWords(review(input), draft), "findings");
    QVERIFY(!review(input).needsNamedConfirmation());
    QVERIFY(!review(input).isInvalid());
}

void TestReview::holdsEntriesAgainstTheServicesLimits_data()
{
    QTest::addColumn<QString>("added");
    QTest::addColumn<ListRules>("rules");
    QTest::addColumn<QStringList>("findings");

    ListRules free;
    free.seesPublicAddressesOnly = false;
    const auto with = [&free](auto change) {
        ListRules rules = free;
        change(rules);
        return rules;
    };
    const ListRules narrow = with([](ListRules &rules) {
        rules.broadestV4 = 9;
        rules.broadestV6 = 33;
    });
    QTest::newRow("just narrow enough") << u"10.0.0.0/9"_s << narrow << QStringList{};
    QTest::newRow("too broad, IPv4") << u"10.0.0.0/8"_s << narrow << QStringList{u"error too-broad [10.0.0.0/8] 9"_s};
    QTest::newRow("too broad, IPv6") << u"2001:db8::/32"_s << narrow
                                     << QStringList{u"error too-broad [2001:db8::/32] 33"_s};
    QTest::newRow("* has no prefix") << u"*"_s << narrow << QStringList{u"error everyone [*]"_s};
    QTest::newRow("all of IPv4 has one") << u"0.0.0.0/0"_s << narrow
                                         << QStringList{u"error too-broad [0.0.0.0/0] 9"_s,
                                                        u"error everyone [0.0.0.0/0]"_s};
    QTest::newRow("inactive all of IPv4") << u"0.0.0.0/0 off"_s << free << QStringList{};

    const ListRules v4Only = with([](ListRules &rules) { rules.acceptsV6 = false; });
    const ListRules v6Only = with([](ListRules &rules) { rules.acceptsV4 = false; });
    QTest::newRow("IPv6 refused") << u"2001:db8::1"_s << v4Only << QStringList{u"error family [2001:db8::1]"_s};
    QTest::newRow("IPv4 refused") << u"198.51.100.7"_s << v6Only << QStringList{u"error family [198.51.100.7]"_s};
    QTest::newRow("IPv4 accepted where IPv6 is not") << u"198.51.100.7"_s << v4Only << QStringList{};

    const ListRules noAny = with([](ListRules &rules) { rules.acceptsAny = false; });
    QTest::newRow("* refused") << u"*"_s << noAny << QStringList{u"error any [*]"_s, u"error everyone [*]"_s};

    const ListRules shortLabels = with([](ListRules &rules) { rules.maximumLabelLength = 6; });
    QTest::newRow("a label as long as it may be") << u"198.51.100.7 office"_s << shortLabels << QStringList{};
    QTest::newRow("a label too long") << u"198.51.100.7 offices"_s << shortLabels
                                      << QStringList{u"error label [198.51.100.7] 6"_s};

    const ListRules publicOnly = with([](ListRules &rules) { rules.seesPublicAddressesOnly = true; });
    QTest::newRow("private on a public service")
        << u"10.1.0.0/16"_s << publicOnly << QStringList{u"warning never-matches [10.1.0.0/16]"_s};
    QTest::newRow("loopback on a public service")
        << u"::1"_s << publicOnly << QStringList{u"warning never-matches [::1]"_s};
    QTest::newRow("private and more") << u"0.0.0.0/1"_s << publicOnly << QStringList{};
    QTest::newRow("public on a public service") << u"8.8.8.8"_s << publicOnly << QStringList{};
    QTest::newRow("private where it may be") << u"10.1.0.0/16"_s << free << QStringList{};

    QTest::newRow("one entry too many") << u"198.51.100.7"_s << with([](ListRules &rules) { rules.maximumEntries = 1; })
                                        << QStringList{u"error too-many 1"_s};
    QTest::newRow("as many as it may be")
        << u"198.51.100.7"_s << with([](ListRules &rules) { rules.maximumEntries = 2; }) << QStringList{};
    QTest::newRow("expired before it is sent")
        << u"198.51.100.7 -1h"_s << free << QStringList{u"warning already-expired [198.51.100.7] -1h"_s};
}

void TestReview::holdsEntriesAgainstTheServicesLimits()
{
    QFETCH(const QString, added);
    QFETCH(const ListRules, rules);
    const QString ours = u"203.0.113.5"_s;
    QTEST(entryFindings(draftFrom({ours}, {ours, added}), rules), "findings");
}

void TestReview::leavesTheServicesOwnEntriesAlone()
{
    ListRules rules;
    rules.maximumEntries = 2;
    rules.broadestV4 = 16;
    const QStringList before{u"10.0.0.0/8"_s, u"10.0.0.0/8"_s, u"203.0.113.0/24"_s, u"203.0.113.7 -1h"_s,
                             u"198.51.100.7"_s};
    // One fewer, though still more than the service says it accepts.
    QCOMPARE(entryFindings(draftFrom(before, before.first(4)), rules), QStringList{});
    // The changed entry only.
    QStringList after = before;
    after[1] = u"10.0.0.0/8 b"_s;
    QCOMPARE(entryFindings(draftFrom(before, after), rules),
             (QStringList{u"error too-broad [10.0.0.0/8] 16"_s, u"warning never-matches [10.0.0.0/8]"_s,
                          u"warning duplicate [10.0.0.0/8]"_s}));
}

/// Which entry a finding about the added ones points to, by its label.
void TestReview::namesTheOtherEntry_data()
{
    QTest::addColumn<QStringList>("list");
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<QStringList>("findings");

    const QString ours = u"203.0.113.5 ours"_s;
    QTest::newRow("the same range") << QStringList{ours, u"10.0.0.0/8 old"_s} << QStringList{u"10.0.0.0/8 new"_s}
                                    << QStringList{u"duplicate new: old"_s};
    QTest::newRow("the same range, inactive")
        << QStringList{ours, u"10.0.0.0/8 old off"_s} << QStringList{u"10.0.0.0/8 new"_s}
        << QStringList{u"duplicate new: old"_s};
    QTest::newRow("two new ones alike") << QStringList{ours} << QStringList{u"10.0.0.0/8 one"_s, u"10.0.0.0/8 two"_s}
                                        << QStringList{u"duplicate two: one"_s};
    QTest::newRow("covered by the narrowest that does")
        << QStringList{ours, u"10.0.0.0/8 wide"_s, u"10.1.0.0/16 close"_s} << QStringList{u"10.1.2.3 new"_s}
        << QStringList{u"covered new: close"_s};
    QTest::newRow("covered by one that lasts")
        << QStringList{ours, u"10.0.0.0/8 wide"_s, u"10.1.0.0/16 close 1h"_s} << QStringList{u"10.1.2.3 new 2h"_s}
        << QStringList{u"covered new: wide"_s};
    QTest::newRow("covered by one that lasts as long")
        << QStringList{ours, u"10.1.0.0/16 close 2h"_s} << QStringList{u"10.1.2.3 new 2h"_s}
        << QStringList{u"covered new: close"_s};
    QTest::newRow("of equal ranges the one that lasts longest")
        << QStringList{ours, u"10.1.0.0/16 short 1h"_s, u"10.1.0.0/16 long 3h"_s} << QStringList{u"10.1.2.3 new 2h"_s}
        << QStringList{u"covered new: long"_s};
    QTest::newRow("not covered by what is inactive, expired or ends sooner")
        << QStringList{ours, u"10.0.0.0/8 off"_s, u"10.1.0.0/16 0h"_s, u"10.1.2.0/24 1h"_s}
        << QStringList{u"10.1.2.3 new"_s} << QStringList{};
    QTest::newRow("an inactive one needs no cover")
        << QStringList{ours, u"10.0.0.0/8 wide"_s} << QStringList{u"10.1.2.3 new off"_s} << QStringList{};
    QTest::newRow("one new entry covers another")
        << QStringList{ours} << QStringList{u"10.1.2.3 new"_s, u"10.0.0.0/8 wide"_s}
        << QStringList{u"covered new: wide"_s};
    QTest::newRow("a neighbour does not cover") << QStringList{ours, u"10.0.0.0/25 a"_s, u"10.0.1.0/24 b"_s}
                                                << QStringList{u"10.0.0.128/25 new"_s} << QStringList{};
    QTest::newRow("IPv6") << QStringList{ours, u"2001:db8::/32 wide"_s} << QStringList{u"2001:db8:1::/48 new"_s}
                          << QStringList{u"covered new: wide"_s};
    QTest::newRow("all of IPv4 does not cover IPv6")
        << QStringList{ours, u"0.0.0.0/0 all"_s} << QStringList{u"2001:db8::1 new"_s} << QStringList{};
    QTest::newRow("* covers both") << QStringList{u"* all"_s} << QStringList{u"10.1.2.3 v4"_s, u"2001:db8::1 v6"_s}
                                   << QStringList{u"covered v4: all"_s, u"covered v6: all"_s};
}

void TestReview::namesTheOtherEntry()
{
    QFETCH(const QStringList, list);
    QFETCH(const QStringList, added);
    Draft draft(snapshotOf(entries(list)));
    for (const Entry &entry : entries(added))
        draft.set(entry.key, entry);

    QStringList found;
    for (const Finding &finding : review(inputForV4(draft)).findings) {
        if (finding.rule == ReviewRule::Duplicate || finding.rule == ReviewRule::Covered)
            found += u"%1 %2: %3"_s.arg(nameOf(finding.rule), draft.entry(finding.entry)->content.label,
                                        draft.entry(finding.other)->content.label);
    }
    QTEST(found, "findings");
}

void TestReview::tellsConfirmableErrorsFromInvalidOnes_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<bool>("needsConfirmation");
    QTest::addColumn<bool>("isInvalid");
    QTest::addColumn<int>("gravest"); // -1: nothing to say

    const QString ours = u"203.0.113.5"_s;
    const QString tooBroad = u"32.0.0.0/7"_s;
    QTest::newRow("nothing to say") << QStringList{ours} << QStringList{ours} << false << false << -1;
    QTest::newRow("a note") << QStringList{u"203.0.113.0/24"_s} << QStringList{u"203.0.113.0/24"_s, ours} << false
                            << false << static_cast<int>(Severity::Note);
    QTest::newRow("a warning") << QStringList{ours} << QStringList{ours, ours} << false << false
                               << static_cast<int>(Severity::Warning);
    QTest::newRow("lock-out") << QStringList{ours} << QStringList{u"198.51.100.7"_s} << true << false
                              << static_cast<int>(Severity::Error);
    QTest::newRow("opens to everyone") << QStringList{ours} << QStringList{} << true << false
                                       << static_cast<int>(Severity::Error);
    QTest::newRow("invalid") << QStringList{ours} << QStringList{ours, tooBroad} << false << true
                             << static_cast<int>(Severity::Error);
    QTest::newRow("both") << QStringList{ours} << QStringList{tooBroad} << true << true
                          << static_cast<int>(Severity::Error);
}

void TestReview::tellsConfirmableErrorsFromInvalidOnes()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    ReviewInput input = inputForV4(draftFrom(before, after));
    input.rules.broadestV4 = 8;
    const Review result = review(input);
    QTEST(result.needsNamedConfirmation(), "needsConfirmation");
    QTEST(result.isInvalid(), "isInvalid");
    QTEST(result.gravest() ? static_cast<int>(*result.gravest()) : -1, "gravest");
}

void TestReview::putsTheGravestFirst()
{
    const Draft draft =
        draftFrom({}, {u"198.51.100.7 -1h"_s, u"198.51.100.0/24"_s, u"198.51.100.8"_s, u"198.51.100.0/24"_s});
    QCOMPARE(inWords(review(inputForV4(draft)), draft),
             (QStringList{u"error lock-out 203.0.113.5"_s, u"warning already-expired [198.51.100.7] -1h"_s,
                          u"warning duplicate [198.51.100.0/24]"_s, u"note starts-enforcement"_s,
                          u"note covered [198.51.100.8]"_s}));
}

void TestReview::listsWhoLetsAnAddressIn()
{
    const auto list = entries({u"203.0.113.5"_s, u"203.0.113.0/24 off"_s, u"203.0.0.0/16 0h"_s, u"*"_s,
                               u"2001:db8::/64"_s, u"203.0.113.4/31 1h"_s});
    QCOMPARE(entriesLettingIn(address(u"203.0.113.5"_s), list, noon()),
             (std::vector{list[0].key, list[3].key, list[5].key}));
    QCOMPARE(entriesLettingIn(address(u"2001:db8::1"_s), list, noon()), (std::vector{list[3].key, list[4].key}));
    QCOMPARE(entriesLettingIn(address(u"203.0.113.5"_s), {}, noon()), std::vector<EntryKey>{});
}

void TestReview::saysItInWords_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QString>("sentence"); // of the first finding

    const QString ours = u"203.0.113.5"_s;
    const QString time = localMoment(hoursFromNoon(2));
    QTest::newRow("lock-out of an open list")
        << QStringList{} << QStringList{u"198.51.100.7"_s}
        << u"This would lock you out: the list is open to everyone now, and after the change nothing on it contains "
           "203.0.113.5, the address of this computer. Add that address too."_s;
    QTest::newRow("lock-out later")
        << QStringList{ours, u"198.51.100.7"_s} << QStringList{u"203.0.113.5 2h"_s, u"198.51.100.7"_s}
        << u"At %1 the entry 203.0.113.5 expires, and you would be locked out: from then on nothing on the list lets "
           u"in "
           "203.0.113.5, the address of this computer. Let an entry that contains it last longer."_s.arg(time);
    QTest::newRow("opens to everyone")
        << QStringList{ours} << QStringList{}
        << u"This opens the list to everyone: no active entry would be left, and an empty list lets everyone in. Keep "
           "one entry active."_s;
    QTest::newRow("open later")
        << QStringList{ours} << QStringList{u"203.0.113.5 2h"_s}
        << u"The last active entry expires at %1, and an empty list lets everyone in. Add an entry that lasts "
           "longer."_s.arg(time);
    QTest::newRow("covered") << QStringList{u"203.0.113.0/24"_s} << QStringList{u"203.0.113.0/24"_s, ours}
                             << u"203.0.113.5 is let in by 203.0.113.0/24 already. It can be left out."_s;
    QTest::newRow("everyone") << QStringList{ours} << QStringList{ours, u"*"_s}
                              << u"* lets everyone in, whatever else is on the list. Deactivate it unless that is "
                                 "meant."_s;
    QTest::newRow("everyone of a family, standing")
        << QStringList{u"::/0"_s, u"0.0.0.0/0 off"_s, ours} << QStringList{u"::/0"_s, ours}
        << u"::/0 lets in every IPv6 address, whatever else is on the list. Deactivate it unless that is meant."_s;
    QTest::newRow("private") << QStringList{ours} << QStringList{ours, u"10.1.2.3"_s}
                             << u"10.1.2.3 is not public (private, RFC 1918), and this service sees public addresses "
                                "only: the entry will never let anyone in. Enter the public address that stands for "
                                "it."_s;
    QTest::newRow("too many")
        << QStringList{ours, u"203.0.113.6"_s} << QStringList{ours, u"203.0.113.6"_s, u"8.8.8.8"_s}
        << u"There would be 3 entries, and this service accepts 2. Remove some of them; none can be "
           "merged."_s;
    QTest::newRow("too many, some of which can be merged")
        << QStringList{ours} << QStringList{ours, u"8.8.8.8"_s, u"8.8.8.9"_s}
        << u"There would be 3 entries, and this service accepts 2. Merging adjacent and covered ranges would make 2 of "
           "them; remove some, or merge them."_s;
    QTest::newRow("label too long") << QStringList{ours} << QStringList{ours, u"8.8.8.8 "_s + QString(1001, u'x')}
                                    << u"The label of 8.8.8.8 is longer than the 1,000 characters that this service "
                                       "accepts. Shorten it."_s;
}

void TestReview::saysItInWords()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    ReviewInput input = inputForV4(draftFrom(before, after));
    input.rules.seesPublicAddressesOnly = true;
    input.rules.maximumEntries = 2;
    input.rules.maximumLabelLength = 1000;
    const Review result = review(input);
    QVERIFY(!result.findings.empty());
    // 203.0.113.0/24 is itself reserved for documentation, so that the sentence looked for need not come first.
    QStringList sentences;
    for (const Finding &finding : result.findings)
        sentences += describe(finding, input.draft);
    QFETCH(const QString, sentence);
    QVERIFY2(sentences.contains(sentence), qPrintable(sentences.join(u'\n')));
    for (const QString &said : sentences)
        QVERIFY2(!said.contains(u'%') && !said.contains(u"  "_s), qPrintable(said));
}

void TestReview::speaksOfTheEntryThatLetsInNow()
{
    const auto list = entries({u"203.0.113.0/24"_s, u"198.51.100.7"_s});
    Draft draft(snapshotOf(list));
    Entry narrowed = list[0];
    narrowed.content.range = range(u"203.0.113.128/25"_s);
    draft.set(narrowed.key, narrowed);
    const Review result = review(inputForV4(draft));
    QCOMPARE(inWords(result, draft), QStringList{u"error lock-out 203.0.113.5"_s});
    QCOMPARE(result.findings[0].other, list[0].key);
    QCOMPARE(describe(result.findings[0], draft),
             u"This would lock you out: 203.0.113.5, the address of this computer, is let in by 203.0.113.0/24 now, "
             "and by nothing after the change. Keep that entry as it is, or add another that contains the address."_s);
}

GATEHOUSE_TEST(TestReview, QCoreApplication)
#include "tst_review.moc"
