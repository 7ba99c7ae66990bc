// SPDX-License-Identifier: Apache-2.0
#include "StoreFixture.h"
#include "database/Database.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

Q_DECLARE_METATYPE(std::optional<gatehouse::HistoryCause>)

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

std::vector<Change> changesOf(const QStringList &before, const QStringList &after)
{
    return changesByRange(Allowlist(entries(before)), Allowlist(entries(after))).changes;
}

} // namespace

class StoreHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture.emplace(); }

    void keepsWhatWasSeenAndGivesItBack();
    void theSameStateIsNoNewVersion_data();
    void theSameStateIsNoNewVersion();
    void aStateThatComesBackIsStoredOnce();
    void tellsWhyTheListDiffers_data();
    void tellsWhyTheListDiffers();
    void namesWhoChangedIt();
    void changesHaveTheKeysOfTheListAsSeen();
    void letsGoOfTheOldest_data();
    void letsGoOfTheOldest();
    void theNewestStaysHoweverOld();
    void aLargeHistoryIsCutShort();
    void listsAreApart();
    void goesWithItsConnection();
    void aVersionThatIsNotThere();
    void aDamagedVersionIsTold();

private:
    KeptState keep(const QStringList &lines, const QDateTime &at = noon(), std::optional<HistoryCause> cause = {},
                   std::vector<Change> own = {})
    {
        const auto kept = await(m_fixture->store->keepState(m_fixture->connection.id,
                                                            {snapshotOf(entries(lines)), at, cause, std::move(own)}));
        if (!kept)
            qFatal("%s", qPrintable(kept.error().message + kept.error().detail));
        return *kept;
    }

    [[nodiscard]] std::vector<HistoryVersion> versions() const
    {
        return await(m_fixture->store->history(m_fixture->connection.id)).value();
    }

    [[nodiscard]] QList<int> numbers() const
    {
        QList<int> all;
        for (const HistoryVersion &version : versions())
            all.append(version.number);
        return all;
    }

    [[nodiscard]] qint64 storedStates() const
    {
        const auto database = Database::open(m_fixture->home->databaseFile());
        return database
            ->first(u"SELECT count(*) FROM history_states"_s, {}, [](const Statement &row) { return row.integer(0); })
            .value()
            .value();
    }

    std::optional<StoreFixture> m_fixture;
};

void StoreHistoryTest::keepsWhatWasSeenAndGivesItBack()
{
    keep({u"203.0.113.5 office"_s});
    keep({u"203.0.113.5 lobby off"_s, u"2001:db8::/48 lab 2h"_s}, hoursFromNoon(1), HistoryCause::Applied);
    m_fixture->reopen();
    const auto all = versions();
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[0], (HistoryVersion{2, hoursFromNoon(1), HistoryCause::Applied, {}, 2, 1, 0, 1}));
    QCOMPARE(all[1], (HistoryVersion{1, noon(), HistoryCause::FirstRead, {}, 1, 0, 0, 0}));
    const auto first = await(m_fixture->store->stateOf(m_fixture->connection.id, 1));
    const auto second = await(m_fixture->store->stateOf(m_fixture->connection.id, 2));
    QVERIFY(first && second);
    QCOMPARE(inWords(*first), QStringList{u"203.0.113.5 office"_s});
    QCOMPARE(inWords(*second), (QStringList{u"203.0.113.5 lobby off"_s, u"2001:db8::/48 lab 2h"_s}));
}

void StoreHistoryTest::theSameStateIsNoNewVersion_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<bool>("isSame");
    const QStringList two{u"203.0.113.5 office"_s, u"203.0.113.6 lobby"_s};
    QTest::newRow("the same entries, read again") << two << two << true;
    QTest::newRow("in another order") << two << QStringList{two[1], two[0]} << true;
    QTest::newRow("two of one range in another order") << QStringList{u"203.0.113.5 a"_s, u"203.0.113.5 b"_s}
                                                       << QStringList{u"203.0.113.5 b"_s, u"203.0.113.5 a"_s} << true;
    QTest::newRow("an empty list") << QStringList() << QStringList() << true;
    QTest::newRow("another label") << two << QStringList{u"203.0.113.5 home"_s, two[1]} << false;
    QTest::newRow("switched off") << two << QStringList{u"203.0.113.5 office off"_s, two[1]} << false;
    QTest::newRow("another expiry") << two << QStringList{u"203.0.113.5 office 1h"_s, two[1]} << false;
    QTest::newRow("another prefix") << two << QStringList{u"203.0.113.4/31 office"_s, two[1]} << false;
    QTest::newRow("one twice") << two << QStringList{two[0], two[0], two[1]} << false;
    QTest::newRow("emptied") << two << QStringList() << false;
}

void StoreHistoryTest::theSameStateIsNoNewVersion()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QFETCH(const bool, isSame);
    keep(before);
    QCOMPARE(!keep(after, hoursFromNoon(1)).version.has_value(), isSame);
    QCOMPARE(versions().size(), std::size_t(isSame ? 1 : 2));
}

void StoreHistoryTest::aStateThatComesBackIsStoredOnce()
{
    for (int round = 0; round < 5; ++round) {
        keep({u"203.0.113.5 office"_s}, hoursFromNoon(2 * round));
        keep({u"203.0.113.5 lobby"_s}, hoursFromNoon(2 * round + 1));
    }
    QCOMPARE(versions().size(), std::size_t(10));
    QCOMPARE(storedStates(), 2);
    QCOMPARE(inWords(await(m_fixture->store->stateOf(m_fixture->connection.id, 9)).value()),
             QStringList{u"203.0.113.5 office"_s});
}

void StoreHistoryTest::tellsWhyTheListDiffers_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("wanted"); // by us; empty: nothing was pending
    QTest::addColumn<std::optional<HistoryCause>>("given");
    QTest::addColumn<HistoryCause>("cause");
    const std::optional<HistoryCause> none;
    const QString office = u"203.0.113.5 office"_s;
    const QString over = u"203.0.113.9 guest -1h"_s;
    QTest::newRow("added elsewhere") << QStringList{office} << QStringList{office, u"203.0.113.6"_s} << QStringList()
                                     << none << HistoryCause::Elsewhere;
    QTest::newRow("removed elsewhere") << QStringList{office} << QStringList() << QStringList() << none
                                       << HistoryCause::Elsewhere;
    QTest::newRow("what was over went") << QStringList{office, over} << QStringList{office} << QStringList() << none
                                        << HistoryCause::Expired;
    QTest::newRow("what was over went, and more")
        << QStringList{office, over} << QStringList() << QStringList() << none << HistoryCause::Elsewhere;
    QTest::newRow("what was not over went") << QStringList{office, u"203.0.113.9 guest 1h"_s} << QStringList{office}
                                            << QStringList() << none << HistoryCause::Elsewhere;
    QTest::newRow("what we wanted came true, unknown to us")
        << QStringList{office} << QStringList{office, u"203.0.113.6 lab"_s} << QStringList{office, u"203.0.113.6 lab"_s}
        << none << HistoryCause::Applied;
    QTest::newRow("half of what we wanted came true")
        << QStringList{office} << QStringList{office, u"203.0.113.6 lab"_s}
        << QStringList{office, u"203.0.113.6 lab"_s, u"203.0.113.7"_s} << none << HistoryCause::Applied;
    QTest::newRow("our removal came true") << QStringList{office, u"203.0.113.6"_s} << QStringList{office}
                                           << QStringList{office} << none << HistoryCause::Applied;
    QTest::newRow("something like what we wanted")
        << QStringList{office} << QStringList{office, u"203.0.113.6 theirs"_s}
        << QStringList{office, u"203.0.113.6 ours"_s} << none << HistoryCause::Elsewhere;
    QTest::newRow("what we wanted, and more of somebody else's")
        << QStringList{office} << QStringList{office, u"203.0.113.6"_s, u"203.0.113.7"_s}
        << QStringList{office, u"203.0.113.6"_s} << none << HistoryCause::Elsewhere;
    QTest::newRow("read back after a restore") << QStringList{office} << QStringList() << QStringList()
                                               << std::optional(HistoryCause::Restored) << HistoryCause::Restored;
    QTest::newRow("ended by the keeper") << QStringList{office, over} << QStringList{office} << QStringList()
                                         << std::optional(HistoryCause::Keeper) << HistoryCause::Keeper;
}

void StoreHistoryTest::tellsWhyTheListDiffers()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QFETCH(const QStringList, wanted);
    QFETCH(const std::optional<HistoryCause>, given);
    QFETCH(const HistoryCause, cause);
    keep(before);
    keep(after, noon(), given, wanted.isEmpty() ? std::vector<Change>() : changesOf(before, wanted));
    QCOMPARE(versions().front().cause, cause);
}

void StoreHistoryTest::namesWhoChangedIt()
{
    const auto by = [](const char *range, const QString &updatedBy, const QString &createdBy = {}) {
        Entry entry = someEntry(range, QString::fromLatin1(range));
        entry.provenance.updatedBy = updatedBy;
        entry.provenance.createdBy = createdBy;
        return entry;
    };
    const auto actorOf = [&](std::vector<Entry> list) {
        const auto kept =
            await(m_fixture->store->keepState(m_fixture->connection.id, {snapshotOf(std::move(list)), noon(), {}, {}}));
        return kept->version->actor;
    };
    const Entry old = by("203.0.113.1", u"root"_s);
    QCOMPARE(actorOf({old}), QString());
    QCOMPARE(actorOf({old, by("203.0.113.2", u"bea"_s, u"tom"_s)}), u"bea"_s);
    QCOMPARE(actorOf({old, by("203.0.113.3", {}, u"tom"_s)}), u"tom"_s);
    QCOMPARE(actorOf({by("203.0.113.4", u"a"_s), by("203.0.113.5", u"b"_s), by("203.0.113.6", u"a"_s),
                      by("203.0.113.7", u"c"_s), by("203.0.113.8", u"d"_s)}),
             u"a, b, c"_s);
    QCOMPARE(actorOf({}), QString());
}

void StoreHistoryTest::changesHaveTheKeysOfTheListAsSeen()
{
    keep({u"203.0.113.5 office"_s, u"203.0.113.6 lobby"_s});
    const auto now = snapshotOf(entries({u"203.0.113.5 home"_s, u"203.0.113.7 lab"_s}));
    const auto kept = await(m_fixture->store->keepState(m_fixture->connection.id, {now, noon(), {}, {}}));
    QVERIFY(kept);
    QCOMPARE(kept->changes.count(Change::Kind::Changed), std::size_t(1));
    QCOMPARE(kept->changes.count(Change::Kind::Added), std::size_t(1));
    QCOMPARE(kept->changes.count(Change::Kind::Removed), std::size_t(1));
    for (const Change &change : kept->changes.changes) {
        if (change.after)
            QVERIFY(now->find(change.key()));
        else
            QCOMPARE(inWords(*change.before), u"203.0.113.6 lobby"_s);
    }
}

void StoreHistoryTest::letsGoOfTheOldest_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("versions");
    QTest::addColumn<QList<int>>("left"); // of five, a day apart
    QTest::newRow("within both limits") << 30 << 30 << QList<int>{5, 4, 3, 2, 1};
    QTest::newRow("as many as allowed") << 30 << 5 << QList<int>{5, 4, 3, 2, 1};
    QTest::newRow("more than allowed") << 30 << 3 << QList<int>{5, 4, 3};
    QTest::newRow("older than allowed") << 2 << 30 << QList<int>{5, 4, 3};
    QTest::newRow("what bites first counts") << 3 << 2 << QList<int>{5, 4};
    QTest::newRow("nothing but the newest") << 0 << 0 << QList<int>{5};
}

void StoreHistoryTest::letsGoOfTheOldest()
{
    QFETCH(const int, days);
    QFETCH(const int, versions);
    QFETCH(const QList<int>, left);
    HistoryLimits limits;
    limits.days = days;
    limits.versions = versions;
    m_fixture->store->setHistoryLimits(limits);
    for (int day = 0; day < 5; ++day)
        keep({u"203.0.113.%1"_s.arg(day)}, noon().addDays(day));
    QCOMPARE(numbers(), left);
    QCOMPARE(storedStates(), left.size());
    keep({u"203.0.113.77"_s}, noon().addDays(4));
    QCOMPARE(numbers().front(), 6);
}

void StoreHistoryTest::theNewestStaysHoweverOld()
{
    keep({u"203.0.113.5"_s});
    keep({u"203.0.113.5"_s}, noon().addYears(9));
    QCOMPARE(numbers(), QList<int>{1});
    keep({u"203.0.113.6"_s}, noon().addYears(9));
    QCOMPARE(numbers(), QList<int>{2});
}

void StoreHistoryTest::aLargeHistoryIsCutShort()
{
    HistoryLimits limits;
    limits.bytes = 1000;
    m_fixture->store->setHistoryLimits(limits);
    for (int i = 0; i < 40; ++i)
        keep({u"203.0.113.%1"_s.arg(i)});
    const auto left = numbers();
    QCOMPARE(left.front(), 40);
    QVERIFY2(left.size() > 2 && left.size() < 40, qPrintable(QString::number(left.size())));
    QCOMPARE(storedStates(), left.size());
}

void StoreHistoryTest::listsAreApart()
{
    const ConnectionRecord other = someConnection(u"Staging"_s);
    QVERIFY(await(m_fixture->store->saveConnection(other)));
    keep({u"203.0.113.5"_s});
    const auto kept =
        await(m_fixture->store->keepState(other.id, {snapshotOf(entries({u"203.0.113.5"_s})), noon(), {}, {}}));
    QCOMPARE(kept->version->number, 1);
    QCOMPARE(kept->version->cause, HistoryCause::FirstRead);
    QVERIFY(await(m_fixture->store->removeConnection(other.id)));
    QCOMPARE(numbers(), QList<int>{1});
    QVERIFY(await(m_fixture->store->stateOf(m_fixture->connection.id, 1)));
}

void StoreHistoryTest::goesWithItsConnection()
{
    keep({u"203.0.113.5"_s});
    QVERIFY(await(m_fixture->store->removeConnection(m_fixture->connection.id)));
    QVERIFY(versions().empty());
    QCOMPARE(storedStates(), 0);
    const auto kept = await(m_fixture->store->keepState(m_fixture->connection.id, {snapshotOf({}), noon(), {}, {}}));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::InvalidInput);
}

void StoreHistoryTest::aVersionThatIsNotThere()
{
    keep({u"203.0.113.5"_s});
    for (const int number : {0, 2, -1}) {
        const auto state = await(m_fixture->store->stateOf(m_fixture->connection.id, number));
        QVERIFY(!state);
        QCOMPARE(state.error().kind, ErrorKind::NotFound);
        QVERIFY(state.error().message.contains(QString::number(number)));
    }
}

void StoreHistoryTest::aDamagedVersionIsTold()
{
    keep({u"203.0.113.5"_s});
    QVERIFY(Database::open(m_fixture->home->databaseFile())->execute(u"UPDATE history_states SET entries = x'0102'"_s));
    const auto state = await(m_fixture->store->stateOf(m_fixture->connection.id, 1));
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::Storage);
    // What comes next is kept all the same.
    QCOMPARE(keep({u"203.0.113.6"_s}).version->number, 2);
    QCOMPARE(inWords(await(m_fixture->store->stateOf(m_fixture->connection.id, 2)).value()),
             QStringList{u"203.0.113.6"_s});
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::StoreHistoryTest, QCoreApplication)
#include "tst_store_history.moc"
