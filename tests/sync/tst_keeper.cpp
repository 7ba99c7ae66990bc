// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "support/FaultServer.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestKeeper final : public QObject
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

    /// These entries, sent.
    void begin(const QString &service, const QStringList &entries)
    {
        connectTo(service);
        const auto session = m_desk->opened(m_connection);
        session->add(contents(entries));
        const auto applied = await(session->apply({}));
        if (!applied)
            qFatal("%s", qPrintable(kindName(applied.error().kind) + applied.error().message));
    }

    static void services()
    {
        QTest::addColumn<QString>("service");
        for (const char *service : {"astro", "cortex", "bitbybit"})
            QTest::newRow(service) << QString::fromLatin1(service);
    }
    static QStringList rangesOf(QStringList lines)
    {
        for (QString &line : lines)
            line = line.section(u' ', 0, 0);
        return lines;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_desk.reset(); // before the clock it goes by
        m_office.reset();
    }

    void overdueIsEndedAtTheStart_data() { services(); }
    void overdueIsEndedAtTheStart()
    {
        QFETCH(const QString, service);
        begin(service,
              {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s, u"198.51.100.8 Cat off 1h"_s, u"198.51.100.9 Dan 5h"_s});
        m_office->clock.advance(3h); // the computer was off
        m_desk->restart();
        QSignalSpy finished(&m_desk->keeper(), &Keeper::finished);

        QVERIFY(await(m_desk->keeper().start()));

        QCOMPARE(rangesOf(m_desk->told(m_connection)), (QStringList{u"127.0.0.1"_s, u"198.51.100.9"_s}));
        QCOMPARE(finished.size(), 1);
        const Sweep sweep = finished.front().at(1).value<Sweep>();
        QCOMPARE(sweep.ended.size(), 2U);
        QVERIFY(sweep.needsUser.empty());
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), hoursFromNoon(5));
        const auto session = m_desk->opened(m_connection);
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.9 Dan 5h"_s}));
    }

    void theRestEndsWhenItsTimeComes()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s});
        QVERIFY(await(m_desk->keeper().start()));
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), hoursFromNoon(2));
        m_desk->keeper().look();
        QVERIFY(!m_desk->keeper().isRunning(m_connection.id));

        QSignalSpy finished(&m_desk->keeper(), &Keeper::finished);
        m_office->clock.advance(2h);
        m_desk->keeper().look();
        QVERIFY(m_desk->keeper().isRunning(m_connection.id));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_desk->told(m_connection), QStringList{u"127.0.0.1 Me"_s});
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), std::nullopt);
    }

    void itsOwnTimerLooksAtTheClock()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob"_s});
        {
            const auto session = m_desk->opened(m_connection);
            session->setExpiry({keyOf(*session, u"198.51.100.7"_s)}, m_office->clock.now().addMSecs(20));
            QVERIFY(await(session->apply({})));
        }
        QSignalSpy finished(&m_desk->keeper(), &Keeper::finished);
        QVERIFY(await(m_desk->keeper().start()));
        QCOMPARE(finished.size(), 0);
        m_office->clock.advance(1s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_desk->told(m_connection), QStringList{u"127.0.0.1 Me"_s});
    }

    void aClockThatJumpsBackEndsNothingTooEarly()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s});
        QVERIFY(await(m_desk->keeper().start()));
        m_office->clock.advance(-24h);
        m_desk->keeper().look();
        QVERIFY(!m_desk->keeper().isRunning(m_connection.id));
        QCOMPARE(m_desk->told(m_connection).size(), 2);
    }

    void whatTheWindowReadsIsTakenNoticeOf()
    {
        connectTo(u"cortex"_s);
        QVERIFY(await(m_desk->keeper().start()));
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), std::nullopt);
        const auto session = m_desk->opened(m_connection);
        connect(session.get(), &ListSession::synchronised, this,
                [this](const QDateTime &when) { m_desk->book().noteSynchronised(m_connection.id, when); });
        session->add(contents({u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s}));
        QVERIFY(await(session->apply({})));
        QTRY_COMPARE(m_desk->keeper().nextLook(m_connection.id), hoursFromNoon(2));
    }

    void thePendingDraftIsNeitherSentNorLost()
    {
        begin(u"astro"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s, u"198.51.100.8 Cat"_s});
        const auto window = m_desk->opened(m_connection);
        window->add(contents({u"203.0.113.9 Pending 9h"_s}));
        window->remove({keyOf(*window, u"198.51.100.8"_s)});
        window->setExpiry({keyOf(*window, u"127.0.0.1"_s)}, hoursFromNoon(8));
        m_office->clock.advance(3h);

        QVERIFY(await(m_desk->keeper().sweep(m_connection.id)));

        QCOMPARE(m_desk->told(m_connection), (QStringList{u"127.0.0.1"_s, u"198.51.100.8"_s}));
        QCOMPARE(window->draft().changeCount(), 3);
        QVERIFY(await(window->reload()));
        QCOMPARE(window->draft().changeCount(), 3);
        QCOMPARE(shown(*window), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.8 Cat"_s}));
        QVERIFY(await(window->apply({true})));
        QCOMPARE(shown(*window), (QStringList{u"127.0.0.1 Me 8h"_s, u"203.0.113.9 Pending 9h"_s}));
    }

    void windowAndKeeperAtOnceLoseNothing()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s});
        const auto window = m_desk->opened(m_connection);
        m_office->clock.advance(3h);
        window->add(contents({u"203.0.113.9 New"_s}));
        const auto applying = window->apply({});
        const auto sweeping = m_desk->keeper().sweep(m_connection.id);
        QVERIFY(await(applying));
        QVERIFY(await(sweeping));
        QCOMPARE(m_desk->told(m_connection), (QStringList{u"127.0.0.1 Me"_s, u"203.0.113.9 New"_s}));
        QVERIFY(await(window->reload()));
        QCOMPARE(shown(*window), (QStringList{u"127.0.0.1 Me"_s, u"203.0.113.9 New"_s}));
    }

    void theListIsNeverOpenedToEveryone_data() { services(); }
    void theListIsNeverOpenedToEveryone()
    {
        QFETCH(const QString, service);
        begin(service, {u"127.0.0.1 Me 30h"_s, u"198.51.100.7 Bob 1h"_s, u"198.51.100.8 Cat 2h"_s});
        m_office->clock.advance(40h);
        QVERIFY(await(m_desk->keeper().start()));

        QCOMPARE(rangesOf(m_desk->told(m_connection)), QStringList{u"127.0.0.1"_s});
        const std::vector<Entry> left = m_desk->keeper().needsUser(m_connection.id);
        QCOMPARE(left.size(), 1U);
        QCOMPARE(inWords(left.front()), u"127.0.0.1 Me 30h"_s);
        QVERIFY(!m_desk->keeper().errorOf(m_connection.id));
        QVERIFY(*m_desk->keeper().nextLook(m_connection.id) > m_office->clock.now());
        QVERIFY(await(m_desk->keeper().sweep(m_connection.id))); // and again
        QCOMPARE(rangesOf(m_desk->told(m_connection)), QStringList{u"127.0.0.1"_s});
    }

    void whatWasLeftEndsWhenThereIsAnother()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me 2h"_s});
        m_office->clock.advance(3h);
        QVERIFY(await(m_desk->keeper().start()));
        QCOMPARE(m_desk->keeper().needsUser(m_connection.id).size(), 1U);
        const auto window = m_desk->opened(m_connection);
        const EntryKey key = keyOf(*window, u"127.0.0.1"_s);
        QCOMPARE(window->stateOf(key), RowState::Overdue);

        window->add(contents({u"127.0.0.0/8 Everyone"_s}));
        QVERIFY(await(window->apply({})));
        QVERIFY(await(m_desk->keeper().sweep(m_connection.id)));
        QCOMPARE(m_desk->told(m_connection), QStringList{u"127.0.0.0/8 Everyone"_s});
        QVERIFY(m_desk->keeper().needsUser(m_connection.id).empty());
    }

    /// It was warned of when the expiry was set.
    void itsOwnAddressIsEndedToo()
    {
        FaultServer echo;
        echo.setDefault(answer(200, "127.0.0.1"));
        m_office = std::make_unique<Office>();
        m_desk = std::make_unique<Computer>(m_office->clock, EchoServices{{echo.url().toString()}, {}});
        m_connection = m_desk->connect(m_office->connection(u"cortex"_s), m_office->token());
        {
            const auto session = m_desk->opened(m_connection);
            session->add(contents({u"127.0.0.1 Me 2h"_s, u"198.51.100.7 Bob"_s}));
            QVERIFY(await(session->apply({})));
        }
        m_office->clock.advance(3h);
        const auto sweep = await(m_desk->keeper().sweep(m_connection.id));
        // The service lets this computer read nothing any more, so what it did cannot be read back.
        QVERIFY(!sweep);
        QCOMPARE(sweep.error().kind, ErrorKind::AddressRefused);
        QCOMPARE(m_desk->told(m_connection), QStringList{kindName(ErrorKind::AddressRefused)});
    }

    void expiryInALabelIsEndedOnAnyComputer_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("cortex") << u"cortex"_s;
        QTest::newRow("bitbybit") << u"bitbybit"_s;
    }
    void expiryInALabelIsEndedOnAnyComputer()
    {
        QFETCH(const QString, service);
        connectTo(service);
        m_connection.expiryInLabel = true;
        m_connection = await(m_desk->book().save(m_connection, {})).value();
        {
            const auto session = m_desk->opened(m_connection);
            session->add(contents({u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s}));
            QVERIFY(await(session->apply({})));
        }
        Computer elsewhere(m_office->clock);
        const auto there = elsewhere.connect(m_office->connection(service), m_office->token());
        {
            const auto session = elsewhere.opened(there); // it has seen the list once
            QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s}));
        }
        m_office->clock.advance(3h);
        elsewhere.restart();
        QVERIFY(await(elsewhere.keeper().start()));
        QCOMPARE(elsewhere.told(there), QStringList{u"127.0.0.1 Me"_s});

        const auto session = m_desk->opened(m_connection);
        QCOMPARE(shown(*session), QStringList{u"127.0.0.1 Me"_s});
    }

    void whatTheServiceEndsItselfIsNotOurs()
    {
        begin(u"quave"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s});
        m_office->clock.advance(3h);
        QVERIFY(!m_desk->keeper().keeps(m_connection));
        QVERIFY(await(m_desk->keeper().start()));
        QCOMPARE(m_desk->told(m_connection).size(), 2);
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), std::nullopt);
        QCOMPARE(await(m_desk->keeper().sweep(m_connection.id)), Result<Sweep>(Sweep{}));
    }

    void aFailureIsToldAndTriedAgainLaterAndLater()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s});
        const QUrl good = m_connection.baseUrl;
        m_connection.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(FaultServer::unusedPort()));
        QVERIFY(await(m_desk->book().save(m_connection, {})));
        m_office->clock.advance(3h);
        QSignalSpy failed(&m_desk->keeper(), &Keeper::failed);

        QVERIFY(await(m_desk->keeper().start()));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_desk->keeper().errorOf(m_connection.id)->kind, ErrorKind::Network);
        for (const auto pause : {1min, 2min, 4min, 8min, 16min, 32min, 60min, 60min}) {
            QCOMPARE(m_desk->keeper().nextLook(m_connection.id), m_office->clock.now().addSecs(pause.count() * 60));
            m_desk->keeper().look();
            QVERIFY(!m_desk->keeper().isRunning(m_connection.id));
            m_office->clock.advance(pause);
            m_desk->keeper().look();
            QTRY_VERIFY(!m_desk->keeper().isRunning(m_connection.id));
        }
        m_connection.baseUrl = good;
        QSignalSpy finished(&m_desk->keeper(), &Keeper::finished);
        QVERIFY(await(m_desk->book().save(m_connection, {}))); // corrected: that is noticed at once
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!m_desk->keeper().errorOf(m_connection.id));
        QCOMPARE(m_desk->told(m_connection), QStringList{u"127.0.0.1 Me"_s});
    }

    void twoCallsShareOneSweep()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s});
        m_office->clock.advance(3h);
        QSignalSpy running(&m_desk->keeper(), &Keeper::running);
        const auto first = m_desk->keeper().sweep(m_connection.id);
        const auto second = m_desk->keeper().sweep(m_connection.id);
        QCOMPARE(await(first)->ended.size(), 1U);
        QCOMPARE(await(second)->ended.size(), 1U);
        QCOMPARE(running.size(), 1);
    }

    void aConnectionThatIsRemovedIsForgotten()
    {
        begin(u"cortex"_s, {u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s});
        QVERIFY(await(m_desk->keeper().start()));
        QVERIFY(await(m_desk->book().remove(m_connection.id)));
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), std::nullopt);
        const auto sweep = await(m_desk->keeper().sweep(m_connection.id));
        QVERIFY(!sweep);
        QCOMPARE(sweep.error().kind, ErrorKind::InvalidInput);
    }

    /// Between reading and sending somebody removes the only other entry.
    void aListThatShrinksMeanwhileIsNotOpened()
    {
        FaultServer server;
        const QByteArray both =
            R"({"entries":[{"address":"198.51.100.7","description":"Bob [until 2026-03-01 10:00 UTC]"},)"
            R"({"address":"198.51.100.8"}],"page":0,"total":2,"totalPages":1})";
        const QByteArray one =
            R"({"entries":[{"address":"198.51.100.7","description":"Bob [until 2026-03-01 10:00 UTC]"}],)"
            R"("page":0,"total":1,"totalPages":1})";
        server.enqueue(answer(200, both, {{"Content-Type", "application/json"}}));
        server.setDefault(answer(200, one, {{"Content-Type", "application/json"}}));
        ManualClock clock;
        Computer desk(clock);
        ConnectionRecord record;
        record.name = record.serviceId = u"cortex"_s;
        record.baseUrl = server.url(QString());
        record = desk.connect(record, u"secret"_s);

        const auto sweep = await(desk.keeper().sweep(record.id));
        QVERIFY(sweep);
        QVERIFY(sweep->ended.empty());
        QCOMPARE(sweep->needsUser.size(), 1U);
        for (const SeenRequest &request : server.requests())
            QCOMPARE(request.method, QByteArray("GET"));
    }
};

GATEHOUSE_TEST(TestKeeper, QCoreApplication)
#include "tst_keeper.moc"
