// SPDX-License-Identifier: Apache-2.0
#include "base/ProcessMark.h"
#include "support/TestProgram.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <cstring>

using namespace gatehouse;

class TestProcessMark final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisRunGoesOn()
    {
        QVERIFY(!ownProcessMark().isEmpty());
        QCOMPARE(ownProcessMark(), ownProcessMark());
        QVERIFY(isRunning(ownProcessMark()));
    }

    void anotherRunGoesOnUntilItHasEnded()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("tst_process_mark"), QStringLiteral("--tell")});
        QVERIFY(other.waitForReadyRead());
        const QString mark = QString::fromLatin1(other.readAllStandardOutput().trimmed());
        QVERIFY(mark != ownProcessMark());
        QVERIFY(isRunning(mark));
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(!isRunning(mark));
    }

    void whatIsNoMarkBelongsToNobody_data()
    {
        QTest::addColumn<QString>("mark");
        const QString own = ownProcessMark();
        QTest::newRow("empty") << QString();
        QTest::newRow("text") << QStringLiteral("gatehouse");
        QTest::newRow("no process") << QStringLiteral("0::");
        QTest::newRow("negative") << QStringLiteral("-1::");
        QTest::newRow("this process, begun at another time") << own.section(u':', 0, 0) + QStringLiteral(":1:x");
    }

    void whatIsNoMarkBelongsToNobody()
    {
        QFETCH(const QString, mark);
        QVERIFY(!isRunning(mark));
    }
};

namespace {

int runProcessMark(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], "--tell") == 0) {
        std::puts(qPrintable(ownProcessMark()));
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestProcessMark test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

GATEHOUSE_TEST_MAIN(runProcessMark)

#include "tst_process_mark.moc"
