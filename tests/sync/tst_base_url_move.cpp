// SPDX-License-Identifier: Apache-2.0
#include "Computer.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"
#include "sync/BaseUrlMove.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray page(const QByteArray &entries, int count)
{
    return R"({"allowedIpAddressRanges":[)" + entries + R"(],"limit":1000,"offset":0,"totalCount":)" +
           QByteArray::number(count) + '}';
}

QByteArray range(const QByteArray &id, const QByteArray &range)
{
    return R"({"id":")" + id + R"(","ipAddressRange":")" + range +
           R"(","organizationId":"local","createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z"})";
}

} // namespace

class TestBaseUrlMove final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormerUrlIsMovedWhenBothGiveTheSame_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("iam") << u"/astro/iam/v1beta1"_s;
        QTest::newRow("platform") << u"/astro/platform/v1beta1"_s;
    }

    void aFormerUrlIsMovedWhenBothGiveTheSame()
    {
        QFETCH(const QString, path);
        Office office;
        Computer desk(office.clock, office.echoes());
        ConnectionRecord record = office.connection(u"astro"_s);
        record.baseUrl = office.url(path);
        record = desk.connect(record, office.token());
        const auto session = desk.opened(record);
        session->add(contents({u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s}));
        QVERIFY(await(session->apply({})));

        const auto moved = await(moveToCurrentUrl(record, desk.connector(), desk.book()));

        QVERIFY(moved);
        QCOMPARE(moved->baseUrl, office.url(u"/astro/v1"_s));
        QCOMPARE(desk.book().find(record.id)->baseUrl, moved->baseUrl);
        session->setConnection(*moved);
        QVERIFY(await(session->reload()));
        QCOMPARE(shown(*session), (QStringList{u"127.0.0.1 Me"_s, u"198.51.100.7 Bob 2h"_s}));
        const auto again = await(moveToCurrentUrl(*moved, desk.connector(), desk.book()));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::InvalidInput);
    }

    void whatDiffersIsNamedAndNothingIsMoved_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("names");
        const QByteArray a = range("a", "198.51.100.7/32");
        const QByteArray b = range("b", "203.0.113.0/24");
        QTest::newRow("one is missing") << page(a + ',' + b, 2) << page(a, 1) << QStringList{u"203.0.113.0/24"_s};
        QTest::newRow("one more") << page(a, 1) << page(b + ',' + a, 2) << QStringList{u"203.0.113.0/24"_s};
        QTest::newRow("another list") << page(a, 1) << page(b, 1)
                                      << QStringList{u"198.51.100.7"_s, u"203.0.113.0/24"_s};
        QTest::newRow("the same range under another id")
            << page(a, 1) << page(range("c", "198.51.100.7/32"), 1) << QStringList{u"198.51.100.7"_s};
        QTest::newRow("an empty one") << page(a, 1) << page({}, 0) << QStringList{u"198.51.100.7"_s};
    }

    void whatDiffersIsNamedAndNothingIsMoved()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QStringList, names);
        FaultServer server;
        server.setHandler([&](const SeenRequest &request) {
            return answer(200, request.target.startsWith("/iam/v1beta1") ? before : after,
                          {{"Content-Type", "application/json"}});
        });
        ManualClock clock;
        Computer desk(clock);
        ConnectionRecord record;
        record.name = record.serviceId = u"astro"_s;
        record.baseUrl = server.url(u"/iam/v1beta1"_s);
        record.scope = {{u"organizationId"_s, u"local"_s}};
        record = desk.connect(record, u"secret"_s);

        const auto moved = await(moveToCurrentUrl(record, desk.connector(), desk.book()));

        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::NotAsPlanned);
        for (const QString &name : names)
            QVERIFY2(moved.error().message.contains(name), qPrintable(moved.error().message));
        QCOMPARE(*desk.book().find(record.id), record);
        for (const SeenRequest &request : server.requests())
            QCOMPARE(request.method, QByteArray("GET"));
    }

    void anUrlThatDoesNotAnswerIsNotMovedTo()
    {
        FaultServer server;
        server.setHandler([&](const SeenRequest &request) {
            if (request.target.startsWith("/iam/v1beta1"))
                return answer(200, page(range("a", "198.51.100.7/32"), 1), {{"Content-Type", "application/json"}});
            return answer(404, R"({"message":"no such thing","requestId":"r","statusCode":404})",
                          {{"Content-Type", "application/json"}});
        });
        ManualClock clock;
        Computer desk(clock);
        ConnectionRecord record;
        record.name = record.serviceId = u"astro"_s;
        record.baseUrl = server.url(u"/iam/v1beta1"_s);
        record.scope = {{u"organizationId"_s, u"local"_s}};
        record = desk.connect(record, u"secret"_s);
        const auto moved = await(moveToCurrentUrl(record, desk.connector(), desk.book()));
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::NotFound);
        QCOMPARE(*desk.book().find(record.id), record);
    }
};

GATEHOUSE_TEST(TestBaseUrlMove, QCoreApplication)
#include "tst_base_url_move.moc"
