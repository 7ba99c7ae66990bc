// SPDX-License-Identifier: Apache-2.0
#include "StoreFixture.h"
#include "store/StoreRepair.h"
#include "support/ManyProcesses.h"
#include "support/Rounds.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse::test {

/// Programs of one home that start at the same moment, as timers and a login let them.
class StoreRaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programsOpenAndWriteAtOnce();
    void programsFindTheSameDamageAtOnce();
};

namespace {

constexpr int programs = 16;

/// Opens, keeps a connection, and gives "repaired", "done", or what went wrong.
QString openAndWrite(const QString &file)
{
    const auto store = Store::open(file);
    if (!store)
        return store.error().message + store.error().detail;
    const auto saved = await((*store)->saveConnection(someConnection(QUuid::createUuid().toString())));
    if (!saved)
        return saved.error().message + saved.error().detail;
    return (*store)->repair() ? u"repaired"_s : u"done"_s;
}

qsizetype keptConnections(const QString &file)
{
    const auto store = Store::open(file);
    const auto kept = store ? await((*store)->connections()) : Result<std::vector<ConnectionRecord>>();
    return kept ? qsizetype(kept->size()) : -1;
}

bool damage(const QString &path)
{
    constexpr qint64 cut = 4096;
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.resize(file.size() - cut);
}

} // namespace

void StoreRaceTest::programsOpenAndWriteAtOnce()
{
    for (int round = 0; round < raceRounds(2, 200); ++round) {
        const TempHome home;
        const QString file = home->databaseFile();
        const QStringList outcomes = inManyProcesses(programs, [&file] { return openAndWrite(file); });
        QCOMPARE(outcomes, QStringList(programs, u"done"_s));
        QCOMPARE(keptConnections(file), programs);
    }
}

void StoreRaceTest::programsFindTheSameDamageAtOnce()
{
    for (int round = 0; round < raceRounds(2, 200); ++round) {
        const TempHome home;
        const QString file = home->databaseFile();
        QCOMPARE(openAndWrite(file), u"done"_s);
        QVERIFY(damage(file));
        QStringList outcomes = inManyProcesses(programs, [&file] { return openAndWrite(file); });
        outcomes.sort();
        QCOMPARE(outcomes, QStringList(programs - 1, u"done"_s) + QStringList(u"repaired"_s));
        QVERIFY(keptConnections(file) >= programs);
    }
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::StoreRaceTest, QCoreApplication)
#include "tst_store_race.moc"
