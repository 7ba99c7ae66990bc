// SPDX-License-Identifier: Apache-2.0
#include "RandomEntries.h"
#include "StoreFixture.h"
#include "database/Database.h"
#include "store/Store.h"
#include "support/FileSizeLimit.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

class StoreFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesADatabaseOfANewerProgramAndLeavesItAlone();
    void refusesAPlaceThatCannotBe_data();
    void refusesAPlaceThatCannotBe();

    void aDamagedSnapshotKeepsTheDraft();
    void aDamagedChangeIsCountedAndLeavesTheOthers();
    void aConnectionThatCannotBeReadIsLeftOut_data();
    void aConnectionThatCannotBeReadIsLeftOut();
    void aTableThatIsGoneIsAnError();

    void aFullDiskLosesNothing();
    void twoProgramsShareTheDatabase();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// What somebody else does to the file, while the store has it open or not.
void tamper(const Home &home, const QString &sql, const QVariantList &values = {})
{
    const auto database = Database::open(home.databaseFile());
    QVERIFY(database);
    const auto done = database->execute(sql, values);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
}

void expectRefused(const QString &file)
{
    const auto store = Store::open(file);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QVERIFY2(store.error().message.contains(file), qPrintable(store.error().message));
}

/// A list with one entry, and a draft that adds, changes and removes.
struct DraftedList
{
    Entry kept = someEntry("203.0.113.1", u"kept"_s);
    Entry changed = someEntry("203.0.113.2", u"changed"_s);
    Entry removed = someEntry("203.0.113.3", u"removed"_s);
    Entry added = someEntry("203.0.113.4", u"added"_s);
    Draft draft = draftOn({kept, changed, removed});

    DraftedList()
    {
        Entry after = changed;
        after.content.active = false;
        draft.set(changed.key, after);
        draft.set(removed.key, std::nullopt);
        draft.set(added.key, added);
    }
};

} // namespace

void StoreFaultsTest::refusesADatabaseOfANewerProgramAndLeavesItAlone()
{
    StoreFixture fixture;
    fixture.store.reset();
    tamper(fixture.home.home(), u"PRAGMA user_version = 9999"_s);
    const QByteArray before = contentOf(fixture.home->databaseFile());
    expectRefused(fixture.home->databaseFile());
    QCOMPARE(contentOf(fixture.home->databaseFile()), before);
}

void StoreFaultsTest::refusesAPlaceThatCannotBe_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("a folder that is not there") << u"missing/gatehouse.sqlite"_s;
    QTest::newRow("a file instead of the folder") << u"file/gatehouse.sqlite"_s;
    QTest::newRow("a folder instead of the file") << u"folder"_s;
}

void StoreFaultsTest::refusesAPlaceThatCannotBe()
{
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"file"_s), "x"));
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    expectRefused(folder.filePath(file));
}

void StoreFaultsTest::aDamagedSnapshotKeepsTheDraft()
{
    StoreFixture fixture;
    const DraftedList list;
    QVERIFY(await(fixture.store->saveList(fixture.connection.id, {list.draft, QDateTime::currentDateTimeUtc()})));
    tamper(fixture.home.home(), u"UPDATE lists SET entries = substr(entries, 1, 40)"_s);

    const StoredList loaded = fixture.load();
    QVERIFY(!loaded.fetchedAt);
    QCOMPARE(loaded.damagedChanges, 0);
    QCOMPARE(loaded.draft.snapshot().entries(), (std::vector{list.changed, list.removed}));
    QCOMPARE(loaded.draft.changes().changes, list.draft.changes().changes);
}

void StoreFaultsTest::aDamagedChangeIsCountedAndLeavesTheOthers()
{
    StoreFixture fixture;
    const DraftedList list;
    QVERIFY(await(fixture.store->saveList(fixture.connection.id, {list.draft, QDateTime::currentDateTimeUtc()})));
    tamper(fixture.home.home(), u"UPDATE draft_changes SET change = ? WHERE position = 0"_s, {QByteArray("\xff\xff")});

    const StoredList loaded = fixture.load();
    QCOMPARE(loaded.damagedChanges, 1);
    QVERIFY(loaded.fetchedAt);
    QCOMPARE(loaded.draft.changeCount(), 2);
    QVERIFY(loaded.draft.snapshot() == list.draft.snapshot());
}

void StoreFaultsTest::aConnectionThatCannotBeReadIsLeftOut_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("no id") << u"UPDATE connections SET id = 'x' WHERE name = 'bad'"_s;
    QTest::newRow("a scope that is no JSON") << u"UPDATE connections SET scope = '{' WHERE name = 'bad'"_s;
    QTest::newRow("a scope that is a list") << u"UPDATE connections SET scope = '[]' WHERE name = 'bad'"_s;
    QTest::newRow("a scope with a number") << u"UPDATE connections SET scope = '{\"a\":1}' WHERE name = 'bad'"_s;
    QTest::newRow("an address that is none") << u"UPDATE connections SET base_url = 'https://[' WHERE name = 'bad'"_s;
    QTest::newRow("no name") << u"UPDATE connections SET name = '' WHERE name = 'bad'"_s;
}

void StoreFaultsTest::aConnectionThatCannotBeReadIsLeftOut()
{
    QFETCH(const QString, damage);
    StoreFixture fixture;
    QVERIFY(await(fixture.store->saveConnection(someConnection(u"bad"_s))));
    tamper(fixture.home.home(), damage);
    QCOMPARE(await(fixture.store->connections()).value(), std::vector{fixture.connection});
}

void StoreFaultsTest::aTableThatIsGoneIsAnError()
{
    StoreFixture fixture;
    tamper(fixture.home.home(), u"DROP TABLE lists"_s);
    const auto list = await(fixture.store->list(fixture.connection.id));
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::Storage);
    QVERIFY(list.error().detail.contains(fixture.home->databaseFile()));
    QCOMPARE(await(fixture.store->saveList(fixture.connection.id, {})).error().kind, ErrorKind::Storage);
}

void StoreFaultsTest::aFullDiskLosesNothing()
{
    StoreFixture fixture;
    const QUuid id = fixture.connection.id;
    const DraftedList list;
    QVERIFY(await(fixture.store->saveList(id, {list.draft, {}})));
    const StoredList large{draftOn(RandomEntries(9).entries(20'000)), {}};
    {
        const FileSizeLimit full(rlim_t(1) << 20);
        const auto saved = await(fixture.store->saveList(id, large));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Storage);
        QVERIFY(fixture.load().draft.snapshot() == list.draft.snapshot());
    }
    fixture.reopen();
    QVERIFY(fixture.load().draft.snapshot() == list.draft.snapshot());
    QCOMPARE(fixture.load().draft.changes().changes, list.draft.changes().changes);
    QVERIFY(await(fixture.store->saveList(id, large)));
    QVERIFY(fixture.load().draft.snapshot() == large.draft.snapshot());
}

void StoreFaultsTest::twoProgramsShareTheDatabase()
{
    StoreFixture fixture;
    const auto other = fixture.opened();
    std::vector<Future<void>> saves;
    for (int round = 0; round < 20; ++round) {
        saves.push_back(fixture.store->saveConnection(someConnection(u"here %1"_s.arg(round))));
        saves.push_back(other->saveConnection(someConnection(u"there %1"_s.arg(round))));
    }
    for (const auto &save : saves)
        QVERIFY(await(save));
    QCOMPARE(await(fixture.store->connections()).value().size(), 41U);
    QCOMPARE(await(other->connections()).value().size(), 41U);
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::StoreFaultsTest, QCoreApplication)
#include "tst_store_faults.moc"
