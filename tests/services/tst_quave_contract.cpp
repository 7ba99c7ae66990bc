// SPDX-License-Identifier: Apache-2.0
#include "ContractFixture.h"
#include "allowlist/Expiry.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What of the contract only Quave Cloud has: switches, and expiries that the service keeps.
class TestQuaveContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void holdsAllOfAnEntry();
    void editsInPlace();
    void everyoneIsAnEntry();
    void sendsNamesForPresets_data();
    void sendsNamesForPresets();
    void sendsOtherTimesExactly();
    void anUnchangedExpiryIsLeftAlone();
    void anExpiryIsTakenBack();
    void findsTheListByName();
    void namesTheEntryThatIsUnknown();

private:
    /// Adds one entry, of 203.0.113.50; or changes it.
    [[nodiscard]] bool add(const EntryContent &content);
    [[nodiscard]] bool edit(const std::function<void(EntryContent &)> &change);
    [[nodiscard]] const Entry &only() const { return m_fixture->at("203.0.113.50"); }
    [[nodiscard]] QDateTime now() const { return m_fixture->clock().now(); }

    std::unique_ptr<ContractFixture> m_fixture;
};

void TestQuaveContract::init()
{
    m_fixture = std::make_unique<ContractFixture>(u"quave"_s);
    QVERIFY(m_fixture->read().has_value());
}

bool TestQuaveContract::add(const EntryContent &content)
{
    return m_fixture->apply(adding({makeEntry(content)})).has_value();
}

bool TestQuaveContract::edit(const std::function<void(EntryContent &)> &change)
{
    return m_fixture->apply(editing(only(), change)).has_value();
}

void TestQuaveContract::holdsAllOfAnEntry()
{
    const EntryContent content{range("203.0.113.50"), u"Büro “Ost” 東 \\ \" <b>"_s, false, {}};
    QVERIFY(add(content));
    QVERIFY(!only().remoteId.isEmpty());
    QCOMPARE(only().content, content);
    QCOMPARE(only().provenance.createdAt, now());
}

void TestQuaveContract::editsInPlace()
{
    QVERIFY(add({range("203.0.113.50"), u"Office"_s, true, {}}));
    const Entry before = only();
    m_fixture->clock().advance(1h);
    QVERIFY(edit([&](EntryContent &content) { content = {range("203.0.113.0/24"), u"Floor 2"_s, false, {}}; }));
    const Entry &after = m_fixture->at("203.0.113.0/24");
    QCOMPARE(after.remoteId, before.remoteId);
    QCOMPARE(after.provenance.createdAt, before.provenance.createdAt);
    QCOMPARE(after.content, (EntryContent{range("203.0.113.0/24"), u"Floor 2"_s, false, {}}));
}

void TestQuaveContract::everyoneIsAnEntry()
{
    QVERIFY(add({range("*"), u"for the demo"_s, true, {}}));
    QCOMPARE(m_fixture->ranges(), QStringList{u"*"_s});
}

void TestQuaveContract::sendsNamesForPresets_data()
{
    QTest::addColumn<ExpiryPreset>("preset");
    for (const ExpiryPreset preset : expiryPresets)
        QTest::newRow(qPrintable(wordFor(preset))) << preset;
}

void TestQuaveContract::sendsNamesForPresets()
{
    QFETCH(const ExpiryPreset, preset);
    const auto wanted = expiryAfter(preset, now());
    m_fixture->clock().advance(2min); // until the user has decided
    QVERIFY(add({range("203.0.113.50"), {}, true, wanted}));
    // Counted by the service from when it took the entry, so a name went out and no time.
    QCOMPARE(only().content.expiresAt, expiryAfter(preset, now()));
}

void TestQuaveContract::sendsOtherTimesExactly()
{
    const QDateTime wanted = now().addDays(3).addSecs(17);
    QVERIFY(add({range("203.0.113.50"), {}, true, wanted}));
    QCOMPARE(only().content.expiresAt, wanted);
    const QDateTime later = now().addDays(400);
    QVERIFY(edit([&](EntryContent &content) { content.expiresAt = later; }));
    QCOMPARE(only().content.expiresAt, later);
}

void TestQuaveContract::anUnchangedExpiryIsLeftAlone()
{
    const auto wanted = expiryAfter(ExpiryPreset::OneDay, now());
    QVERIFY(add({range("203.0.113.50"), {}, true, wanted}));
    m_fixture->clock().advance(5h);
    QVERIFY(edit([](EntryContent &content) { content.label = u"new"_s; }));
    QCOMPARE(only().content.label, u"new"_s);
    QCOMPARE(only().content.expiresAt, wanted);
}

void TestQuaveContract::anExpiryIsTakenBack()
{
    QVERIFY(add({range("203.0.113.50"), {}, true, expiryAfter(ExpiryPreset::OneDay, now())}));
    QVERIFY(edit([](EntryContent &content) { content.expiresAt.reset(); }));
    QVERIFY(!only().content.expiresAt);
}

void TestQuaveContract::findsTheListByName()
{
    QVERIFY(add({range("203.0.113.50"), u"a"_s, true, {}}));
    m_fixture->connectTo({{u"envName"_s, local}}, m_fixture->server().token());
    QVERIFY(m_fixture->read().has_value());
    QCOMPARE(m_fixture->list().size(), 1U);
    QVERIFY(add({range("203.0.113.51"), u"b"_s, true, {}}));
    QCOMPARE(m_fixture->list().size(), 2U);
}

void TestQuaveContract::namesTheEntryThatIsUnknown()
{
    const auto sent =
        m_fixture->send({Operation::Kind::Replace, {entry("203.0.113.50", {}, u"no-such-id"_s)}, {}, false});
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Rejected);
    QCOMPARE(sent.error().fields.value(0).field, u"entryId"_s);
}

GATEHOUSE_TEST(TestQuaveContract, QCoreApplication)
#include "tst_quave_contract.moc"
