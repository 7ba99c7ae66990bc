// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "support/FileSizeLimit.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What cannot be written down is not sent, and not forgotten as long as the program runs.
class TestFullDisk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSentThatIsNotDurable_data()
    {
        QTest::addColumn<QString>("service");
        for (const char *service : {"astro", "cortex", "quave", "bitbybit"})
            QTest::newRow(service) << QString::fromLatin1(service);
    }

    void nothingIsSentThatIsNotDurable()
    {
        QFETCH(const QString, service);
        Office office;
        Computer desk(office.clock, office.echoes());
        desk.connector().setLeastPause(std::chrono::milliseconds(1));
        const ConnectionRecord connection = desk.connect(office.connection(service), office.token());
        const auto session = desk.opened(connection);
        session->add(contents({u"127.0.0.1 Me"_s}));
        QVERIFY(await(session->apply({})));
        const QStringList before = desk.told(connection);
        QSignalSpy failed(session.get(), &ListSession::storingFailed);
        {
            const FileSizeLimit full(1);
            session->add(contents({u"198.51.100.7 Bob"_s}));
            QTRY_COMPARE(failed.size(), 1);
            const auto refused = await(session->apply({}));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Storage);
            QCOMPARE(session->draft().changeCount(), 1);
        }
        QCOMPARE(desk.told(connection), before);
        QVERIFY(await(session->apply({})));
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Bob"_s}));
        QCOMPARE(desk.told(connection), heldBy(service, shown(*session)));
    }
};

GATEHOUSE_TEST(TestFullDisk, QCoreApplication)
#include "tst_full_disk.moc"
