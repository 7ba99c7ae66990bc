// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"
#include "sync/AddressFollower.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

std::vector<IpRange> ranges(const QStringList &texts)
{
    std::vector<IpRange> result;
    for (const QString &text : texts)
        result.push_back(range(text));
    return result;
}

/// "203.0.113.5 > 198.51.100.7 Me", with a + where the list has an entry of that range already.
QStringList inWords(const std::vector<AddressMove> &moves)
{
    QStringList lines;
    for (const AddressMove &move : moves)
        lines += QString::fromStdString(move.from.toShortString()) + (move.known ? u" >+ "_s : u" > "_s) +
                 test::inWords(makeEntry(move.wanted));
    return lines;
}

} // namespace

/// What is done about a changed address, planned and over real HTTP.
class TestAddressFollower final : public QObject
{
    Q_OBJECT

private:
    Office m_office;
    FaultServer m_echo;
    std::unique_ptr<Computer> m_desk;
    std::unique_ptr<AddressFollower> m_follower;

    ConnectionRecord begin(const QString &service, const QStringList &lines)
    {
        m_echo.setDefault(answer(200, "203.0.113.5"));
        m_desk = std::make_unique<Computer>(m_office.clock, EchoServices{{m_echo.url().toString()}, {}});
        m_follower = std::make_unique<AddressFollower>(m_desk->book(), m_desk->connector(), m_desk->store(),
                                                       m_desk->addresses(), m_office.clock);
        const auto connection = m_desk->connect(m_office.connection(service), m_office.token());
        const auto session = m_desk->opened(connection);
        session->remove(keysOf(*session));
        session->add(contents(lines));
        if (!await(session->apply({.lockOut = true})))
            qFatal("the list could not be made");
        return connection;
    }

    static std::vector<EntryKey> keysOf(const ListSession &session)
    {
        std::vector<EntryKey> keys;
        for (const Entry &entry : session.draft().snapshot().entries())
            keys.push_back(entry.key);
        return keys;
    }

    void mark(const ConnectionRecord &connection, const QStringList &texts)
    {
        QVERIFY(await(m_desk->store().changeOwnRanges(connection.id, {}, ranges(texts))));
    }

private Q_SLOTS:
    void cleanup()
    {
        m_follower.reset();
        m_desk.reset();
    }

    void plansMoves_data()
    {
        QTest::addColumn<QStringList>("list");
        QTest::addColumn<QStringList>("own");
        QTest::addColumn<QStringList>("addresses"); // v4 and v6; - for unknown
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<QStringList>("moves");

        const QStringList v4{u"198.51.100.7"_s, u"-"_s};
        const QStringList home{u"203.0.113.5"_s};
        const QStringList none;
        QTest::newRow("the address changed") << QStringList{u"203.0.113.5 Me 2h"_s, u"192.0.2.1 Bob"_s} << home << v4
                                             << none << QStringList{u"203.0.113.5 > 198.51.100.7 Me 2h"_s};
        QTest::newRow("it did not") << QStringList{u"203.0.113.5 Me"_s} << home << QStringList{u"203.0.113.5"_s, u"-"_s}
                                    << none << none;
        QTest::newRow("nothing is marked") << QStringList{u"203.0.113.5 Me"_s} << none << v4 << none << none;
        QTest::newRow("the marked entry is gone") << QStringList{u"192.0.2.1 Bob"_s} << home << v4 << none << none;
        QTest::newRow("the family is unknown")
            << QStringList{u"203.0.113.5 Me"_s} << home << QStringList{u"-"_s, u"2001:db8::1"_s} << none << none;
        QTest::newRow("the answers do not agree")
            << QStringList{u"203.0.113.5 Me"_s} << home << v4 << QStringList{u"192.0.2.9"_s} << none;
        QTest::newRow("one answer is where we were")
            << QStringList{u"203.0.113.5 Me"_s} << home << v4 << QStringList{u"203.0.113.5"_s} << none;
        QTest::newRow("only the other family is in doubt")
            << QStringList{u"203.0.113.5 Me"_s} << home << v4 << QStringList{u"2001:db8::9"_s}
            << QStringList{u"203.0.113.5 > 198.51.100.7 Me"_s};
        QTest::newRow("what is not in force is let alone")
            << QStringList{u"203.0.113.5 Me off"_s, u"203.0.113.6 Me -1h"_s}
            << QStringList{u"203.0.113.5"_s, u"203.0.113.6"_s} << v4 << none << none;
        QTest::newRow("the new one is there, with less")
            << QStringList{u"203.0.113.5 Me 5h"_s, u"198.51.100.7 Cafe off 2h"_s} << home << v4 << none
            << QStringList{u"203.0.113.5 >+ 198.51.100.7 Cafe 5h"_s};
        QTest::newRow("the new one is there, for ever")
            << QStringList{u"203.0.113.5 Me 5h"_s, u"198.51.100.7 Cafe"_s} << home << v4 << none
            << QStringList{u"203.0.113.5 >+ 198.51.100.7 Cafe"_s};
        QTest::newRow("a network of IPv6 stays while we are in it")
            << QStringList{u"2001:db8:1:2::/64 Me"_s} << QStringList{u"2001:db8:1:2::/64"_s}
            << QStringList{u"-"_s, u"2001:db8:1:2::77"_s} << none << none;
        QTest::newRow("a network of IPv6 moves as a network")
            << QStringList{u"2001:db8:1:2::/64 Me"_s} << QStringList{u"2001:db8:1:2::/64"_s}
            << QStringList{u"-"_s, u"2001:db8:9:9::77"_s} << none
            << QStringList{u"2001:db8:1:2::/64 > 2001:db8:9:9::/64 Me"_s};
        QTest::newRow("an office does not follow one computer")
            << QStringList{u"203.0.113.0/24 Office"_s} << QStringList{u"203.0.113.0/24"_s} << v4 << none << none;
        QTest::newRow("two that move to one let in for the longer of their times")
            << QStringList{u"203.0.113.5 Me 1h"_s, u"203.0.113.6 Laptop"_s}
            << QStringList{u"203.0.113.5"_s, u"203.0.113.6"_s} << v4 << none
            << QStringList{u"203.0.113.5 > 198.51.100.7 Me"_s, u"203.0.113.6 > 198.51.100.7 Laptop"_s};
        QTest::newRow("and so does the one that is there already")
            << QStringList{u"203.0.113.5 Me 3h"_s, u"203.0.113.6 Laptop 1h"_s, u"198.51.100.7 Cafe 2h"_s}
            << QStringList{u"203.0.113.5"_s, u"203.0.113.6"_s} << v4 << none
            << QStringList{u"203.0.113.5 >+ 198.51.100.7 Cafe 3h"_s, u"203.0.113.6 >+ 198.51.100.7 Cafe 3h"_s};
        QTest::newRow("both families") << QStringList{u"203.0.113.5 Me"_s, u"2001:db8::5 Me"_s}
                                       << QStringList{u"203.0.113.5"_s, u"2001:db8::5"_s}
                                       << QStringList{u"198.51.100.7"_s, u"2001:db8::7"_s} << none
                                       << QStringList{u"203.0.113.5 > 198.51.100.7 Me"_s,
                                                      u"2001:db8::5 > 2001:db8::7 Me"_s};
    }

    void plansMoves()
    {
        QFETCH(const QStringList, list);
        QFETCH(const QStringList, own);
        QFETCH(const QStringList, addresses);
        QFETCH(const QStringList, others);
        CurrentAddresses current;
        if (addresses[0] != u"-")
            current.v4 = address(addresses[0]);
        if (addresses[1] != u"-")
            current.v6 = address(addresses[1]);
        for (const QString &other : others)
            current.others.push_back(address(other));
        const auto moves = movesFor(entries(list), ranges(own), current, noon());
        QTEST(inWords(moves), "moves");
        if (!moves.empty())
            QVERIFY(!outdated(ranges(own), current).empty());
    }

    void followsOnEveryService_data()
    {
        QTest::addColumn<QString>("service");
        for (const char *service : {"astro", "cortex", "quave", "bitbybit"})
            QTest::newRow(service) << QString::fromLatin1(service);
    }

    void followsOnEveryService()
    {
        QFETCH(const QString, service);
        const auto connection = begin(service, {u"127.0.0.1 Local"_s, u"203.0.113.5 Me"_s, u"192.0.2.1 Bob"_s});
        mark(connection, {u"203.0.113.5"_s});
        const QStringList before = m_desk->told(connection);
        QVERIFY(await(m_follower->follow(connection.id))->moves.empty()); // where it was
        QCOMPARE(m_desk->told(connection), before);

        m_echo.setDefault(answer(200, "198.51.100.7"));
        const auto planned = await(m_follower->lookAll());
        QVERIFY(planned);
        QCOMPARE(planned->size(), std::size_t(1));
        QCOMPARE(m_desk->told(connection), before);

        const auto done = await(m_follower->follow(connection.id));
        QVERIFY2(done, done ? "" : qPrintable(explain(done.error()) + done.error().message));
        const auto session = m_desk->opened(connection);
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Local"_s, u"192.0.2.1 Bob"_s, u"198.51.100.7 Me"_s}));
        QCOMPARE(*await(m_desk->store().ownRanges(connection.id)), ranges({u"198.51.100.7"_s}));
        QVERIFY(await(m_follower->lookAll())->empty());
    }

    /// The old entry is the only way in until the new one was read back.
    void theOldOneStaysUntilTheNewOneIsLive()
    {
        const auto connection = begin(u"quave"_s, {u"203.0.113.5 Me"_s, u"198.51.100.1 Bob"_s});
        mark(connection, {u"203.0.113.5"_s});
        m_echo.setDefault(answer(200, "198.51.100.7"));
        auto broken = connection;
        broken.baseUrl = m_office.url(u"/nothing/here"_s);
        QVERIFY(await(m_desk->book().save(broken, {})));
        QVERIFY(!await(m_follower->follow(connection.id)));
        QCOMPARE(*await(m_desk->store().ownRanges(connection.id)), ranges({u"203.0.113.5"_s}));
        QVERIFY(await(m_desk->book().save(connection, {})));
        QVERIFY(m_desk->told(connection).join(u' ').contains(u"203.0.113.5"_s));
    }

    /// As after a crash between the two steps.
    void whatWasLeftInTheMiddleIsEnded()
    {
        const auto connection = begin(u"quave"_s, {u"203.0.113.5 Me"_s, u"198.51.100.7 Me"_s});
        mark(connection, {u"203.0.113.5"_s, u"198.51.100.7"_s});
        m_echo.setDefault(answer(200, "198.51.100.7"));
        QVERIFY(await(m_follower->follow(connection.id)));
        QCOMPARE(shown(*m_desk->opened(connection)), QStringList{u"198.51.100.7 Me"_s});
        QCOMPARE(*await(m_desk->store().ownRanges(connection.id)), ranges({u"198.51.100.7"_s}));
    }

    void theEchoServicesAreAskedOnceForAllLists()
    {
        const auto first = begin(u"quave"_s, {u"203.0.113.5 Me"_s});
        auto record = m_office.connection(u"astro"_s);
        const auto second = m_desk->connect(record, m_office.token());
        mark(first, {u"203.0.113.5"_s});
        mark(second, {u"203.0.113.5"_s});
        const auto before = m_echo.requests().size();
        QVERIFY(await(m_follower->lookAll()));
        QCOMPARE(m_echo.requests().size(), before + 1);
    }
};

GATEHOUSE_TEST(TestAddressFollower, QCoreApplication)
#include "tst_address_follower.moc"
