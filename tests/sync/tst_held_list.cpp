// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "allowlist/Text.h"
#include "support/TestProgram.h"
#include "sync/HeldList.h"

#include <QTest>
#include <QUndoStack>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

} // namespace

/// Labels, switches and expiry on services that hold less, over real HTTP.
class TestHeldList final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Office> m_office;
    std::unique_ptr<Computer> m_desk;
    ConnectionRecord m_connection;

    void connectTo(const QString &service)
    {
        m_office = std::make_unique<Office>();
        m_desk = std::make_unique<Computer>(m_office->clock, m_office->echoes());
        m_connection = m_desk->connect(m_office->connection(service), m_office->token());
    }
    /// Our own address and an office for a day, sent.
    std::unique_ptr<ListSession> begun()
    {
        auto session = m_desk->opened(m_connection);
        session->add(contents({u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office 24h"_s}));
        const auto applied = await(session->apply({}));
        if (!applied)
            qFatal("%s", qPrintable(kindName(applied.error().kind) + applied.error().message));
        return session;
    }
    static void services()
    {
        QTest::addColumn<QString>("service");
        for (const char *service : {"astro", "cortex", "bitbybit", "quave"})
            QTest::newRow(service) << QString::fromLatin1(service);
    }
    [[nodiscard]] bool holdsLabels() const { return m_connection.serviceId != u"astro"; }
    [[nodiscard]] bool holdsEverything() const { return m_connection.serviceId == u"quave"; }

private Q_SLOTS:
    void cleanup()
    {
        m_desk.reset(); // before the clock it goes by
        m_office.reset();
    }

    void everyServiceHasLabelsSwitchesAndExpiry_data() { services(); }
    void everyServiceHasLabelsSwitchesAndExpiry()
    {
        QFETCH(const QString, service);
        connectTo(service);
        const auto session = begun();
        session->setActive({session->add(contents({u"203.0.113.0/24 Guests 6h"_s})).front()}, false);

        QVERIFY(await(session->apply({})));

        const QStringList whole{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office 24h"_s, u"203.0.113.0/24 Guests off 6h"_s};
        QCOMPARE(shown(*session), whole);
        QVERIFY(session->draft().isClean());
        QCOMPARE(shown(*m_desk->opened(m_connection, ListSession::Memory::Transient)), whole);
        if (holdsEverything())
            QCOMPARE(m_desk->told(m_connection), whole);
        else if (holdsLabels())
            QCOMPARE(m_desk->told(m_connection), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office"_s}));
        else
            QCOMPARE(m_desk->told(m_connection), (QStringList{u"127.0.0.1"_s, u"198.51.100.0/24"_s}));
        QCOMPARE(session->keptFields(), (KeptFields{!holdsLabels(), !holdsEverything(), !holdsEverything()}));
        const KeptFields me = session->keptOf(keyOf(*session, u"127.0.0.1"_s));
        QCOMPARE(me.label, !holdsLabels());
        QVERIFY(!me.active && !me.expiry);
        QCOMPARE(session->keptOf(keyOf(*session, u"203.0.113.0/24"_s)), session->keptFields());
    }

    void everythingIsThereAfterARestart_data() { services(); }
    void everythingIsThereAfterARestart()
    {
        QFETCH(const QString, service);
        connectTo(service);
        auto session = begun();
        session->setActive({keyOf(*session, u"198.51.100.0/24"_s)}, false);
        QVERIFY(await(session->apply({})));
        const QStringList before = shown(*session);
        session.reset();
        m_desk->restart();

        const auto again = m_desk->session(m_connection);
        QVERIFY(await(again->open()));
        QCOMPARE(shown(*again), before);
        QCOMPARE(again->stateOf(keyOf(*again, u"198.51.100.0/24"_s)), RowState::Live);
        QVERIFY(await(again->reload()));
        QCOMPARE(shown(*again), before);
        QVERIFY(again->draft().isClean());
    }

    void keptFieldsFollowAChangeOfRange_data() { services(); }
    void keptFieldsFollowAChangeOfRange()
    {
        QFETCH(const QString, service);
        connectTo(service);
        const auto session = begun();
        const EntryKey key = keyOf(*session, u"198.51.100.0/24"_s);
        EntryContent moved = session->draft().entry(key)->content;
        moved.range = range(u"203.0.113.0/25"_s);
        session->edit(key, moved);

        QVERIFY(await(session->apply({})));

        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"203.0.113.0/25 Office 24h"_s}));
        QCOMPARE(shown(*m_desk->opened(m_connection)), shown(*session));
        QCOMPARE(keyOf(*session, u"203.0.113.0/25"_s), key);
    }

    void switchedOffIsRemovedThereAndComesBack_data() { services(); }
    void switchedOffIsRemovedThereAndComesBack()
    {
        QFETCH(const QString, service);
        connectTo(service);
        const auto session = begun();
        const EntryKey key = keyOf(*session, u"198.51.100.0/24"_s);
        session->setActive({key}, false);
        QVERIFY(await(session->apply({})));
        QCOMPARE(m_desk->told(m_connection).size(), holdsEverything() ? 2 : 1);
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office off 24h"_s}));
        QCOMPARE(session->stateOf(key), RowState::Live);

        EntryContent edited = session->draft().entry(key)->content;
        edited.label = u"Annex"_s;
        session->edit(key, edited);
        QVERIFY(await(session->apply({})));
        session->setActive({key}, true);
        QVERIFY(await(session->apply({})));

        QCOMPARE(m_desk->told(m_connection).size(), 2);
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Annex 24h"_s}));
    }

    void undoOfAKeptChangeIsAChangeBack()
    {
        connectTo(u"astro"_s);
        const auto session = begun();
        const EntryKey key = keyOf(*session, u"198.51.100.0/24"_s);
        session->setActive({key}, false);
        QVERIFY(await(session->apply({})));
        session->undoStack()->undo();
        QVERIFY(await(session->apply({})));
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office 24h"_s}));
    }

    void aChangeOfLabelsAloneSendsNothing()
    {
        connectTo(u"astro"_s);
        const auto session = begun();
        const auto service = await(m_desk->connector().connectTo(m_connection));
        const auto before = await((*service)->fetch()).value();
        EntryContent renamed = entry(u"198.51.100.0/24 Annex 3h"_s).content;
        session->edit(keyOf(*session, u"198.51.100.0/24"_s), renamed);
        const auto outcome = await(session->apply({}));
        QVERIFY(outcome);
        QCOMPARE(outcome->applied.count(Change::Kind::Changed), 1U);
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Annex 3h"_s}));
        QCOMPARE(await((*service)->fetch()).value(), before); // the same ids, too
    }

    void whatVanishedIsOffered_data() { services(); }
    void whatVanishedIsOffered()
    {
        QFETCH(const QString, service);
        connectTo(service);
        const auto session = begun();
        {
            Computer elsewhere(m_office->clock, m_office->echoes());
            const auto other =
                elsewhere.opened(elsewhere.connect(m_office->connection(m_connection.serviceId), m_office->token()));
            other->remove({keyOf(*other, u"198.51.100.0/24"_s)});
            QVERIFY(await(other->apply({})));
        }
        QVERIFY(await(session->reload()));
        if (holdsEverything()) {
            QCOMPARE(shown(*session), QStringList{u"127.0.0.1 Me"_s});
            return;
        }
        const EntryKey key = keyOf(*session, u"198.51.100.0/24"_s);
        QCOMPARE(session->stateOf(key), RowState::Vanished);
        QVERIFY(!session->draft().entry(key)->content.active); // it lets nobody in
        const auto again = m_desk->session(m_connection);
        QVERIFY(await(again->open()));
        QCOMPARE(again->stateOf(keyOf(*again, u"198.51.100.0/24"_s)), RowState::Vanished);

        session->bringBack({key, keyOf(*session, u"127.0.0.1"_s)});
        QCOMPARE(session->draft().changeCount(), 1);
        QVERIFY(await(session->apply({})));
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office 24h"_s}));
        QCOMPARE(session->stateOf(key), RowState::Live);
        QCOMPARE(m_desk->told(m_connection).size(), 2);
    }

    void whatVanishedCanBeForgotten()
    {
        connectTo(u"astro"_s);
        const auto session = begun();
        const auto service = await(m_desk->connector().connectTo(m_connection));
        Operation removal;
        removal.kind = Operation::Kind::Remove;
        removal.entries = {session->draft().snapshot().entries().back()};
        QVERIFY(await((*service)->send(removal)));
        QVERIFY(await(session->reload()));
        const EntryKey key = keyOf(*session, u"198.51.100.0/24"_s);
        QCOMPARE(session->stateOf(key), RowState::Vanished);
        session->remove({key});
        QVERIFY(await(session->apply({})));
        QCOMPARE(shown(*m_desk->opened(m_connection)), QStringList{u"127.0.0.1 Me"_s});
    }

    void aPendingRemovalOfWhatVanishedIsNoConflict()
    {
        connectTo(u"cortex"_s);
        const auto session = begun();
        session->remove({keyOf(*session, u"198.51.100.0/24"_s)});
        const auto service = await(m_desk->connector().connectTo(m_connection));
        Operation replace;
        replace.entries = {entry(u"127.0.0.1 Me"_s)};
        QVERIFY(await((*service)->send(replace)));
        QVERIFY(await(session->reload()));
        QVERIFY(session->conflicts().empty());
        QVERIFY(await(session->apply({})));
        QCOMPARE(shown(*session), QStringList{u"127.0.0.1 Me"_s});
    }

    void twoSessionsKeepTheSame()
    {
        connectTo(u"astro"_s);
        const auto window = begun();
        window->add(contents({u"203.0.113.9 Pending"_s}));
        const auto call = m_desk->opened(m_connection, ListSession::Memory::Transient);
        EntryContent renamed = call->draft().entry(keyOf(*call, u"198.51.100.0/24"_s))->content;
        renamed.label = u"Renamed by a script"_s;
        call->edit(keyOf(*call, u"198.51.100.0/24"_s), renamed);
        call->add(contents({u"203.0.113.7 Script 2h"_s}));
        QVERIFY(await(call->apply({})));

        QVERIFY(await(window->reload()));
        QCOMPARE(window->draft().changeCount(), 1);
        QVERIFY(await(window->apply({})));
        const QStringList all = sorted({u"127.0.0.1 Me"_s, u"198.51.100.0/24 Renamed by a script 24h"_s,
                                        u"203.0.113.7 Script 2h"_s, u"203.0.113.9 Pending"_s});
        QCOMPARE(shown(*window), all);
        QVERIFY(await(call->reload()));
        QCOMPARE(shown(*call), all);
    }

    void twoSessionsThatSendAtOnceLoseNothing()
    {
        connectTo(u"cortex"_s); // which takes whole lists
        const auto window = begun();
        const auto call = m_desk->opened(m_connection, ListSession::Memory::Transient);
        window->add(contents({u"203.0.113.9 Window 2h"_s}));
        call->add(contents({u"203.0.113.7 Script 3h"_s}));
        const auto first = window->apply({});
        const auto second = call->apply({});
        QVERIFY(await(first));
        QVERIFY(await(second));
        QVERIFY(await(window->reload()));
        QCOMPARE(shown(*window), sorted({u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office 24h"_s, u"203.0.113.7 Script 3h"_s,
                                         u"203.0.113.9 Window 2h"_s}));
    }

    void aConflictInAKeptFieldIsAskedAbout()
    {
        connectTo(u"astro"_s);
        const auto window = begun();
        const EntryKey key = keyOf(*window, u"198.51.100.0/24"_s);
        window->edit(key, entry(u"198.51.100.0/24 Mine 24h"_s).content);
        const auto call = m_desk->opened(m_connection, ListSession::Memory::Transient);
        call->edit(keyOf(*call, u"198.51.100.0/24"_s), entry(u"198.51.100.0/24 Theirs 24h"_s).content);
        QVERIFY(await(call->apply({})));
        const auto refused = await(window->apply({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(window->stateOf(key), RowState::Conflict);
        window->settle(key, ListSession::Version::Mine);
        QVERIFY(await(window->apply({})));
        QCOMPARE(shown(*window), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Mine 24h"_s}));
    }

    /// The program ends after the keeping and before or after the sending.
    void aCrashWhileSendingLosesNothing_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<bool>("arrived");
        for (const char *service : {"astro", "cortex", "bitbybit"}) {
            QTest::addRow("%s, not sent", service) << QString::fromLatin1(service) << false;
            QTest::addRow("%s, sent", service) << QString::fromLatin1(service) << true;
        }
    }
    void aCrashWhileSendingLosesNothing()
    {
        QFETCH(const QString, service);
        QFETCH(const bool, arrived);
        connectTo(service);
        auto session = begun();
        session->add(contents({u"203.0.113.5 Cat"_s}));
        QVERIFY(await(session->apply({})));

        session->add(contents({u"203.0.113.7 New 3h"_s}));
        session->setActive({keyOf(*session, u"203.0.113.5"_s)}, false);
        session->edit(keyOf(*session, u"198.51.100.0/24"_s), entry(u"198.51.100.0/25 Half 5h"_s).content);
        const QStringList wanted = sorted(inWords(session->draft().result()));
        QCoreApplication::processEvents(); // the draft is stored with the next turn of the event loop
        sendHalfWay(*session, arrived);
        session.reset();
        m_desk->restart();

        m_office->clock.advance(std::chrono::minutes(1));
        auto again = m_desk->opened(m_connection);
        QCOMPARE(sorted(inWords(again->draft().result())), wanted);
        for (const Entry &live : again->draft().snapshot().entries())
            QVERIFY(!live.content.active ||
                    m_desk->told(m_connection).join(u';').contains(toShortQString(live.content.range)));
        QCOMPARE(again->draft().isClean(), arrived);
        QVERIFY(await(again->apply({})));
        QCOMPARE(shown(*again), wanted);

        again.reset();
        m_office->clock.advance(std::chrono::hours(1));
        QCOMPARE(shown(*m_desk->opened(m_connection)), wanted);
    }

private:
    /// What an apply does up to the sending, or up to the reading back.
    void sendHalfWay(const ListSession &session, bool arrived)
    {
        QObject context;
        const auto service = await(m_desk->connector().connectTo(m_connection)).value();
        HeldList list(m_connection.id, m_desk->store(), m_office->clock, &context);
        list.setHolding(holdingOf(service->definition(), m_connection));
        const Reading reading = await(list.read(service)).value();
        list.adopt(session.draft().snapshot(), reading.places);
        QVERIFY(await(list.prepare(session.draft())));
        if (!arrived)
            return;
        for (const Operation &operation : service->plan(list.outgoing(session.draft()), {}))
            QVERIFY(await(service->send(operation)));
    }

private Q_SLOTS:
    void expiryInTheLabelIsSeenEverywhere_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("cortex") << u"cortex"_s;
        QTest::newRow("bitbybit") << u"bitbybit"_s;
    }
    void expiryInTheLabelIsSeenEverywhere()
    {
        QFETCH(const QString, service);
        connectTo(service);
        m_connection.expiryInLabel = true;
        m_connection = await(m_desk->book().save(m_connection, {})).value();
        const auto session = begun();
        QCOMPARE(m_desk->told(m_connection).back(), u"198.51.100.0/24 Office [until 2026-03-02 12:00 UTC]"_s);
        QCOMPARE(session->keptOf(keyOf(*session, u"198.51.100.0/24"_s)), KeptFields{});

        Computer elsewhere(m_office->clock); // where nobody chose anything
        const auto there = elsewhere.connect(m_office->connection(m_connection.serviceId), m_office->token());
        const auto other = elsewhere.opened(there);
        QCOMPARE(shown(*other), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office 24h"_s}));
        QCOMPARE(other->keptOf(keyOf(*other, u"198.51.100.0/24"_s)), KeptFields{});
        other->edit(keyOf(*other, u"198.51.100.0/24"_s), entry(u"198.51.100.0/24 Office 6h"_s).content);
        other->add(contents({u"203.0.113.7 New 3h"_s}));
        QVERIFY(await(other->apply({})));
        QCOMPARE(m_desk->told(m_connection),
                 (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office [until 2026-03-01 18:00 UTC]"_s,
                              u"203.0.113.7 New"_s}));
        QVERIFY(await(session->reload()));
        QCOMPARE(shown(*session),
                 (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office 6h"_s, u"203.0.113.7 New"_s}));
    }

    void expiriesGoIntoLabelsOnceThatIsChosen()
    {
        connectTo(u"cortex"_s);
        const auto session = begun();
        QCOMPARE(session->keptOf(keyOf(*session, u"198.51.100.0/24"_s)), (KeptFields{false, false, true}));
        m_connection.expiryInLabel = true;
        session->setConnection(m_connection);
        QVERIFY(session->rules().expiryInLabel);
        session->add(contents({u"203.0.113.7 New 3h"_s}));
        QVERIFY(await(session->apply({})));
        QCOMPARE(m_desk->told(m_connection),
                 (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.0/24 Office [until 2026-03-02 12:00 UTC]"_s,
                              u"203.0.113.7 New [until 2026-03-01 15:00 UTC]"_s}));
        QVERIFY(await(m_desk->store().overlay(m_connection.id)).value().rows.empty());
    }

    void whatIsSwitchedOffIsAllThatIsKeptOnceItIsSettled()
    {
        connectTo(u"cortex"_s);
        const auto session = begun();
        const EntryKey key = keyOf(*session, u"198.51.100.0/24"_s);
        session->setActive({key}, false);
        QVERIFY(await(session->apply({})));
        const Overlay overlay = await(m_desk->store().overlay(m_connection.id)).value();
        QCOMPARE(overlay.rows.size(), 1U);
        QCOMPARE(overlay.rows.front().state, OverlayRow::State::Away);
        QCOMPARE(overlay.rows.front().content.label, u"Office"_s);
    }

    void overdueIsShownUntilItIsDone()
    {
        connectTo(u"astro"_s);
        const auto session = begun();
        const EntryKey key = keyOf(*session, u"198.51.100.0/24"_s);
        QCOMPARE(session->stateOf(key), RowState::Live);
        m_office->clock.advance(std::chrono::hours(24));
        QCOMPARE(session->stateOf(key), RowState::Overdue);
        session->setActive({key}, false);
        QCOMPARE(session->stateOf(key), RowState::Changed);
        QVERIFY(await(session->apply({})));
        QCOMPARE(session->stateOf(key), RowState::Live); // it lets nobody in any more
    }
};

GATEHOUSE_TEST(TestHeldList, QCoreApplication)
#include "tst_held_list.moc"
