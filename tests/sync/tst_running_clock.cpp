// SPDX-License-Identifier: Apache-2.0
#include "FaultedDesk.h"
#include "allowlist/Expiry.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The clock runs between an edit and its sending, and after an answer that nobody saw: what took effect is neither
/// pending again nor a conflict with oneself, whatever moment the service counts from.
class TestRunningClock final : public QObject
{
    Q_OBJECT

private:
    static void addServices()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<std::chrono::seconds>("thinking");
        for (const char *service : {"astro", "cortex", "quave", "bitbybit"}) {
            QTest::addRow("%s, sent at once", service) << QString::fromLatin1(service) << 0s;
            QTest::addRow("%s, sent after four minutes", service)
                << QString::fromLatin1(service) << std::chrono::seconds(4min);
            QTest::addRow("%s, sent after an hour and a half", service)
                << QString::fromLatin1(service) << std::chrono::seconds(90min);
        }
    }
    static EntryContent guest(const Clock &clock)
    {
        EntryContent content;
        content.range = *IpRange::parse("198.51.100.7");
        content.label = u"Guest"_s;
        content.expiresAt = expiryAfter(ExpiryPreset::SixHours, clock.now());
        return content;
    }

private Q_SLOTS:
    void whatArrivedIsNotPending_data() { addServices(); }
    void whatArrivedIsNotPending()
    {
        QFETCH(const QString, service);
        QFETCH(const std::chrono::seconds, thinking);
        FaultedDesk desk(service, {});
        const auto session = desk.opened();
        session->add({guest(desk.clock())});
        desk.clock().advance(thinking);
        const auto applied = await(session->apply({}));
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().message));
        QVERIFY(session->draft().isClean());
        desk.clock().advance(1h);
        QVERIFY(await(session->reload()));
        QVERIFY(session->draft().isClean());
    }

    void aLostAnswerIsNoConflict_data() { addServices(); }
    void aLostAnswerIsNoConflict()
    {
        QFETCH(const QString, service);
        QFETCH(const std::chrono::seconds, thinking);
        FaultedDesk desk(service, {});
        auto session = desk.opened();
        session->add({guest(desk.clock())});
        desk.clock().advance(thinking);
        // The request arrives, and neither its answer nor any reading after it does.
        desk.proxy().begin(heard(hangUp(ScriptedAnswer::Ending::Close)), FaultPlace::Sending);
        (void)await(session->apply({}));
        desk.proxy().lift();
        session.reset();

        desk.clock().advance(2h);
        session = desk.opened();
        QVERIFY(await(session->reload()));
        QVERIFY(session->conflicts().empty());
        if (!session->draft().isClean()) // it may not have arrived; then it is sent now
            QVERIFY(await(session->apply({})));
        QVERIFY(session->draft().isClean());
        QCOMPARE(session->draft().snapshot().size(), std::size_t(3));
    }
};

GATEHOUSE_TEST(TestRunningClock, QCoreApplication)
#include "tst_running_clock.moc"
