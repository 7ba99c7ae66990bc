// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "support/Await.h"
#include "support/LoopbackEcho.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"
#include "sync/ListSession.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// How many more times this process may write something down for good; below 0: as often as it likes.
std::atomic<int> syncsLeft = -1;

int countedSync(const char *name, int file)
{
    using Sync = int (*)(int);
    static const auto sync = reinterpret_cast<Sync>(dlsym(RTLD_NEXT, "fdatasync"));
    static const auto fullSync = reinterpret_cast<Sync>(dlsym(RTLD_NEXT, "fsync"));
    if (syncsLeft >= 0 && syncsLeft-- == 0)
        std::raise(SIGKILL);
    return std::strcmp(name, "fsync") == 0 ? fullSync(file) : sync(file);
}

} // namespace

// What SQLite calls at the end of each transaction, be it the journal's, the draft's or the service's own: in this
// program it ends the process at the chosen one. What was written before is there, as after any kill.
extern "C" int fdatasync(int file)
{
    return countedSync("fdatasync", file);
}
extern "C" int fsync(int file)
{
    return countedSync("fsync", file);
}

namespace {

constexpr auto childSyncs = "GATEHOUSE_TEST_CHILD_SYNCS";
constexpr auto childHome = "GATEHOUSE_TEST_CHILD_HOME";
constexpr auto childService = "GATEHOUSE_TEST_CHILD_SERVICE";
constexpr auto wanted = "198.51.100.7";

EntryContent content(const char *range)
{
    EntryContent content;
    content.range = *IpRange::parse(range);
    content.label = QStringLiteral("Survivor");
    content.expiresAt = QDateTime(QDate(2999, 1, 1), QTime(0, 0), Qt::UTC);
    return content;
}

/// A home with everything running, and its list open.
struct Desk
{
    explicit Desk(const Home &home)
        : composition(home)
    {}

    bool begin(const QString &service)
    {
        if (!composition.open() || !await(composition.startEmbedded()) || !await(composition.book().load()))
            return false;
        composition.addresses().setEchoServices({{echo.url()}, {}});
        session = std::make_unique<ListSession>(connectionTo(service), composition.connector(), composition.store(),
                                                composition.addresses(), composition.clock());
        return await(session->open()).has_value();
    }

    /// The list of this computer, or one of a service that holds less: beside it, in the same program, on another port
    /// in each run.
    ConnectionRecord connectionTo(const QString &service)
    {
        ConnectionBook &book = composition.book();
        if (service == u"quave")
            return book.records().front();
        const ConnectionRecord *known = book.findByName(service);
        ConnectionRecord record = known ? *known : ConnectionRecord{};
        record.name = service;
        record.serviceId = service;
        static const QMap<QString, QString> paths{
            {QStringLiteral("astro"), QStringLiteral("/astro/v1")},
            {QStringLiteral("cortex"), QStringLiteral("/cortex")},
            {QStringLiteral("bitbybit"), QStringLiteral("/bitbybit/developer/open/v1")}};
        static const QMap<QString, QString> scopes{{QStringLiteral("astro"), QStringLiteral("organizationId")},
                                                   {QStringLiteral("bitbybit"), QStringLiteral("keyId")}};
        record.baseUrl = QUrl(composition.embedded()->url().toString() + paths[service]);
        if (scopes.contains(service))
            record.scope = {{scopes[service], QStringLiteral("local")}};
        return await(book.save(record, composition.embedded()->token())).value_or(record);
    }

    LoopbackEcho echo;
    Composition composition;
    std::unique_ptr<ListSession> session;
};

bool has(const std::vector<Entry> &entries)
{
    const auto range = *IpRange::parse(wanted);
    return std::ranges::any_of(entries, [&](const Entry &entry) { return entry.content.range == range; });
}

/// Also in what the service may not hold.
bool isWhole(const std::vector<Entry> &entries)
{
    return std::ranges::any_of(entries, [](const Entry &entry) { return entry.content == content(wanted); });
}

/// What the killed program does: wants an entry, says so, and applies until it is killed.
int applyUntilKilled(const QString &path)
{
    Desk desk(Home::choose(path));
    if (!desk.begin(qEnvironmentVariable(childService)) || !await(desk.session->reload()))
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

/// A list in words: ranges and labels, sorted.
QStringList inWords(const Allowlist &list)
{
    QStringList lines;
    for (const Entry &entry : list.entries())
        lines += QString::fromStdString(entry.content.range.toShortString()) + u' ' + entry.content.label;
    lines.sort();
    return lines;
}

const QStringList listWanted{QStringLiteral("127.0.0.1 Survivor"), QStringLiteral("198.51.100.7 Survivor"),
                             QStringLiteral("198.51.100.8 Survivor"), QStringLiteral("203.0.113.2 Moved")};

/// Makes a list, then changes it in every way, and ends in the middle of that, or with "applied".
int applyUntilSync(const QString &path)
{
    Desk desk(Home::choose(path));
    if (!desk.begin(qEnvironmentVariable(childService)) || !await(desk.session->reload()))
        return 1;
    const auto keys = desk.session->add({content("127.0.0.1"), content("192.0.2.1"), content("203.0.113.1")});
    if (!await(desk.session->apply({})))
        return 1;
    EntryContent moved = content("203.0.113.2");
    moved.label = QStringLiteral("Moved");
    desk.session->add({content(wanted), content("198.51.100.8")});
    desk.session->edit(keys[2], moved);
    desk.session->remove({keys[1]});
    syncsLeft = qEnvironmentVariableIntValue(childSyncs);
    if (!await(desk.session->apply({})))
        return 1;
    syncsLeft = -1;
    std::puts("applied");
    return 0;
}

QProcessEnvironment childEnvironment(const TempHome &home, const QString &service)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(childHome), home.path());
    environment.insert(QString::fromLatin1(childService), service);
    return environment;
}

} // namespace

class TestKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndWhatIsShownIsTrue_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<int>("milliseconds");
        for (const char *service : {"quave", "astro", "bitbybit"}) {
            for (const int delay : {0, 1, 2, 4, 8, 12, 16, 24, 40, 80, 200})
                QTest::addRow("%s, killed %d ms into the apply", service, delay)
                    << QString::fromLatin1(service) << delay;
        }
    }

    void nothingIsLostAndWhatIsShownIsTrue()
    {
        QFETCH(const QString, service);
        QFETCH(const int, milliseconds);
        const TempHome home;
        QProcess child;
        child.setProcessEnvironment(childEnvironment(home, service));
        child.start(QCoreApplication::applicationFilePath(), {u"tst_kill"_s});
        QVERIFY(child.waitForReadyRead(30000));
        QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("applying"));
        QThread::msleep(static_cast<unsigned long>(milliseconds));
        child.kill();
        QVERIFY(child.waitForFinished());

        Desk desk(home.home());
        QVERIFY(desk.begin(service));
        QVERIFY(await(desk.session->reload()));

        QVERIFY(isWhole(desk.session->draft().result().entries()));
        if (has(desk.session->draft().snapshot().entries()))
            QVERIFY(desk.session->draft().isClean());

        QVERIFY(await(desk.session->apply({})));
        QVERIFY(isWhole(desk.session->draft().snapshot().entries()));
        QCOMPARE(desk.session->draft().snapshot().size(), 2U);
    }

    void killedAtEachStepItIsFinishedOrDropped_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<bool>("finish");
        for (const char *service : {"quave", "astro", "cortex", "bitbybit"}) {
            QTest::addRow("%s, finished", service) << QString::fromLatin1(service) << true;
            QTest::addRow("%s, dropped", service) << QString::fromLatin1(service) << false;
        }
    }

    /// Whatever the last thing is that was written down, the next start knows what took effect, and nothing is doubled.
    void killedAtEachStepItIsFinishedOrDropped()
    {
        QFETCH(const QString, service);
        QFETCH(const bool, finish);
        bool applied = false;
        int interrupted = 0;
        for (int syncs = 0; !applied && syncs < 60; ++syncs) {
            const TempHome home;
            QProcess child;
            QProcessEnvironment environment = childEnvironment(home, service);
            environment.insert(QString::fromLatin1(childSyncs), QString::number(syncs));
            child.setProcessEnvironment(environment);
            child.start(QCoreApplication::applicationFilePath(), {u"tst_kill"_s});
            QVERIFY(child.waitForFinished(30000));
            applied = child.readAllStandardOutput().contains("applied");
            QCOMPARE(child.exitStatus(), applied ? QProcess::NormalExit : QProcess::CrashExit);
            const QByteArray step = "after " + QByteArray::number(syncs) + " syncs";

            Desk desk(home.home());
            QVERIFY(desk.begin(service));
            ListSession &session = *desk.session;
            QVERIFY(await(session.reload()));
            const QStringList live = inWords(session.draft().snapshot());
            if (session.interrupted()) {
                ++interrupted;
                QVERIFY2(toldIsTrue(*session.interrupted(), live), step.constData());
            }
            const bool isDropped = !finish && session.interrupted().has_value();
            if (isDropped)
                session.dropInterrupted();
            else
                session.resumeInterrupted();
            QVERIFY2(!isDropped || session.draft().isClean(), step.constData());
            QVERIFY2(await(session.apply({})), step.constData());
            QCOMPARE(inWords(session.draft().snapshot()), isDropped ? live : listWanted);
            QVERIFY(await(desk.composition.store().openRecords(session.connection().id))->empty());
        }
        QVERIFY(applied);
        QVERIFY(interrupted > 2);
    }

private:
    /// What is said to have taken effect is in the list, and what is said not to have is not.
    static bool toldIsTrue(const InterruptedApply &told, const QStringList &live)
    {
        // By their ranges: a label that is kept here is wanted from the moment on that it is written down.
        const auto has = [&live](const std::optional<Entry> &entry) {
            const auto isThat = [&entry](const QString &line) {
                return line.section(u' ', 0, 0).toStdString() == entry->content.range.toShortString();
            };
            return entry && std::ranges::any_of(live, isThat);
        };
        return std::ranges::all_of(told.changes, [&](const SettledChange &settled) {
            switch (settled.outcome) {
            case SettledChange::Outcome::TookEffect:
                return has(settled.change.after) == settled.change.after.has_value() && !has(settled.change.before);
            case SettledChange::Outcome::HalfDone:
                return has(settled.change.after) && has(settled.change.before);
            case SettledChange::Outcome::DidNot:
                return !has(settled.change.after) && has(settled.change.before) == settled.change.before.has_value();
            }
            return false;
        });
    }
};

namespace {

int runKill(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QString home = qEnvironmentVariable(childHome); !home.isEmpty())
        return qEnvironmentVariableIsSet(childSyncs) ? applyUntilSync(home) : applyUntilKilled(home);
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

GATEHOUSE_TEST_MAIN(runKill)

#include "tst_kill.moc"
