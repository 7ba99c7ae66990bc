// SPDX-License-Identifier: Apache-2.0
#include "ManyListsFixture.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Stage = ListProgress::Stage;

class TestAddressGroups final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManyListsFixture> m_desk;
    const QStringList m_all{u"astro"_s, u"cortex"_s, u"quave"_s, u"bitbybit"_s};

    AddressGroup save(AddressGroup group)
    {
        const auto saved = await(m_desk->groups->save(std::move(group)));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return *saved;
    }

    AddressGroup usedEverywhere(const QString &name, const QStringList &ranges)
    {
        AddressGroup group;
        group.name = name;
        for (const QString &text : ranges)
            group.ranges.push_back({range(text), {}});
        for (const ConnectionRecord &record : m_desk->named(m_all))
            group.usedIn.push_back(record.id);
        return save(group);
    }

    [[nodiscard]] bool bringIntoStep() { return m_desk->reviewGroups(m_all) && m_desk->apply(m_all); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ManyListsFixture>();
        QVERIFY(await(m_desk->groups->load()));
    }
    void cleanup() { m_desk.reset(); }

    void aGroupIsUsedInManyListsAndChangedOnce()
    {
        AddressGroup office = usedEverywhere(u"Office"_s, {u"198.51.100.7"_s, u"198.51.100.8"_s});
        QCOMPARE(m_desk->groups->outOfStep().size(), 4U);
        QVERIFY(m_desk->reviewGroups(m_all));
        QVERIFY(m_desk->at(u"astro"_s).notes.front().contains(u"Office"_s));
        QVERIFY(m_desk->apply(m_all));
        for (const QString &service : m_all) {
            QCOMPARE(m_desk->at(service).stage, Stage::Live);
            QCOMPARE(m_desk->shown(service),
                     (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Office"_s, u"198.51.100.8 Office"_s}));
        }
        QVERIFY(m_desk->groups->outOfStep().empty());

        office.name = u"HQ"_s;
        office.ranges = {{range(u"198.51.100.8"_s), {}}, {range(u"198.51.100.9"_s), u"VPN"_s}};
        save(office);
        QVERIFY(bringIntoStep());
        for (const QString &service : m_all)
            QCOMPARE(m_desk->shown(service),
                     (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.8 HQ"_s, u"198.51.100.9 VPN"_s}));

        QVERIFY(await(m_desk->groups->remove(office.id)));
        QCOMPARE(m_desk->groups->outOfStep().size(), 4U);
        QVERIFY(bringIntoStep());
        for (const QString &service : m_all)
            QCOMPARE(m_desk->shown(service), QStringList{u"127.0.0.1 Me"_s});
        QVERIFY(m_desk->groups->outOfStep().empty());
    }

    void whatTheUserEnteredStays()
    {
        m_desk->put(u"astro"_s, {u"198.51.100.7 Mine"_s});
        m_desk->put(u"quave"_s, {u"198.51.100.7 Mine"_s});
        const AddressGroup office = usedEverywhere(u"Office"_s, {u"198.51.100.7"_s});
        QVERIFY(bringIntoStep());
        QVERIFY(m_desk->groups->outOfStep().empty());
        QCOMPARE(m_desk->at(u"astro"_s).stage, Stage::Unchanged);
        QCOMPARE(m_desk->at(u"cortex"_s).stage, Stage::Live);
        QVERIFY(await(m_desk->groups->remove(office.id)));
        QVERIFY(bringIntoStep());
        QCOMPARE(m_desk->shown(u"astro"_s), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Mine"_s}));
        QCOMPARE(m_desk->shown(u"quave"_s), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Mine"_s}));
        QCOMPARE(m_desk->shown(u"cortex"_s), QStringList{u"127.0.0.1 Me"_s});
    }

    void ofTwoGroupsOneStillWantsIt()
    {
        const AddressGroup bob = usedEverywhere(u"Bob"_s, {u"198.51.100.7"_s});
        const AddressGroup office = usedEverywhere(u"Office"_s, {u"198.51.100.7"_s, u"198.51.100.8"_s});
        QVERIFY(bringIntoStep());
        QVERIFY(await(m_desk->groups->remove(bob.id)));
        QVERIFY(bringIntoStep());
        for (const QString &service : m_all)
            QCOMPARE(m_desk->shown(service),
                     (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Office"_s, u"198.51.100.8 Office"_s}));
    }

    /// A list that could not be reached stays out of step, until it is brought into step another time.
    void aListThatFailedIsCaughtUpLater()
    {
        const ConnectionRecord cortex = m_desk->connections[u"cortex"_s];
        usedEverywhere(u"Office"_s, {u"198.51.100.7"_s});
        QVERIFY(m_desk->reviewGroups(m_all));
        QVERIFY(m_desk->apply({u"astro"_s, u"quave"_s, u"bitbybit"_s}));
        QCOMPARE(m_desk->groups->outOfStep(), std::vector<QUuid>{cortex.id});
        QVERIFY(bringIntoStep());
        QVERIFY(m_desk->groups->outOfStep().empty());
        QCOMPARE(m_desk->at(u"astro"_s).stage, Stage::Unchanged);
        QCOMPARE(m_desk->shown(u"cortex"_s), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Office"_s}));
    }

    /// The program ends right before sending, or right after it: what belongs to the group is known either way.
    void anInterruptionLosesNoTrace_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("before it was sent") << false;
        QTest::newRow("after it took effect") << true;
    }

    void anInterruptionLosesNoTrace()
    {
        QFETCH(const bool, arrived);
        const ConnectionRecord astro = m_desk->connections[u"astro"_s];
        AddressGroup office = usedEverywhere(u"Office"_s, {u"198.51.100.7"_s});
        {
            const auto session = m_desk->desk->opened(astro, ListSession::Memory::Transient);
            const ListOrder order = m_desk->groups->orderFor(astro, m_desk->groups->groups());
            QVERIFY(await(order.edit(*session)));
            QVERIFY(await(order.beforeSending(*session)));
            if (arrived)
                QVERIFY(await(session->apply({})));
        }
        QVERIFY(bringIntoStep());
        QCOMPARE(m_desk->shown(u"astro"_s), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Office"_s}));
        office.ranges.clear();
        save(office);
        QVERIFY(bringIntoStep());
        QCOMPARE(m_desk->shown(u"astro"_s), QStringList{u"127.0.0.1 Me"_s});
    }
};

GATEHOUSE_TEST(TestAddressGroups, QCoreApplication)
#include "tst_address_groups.moc"
