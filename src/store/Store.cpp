// SPDX-License-Identifier: Apache-2.0
#include "store/Store.h"

#include "database/Database.h"
#include "database/Migrations.h"
#include "database/Salvage.h"
#include "store/ConnectionTable.h"
#include "store/GroupTable.h"
#include "store/HistoryTable.h"
#include "store/JournalTable.h"
#include "store/ListTable.h"
#include "store/OverlayTable.h"
#include "store/OwnRangeTable.h"
#include "store/Schema.h"
#include "store/StoreUse.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <functional>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

/// The services hold the lists, so beginning anew loses little.
tl::unexpected<Error> unusable(const QString &file, const Error &cause)
{
    return failure(ErrorKind::Storage,
                   QCoreApplication::translate("Store",
                                               "The database %1 cannot be used. If it stays so, move it to another "
                                               "place: Gatehouse then begins with an empty one. The lists at the "
                                               "services are not touched by that.")
                       .arg(file),
                   cause.message + u'\n' + cause.detail);
}

/// `isNewer`: it was written by a newer program, which is no damage.
Result<Database> openSound(const QString &file, bool &isNewer)
{
    auto database = Database::open(file);
    if (!database)
        return unusable(file, database.error());
    const QList<Migration> migrations = storeMigrations();
    const auto version = database->schemaVersion();
    isNewer = version && *version > migrations.size();
    if (auto migrated = migrate(*database, migrations); !migrated)
        return isNewer ? failure(std::move(migrated.error())) : unusable(file, migrated.error());
    return database;
}

/// Looked at before it is worked with, so that damage shows at the start and not in the middle of a change. What is
/// larger takes too long to look at; there, damage shows when it is read.
bool isFoundDamaged(const QString &file)
{
    constexpr qint64 largest = 64LL * 1024 * 1024;
    const QFileInfo info(file);
    return info.exists() && info.size() <= largest && isDamaged(file);
}

/// A file that once had something in it, most likely: one that another program is just making is younger.
bool isFoundEmpty(const QString &file)
{
    constexpr qint64 young = 10; // seconds
    const QFileInfo info(file);
    return info.exists() && info.size() == 0 && info.lastModified().secsTo(QDateTime::currentDateTime()) > young;
}

/// `repair` is set when one was necessary.
Result<Database> openDatabase(const QString &file, std::optional<StoreUse> &use, std::optional<StoreRepair> &repair)
{
    bool isNewer = false;
    if (isFoundEmpty(file))
        repair.emplace();
    // Whoever only looks has no use of it: those who repair it would wait for all that look.
    if (!isFoundDamaged(file)) {
        use = StoreUse::share(file); // before it is opened, so that nobody replaces it from now on
        auto database = openSound(file, isNewer);
        if (database || isNewer)
            return database;
        use.reset();
        if (!isDamaged(file))
            return database;
    }
    auto repaired = repairStore(file);
    use = StoreUse::share(file);
    if (!repaired)
        return failure(std::move(repaired.error()));
    if (!repaired->setAside.isEmpty())
        repair = std::move(*repaired);
    return openSound(file, isNewer);
}

} // namespace

/// One thread for good, since a database belongs to the thread that opened it; its queue keeps the order.
class Store::Private
{
public:
    Private()
    {
        m_worker.setMaxThreadCount(1);
        m_worker.setExpiryTimeout(-1);
    }

    ~Private()
    {
        m_worker.start([this] { m_database.reset(); });
        m_worker.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(Private)

    Result<void> open(const QString &file)
    {
        return enqueue<void>([this, file] {
                   return openDatabase(file, m_use, m_repair).map([this](Database &&database) {
                       m_database.emplace(std::move(database));
                   });
               })
            .result();
    }

    template <typename T>
    Future<T> run(std::function<Result<T>(const Database &)> work)
    {
        return enqueue<T>([this, work = std::move(work)] { return work(*m_database); });
    }

    HistoryLimits historyLimits; ///< touched by the caller's thread only
    [[nodiscard]] const std::optional<StoreRepair> &repair() const { return m_repair; }

private:
    /// Not QtConcurrent::run(): whoever waits for one of its futures runs the work in their own thread instead.
    template <typename T>
    Future<T> enqueue(std::function<Result<T>()> work)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_worker.start([promise, work = std::move(work)] {
            if (!promise->isCanceled())
                promise->addResult(work());
            promise->finish();
        });
        return promise->future();
    }

    QThreadPool m_worker;
    std::optional<StoreUse> m_use;       ///< set by open() alone
    std::optional<StoreRepair> m_repair; ///< likewise
    std::optional<Database> m_database;  ///< touched by the worker only
};

Result<std::unique_ptr<Store>> Store::open(const QString &file)
{
    auto opened = std::make_unique<Private>();
    if (auto done = opened->open(file); !done)
        return failure(std::move(done.error()));
    return std::unique_ptr<Store>(new Store(std::move(opened)));
}

Store::Store(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{}

Store::~Store() = default;

const std::optional<StoreRepair> &Store::repair() const
{
    return d->repair();
}

Future<std::vector<ConnectionRecord>> Store::connections()
{
    return d->run<std::vector<ConnectionRecord>>(
        [](const Database &database) { return ConnectionTable(database).all(); });
}

Future<void> Store::saveConnection(const ConnectionRecord &connection)
{
    return d->run<void>([connection](const Database &database) { return ConnectionTable(database).save(connection); });
}

Future<void> Store::removeConnection(const QUuid &id)
{
    return d->run<void>([id](const Database &database) { return ConnectionTable(database).remove(id); });
}

Future<StoredList> Store::list(const QUuid &connection)
{
    return d->run<StoredList>([connection](const Database &database) { return ListTable(database).load(connection); });
}

Future<void> Store::saveList(const QUuid &connection, const StoredList &list)
{
    return d->run<void>(
        [connection, list](const Database &database) { return ListTable(database).save(connection, list); });
}

Future<void> Store::saveDraft(const QUuid &connection, const ChangeSet &changes)
{
    return d->run<void>([connection, changes](const Database &database) {
        return ListTable(database).saveChanges(connection, changes);
    });
}

Future<void> Store::saveEdits(const QUuid &connection, const std::vector<DraftEdit> &edits)
{
    return d->run<void>(
        [connection, edits](const Database &database) { return ListTable(database).saveEdits(connection, edits); });
}

Future<Overlay> Store::overlay(const QUuid &connection)
{
    return d->run<Overlay>([connection](const Database &database) { return OverlayTable(database).load(connection); });
}

Future<Overlay> Store::changeOverlay(const QUuid &connection, std::function<Overlay(const Overlay &)> change)
{
    return d->run<Overlay>([connection, change = std::move(change)](const Database &database) {
        return OverlayTable(database).change(connection, change);
    });
}

Future<std::vector<AddressGroup>> Store::groups()
{
    return d->run<std::vector<AddressGroup>>([](const Database &database) { return GroupTable(database).all(); });
}

Future<void> Store::saveGroup(const AddressGroup &group)
{
    return d->run<void>([group](const Database &database) { return GroupTable(database).save(group); });
}

Future<void> Store::removeGroup(const QUuid &id)
{
    return d->run<void>([id](const Database &database) { return GroupTable(database).remove(id); });
}

Future<std::vector<GroupPlacement>> Store::groupPlacements(const QUuid &connection)
{
    return d->run<std::vector<GroupPlacement>>(
        [connection](const Database &database) { return GroupTable(database).placements(connection); });
}

Future<void> Store::saveGroupPlacements(const QUuid &connection, const std::vector<GroupPlacement> &placements)
{
    return d->run<void>([connection, placements](const Database &database) {
        return GroupTable(database).savePlacements(connection, placements);
    });
}

Future<KeptState> Store::keepState(const QUuid &connection, const SeenState &seen)
{
    return d->run<KeptState>([connection, seen, limits = d->historyLimits](const Database &database) {
        return HistoryTable(database).keep(connection, seen, limits);
    });
}

Future<std::vector<HistoryVersion>> Store::history(const QUuid &connection)
{
    return d->run<std::vector<HistoryVersion>>(
        [connection](const Database &database) { return HistoryTable(database).versions(connection); });
}

Future<Allowlist> Store::stateOf(const QUuid &connection, int version)
{
    return d->run<Allowlist>(
        [connection, version](const Database &database) { return HistoryTable(database).state(connection, version); });
}

void Store::setHistoryLimits(const HistoryLimits &limits)
{
    d->historyLimits = limits;
}

Future<qint64> Store::beginRecord(const JournalRecord &record, const QList<qint64> &continued)
{
    return d->run<qint64>(
        [record, continued](const Database &database) { return JournalTable(database).begin(record, continued); });
}

Future<void> Store::noteOperations(qint64 record, const std::vector<OperationNote> &notes)
{
    return d->run<void>(
        [record, notes](const Database &database) { return JournalTable(database).note(record, notes); });
}

Future<void> Store::watchRecord(qint64 record, const QDateTime &deadline)
{
    return d->run<void>(
        [record, deadline](const Database &database) { return JournalTable(database).watch(record, deadline); });
}

Future<void> Store::endRecord(qint64 record, JournalRecord::State state, const QDateTime &when)
{
    return d->run<void>(
        [record, state, when](const Database &database) { return JournalTable(database).end(record, state, when); });
}

Future<std::vector<JournalRecord>> Store::openRecords(const QUuid &connection)
{
    return d->run<std::vector<JournalRecord>>(
        [connection](const Database &database) { return JournalTable(database).open(connection); });
}

Future<std::vector<JournalRecord>> Store::records(const QUuid &connection)
{
    return d->run<std::vector<JournalRecord>>(
        [connection](const Database &database) { return JournalTable(database).all(connection); });
}

Future<std::vector<QUuid>> Store::watchedConnections()
{
    return d->run<std::vector<QUuid>>(
        [](const Database &database) { return JournalTable(database).watchedConnections(); });
}

Future<std::vector<IpRange>> Store::ownRanges(const QUuid &connection)
{
    return d->run<std::vector<IpRange>>(
        [connection](const Database &database) { return OwnRangeTable(database).load(connection); });
}

Future<void> Store::changeOwnRanges(const QUuid &connection, const std::vector<IpRange> &removed,
                                    const std::vector<IpRange> &added)
{
    return d->run<void>(
        [=](const Database &database) { return OwnRangeTable(database).change(connection, removed, added); });
}

Future<std::optional<QDateTime>> Store::lastRun(const QString &name)
{
    return d->run<std::optional<QDateTime>>([name](const Database &database) {
        return database.first(u"SELECT finished_at FROM runs WHERE name = ?"_s, {name},
                              [](const Statement &row) { return row.time(0); });
    });
}

Future<void> Store::noteRun(const QString &name, const QDateTime &finishedAt)
{
    return d->run<void>([name, finishedAt](const Database &database) {
        return database
            .execute(u"INSERT INTO runs (name, finished_at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET finished_at "
                     "= excluded.finished_at"_s,
                     {name, sqlTime(finishedAt)})
            .map([](int) {});
    });
}

Future<bool> Store::hasSecretMark(const QUuid &connection)
{
    return d->run<bool>([connection](const Database &database) {
        return database
            .first(u"SELECT 1 FROM secret_marks WHERE connection = ?"_s, {sqlId(connection)},
                   [](const Statement &) { return true; })
            .map([](const std::optional<bool> &found) { return found.has_value(); });
    });
}

Future<void> Store::setSecretMark(const QUuid &connection, bool stored)
{
    return d->run<void>([connection, stored](const Database &database) {
        const QString sql = stored ? u"INSERT OR IGNORE INTO secret_marks (connection) VALUES (?)"_s
                                   : u"DELETE FROM secret_marks WHERE connection = ?"_s;
        return database.execute(sql, {sqlId(connection)}).map([](int) {});
    });
}

} // namespace gatehouse
