// SPDX-License-Identifier: Apache-2.0
#include "RandomEntries.h"
#include "StoreFixture.h"
#include "store/Store.h"
#include "support/TestProgram.h"

#include <QFileInfo>
#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

class StoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty();
    void connectionsComeBackAsTheyWere();
    void connectionsComeInTheirOrder();
    void aConnectionIsChangedById();
    void refusesAConnection_data();
    void refusesAConnection();
    void namesCanBeExchangedThroughAThird();
    void changingAConnectionKeepsItsList();
    void removingAConnectionRemovesItsListAndDraft();
    void removingWhatIsNotThereIsDone();

    void aListComesBackAsItWas();
    void aListNeverReadIsEmpty();
    void theDraftIsReplacedByTheNext();
    void editsAreAddedToTheDraft();
    void aNewSnapshotReplacesTheDraftAsWell();
    void listsOfConnectionsAreApart();
    void aDraftOfAdditionsKeepsTheirOrder();
    void aHundredThousandEntriesComeBackEqual();
    void refusesAListOfNoConnection();

    void ownRangesComeAndGo();
    void runsAreRemembered();
    void secretMarksComeAndGo();
    void callsAreDoneInTheirOrder();
    void waitingDoesNotMoveTheWorkToTheWaitingThread();
    void aCancelledCallThatHasNotBegunIsNotDone();
    void closingFinishesWhatWasAskedFor();
    void theDatabaseIsForItsOwnerOnly();
};

void StoreTest::beginsEmpty()
{
    const TempHome home;
    const auto store = Store::open(home->databaseFile());
    QVERIFY(store);
    QCOMPARE(await((*store)->connections()).value().size(), 0U);
}

void StoreTest::connectionsComeBackAsTheyWere()
{
    StoreFixture fixture;
    ConnectionRecord full = someConnection(u"Büro “Süd”, 'ab'; --"_s);
    full.collectChanges = true;
    full.position = 3;
    full.lastSynchronised = QDateTime(QDate(2026, 3, 1), QTime(12, 30, 15, 123), Qt::UTC);
    ConnectionRecord bare;
    bare.id = QUuid::createUuid();
    bare.name = u"This computer"_s;
    bare.serviceId = u"quave"_s;
    bare.embedded = true;
    bare.position = 5;
    QVERIFY(await(fixture.store->saveConnection(full)));
    QVERIFY(await(fixture.store->saveConnection(bare)));

    fixture.reopen();
    const auto connections = await(fixture.store->connections());
    QVERIFY(connections);
    QCOMPARE(*connections, (std::vector{fixture.connection, full, bare}));
}

void StoreTest::connectionsComeInTheirOrder()
{
    StoreFixture fixture;
    for (const int position : {30, 10, 20}) {
        ConnectionRecord connection = someConnection(QString::number(position));
        connection.position = position;
        QVERIFY(await(fixture.store->saveConnection(connection)));
    }
    QStringList names;
    const auto stored = await(fixture.store->connections());
    QVERIFY(stored);
    for (const auto &connection : *stored)
        names.append(connection.name);
    QCOMPARE(names, QStringList({u"Production"_s, u"10"_s, u"20"_s, u"30"_s}));
}

void StoreTest::aConnectionIsChangedById()
{
    StoreFixture fixture;
    fixture.connection.name = u"Staging"_s;
    fixture.connection.scope = {};
    fixture.connection.lastSynchronised = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    QVERIFY(await(fixture.store->saveConnection(fixture.connection)));
    QCOMPARE(await(fixture.store->connections()).value(), std::vector{fixture.connection});
}

void StoreTest::refusesAConnection_data()
{
    QTest::addColumn<QUuid>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("without an id") << QUuid() << u"Staging"_s;
    QTest::newRow("without a name") << QUuid::createUuid() << QString();
    QTest::newRow("whose name begins with a blank") << QUuid::createUuid() << u" Staging"_s;
    QTest::newRow("whose name ends with a blank") << QUuid::createUuid() << u"Staging\t"_s;
    QTest::newRow("whose name another one has") << QUuid::createUuid() << u"Production"_s;
}

void StoreTest::refusesAConnection()
{
    QFETCH(const QUuid, id);
    QFETCH(const QString, name);
    StoreFixture fixture;
    ConnectionRecord connection = someConnection(name);
    connection.id = id;
    const auto saved = await(fixture.store->saveConnection(connection));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!saved.error().message.isEmpty());
    QCOMPARE(await(fixture.store->connections()).value(), std::vector{fixture.connection});
}

void StoreTest::namesCanBeExchangedThroughAThird()
{
    StoreFixture fixture;
    ConnectionRecord other = someConnection(u"Staging"_s);
    QVERIFY(await(fixture.store->saveConnection(other)));
    for (const auto &[connection, name] : {std::pair(&other, u"third"_s), std::pair(&fixture.connection, u"Staging"_s),
                                           std::pair(&other, u"Production"_s)}) {
        connection->name = name;
        QVERIFY(await(fixture.store->saveConnection(*connection)));
    }
    QCOMPARE(await(fixture.store->connections()).value(), (std::vector{other, fixture.connection}));
}

void StoreTest::changingAConnectionKeepsItsList()
{
    StoreFixture fixture;
    const Entry entry = someEntry("203.0.113.0/24", u"office"_s);
    QVERIFY(await(fixture.store->saveList(fixture.connection.id, {draftOn({entry}), {}})));
    fixture.connection.name = u"renamed"_s;
    QVERIFY(await(fixture.store->saveConnection(fixture.connection)));
    QCOMPARE(fixture.load().draft.snapshot().entries(), std::vector{entry});
}

void StoreTest::removingAConnectionRemovesItsListAndDraft()
{
    StoreFixture fixture;
    Draft draft = draftOn({someEntry("203.0.113.0/24")});
    const Entry added = someEntry("2001:db8::/32");
    draft.set(added.key, added);
    QVERIFY(await(fixture.store->saveList(fixture.connection.id, {draft, QDateTime::currentDateTimeUtc()})));
    QVERIFY(await(fixture.store->removeConnection(fixture.connection.id)));
    QCOMPARE(await(fixture.store->connections()).value().size(), 0U);

    QVERIFY(await(fixture.store->saveConnection(fixture.connection))); // the same id again
    const StoredList list = fixture.load();
    QVERIFY(list.draft.snapshot().isEmpty());
    QVERIFY(list.draft.isClean());
    QVERIFY(!list.fetchedAt);
}

void StoreTest::removingWhatIsNotThereIsDone()
{
    StoreFixture fixture;
    QVERIFY(await(fixture.store->removeConnection(QUuid::createUuid())));
}

void StoreTest::aListComesBackAsItWas()
{
    StoreFixture fixture;
    const Entry kept = someEntry("203.0.113.0/24", u"kept"_s);
    const Entry changed = someEntry("198.51.100.7", u"changed"_s);
    const Entry removed = someEntry("192.0.2.0/25", u"removed"_s);
    const Entry added = someEntry("2001:db8::/48", u"added"_s);
    Draft draft = draftOn({kept, changed, removed});
    Entry after = changed;
    after.content.label = u"better"_s;
    draft.set(changed.key, after);
    draft.set(removed.key, std::nullopt);
    draft.set(added.key, added);
    const QDateTime fetchedAt(QDate(2026, 3, 1), QTime(12, 0, 0, 5), Qt::UTC);
    QVERIFY(await(fixture.store->saveList(fixture.connection.id, {draft, fetchedAt})));

    fixture.reopen();
    const StoredList list = fixture.load();
    QCOMPARE(list.fetchedAt, std::optional(fetchedAt));
    QCOMPARE(list.damagedChanges, 0);
    QVERIFY(list.draft.snapshot() == draft.snapshot());
    QCOMPARE(list.draft.changes().changes, draft.changes().changes);
}

void StoreTest::aListNeverReadIsEmpty()
{
    StoreFixture fixture;
    const auto list = await(fixture.store->list(fixture.connection.id));
    QVERIFY(list);
    QVERIFY(!list->fetchedAt);
    QVERIFY(list->draft.snapshot().isEmpty());
    QVERIFY(list->draft.isClean());
    QVERIFY(await(fixture.store->list(QUuid::createUuid())).value().draft.isClean());
}

void StoreTest::theDraftIsReplacedByTheNext()
{
    StoreFixture fixture;
    const Entry first = someEntry("203.0.113.1");
    const Entry second = someEntry("203.0.113.2");
    const QUuid id = fixture.connection.id;
    QVERIFY(await(fixture.store->saveList(id, {draftOn({first}), {}})));
    QVERIFY(await(fixture.store->saveDraft(id, {{{first, std::nullopt}, {std::nullopt, second}}})));
    QVERIFY(await(fixture.store->saveDraft(id, {{{std::nullopt, second}}})));
    fixture.reopen();
    QCOMPARE(fixture.load().draft.changes().changes, (std::vector<Change>{{std::nullopt, second}}));

    QVERIFY(await(fixture.store->saveDraft(id, {})));
    QVERIFY(fixture.load().draft.isClean());
    QCOMPARE(fixture.load().draft.snapshot().entries(), std::vector{first});
}

void StoreTest::editsAreAddedToTheDraft()
{
    StoreFixture fixture;
    const Entry first = someEntry("203.0.113.1");
    const Entry second = someEntry("203.0.113.2");
    const Entry third = someEntry("203.0.113.3");
    Entry renamed = second;
    renamed.content.label = u"Renamed"_s;
    const QUuid id = fixture.connection.id;
    QVERIFY(await(fixture.store->saveList(id, {draftOn({first}), {}})));
    QVERIFY(await(fixture.store->saveDraft(id, {{{std::nullopt, second}}})));
    QVERIFY(await(fixture.store->saveEdits(
        id, {{third.key, Change{std::nullopt, third}}, {first.key, Change{first, std::nullopt}}})));
    QVERIFY(await(fixture.store->saveEdits(id, {{second.key, Change{std::nullopt, renamed}}, {third.key, {}}})));
    fixture.reopen();
    QCOMPARE(fixture.load().draft.changes().changes,
             (std::vector<Change>{{std::nullopt, renamed}, {first, std::nullopt}}));
}

void StoreTest::aNewSnapshotReplacesTheDraftAsWell()
{
    StoreFixture fixture;
    const Entry first = someEntry("203.0.113.1");
    const Entry second = someEntry("203.0.113.2");
    const QUuid id = fixture.connection.id;
    QVERIFY(await(fixture.store->saveList(id, {draftOn({first}), {}})));
    QVERIFY(await(fixture.store->saveDraft(id, {{{std::nullopt, second}}})));
    QVERIFY(await(fixture.store->saveList(id, {draftOn({first, second}), {}})));
    QVERIFY(fixture.load().draft.isClean());
    QCOMPARE(fixture.load().draft.snapshot().entries(), (std::vector{first, second}));
}

void StoreTest::listsOfConnectionsAreApart()
{
    StoreFixture fixture;
    const ConnectionRecord other = someConnection(u"Staging"_s);
    QVERIFY(await(fixture.store->saveConnection(other)));
    const Entry mine = someEntry("203.0.113.1");
    const Entry theirs = someEntry("203.0.113.2");
    QVERIFY(await(fixture.store->saveList(fixture.connection.id, {draftOn({mine}), {}})));
    QVERIFY(await(fixture.store->saveDraft(other.id, {{{std::nullopt, theirs}}})));
    QVERIFY(await(fixture.store->removeConnection(other.id)));
    QCOMPARE(fixture.load().draft.snapshot().entries(), std::vector{mine});
    QVERIFY(fixture.load().draft.isClean());
}

void StoreTest::aDraftOfAdditionsKeepsTheirOrder()
{
    StoreFixture fixture;
    RandomEntries random(7);
    Draft draft;
    for (const Entry &entry : random.entries(300))
        draft.set(entry.key, entry);
    QVERIFY(await(fixture.store->saveDraft(fixture.connection.id, draft.changes())));
    const StoredList list = fixture.load();
    QCOMPARE(list.draft.added(), draft.added());
    QCOMPARE(list.draft.changes().changes, draft.changes().changes);
}

void StoreTest::aHundredThousandEntriesComeBackEqual()
{
    StoreFixture fixture;
    RandomEntries random(11);
    std::vector<Entry> entries;
    for (std::uint32_t number = 0; number < 100'000; ++number) {
        Entry entry = someEntry("203.0.113.1", u"branch office %1"_s.arg(number));
        entry.content.range = IpRange::of(IpAddress::v4(0x0a000000U + number));
        entry.content.expiresAt = random.time();
        entry.provenance = {random.time(), u"alice@example.net"_s, random.time(), u"bob@example.net"_s};
        entries.push_back(std::move(entry));
    }
    const Draft draft = draftOn(std::move(entries));
    QVERIFY(await(fixture.store->saveList(fixture.connection.id, {draft, QDateTime::currentDateTimeUtc()})));
    fixture.reopen();
    QVERIFY(fixture.load().draft.snapshot() == draft.snapshot());
}

void StoreTest::refusesAListOfNoConnection()
{
    StoreFixture fixture;
    const auto list = await(fixture.store->saveList(QUuid::createUuid(), {}));
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::InvalidInput);
    const auto draft = await(fixture.store->saveDraft(QUuid::createUuid(), {}));
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, ErrorKind::InvalidInput);
}

void StoreTest::ownRangesComeAndGo()
{
    StoreFixture fixture;
    const IpRange home = *IpRange::parse("203.0.113.5");
    const IpRange network = *IpRange::parse("2001:db8::/64");
    const QUuid id = fixture.connection.id;
    QVERIFY(await(fixture.store->changeOwnRanges(id, {}, {network, home, home})));
    fixture.reopen();
    QCOMPARE(*await(fixture.store->ownRanges(id)), (std::vector{home, network}));
    QVERIFY(await(fixture.store->changeOwnRanges(id, {home}, {network})));
    QCOMPARE(*await(fixture.store->ownRanges(id)), std::vector{network});
    QVERIFY(!await(fixture.store->changeOwnRanges(QUuid::createUuid(), {}, {home})));
    QVERIFY(await(fixture.store->removeConnection(id)));
    QVERIFY(await(fixture.store->ownRanges(id))->empty());
}

void StoreTest::runsAreRemembered()
{
    StoreFixture fixture;
    QCOMPARE(*await(fixture.store->lastRun(u"sweep"_s)), std::nullopt);
    const QDateTime first(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    QVERIFY(await(fixture.store->noteRun(u"sweep"_s, first)));
    QVERIFY(await(fixture.store->noteRun(u"sweep"_s, first.addSecs(300))));
    fixture.reopen();
    QCOMPARE(*await(fixture.store->lastRun(u"sweep"_s)), first.addSecs(300));
    QCOMPARE(*await(fixture.store->lastRun(u"follow"_s)), std::nullopt);
}

void StoreTest::secretMarksComeAndGo()
{
    StoreFixture fixture;
    const QUuid id = fixture.connection.id;
    QCOMPARE(await(fixture.store->hasSecretMark(id)).value(), false);
    QVERIFY(await(fixture.store->setSecretMark(id, true)));
    QVERIFY(await(fixture.store->setSecretMark(id, true)));
    QVERIFY(await(fixture.store->removeConnection(id)));
    fixture.reopen();
    QCOMPARE(await(fixture.store->hasSecretMark(id)).value(), true);
    QCOMPARE(await(fixture.store->hasSecretMark(QUuid::createUuid())).value(), false);
    QVERIFY(await(fixture.store->setSecretMark(id, false)));
    QCOMPARE(await(fixture.store->hasSecretMark(id)).value(), false);
}

void StoreTest::callsAreDoneInTheirOrder()
{
    StoreFixture fixture;
    const QUuid id = fixture.connection.id;
    std::vector<Future<StoredList>> reads;
    for (int round = 1; round <= 50; ++round) {
        const Entry entry = someEntry("203.0.113.1", QString::number(round));
        const auto saved = fixture.store->saveDraft(id, {{{std::nullopt, entry}}});
        reads.push_back(fixture.store->list(id));
    }
    for (std::size_t round = 0; round < reads.size(); ++round) {
        const auto list = await(reads[round]);
        QVERIFY(list);
        QCOMPARE(list->draft.changes().changes.at(0).after->content.label, QString::number(round + 1));
    }
}

void StoreTest::waitingDoesNotMoveTheWorkToTheWaitingThread()
{
    // QtConcurrent's futures would: the database, which belongs to one thread, would refuse or race.
    StoreFixture fixture;
    for (int round = 0; round < 50; ++round) {
        const auto earlier = fixture.store->saveDraft(fixture.connection.id, {});
        auto list = fixture.store->list(fixture.connection.id);
        list.waitForFinished();
        QVERIFY(earlier.isFinished());
        QVERIFY(list.result());
    }
}

void StoreTest::aCancelledCallThatHasNotBegunIsNotDone()
{
    StoreFixture fixture;
    const StoredList large{draftOn(RandomEntries(3).entries(2000)), {}};
    for (int round = 0; round < 20; ++round)
        const auto busy = fixture.store->saveList(fixture.connection.id, large);
    auto cancelled = fixture.store->removeConnection(fixture.connection.id);
    cancelled.cancel();
    QCOMPARE(await(cancelled).error().kind, ErrorKind::Cancelled);
    QCOMPARE(await(fixture.store->connections()).value().size(), 1U);
}

void StoreTest::closingFinishesWhatWasAskedFor()
{
    StoreFixture fixture;
    const Entry last = someEntry("203.0.113.1", u"49"_s);
    std::vector<Future<void>> saves;
    for (int round = 0; round < 50; ++round) {
        const Entry entry = round == 49 ? last : someEntry("203.0.113.1", QString::number(round));
        saves.push_back(fixture.store->saveDraft(fixture.connection.id, {{{std::nullopt, entry}}}));
    }
    fixture.reopen();
    for (const auto &save : saves)
        QVERIFY(save.isFinished() && save.result());
    QCOMPARE(fixture.load().draft.changes().changes, (std::vector<Change>{{std::nullopt, last}}));
}

void StoreTest::theDatabaseIsForItsOwnerOnly()
{
    const StoreFixture fixture;
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(fixture.home->databaseFile()).permissions() & others));
    QVERIFY(!(QFileInfo(fixture.home->databaseFile() + u"-wal"_s).permissions() & others));
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::StoreTest, QCoreApplication)
#include "tst_store.moc"
