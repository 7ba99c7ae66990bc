// SPDX-License-Identifier: Apache-2.0
#include "StoreFixture.h"
#include "database/Database.h"
#include "store/JournalTable.h"
#include "support/TestProgram.h"

#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

QDateTime at(int seconds)
{
    return QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC).addSecs(seconds);
}

JournalRecord someRecord(const StoreFixture &fixture)
{
    const Entry before = someEntry("203.0.113.1", u"before"_s);
    Entry after = before;
    after.content.label = u"after"_s;
    JournalRecord record;
    record.connection = fixture.connection.id;
    record.who = u"alice@desk (gatehouse)"_s;
    record.process = u"1:2:3"_s;
    record.begunAt = at(0);
    record.confirmed = {u"This would lock you out."_s, u"This opens the list."_s};
    record.changes = {{std::nullopt, someEntry("198.51.100.7", u"new"_s)}, {before, after}};
    record.beside = {someEntry("203.0.113.1", u"twin"_s)};
    record.operations = {{JournalOperation::Kind::Create, {*record.changes[0].after}, {}, {}},
                         {JournalOperation::Kind::Replace, {}, {}, {}}};
    return record;
}

std::vector<JournalRecord> open(const StoreFixture &fixture)
{
    return await(fixture.store->openRecords(fixture.connection.id)).value_or(std::vector<JournalRecord>());
}

std::vector<JournalRecord> all(const StoreFixture &fixture)
{
    return await(fixture.store->records(fixture.connection.id)).value_or(std::vector<JournalRecord>());
}

} // namespace

class StoreJournalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordComesBackWhole();
    void whatIsNotedOfOperationsIsThere();
    void aRecordEndsOnce();
    void whatIsTakenOverEndsWithTheNext();
    void aWatchedRecordIsOpen();
    void aBoundedNumberOfEndedRecordsIsKept();
    void recordsGoWithTheirConnection();
    void aDamagedChangeLeavesTheOthers();
};

void StoreJournalTest::aRecordComesBackWhole()
{
    StoreFixture fixture;
    JournalRecord record = someRecord(fixture);
    const auto id = await(fixture.store->beginRecord(record));
    QVERIFY(id);
    record.id = *id;
    fixture.reopen();
    QCOMPARE(open(fixture), std::vector{record});
    QVERIFY(open(fixture).front().isOpen());
}

void StoreJournalTest::whatIsNotedOfOperationsIsThere()
{
    using State = JournalOperation::State;
    StoreFixture fixture;
    const qint64 id = *await(fixture.store->beginRecord(someRecord(fixture)));
    QVERIFY(await(fixture.store->noteOperations(id, {{0, State::Sending, {}}, {1, State::Sending, {}}})));
    QVERIFY(await(fixture.store->noteOperations(id, {{1, State::Failed, u"network: gone"_s}})));
    fixture.reopen();
    const auto operations = open(fixture).front().operations;
    QCOMPARE(operations[0].state, State::Sending);
    QCOMPARE(operations[1].state, State::Failed);
    QCOMPARE(operations[1].error, u"network: gone"_s);
}

void StoreJournalTest::aRecordEndsOnce()
{
    StoreFixture fixture;
    const qint64 id = *await(fixture.store->beginRecord(someRecord(fixture)));
    QVERIFY(await(fixture.store->endRecord(id, JournalRecord::State::Applied, at(5))));
    QVERIFY(await(fixture.store->endRecord(id, JournalRecord::State::Dropped, at(9))));
    QVERIFY(await(fixture.store->watchRecord(id, at(60))));
    QVERIFY(open(fixture).empty());
    QCOMPARE(all(fixture).front().state, JournalRecord::State::Applied);
    QCOMPARE(*all(fixture).front().endedAt, at(5));
    QVERIFY(!all(fixture).front().deadline);
}

void StoreJournalTest::whatIsTakenOverEndsWithTheNext()
{
    StoreFixture fixture;
    const qint64 first = *await(fixture.store->beginRecord(someRecord(fixture)));
    const qint64 other = *await(fixture.store->beginRecord(someRecord(fixture)));
    const qint64 next = *await(fixture.store->beginRecord(someRecord(fixture), {first}));
    const auto left = open(fixture);
    QCOMPARE(left.size(), 2U);
    QCOMPARE(left[0].id, other);
    QCOMPARE(left[1].id, next);
    QCOMPARE(all(fixture).front().state, JournalRecord::State::Continued);
}

void StoreJournalTest::aWatchedRecordIsOpen()
{
    StoreFixture fixture;
    QVERIFY(await(fixture.store->watchedConnections())->empty());
    const qint64 id = *await(fixture.store->beginRecord(someRecord(fixture)));
    QVERIFY(await(fixture.store->watchedConnections())->empty());
    QVERIFY(await(fixture.store->watchRecord(id, at(60))));
    fixture.reopen();
    QCOMPARE(*await(fixture.store->watchedConnections()), std::vector{fixture.connection.id});
    QCOMPARE(open(fixture).front().state, JournalRecord::State::Watched);
    QCOMPARE(*open(fixture).front().deadline, at(60));
    QVERIFY(await(fixture.store->endRecord(id, JournalRecord::State::Kept, at(30))));
    QVERIFY(await(fixture.store->watchedConnections())->empty());
}

void StoreJournalTest::aBoundedNumberOfEndedRecordsIsKept()
{
    StoreFixture fixture;
    const qint64 stillOpen = *await(fixture.store->beginRecord(someRecord(fixture)));
    constexpr int more = JournalTable::endedRecordsKept + 5;
    qint64 last = 0;
    for (int i = 0; i < more; ++i) {
        last = *await(fixture.store->beginRecord(someRecord(fixture)));
        QVERIFY(await(fixture.store->endRecord(last, JournalRecord::State::Applied, at(i))));
    }
    const auto kept = all(fixture);
    QVERIFY(kept.size() <= std::size_t(JournalTable::endedRecordsKept) + 2);
    QCOMPARE(kept.front().id, stillOpen);
    QCOMPARE(kept.back().id, last);
}

void StoreJournalTest::recordsGoWithTheirConnection()
{
    StoreFixture fixture;
    QVERIFY(await(fixture.store->beginRecord(someRecord(fixture))));
    QVERIFY(await(fixture.store->removeConnection(fixture.connection.id)));
    QVERIFY(all(fixture).empty());
    const auto refused = await(fixture.store->beginRecord(someRecord(fixture)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
}

void StoreJournalTest::aDamagedChangeLeavesTheOthers()
{
    StoreFixture fixture;
    QVERIFY(await(fixture.store->beginRecord(someRecord(fixture))));
    const auto database = Database::open(fixture.home->databaseFile());
    QVERIFY(database);
    QVERIFY(database->execute(u"UPDATE journal_changes SET change = x'00' WHERE position = 0"_s));
    QVERIFY(database->execute(u"UPDATE journal SET beside = x'ff', state = 99"_s));
    const auto left = open(fixture);
    QCOMPARE(left.size(), 1U);
    QCOMPARE(left.front().changes.size(), 1U);
    QCOMPARE(left.front().changes.front().kind(), Change::Kind::Changed);
    QCOMPARE(left.front().state, JournalRecord::State::Open);
    QVERIFY(left.front().beside.empty());
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::StoreJournalTest, QCoreApplication)
#include "tst_store_journal.moc"
