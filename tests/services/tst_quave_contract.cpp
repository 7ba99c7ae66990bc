// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "allowlist/Text.h"
#include "server/EmbeddedService.h"
#include "services/DefinitionCatalog.h"

#include <QTemporaryDir>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The shipped definition of Quave Cloud, spoken with the embedded service over real HTTP.
class TestQuaveContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anEmptyListIsRead();
    void addsWhatTheServiceCanHold();
    void editsInPlace();
    void removesOneAndAll();
    void everyoneIsAnEntry();
    void sendsNamesForPresets_data();
    void sendsNamesForPresets();
    void sendsOtherTimesExactly();
    void anUnchangedExpiryIsLeftAlone();
    void anExpiryIsTakenBack();
    void expiredEntriesGo();
    void findsTheListByName();
    void aWrongTokenIsUnauthorized();
    void anUnknownEnvironmentIsNotFound();
    void namesTheEntryThatIsRefused();
    void anEntryThatIsGoneIsRefused();
    void echoesTheCaller();

private:
    [[nodiscard]] std::unique_ptr<RestService> connectTo(const QMap<QString, QString> &scope, const QString &token);
    /// Reads the list; keys are those of the last reading.
    [[nodiscard]] bool read();
    /// What is held differs from the list as read by what `change` does; sent and read back.
    [[nodiscard]] bool apply(const std::function<void(Draft &)> &change);
    [[nodiscard]] const Entry &at(std::size_t index) const { return m_list.entries().at(index); }
    void add(Draft &draft, const char *rangeText, const QString &label, const std::optional<QDateTime> &expiresAt = {},
             bool active = true) const;
    static void edit(Draft &draft, Entry changed, const std::function<void(EntryContent &)> &change);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::EmbeddedService> m_server;
    std::unique_ptr<RestService> m_service;
    std::shared_ptr<const ServiceDefinition> m_definition = DefinitionCatalog::load({}).find(u"quave"_s);
    Allowlist m_list;
    std::vector<Entry> m_wanted; ///< of the last apply
};

void TestQuaveContract::init()
{
    QVERIFY(m_definition);
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>();
    server::ServiceOptions options;
    options.dataFolder = m_folder->path();
    auto started = server::EmbeddedService::start(options, *m_clock);
    QVERIFY2(started.has_value(), qPrintable(started ? QString() : started.error().message));
    m_server = std::move(*started);
    m_service = connectTo({{u"appEnvId"_s, u"local"_s}}, m_server->token());
    m_list = {};
}

void TestQuaveContract::cleanup()
{
    m_service.reset();
    m_server.reset();
    m_clock.reset();
    m_folder.reset();
}

std::unique_ptr<RestService> TestQuaveContract::connectTo(const QMap<QString, QString> &scope, const QString &token)
{
    Endpoint endpoint;
    endpoint.baseUrl = QUrl(m_server->url().toString() + u"/quave/api/public/v1"_s);
    endpoint.scope = scope;
    endpoint.echoUrl = QUrl(m_server->url().toString() + u"/ip"_s);
    return std::make_unique<RestService>(m_definition, endpoint, token,
                                         std::make_unique<HttpClient>(httpPolicyFor(*m_definition)), *m_clock);
}

bool TestQuaveContract::read()
{
    auto fresh = await(m_service->fetch());
    if (!fresh) {
        qWarning("%s", qPrintable(fresh.error().message));
        return false;
    }
    m_list = withKeysOf(std::move(*fresh), m_list);
    return true;
}

bool TestQuaveContract::apply(const std::function<void(Draft &)> &change)
{
    Draft draft(std::make_shared<const Allowlist>(m_list));
    change(draft);
    m_wanted = draft.result().entries();
    const auto operations = m_service->plan(draft, {});
    if (operations.size() != 1)
        return false;
    const auto sent = await(m_service->send(operations.front()));
    if (!sent) {
        qWarning("%s", qPrintable(sent.error().message));
        return false;
    }
    return read() && std::ranges::equal(m_list.entries(), m_wanted, [this](const Entry &live, const Entry &wanted) {
               return m_service->holds(live.content, wanted.content);
           });
}

void TestQuaveContract::add(Draft &draft, const char *rangeText, const QString &label,
                            const std::optional<QDateTime> &expiresAt, bool active) const
{
    const Entry added = makeEntry({range(rangeText), label, active, expiresAt});
    draft.set(added.key, added);
}

void TestQuaveContract::edit(Draft &draft, Entry changed, const std::function<void(EntryContent &)> &change)
{
    change(changed.content);
    draft.set(changed.key, changed);
}

void TestQuaveContract::anEmptyListIsRead()
{
    QVERIFY(read());
    QVERIFY(m_list.isEmpty());
}

void TestQuaveContract::addsWhatTheServiceCanHold()
{
    QVERIFY(apply([this](Draft &draft) {
        add(draft, "203.0.113.50", u"Büro “Ost” 東 \\ \" <b>"_s);
        add(draft, "198.51.100.0/24", {}, {}, false);
        add(draft, "2001:db8::/48", u"v6"_s);
    }));
    QCOMPARE(m_list.size(), 3U);
    QVERIFY(!at(0).remoteId.isEmpty());
    QCOMPARE(at(0).content, (EntryContent{range("203.0.113.50"), u"Büro “Ost” 東 \\ \" <b>"_s, true, {}}));
    QCOMPARE(at(1).content, (EntryContent{range("198.51.100.0/24"), {}, false, {}}));
    QCOMPARE(at(2).content.range, range("2001:db8::/48"));
    QCOMPARE(at(0).provenance.createdAt, m_clock->now());
    QVERIFY(at(0).unknownFields.isEmpty());
}

void TestQuaveContract::editsInPlace()
{
    QVERIFY(apply([this](Draft &draft) {
        add(draft, "203.0.113.50", u"Office"_s);
        add(draft, "198.51.100.0/24", u"Other"_s);
    }));
    const Entry before = at(0);
    m_clock->advance(1h);
    QVERIFY(apply([&](Draft &draft) {
        edit(draft, before, [](EntryContent &content) {
            content = {range("203.0.113.0/24"), u"Floor 2"_s, false, {}};
        });
    }));
    QCOMPARE(at(0).remoteId, before.remoteId);
    QCOMPARE(at(0).provenance.createdAt, before.provenance.createdAt);
    QCOMPARE(at(0).content, (EntryContent{range("203.0.113.0/24"), u"Floor 2"_s, false, {}}));
    QCOMPARE(at(1).content.label, u"Other"_s);
}

void TestQuaveContract::removesOneAndAll()
{
    QVERIFY(apply([this](Draft &draft) {
        add(draft, "203.0.113.50", u"a"_s);
        add(draft, "198.51.100.0/24", u"b"_s);
    }));
    QVERIFY(apply([this](Draft &draft) { draft.set(at(0).key, std::nullopt); }));
    QCOMPARE(m_list.size(), 1U);
    QCOMPARE(at(0).content.label, u"b"_s);
    QVERIFY(apply([this](Draft &draft) { draft.set(at(0).key, std::nullopt); }));
    QVERIFY(m_list.isEmpty());
}

void TestQuaveContract::everyoneIsAnEntry()
{
    QVERIFY(apply([this](Draft &draft) { add(draft, "*", u"for the demo"_s); }));
    QVERIFY(at(0).content.range.isAny());
}

void TestQuaveContract::sendsNamesForPresets_data()
{
    QTest::addColumn<ExpiryPreset>("preset");
    for (const ExpiryPreset preset : expiryPresets)
        QTest::newRow(qPrintable(wordFor(preset))) << preset;
}

void TestQuaveContract::sendsNamesForPresets()
{
    QFETCH(const ExpiryPreset, preset);
    const auto wanted = expiryAfter(preset, m_clock->now());
    m_clock->advance(2min); // until the user has decided
    QVERIFY(apply([&](Draft &draft) { add(draft, "203.0.113.50", {}, wanted); }));
    // Counted by the service from when it took the entry, so a name went out and no time.
    QCOMPARE(at(0).content.expiresAt, expiryAfter(preset, m_clock->now()));
}

void TestQuaveContract::sendsOtherTimesExactly()
{
    const QDateTime wanted = m_clock->now().addDays(3).addSecs(17);
    QVERIFY(apply([&](Draft &draft) { add(draft, "203.0.113.50", {}, wanted); }));
    QCOMPARE(at(0).content.expiresAt, wanted);
    const QDateTime later = m_clock->now().addDays(400);
    QVERIFY(
        apply([&](Draft &draft) { edit(draft, at(0), [&](EntryContent &content) { content.expiresAt = later; }); }));
    QCOMPARE(at(0).content.expiresAt, later);
}

void TestQuaveContract::anUnchangedExpiryIsLeftAlone()
{
    const auto wanted = expiryAfter(ExpiryPreset::OneDay, m_clock->now());
    QVERIFY(apply([&](Draft &draft) { add(draft, "203.0.113.50", {}, wanted); }));
    m_clock->advance(5h);
    QVERIFY(apply([&](Draft &draft) { edit(draft, at(0), [](EntryContent &content) { content.label = u"new"_s; }); }));
    QCOMPARE(at(0).content.label, u"new"_s);
    QCOMPARE(at(0).content.expiresAt, wanted);
}

void TestQuaveContract::anExpiryIsTakenBack()
{
    QVERIFY(apply(
        [&](Draft &draft) { add(draft, "203.0.113.50", {}, expiryAfter(ExpiryPreset::OneDay, m_clock->now())); }));
    QVERIFY(apply([&](Draft &draft) { edit(draft, at(0), [](EntryContent &content) { content.expiresAt.reset(); }); }));
    QVERIFY(!at(0).content.expiresAt);
}

void TestQuaveContract::expiredEntriesGo()
{
    QVERIFY(apply([&](Draft &draft) {
        add(draft, "203.0.113.50", u"soon"_s, expiryAfter(ExpiryPreset::SixHours, m_clock->now()));
        add(draft, "203.0.113.51", u"stays"_s);
    }));
    m_clock->advance(7h);
    m_server->expireNow();
    QVERIFY(read());
    QCOMPARE(m_list.size(), 1U);
    QCOMPARE(at(0).content.label, u"stays"_s);
}

void TestQuaveContract::findsTheListByName()
{
    QVERIFY(apply([this](Draft &draft) { add(draft, "203.0.113.50", u"a"_s); }));
    m_service = connectTo({{u"envName"_s, u"local"_s}}, m_server->token());
    QVERIFY(read());
    QCOMPARE(m_list.size(), 1U);
    QVERIFY(apply([this](Draft &draft) { add(draft, "203.0.113.51", u"b"_s); }));
    QCOMPARE(m_list.size(), 2U);
}

void TestQuaveContract::aWrongTokenIsUnauthorized()
{
    m_service = connectTo({{u"appEnvId"_s, u"local"_s}}, u"not-the-token"_s);
    const auto list = await(m_service->fetch());
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(list.error().httpStatus, 401);
    QVERIFY(!list.error().message.isEmpty());
    const auto sent = await(m_service->send({Operation::Kind::Replace, {}, {}, false}));
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Unauthorized);
}

void TestQuaveContract::anUnknownEnvironmentIsNotFound()
{
    m_service = connectTo({{u"appEnvId"_s, u"../elsewhere?"_s}}, m_server->token());
    const auto list = await(m_service->fetch());
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::NotFound);
    QVERIFY2(list.error().message.contains(u"../elsewhere?"_s), qPrintable(list.error().message));
    QCOMPARE(await(m_service->send({Operation::Kind::Replace, {}, {}, false})).error().kind, ErrorKind::NotFound);
}

void TestQuaveContract::namesTheEntryThatIsRefused()
{
    QVERIFY(apply([this](Draft &draft) { add(draft, "203.0.113.50", u"a"_s); }));
    std::vector<Entry> entries = m_list.entries();
    entries.push_back(entry("198.51.100.1"));
    entries.push_back(entry("203.0.113.50", u"the same range"_s));
    const auto sent = await(m_service->send({Operation::Kind::Replace, entries, {}, false}));
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Rejected);
    QCOMPARE(sent.error().httpStatus, 400);
    QCOMPARE(sent.error().fields.size(), 1);
    QCOMPARE(sent.error().fields[0].index, 2);
    QCOMPARE(sent.error().fields[0].field, u"ip"_s);
    QVERIFY(!sent.error().fields[0].message.isEmpty());
    // All or nothing.
    QVERIFY(read());
    QCOMPARE(m_list.size(), 1U);
}

void TestQuaveContract::anEntryThatIsGoneIsRefused()
{
    const auto sent =
        await(m_service->send({Operation::Kind::Replace, {entry("203.0.113.50", {}, u"no-such-id"_s)}, {}, false}));
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Rejected);
    QCOMPARE(sent.error().fields.value(0).field, u"entryId"_s);
}

void TestQuaveContract::echoesTheCaller()
{
    QVERIFY(m_service->capabilities().echo);
    const auto address = await(m_service->echo());
    QVERIFY(address.has_value());
    QCOMPARE(toQString(*address), u"127.0.0.1"_s);
}

QTEST_GUILESS_MAIN(TestQuaveContract)
#include "tst_quave_contract.moc"
