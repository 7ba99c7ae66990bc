// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "services/Planner.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime tomorrow(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

CurrentAddresses at(const char *address)
{
    CurrentAddresses own;
    own.v4 = *IpAddress::parse(address);
    return own;
}

/// The operations in words: "create 1.2.3.4/32 5.6.7.8/32".
QStringList inWords(const std::vector<Operation> &operations)
{
    const QMap<Operation::Kind, QString> names{{Operation::Kind::Replace, u"replace"_s},
                                               {Operation::Kind::Create, u"create"_s},
                                               {Operation::Kind::Update, u"update"_s},
                                               {Operation::Kind::Remove, u"remove"_s}};
    QStringList words;
    for (const Operation &operation : operations) {
        QString text = names.value(operation.kind);
        for (const Entry &each : operation.entries)
            text += u' ' + QString::fromStdString(each.content.range.toString());
        words.append(text);
    }
    return words;
}

} // namespace

class TestPlanner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aCleanDraftNeedsNothing();
    void aReplaceSendsTheWholeList();
    void aReplaceKeepsWhatDidNotChange();
    void anEntryBackFromUndoIsNew();
    void createsComeBeforeRemovals();
    void ownAddressComesFirstAndLeavesLast();
    void changesInPlaceWhereTheServiceCan();
    void changesByCreateAndRemoveWhereItCannot();
    void manyGoTogether();
    void whatTheServiceCannotHoldIsNotSent();
    void inactiveEntriesAreNotThereWhereThereIsNoSwitch();
    void everyoneInPairsIsNotChangedInPlace();

private:
    [[nodiscard]] Draft draft() const { return Draft(std::make_shared<const Allowlist>(m_list)); }
    [[nodiscard]] QStringList planOf(const Draft &draft, const CurrentAddresses &own = {}) const
    {
        return inWords(planned(*m_definition, draft, own));
    }
    void edit(Draft &draft, std::size_t index, const std::function<void(EntryContent &)> &change) const
    {
        Entry changed = m_list.entries()[index];
        change(changed.content);
        draft.set(changed.key, changed);
    }
    void remove(Draft &draft, std::size_t index) const { draft.set(m_list.entries()[index].key, std::nullopt); }
    static void add(Draft &draft, const Entry &added) { draft.set(added.key, added); }

    std::shared_ptr<const ServiceDefinition> m_definition;
    Allowlist m_list;
};

void TestPlanner::init()
{
    m_definition = parsed(definitionText(u"inhouse"_s));
    m_list = Allowlist({entry("10.0.0.0/8", u"a"_s, u"1"_s), entry("10.1.0.0/16", u"b"_s, u"2"_s),
                        entry("192.0.2.0/24", u"c"_s, u"3"_s)});
}

void TestPlanner::aCleanDraftNeedsNothing()
{
    QVERIFY(planOf(draft()).isEmpty());
}

void TestPlanner::aReplaceSendsTheWholeList()
{
    m_definition = parsed(definitionText(u"whole"_s));
    Draft wanted = draft();
    remove(wanted, 0);
    add(wanted, entry("203.0.113.5"));
    QCOMPARE(planOf(wanted), QStringList{u"replace 10.1.0.0/16 192.0.2.0/24 203.0.113.5/32"_s});
    // To the last.
    Draft nothing = draft();
    for (std::size_t index = 0; index < 3; ++index)
        remove(nothing, index);
    QCOMPARE(planOf(nothing), QStringList{u"replace"_s});
}

void TestPlanner::aReplaceKeepsWhatDidNotChange()
{
    m_definition = parsedWith(u"inhouse"_s, u"write"_s,
                              jsonValue("{'replace':{'method':'PUT','path':'/rules','body':'{entries}'}}"));
    Draft wanted = draft();
    edit(wanted, 0, [](EntryContent &content) { content.label = u"changed"_s; });
    edit(wanted, 1, [](EntryContent &content) { content.expiresAt = tomorrow; });
    const auto operations = planned(*m_definition, wanted, {});
    QCOMPARE(operations.size(), 1U);
    QCOMPARE(operations[0].keepsExpiry, (QSet<EntryKey>{m_list.entries()[0].key, m_list.entries()[2].key}));
    QCOMPARE(operations[0].entries[1].remoteId, u"2"_s);
}

void TestPlanner::anEntryBackFromUndoIsNew()
{
    Draft wanted = draft();
    add(wanted, entry("203.0.113.5", {}, u"99"_s)); // removed, applied, and undone
    const auto operations = planned(*m_definition, wanted, {});
    QCOMPARE(inWords(operations), QStringList{u"create 203.0.113.5/32"_s});
    QVERIFY(operations[0].entries[0].remoteId.isEmpty());

    m_definition = parsed(definitionText(u"whole"_s));
    QVERIFY(planned(*m_definition, wanted, {})[0].entries.back().remoteId.isEmpty());
}

void TestPlanner::createsComeBeforeRemovals()
{
    Draft wanted = draft();
    remove(wanted, 0);
    edit(wanted, 1, [](EntryContent &content) { content.label = u"changed"_s; });
    add(wanted, entry("203.0.113.5"));
    QCOMPARE(planOf(wanted),
             (QStringList{u"create 203.0.113.5/32"_s, u"update 10.1.0.0/16"_s, u"remove 10.0.0.0/8"_s}));
}

void TestPlanner::ownAddressComesFirstAndLeavesLast()
{
    Draft wanted = draft();
    remove(wanted, 0);
    remove(wanted, 2);
    add(wanted, entry("203.0.113.5"));
    add(wanted, entry("10.2.0.0/16"));
    edit(wanted, 1, [](EntryContent &content) { content.range = range("10.2.0.0/15"); });
    QCOMPARE(planOf(wanted, at("10.2.3.4")),
             (QStringList{u"create 10.2.0.0/16"_s, u"create 203.0.113.5/32"_s, u"update 10.2.0.0/15"_s,
                          u"remove 192.0.2.0/24"_s, u"remove 10.0.0.0/8"_s}));
}

void TestPlanner::changesInPlaceWhereTheServiceCan()
{
    Draft wanted = draft();
    edit(wanted, 0, [](EntryContent &content) { content.range = range("172.16.0.0/12"); });
    edit(wanted, 1, [](EntryContent &content) { content.expiresAt = tomorrow; });
    edit(wanted, 2, [](EntryContent &content) { content.active = false; });
    const auto operations = planned(*m_definition, wanted, {});
    // Two fit in one request of this service.
    QCOMPARE(inWords(operations), (QStringList{u"update 172.16.0.0/12 10.1.0.0/16"_s, u"update 192.0.2.0/24"_s}));
    QCOMPARE(operations[0].entries[0].remoteId, u"1"_s);
    QCOMPARE(operations[0].keepsExpiry, QSet<EntryKey>{m_list.entries()[0].key});
    QCOMPARE(operations[1].keepsExpiry, QSet<EntryKey>{m_list.entries()[2].key});
}

void TestPlanner::changesByCreateAndRemoveWhereItCannot()
{
    m_definition = parsed(definitionText(u"single"_s));
    Draft wanted = draft();
    edit(wanted, 0, [](EntryContent &content) { content.range = range("172.16.0.0/12"); });
    const auto operations = planned(*m_definition, wanted, {});
    QCOMPARE(inWords(operations), (QStringList{u"create 172.16.0.0/12"_s, u"remove 10.0.0.0/8"_s}));
    QVERIFY(operations[0].entries[0].remoteId.isEmpty());
    QCOMPARE(operations[1].entries[0].remoteId, u"1"_s);
}

void TestPlanner::manyGoTogether()
{
    m_definition = parsed(definitionText(u"single"_s));
    Draft wanted = draft();
    for (const char *text : {"1.0.0.1", "1.0.0.2", "1.0.0.3", "1.0.0.4"})
        add(wanted, entry(text));
    for (std::size_t index = 0; index < 3; ++index)
        remove(wanted, index);
    QCOMPARE(planOf(wanted, at("1.0.0.4")),
             (QStringList{u"create 1.0.0.4/32 1.0.0.1/32 1.0.0.2/32"_s, u"create 1.0.0.3/32"_s,
                          u"remove 10.0.0.0/8 10.1.0.0/16 192.0.2.0/24"_s}));
}

void TestPlanner::whatTheServiceCannotHoldIsNotSent()
{
    m_definition = parsed(definitionText(u"single"_s));
    Draft wanted = draft();
    edit(wanted, 0, [](EntryContent &content) { content.label = u"changed"_s; });
    edit(wanted, 1, [](EntryContent &content) { content.expiresAt = tomorrow; });
    QVERIFY(planOf(wanted).isEmpty());
    m_definition = parsed(definitionText(u"whole"_s));
    Draft expiring = draft();
    edit(expiring, 1, [](EntryContent &content) { content.expiresAt = tomorrow; });
    QVERIFY(planOf(expiring).isEmpty());
}

void TestPlanner::inactiveEntriesAreNotThereWhereThereIsNoSwitch()
{
    m_definition = parsed(definitionText(u"single"_s));
    Draft wanted = draft();
    edit(wanted, 0, [](EntryContent &content) { content.active = false; });
    Entry sleeping = entry("203.0.113.5");
    sleeping.content.active = false;
    add(wanted, sleeping);
    QCOMPARE(planOf(wanted), QStringList{u"remove 10.0.0.0/8"_s});

    Entry kept = entry("198.51.100.0/24");
    kept.content.active = false;
    m_list = Allowlist({kept});
    Draft waking = draft();
    edit(waking, 0, [](EntryContent &content) { content.active = true; });
    QCOMPARE(planOf(waking), QStringList{u"create 198.51.100.0/24"_s});
    Draft dropping = draft();
    remove(dropping, 0);
    QVERIFY(planOf(dropping).isEmpty());

    m_definition = parsed(definitionText(u"whole"_s));
    add(waking, sleeping);
    QCOMPARE(planOf(waking), QStringList{u"replace 198.51.100.0/24"_s});
}

void TestPlanner::everyoneInPairsIsNotChangedInPlace()
{
    m_definition = parsedWith(u"inhouse"_s, u"entry.range.any"_s, u"0.0.0.0/0 and ::/0"_s);
    Draft wanted = draft();
    edit(wanted, 0, [](EntryContent &content) { content.range = IpRange::any(); });
    QCOMPARE(planOf(wanted), (QStringList{u"create *"_s, u"remove 10.0.0.0/8"_s}));
}

GATEHOUSE_TEST(TestPlanner, QCoreApplication)
#include "tst_planner.moc"
