// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/ConnectionListModel.h"
#include "desktop/widgets/Moment.h"
#include "store/MemorySecretStore.h"
#include "support/Await.h"
#include "support/ManualClock.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"
#include "sync/ConnectionBook.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

class TestConnectionList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsThisComputerFirst();
    void followsTheBook();
    void tellsHowAConnectionIsDoing_data();
    void tellsHowAConnectionIsDoing();
    void statusOfNobodyChangesNothing();
    void baseUrlOfThePastIsDeprecated();
    void accessibleTextTellsEverything();
    void momentsNameTheDayOnlyWhenItIsAnother();

private:
    [[nodiscard]] QUuid addConnection(const QString &name);

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<Store> m_store;
    MemorySecretStore m_secrets;
    DefinitionCatalog m_catalog;
    ManualClock m_clock;
    std::unique_ptr<ConnectionBook> m_book;
    std::unique_ptr<ConnectionListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestConnectionList::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_home = std::make_unique<TempHome>();
    m_store = std::move(*Store::open(m_home->home().databaseFile()));
    m_catalog = DefinitionCatalog::load({});
    m_book = std::make_unique<ConnectionBook>(*m_store, m_secrets, m_catalog);
    m_model = std::make_unique<ConnectionListModel>(*m_book, m_catalog, m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(await(m_book->load()));
}

void TestConnectionList::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_book.reset();
    m_store.reset();
}

QUuid TestConnectionList::addConnection(const QString &name)
{
    ConnectionRecord record;
    record.name = name;
    record.serviceId = QStringLiteral("quave");
    record.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
    record.scope = {{QStringLiteral("envName"), QStringLiteral("shop")}};
    const auto saved = await(m_book->save(record, QStringLiteral("token")));
    return saved ? saved->id : QUuid();
}

void TestConnectionList::listsThisComputerFirst()
{
    QCOMPARE(m_model->rowCount(), 1);
    const QModelIndex first = m_model->index(0);
    QCOMPARE(first.data().toString(), QStringLiteral("This computer"));
    QCOMPARE(first.data(ConnectionListModel::SummaryRole).toString(), QStringLiteral("Not read yet"));
    QCOMPARE(m_model->idAt(first), m_book->records().front().id);
    QVERIFY(m_model->idAt(QModelIndex()).isNull());
}

void TestConnectionList::followsTheBook()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const QUuid shop = addConnection(QStringLiteral("Shop"));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(m_model->indexOf(shop).data().toString(), QStringLiteral("Shop"));

    ConnectionRecord renamed = *m_book->find(shop);
    renamed.name = QStringLiteral("Store");
    QVERIFY(await(m_book->save(renamed, {})));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_model->indexOf(shop).data().toString(), QStringLiteral("Store"));

    QVERIFY(await(m_book->remove(shop)));
    QCOMPARE(removed.count(), 1);
    QVERIFY(!m_model->indexOf(shop).isValid());
}

void TestConnectionList::tellsHowAConnectionIsDoing_data()
{
    using Activity = ConnectionStatus::Activity;
    QTest::addColumn<ConnectionStatus>("status");
    QTest::addColumn<QString>("summary");
    const QDateTime read = m_clock.now();
    const auto failed = [&](ErrorKind kind) { return ConnectionStatus{Activity::Idle, read, 0, makeError(kind, {})}; };
    QTest::newRow("never read") << ConnectionStatus{} << QStringLiteral("Not read yet");
    QTest::newRow("reading") << ConnectionStatus{Activity::Loading, read, 0, {}} << QStringLiteral("Reading…");
    QTest::newRow("opening") << ConnectionStatus{Activity::Opening, {}, 0, {}} << QStringLiteral("Opening…");
    QTest::newRow("applying, whatever went wrong before")
        << ConnectionStatus{Activity::Applying, read, 2, makeError(ErrorKind::Network, {})}
        << QStringLiteral("Applying changes…");
    QTest::newRow("read") << ConnectionStatus{Activity::Idle, read, 0, {}}
                          << QStringLiteral("Read at %1").arg(describeMoment(read, read));
    QTest::newRow("secret refused") << failed(ErrorKind::Unauthorized) << QStringLiteral("The secret was refused");
    QTest::newRow("no secret") << failed(ErrorKind::SecretMissing) << QStringLiteral("No secret is stored");
    QTest::newRow("keychain locked") << failed(ErrorKind::SecretLocked) << QStringLiteral("The keychain is locked");
    QTest::newRow("no network") << failed(ErrorKind::Network) << QStringLiteral("Cannot be reached");
    QTest::newRow("time-out") << failed(ErrorKind::Timeout) << QStringLiteral("Cannot be reached");
    QTest::newRow("conflict") << failed(ErrorKind::Conflict) << QStringLiteral("Changed elsewhere too");
    QTest::newRow("address refused") << failed(ErrorKind::AddressRefused) << QStringLiteral("This address is refused");
    QTest::newRow("something is overdue")
        << ConnectionStatus{Activity::Idle, read, 0, {}, true} << QStringLiteral("Overdue entries");
    QTest::newRow("anything else") << failed(ErrorKind::ServerFault) << QStringLiteral("Something went wrong");
}

void TestConnectionList::tellsHowAConnectionIsDoing()
{
    QFETCH(ConnectionStatus, status);
    QFETCH(QString, summary);
    const QModelIndex first = m_model->index(0);
    m_model->setStatus(m_model->idAt(first), status);
    QCOMPARE(first.data(ConnectionListModel::SummaryRole).toString(), summary);
    QCOMPARE(first.data(ConnectionListModel::StatusRole).value<ConnectionStatus>(), status);
}

void TestConnectionList::baseUrlOfThePastIsDeprecated()
{
    ConnectionRecord record;
    record.name = QStringLiteral("Old");
    record.serviceId = QStringLiteral("astro");
    record.baseUrl = QUrl(QStringLiteral("https://api.example.com/iam/v1beta1"));
    record.scope = {{QStringLiteral("organizationId"), QStringLiteral("clyt27999000008me3yp39wcp")}};
    QVERIFY(await(m_book->save(record, QStringLiteral("token"))));
    const QModelIndex old = m_model->index(1);
    QVERIFY(old.data(ConnectionListModel::DeprecatedRole).toBool());
    QVERIFY(old.data(Qt::ToolTipRole).toString().contains(QStringLiteral("https://api.example.com/v1")));
    QVERIFY(old.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("deprecated")));
    QVERIFY(!m_model->index(0).data(ConnectionListModel::DeprecatedRole).toBool());
}

void TestConnectionList::statusOfNobodyChangesNothing()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setStatus(QUuid::createUuid(), {ConnectionStatus::Activity::Loading, {}, 0, {}});
    QCOMPARE(changed.count(), 0);
    const QUuid id = m_model->idAt(m_model->index(0));
    m_model->setStatus(id, {ConnectionStatus::Activity::Loading, {}, 0, {}});
    m_model->setStatus(id, {ConnectionStatus::Activity::Loading, {}, 0, {}});
    QCOMPARE(changed.count(), 1);
}

void TestConnectionList::accessibleTextTellsEverything()
{
    const QModelIndex first = m_model->index(0);
    m_model->setStatus(m_model->idAt(first), {ConnectionStatus::Activity::Idle, {}, 3, {}});
    const QString text = first.data(Qt::AccessibleTextRole).toString();
    for (const auto &part : {QStringLiteral("This computer"), QStringLiteral("Quave"), QStringLiteral("Not read yet"),
                             QStringLiteral("3")})
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestConnectionList::momentsNameTheDayOnlyWhenItIsAnother()
{
    const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0, 5), Qt::LocalTime);
    QCOMPARE(describeMoment(noon, noon.addSecs(60)), QStringLiteral("12:00:05"));
    QCOMPARE(describeMoment(noon, noon.addDays(1)), QStringLiteral("01/03/2026 12:00:05"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(describeMoment(noon, noon), QStringLiteral("12:00:05 PM"));
}

GATEHOUSE_TEST(TestConnectionList, QApplication)
#include "tst_connection_list.moc"
