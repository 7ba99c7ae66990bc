// SPDX-License-Identifier: Apache-2.0
// A list that is changed over HTTP decides whom a real nginx lets in.
#include "Manager.h"
#include "NginxServer.h"
#include "database/Database.h"
#include "server/EmbeddedService.h"
#include "server/data/Deploys.h"
#include "server/data/ServiceDatabase.h"
#include "support/ManualClock.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int letIn = 200;
constexpr int refused = 403;
const auto bob = u"127.0.0.2"_s;
const auto eve = u"127.0.0.3"_s;

} // namespace

class DeployNginxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void listedAreLetInAndOthersRefused();
    void bothFamiliesAreMatched();
    void emptyListIsOpen();
    void anyIsOpen();
    void inactiveIsRefused();
    void expiredIsRefused();
    void changeWhileNginxIsDownIsNotLost();

private:
    /// The status of the answer.
    int patch(const QByteArray &entries) { return Manager(*m_service).patch(entries).status; }
    [[nodiscard]] Deploy newest() const
    {
        const auto database = openServiceDatabase(m_folder->filePath(u"data"_s));
        const auto deploys = database ? newestDeploys(*database) : failure(database.error());
        return deploys ? deploys->value(0) : Deploy();
    }

    /// -1 before the service has told of its target.
    [[nodiscard]] qint64 targetFailures() const
    {
        const auto database = openServiceDatabase(m_folder->filePath(u"data"_s));
        const auto count =
            database ? database->first(u"SELECT sum(failure <> '') FROM deploy_targets"_s, {},
                                       [](const Statement &row) { return row.isNull(0) ? qint64(-1) : row.integer(0); })
                     : failure(database.error());
        return count ? count->value_or(-1) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    gatehouse::test::ManualClock m_clock;
    std::unique_ptr<NginxServer> m_nginx;
    std::unique_ptr<EmbeddedService> m_service;
};

void DeployNginxTest::initTestCase()
{
    if (NginxServer::program().isEmpty())
        QSKIP("nginx is not installed (on Debian: apt-get install nginx-light).");
}

void DeployNginxTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"nginx"_s));
    const auto include = m_folder->filePath(u"allow.conf"_s);
    m_nginx = std::make_unique<NginxServer>(m_folder->filePath(u"nginx"_s), include);
    ServiceOptions options;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.deploy.targets = {*DeployTarget::parse(u"nginx:"_s + include)};
    options.deploy.reload = *ReloadCommand::parse(m_nginx->reloadCommand());
    options.deploy.pollInterval = 20ms;
    options.deploy.firstRetry = 20ms;
    auto service = EmbeddedService::start(options, m_clock);
    QVERIFY(service);
    m_service = std::move(*service);
    QTRY_VERIFY(QFile::exists(include)); // before nginx, which would miss it
    QVERIFY(m_nginx->start());
    QTRY_COMPARE(targetFailures(), 0); // it could not be told at first
}

void DeployNginxTest::cleanup()
{
    m_service.reset();
    m_nginx.reset();
}

void DeployNginxTest::listedAreLetInAndOthersRefused()
{
    QCOMPARE(m_nginx->status(bob), letIn);
    QCOMPARE(patch(R"({"ip":"127.0.0.2"},{"ip":"127.1.0.0/16"})"), 200);
    QTRY_COMPARE(m_nginx->status(eve), refused);
    QCOMPARE(m_nginx->status(bob), letIn);
    QCOMPARE(m_nginx->status(u"127.1.2.3"_s), letIn);
    QCOMPARE(m_nginx->status(u"127.2.0.1"_s), refused);
    QTRY_COMPARE(newest().status, u"live"_s);
    QCOMPARE(patch(R"({"ip":"127.0.0.3"})"), 200);
    QTRY_COMPARE(m_nginx->status(eve), letIn);
    QTRY_COMPARE(m_nginx->status(bob), refused);
}

void DeployNginxTest::bothFamiliesAreMatched()
{
    QCOMPARE(patch(R"({"ip":"2001:db8::/32"},{"ip":"198.51.100.7"})"), 200);
    const auto proxy = u"127.0.0.1"_s;
    QTRY_COMPARE(m_nginx->status(proxy, u"2001:db9::1"_s), refused);
    QCOMPARE(m_nginx->status(proxy, u"2001:db8::1"_s), letIn);
    QCOMPARE(m_nginx->status(proxy, u"198.51.100.7"_s), letIn);
    QCOMPARE(m_nginx->status(proxy, u"198.51.100.8"_s), refused);
}

void DeployNginxTest::emptyListIsOpen()
{
    QCOMPARE(patch(R"({"ip":"127.0.0.2"})"), 200);
    QTRY_COMPARE(m_nginx->status(eve), refused);
    QCOMPARE(patch(""), 200);
    QTRY_COMPARE(m_nginx->status(eve), letIn);
}

void DeployNginxTest::anyIsOpen()
{
    QCOMPARE(patch(R"({"ip":"127.0.0.2"})"), 200);
    QTRY_COMPARE(m_nginx->status(eve), refused);
    QCOMPARE(patch(R"({"ip":"127.0.0.2"},{"ip":"*"})"), 200);
    QTRY_COMPARE(m_nginx->status(eve), letIn);
}

void DeployNginxTest::inactiveIsRefused()
{
    QCOMPARE(patch(R"({"ip":"127.0.0.2","isActive":false},{"ip":"127.0.0.3"})"), 200);
    QTRY_COMPARE(m_nginx->status(bob), refused);
    QCOMPARE(m_nginx->status(eve), letIn);
}

void DeployNginxTest::expiredIsRefused()
{
    QCOMPARE(patch(R"({"ip":"127.0.0.2","deleteEntry":"AFTER_6_HOURS"},{"ip":"127.0.0.4"})"), 200);
    QTRY_COMPARE(m_nginx->status(eve), refused);
    QCOMPARE(m_nginx->status(bob), letIn);
    m_clock.advance(6h);
    QTRY_COMPARE(m_nginx->status(bob), refused);
    m_service->expireNow();
    QTRY_COMPARE(newest().status, u"live"_s);
    QCOMPARE(newest().cause, u"expiry"_s);
    QCOMPARE(m_nginx->status(bob), refused);
    QCOMPARE(m_nginx->status(u"127.0.0.4"_s), letIn);
}

void DeployNginxTest::changeWhileNginxIsDownIsNotLost()
{
    m_nginx->stop();
    QCOMPARE(patch(R"({"ip":"127.0.0.2"})"), 200); // the request does not suffer
    QTRY_COMPARE(newest().status, u"failed"_s);
    QVERIFY2(newest().reason.contains(u"nginx"_s), qPrintable(newest().reason));
    QVERIFY(m_nginx->start());
    QCOMPARE(m_nginx->status(eve), refused);
    QTRY_COMPARE(newest().status, u"live"_s); // and it is told again
}

GATEHOUSE_TEST(DeployNginxTest, QCoreApplication)
#include "tst_deploy_nginx.moc"
