// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "support/FaultServer.h"
#include "support/MemoryDisk.h"
#include "support/Patience.h"
#include "support/TestProgram.h"
#include "support/ZoneOverride.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// An expiry is a moment: no time zone, no change to or from summer time and no clock that jumps ends it too early or
/// has it forgotten.
class TestClock final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Office> m_office;
    std::unique_ptr<Computer> m_desk;
    ConnectionRecord m_connection;

    void begin(const QString &service, const QDateTime &start = noon(), bool inLabel = false)
    {
        m_office = std::make_unique<Office>();
        m_office->clock.advance(std::chrono::seconds(noon().secsTo(start)));
        m_desk = std::make_unique<Computer>(m_office->clock);
        m_desk->connector().setLeastPause(1ms);
        ConnectionRecord record = m_office->connection(service);
        record.expiryInLabel = inLabel;
        m_connection = m_desk->connect(record, m_office->token());
    }
    /// Bob, until then.
    void add(const QDateTime &end)
    {
        const auto session = m_desk->opened(m_connection);
        EntryContent bob = entry(u"198.51.100.7 Bob"_s).content;
        bob.expiresAt = end;
        std::vector<EntryContent> both = contents({u"127.0.0.1 Me"_s});
        both.push_back(bob);
        session->add(both);
        QVERIFY(await(session->apply({})));
    }
    void look()
    {
        m_desk->keeper().look();
        QTRY_VERIFY(!m_desk->keeper().isRunning(m_connection.id));
    }
    [[nodiscard]] bool isThere() { return m_desk->told(m_connection).size() == 2; }
    /// It is there to the last second, and no second longer.
    void expectEndAt(const QDateTime &end)
    {
        m_office->clock.advance(std::chrono::seconds(m_office->clock.now().secsTo(end)) - 1s);
        look();
        QVERIFY(isThere());
        m_office->clock.advance(1s);
        look();
        QVERIFY(!isThere());
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), std::nullopt);
    }

private Q_SLOTS:
    void initTestCase() { useMemoryForTemporaryFolders(); }
    void cleanup()
    {
        m_desk.reset(); // before the clock it goes by
        m_office.reset();
    }

    void summerTimeChangesNoMoment_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<bool>("inLabel");
        const auto utc = [](int month, int day, int hour) {
            return QDateTime(QDate(2026, month, day), QTime(hour, 30), Qt::UTC);
        };
        for (const bool inLabel : {false, true}) {
            const char *where = inLabel ? "in the label" : "kept here";
            QTest::addRow("UTC, %s", where) << QByteArray("UTC") << utc(3, 29, 0) << inLabel;
            QTest::addRow("Berlin, the hour that is left out, %s", where)
                << QByteArray("Europe/Berlin") << utc(3, 29, 0) << inLabel;
            QTest::addRow("Berlin, the hour that comes twice, %s", where)
                << QByteArray("Europe/Berlin") << utc(10, 25, 0) << inLabel;
            QTest::addRow("New York, left out, %s", where) << QByteArray("America/New_York") << utc(3, 8, 6) << inLabel;
            QTest::addRow("New York, twice, %s", where) << QByteArray("America/New_York") << utc(11, 1, 5) << inLabel;
            QTest::addRow("Lord Howe, half an hour, %s", where)
                << QByteArray("Australia/Lord_Howe") << utc(4, 4, 14) << inLabel;
            QTest::addRow("Kathmandu, %s", where) << QByteArray("Asia/Kathmandu") << utc(3, 29, 0) << inLabel;
            QTest::addRow("behind the date line, %s", where)
                << QByteArray("Pacific/Kiritimati") << utc(12, 31, 9) << inLabel;
        }
    }
    void summerTimeChangesNoMoment()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDateTime, start);
        QFETCH(const bool, inLabel);
        const ZoneOverride here(zone);
        begin(u"cortex"_s, start, inLabel);
        const QDateTime end = start.addSecs(2 * 3600);
        add(end);
        m_desk->restart(); // from what is stored
        m_desk->connector().setLeastPause(1ms);
        QVERIFY(await(m_desk->keeper().start()));
        QCOMPARE(m_desk->keeper().nextLook(m_connection.id), end);
        expectEndAt(end);
    }

    void aServiceThatHoldsExpiriesIsToldTheMoment_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void aServiceThatHoldsExpiriesIsToldTheMoment()
    {
        QFETCH(const QByteArray, zone);
        const ZoneOverride here(zone);
        const QDateTime start(QDate(2026, 3, 29), QTime(0, 0), Qt::UTC);
        begin(u"quave"_s, start);
        add(start.addSecs(6 * 3600));
        const auto elsewhere = m_desk->opened(m_connection, ListSession::Memory::Transient);
        QCOMPARE(elsewhere->draft().entry(keyOf(*elsewhere, u"198.51.100.7"_s))->content.expiresAt,
                 start.addSecs(6 * 3600));
    }

    void whoTravelsEndsNothingElse()
    {
        const ZoneOverride here("Europe/Berlin");
        begin(u"bitbybit"_s);
        add(hoursFromNoon(5));
        QVERIFY(await(m_desk->keeper().start()));
        for (const char *zone : {"America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati"}) {
            ZoneOverride::set(zone);
            m_office->clock.advance(1h);
            look();
            QVERIFY(isThere());
            QCOMPARE(m_desk->keeper().nextLook(m_connection.id), hoursFromNoon(5));
        }
        expectEndAt(hoursFromNoon(5));
    }

    void aClockThatIsSetBackForgetsNothing_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("an hour") << 1;
        QTest::newRow("a day") << 24;
        QTest::newRow("a year") << 24 * 365;
    }
    void aClockThatIsSetBackForgetsNothing()
    {
        QFETCH(const int, hours);
        begin(u"cortex"_s);
        add(hoursFromNoon(2));
        QVERIFY(await(m_desk->keeper().start()));
        m_office->clock.advance(-std::chrono::hours(hours));
        look();
        QVERIFY(isThere());
        m_office->clock.advance(std::chrono::hours(hours) + 1h);
        look();
        QVERIFY(isThere());
        expectEndAt(hoursFromNoon(2));
    }

    void aClockThatIsSetForwardEndsWhatItSays()
    {
        begin(u"cortex"_s);
        add(hoursFromNoon(2));
        QVERIFY(await(m_desk->keeper().start()));
        m_office->clock.advance(1h);
        look();
        QVERIFY(isThere());
        m_office->clock.advance(24h * 365);
        look();
        QVERIFY(!isThere());
    }

    /// What the keeper waits for by its own choice must not be a year away when the clock is right again.
    void whatFailedWhileTheClockWasWrongIsTriedAgainSoon()
    {
        begin(u"cortex"_s);
        add(hoursFromNoon(2));
        QVERIFY(await(m_desk->keeper().start()));
        const QUrl good = m_connection.baseUrl;
        m_connection.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(FaultServer::unusedPort()));
        m_office->clock.advance(24h * 365); // wrong
        QVERIFY(await(m_desk->book().save(m_connection, {})));
        QTRY_VERIFY(m_desk->keeper().errorOf(m_connection.id));
        QVERIFY(*m_desk->keeper().nextLook(m_connection.id) > hoursFromNoon(24 * 364));

        m_office->clock.advance(-24h * 365); // right again
        look();
        QVERIFY(*m_desk->keeper().nextLook(m_connection.id) <= m_office->clock.now().addSecs(3600));
        m_connection.baseUrl = good;
        QVERIFY(await(m_desk->book().save(m_connection, {})));
        look();
        QVERIFY(isThere());
        expectEndAt(hoursFromNoon(2));
    }

    void whatWaitsForTheUserIsLookedAtSoonAgain()
    {
        begin(u"cortex"_s);
        {
            const auto session = m_desk->opened(m_connection);
            session->add(contents({u"127.0.0.1 Me 2h"_s}));
            QVERIFY(await(session->apply({})));
        }
        QVERIFY(await(m_desk->keeper().start()));
        m_office->clock.advance(24h * 365);
        look();
        QCOMPARE(m_desk->keeper().needsUser(m_connection.id).size(), 1U);
        m_office->clock.advance(-24h * 365);
        look();
        QVERIFY(*m_desk->keeper().nextLook(m_connection.id) <= m_office->clock.now().addSecs(3600));
    }
};

GATEHOUSE_TEST(TestClock, QCoreApplication)
#include "tst_clock.moc"
