// SPDX-License-Identifier: Apache-2.0
#include "RandomEntries.h"
#include "StoreFixture.h"
#include "store/StoreRepair.h"
#include "store/StoreUse.h"
#include "support/FileSizeLimit.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QTest>
#include <QThread>

#include <unistd.h>

#include <algorithm>
#include <array>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

/// A damaged database is set aside, told of, and begun anew from what can be read of it.
class StoreRepairTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoDatabaseIsSetAside_data();
    void whatIsNoDatabaseIsSetAside();
    void anEmptyFileIsTold();
    void aFileThatIsJustBeingMadeIsNotTold();
    void whicheverPageIsLostTheOthersAreRead();
    void aTruncatedFileKeepsItsBeginning();
    void theSecondProgramWaitsForTheFirst();
    void whatIsOpenElsewhereIsNotReplaced();
    void aFullDiskChangesNothing();
    void aFolderThatCannotBeWrittenIsNotDamage();
};

namespace {

constexpr int pageSize = 4096;

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

QStringList filesIn(const TempHome &home)
{
    return QDir(home->data).entryList(QDir::Files, QDir::Name);
}

/// A store of many connections, each with its overlay and draft.
struct FullStore
{
    std::vector<ConnectionRecord> connections;
    QHash<QUuid, Overlay> overlays;
    QByteArray content;

    FullStore()
    {
        StoreFixture fixture;
        connections.push_back(fixture.connection);
        for (int count = 1; count < 60; ++count) {
            ConnectionRecord record = someConnection(u"Connection %1"_s.arg(count, 3, 10, QChar(u'0')));
            record.position = count;
            if (!await(fixture.store->saveConnection(record)))
                qFatal("the connection was not saved");
            connections.push_back(record);
        }
        for (const ConnectionRecord &record : connections)
            fill(*fixture.store, record);
        fixture.store.reset();
        content = contentOf(fixture.home->databaseFile());
    }

    void fill(Store &store, const ConnectionRecord &record)
    {
        Overlay overlay;
        for (const char *range : {"203.0.113.1", "203.0.113.2", "2001:db8::/48"}) {
            OverlayRow row;
            row.content = someEntry(range, u"kept for "_s + record.name).content;
            overlay.rows.push_back(row);
        }
        overlays.insert(record.id, overlay);
        Draft draft = draftOn({someEntry("198.51.100.1", u"there"_s)});
        const Entry added = someEntry("198.51.100.2", u"wanted"_s);
        draft.set(added.key, added);
        const auto change = [overlay](const Overlay &) { return overlay; };
        if (!await(store.changeOverlay(record.id, change)) || !await(store.saveList(record.id, {draft, {}})))
            qFatal("the store was not filled");
    }
};

/// What can be read is as it was; gives how many connections that is.
int soundConnections(Store &store, const FullStore &before)
{
    const auto connections = await(store.connections());
    if (!connections)
        return -1;
    for (const ConnectionRecord &record : *connections) {
        const auto overlay = await(store.overlay(record.id));
        const auto list = await(store.list(record.id));
        if (std::ranges::find(before.connections, record) == before.connections.end() || !overlay || !list)
            return -1;
        for (const OverlayRow &row : overlay->rows) {
            const auto &known = before.overlays[record.id].rows;
            if (std::ranges::find(known, row) == known.end())
                return -1;
        }
    }
    return int(connections->size());
}

} // namespace

void StoreRepairTest::whatIsNoDatabaseIsSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    RandomEntries random(5);
    QTest::newRow("text") << QByteArray("dear diary\n").repeated(100);
    QTest::newRow("noise") << random.bytes(8192);
    QTest::newRow("the header of a database, then noise") << QByteArray("SQLite format 3\0", 16) + random.bytes(8192);
    StoreFixture fixture;
    fixture.store.reset();
    const QByteArray sound = contentOf(fixture.home->databaseFile());
    QTest::newRow("a database whose tables are overwritten")
        << sound.first(100) + random.bytes(int(sound.size()) - 100);
    QTest::newRow("a database cut off in its first page") << sound.first(1000);
}

void StoreRepairTest::whatIsNoDatabaseIsSetAside()
{
    QFETCH(const QByteArray, content);
    const TempHome home;
    const QString file = home->databaseFile();
    QVERIFY(writeFile(file, content));

    auto store = Store::open(file);

    QVERIFY2(store, qPrintable(store ? QString() : store.error().message + store.error().detail));
    const auto repair = (*store)->repair();
    QVERIFY(repair);
    QCOMPARE(repair->connections, 0);
    QVERIFY(repair->setAside.startsWith(file + u".damaged-20"_s));
    QCOMPARE(contentOf(repair->setAside), content);
    QVERIFY(describe(*repair).contains(repair->setAside));
    const ConnectionRecord connection = someConnection();
    QVERIFY(await((*store)->saveConnection(connection)));
    store->reset();

    const auto again = Store::open(file);
    QVERIFY(again);
    QVERIFY(!(*again)->repair());
    QCOMPARE(await((*again)->connections()).value(), std::vector{connection});
}

void StoreRepairTest::anEmptyFileIsTold()
{
    const TempHome home;
    QVERIFY(writeFile(home->databaseFile(), {}));
    QFile file(home->databaseFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    file.close();

    const auto store = Store::open(home->databaseFile());
    QVERIFY(store);
    QCOMPARE((*store)->repair(), StoreRepair());
    QVERIFY(describe(*(*store)->repair()).contains(u"empty"_s));
    QVERIFY(await((*store)->saveConnection(someConnection())));
}

void StoreRepairTest::aFileThatIsJustBeingMadeIsNotTold()
{
    const TempHome home;
    QVERIFY(writeFile(home->databaseFile(), {}));
    const auto store = Store::open(home->databaseFile());
    QVERIFY(store);
    QVERIFY(!(*store)->repair());
}

void StoreRepairTest::whicheverPageIsLostTheOthersAreRead()
{
    const FullStore before;
    const auto pages = before.content.size() / pageSize;
    QVERIFY(pages > 20);
    RandomEntries random(7);
    int repairs = 0;
    int fewest = int(before.connections.size());
    for (qsizetype page = 1; page < pages; ++page) {
        const TempHome home;
        QByteArray content = before.content;
        content.replace(page * pageSize, pageSize, random.bytes(pageSize));
        QVERIFY(writeFile(home->databaseFile(), content));
        auto store = Store::open(home->databaseFile());
        QVERIFY2(store, qPrintable(QString::number(page)));
        const int sound = soundConnections(**store, before);
        QVERIFY2(sound >= 0, qPrintable(QString::number(page)));
        const auto &repair = (*store)->repair();
        repairs += repair ? 1 : 0;
        fewest = std::min(fewest, sound);
        // Where another table was hit, all connections are there.
        QCOMPARE(repair ? repair->connections : int(before.connections.size()), sound);
        store->reset();
        const auto again = Store::open(home->databaseFile());
        QVERIFY(again && !(*again)->repair());
    }
    QVERIFY(repairs > 10);
    QVERIFY(fewest < int(before.connections.size())); // the pages of the connections were among them
}

void StoreRepairTest::aTruncatedFileKeepsItsBeginning()
{
    const FullStore before;
    const TempHome home;
    // The page of the connections is filled first, the lists last.
    QVERIFY(writeFile(home->databaseFile(), before.content.first(before.content.size() / pageSize * 3 / 4 * pageSize)));
    const auto store = Store::open(home->databaseFile());
    QVERIFY(store);
    QVERIFY((*store)->repair());
    QVERIFY(soundConnections(**store, before) > 0);
}

void StoreRepairTest::theSecondProgramWaitsForTheFirst()
{
    const FullStore before;
    const TempHome home;
    QByteArray content = before.content;
    content.replace(content.size() / 2, pageSize, RandomEntries(3).bytes(pageSize));
    content.truncate(content.size() - pageSize);
    QVERIFY(writeFile(home->databaseFile(), content));
    std::array<Result<std::unique_ptr<Store>>, 4> stores;
    std::vector<std::unique_ptr<QThread>> programs;
    for (auto &store : stores) {
        programs.emplace_back(QThread::create([&store, file = home->databaseFile()] { store = Store::open(file); }));
        programs.back()->start();
    }
    for (const auto &program : programs)
        QVERIFY(program->wait());
    int repairs = 0;
    for (const auto &store : stores) {
        QVERIFY2(store, qPrintable(store ? QString() : store.error().message + store.error().detail));
        repairs += (*store)->repair() ? 1 : 0;
        QVERIFY(soundConnections(**store, before) >= 0);
    }
    QCOMPARE(repairs, 1);
}

/// What it writes from then on would be lost.
void StoreRepairTest::whatIsOpenElsewhereIsNotReplaced()
{
    const FullStore before;
    const TempHome home;
    QByteArray content = before.content;
    content.truncate(content.size() - pageSize);
    QVERIFY(writeFile(home->databaseFile(), content));
    auto other = StoreUse::share(home->databaseFile());
    QVERIFY(other);
    QCOMPARE(repairStore(home->databaseFile()).error().kind, ErrorKind::Storage);
    QFile file(home->databaseFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
    other.reset();
    QVERIFY(repairStore(home->databaseFile()));
}

void StoreRepairTest::aFullDiskChangesNothing()
{
    const FullStore before;
    const TempHome home;
    const QByteArray damaged = before.content.first(before.content.size() / 2);
    QVERIFY(writeFile(home->databaseFile(), damaged));
    {
        const FileSizeLimit full(rlim_t(damaged.size()) / 2);
        const auto refused = Store::open(home->databaseFile());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY(refused.error().message.contains(home->databaseFile()));
    }
    QCOMPARE(contentOf(home->databaseFile()), damaged);
    QVERIFY2(filesIn(home).filter(u"damaged"_s).isEmpty(), qPrintable(filesIn(home).join(u' ')));
    const auto store = Store::open(home->databaseFile());
    QVERIFY(store && (*store)->repair());
}

void StoreRepairTest::aFolderThatCannotBeWrittenIsNotDamage()
{
    constexpr uid_t nobody = 65534;
    const StoreFixture fixture;
    const TempHome home;
    const QString file = home->databaseFile();
    QVERIFY(QFile::copy(fixture.home->databaseFile(), file));
    const QByteArray content = contentOf(file);
    const auto readers = QFileDevice::ReadOwner | QFileDevice::ReadOther;
    QVERIFY(QFile::setPermissions(file, readers));
    for (const QString &folder : {home.path(), home->data})
        QVERIFY(QFile::setPermissions(folder, readers | QFileDevice::ExeOwner | QFileDevice::ExeOther));
    const bool isRoot = geteuid() == 0; // who may write everywhere
    if (isRoot)
        QCOMPARE(seteuid(nobody), 0);
    const auto store = Store::open(file);
    if (isRoot)
        QCOMPARE(seteuid(0), 0);

    const auto all = readers | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    for (const QString &folder : {home.path(), home->data})
        QVERIFY(QFile::setPermissions(folder, all));
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QVERIFY2(store.error().message.contains(file), qPrintable(store.error().message));
    QCOMPARE(contentOf(file), content);
    QCOMPARE(filesIn(home), QStringList{QFileInfo(file).fileName()});
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::StoreRepairTest, QCoreApplication)
#include "tst_store_repair.moc"
