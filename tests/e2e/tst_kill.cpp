// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "support/Await.h"
#include "support/TempHome.h"
#include "sync/ListSession.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

constexpr auto childHome = "GATEHOUSE_TEST_CHILD_HOME";
constexpr auto childService = "GATEHOUSE_TEST_CHILD_SERVICE";
constexpr auto wanted = "198.51.100.7";

EntryContent content(const char *range)
{
    EntryContent content;
    content.range = *IpRange::parse(range);
    content.label = QStringLiteral("Survivor");
    content.expiresAt = QDateTime(QDate(2999, 1, 1), QTime(0, 0), Qt::UTC);
    return content;
}

/// A home with everything running, and its list open.
struct Desk
{
    explicit Desk(const Home &home)
        : composition(home)
    {}

    bool begin(const QString &service)
    {
        if (!composition.open() || !await(composition.startEmbedded()) || !await(composition.book().load()))
            return false;
        session = std::make_unique<ListSession>(connectionTo(service), composition.connector(), composition.store(),
                                                composition.addresses(), composition.clock());
        return await(session->open()).has_value();
    }

    /// The list of this computer, or one of a service that holds neither labels nor expiry: beside it, in the same
    /// program, on another port in each run.
    ConnectionRecord connectionTo(const QString &service)
    {
        ConnectionBook &book = composition.book();
        if (service == u"quave")
            return book.records().front();
        const ConnectionRecord *known = book.findByName(service);
        ConnectionRecord record = known ? *known : ConnectionRecord{};
        record.name = service;
        record.serviceId = service;
        record.baseUrl = QUrl(composition.embedded()->url().toString() + QStringLiteral("/astro/v1"));
        record.scope = {{QStringLiteral("organizationId"), QStringLiteral("local")}};
        return await(book.save(record, composition.embedded()->token())).value_or(record);
    }

    Composition composition;
    std::unique_ptr<ListSession> session;
};

bool has(const std::vector<Entry> &entries)
{
    const auto range = *IpRange::parse(wanted);
    return std::ranges::any_of(entries, [&](const Entry &entry) { return entry.content.range == range; });
}

/// Also in what the service may not hold.
bool isWhole(const std::vector<Entry> &entries)
{
    return std::ranges::any_of(entries, [](const Entry &entry) { return entry.content == content(wanted); });
}

/// What the killed program does: wants an entry, says so, and applies until it is killed.
int applyUntilKilled(const QString &path)
{
    Desk desk(Home::choose(path));
    if (!desk.begin(qEnvironmentVariable(childService)) || !await(desk.session->reload()))
        return 1;
    desk.session->add({content("127.0.0.1"), content(wanted)});
    QCoreApplication::processEvents(); // the draft is handed to the store, which answers in order
    (void)await(desk.composition.store().list(desk.session->connection().id));
    const Future<ApplyOutcome> applying = desk.session->apply({});
    std::puts("applying");
    std::fflush(stdout);
    (void)await(applying);
    return QCoreApplication::exec();
}

} // namespace

class TestKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndWhatIsShownIsTrue_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<int>("milliseconds");
        for (const char *service : {"quave", "astro"}) {
            for (const int delay : {0, 1, 2, 4, 8, 12, 16, 24, 40, 80, 200})
                QTest::addRow("%s, killed %d ms into the apply", service, delay)
                    << QString::fromLatin1(service) << delay;
        }
    }

    void nothingIsLostAndWhatIsShownIsTrue()
    {
        QFETCH(const QString, service);
        QFETCH(const int, milliseconds);
        const TempHome home;
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(childHome), home.path());
        environment.insert(QString::fromLatin1(childService), service);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(child.waitForReadyRead(30000));
        QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("applying"));
        QThread::msleep(static_cast<unsigned long>(milliseconds));
        child.kill();
        QVERIFY(child.waitForFinished());

        Desk desk(home.home());
        QVERIFY(desk.begin(service));
        QVERIFY(await(desk.session->reload()));

        QVERIFY(isWhole(desk.session->draft().result().entries()));
        if (has(desk.session->draft().snapshot().entries()))
            QVERIFY(desk.session->draft().isClean());

        QVERIFY(await(desk.session->apply({})));
        QVERIFY(isWhole(desk.session->draft().snapshot().entries()));
        QCOMPARE(desk.session->draft().snapshot().size(), 2U);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (const QString home = qEnvironmentVariable(childHome); !home.isEmpty())
        return applyUntilKilled(home);
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
