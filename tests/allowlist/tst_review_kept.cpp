// SPDX-License-Identifier: Apache-2.0
#include "ReviewWords.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// A service that holds ranges and labels; the rest is kept by us.
ListRules keptRules()
{
    ListRules rules;
    rules.holdsInactive = false;
    rules.endsExpired = false;
    rules.seesPublicAddressesOnly = false;
    return rules;
}

QStringList findings(const QStringList &before, const QStringList &after, const ListRules &rules)
{
    Draft draft(snapshotOf(entries(before)));
    for (const Change &change : changesByRange(draft.snapshot(), Allowlist(entries(after))).changes)
        draft.set(change.key(), change.after);
    CurrentAddresses current;
    current.v4 = address(u"203.0.113.5"_s);
    return inWords(review({draft, rules, current, noon()}), draft);
}

} // namespace

/// The review where the service holds less than an entry has.
class TestReviewKept final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOverHoldsTheListClosedUntilItIsRemoved_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QStringList>("expected");
        const QString overdue = u"198.51.100.7 -1h"_s;
        const QString lasting = u"203.0.113.5"_s;
        QTest::newRow("removing the last overdue entry")
            << QStringList{overdue} << QStringList{} << QStringList{u"error opens"_s};
        QTest::newRow("switching it off")
            << QStringList{overdue} << QStringList{u"198.51.100.7 off -1h"_s}
            << QStringList{u"error opens"_s, u"warning already-expired [198.51.100.7] -1h"_s};
        QTest::newRow("removing it beside another")
            << QStringList{overdue, lasting} << QStringList{lasting} << QStringList{};
        QTest::newRow("removing the other") << QStringList{overdue, u"198.51.100.9"_s} << QStringList{overdue}
                                            << QStringList{u"note not-let-in 203.0.113.5"_s};
        QTest::newRow("an end for the last entry")
            << QStringList{lasting} << QStringList{u"203.0.113.5 2h"_s} << QStringList{u"warning stays-later 2h"_s};
        QTest::newRow("an end that stood before")
            << QStringList{u"203.0.113.5 2h"_s} << QStringList{u"203.0.113.5 a 2h"_s}
            << QStringList{u"note stays-later 2h"_s};
    }

    void whatIsOverHoldsTheListClosedUntilItIsRemoved()
    {
        QFETCH(const QStringList, before);
        QFETCH(const QStringList, after);
        QTEST(findings(before, after, keptRules()), "expected");
    }

    void whatIsSwitchedOffIsNotCounted()
    {
        ListRules rules = keptRules();
        rules.maximumEntries = 2;
        const QStringList full{u"203.0.113.5"_s, u"198.51.100.7"_s};
        QCOMPARE(findings(full, full + QStringList{u"198.51.100.9 off"_s}, rules), QStringList{});
        QCOMPARE(findings(full, full + QStringList{u"198.51.100.9"_s}, rules), QStringList{u"error too-many 2"_s});
        QCOMPARE(findings(full + QStringList{u"198.51.100.9 off"_s}, full + QStringList{u"198.51.100.9"_s}, rules),
                 QStringList{u"error too-many 2"_s});
        rules.holdsInactive = true;
        QCOMPARE(findings(full, full + QStringList{u"198.51.100.9 off"_s}, rules), QStringList{u"error too-many 2"_s});
    }

    void anExpiryInTheLabelTakesItsRoom_data()
    {
        QTest::addColumn<bool>("inLabel");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("expected");
        const QStringList none;
        QTest::newRow("without an expiry") << true << u"198.51.100.7 "_s + QString(40, u'x') << none;
        QTest::newRow("just room") << true << u"198.51.100.7 2h "_s + QString(11, u'x') << none;
        QTest::newRow("a character too many")
            << true << u"198.51.100.7 2h "_s + QString(12, u'x') << QStringList{u"error label [198.51.100.7] 11"_s};
        QTest::newRow("kept here") << false << u"198.51.100.7 2h "_s + QString(40, u'x') << none;
        QTest::newRow("too long in any case")
            << false << u"198.51.100.7 "_s + QString(41, u'x') << QStringList{u"error label [198.51.100.7] 40"_s};
    }

    void anExpiryInTheLabelTakesItsRoom()
    {
        QFETCH(const bool, inLabel);
        QFETCH(const QString, wanted);
        ListRules rules = keptRules();
        rules.maximumLabelLength = 40;
        rules.expiryInLabel = inLabel;
        const QString lasting = u"203.0.113.5"_s;
        QTEST(findings({lasting}, {lasting, wanted}, rules), "expected");
    }
};

GATEHOUSE_TEST(TestReviewKept, QCoreApplication)
#include "tst_review_kept.moc"
