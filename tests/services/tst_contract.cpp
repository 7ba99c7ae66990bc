// SPDX-License-Identifier: Apache-2.0
#include "ContractFixture.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Every service, each in its row.
void eachService()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : spoken.keys())
        QTest::newRow(qPrintable(id)) << id;
}

#define VERIFY_DONE(step)                                                                                              \
    do {                                                                                                               \
        const auto done = (step);                                                                                      \
        QVERIFY2(done.has_value(),                                                                                     \
                 qPrintable(done ? QString() : kindName(done.error().kind) + u' ' + done.error().detail));             \
    } while (false)

/// Loopback comes first, so that services which guard themselves let the test go on.
std::vector<Entry> three()
{
    return {entry("127.0.0.0/9", u"Büro “Ost” 東 \\ \" <b>"_s), entry("198.51.100.0/24", u"Other"_s),
            entry("2001:db8::/48")};
}

} // namespace

/// One suite for all services: what a user does to a list, and what may be answered.
class TestContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListIsRead_data() { eachService(); }
    void anEmptyListIsRead();
    void adds_data() { eachService(); }
    void adds();
    void addsOne_data() { eachService(); }
    void addsOne();
    void edits_data() { eachService(); }
    void edits();
    void removesOneAndAll_data() { eachService(); }
    void removesOneAndAll();
    void toggles_data() { eachService(); }
    void toggles();
    void expires_data() { eachService(); }
    void expires();
    void aThousandEntriesArePaged_data();
    void aThousandEntriesArePaged();
    void guardsAgainstLockingOut_data();
    void guardsAgainstLockingOut();
    void refusesThisAddress_data();
    void refusesThisAddress();
    void refusesASecondEntryOfOneRange_data();
    void refusesASecondEntryOfOneRange();
    void whatIsGoneMeanwhile_data();
    void whatIsGoneMeanwhile();
    void aWrongSecretIsUnauthorized_data() { eachService(); }
    void aWrongSecretIsUnauthorized();
    void anUnknownScopeIsNotFound_data();
    void anUnknownScopeIsNotFound();
    void tooManyRequestsAreTold_data();
    void tooManyRequestsAreTold();
    void echoesTheCaller_data() { eachService(); }
    void echoesTheCaller();
};

void TestContract::anEmptyListIsRead()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    QVERIFY(fixture.list().isEmpty());
}

void TestContract::adds()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    const std::vector<Entry> wanted = three();
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding(wanted)));
    QCOMPARE(fixture.list().size(), wanted.size());
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        const Entry &live = fixture.list().entries()[index];
        QVERIFY(fixture.service().holds(live.content, wanted[index].content));
        QVERIFY(live.unknownFields.isEmpty());
        if (fixture.service().capabilities().provenance)
            QCOMPARE(live.provenance.createdAt, fixture.clock().now());
    }
}

void TestContract::addsOne()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding({entry("127.0.0.1")})));
    VERIFY_DONE(fixture.apply(adding({entry("203.0.113.5", u"second"_s)})));
    QCOMPARE(fixture.ranges(), (QStringList{u"127.0.0.1"_s, u"203.0.113.5"_s}));
}

void TestContract::edits()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding(three())));
    const Entry before = fixture.at("198.51.100.0/24");
    const EntryContent wanted{range("203.0.113.0/24"), u"Floor 2"_s, true, {}};
    VERIFY_DONE(fixture.apply(editing(before, [&](EntryContent &content) { content = wanted; })));
    QCOMPARE(fixture.list().size(), 3U);
    QVERIFY(fixture.service().holds(fixture.at("203.0.113.0/24").content, wanted));
    QVERIFY(!fixture.ranges().contains(u"198.51.100.0/24"_s));
    QVERIFY(fixture.service().holds(fixture.at("127.0.0.0/9").content, three()[0].content));
}

void TestContract::removesOneAndAll()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding(three())));
    const EntryKey key = fixture.at("198.51.100.0/24").key;
    VERIFY_DONE(fixture.apply([&](Draft &draft) { draft.set(key, std::nullopt); }));
    QCOMPARE(fixture.ranges(), (QStringList{u"127.0.0.0/9"_s, u"2001:db8::/48"_s}));
    VERIFY_DONE(fixture.apply(removing(fixture.list())));
    QVERIFY(fixture.list().isEmpty());
}

void TestContract::toggles()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding(three())));
    const Entry before = fixture.at("198.51.100.0/24");
    VERIFY_DONE(fixture.apply(editing(before, [](EntryContent &content) { content.active = false; })));
    const bool holds = fixture.service().capabilities().active;
    // Where it is not held, an inactive entry is none.
    QCOMPARE(fixture.list().size(), holds ? 3U : 2U);
    if (!holds)
        return;
    QVERIFY(!fixture.at("198.51.100.0/24").content.active);
    VERIFY_DONE(
        fixture.apply(editing(fixture.at("198.51.100.0/24"), [](EntryContent &content) { content.active = true; })));
    QVERIFY(fixture.at("198.51.100.0/24").content.active);
}

void TestContract::expires()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    std::vector<Entry> wanted = three();
    wanted[1].content.expiresAt = fixture.clock().now().addDays(3);
    VERIFY_DONE(fixture.apply(adding(wanted)));
    QVERIFY(fixture.service().holds(fixture.at("198.51.100.0/24").content, wanted[1].content));
    const bool holds = fixture.service().capabilities().expiry != ExpiryWriting::Impossible;
    QCOMPARE(fixture.at("198.51.100.0/24").content.expiresAt.has_value(), holds);
    fixture.clock().advance(73h);
    fixture.server().expireNow();
    VERIFY_DONE(fixture.read());
    QCOMPARE(fixture.ranges().contains(u"198.51.100.0/24"_s), !holds);
}

void TestContract::aThousandEntriesArePaged_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("size"); ///< of a page; 0: as the definition has it
    QTest::newRow("astro, by offset") << u"astro"_s << 0;
    QTest::newRow("astro, by offset in smaller pages") << u"astro"_s << 77;
    QTest::newRow("cortex, by page") << u"cortex"_s << 0;
    QTest::newRow("cortex, by page in smaller pages") << u"cortex"_s << 250;
    QTest::newRow("quave, in one answer") << u"quave"_s << 0;
}

void TestContract::aThousandEntriesArePaged()
{
    QFETCH(const QString, id);
    QFETCH(const int, size);
    ContractFixture fixture(id);
    if (size > 0)
        fixture.change(u"list.paging.size"_s, size);
    std::vector<Entry> wanted{entry("127.0.0.1")};
    for (std::uint32_t number = 0; number < 1000; ++number) {
        constexpr std::uint32_t first = 0xC6120000; // 198.18.0.0
        wanted.push_back(makeEntry({IpRange::of(IpAddress::v4(first + number)), u"No. %1"_s.arg(number), true, {}}));
    }
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding(wanted)));
    QCOMPARE(fixture.list().size(), wanted.size());
    for (std::size_t index = 0; index < wanted.size(); ++index)
        QVERIFY(fixture.service().holds(fixture.list().entries()[index].content, wanted[index].content));
    VERIFY_DONE(fixture.apply(removing(fixture.list())));
    QVERIFY(fixture.list().isEmpty());
}

void TestContract::guardsAgainstLockingOut_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("guards");
    QTest::newRow("astro, the first entry") << u"astro"_s << true;
    QTest::newRow("cortex, unless it is forced") << u"cortex"_s << true;
    QTest::newRow("quave does not") << u"quave"_s << false;
    QTest::newRow("bitbybit does not") << u"bitbybit"_s << false;
}

void TestContract::guardsAgainstLockingOut()
{
    QFETCH(const QString, id);
    QFETCH(const bool, guards);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    const auto applied = fixture.apply(adding({entry("203.0.113.0/24")}));
    QCOMPARE(applied.has_value(), !guards);
    if (guards) {
        QCOMPARE(applied.error().kind, ErrorKind::Rejected);
        QCOMPARE(applied.error().httpStatus, 400);
        QVERIFY(!applied.error().message.isEmpty());
        QVERIFY(!applied.error().requestId.isEmpty());
    }
    VERIFY_DONE(fixture.read());
    QCOMPARE(fixture.list().isEmpty(), guards);
}

void TestContract::refusesThisAddress_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("refuses");
    QTest::newRow("astro") << u"astro"_s << true;
    QTest::newRow("cortex") << u"cortex"_s << true;
    QTest::newRow("quave guards something else") << u"quave"_s << false;
    QTest::newRow("bitbybit guards something else") << u"bitbybit"_s << false;
}

void TestContract::refusesThisAddress()
{
    QFETCH(const QString, id);
    QFETCH(const bool, refuses);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding({entry("127.0.0.1"), entry("203.0.113.0/24")})));
    Draft draft(std::make_shared<const Allowlist>(fixture.list()));
    draft.set(fixture.at("127.0.0.1").key, std::nullopt);
    for (Operation &operation : fixture.service().plan(draft, {})) {
        operation.force = fixture.service().capabilities().force;
        VERIFY_DONE(fixture.send(operation));
    }
    const auto list = fixture.read();
    QCOMPARE(list.has_value(), !refuses);
    if (!refuses)
        return;
    QCOMPARE(list.error().kind, ErrorKind::AddressRefused);
    QCOMPARE(list.error().httpStatus, 403);
    // Whoever asks.
    fixture.connectTo(fixture.target().scope, u"not-the-token"_s);
    QVERIFY(!fixture.read().has_value());
}

void TestContract::refusesASecondEntryOfOneRange_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field"); ///< of the entry
    QTest::newRow("astro") << u"astro"_s << ErrorKind::Conflict << QString();
    QTest::newRow("quave") << u"quave"_s << ErrorKind::Rejected << u"ip"_s;
    QTest::newRow("bitbybit") << u"bitbybit"_s << ErrorKind::Rejected << u"cidr"_s;
}

void TestContract::refusesASecondEntryOfOneRange()
{
    QFETCH(const QString, id);
    QFETCH(const QString, field);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding(three())));
    const auto applied = fixture.apply(adding({entry("192.0.2.1"), entry("198.51.100.0/24", u"again"_s)}));
    QVERIFY(!applied.has_value());
    QTEST(applied.error().kind, "kind");
    if (!field.isEmpty()) {
        QCOMPARE(applied.error().fields.size(), 1);
        QCOMPARE(applied.error().fields[0].index, 4);
        QCOMPARE(applied.error().fields[0].field, field);
        QVERIFY(!applied.error().fields[0].message.isEmpty());
    }
    // All or nothing.
    VERIFY_DONE(fixture.read());
    QCOMPARE(fixture.list().size(), 3U);
}

void TestContract::whatIsGoneMeanwhile_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isDone"); ///< removing it again is what was wanted
    QTest::newRow("astro, entry by entry") << u"astro"_s << true;
    QTest::newRow("quave, by id") << u"quave"_s << false;
    QTest::newRow("cortex, the list as a whole") << u"cortex"_s << true;
    QTest::newRow("bitbybit, the list as a whole") << u"bitbybit"_s << true;
}

void TestContract::whatIsGoneMeanwhile()
{
    QFETCH(const QString, id);
    QFETCH(const bool, isDone);
    ContractFixture fixture(id);
    VERIFY_DONE(fixture.read());
    VERIFY_DONE(fixture.apply(adding(three())));
    // Somebody else removes an entry between our reading and our writing.
    const Entry gone = fixture.at("198.51.100.0/24");
    Draft theirs(std::make_shared<const Allowlist>(fixture.list()));
    theirs.set(gone.key, std::nullopt);
    for (const Operation &operation : fixture.service().plan(theirs, {}))
        VERIFY_DONE(fixture.send(operation));

    // We remove it, too, and change another where the whole list goes out.
    const bool replaces = fixture.service().capabilities().replace;
    const auto ours = fixture.apply([&](Draft &draft) {
        if (!replaces)
            draft.set(gone.key, std::nullopt);
        else
            editing(fixture.at("2001:db8::/48"), [](EntryContent &content) { content.label = u"new"_s; })(draft);
    });
    QCOMPARE(ours.has_value(), isDone);
    if (!isDone) {
        QCOMPARE(ours.error().kind, ErrorKind::Rejected);
        QVERIFY(!ours.error().fields.isEmpty());
    }
    VERIFY_DONE(fixture.read());
    QVERIFY(fixture.ranges().contains(u"127.0.0.0/9"_s));
}

void TestContract::aWrongSecretIsUnauthorized()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    fixture.connectTo(fixture.target().scope, u"not-the-token"_s);
    const auto list = fixture.read();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(list.error().httpStatus, 401);
    QVERIFY(!list.error().message.isEmpty());
    const auto kind = fixture.service().capabilities().replace ? Operation::Kind::Replace : Operation::Kind::Create;
    QCOMPARE(fixture.send({kind, {entry("127.0.0.1")}, {}, false}).error().kind, ErrorKind::Unauthorized);
    // Nothing came of it.
    fixture.connectTo(fixture.target().scope, fixture.server().token());
    VERIFY_DONE(fixture.read());
    QVERIFY(fixture.list().isEmpty());
}

void TestContract::anUnknownScopeIsNotFound_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : spoken.keys()) {
        if (!spoken[id].scope.isEmpty())
            QTest::newRow(qPrintable(id)) << id;
    }
}

void TestContract::anUnknownScopeIsNotFound()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    auto scope = fixture.target().scope;
    scope.first() = u"../elsewhere?"_s;
    fixture.connectTo(scope, fixture.server().token());
    const auto list = fixture.read();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::NotFound);
    QCOMPARE(list.error().httpStatus, 404);
    QVERIFY(!list.error().message.isEmpty());
    const auto kind = fixture.service().capabilities().replace ? Operation::Kind::Replace : Operation::Kind::Create;
    QCOMPARE(fixture.send({kind, {entry("127.0.0.1")}, {}, false}).error().kind, ErrorKind::NotFound);
}

void TestContract::tooManyRequestsAreTold_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("saysWhen");
    QTest::newRow("astro") << u"astro"_s << false;
    QTest::newRow("cortex") << u"cortex"_s << true;
    QTest::newRow("bitbybit") << u"bitbybit"_s << true;
}

void TestContract::tooManyRequestsAreTold()
{
    QFETCH(const QString, id);
    QFETCH(const bool, saysWhen);
    ContractFixture fixture(id, {1, 1, 1, 1, 1});
    VERIFY_DONE(fixture.read());
    const auto again = fixture.read();
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().kind, ErrorKind::RateLimited);
    QCOMPARE(again.error().httpStatus, 429);
    if (saysWhen)
        QVERIFY(again.error().retryAfter && *again.error().retryAfter <= 60s);
    // The client that was told so keeps silent; another one need not.
    fixture.clock().advance(61s);
    fixture.connectTo(fixture.target().scope, fixture.server().token());
    VERIFY_DONE(fixture.read());
}

void TestContract::echoesTheCaller()
{
    QFETCH(const QString, id);
    ContractFixture fixture(id);
    QVERIFY(fixture.service().capabilities().echo);
    const auto address = await(fixture.service().echo());
    QVERIFY(address.has_value());
    QCOMPARE(toQString(*address), u"127.0.0.1"_s);
}

GATEHOUSE_TEST(TestContract, QCoreApplication)
#include "tst_contract.moc"
