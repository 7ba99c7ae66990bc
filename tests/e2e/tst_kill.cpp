// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "support/Await.h"
#include "support/TempHome.h"
#include "sync/ListSession.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

constexpr auto childHome = "GATEHOUSE_TEST_CHILD_HOME";
constexpr auto wanted = "198.51.100.7";

EntryContent content(const char *range)
{
    EntryContent content;
    content.range = *IpRange::parse(range);
    content.label = QStringLiteral("Survivor");
    return content;
}

/// A home with everything running, and its list open.
struct Desk
{
    explicit Desk(const Home &home)
        : composition(home)
    {}

    bool begin()
    {
        if (!composition.open() || !await(composition.startEmbedded()) || !await(composition.book().load()))
            return false;
        session = std::make_unique<ListSession>(composition.book().records().front(), composition.connector(),
                                                composition.store(), composition.addresses(), composition.clock());
        return await(session->open()).has_value();
    }

    Composition composition;
    std::unique_ptr<ListSession> session;
};

bool has(const std::vector<Entry> &entries)
{
    const auto range = *IpRange::parse(wanted);
    return std::ranges::any_of(entries, [&](const Entry &entry) { return entry.content.range == range; });
}

/// What the killed program does: wants an entry, says so, and applies until it is killed.
int applyUntilKilled(const QString &path)
{
    Desk desk(Home::choose(path));
    if (!desk.begin() || !await(desk.session->reload()))
        return 1;
    desk.session->add({content("127.0.0.1"), content(wanted)});
    QCoreApplication::processEvents(); // the draft is handed to the store, which answers in order
    (void)await(desk.composition.store().list(desk.session->connection().id));
    const Future<ApplyOutcome> applying = desk.session->apply({});
    std::puts("applying");
    std::fflush(stdout);
    (void)await(applying);
    return QCoreApplication::exec();
}

} // namespace

class TestKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndWhatIsShownIsTrue_data()
    {
        QTest::addColumn<int>("milliseconds");
        for (const int delay : {0, 1, 2, 4, 8, 12, 16, 24, 40, 80, 200})
            QTest::addRow("killed %d ms into the apply", delay) << delay;
    }

    void nothingIsLostAndWhatIsShownIsTrue()
    {
        QFETCH(int, milliseconds);
        const TempHome home;
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(childHome), home.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(child.waitForReadyRead(30000));
        QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("applying"));
        QThread::msleep(static_cast<unsigned long>(milliseconds));
        child.kill();
        QVERIFY(child.waitForFinished());

        Desk desk(home.home());
        QVERIFY(desk.begin());
        QVERIFY(await(desk.session->reload()));

        QVERIFY(has(desk.session->draft().result().entries()));
        if (has(desk.session->draft().snapshot().entries()))
            QVERIFY(desk.session->draft().isClean());

        QVERIFY(await(desk.session->apply({})));
        QVERIFY(has(desk.session->draft().snapshot().entries()));
        QCOMPARE(desk.session->draft().snapshot().size(), 2U);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (const QString home = qEnvironmentVariable(childHome); !home.isEmpty())
        return applyUntilKilled(home);
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
