// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "allowlist/Text.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Headers json{{"Content-Type", "application/json"}};

/// Cortex as it documents itself, with one page of entries.
QByteArray page(const QByteArray &entries, int count)
{
    return R"({"entries":[)" + entries + R"(],"page":0,"total":)" + QByteArray::number(count) + R"(,"totalPages":1})";
}

QByteArray entryOf(const QByteArray &address)
{
    return R"({"address":")" + address + R"("})";
}

} // namespace

/// What a service itself says to a change: before it is sent, instead of taking it, and when it is in force.
class TestServiceGuards final : public QObject
{
    Q_OBJECT

private:
    FaultServer m_server;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Computer> m_desk;
    ConnectionRecord m_connection;
    std::unique_ptr<FaultServer> m_echo;

    /// How the scripted Cortex answers.
    ScriptedAnswer m_validate;
    ScriptedAnswer m_put;
    QByteArray m_list;

    [[nodiscard]] QList<SeenRequest> seen(const QByteArray &method) const
    {
        QList<SeenRequest> found;
        for (const SeenRequest &request : m_server.requests()) {
            if (request.method == method)
                found.append(request);
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_list = page(entryOf("203.0.113.9"), 1);
        m_validate = answer(200, R"({"address":"198.51.100.7","valid":true})", json);
        m_put = answer(200, "{}", json);
        m_server.setHandler([this](const SeenRequest &request) {
            if (request.method == "GET")
                return answer(200, m_list, json);
            return request.target.contains("/validate") ? m_validate : m_put;
        });
        m_echo = std::make_unique<FaultServer>();
        m_echo->setDefault(answer(200, "203.0.113.9"));
        m_clock = std::make_unique<ManualClock>();
        m_desk = std::make_unique<Computer>(*m_clock, EchoServices{{m_echo->url().toString()}, {}});
        ConnectionRecord record;
        record.name = record.serviceId = u"cortex"_s;
        record.baseUrl = m_server.url(u"/%1"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces)));
        m_connection = m_desk->connect(record, u"secret"_s);
    }

    void cleanup() { m_desk.reset(); }

    void oneEntryIsCheckedWhileItIsEdited()
    {
        const auto session = m_desk->opened(m_connection);
        QVERIFY(await(session->checkAtService(entry(u"198.51.100.7 Bob 2h"_s).content)));
        m_validate = answer(200, R"({"address":"198.51.100.7","message":"is reserved","valid":false})", json);
        const auto refused = await(session->checkAtService(entry(u"198.51.100.7 Bob 2h"_s).content));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY(refused.error().message.contains(u"is reserved"_s) ||
                (!refused.error().fields.isEmpty() && refused.error().fields.first().message == u"is reserved"_s));
        // What is switched off is not to be sent, so there is nothing to ask.
        QVERIFY(await(session->checkAtService(entry(u"198.51.100.7 Bob off"_s).content)));
    }

    void entriesAreCheckedAsTheyWillBeSent()
    {
        const auto session = m_desk->opened(m_connection);
        m_connection.expiryInLabel = true;
        session->setConnection(m_connection);
        const auto before = m_server.requests().size();
        QVERIFY(await(session->checkAtService(entry(u"198.51.100.7 Bob 2h"_s).content)));
        QCOMPARE(m_server.requests().size(), before + 1);
        QVERIFY(m_server.requests().last().body.contains("Bob [until 2026-03-01 14:00 UTC]"));
    }

    void whatTheServiceWouldNotTakeIsNotSent()
    {
        const auto session = m_desk->opened(m_connection);
        const auto keys = session->add(contents({u"198.51.100.7 Good"_s, u"198.51.100.8 Bad"_s}));
        m_validate = answer(200,
                            R"([{"address":"198.51.100.7","valid":true},)"
                            R"({"address":"198.51.100.8","message":"is reserved","valid":false}])",
                            json);
        const auto refused = await(session->apply({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(session->stateOf(keys[1]), RowState::Failed);
        QCOMPARE(session->reasonOf(keys[1]), u"is reserved"_s);
        QCOMPARE(session->stateOf(keys[0]), RowState::Added);
        QCOMPARE(session->draft().changeCount(), 2);
        for (const SeenRequest &request : m_server.requests())
            QVERIFY(request.method != "PUT");
        QVERIFY(await(m_desk->store().overlay(m_connection.id)).value().rows.empty());
    }

    void aServiceThatCannotBeAskedIsSentTo_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("unknown request") << 404;
        QTest::newRow("unknown method") << 405;
        QTest::newRow("not implemented") << 501;
    }

    void aServiceThatCannotBeAskedIsSentTo()
    {
        QFETCH(const int, status);
        const auto session = m_desk->opened(m_connection);
        session->add(contents({u"198.51.100.7 Bob"_s}));
        m_validate = answer(status, "{}", json);
        const auto before = seen("PUT").size();
        (void)await(session->apply({})); // the scripted list does not change
        QCOMPARE(seen("PUT").size(), before + 1);
    }

    void forceIsSentOnlyWithTheNamedConfirmation()
    {
        const auto session = m_desk->opened(m_connection);
        session->remove({keyOf(*session, u"203.0.113.9"_s)});
        session->add(contents({u"198.51.100.7 Bob"_s}));
        const auto before = seen("PUT").size();

        const auto refused = await(session->apply({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::LockOut);
        QCOMPARE(seen("PUT").size(), before);

        (void)await(session->apply({.lockOut = true}));
        QCOMPARE(seen("PUT").size(), before + 1);
        QVERIFY(seen("PUT").last().target.contains("force=true"));

        session->discard();
        session->add(contents({u"198.51.100.8 Cat"_s}));
        (void)await(session->apply({}));
        QCOMPARE(seen("PUT").size(), before + 2);
        QVERIFY(!seen("PUT").last().target.contains("force"));
    }

    void theAddressInARefusalIsLookedAt()
    {
        const auto session = m_desk->session(m_connection);
        m_server.setHandler([](const SeenRequest &) { return answer(403, "Forbidden IP address: 192.0.2.77."); });
        QVERIFY(!await(session->reload()));
        QCOMPARE(toQString(*session->currentAddresses().v4), u"192.0.2.77"_s);
        QCOMPARE(session->currentAddresses().others, std::vector{address(u"203.0.113.9"_s)});
    }

    /// The echo service tells 203.0.113.9; the service itself sees another address.
    void aGuardThatKnowsBetterIsALockOut()
    {
        m_list = page(entryOf("203.0.113.9") + "," + entryOf("192.0.2.77"), 2);
        const auto session = m_desk->opened(m_connection);
        m_put = answer(400, R"({"message":"The list does not contain the IP address of the requestor, 192.0.2.77."})",
                       json);
        session->remove({keyOf(*session, u"192.0.2.77"_s)});
        const auto refused = await(session->apply({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::LockOut);
        QCOMPARE(toQString(*session->currentAddresses().v4), u"192.0.2.77"_s);
        const auto before = seen("PUT").size();
        const auto again = await(session->apply({})); // now known before it is sent
        QVERIFY(!again);
        QVERIFY2(again.error().kind == ErrorKind::LockOut,
                 qPrintable(kindName(again.error().kind) + again.error().message));
        QCOMPARE(seen("PUT").size(), before);
        (void)await(session->apply({.lockOut = true}));
        QVERIFY(seen("PUT").last().target.contains("force=true"));
    }

    void anOldAddressIsAskedForAgain()
    {
        const auto session = m_desk->opened(m_connection);
        QTRY_VERIFY(session->hasFreshAddresses()); // they are found beside the list
        m_echo->setDefault(answer(200, "198.51.100.7"));
        m_clock->advance(6min);
        QVERIFY(!session->hasFreshAddresses());
        session->add(contents({u"198.51.100.8 Cat"_s}));
        (void)await(session->apply({}));
        QCOMPARE(toQString(*session->currentAddresses().v4), u"198.51.100.7"_s);
    }

    void anAddressThatNobodyTellsIsSoughtOnce()
    {
        m_echo->setDefault(answer(503, "down"));
        const auto session = m_desk->opened(m_connection);
        session->add(contents({u"198.51.100.8 Cat"_s}));
        QTRY_COMPARE(m_echo->underWay(), 0);
        m_clock->advance(2min);
        const auto before = m_echo->requests().size();
        QVERIFY(!await(session->findCurrentAddresses()));
        (void)await(session->apply({}));
        QCOMPARE(m_echo->requests().size(), before + 1);
        m_clock->advance(2min); // the review has been looked at for long
        (void)await(session->apply({}));
        QCOMPARE(m_echo->requests().size(), before + 2);
        ConnectionRecord moved = m_connection; // where the address may be another
        moved.baseUrl = m_server.url(u"/moved"_s);
        session->setConnection(moved);
        (void)await(session->apply({}));
        QCOMPARE(m_echo->requests().size(), before + 3);
    }

    void everyWayOutIsStopped_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("isLater");
        for (const QString &service : {u"astro"_s, u"cortex"_s, u"quave"_s, u"bitbybit"_s}) {
            const auto row = [&](const char *way, bool isLater) {
                QTest::addRow("%s, %s", qPrintable(service), way) << service << QString::fromLatin1(way) << isLater;
            };
            for (const char *way : {"deactivating", "narrowing", "deleting", "replacing"})
                row(way, false);
            row("letting expire", true);
        }
    }

    void everyWayOutIsStopped()
    {
        QFETCH(const QString, service);
        QFETCH(const QString, way);
        QFETCH(const bool, isLater);
        Office office;
        m_echo->setDefault(answer(200, "127.0.0.1"));
        Computer desk(office.clock, EchoServices{{m_echo->url().toString()}, {}});
        const auto connection = desk.connect(office.connection(service), office.token());
        const auto session = desk.opened(connection);
        session->add(contents({u"127.0.0.0/9 Us"_s, u"198.51.100.7 Bob"_s}));
        QVERIFY(await(session->apply({.lockOut = true})));
        const QStringList before = desk.told(connection);
        const EntryKey ours = keyOf(*session, u"127.0.0.0/9"_s);

        EntryContent content = session->draft().entry(ours)->content;
        if (way == u"deactivating"_s)
            session->setActive({ours}, false);
        else if (way == u"letting expire"_s)
            session->setExpiry({ours}, hoursFromNoon(24));
        else if (way == u"deleting"_s)
            session->remove({ours});
        else {
            content.range = range(way == u"narrowing"_s ? u"127.64.0.0/10"_s : u"192.0.2.0/24"_s);
            session->edit(ours, content);
        }
        const auto found = await(session->review());
        QVERIFY(found);
        QCOMPARE(found->needsNamedConfirmation(), !isLater);
        QCOMPARE(found->has(ReviewRule::LockOutAtExpiry), isLater);
        QVERIFY(found->gravest() >= Severity::Warning);
        if (isLater)
            return;
        const auto refused = await(session->apply({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::LockOut);
        QCOMPARE(desk.told(connection), before);

        session->letIn({range(u"127.0.0.1"_s)}, u"My address"_s, hoursFromNoon(7 * 24));
        QVERIFY(!await(session->review())->needsNamedConfirmation());
        session->undoStack()->undo();
        QVERIFY(await(session->review())->needsNamedConfirmation());
    }

    void lettingInKeepsTheEntryThatIsThere_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<bool>("removed");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("another range") << u"198.51.100.7 Bob"_s << false << u"203.0.113.9 Me 168h"_s;
        QTest::newRow("removed here") << u"203.0.113.9"_s << true << u"203.0.113.9"_s;
        QTest::newRow("switched off") << u"203.0.113.9 Desk off"_s << false << u"203.0.113.9 Desk"_s;
        QTest::newRow("ends sooner") << u"203.0.113.9 Desk 2h"_s << false << u"203.0.113.9 Desk 168h"_s;
        QTest::newRow("ends later") << u"203.0.113.9 Desk 200h"_s << false << u"203.0.113.9 Desk 200h"_s;
    }

    void lettingInKeepsTheEntryThatIsThere()
    {
        QFETCH(const QString, known);
        QFETCH(const bool, removed);
        m_list = removed ? page(entryOf("203.0.113.9"), 1) : page({}, 0);
        const auto session = m_desk->opened(m_connection);
        if (removed)
            session->remove({keyOf(*session, u"203.0.113.9"_s)});
        else
            session->add(contents({known}));
        session->letIn({range(u"203.0.113.9"_s)}, u"Me"_s, hoursFromNoon(7 * 24));
        QStringList wanted;
        const Allowlist list = session->draft().result();
        for (const Entry &entry : list.entries()) {
            if (entry.content.range == range(u"203.0.113.9"_s))
                wanted += inWords(entry);
        }
        QCOMPARE(wanted.size(), 1);
        QTEST(wanted.front(), "wanted");
    }

    void aRefusedAddressIsTold()
    {
        const auto session = m_desk->session(m_connection);
        m_server.setHandler([](const SeenRequest &) { return answer(403, "Forbidden IP address"); });
        const auto refused = await(session->reload());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::AddressRefused);
        QVERIFY2(refused.error().message.contains(u"203.0.113.9"_s), qPrintable(refused.error().message));
        QCOMPARE(session->activity(), ListSession::Activity::Idle);
    }

    void aChangeIsInForceLaterWhereTheServiceSaysSo()
    {
        Office office;
        Computer desk(office.clock);
        const auto connection = desk.connect(office.connection(u"bitbybit"_s), office.token());
        const auto session = desk.opened(connection);
        QCOMPARE(session->inForceFrom(), std::nullopt);
        session->add(contents({u"127.0.0.1 Me"_s, u"198.51.100.7 Bob"_s}));
        QVERIFY(await(session->apply({})));
        QCOMPARE(session->inForceFrom(), office.clock.now().addSecs(10));
        office.clock.advance(10s);
        QCOMPARE(session->inForceFrom(), std::nullopt);

        session->setExpiry({keyOf(*session, u"198.51.100.7"_s)}, hoursFromNoon(2)); // only kept here
        QVERIFY(await(session->apply({})));
        QCOMPARE(session->inForceFrom(), std::nullopt);
    }
};

GATEHOUSE_TEST(TestServiceGuards, QCoreApplication)
#include "tst_service_guards.moc"
