// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "base/ProcessMark.h"
#include "database/Database.h"
#include "support/TestProgram.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

/// From the given write of the journal on, the disk takes no further.
class FullDisk final
{
public:
    FullDisk(const QString &file, int writesLeft)
        : m_database(std::move(*Database::open(file)))
    {
        run(QStringLiteral("CREATE TABLE room (writes INTEGER NOT NULL)"));
        run(QStringLiteral("INSERT INTO room VALUES (%1)").arg(writesLeft));
        for (const char *when : {"INSERT ON journal", "UPDATE ON journal", "UPDATE ON journal_operations"}) {
            const QString name = QString::fromLatin1(when).replace(u' ', u'_');
            run(QStringLiteral("CREATE TRIGGER %1 AFTER %2 BEGIN SELECT RAISE(ABORT, 'disk full') WHERE (SELECT "
                               "writes FROM room) < 1; UPDATE room SET writes = writes - 1; END")
                    .arg(name, QString::fromLatin1(when)));
            m_triggers.append(name);
        }
    }
    ~FullDisk()
    {
        for (const QString &name : m_triggers)
            run(QStringLiteral("DROP TRIGGER %1").arg(name));
        run(QStringLiteral("DROP TABLE room"));
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    void run(const QString &sql)
    {
        if (const auto done = m_database.execute(sql); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    Database m_database;
    QStringList m_triggers;
};

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

bool isBegun(const JournalOperation &operation)
{
    return operation.state != JournalOperation::State::Planned;
}

/// As an apply that was killed would have left it.
JournalRecord killedRecord(const QUuid &connection, std::vector<Change> changes)
{
    JournalRecord record;
    record.connection = connection;
    record.who = QStringLiteral("test");
    record.process = QStringLiteral("1:1:ended");
    record.begunAt = noon();
    record.changes = std::move(changes);
    return record;
}

} // namespace

class TestApplyJournal final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Office> m_office;
    std::unique_ptr<Computer> m_computer;
    ConnectionRecord m_connection;

    void connectTo(const QString &service)
    {
        m_computer = std::make_unique<Computer>(m_office->clock, m_office->echoes());
        m_connection = m_computer->connect(m_office->connection(service), m_office->token());
    }
    std::vector<JournalRecord> records()
    {
        return await(m_computer->store().records(m_connection.id)).value_or(std::vector<JournalRecord>());
    }
    /// The caller's own address and an office are live.
    std::unique_ptr<ListSession> openedWithTwo()
    {
        auto session = m_computer->opened(m_connection);
        session->add(contents({QStringLiteral("127.0.0.1 me"), QStringLiteral("203.0.113.0/24 office")}));
        if (!await(session->apply({})))
            qFatal("the list could not be prepared");
        return session;
    }
    /// One of each kind.
    static void edit(ListSession &session)
    {
        session.add(contents({QStringLiteral("198.51.100.7 guest"), QStringLiteral("198.51.100.8 guest")}));
        session.edit(keyOf(session, QStringLiteral("203.0.113.0/24")),
                     entry(QStringLiteral("203.0.113.0/25 annex")).content);
    }
    static QStringList wanted()
    {
        return {QStringLiteral("127.0.0.1 me"), QStringLiteral("198.51.100.7 guest"),
                QStringLiteral("198.51.100.8 guest"), QStringLiteral("203.0.113.0/25 annex")};
    }
    static void addServices()
    {
        QTest::addColumn<QString>("service");
        for (const char *service : {"astro", "cortex", "quave", "bitbybit"})
            QTest::newRow(service) << QString::fromLatin1(service);
    }

private Q_SLOTS:
    void init() { m_office = std::make_unique<Office>(); }
    void cleanup()
    {
        m_computer.reset();
        m_office.reset();
    }

    void anApplyIsOneRecord_data() { addServices(); }
    void anApplyIsOneRecord()
    {
        QFETCH(const QString, service);
        connectTo(service);
        const auto session = openedWithTwo();
        edit(*session);
        const std::vector<Change> changes = session->draft().changes().changes;
        QVERIFY(await(session->apply({})));

        QCOMPARE(records().size(), 2U);
        const JournalRecord record = records().back();
        QCOMPARE(record.state, JournalRecord::State::Applied);
        QCOMPARE(record.changes, changes);
        QCOMPARE(record.process, ownProcessMark());
        QVERIFY(record.who.contains(u'@'));
        QVERIFY(record.endedAt);
        QVERIFY(record.confirmed.isEmpty());
        QVERIFY(!record.operations.empty());
        for (const JournalOperation &operation : record.operations) {
            QCOMPARE(operation.state, JournalOperation::State::Accepted);
            QCOMPARE(operation.entries.empty(), operation.kind == JournalOperation::Kind::Replace);
        }
    }

    void whatIsLiftedByANameIsWrittenDown()
    {
        connectTo(QStringLiteral("quave"));
        const auto session = openedWithTwo();
        session->remove(
            {keyOf(*session, QStringLiteral("127.0.0.1")), keyOf(*session, QStringLiteral("203.0.113.0/24"))});
        QVERIFY(!await(session->apply({})));
        QCOMPARE(records().size(), 1U); // nothing was to be sent
        QVERIFY(await(session->apply({.lockOut = true})));
        const JournalRecord record = records().back();
        QCOMPARE(record.confirmed.size(), 1);
        QVERIFY2(record.confirmed.front().contains(QStringLiteral("everyone")), qPrintable(record.confirmed.front()));
    }

    void whatCannotBeWrittenDownIsNotSent_data() { addServices(); }
    void whatCannotBeWrittenDownIsNotSent()
    {
        QFETCH(const QString, service);
        bool succeeded = false;
        bool ended = false;
        int writes = 0;
        for (; !ended && writes < 40; ++writes) {
            m_office = std::make_unique<Office>();
            connectTo(service);
            auto session = openedWithTwo();
            const QStringList before = m_computer->told(m_connection);
            edit(*session);
            {
                const FullDisk disk(m_computer->databaseFile(), writes);
                succeeded = await(session->apply({})).has_value();
            }
            const std::vector<JournalRecord> written = records();
            ended = succeeded && !written.back().isOpen();
            const bool anySending = written.size() > 1 && std::ranges::any_of(written.back().operations, isBegun);
            QVERIFY(anySending || m_computer->told(m_connection) == before);
            QVERIFY(!succeeded || shown(*session) == wanted());

            session.reset();
            m_computer->restart();
            session = m_computer->opened(m_connection);
            session->resumeInterrupted();
            const auto finished = await(session->apply({}));
            QVERIFY2(finished, finished ? "" : qPrintable(kindName(finished.error().kind) + finished.error().message));
            QCOMPARE(shown(*session).join(u'|'), wanted().join(u'|'));
            QVERIFY(session->draft().isClean());
            QVERIFY(await(session->reload()));
            QVERIFY(await(m_computer->store().openRecords(m_connection.id))->empty());
        }
        QVERIFY(ended);
        QVERIFY2(writes > 3, "the loop has to meet the journal's writes");
    }

    void whatWasInterruptedIsOfferedToFinishOrDrop_data()
    {
        QTest::addColumn<bool>("inDraft");
        QTest::addColumn<bool>("finish");
        QTest::addColumn<QStringList>("list");
        const QStringList all{QStringLiteral("127.0.0.1 me"), QStringLiteral("198.51.100.7 guest")};
        const QStringList dropped{QStringLiteral("127.0.0.1 me"), QStringLiteral("203.0.113.0/24 office")};
        QTest::newRow("of this program, finished") << true << true << all;
        QTest::newRow("of this program, dropped") << true << false << dropped;
        QTest::newRow("of the command line, finished") << false << true << all;
        QTest::newRow("of the command line, dropped") << false << false << dropped;
    }
    void whatWasInterruptedIsOfferedToFinishOrDrop()
    {
        QFETCH(const bool, inDraft);
        QFETCH(const bool, finish);
        QFETCH(const QStringList, list);
        connectTo(QStringLiteral("astro"));
        auto session = openedWithTwo();
        const Entry guest = entry(QStringLiteral("198.51.100.7 guest"));
        const Entry office = *session->draft().entry(keyOf(*session, QStringLiteral("203.0.113.0/24")));
        if (inDraft) {
            session->add(guest.content);
            session->remove({office.key});
            QCoreApplication::processEvents();
        }
        const auto changes = inDraft ? session->draft().changes().changes
                                     : std::vector<Change>{{std::nullopt, guest}, {office, std::nullopt}};
        QVERIFY(await(m_computer->store().beginRecord(killedRecord(m_connection.id, changes))));
        session.reset();
        m_computer->restart();

        session = m_computer->opened(m_connection);
        QVERIFY(session->interrupted());
        QVERIFY(!session->interrupted()->tookEffect());
        QCOMPARE(session->interrupted()->changes.size(), 2U);
        if (finish)
            session->resumeInterrupted();
        else
            session->dropInterrupted();
        QCOMPARE(session->draft().changeCount(), finish ? 2 : 0);
        QVERIFY(await(session->apply({})));
        QCOMPARE(shown(*session), list);
        QVERIFY(!session->interrupted());
        QVERIFY(await(m_computer->store().openRecords(m_connection.id))->empty());
    }

    void whatTookEffectNeedsNoAnswer()
    {
        connectTo(QStringLiteral("astro"));
        auto session = openedWithTwo();
        const Entry office = *session->draft().entry(keyOf(*session, QStringLiteral("203.0.113.0/24")));
        QVERIFY(await(m_computer->store().beginRecord(killedRecord(m_connection.id, {{std::nullopt, office}}))));
        QSignalSpy told(session.get(), &ListSession::interruptedChanged);
        QVERIFY(await(session->reload()));
        QCOMPARE(told.size(), 1);
        QVERIFY(session->interrupted()->tookEffect());
        QCOMPARE(records().back().state, JournalRecord::State::Settled);
        QVERIFY(await(session->reload()));
        QVERIFY(!session->interrupted());
    }

    void whatAnotherProgramIsSendingIsLeftToIt()
    {
        connectTo(QStringLiteral("quave"));
        const auto session = openedWithTwo();
        QProcess other;
        other.start(QStringLiteral("sleep"), {QStringLiteral("60")});
        QVERIFY(other.waitForStarted());
        JournalRecord record = killedRecord(m_connection.id, {{std::nullopt, entry(QStringLiteral("198.51.100.7"))}});
        record.process = processMark(other.processId());
        QVERIFY(await(m_computer->store().beginRecord(record)));
        QVERIFY(await(session->reload()));
        QVERIFY(!session->interrupted());
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(await(session->reload()));
        QVERIFY(session->interrupted());
    }

    void aCallSettlesWhatWasInterrupted()
    {
        connectTo(QStringLiteral("astro"));
        const auto session = m_computer->opened(m_connection, ListSession::Memory::Transient);
        QVERIFY(await(m_computer->store().beginRecord(
            killedRecord(m_connection.id, {{std::nullopt, entry(QStringLiteral("198.51.100.7 guest"))}}))));
        const auto found = await(session->settleInterrupted());
        QVERIFY(found && *found);
        QCOMPARE((*found)->changes.size(), 1U);
        QCOMPARE((*found)->changes.front().outcome, SettledChange::Outcome::DidNot);
        QVERIFY(session->draft().isClean());
        QCOMPARE(records().back().state, JournalRecord::State::Settled);
        QVERIFY(!*await(session->settleInterrupted()));
    }

    void watchedIsRevertedUnlessKept_data()
    {
        QTest::addColumn<bool>("keep");
        QTest::addColumn<bool>("restart");
        for (const bool keep : {true, false}) {
            for (const bool restart : {true, false})
                QTest::addRow("%s%s", keep ? "kept" : "reverted", restart ? ", after a restart" : "")
                    << keep << restart;
        }
    }
    void watchedIsRevertedUnlessKept()
    {
        QFETCH(const bool, keep);
        QFETCH(const bool, restart);
        connectTo(QStringLiteral("quave"));
        auto session = openedWithTwo();
        const QStringList before = shown(*session);
        edit(*session);
        QVERIFY(await(session->apply({.watch = std::chrono::seconds(60)})));
        QCOMPARE(shown(*session), wanted());
        QVERIFY(session->watched());
        QCOMPARE(*session->watched()->deadline, noon().addSecs(60));
        session->add(entry(QStringLiteral("192.0.2.1 pending")).content);
        QCoreApplication::processEvents();
        if (restart) {
            session.reset();
            m_computer->restart();
            session = m_computer->opened(m_connection);
            QVERIFY(session->watched());
            QVERIFY(!session->interrupted());
        }
        QVERIFY(await(keep ? session->keepWatched() : session->revertWatched()));
        QVERIFY(!session->watched());
        QVERIFY(await(session->reload()));
        QCOMPARE(shown(*session), keep ? wanted() : before);
        QCOMPARE(session->draft().changeCount(), 1); // what was pending still is
        QVERIFY(await(m_computer->store().openRecords(m_connection.id))->empty());
    }

    void aRevertThatIsTriedAgainMakesNothingTwice_data()
    {
        QTest::addColumn<bool>("moved");
        QTest::newRow("of a removal") << false;
        QTest::newRow("of a change of range") << true;
    }

    /// As after a try of which nobody saw the end: what was removed is there again, under another id.
    void aRevertThatIsTriedAgainMakesNothingTwice()
    {
        QFETCH(const bool, moved);
        connectTo(QStringLiteral("quave"));
        const auto session = openedWithTwo();
        const QStringList before = m_computer->told(m_connection);
        const EntryKey office = keyOf(*session, QStringLiteral("203.0.113.0/24"));
        if (moved)
            session->edit(office, entry(QStringLiteral("192.0.2.0/24 office")).content);
        else
            session->remove({office});
        QVERIFY(await(session->apply({.watch = std::chrono::seconds(60)})));
        const auto other = m_computer->opened(m_connection, ListSession::Memory::Transient);
        other->add(entry(QStringLiteral("203.0.113.0/24 office")).content);
        QVERIFY(await(other->apply({})));
        QVERIFY(await(session->revertWatched()));
        QCOMPARE(m_computer->told(m_connection), before);
    }

    void revertingLeavesWhatOthersHaveChangedSince()
    {
        connectTo(QStringLiteral("quave"));
        const auto session = openedWithTwo();
        edit(*session);
        QVERIFY(await(session->apply({.watch = std::chrono::seconds(60)})));
        const auto other = m_computer->opened(m_connection, ListSession::Memory::Transient);
        other->edit(keyOf(*other, QStringLiteral("198.51.100.7")),
                    entry(QStringLiteral("198.51.100.7 colleague")).content);
        other->add(entry(QStringLiteral("192.0.2.9 theirs")).content);
        QVERIFY(await(other->apply({})));
        QVERIFY(await(session->revertWatched()));
        QCOMPARE(m_computer->told(m_connection),
                 sorted({QStringLiteral("127.0.0.1 me"), QStringLiteral("192.0.2.9 theirs"),
                         QStringLiteral("198.51.100.7 colleague"), QStringLiteral("203.0.113.0/24 office")}));
    }
};

GATEHOUSE_TEST(TestApplyJournal, QCoreApplication)
#include "tst_apply_journal.moc"
