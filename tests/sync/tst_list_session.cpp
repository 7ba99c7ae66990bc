// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "support/Await.h"
#include "support/Patience.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"
#include "sync/ListSession.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

EntryContent content(const char *range, const char *label = "")
{
    EntryContent content;
    content.range = *IpRange::parse(range);
    content.label = QString::fromUtf8(label);
    return content;
}

const Entry *entryOf(const std::vector<Entry> &entries, const char *range)
{
    const auto found = std::ranges::find_if(
        entries, [&](const Entry &entry) { return entry.content.range == *IpRange::parse(range); });
    return found == entries.end() ? nullptr : &*found;
}

/// A home with its embedded service, and the list of this computer open in it.
class Desk
{
public:
    explicit Desk(const Home &home)
        : m_composition(home)
    {}

    bool begin()
    {
        return m_composition.open() && await(m_composition.startEmbedded()) && await(m_composition.book().load());
    }
    std::unique_ptr<ListSession> session(ListSession::Memory memory = ListSession::Memory::Kept)
    {
        return std::make_unique<ListSession>(m_composition.book().records().front(), m_composition.connector(),
                                             m_composition.store(), m_composition.addresses(), m_composition.clock(),
                                             memory);
    }
    /// What the service holds, read past any session.
    std::vector<Entry> atService()
    {
        const auto service = await(m_composition.connector().connectTo(m_composition.book().records().front()));
        return service ? await((*service)->fetch()).value_or(std::vector<Entry>{}) : std::vector<Entry>{};
    }
    Composition &composition() { return m_composition; }

private:
    Composition m_composition;
};

} // namespace

class TestListSession final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ListSession> m_session;

    /// The list has the caller's address and an office, both live.
    void addOwnAndOffice()
    {
        m_session->add({content("127.0.0.1", "Me"), content("203.0.113.0/24", "Office")});
        QVERIFY(await(m_session->apply({})));
        QCOMPARE(m_desk->atService().size(), 2U);
    }
    EntryKey keyOf(const char *range) { return entryOf(m_session->draft().result().entries(), range)->key; }

    /// Both sides have given the office another label, and the apply was refused for that.
    EntryKey conflict()
    {
        addOwnAndOffice();
        const auto other = m_desk->session(ListSession::Memory::Transient);
        (void)await(other->reload());
        other->edit(entryOf(other->draft().result().entries(), "203.0.113.0/24")->key,
                    content("203.0.113.0/24", "Theirs"));
        (void)await(other->apply({}));
        const EntryKey key = keyOf("203.0.113.0/24");
        m_session->edit(key, content("203.0.113.0/24", "Mine"));
        (void)await(m_session->apply({}));
        return key;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<TempHome>();
        m_desk = std::make_unique<Desk>(m_home->home());
        QVERIFY(m_desk->begin());
        m_session = m_desk->session();
        QVERIFY(await(m_session->open()));
        QVERIFY(await(m_session->reload()));
    }

    void cleanup()
    {
        m_session.reset();
        m_desk.reset();
        m_home.reset();
    }

    void addsAndReadsBack()
    {
        const EntryKey key = m_session->add(content("127.0.0.1", "Me"));
        QCOMPARE(m_session->stateOf(key), RowState::Added);

        const Result<ApplyOutcome> outcome = await(m_session->apply({}));

        QVERIFY(outcome);
        QCOMPARE(outcome->applied.count(Change::Kind::Added), 1U);
        QCOMPARE(m_session->stateOf(key), RowState::Live);
        QVERIFY(m_session->draft().isClean());
        const std::vector<Entry> held = m_desk->atService();
        QCOMPARE(held.size(), 1U);
        QCOMPARE(held.front().content.label, QStringLiteral("Me"));
    }

    void everyKindOfEditArrives()
    {
        addOwnAndOffice();
        const QDateTime end = m_desk->composition().clock().now().addDays(3);
        m_session->setActive({keyOf("203.0.113.0/24")}, false);
        m_session->setExpiry({keyOf("203.0.113.0/24")}, end);
        EntryContent mine = content("127.0.0.0/8", "This computer");
        m_session->edit(keyOf("127.0.0.1"), mine);
        m_session->add(content("2001:db8::/48", "Branch"));

        QVERIFY(await(m_session->apply({})));

        const std::vector<Entry> held = m_desk->atService();
        QCOMPARE(held.size(), 3U);
        QVERIFY(!entryOf(held, "203.0.113.0/24")->content.active);
        QVERIFY(std::abs(entryOf(held, "203.0.113.0/24")->content.expiresAt->secsTo(end)) <= 3600);
        QCOMPARE(entryOf(held, "127.0.0.0/8")->content.label, QStringLiteral("This computer"));
        QVERIFY(entryOf(held, "2001:db8::/48"));
    }

    void undoOfWhatIsLiveAsksForTheOpposite()
    {
        addOwnAndOffice();
        m_session->remove({keyOf("203.0.113.0/24")});
        QVERIFY(await(m_session->apply({})));
        QCOMPARE(m_desk->atService().size(), 1U);

        m_session->undoStack()->undo();
        QCOMPARE(m_session->draft().changes().count(Change::Kind::Added), 1U);
        QVERIFY(await(m_session->apply({})));

        QCOMPARE(m_desk->atService().size(), 2U);
        QCOMPARE(entryOf(m_desk->atService(), "203.0.113.0/24")->content.label, QStringLiteral("Office"));
    }

    void discardTakesEverythingBackAndIsUndone()
    {
        addOwnAndOffice();
        m_session->remove({keyOf("203.0.113.0/24")});
        m_session->add(content("198.51.100.7"));
        m_session->discard();
        QVERIFY(m_session->draft().isClean());
        m_session->undoStack()->undo();
        QCOMPARE(m_session->draft().changeCount(), 2);
    }

    void draftSurvivesTheProgram()
    {
        addOwnAndOffice();
        m_session->add(content("198.51.100.7", "Pending"));
        QCoreApplication::processEvents(); // the draft is stored with the next turn of the event loop
        m_session.reset();
        m_desk.reset();

        m_desk = std::make_unique<Desk>(m_home->home());
        QVERIFY(m_desk->begin());
        m_session = m_desk->session();
        QVERIFY(await(m_session->open()));

        QCOMPARE(m_session->draft().snapshot().size(), 2U);
        QCOMPARE(m_session->draft().changeCount(), 1);
        QCOMPARE(m_session->stateOf(keyOf("198.51.100.7")), RowState::Added);
    }

    void lockOutIsRefusedWithoutConsent()
    {
        addOwnAndOffice();
        m_session->setActive({keyOf("127.0.0.1")}, false);

        const Result<ApplyOutcome> refused = await(m_session->apply({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::LockOut);
        QVERIFY(entryOf(m_desk->atService(), "127.0.0.1")->content.active);
        QCOMPARE(m_session->draft().changeCount(), 1);

        QVERIFY(await(m_session->apply({true})));
        QVERIFY(!entryOf(m_desk->atService(), "127.0.0.1")->content.active);
    }

    void openingToEveryoneIsRefusedWithoutConsent()
    {
        addOwnAndOffice();
        m_session->remove({keyOf("127.0.0.1"), keyOf("203.0.113.0/24")});
        const Result<ApplyOutcome> refused = await(m_session->apply({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::LockOut);
        QCOMPARE(m_desk->atService().size(), 2U);
    }

    void twoEditorsLoseNothing()
    {
        addOwnAndOffice();
        const auto other = m_desk->session(ListSession::Memory::Transient);
        QVERIFY(await(other->reload()));
        other->add(content("198.51.100.7", "Theirs"));
        QVERIFY(await(other->apply({})));

        m_session->add(content("198.51.100.8", "Mine"));
        EntryContent renamed = content("203.0.113.0/24", "Main office");
        m_session->edit(keyOf("203.0.113.0/24"), renamed);
        QVERIFY(await(m_session->apply({})));

        const std::vector<Entry> held = m_desk->atService();
        QCOMPARE(held.size(), 4U);
        QVERIFY(entryOf(held, "198.51.100.7"));
        QVERIFY(entryOf(held, "198.51.100.8"));
        QCOMPARE(entryOf(held, "203.0.113.0/24")->content.label, QStringLiteral("Main office"));
    }

    void trueConflictIsAskedAbout()
    {
        addOwnAndOffice();
        const auto other = m_desk->session(ListSession::Memory::Transient);
        QVERIFY(await(other->reload()));
        const EntryKey theirs = entryOf(other->draft().result().entries(), "203.0.113.0/24")->key;
        other->edit(theirs, content("203.0.113.0/24", "Theirs"));
        QVERIFY(await(other->apply({})));

        const EntryKey key = keyOf("203.0.113.0/24");
        m_session->edit(key, content("203.0.113.0/24", "Mine"));
        const Result<ApplyOutcome> refused = await(m_session->apply({}));

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(m_session->stateOf(key), RowState::Conflict);
        QVERIFY(!m_session->reasonOf(key).isEmpty());
        m_session->settle(key, ListSession::Version::Mine);
        QVERIFY(await(m_session->apply({})));
        QCOMPARE(entryOf(m_desk->atService(), "203.0.113.0/24")->content.label, QStringLiteral("Mine"));
    }

    void aConflictStaysUntilItIsSettled_data()
    {
        QTest::addColumn<bool>("restarts");
        QTest::newRow("over further readings") << false;
        QTest::newRow("over a restart") << true;
    }

    void aConflictStaysUntilItIsSettled()
    {
        QFETCH(const bool, restarts);
        const EntryKey key = conflict();
        if (restarts) {
            m_session = m_desk->session();
            QVERIFY(await(m_session->open()));
            QCOMPARE(m_session->conflicts().size(), 1U);
        }
        QVERIFY(await(m_session->reload()));
        QVERIFY(await(m_session->reload()));
        QCOMPARE(m_session->conflicts().size(), 1U);
        const Conflict &asked = m_session->conflicts().front();
        QCOMPARE(asked.base->content.label, QStringLiteral("Office"));
        QCOMPARE(asked.mine->content.label, QStringLiteral("Mine"));
        QCOMPARE(asked.theirs->content.label, QStringLiteral("Theirs"));
        QCOMPARE(await(m_session->apply({})).error().kind, ErrorKind::Conflict);
        QCOMPARE(entryOf(m_desk->atService(), "203.0.113.0/24")->content.label, QStringLiteral("Theirs"));

        QVERIFY(m_session->settle(key, ListSession::Version::Theirs));
        QVERIFY(m_session->draft().isClean());
        QVERIFY(await(m_session->reload()));
        QVERIFY(m_session->conflicts().empty());
        QVERIFY(!m_session->settle(key, ListSession::Version::Mine));
    }

    void aSettledConflictIsNotAskedAboutAgainAfterARestart()
    {
        const EntryKey key = conflict();
        QVERIFY(m_session->settle(key, ListSession::Version::Mine));
        QCoreApplication::processEvents(); // the draft is on its way to the store, which answers in order
        m_session = m_desk->session();
        QVERIFY(await(m_session->open()));
        QVERIFY(m_session->conflicts().empty());
        QVERIFY(await(m_session->apply({})));
        QCOMPARE(entryOf(m_desk->atService(), "203.0.113.0/24")->content.label, QStringLiteral("Mine"));
    }

    void anEditOfAConflictIsWhatIsMine()
    {
        const EntryKey key = conflict();
        m_session->edit(key, content("198.51.100.0/24", "Moved"));
        QCOMPARE(m_session->conflicts().size(), 1U);
        QCOMPARE(m_session->conflicts().front().mine->content.label, QStringLiteral("Moved"));
        QVERIFY(m_session->settle(key, ListSession::Version::Both));
        QVERIFY(await(m_session->apply({})));
        QCOMPARE(entryOf(m_desk->atService(), "198.51.100.0/24")->content.label, QStringLiteral("Moved"));
        QCOMPARE(entryOf(m_desk->atService(), "203.0.113.0/24")->content.label, QStringLiteral("Theirs"));
    }

    void aConflictOfWhichNothingIsWantedAnyMoreIsNone()
    {
        const EntryKey key = conflict();
        m_session->revert({key});
        QVERIFY(m_session->conflicts().empty());
        QVERIFY(m_session->draft().isClean());
    }

    void bothVersionsMayStandBesideEachOther()
    {
        addOwnAndOffice();
        const auto other = m_desk->session(ListSession::Memory::Transient);
        QVERIFY(await(other->reload()));
        const EntryKey theirs = entryOf(other->draft().result().entries(), "203.0.113.0/24")->key;
        other->edit(theirs, content("198.51.100.0/24", "Theirs"));
        QVERIFY(await(other->apply({})));

        const EntryKey key = keyOf("203.0.113.0/24");
        m_session->edit(key, content("192.0.2.0/24", "Mine"));
        QVERIFY(!await(m_session->apply({})));
        QCOMPARE(m_session->conflicts().size(), 1U);
        m_session->settle(key, ListSession::Version::Both);
        QVERIFY(m_session->conflicts().empty());
        QVERIFY(await(m_session->apply({})));
        QCOMPARE(entryOf(m_desk->atService(), "192.0.2.0/24")->content.label, QStringLiteral("Mine"));
        QCOMPARE(entryOf(m_desk->atService(), "198.51.100.0/24")->content.label, QStringLiteral("Theirs"));
        QVERIFY(!entryOf(m_desk->atService(), "203.0.113.0/24"));
    }

    void oneRangeIsNotKeptTwice()
    {
        addOwnAndOffice();
        const auto other = m_desk->session(ListSession::Memory::Transient);
        QVERIFY(await(other->reload()));
        other->edit(entryOf(other->draft().result().entries(), "203.0.113.0/24")->key,
                    content("203.0.113.0/24", "Theirs"));
        QVERIFY(await(other->apply({})));
        const EntryKey key = keyOf("203.0.113.0/24");
        m_session->edit(key, content("203.0.113.0/24", "Mine"));
        QVERIFY(!await(m_session->apply({})));
        m_session->settle(key, ListSession::Version::Both);
        QCOMPARE(m_session->conflicts().size(), 1U);
    }

    void failureKeepsTheDraft()
    {
        addOwnAndOffice();
        m_session->add(content("198.51.100.7", "Pending"));
        m_desk->composition().connector().setEmbedded(
            {QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("x")});
        m_session->forgetService();

        const Result<ApplyOutcome> failed = await(m_session->apply({}));

        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Network);
        QCOMPARE(m_session->draft().changeCount(), 1);
        QCOMPARE(m_session->activity(), ListSession::Activity::Idle);
    }

    void wrongSecretIsUnauthorisedAndChangesNothing()
    {
        const EmbeddedEndpoint wrong{m_desk->composition().embedded()->url(), QStringLiteral("wrong-token")};
        m_desk->composition().connector().setEmbedded(wrong);
        m_session->forgetService();
        m_session->add(content("127.0.0.1"));
        const Result<ApplyOutcome> failed = await(m_session->apply({}));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(failed.error().httpStatus, 401);
        QVERIFY(!failed.error().detail.contains(QStringLiteral("wrong-token")));
    }

    void oneTaskAtATime()
    {
        const Future<void> first = m_session->reload();
        const Result<void> second = await(m_session->reload());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::InvalidInput);
        QVERIFY(await(first));
    }

    void cancelledReloadLeavesTheListAsItWas()
    {
        addOwnAndOffice();
        Future<void> reading = m_session->reload();
        reading.cancel();
        QTRY_COMPARE(m_session->activity(), ListSession::Activity::Idle);
        QCOMPARE(m_session->draft().snapshot().size(), 2U);
        QVERIFY(await(m_session->reload()));
    }

    void signalsNameWhatChanged()
    {
        QSignalSpy edited(m_session.get(), &ListSession::entriesChanged);
        const EntryKey key = m_session->add(content("127.0.0.1"));
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.front().front().value<QList<EntryKey>>(), QList<EntryKey>{key});
    }

    void transientSessionLeavesTheStoreAlone()
    {
        addOwnAndOffice();
        m_session->add(content("198.51.100.7", "Pending in the window"));
        QCoreApplication::processEvents();
        const auto call = m_desk->session(ListSession::Memory::Transient);
        QVERIFY(await(call->reload()));
        call->add(content("198.51.100.8", "From a script"));
        QVERIFY(await(call->apply({})));
        QVERIFY(!entryOf(m_desk->atService(), "198.51.100.7"));

        m_session = m_desk->session();
        QVERIFY(await(m_session->open()));
        QCOMPARE(m_session->draft().changeCount(), 1);
    }
};

GATEHOUSE_TEST(TestListSession, QCoreApplication)
#include "tst_list_session.moc"
