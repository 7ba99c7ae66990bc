// SPDX-License-Identifier: Apache-2.0
#include "ManyListsFixture.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Stage = ListProgress::Stage;

class TestManyLists final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManyListsFixture> m_desk;
    const QStringList m_all{u"astro"_s, u"cortex"_s, u"quave"_s, u"bitbybit"_s};

    static ListRequest adding(const QStringList &lines) { return AddRanges{contents(lines)}; }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ManyListsFixture>(); }
    void cleanup() { m_desk.reset(); }

    void oneRequestChangesAllLists()
    {
        QVERIFY(m_desk->review(m_all, adding({u"198.51.100.7 Bob 24h"_s})));
        for (const QString &service : m_all) {
            QCOMPARE(m_desk->at(service).stage, Stage::Reviewed);
            QCOMPARE(m_desk->at(service).draft.changeCount(), 1);
            QCOMPARE(m_desk->shown(service), QStringList{u"127.0.0.1 Me"_s}); // nothing was sent yet
        }
        QVERIFY(m_desk->apply(m_all));
        for (const QString &service : m_all) {
            QCOMPARE(m_desk->at(service).stage, Stage::Live);
            QVERIFY(m_desk->at(service).readAt);
            QCOMPARE(m_desk->at(service).applied.changes.size(), 1U);
            QCOMPARE(m_desk->shown(service), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 24h"_s}));
        }

        QVERIFY(m_desk->review(m_all, ExpireRanges{{range(u"198.51.100.7"_s)}, hoursFromNoon(2)}));
        QVERIFY(m_desk->apply(m_all));
        for (const QString &service : m_all)
            QCOMPARE(m_desk->shown(service), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s}));

        QVERIFY(m_desk->review(m_all, RemoveRanges{{range(u"198.51.100.7"_s)}}));
        QVERIFY(m_desk->apply(m_all));
        for (const QString &service : m_all)
            QCOMPARE(m_desk->shown(service), QStringList{u"127.0.0.1 Me"_s});
    }

    void whatWasNotAgreedToIsNotSent()
    {
        QVERIFY(m_desk->review(m_all, adding({u"198.51.100.7 Bob"_s})));
        QVERIFY(m_desk->apply({u"astro"_s, u"bitbybit"_s}));
        QCOMPARE(m_desk->at(u"cortex"_s).stage, Stage::Skipped);
        QCOMPARE(m_desk->shown(u"cortex"_s), QStringList{u"127.0.0.1 Me"_s});
        QCOMPARE(m_desk->shown(u"quave"_s), QStringList{u"127.0.0.1 Me"_s});
        QCOMPARE(m_desk->shown(u"astro"_s).size(), 2);
        QCOMPARE(m_desk->shown(u"bitbybit"_s).size(), 2);
    }

    /// Of two lists that would lock out, one is confirmed by name.
    void aLockOutIsConfirmedListByList()
    {
        m_desk->put(u"astro"_s, {u"198.51.100.7 Bob"_s});
        m_desk->put(u"quave"_s, {u"198.51.100.7 Bob"_s});
        const QStringList two{u"astro"_s, u"quave"_s};
        QVERIFY(m_desk->review(two, RemoveRanges{{range(u"127.0.0.1"_s)}}));
        for (const QString &service : two)
            QVERIFY(m_desk->at(service).review.needsNamedConfirmation());
        QVERIFY(await(m_desk->lists->apply(
            {{m_desk->connections[u"astro"_s].id, {}}, {m_desk->connections[u"quave"_s].id, {.lockOut = true}}})));
        QCOMPARE(m_desk->at(u"astro"_s).stage, Stage::Failed);
        QCOMPARE(m_desk->at(u"astro"_s).error->kind, ErrorKind::LockOut);
        QCOMPARE(m_desk->shown(u"astro"_s), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Bob"_s}));
        QCOMPARE(m_desk->at(u"quave"_s).stage, Stage::Live);
        QCOMPARE(m_desk->shown(u"quave"_s), QStringList{u"198.51.100.7 Bob"_s});
    }

    void aListThatFailsHarmsNoOther()
    {
        ConnectionRecord &dead = m_desk->connections[u"cortex"_s];
        dead.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(FaultServer::unusedPort()));
        QVERIFY(await(m_desk->desk->connector().connectTo(dead)));
        QVERIFY(m_desk->review(m_all, adding({u"198.51.100.7 Bob"_s})));
        QCOMPARE(m_desk->at(u"cortex"_s).stage, Stage::Failed);
        QCOMPARE(m_desk->at(u"cortex"_s).error->kind, ErrorKind::Network);
        QVERIFY(m_desk->apply(m_all));
        for (const char *service : {"astro", "quave", "bitbybit"})
            QCOMPARE(m_desk->at(QString::fromLatin1(service)).stage, Stage::Live);
        QCOMPARE(m_desk->at(u"cortex"_s).stage, Stage::Failed);
    }

    void listsThatAreAsWantedAreLeftAlone()
    {
        m_desk->put(u"astro"_s, {u"198.51.100.7 Robert"_s});
        QVERIFY(m_desk->review({u"astro"_s, u"quave"_s}, adding({u"198.51.100.7 Bob 5h"_s})));
        QCOMPARE(m_desk->at(u"astro"_s).stage, Stage::Unchanged);
        QCOMPARE(m_desk->at(u"astro"_s).notes.size(), 1);
        QCOMPARE(m_desk->at(u"quave"_s).stage, Stage::Reviewed);
        QVERIFY(m_desk->review({u"astro"_s, u"quave"_s}, RemoveRanges{{range(u"198.51.100.7"_s)}}));
        QCOMPARE(m_desk->at(u"astro"_s).stage, Stage::Reviewed);
        QCOMPARE(m_desk->at(u"quave"_s).stage, Stage::Unchanged);
        QVERIFY(m_desk->at(u"quave"_s).notes.front().contains(u"198.51.100.7"_s));
    }

    void whatIsPendingInTheWindowIsNeitherSentNorLost()
    {
        const auto window = m_desk->desk->opened(m_desk->connections[u"astro"_s]);
        window->add(contents({u"203.0.113.9 Draft"_s}));
        QVERIFY(m_desk->review(m_all, adding({u"198.51.100.7 Bob"_s})));
        QVERIFY(m_desk->apply(m_all));
        QCOMPARE(m_desk->shown(u"astro"_s), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Bob"_s}));
        QVERIFY(await(window->reload()));
        QCOMPARE(window->draft().changeCount(), 1);
        QCOMPARE(window->draft().result().size(), 3U);
        const auto stored = await(m_desk->desk->store().list(m_desk->connections[u"astro"_s].id));
        QCOMPARE(stored->draft.changeCount(), 1);
    }

    void cancellingSendsNothing()
    {
        QVERIFY(m_desk->review(m_all, adding({u"198.51.100.7 Bob"_s})));
        QHash<QUuid, ApplyConsent> agreed;
        for (const ConnectionRecord &record : m_desk->named(m_all))
            agreed.insert(record.id, {});
        Future<void> applying = m_desk->lists->apply(agreed);
        QVERIFY(m_desk->lists->isBusy());
        QVERIFY(!await(m_desk->lists->apply(agreed)));
        applying.cancel();
        QCOMPARE(await(applying).error().kind, ErrorKind::Cancelled);
        QTRY_VERIFY(!m_desk->lists->isBusy());
        for (const QString &service : m_all) {
            QCOMPARE(m_desk->at(service).stage, Stage::Failed);
            QCOMPARE(m_desk->at(service).error->kind, ErrorKind::Cancelled);
            QCOMPARE(m_desk->shown(service), QStringList{u"127.0.0.1 Me"_s});
        }
    }

    void checksAnAddressOnEachList()
    {
        m_desk->put(u"cortex"_s, {u"198.51.100.0/24 Office"_s});
        QVERIFY(await(m_desk->lists->check(m_desk->named(m_all), address(u"198.51.100.7"_s))));
        QVERIFY(m_desk->at(u"cortex"_s).verdict->letIn);
        QCOMPARE(m_desk->at(u"cortex"_s).verdict->by.size(), 1U);
        QVERIFY(!m_desk->at(u"astro"_s).verdict->letIn);
    }
};

GATEHOUSE_TEST(TestManyLists, QCoreApplication)
#include "tst_many_lists.moc"
