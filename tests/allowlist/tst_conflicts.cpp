// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Conflicts.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<Conflict> conflictsAbout(const std::vector<Entry> &entries)
{
    std::vector<Conflict> conflicts;
    for (const Entry &entry : entries)
        conflicts.push_back({entry.key, entry, entry, entry});
    return conflicts;
}

} // namespace

class TestConflicts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFoundAndDroppedByKey()
    {
        const std::vector<Entry> about = entries({u"192.0.2.1 Ann"_s, u"192.0.2.2 Bob"_s, u"192.0.2.3 Cat"_s});
        Conflicts conflicts(conflictsAbout(about));
        QCOMPARE(conflicts.find(about[1].key)->key, about[1].key);
        QVERIFY(!conflicts.find(EntryKey::createUuid()));
        conflicts.drop({about[0].key, about[1].key});
        QVERIFY(!conflicts.find(about[0].key));
        QCOMPARE(conflicts.all().size(), 1U);
        QCOMPARE(conflicts.find(about[2].key)->key, about[2].key); // at another place now
        conflicts.setMine(about[2].key, std::nullopt);
        QVERIFY(!conflicts.all().front().mine);
        conflicts.drop({about[2].key});
        QVERIFY(conflicts.isEmpty());
    }
};

GATEHOUSE_TEST(TestConflicts, QCoreApplication)
#include "tst_conflicts.moc"
