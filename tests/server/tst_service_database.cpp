// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "database/Migrations.h"
#include "server/data/Deploys.h"
#include "server/data/ServiceSchema.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ServiceDatabaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ServiceFixture>(); }

    void firstStartMakesTokenAndScopes();
    void databaseOfBeforeTheWorkspaceGetsOne();
    void secondStartKeepsThem();
    void startsAtTheSameTimeAgree();
    void folderAndFileArePrivate();
    void folderForOthersIsRefused();
    void linkToADatabaseIsNotFollowed();
    void newerDatabaseIsRefused();
    void damagedDatabaseIsNotReplaced_data();
    void damagedDatabaseIsNotReplaced();
    void folderThatCannotBeMadeIsNamed();
    void tokenIsReplaced_data();
    void tokenIsReplaced();

    void scopesAreAdded();
    void thereIsOneWorkspace();
    void scopesThatCannotBeAreRefused_data();
    void scopesThatCannotBeAreRefused();

    void listIsReplaced();
    void sameListChangesNothing();
    void rangesMaySwap();
    void highestEntryIsChangedWhileOneIsAdded();
    void listIsReadInParts();
    void entriesAreAdded();
    void entriesAreRemovedByTheirIds();
    void listLetsIn_data();
    void listLetsIn();
    void expiredEntryLetsNobodyIn();
    void listIsEmptied();
    void scopesHaveListsOfTheirOwn();
    void changeIsDeployed();
    void oldDeploysAreDropped();
    void failedChangeLeavesNeitherListNorDeploy();

    void expiredEntriesAreRemovedAndDeployed();
    void expiryIsExact();

private:
    std::unique_ptr<ServiceFixture> m_fixture;
};

void ServiceDatabaseTest::firstStartMakesTokenAndScopes()
{
    const auto token = serviceToken(m_fixture->database());
    QVERIFY(token);
    QCOMPARE(token->size(), 43);
    const auto scopes = allScopes(m_fixture->database());
    QVERIFY(scopes);
    QStringList kinds;
    for (const auto &scope : *scopes) {
        QCOMPARE(scope.id, u"local"_s);
        QCOMPARE(scope.name, u"local"_s);
        QCOMPARE(scope.secret.isEmpty(), scope.kind != ScopeKind::ApiKey);
        kinds.append(scopeKindName(scope.kind));
    }
    QCOMPARE(kinds, (QStringList{u"organization"_s, u"workspace"_s, u"environment"_s, u"api-key"_s}));
}

void ServiceDatabaseTest::databaseOfBeforeTheWorkspaceGetsOne()
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"service.sqlite"_s);
    {
        const auto old = Database::open(file);
        QVERIFY(old);
        QVERIFY(migrate(*old, serviceMigrations().first(1)));
        QVERIFY(old->execute(u"INSERT INTO settings(name, value) VALUES('token', 'the-token-of-before')"_s));
        QVERIFY(old->execute(u"INSERT INTO scopes(kind, id, name, secret) VALUES('environment', 'e1', 'shop', '')"_s));
        QVERIFY(old->execute(u"INSERT INTO entries(scope, id, range, label, active, created_at) "
                             "VALUES(1, 'a1', '10.0.0.1/32', 'Office', 1, 1772366400000)"_s));
    }
    const auto database = openServiceDatabase(folder.path());
    QVERIFY(database);
    QCOMPARE(serviceToken(*database), Result<QString>(u"the-token-of-before"_s));
    const auto scopes = allScopes(*database);
    QCOMPARE(scopes->size(), 2);
    QCOMPARE(scopes->at(0).id, u"e1"_s);
    QCOMPARE(scopes->at(0).createdAt, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    QCOMPARE(scopes->at(1).kind, ScopeKind::Workspace);
    QCOMPARE(scopes->at(1).id, u"local"_s);
    const auto entries = entriesOf(*database, scopes->at(0).number);
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().label, u"Office"_s);
    QCOMPARE(entries->first().spelling, QString());
    QCOMPARE(entries->first().createdBy, QString());
}

void ServiceDatabaseTest::secondStartKeepsThem()
{
    const auto again = openServiceDatabase(m_fixture->place());
    QVERIFY(again);
    QCOMPARE(serviceToken(*again), serviceToken(m_fixture->database()));
    QCOMPARE(allScopes(*again), allScopes(m_fixture->database()));
}

void ServiceDatabaseTest::startsAtTheSameTimeAgree()
{
    QTemporaryDir folder;
    constexpr int starts = 6;
    std::vector<QString> tokens(starts);
    std::vector<std::thread> threads;
    for (auto &token : tokens) {
        threads.emplace_back([&folder, &token] {
            const auto database = openServiceDatabase(folder.path());
            token = database ? serviceToken(*database).value_or(QString()) : database.error().detail;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(tokens.front().size(), 43);
    for (const auto &token : tokens)
        QCOMPARE(token, tokens.front());
    const auto database = openServiceDatabase(folder.path());
    QVERIFY(database);
    QCOMPARE(allScopes(*database)->size(), 4);
}

void ServiceDatabaseTest::folderAndFileArePrivate()
{
    QTemporaryDir parent;
    const auto path = parent.filePath(u"a/b"_s);
    QVERIFY(openServiceDatabase(path));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(path + u"/service.sqlite"_s).permissions() & others, QFile::Permissions());
}

void ServiceDatabaseTest::folderForOthersIsRefused()
{
    QTemporaryDir parent;
    const auto path = parent.filePath(u"data"_s);
    QVERIFY(openServiceDatabase(path));
    for (const auto mode : {QFile::WriteGroup, QFile::WriteOther}) {
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | mode));
        const auto refused = openServiceDatabase(path);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"chmod go-w "_s + path), qPrintable(refused.error().message));
    }
}

void ServiceDatabaseTest::linkToADatabaseIsNotFollowed()
{
    QTemporaryDir parent;
    const auto elsewhere = parent.filePath(u"elsewhere"_s);
    QVERIFY(QDir(parent.path()).mkdir(u"data"_s));
    QVERIFY(QFile::setPermissions(parent.filePath(u"data"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(QFile::link(elsewhere, parent.filePath(u"data/service.sqlite"_s)));
    QVERIFY(!openServiceDatabase(parent.filePath(u"data"_s)));
    QVERIFY(!QFileInfo::exists(elsewhere));
    QVERIFY(QFile(elsewhere).open(QIODevice::WriteOnly)); // nor when it leads somewhere
    QVERIFY(!openServiceDatabase(parent.filePath(u"data"_s)));
    QCOMPARE(QFileInfo(elsewhere).size(), 0);
}

void ServiceDatabaseTest::newerDatabaseIsRefused()
{
    QVERIFY(m_fixture->database().setSchemaVersion(1000));
    const auto refused = openServiceDatabase(m_fixture->place());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY2(refused.error().message.contains(u"newer version"_s), qPrintable(refused.error().message));
}

void ServiceDatabaseTest::damagedDatabaseIsNotReplaced_data()
{
    QTest::addColumn<int>("from");
    QTest::newRow("no database at all") << 0;
    QTest::newRow("from its first page on") << 100;
    QTest::newRow("from its second page on") << 4096;
}

void ServiceDatabaseTest::damagedDatabaseIsNotReplaced()
{
    QFETCH(int, from);
    QTemporaryDir folder;
    QVERIFY(openServiceDatabase(folder.path()));
    QFile file(folder.filePath(u"service.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(from));
    QVERIFY(file.write(QByteArray(file.size() - from, '\xff')) > 0);
    file.close();
    const auto database = openServiceDatabase(folder.path());
    QVERIFY(!database);
    QCOMPARE(database.error().kind, ErrorKind::Storage);
    QVERIFY2(database.error().message.contains(u"damaged"_s), qPrintable(database.error().message));
    QVERIFY(database.error().message.contains(file.fileName()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("\xff\xff\xff")); // as it was
}

void ServiceDatabaseTest::folderThatCannotBeMadeIsNamed()
{
    const auto file = m_fixture->folder.filePath(u"file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    const auto refused = openServiceDatabase(file + u"/below"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY2(refused.error().message.contains(file), qPrintable(refused.error().message));
}

void ServiceDatabaseTest::tokenIsReplaced_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("shortest") << QString(16, u'x') << true;
    QTest::newRow("longest") << QString(512, u'~') << true;
    QTest::newRow("too short") << QString(15, u'x') << false;
    QTest::newRow("too long") << QString(513, u'x') << false;
    QTest::newRow("blank inside") << u"12345678 12345678"_s << false;
    QTest::newRow("line break") << u"1234567890123456\n"_s << false;
    QTest::newRow("not ASCII") << u"1234567890123456ü"_s << false;
}

void ServiceDatabaseTest::tokenIsReplaced()
{
    QFETCH(QString, token);
    QFETCH(bool, accepted);
    const auto before = serviceToken(m_fixture->database());
    const auto set = setServiceToken(m_fixture->database(), token);
    QCOMPARE(set.has_value(), accepted);
    QCOMPARE(serviceToken(m_fixture->database()).value(), accepted ? token : before.value());
    if (!set)
        QCOMPARE(set.error().kind, ErrorKind::InvalidInput);
}

void ServiceDatabaseTest::scopesAreAdded()
{
    const auto &database = m_fixture->database();
    const auto environment = addScope(database, ScopeKind::Environment, u"e1"_s, u"acme-shop"_s);
    const auto key = addScope(database, ScopeKind::ApiKey, u"k1"_s, {});
    QVERIFY(environment && key);
    QCOMPARE(scopeById(database, ScopeKind::Environment, u"e1"_s).value(), *environment);
    QCOMPARE(scopeByName(database, ScopeKind::Environment, u"acme-shop"_s).value(), *environment);
    QCOMPARE(scopeById(database, ScopeKind::Organization, u"e1"_s).value(), std::nullopt);
    QCOMPARE(key->name, u"k1"_s);
    QVERIFY(key->secret.startsWith(u"bbb_live_"_s));
    QCOMPARE(apiKeyWithSecret(database, key->secret.toUtf8()).value(), key->number);
    QCOMPARE(apiKeyWithSecret(database, "other").value(), std::nullopt);
    QCOMPARE(apiKeyWithSecret(database, "").value(), std::nullopt);
    // The same id and name in another kind are free.
    QVERIFY(addScope(database, ScopeKind::Organization, u"e1"_s, u"acme-shop"_s));
    QVERIFY(addScope(database, ScopeKind::Organization, u"e2"_s, u"acme-shop"_s));
    QVERIFY(environment->createdAt.secsTo(QDateTime::currentDateTimeUtc()) < 600);
}

void ServiceDatabaseTest::thereIsOneWorkspace()
{
    const auto refused = addScope(m_fixture->database(), ScopeKind::Workspace, u"second"_s, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(allScopes(m_fixture->database())->size(), 4);
}

void ServiceDatabaseTest::scopesThatCannotBeAreRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("id taken") << u"local"_s << u"other"_s;
    QTest::newRow("environment name taken") << u"other"_s << u"local"_s;
    QTest::newRow("no id") << QString() << u"name"_s;
    QTest::newRow("blank in id") << u"a b"_s << QString();
    QTest::newRow("slash in id") << u"a/b"_s << QString();
    QTest::newRow("control character in id") << u"a\tb"_s << QString();
    QTest::newRow("long id") << QString(201, u'x') << QString();
    QTest::newRow("long name") << u"x"_s << QString(201, u'x');
    QTest::newRow("line break in name") << u"x"_s << u"a\nb"_s;
}

void ServiceDatabaseTest::scopesThatCannotBeAreRefused()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    const auto refused = addScope(m_fixture->database(), ScopeKind::Environment, id, name);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!refused.error().message.isEmpty());
    QCOMPARE(allScopes(m_fixture->database())->size(), 4);
}

void ServiceDatabaseTest::listIsReplaced()
{
    const auto scope = m_fixture->environment();
    auto full = m_fixture->entry("2001:db8::/32", m_fixture->clock.now().addDays(7));
    full.label = u"Büro \"1\""_s;
    full.spelling = u"2001:DB8::/32"_s;
    full.createdBy = u"my-token"_s;
    full.active = false;
    full.lifetime = 168h;
    QCOMPARE(m_fixture->replace(scope, {m_fixture->entry("*"), full}), true);
    auto stored = m_fixture->entries(scope);
    QCOMPARE(stored.size(), 2);
    full.number = stored[1].number;
    QCOMPARE(stored[1], full);

    stored[0].label = u"anyone"_s;
    QCOMPARE(m_fixture->replace(scope, {m_fixture->entry("10.0.0.1"), stored[0]}), true);
    QCOMPARE(m_fixture->ranges(scope), (QStringList{u"*"_s, u"10.0.0.1"_s})); // what was there keeps its place
    QCOMPARE(m_fixture->entries(scope)[0].label, u"anyone"_s);
    QCOMPARE(m_fixture->replace(scope, {}), true);
    QCOMPARE(m_fixture->entries(scope), QList<StoredEntry>());
}

void ServiceDatabaseTest::sameListChangesNothing()
{
    const auto scope = m_fixture->environment();
    QCOMPARE(m_fixture->replace(scope, {m_fixture->entry("10.0.0.1"), m_fixture->entry("10.0.0.2")}), true);
    auto stored = m_fixture->entries(scope);
    std::reverse(stored.begin(), stored.end());
    QCOMPARE(m_fixture->replace(scope, stored), false);
    QCOMPARE(deploysOf(m_fixture->database(), scope)->size(), 1);
}

void ServiceDatabaseTest::rangesMaySwap()
{
    const auto scope = m_fixture->environment();
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1"), m_fixture->entry("10.0.0.2")});
    auto stored = m_fixture->entries(scope);
    std::swap(stored[0].range, stored[1].range);
    QCOMPARE(m_fixture->replace(scope, stored), true);
    QCOMPARE(m_fixture->entries(scope), stored);
}

void ServiceDatabaseTest::highestEntryIsChangedWhileOneIsAdded()
{
    const auto scope = m_fixture->environment();
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1"), m_fixture->entry("10.0.0.2")});
    auto stored = m_fixture->entries(scope);
    stored[1].active = false;
    QCOMPARE(m_fixture->replace(scope, {m_fixture->entry("10.0.0.3"), stored[1], stored[0]}), true);
    QCOMPARE(m_fixture->ranges(scope), (QStringList{u"10.0.0.1"_s, u"10.0.0.2"_s, u"10.0.0.3"_s}));
}

void ServiceDatabaseTest::listIsReadInParts()
{
    const auto scope = m_fixture->environment();
    const auto &database = m_fixture->database();
    QCOMPARE(countEntries(database, scope), Result<qint64>(0));
    QCOMPARE(hasEntries(database, scope), Result<bool>(false));
    m_fixture->replace(m_fixture->scope(ScopeKind::ApiKey).number, {m_fixture->entry("10.0.0.9")});
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.3"), m_fixture->entry("10.0.0.1"), m_fixture->entry("*")});
    const auto all = m_fixture->entries(scope);
    QCOMPARE(countEntries(database, scope), Result<qint64>(3));
    QCOMPARE(hasEntries(database, scope), Result<bool>(true));
    QCOMPARE(someEntriesOf(database, scope, 0, 10).value(), all);
    QCOMPARE(someEntriesOf(database, scope, 1, 1).value(), all.mid(1, 1));
    QCOMPARE(someEntriesOf(database, scope, 2, 2).value(), all.mid(2));
    QCOMPARE(someEntriesOf(database, scope, 3, 2).value(), QList<StoredEntry>());
}

void ServiceDatabaseTest::entriesAreAdded()
{
    const auto scope = m_fixture->scope(ScopeKind::Organization).number;
    const auto &database = m_fixture->database();
    QVERIFY(addEntries(database, scope, {}, m_fixture->clock.now()));
    QCOMPARE(deploysOf(database, scope)->size(), 0);
    QVERIFY(addEntries(database, scope, {m_fixture->entry("10.0.0.2"), m_fixture->entry("10.0.0.1")},
                       m_fixture->clock.now()));
    QVERIFY(addEntries(database, scope, {m_fixture->entry("10.0.0.0/24")}, m_fixture->clock.now()));
    QCOMPARE(m_fixture->ranges(scope), (QStringList{u"10.0.0.2"_s, u"10.0.0.1"_s, u"10.0.0.0/24"_s}));
    QCOMPARE(deploysOf(database, scope)->size(), 2);
    QCOMPARE(deploysOf(database, scope)->first().list, u"10.0.0.2/32\n10.0.0.1/32\n10.0.0.0/24"_s);
}

void ServiceDatabaseTest::entriesAreRemovedByTheirIds()
{
    const auto scope = m_fixture->scope(ScopeKind::Organization).number;
    const auto other = m_fixture->environment();
    const auto &database = m_fixture->database();
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1"), m_fixture->entry("10.0.0.2"), m_fixture->entry("*")});
    m_fixture->replace(other, {m_fixture->entry("10.0.0.3")});
    const auto removed =
        removeEntries(database, scope, {u"10.0.0.1"_s, u"10.0.0.3"_s, u"*"_s, u"*"_s}, m_fixture->clock.now());
    QCOMPARE(removed, Result<int>(2));
    QCOMPARE(m_fixture->ranges(scope), QStringList{u"10.0.0.2"_s});
    QCOMPARE(m_fixture->ranges(other), QStringList{u"10.0.0.3"_s});
    QCOMPARE(deploysOf(database, scope)->size(), 2);
    QCOMPARE(removeEntries(database, scope, {u"nothing"_s}, m_fixture->clock.now()), Result<int>(0));
    QCOMPARE(deploysOf(database, scope)->size(), 2);
}

void ServiceDatabaseTest::listLetsIn_data()
{
    QTest::addColumn<QStringList>("active");
    QTest::addColumn<QStringList>("inactive");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("letIn");
    const auto row = [](const char *name, const QStringList &active, const QStringList &inactive, const char *address,
                        bool letIn) { QTest::newRow(name) << active << inactive << QByteArray(address) << letIn; };
    row("empty list", {}, {}, "10.0.0.1", true);
    row("nothing active", {}, {u"10.0.0.2"_s}, "10.0.0.1", true);
    row("inside", {u"10.0.0.9"_s, u"10.0.0.0/30"_s}, {}, "10.0.0.1", true);
    row("outside", {u"10.0.0.9"_s, u"10.0.0.0/30"_s}, {}, "10.0.0.4", false);
    row("inside of what is inactive", {u"10.0.0.9"_s}, {u"10.0.0.0/30"_s}, "10.0.0.1", false);
    row("wildcard", {u"*"_s}, {}, "2001:db8::1", true);
    row("all of the other family", {u"0.0.0.0/0"_s}, {}, "2001:db8::1", false);
    row("all of IPv4", {u"0.0.0.0/0"_s}, {}, "10.0.0.1", true);
    row("all of IPv6", {u"::/0"_s}, {}, "2001:db8::1", true);
    row("the address", {u"10.0.0.1"_s}, {}, "10.0.0.1", true);
    row("the IPv6 address", {u"2001:db8::1"_s}, {}, "2001:db8::1", true);
    row("half a network", {u"10.0.0.0/31"_s}, {}, "10.0.0.2", false);
    row("an odd IPv6 network", {u"2001:db8::/61"_s}, {}, "2001:db8:0:7::1", true);
    row("beside an odd IPv6 network", {u"2001:db8::/61"_s}, {}, "2001:db8:0:8::1", false);
    row("IPv4-mapped", {u"10.0.0.0/8"_s}, {}, "::ffff:10.0.0.1", true);
}

void ServiceDatabaseTest::listLetsIn()
{
    QFETCH(QStringList, active);
    QFETCH(QStringList, inactive);
    QFETCH(QByteArray, address);
    QList<StoredEntry> entries;
    for (const auto &range : active + inactive) {
        entries.append(m_fixture->entry(range.toLatin1().constData()));
        entries.last().active = active.contains(range);
    }
    const auto scope = m_fixture->environment();
    m_fixture->replace(scope, entries);
    const auto letIn =
        letsIn(m_fixture->database(), scope, *IpAddress::parse(address.toStdString()), m_fixture->clock.now());
    QVERIFY(letIn);
    QTEST(*letIn, "letIn");
}

void ServiceDatabaseTest::expiredEntryLetsNobodyIn()
{
    const auto scope = m_fixture->environment();
    const auto now = m_fixture->clock.now();
    const auto isLetIn = [&](const QDateTime &at) {
        return letsIn(m_fixture->database(), scope, *IpAddress::parse("10.0.0.1"), at);
    };
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1", now.addSecs(60)), m_fixture->entry("10.0.0.2")});
    QCOMPARE(isLetIn(now.addSecs(59)), Result<bool>(true));
    QCOMPARE(isLetIn(now.addSecs(60)), Result<bool>(false)); // long before it is removed
    // As everywhere, a list with nothing in force restricts nothing.
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.2", now.addSecs(60))});
    QCOMPARE(isLetIn(now), Result<bool>(false));
    QCOMPARE(isLetIn(now.addSecs(60)), Result<bool>(true));
}

void ServiceDatabaseTest::listIsEmptied()
{
    const auto scope = m_fixture->environment();
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1"), m_fixture->entry("10.0.0.2")});
    const auto &database = m_fixture->database();
    const auto removed = emptyList(database, ScopeKind::Environment, u"local"_s, m_fixture->clock.now());
    QVERIFY(removed);
    QCOMPARE(removed->size(), 2);
    QCOMPARE(m_fixture->ranges(scope), QStringList());
    QCOMPARE(deploysOf(database, scope)->size(), 2);
    QCOMPARE(deploysOf(database, scope)->first().list, QString());
    const auto unknown = emptyList(database, ScopeKind::Environment, u"nowhere"_s, m_fixture->clock.now());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::InvalidInput);
}

void ServiceDatabaseTest::scopesHaveListsOfTheirOwn()
{
    const auto environment = m_fixture->environment();
    const auto key = m_fixture->scope(ScopeKind::ApiKey).number;
    QCOMPARE(m_fixture->replace(environment, {m_fixture->entry("10.0.0.1")}), true);
    QCOMPARE(m_fixture->replace(key, {m_fixture->entry("10.0.0.1"), m_fixture->entry("10.0.0.2")}), true);
    QCOMPARE(m_fixture->replace(environment, {}), true);
    QCOMPARE(m_fixture->ranges(key), (QStringList{u"10.0.0.1"_s, u"10.0.0.2"_s}));
}

void ServiceDatabaseTest::changeIsDeployed()
{
    const auto scope = m_fixture->environment();
    auto inactive = m_fixture->entry("10.0.0.9");
    inactive.active = false;
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1"), inactive, m_fixture->entry("2001:db8::/32")});
    m_fixture->clock.advance(60s);
    m_fixture->replace(scope, {});
    const auto deploys = deploysOf(m_fixture->database(), scope);
    QVERIFY(deploys);
    QCOMPARE(deploys->size(), 2);
    QCOMPARE(deploys->at(0).list, QString());
    QCOMPARE(deploys->at(0).at, m_fixture->clock.now());
    QCOMPARE(deploys->at(1).list, u"10.0.0.1/32\n2001:db8::/32"_s);
    QCOMPARE(deploys->at(1).cause, u"change"_s);
    QCOMPARE(deploys->at(1).status, u"live"_s);
}

void ServiceDatabaseTest::oldDeploysAreDropped()
{
    const auto scope = m_fixture->environment();
    const auto other = m_fixture->scope(ScopeKind::Organization).number;
    const auto &database = m_fixture->database();
    QVERIFY(recordDeploy(database, other, DeployCause::Change, m_fixture->clock.now()));
    for (int i = 0; i < keptDeploys + 5; ++i)
        QVERIFY(recordDeploy(database, scope, DeployCause::Change, m_fixture->clock.now().addSecs(i)));
    const auto kept = deploysOf(database, scope);
    QVERIFY(kept);
    QCOMPARE(kept->size(), keptDeploys);
    QCOMPARE(kept->first().at, m_fixture->clock.now().addSecs(keptDeploys + 4));
    QCOMPARE(deploysOf(database, other)->size(), 1);
}

void ServiceDatabaseTest::failedChangeLeavesNeitherListNorDeploy()
{
    const auto scope = m_fixture->environment();
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1")});
    auto twin = m_fixture->entry("10.0.0.2");
    twin.id = u"twin"_s;
    QCOMPARE(m_fixture->replace(scope, {m_fixture->entry("10.0.0.2"), twin}), std::nullopt);
    QCOMPARE(m_fixture->ranges(scope), QStringList{u"10.0.0.1"_s});
    QCOMPARE(deploysOf(m_fixture->database(), scope)->size(), 1);
}

void ServiceDatabaseTest::expiredEntriesAreRemovedAndDeployed()
{
    const auto environment = m_fixture->environment();
    const auto key = m_fixture->scope(ScopeKind::ApiKey).number;
    const auto organization = m_fixture->scope(ScopeKind::Organization).number;
    const auto soon = m_fixture->clock.now().addSecs(60);
    const auto later = m_fixture->clock.now().addSecs(3600);
    auto inactive = m_fixture->entry("10.0.0.4", soon);
    inactive.active = false;
    m_fixture->replace(environment, {m_fixture->entry("10.0.0.1", soon), m_fixture->entry("10.0.0.2", later),
                                     m_fixture->entry("10.0.0.3"), inactive});
    m_fixture->replace(key, {m_fixture->entry("10.0.0.1", soon)});
    m_fixture->replace(organization, {m_fixture->entry("10.0.0.1", later)});

    m_fixture->clock.advance(90s);
    QCOMPARE(removeExpired(m_fixture->database(), m_fixture->clock.now()), Result<int>(3));
    QCOMPARE(m_fixture->ranges(environment), (QStringList{u"10.0.0.2"_s, u"10.0.0.3"_s}));
    QCOMPARE(m_fixture->ranges(key), QStringList());
    const auto deploy = deploysOf(m_fixture->database(), environment)->first();
    QCOMPARE(deploy.cause, u"expiry"_s);
    QCOMPARE(deploy.list, u"10.0.0.2/32\n10.0.0.3/32"_s);
    QCOMPARE(deploy.at, m_fixture->clock.now());
    QCOMPARE(deploysOf(m_fixture->database(), key)->first().list, QString());
    QCOMPARE(deploysOf(m_fixture->database(), organization)->size(), 1); // lost nothing: no deploy of its own

    QCOMPARE(removeExpired(m_fixture->database(), m_fixture->clock.now()), Result<int>(0));
    QCOMPARE(deploysOf(m_fixture->database(), environment)->size(), 2);
}

void ServiceDatabaseTest::expiryIsExact()
{
    const auto scope = m_fixture->environment();
    const auto end = m_fixture->clock.now().addMSecs(1);
    m_fixture->replace(scope, {m_fixture->entry("10.0.0.1", end)});
    QCOMPARE(removeExpired(m_fixture->database(), end.addMSecs(-1)), Result<int>(0));
    QCOMPARE(removeExpired(m_fixture->database(), end), Result<int>(1));
}

GATEHOUSE_TEST(ServiceDatabaseTest, QCoreApplication)
#include "tst_service_database.moc"
