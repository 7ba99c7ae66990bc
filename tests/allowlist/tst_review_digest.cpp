// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ReviewDigest.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

Draft draftOn(const QStringList &list)
{
    return Draft(snapshotOf(entries(list)));
}

void add(Draft &draft, const QString &text)
{
    const Entry added = entry(text);
    draft.set(added.key, added);
}

} // namespace

/// The hash of what was agreed to is another one exactly when something else would be sent.
class TestReviewDigest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersChangesMakeNoDifference()
    {
        Draft before = draftOn({u"203.0.113.0/24 Office"_s});
        Draft after = draftOn({u"203.0.113.0/24 Office"_s, u"198.51.100.0/24 Berlin"_s});
        add(before, u"192.0.2.1 Ann"_s);
        add(after, u"192.0.2.1 Ann"_s);
        QCOMPARE(digestOf({}, before), digestOf({}, after));
    }

    void anotherChangeMakesADifference_data()
    {
        QTest::addColumn<QStringList>("added");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("another label") << QStringList{u"192.0.2.1 Bob"_s};
        QTest::newRow("another range") << QStringList{u"192.0.2.2 Ann"_s};
        QTest::newRow("one more") << QStringList{u"192.0.2.1 Ann"_s, u"192.0.2.2 Bob"_s};
    }

    void anotherChangeMakesADifference()
    {
        QFETCH(const QStringList, added);
        Draft agreed = draftOn({});
        add(agreed, u"192.0.2.1 Ann"_s);
        Draft sent = draftOn({});
        for (const QString &text : added)
            add(sent, text);
        QVERIFY(digestOf({}, agreed) != digestOf({}, sent));
    }

    void anotherWarningMakesADifference()
    {
        Draft draft = draftOn({});
        add(draft, u"192.0.2.1 Ann"_s);
        Finding finding;
        finding.rule = ReviewRule::LockOut;
        finding.severity = Severity::Error;
        QVERIFY(digestOf({}, draft) != digestOf({{finding}}, draft));
        finding.severity = Severity::Note;
        QCOMPARE(digestOf({}, draft), digestOf({{finding}}, draft));
    }

    void theOrderMakesNoDifference()
    {
        Draft one = draftOn({});
        add(one, u"192.0.2.1 Ann"_s);
        add(one, u"192.0.2.2 Bob"_s);
        Draft other = draftOn({});
        add(other, u"192.0.2.2 Bob"_s);
        add(other, u"192.0.2.1 Ann"_s);
        QCOMPARE(digestOf({}, one), digestOf({}, other));
    }
};

GATEHOUSE_TEST(TestReviewDigest, QCoreApplication)
#include "tst_review_digest.moc"
