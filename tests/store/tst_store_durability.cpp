// SPDX-License-Identifier: Apache-2.0
#include "StoreFixture.h"
#include "store/Store.h"
#include "support/TestProgram.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto childArgument = "--save-drafts";

/// How many changes the draft of a step has, each labelled with the step.
int sizeOf(int step)
{
    return step % 40 + 1;
}

/// Saves one draft after the other and prints the number of each once the store says that it is saved, until killed.
[[noreturn]] void saveDrafts(const QString &file, const QUuid &connection)
{
    const auto store = Store::open(file);
    if (!store)
        qFatal("the store cannot be opened");
    for (int step = 1;; ++step) {
        ChangeSet changes;
        for (int number = 0; number < sizeOf(step); ++number)
            changes.changes.push_back({std::nullopt, someEntry("203.0.113.1", QString::number(step))});
        if (!await((*store)->saveDraft(connection, changes)))
            qFatal("a draft was not saved");
        std::printf("%d\n", step);
        std::fflush(stdout);
    }
}

} // namespace

/// A process that saves is killed at any time; what it had been told is saved is there, and nothing is there by halves.
class StoreDurabilityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSavedSurvivesAKill_data();
    void whatWasSavedSurvivesAKill();
};

void StoreDurabilityTest::whatWasSavedSurvivesAKill_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {1, 2, 7, 23, 60})
        QTest::addRow("after %d drafts or more", steps) << steps;
}

void StoreDurabilityTest::whatWasSavedSurvivesAKill()
{
    QFETCH(const int, steps);
    StoreFixture fixture;
    fixture.store.reset();

    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {u"tst_store_durability"_s, QString::fromLatin1(childArgument), fixture.home->databaseFile(),
                 fixture.connection.id.toString()});
    int told = 0;
    const auto readLines = [&child, &told] {
        while (child.canReadLine())
            told = child.readLine().trimmed().toInt();
    };
    while (told < steps) {
        QVERIFY2(child.waitForReadyRead(), child.readAllStandardError().constData());
        readLines();
    }
    child.kill();
    QVERIFY(child.waitForFinished());
    readLines();

    fixture.store = fixture.opened();
    const std::vector<Change> changes = fixture.load().draft.changes().changes;
    QVERIFY(!changes.empty());
    const QString label = changes.front().after->content.label;
    QVERIFY2(label.toInt() >= told, qPrintable(u"draft %1 was said to be saved, %2 is there"_s.arg(told).arg(label)));
    QCOMPARE(int(changes.size()), sizeOf(label.toInt()));
    QVERIFY(
        std::ranges::all_of(changes, [&label](const Change &change) { return change.after->content.label == label; }));
}

static int runStoreDurability(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && std::strcmp(argv[1], childArgument) == 0)
        saveDrafts(QString::fromLocal8Bit(argv[2]), QUuid::fromString(QString::fromLatin1(argv[3])));
    StoreDurabilityTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace gatehouse::test

GATEHOUSE_TEST_MAIN(gatehouse::test::runStoreDurability)

#include "tst_store_durability.moc"
