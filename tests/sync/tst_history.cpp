// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

/// What sessions, the keeper and others leave in the history of a list.
class HistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyStateIsKept();
    void whatSomebodyElseDidIsDrift();
    void whatAnotherSessionOfOursDidIsNoDrift();
    void whatTheKeeperEndedIsNoDrift();
    void whatOthersDidBeforeAnApplyIsToldApart();
    void aLostAnswerIsNoDrift();
    void restoringIsOneStepInTheDraft_data();
    void restoringIsOneStepInTheDraft();
    void whatWasRestoredIsCalledSo();
    void aRestoreTakenBackIsForgotten();

private:
    [[nodiscard]] std::vector<HistoryVersion> versions()
    {
        return await(m_computer->store().history(m_connection.id)).value();
    }

    /// The newest first.
    [[nodiscard]] QList<HistoryCause> causes()
    {
        QList<HistoryCause> all;
        for (const HistoryVersion &version : versions())
            all.append(version.cause);
        return all;
    }

    /// Another person's computer, as far as the list goes.
    void addElsewhere(const QStringList &lines)
    {
        Computer other(m_office->clock);
        const ConnectionRecord theirs = other.connect(m_office->connection(m_connection.serviceId), m_office->token());
        const auto session = other.opened(theirs);
        session->add(contents(lines));
        QVERIFY(await(session->apply({.lockOut = true})));
    }

    void applyAdding(ListSession &session, const QStringList &lines)
    {
        session.add(contents(lines));
        const auto outcome = await(session.apply({.lockOut = true}));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    }

    std::unique_ptr<Office> m_office;
    std::unique_ptr<Computer> m_computer;
    ConnectionRecord m_connection;
};

void HistoryTest::init()
{
    m_office = std::make_unique<Office>();
    m_computer = std::make_unique<Computer>(m_office->clock);
    m_connection = m_computer->connect(m_office->connection(u"quave"_s), m_office->token());
}

void HistoryTest::cleanup()
{
    m_computer.reset();
    m_office.reset();
}

void HistoryTest::everyStateIsKept()
{
    const auto session = m_computer->opened(m_connection);
    applyAdding(*session, {u"203.0.113.5 office"_s});
    applyAdding(*session, {u"203.0.113.6 lobby"_s});
    QVERIFY(await(session->reload())); // nothing new
    const auto all = versions();
    QCOMPARE(causes(), (QList{HistoryCause::Applied, HistoryCause::Applied, HistoryCause::FirstRead}));
    QCOMPARE(all.front().added, 1);
    QCOMPARE(all.front().entries, 2);
    QCOMPARE(inWords(await(m_computer->store().stateOf(m_connection.id, 2)).value()),
             QStringList{u"203.0.113.5 office"_s});
}

void HistoryTest::whatSomebodyElseDidIsDrift()
{
    const auto session = m_computer->opened(m_connection);
    applyAdding(*session, {u"203.0.113.5 office"_s});
    QSignalSpy drifted(session.get(), &ListSession::drifted);
    addElsewhere({u"203.0.113.6 lobby"_s});
    QVERIFY(await(session->reload()));
    QTRY_COMPARE(drifted.size(), 1);
    const auto version = drifted[0][0].value<HistoryVersion>();
    const auto changes = drifted[0][1].value<ChangeSet>();
    QCOMPARE(version.number, 3);
    QCOMPARE(version.cause, HistoryCause::Elsewhere);
    QCOMPARE(changes.changes.size(), std::size_t(1));
    QCOMPARE(changes.changes.front().kind(), Change::Kind::Added);
    QCOMPARE(changes.changes.front().key(), keyOf(*session, u"203.0.113.6"_s));
}

void HistoryTest::whatAnotherSessionOfOursDidIsNoDrift()
{
    const auto session = m_computer->opened(m_connection);
    QSignalSpy drifted(session.get(), &ListSession::drifted);
    QSignalSpy recorded(session.get(), &ListSession::recorded);
    const auto other = m_computer->opened(m_connection, ListSession::Memory::Transient);
    applyAdding(*other, {u"203.0.113.5 office"_s});
    QVERIFY(await(session->reload()));
    QCOMPARE(causes(), (QList{HistoryCause::Applied, HistoryCause::FirstRead}));
    QVERIFY(drifted.isEmpty() && recorded.isEmpty());
}

void HistoryTest::whatTheKeeperEndedIsNoDrift()
{
    m_connection = m_computer->connect(m_office->connection(u"cortex"_s), m_office->token());
    const auto session = m_computer->opened(m_connection);
    applyAdding(*session, {u"127.0.0.1 office"_s, u"203.0.113.9 guest 1h"_s});
    QSignalSpy drifted(session.get(), &ListSession::drifted);
    m_office->clock.advance(std::chrono::hours(2));
    QVERIFY(await(m_computer->keeper().sweep(m_connection.id)));
    QVERIFY(await(session->reload()));
    QCOMPARE(shown(*session), QStringList{u"127.0.0.1 office"_s});
    QCOMPARE(causes().front(), HistoryCause::Keeper);
    QVERIFY(drifted.isEmpty());
}

void HistoryTest::whatOthersDidBeforeAnApplyIsToldApart()
{
    const auto session = m_computer->opened(m_connection);
    QSignalSpy drifted(session.get(), &ListSession::drifted);
    addElsewhere({u"203.0.113.6 lobby"_s});
    applyAdding(*session, {u"203.0.113.5 office"_s});
    QCOMPARE(causes(), (QList{HistoryCause::Applied, HistoryCause::Elsewhere, HistoryCause::FirstRead}));
    QTRY_COMPARE(drifted.size(), 1);
    QCOMPARE(drifted[0][1].value<ChangeSet>().changes.size(), std::size_t(1));
}

void HistoryTest::aLostAnswerIsNoDrift()
{
    const auto session = m_computer->opened(m_connection);
    QSignalSpy drifted(session.get(), &ListSession::drifted);
    session->add(contents({u"203.0.113.5 office"_s}));
    addElsewhere({u"203.0.113.5 office"_s}); // as if our own request had arrived and its answer had not
    QVERIFY(await(session->reload()));
    QCOMPARE(causes().front(), HistoryCause::Applied);
    QVERIFY(drifted.isEmpty());
}

void HistoryTest::restoringIsOneStepInTheDraft_data()
{
    QTest::addColumn<QStringList>("live");
    QTest::addColumn<QStringList>("pending"); // added to it, not sent
    QTest::addColumn<QStringList>("state");
    const QString office = u"203.0.113.5 office"_s;
    const QString lobby = u"203.0.113.6 lobby"_s;
    QTest::newRow("what went comes back") << QStringList{office} << QStringList() << QStringList{office, lobby};
    QTest::newRow("what came goes") << QStringList{office, lobby} << QStringList() << QStringList{office};
    QTest::newRow("what changed changes back")
        << QStringList{office, lobby} << QStringList() << QStringList{u"203.0.113.5 home off"_s, lobby};
    QTest::newRow("what is pending goes") << QStringList{office} << QStringList{lobby} << QStringList{office};
    QTest::newRow("what is pending and was there stays")
        << QStringList{office} << QStringList{lobby} << QStringList{office, lobby};
    QTest::newRow("everything else") << QStringList{office} << QStringList{lobby}
                                     << QStringList{u"2001:db8::/48 lab"_s, u"203.0.113.6 lobby"_s};
    QTest::newRow("an empty list") << QStringList{office, lobby} << QStringList() << QStringList();
}

void HistoryTest::restoringIsOneStepInTheDraft()
{
    QFETCH(const QStringList, live);
    QFETCH(const QStringList, pending);
    QFETCH(const QStringList, state);
    const auto session = m_computer->opened(m_connection);
    applyAdding(*session, live);
    session->undoStack()->clear();
    if (!pending.isEmpty())
        session->add(contents(pending));
    const auto wantedNow = [&] {
        QStringList lines = inWords(session->draft().result());
        lines.sort();
        return lines;
    };
    const QStringList before = wantedNow();
    const int steps = session->undoStack()->count();

    session->restore(Allowlist(entries(state)), u"Restore"_s);

    QStringList expected = state;
    expected.sort();
    QCOMPARE(wantedNow(), expected);
    QVERIFY(session->undoStack()->count() <= steps + 1);
    QStringList liveNow = live;
    liveNow.sort();
    QCOMPARE(m_computer->told(m_connection), liveNow); // nothing was sent
    while (session->undoStack()->index() > steps)
        session->undoStack()->undo();
    QCOMPARE(wantedNow(), before);
}

void HistoryTest::whatWasRestoredIsCalledSo()
{
    const auto session = m_computer->opened(m_connection);
    applyAdding(*session, {u"203.0.113.5 office"_s});
    applyAdding(*session, {u"203.0.113.6 lobby"_s});
    session->restore(await(m_computer->store().stateOf(m_connection.id, 2)).value(), u"Restore"_s);
    QVERIFY(await(session->apply({.lockOut = true})));
    QCOMPARE(m_computer->told(m_connection), QStringList{u"203.0.113.5 office"_s});
    QCOMPARE(causes().front(), HistoryCause::Restored);
    applyAdding(*session, {u"203.0.113.7 lab"_s});
    QCOMPARE(causes().front(), HistoryCause::Applied);
}

void HistoryTest::aRestoreTakenBackIsForgotten()
{
    const auto session = m_computer->opened(m_connection);
    applyAdding(*session, {u"203.0.113.5 office"_s});
    session->restore(Allowlist(entries({u"203.0.113.8"_s})), u"Restore"_s);
    session->undoStack()->undo();
    applyAdding(*session, {u"203.0.113.6 lobby"_s});
    QCOMPARE(causes().front(), HistoryCause::Applied);
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::HistoryTest, QCoreApplication)
#include "tst_history.moc"
