// SPDX-License-Identifier: Apache-2.0
#include "RandomEntries.h"
#include "StoreFixture.h"
#include "database/Database.h"
#include "database/Migrations.h"
#include "store/Schema.h"
#include "support/TestProgram.h"

#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

OverlayRow someRow(RandomEntries &random)
{
    static constexpr std::array states{OverlayRow::State::There, OverlayRow::State::Away, OverlayRow::State::Coming,
                                       OverlayRow::State::Going};
    const Entry entry = random.entry();
    OverlayRow row;
    row.state = states[std::size_t(random.upTo(3))];
    row.remoteId = entry.remoteId;
    row.content = entry.content;
    row.unknownFields = entry.unknownFields;
    row.since = random.time();
    if (random.maybe())
        row.replaces = random.entry().content;
    return row;
}

OverlayRow labelled(const QString &label)
{
    OverlayRow row;
    row.content = someEntry("203.0.113.7", label).content;
    return row;
}

Overlay with(Overlay overlay, const OverlayRow &row)
{
    overlay.rows.push_back(row);
    return overlay;
}

QStringList labels(const Overlay &overlay)
{
    QStringList labels;
    for (const OverlayRow &row : overlay.rows)
        labels.append(row.content.label);
    return labels;
}

const QString scopeText = u"{\"env\":\"prod \\\"eu\\\"\",\"org\":\"\"}"_s;

/// What the file itself holds, read past the store.
QList<qint64> rowIds(const StoreFixture &fixture)
{
    const auto database = Database::open(fixture.home->databaseFile());
    return database
        ->rows(u"SELECT id FROM overlay ORDER BY id"_s, {}, [](const Statement &row) { return row.integer(0); })
        .value();
}

} // namespace

class StoreOverlayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty()
    {
        StoreFixture fixture;
        QCOMPARE(await(fixture.store->overlay(fixture.connection.id)).value(), Overlay());
    }

    void rowsComeBackAsTheyWere()
    {
        StoreFixture fixture;
        RandomEntries random(7);
        Overlay wanted;
        for (int count = 0; count < 200; ++count)
            wanted.rows.push_back(someRow(random));
        const auto stored =
            await(fixture.store->changeOverlay(fixture.connection.id, [wanted](const Overlay &) { return wanted; }));
        QVERIFY(stored);
        fixture.reopen();
        const Overlay found = await(fixture.store->overlay(fixture.connection.id)).value();
        QCOMPARE(found.rows.size(), wanted.rows.size());
        for (std::size_t i = 0; i < found.rows.size(); ++i)
            QVERIFY2(found.rows[i] == wanted.rows[i], qPrintable(u"row %1"_s.arg(i)));
    }

    void onlyWhatDiffersIsWritten()
    {
        StoreFixture fixture;
        const auto change = [&](const std::function<Overlay(const Overlay &)> &how) {
            return await(fixture.store->changeOverlay(fixture.connection.id, how)).value();
        };
        change([](const Overlay &) { return Overlay{{labelled(u"a"_s), labelled(u"b"_s), labelled(u"b"_s)}}; });
        const QList<qint64> before = rowIds(fixture);
        QCOMPARE(before.size(), 3);
        change([](const Overlay &) { return Overlay{{labelled(u"c"_s), labelled(u"b"_s), labelled(u"a"_s)}}; });
        const QList<qint64> after = rowIds(fixture);
        QCOMPARE(after.size(), 3);
        QVERIFY(after.contains(before[0]));
        QCOMPARE(after.contains(before[1]) + after.contains(before[2]), 1);
        change([](const Overlay &overlay) { return overlay; });
        QCOMPARE(rowIds(fixture), after);
    }

    void connectionsAreApartAndEndWithTheirOverlay()
    {
        StoreFixture fixture;
        ConnectionRecord other = someConnection(u"Staging"_s);
        QVERIFY(await(fixture.store->saveConnection(other)));
        for (const QUuid &id : {fixture.connection.id, other.id})
            QVERIFY(await(fixture.store->changeOverlay(
                id, [id](const Overlay &overlay) { return with(overlay, labelled(id.toString())); })));
        QCOMPARE(labels(await(fixture.store->overlay(other.id)).value()), QStringList{other.id.toString()});
        QVERIFY(await(fixture.store->removeConnection(other.id)));
        QVERIFY(await(fixture.store->overlay(other.id)).value().rows.empty());
        QCOMPARE(rowIds(fixture).size(), 1);
    }

    void refusesAnOverlayOfNoConnection()
    {
        StoreFixture fixture;
        const auto stored = await(fixture.store->changeOverlay(
            QUuid::createUuid(), [](const Overlay &overlay) { return with(overlay, labelled(u"a"_s)); }));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::InvalidInput);
        QVERIFY(rowIds(fixture).isEmpty());
    }

    /// As the window and the command line do.
    void twoProgramsDoNotOverwriteEachOther()
    {
        StoreFixture fixture;
        const auto other = fixture.opened();
        QList<Future<Overlay>> running;
        for (int i = 0; i < 40; ++i) {
            Store &store = i % 2 == 0 ? *fixture.store : *other;
            running.append(store.changeOverlay(fixture.connection.id, [i](const Overlay &overlay) {
                return with(overlay, labelled(QString::number(i)));
            }));
        }
        for (const Future<Overlay> &future : running)
            QVERIFY(await(future));
        QCOMPARE(await(fixture.store->overlay(fixture.connection.id)).value().rows.size(), 40U);
    }

    void aDamagedRowIsLeftOut()
    {
        StoreFixture fixture;
        QVERIFY(await(fixture.store->changeOverlay(fixture.connection.id, [](const Overlay &) {
            return Overlay{{labelled(u"a"_s), labelled(u"b"_s)}};
        })));
        {
            const auto database = Database::open(fixture.home->databaseFile());
            QVERIFY(
                database->execute(u"UPDATE overlay SET contents = x'8301' WHERE id = ?"_s, {rowIds(fixture).first()}));
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
        QCOMPARE(labels(await(fixture.store->overlay(fixture.connection.id)).value()), QStringList{u"b"_s});
    }

    void aDatabaseOfTheFirstVersionIsBroughtUp()
    {
        const TempHome home;
        const ConnectionRecord connection = someConnection();
        {
            const auto database = Database::open(home->databaseFile());
            QVERIFY(migrate(*database, storeMigrations().first(1)));
            QVERIFY(database->execute(
                u"INSERT INTO connections (id, position, name, service, base_url, scope, collect_changes, embedded) "
                "VALUES (?, 0, 'Production', 'quave', 'https://api.example.net:8443/a%20b/v1', ?, 0, 0)"_s,
                {connection.id.toString(QUuid::WithoutBraces), scopeText}));
        }
        const auto store = Store::open(home->databaseFile());
        QVERIFY(store);
        QCOMPARE(await((*store)->connections()).value(), std::vector{connection});
        QVERIFY(await((*store)->overlay(connection.id)).value().rows.empty());
    }

    void theChoiceToWriteLabelsIsKept()
    {
        StoreFixture fixture;
        fixture.connection.expiryInLabel = true;
        QVERIFY(await(fixture.store->saveConnection(fixture.connection)));
        fixture.reopen();
        QCOMPARE(await(fixture.store->connections()).value(), std::vector{fixture.connection});
    }
};

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::StoreOverlayTest, QCoreApplication)
#include "tst_store_overlay.moc"
