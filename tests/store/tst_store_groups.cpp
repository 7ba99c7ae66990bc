// SPDX-License-Identifier: Apache-2.0
#include "StoreFixture.h"
#include "support/TestProgram.h"

#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

AddressGroup someGroup(const QString &name, const std::vector<QUuid> &usedIn = {})
{
    return {QUuid::createUuid(),
            name,
            {{*IpRange::parse("203.0.113.0/24"), {}}, {*IpRange::parse("2001:db8::/48"), u"VPN"_s}},
            usedIn};
}

} // namespace

class TestStoreGroups final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsComeBackByName()
    {
        StoreFixture fixture;
        const AddressGroup office = someGroup(u"Office"_s, {fixture.connection.id});
        const AddressGroup bob = someGroup(u"Bob"_s);
        QVERIFY(await(fixture.store->saveGroup(office)));
        QVERIFY(await(fixture.store->saveGroup(bob)));
        fixture.reopen();
        const auto groups = await(fixture.store->groups());
        QVERIFY(groups);
        QCOMPARE(*groups, (std::vector{bob, office}));
    }

    void savingAgainReplacesRangesAndUses()
    {
        StoreFixture fixture;
        AddressGroup office = someGroup(u"Office"_s, {fixture.connection.id});
        QVERIFY(await(fixture.store->saveGroup(office)));
        office.name = u"Headquarters"_s;
        office.ranges.erase(office.ranges.begin());
        office.usedIn.clear();
        QVERIFY(await(fixture.store->saveGroup(office)));
        QCOMPARE(*await(fixture.store->groups()), std::vector{office});
    }

    void namesAreGoodAndTheirOwn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("another group has it") << u"Office"_s;
        QTest::newRow("none") << QString();
        QTest::newRow("a blank in front") << u" Bob"_s;
    }

    void namesAreGoodAndTheirOwn()
    {
        QFETCH(QString, name);
        StoreFixture fixture;
        QVERIFY(await(fixture.store->saveGroup(someGroup(u"Office"_s))));
        const auto saved = await(fixture.store->saveGroup(someGroup(name)));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(await(fixture.store->groups())->size(), 1U);
    }

    void aConnectionThatIsRemovedUsesNoGroup()
    {
        StoreFixture fixture;
        QVERIFY(await(fixture.store->saveGroup(someGroup(u"Office"_s, {fixture.connection.id}))));
        QVERIFY(await(fixture.store->removeConnection(fixture.connection.id)));
        QCOMPARE(await(fixture.store->groups())->front().usedIn, std::vector<QUuid>{});
        const auto saved = await(fixture.store->saveGroup(someGroup(u"Bob"_s, {fixture.connection.id})));
        QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
    }

    void whatWasPlacedOutlivesItsGroup()
    {
        StoreFixture fixture;
        const AddressGroup office = someGroup(u"Office"_s, {fixture.connection.id});
        const std::vector<GroupPlacement> placed{
            {*IpRange::parse("203.0.113.0/24"), office.name, office.name, u"r-1"_s, true},
            {*IpRange::parse("192.0.2.1"), office.name, u"VPN"_s, {}, false}};
        QVERIFY(await(fixture.store->saveGroup(office)));
        QVERIFY(await(fixture.store->saveGroupPlacements(fixture.connection.id, placed)));
        QVERIFY(await(fixture.store->removeGroup(office.id)));
        fixture.reopen();
        QVERIFY(await(fixture.store->groups())->empty());
        QCOMPARE(*await(fixture.store->groupPlacements(fixture.connection.id)), placed);
        QVERIFY(await(fixture.store->saveGroupPlacements(fixture.connection.id, {})));
        QVERIFY(await(fixture.store->groupPlacements(fixture.connection.id))->empty());
    }
};

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::TestStoreGroups, QCoreApplication)
#include "tst_store_groups.moc"
