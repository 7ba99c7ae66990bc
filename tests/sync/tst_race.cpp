// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "ReliabilityTable.h"
#include "support/MemoryDisk.h"
#include "support/Rounds.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int allRounds = 200;
const int rounds = raceRounds(20, allRounds);
constexpr int fewest = 4; // so that both always find something to change
constexpr int most = 16;  // with what both add and our own address no more than the smallest list takes, which is 20

/// The list as it should be: ranges and labels. Who races changes what nobody else changes in this round.
class Wanted final
{
public:
    explicit Wanted(quint32 seed)
        : m_random(seed)
    {
        while (m_labels.size() < 2 * fewest)
            m_labels.insert(newRange(), newLabel());
    }

    [[nodiscard]] QStringList lines() const
    {
        QStringList lines{u"127.0.0.1 Me"_s};
        for (auto entry = m_labels.cbegin(); entry != m_labels.cend(); ++entry)
            lines += entry.key() + u' ' + entry.value();
        return lines;
    }

    void beginRound() { m_touched.clear(); }

    /// In the session and here.
    void changeSomething(ListSession &session)
    {
        const int kind = m_labels.size() < fewest ? 0 : m_labels.size() > most ? 1 : m_random.bounded(3);
        if (kind == 0) {
            const QString range = newRange();
            m_labels.insert(range, newLabel());
            session.add(contents({range + u' ' + m_labels[range]}));
            m_touched.insert(range);
            return;
        }
        const QString range = untouched();
        const EntryKey key = keyOf(session, range);
        if (kind == 1) {
            session.remove({key});
        } else {
            const QString moved = newRange(); // every service sees that
            m_labels.insert(moved, newLabel());
            session.edit(key, entry(moved + u' ' + m_labels[moved]).content);
            m_touched.insert(moved);
        }
        m_labels.remove(range);
    }

    void leaveTime()
    {
        for (int turns = m_random.bounded(40); turns > 0; --turns)
            QCoreApplication::processEvents();
    }

private:
    QString newRange()
    {
        ++m_made;
        return u"198.18.%1.%2"_s.arg(m_made / 256).arg(m_made % 256);
    }
    QString newLabel() { return u"label-%1"_s.arg(m_random.bounded(1000)); }
    QString untouched()
    {
        QStringList ranges = m_labels.keys();
        ranges.removeIf([this](const QString &range) { return m_touched.contains(range); });
        return ranges[m_random.bounded(int(ranges.size()))];
    }

    QRandomGenerator m_random;
    QMap<QString, QString> m_labels; ///< by range
    QSet<QString> m_touched;
    int m_made = 0;
};

} // namespace

/// Two computers that change one list at the same time, again and again: it is always the merge of both.
class TestRace final : public QObject
{
    Q_OBJECT

private:
    std::map<QString, ReliabilityTable> m_tables;

    void race(const QString &service);

private Q_SLOTS:
    void initTestCase() { useMemoryForTemporaryFolders(); }
    void cleanupTestCase()
    {
        if (rounds != allRounds)
            return; // the page tells of all of them
        for (const auto &[service, table] : m_tables) {
            const QString problem = table.problemOf(sourceFile(u"docs/reliability.md"_s));
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void astro() { race(u"astro"_s); }
    void cortex() { race(u"cortex"_s); }
    void quave() { race(u"quave"_s); }
    void bitbybit() { race(u"bitbybit"_s); }
};

void TestRace::race(const QString &service)
{
    Office office;
    Computer here(office.clock, office.echoes());
    Computer there(office.clock, office.echoes());
    for (Computer *computer : {&here, &there})
        computer->connector().setPolicy([](const ServiceDefinition &) { return HttpPolicy(); }); // without a rate
    const ConnectionRecord connection = here.connect(office.connection(service), office.token());
    const auto ours = here.opened(connection);
    const auto theirs = there.opened(there.connect(office.connection(service), office.token()));
    Wanted wanted(static_cast<quint32>(service.size()));
    ours->add(contents(wanted.lines()));
    QVERIFY(await(ours->apply({})));

    for (int round = 1; round <= rounds; ++round) {
        const QString when = u"round %1"_s.arg(round);
        QVERIFY2(await(ours->reload()) && await(theirs->reload()), qPrintable(when));
        wanted.beginRound();
        wanted.changeSomething(*ours);
        wanted.changeSomething(*theirs);
        const Future<ApplyOutcome> first = ours->apply({});
        wanted.leaveTime();
        const Future<ApplyOutcome> second = theirs->apply({});
        for (const auto &each : {first, second}) {
            const auto applied = await(each);
            QVERIFY2(applied, qPrintable(when + u": " + (applied ? QString() : explain(applied.error()))));
        }
        QVERIFY2(ours->draft().isClean() && theirs->draft().isClean(), qPrintable(when));
        const QStringList held = here.told(connection);
        const QStringList expected = heldBy(service, wanted.lines());
        QVERIFY2(held == expected,
                 qPrintable(u"%1: %2\ninstead of %3"_s.arg(when, held.join(u", "), expected.join(u", "))));
    }
    ReliabilityTable table(u"race at "_s + service, {u"rounds"_s, u"changes"_s, u"lost"_s, u"twice"_s});
    const QString number = QString::number(rounds);
    table.note(number, u"changes"_s, QString::number(2 * rounds));
    table.note(number, u"lost"_s, u"none"_s);
    table.note(number, u"twice"_s, u"none"_s);
    m_tables.emplace(service, table);
}

GATEHOUSE_TEST(TestRace, QCoreApplication)
#include "tst_race.moc"
