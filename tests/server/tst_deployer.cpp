// SPDX-License-Identifier: Apache-2.0
// Targets are kept equal to their lists, and the deploys say how that goes.
#include "ServiceFixture.h"
#include "server/data/DeployTargets.h"
#include "server/data/Deploys.h"
#include "server/deploy/Deployer.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QDir>

#include <atomic>
#include <functional>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Without the comment.
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return "(none)";
    const auto text = file.readAll();
    return text.startsWith('#') ? text.mid(text.indexOf('\n') + 1) : text;
}

/// A clock with which something happens in the thread that asks for the time.
class EventfulClock final : public Clock
{
public:
    explicit EventfulClock(const Clock &clock)
        : m_clock(clock)
    {}

    [[nodiscard]] QDateTime now() const override
    {
        if (m_left > 0 && --m_left == 0)
            m_event();
        return m_clock.now();
    }
    /// When the time is asked for the `nth` time from now on. Once for each clock.
    void atQuestion(int nth, std::function<void()> event)
    {
        m_event = std::move(event);
        m_left = nth;
    }

private:
    const Clock &m_clock;
    std::function<void()> m_event;
    mutable std::atomic<int> m_left = 0;
};

TargetState state(const QString &host, qint64 scope, qint64 deploy, const QString &failure = {})
{
    return {host, u"nginx:/srv/x"_s, scope, deploy, failure};
}

} // namespace

class DeployerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutTargetsADeployIsLive();
    void deployIsLiveWhenEveryTargetHasIt();
    void failedTargetFailsTheDeploy();
    void overtakenDeployIsSuperseded();
    void targetOfALostServiceIsForgotten();
    void removedTargetIsNotWaitedFor();

    void retriesWithGrowingPauses();
    void newerDeployDoesNotWaitForTheRetry();

    void startBringsTheFileUpToDate();
    void changeIsWrittenWhenWoken();
    void changeOfAnotherServiceIsSeen();
    void expiryIsWrittenWhenItComes();
    void unwritableFileIsTriedAgain();
    void oneBrokenTargetHoldsNoOtherUp();
    void reloadFollowsChangesOfTheFileAlone();
    void changeDuringALookIsReloadedOnce_data();
    void changeDuringALookIsReloadedOnce();
    void failedReloadIsTriedAgain();
    void stopLooksOnceMore();
    void stopForgetsTheTargetsButNotTheFailure();
    void unusableTargetsAreRefused_data();
    void unusableTargetsAreRefused();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_fixture->folder.filePath(name); }
    [[nodiscard]] static QString host() { return QSysInfo::machineHostName(); }
    [[nodiscard]] DeployOptions options(const QStringList &targets) const
    {
        DeployOptions options;
        for (const auto &target : targets)
            options.targets.append(*DeployTarget::parse(target.arg(m_fixture->folder.path())));
        options.pollInterval = 5ms;
        options.firstRetry = 5ms;
        return options;
    }
    void start(const DeployOptions &options) { start(options, m_fixture->clock); }
    void start(const DeployOptions &options, const Clock &clock)
    {
        auto started = Deployer::start(
            options, [place = m_fixture->place()] { return openServiceDatabase(place); }, clock);
        QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
        m_deployer = std::move(*started);
    }
    void replace(const QList<StoredEntry> &entries) { QCOMPARE(m_fixture->replace(m_scope, entries), true); }
    [[nodiscard]] Deploy newest(qsizetype back = 0) const
    {
        const auto deploys = deploysOf(m_fixture->database(), m_scope);
        return deploys ? deploys->value(back) : Deploy();
    }
    [[nodiscard]] bool save(const TargetState &state) const
    {
        return saveTarget(m_fixture->database(), state, m_fixture->clock.now()).has_value();
    }
    [[nodiscard]] qint64 targetCount() const
    {
        const auto count = m_fixture->database().first(u"SELECT count(*) FROM deploy_targets"_s, {},
                                                       [](const Statement &row) { return row.integer(0); });
        return count ? count->value_or(-1) : -1;
    }

    std::unique_ptr<ServiceFixture> m_fixture;
    std::unique_ptr<Deployer> m_deployer;
    qint64 m_scope = 0;
};

void DeployerTest::init()
{
    m_fixture = std::make_unique<ServiceFixture>();
    m_scope = m_fixture->environment();
}

void DeployerTest::cleanup()
{
    m_deployer.reset();
}

void DeployerTest::withoutTargetsADeployIsLive()
{
    replace({m_fixture->entry("10.0.0.1")});
    QCOMPARE(newest().status, u"live"_s);
    QCOMPARE(newest().reason, QString());
}

void DeployerTest::deployIsLiveWhenEveryTargetHasIt()
{
    QVERIFY(save(state(u"one"_s, m_scope, 0)) && save(state(u"two"_s, m_scope, 0)));
    replace({m_fixture->entry("10.0.0.1")});
    QCOMPARE(newest().status, u"pending"_s);
    QCOMPARE(newest().reason, u"nginx:/srv/x on one; nginx:/srv/x on two"_s);
    QVERIFY(save(state(u"two"_s, m_scope, newest().id)));
    QCOMPARE(newest().status, u"pending"_s);
    QCOMPARE(newest().reason, u"nginx:/srv/x on one"_s);
    QVERIFY(save(state(u"one"_s, m_scope, newest().id)));
    QCOMPARE(newest().status, u"live"_s);
    QCOMPARE(newest().reason, QString());
    // Another list's targets do not matter.
    QVERIFY(save(state(u"three"_s, m_fixture->scope(ScopeKind::Organization).number, 0)));
    replace({m_fixture->entry("10.0.0.2")});
    QVERIFY(save(state(u"one"_s, m_scope, newest().id)) && save(state(u"two"_s, m_scope, newest().id)));
    QCOMPARE(newest().status, u"live"_s);
}

void DeployerTest::failedTargetFailsTheDeploy()
{
    QVERIFY(save(state(u"one"_s, m_scope, 0)) && save(state(u"two"_s, m_scope, 0)));
    replace({m_fixture->entry("10.0.0.1")});
    QVERIFY(save(state(u"one"_s, m_scope, 0, u"the disk is full"_s)));
    QCOMPARE(newest().status, u"failed"_s);
    QCOMPARE(newest().reason, u"nginx:/srv/x on one: the disk is full"_s);
    QVERIFY(save(state(u"two"_s, m_scope, newest().id)));
    QCOMPARE(newest().status, u"failed"_s);
    QVERIFY(save(state(u"one"_s, m_scope, newest().id)));
    QCOMPARE(newest().status, u"live"_s);
}

void DeployerTest::overtakenDeployIsSuperseded()
{
    QVERIFY(save(state(u"one"_s, m_scope, 0)));
    replace({m_fixture->entry("10.0.0.1")});
    replace({m_fixture->entry("10.0.0.2")});
    QCOMPARE(newest(1).status, u"superseded"_s);
    QVERIFY(save(state(u"one"_s, m_scope, 0, u"the disk is full"_s)));
    replace({m_fixture->entry("10.0.0.3")});
    QVERIFY(save(state(u"one"_s, m_scope, newest().id)));
    QCOMPARE(newest().status, u"live"_s);
    QCOMPARE(newest(1).status, u"failed"_s); // that it failed is not forgotten
    QCOMPARE(newest(1).reason, u"nginx:/srv/x on one: the disk is full"_s);
}

void DeployerTest::targetOfALostServiceIsForgotten()
{
    QVERIFY(save(state(u"lost"_s, m_scope, 0)));
    m_fixture->clock.advance(24h);
    replace({m_fixture->entry("10.0.0.1")});
    QCOMPARE(newest().status, u"pending"_s);
    m_fixture->clock.advance(1s);
    replace({m_fixture->entry("10.0.0.2")});
    QCOMPARE(newest().status, u"live"_s);
    QCOMPARE(targetCount(), 0);
}

void DeployerTest::removedTargetIsNotWaitedFor()
{
    QVERIFY(save(state(u"one"_s, m_scope, 0)));
    QVERIFY(removeTarget(m_fixture->database(), state(u"one"_s, m_scope, 0)));
    replace({m_fixture->entry("10.0.0.1")});
    QCOMPARE(newest().status, u"live"_s);
}

void DeployerTest::retriesWithGrowingPauses()
{
    const auto &database = m_fixture->database();
    const auto now = m_fixture->clock.now();
    const auto target = DeployTarget::parse(u"file:%1/nowhere/f"_s.arg(m_fixture->folder.path()));
    DeployOptions retry;
    retry.firstRetry = 1s;
    DeployJob job(*target, m_scope, u"here"_s, retry);
    auto instant = DeployJob::Instant() + 1h;
    QCOMPARE(job.isDue(database, now, instant), Result<bool>(true)); // at the start
    for (const auto pause : {1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 300s, 300s}) {
        job.write(database, now);
        job.conclude({}, instant);
        QCOMPARE(job.isDue(database, now, instant + pause - 1ms), Result<bool>(false));
        QCOMPARE(job.nextLook(now, instant), instant + pause);
        instant += pause;
        QCOMPARE(job.isDue(database, now, instant), Result<bool>(true));
    }
    QVERIFY(QDir(m_fixture->folder.path()).mkdir(u"nowhere"_s));
    job.write(database, now);
    job.conclude({}, instant);
    QCOMPARE(job.isDue(database, now, instant + 24h), Result<bool>(false));
    QVERIFY(QFile::exists(path(u"nowhere/f"_s)));
}

void DeployerTest::newerDeployDoesNotWaitForTheRetry()
{
    const auto &database = m_fixture->database();
    const auto now = m_fixture->clock.now();
    DeployOptions retry;
    retry.firstRetry = 1h;
    DeployJob job(*DeployTarget::parse(u"file:/nowhere/f"_s), m_scope, u"here"_s, retry);
    const auto instant = DeployJob::Instant() + 1h;
    QCOMPARE(job.isDue(database, now, instant), Result<bool>(true));
    job.write(database, now);
    job.conclude({}, instant);
    QCOMPARE(job.isDue(database, now, instant), Result<bool>(false));
    replace({m_fixture->entry("10.0.0.1")});
    QCOMPARE(job.isDue(database, now, instant), Result<bool>(true));
}

void DeployerTest::startBringsTheFileUpToDate()
{
    replace({m_fixture->entry("10.0.0.1"), m_fixture->entry("2001:db8::/32")});
    start(options({u"nginx:%1/allow"_s, u"file:organization/local:%1/list"_s}));
    QTRY_COMPARE(contentOf(path(u"allow"_s)), "allow 10.0.0.1;\nallow 2001:db8::/32;\ndeny all;\n");
    QTRY_COMPARE(contentOf(path(u"list"_s)), "0.0.0.0/0\n::/0\n"); // another list, still empty
    QTRY_COMPARE(newest().status, u"live"_s);
}

void DeployerTest::changeIsWrittenWhenWoken()
{
    auto slow = options({u"nginx:%1/allow"_s});
    slow.pollInterval = 24h;
    start(slow);
    QTRY_COMPARE(contentOf(path(u"allow"_s)), "allow all;\n");
    QTRY_COMPARE(targetCount(), 1);
    replace({m_fixture->entry("10.0.0.1")});
    QCOMPARE(newest().status, u"pending"_s);
    m_deployer->wake();
    QTRY_COMPARE(newest().status, u"live"_s);
    QCOMPARE(contentOf(path(u"allow"_s)), "allow 10.0.0.1;\ndeny all;\n");
}

void DeployerTest::changeOfAnotherServiceIsSeen()
{
    start(options({u"nginx:%1/allow"_s}));
    QTRY_COMPARE(contentOf(path(u"allow"_s)), "allow all;\n");
    replace({m_fixture->entry("10.0.0.1")}); // by another connection than the deployer's
    QTRY_COMPARE(contentOf(path(u"allow"_s)), "allow 10.0.0.1;\ndeny all;\n");
    QTRY_COMPARE(newest().status, u"live"_s);
}

void DeployerTest::expiryIsWrittenWhenItComes()
{
    replace({m_fixture->entry("10.0.0.1", m_fixture->clock.now().addSecs(60)), m_fixture->entry("10.0.0.2"),
             m_fixture->entry("10.0.0.3", m_fixture->clock.now().addSecs(120))});
    start(options({u"file:%1/list"_s}));
    QTRY_COMPARE(contentOf(path(u"list"_s)), "10.0.0.1\n10.0.0.2\n10.0.0.3\n");
    m_fixture->clock.advance(60s);
    QTRY_COMPARE(contentOf(path(u"list"_s)), "10.0.0.2\n10.0.0.3\n");
    m_fixture->clock.advance(60s);
    QTRY_COMPARE(contentOf(path(u"list"_s)), "10.0.0.2\n");
    QCOMPARE(m_fixture->ranges(m_scope).size(), 3); // the hourly job has not run
}

void DeployerTest::unwritableFileIsTriedAgain()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"deploy failed.*nowhere/allow"_s));
    start(options({u"nginx:%1/nowhere/allow"_s}));
    QTRY_COMPARE(targetCount(), 1);
    replace({m_fixture->entry("10.0.0.1")}); // the change does not suffer from it
    QTRY_COMPARE(newest().status, u"failed"_s);
    QVERIFY2(newest().reason.contains(u"nowhere/allow on %1"_s.arg(host())), qPrintable(newest().reason));
    QVERIFY(QDir(m_fixture->folder.path()).mkdir(u"nowhere"_s));
    QTRY_COMPARE(newest().status, u"live"_s);
    QCOMPARE(contentOf(path(u"nowhere/allow"_s)), "allow 10.0.0.1;\ndeny all;\n");
    QCOMPARE(newest().reason, QString());
}

void DeployerTest::oneBrokenTargetHoldsNoOtherUp()
{
    start(options({u"file:%1/nowhere/f"_s, u"file:%1/good"_s}));
    QTRY_COMPARE(targetCount(), 2);
    replace({m_fixture->entry("10.0.0.1")});
    QTRY_COMPARE(contentOf(path(u"good"_s)), "10.0.0.1\n");
    QTRY_COMPARE(newest().status, u"failed"_s);
    QVERIFY(!newest().reason.contains(u"good"_s));
}

void DeployerTest::reloadFollowsChangesOfTheFileAlone()
{
    auto counting = options({u"nginx:%1/allow"_s, u"file:%1/list"_s});
    counting.reload = *ReloadCommand::parse(u"sh -c \"echo again >> %1\""_s.arg(path(u"reloads"_s)));
    start(counting);
    QTRY_COMPARE(contentOf(path(u"reloads"_s)), "again\n"); // once for both
    QTRY_COMPARE(targetCount(), 2);
    replace({m_fixture->entry("10.0.0.1")});
    QTRY_COMPARE(newest().status, u"live"_s);
    QCOMPARE(contentOf(path(u"reloads"_s)), "again\nagain\n");
    auto renamed = m_fixture->entries(m_scope);
    renamed.first().label = u"Bob"_s;
    replace(renamed);
    QTRY_COMPARE(newest().status, u"live"_s);
    QCOMPARE(contentOf(path(u"reloads"_s)), "again\nagain\n"); // a label lets nobody else in
    m_deployer.reset();
    start(counting);
    QTRY_COMPARE(contentOf(path(u"reloads"_s)), "again\nagain\nagain\n"); // who knows how we ended
}

/// Before, between and after the looks at the two targets; the look at the start may still take some of the questions.
void DeployerTest::changeDuringALookIsReloadedOnce_data()
{
    QTest::addColumn<int>("question");
    for (int question = 1; question <= 5; ++question)
        QTest::addRow("at question %d", question) << question;
}

void DeployerTest::changeDuringALookIsReloadedOnce()
{
    QFETCH(const int, question);
    auto slow = options({u"nginx:%1/allow"_s, u"file:%1/list"_s});
    slow.reload = *ReloadCommand::parse(u"sh -c \"echo again >> %1\""_s.arg(path(u"reloads"_s)));
    slow.pollInterval = 24h;
    EventfulClock clock(m_fixture->clock);
    start(slow, clock);
    QTRY_COMPARE(targetCount(), 2);

    clock.atQuestion(question, [this, entry = m_fixture->entry("10.0.0.1")] {
        const auto database = openServiceDatabase(m_fixture->place());
        QVERIFY(database);
        auto transaction = Transaction::begin(*database);
        QVERIFY(replaceEntries(*database, m_scope, {entry}, m_fixture->clock.now()).value_or(false));
        QVERIFY(transaction->commit());
        m_deployer->wake(); // as the service does after a change
    });
    const auto isLive = [this] {
        m_deployer->wake();
        return newest().status == u"live"_s;
    };
    QTRY_VERIFY(isLive());
    QCOMPARE(contentOf(path(u"allow"_s)), "allow 10.0.0.1;\ndeny all;\n");
    QCOMPARE(contentOf(path(u"list"_s)), "10.0.0.1\n");
    QCOMPARE(contentOf(path(u"reloads"_s)), "again\nagain\n");
    m_deployer.reset();
}

void DeployerTest::failedReloadIsTriedAgain()
{
    auto failing = options({u"nginx:%1/allow"_s});
    failing.reload = *ReloadCommand::parse(u"cat %1"_s.arg(path(u"running"_s)));
    start(failing);
    QTRY_COMPARE(targetCount(), 1);
    replace({m_fixture->entry("10.0.0.1")});
    QTRY_COMPARE(newest().status, u"failed"_s);
    QVERIFY2(newest().reason.contains(u"the reload command cat ended with status 1: "_s), qPrintable(newest().reason));
    QTRY_COMPARE(contentOf(path(u"allow"_s)), "allow 10.0.0.1;\ndeny all;\n"); // the file is right already
    QFile running(path(u"running"_s));
    QVERIFY(running.open(QIODevice::WriteOnly));
    QTRY_COMPARE(newest().status, u"live"_s);
}

void DeployerTest::stopLooksOnceMore()
{
    auto slow = options({u"file:%1/list"_s});
    slow.pollInterval = 24h;
    start(slow);
    QTRY_COMPARE(targetCount(), 1);
    replace({m_fixture->entry("10.0.0.1")});
    m_deployer.reset();
    QCOMPARE(contentOf(path(u"list"_s)), "10.0.0.1\n");
    QCOMPARE(newest().status, u"live"_s);
}

void DeployerTest::stopForgetsTheTargetsButNotTheFailure()
{
    start(options({u"file:%1/nowhere/f"_s}));
    QTRY_COMPARE(targetCount(), 1);
    replace({m_fixture->entry("10.0.0.1")});
    m_deployer.reset();
    QCOMPARE(targetCount(), 0);
    QCOMPARE(newest().status, u"failed"_s);
    replace({m_fixture->entry("10.0.0.2")});
    QCOMPARE(newest().status, u"live"_s); // nobody is there to wait for
}

void DeployerTest::unusableTargetsAreRefused_data()
{
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<QString>("said");
    QTest::newRow("no such list") << QStringList{u"nginx:environment/shop:%1/a"_s} << u"environment/shop"_s;
    QTest::newRow("one file for two lists")
        << QStringList{u"nginx:%1/a"_s, u"file:organization/local:%1/a"_s} << u"the same file"_s;
    QTest::newRow("one file by two names") << QStringList{u"nginx:%1/a"_s, u"nginx:%1/x/../a"_s} << u"the same file"_s;
}

void DeployerTest::unusableTargetsAreRefused()
{
    QFETCH(QStringList, targets);
    QFETCH(QString, said);
    const auto refused = Deployer::start(
        options(targets), [place = m_fixture->place()] { return openServiceDatabase(place); }, m_fixture->clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(refused.error().message.contains(said), qPrintable(refused.error().message));
}

GATEHOUSE_TEST(DeployerTest, QCoreApplication)
#include "tst_deployer.moc"
