// SPDX-License-Identifier: Apache-2.0
#include "store/EnvironmentSecretStore.h"
#include "store/MemorySecretStore.h"
#include "support/Await.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

ConnectionRecord connectionAt(const QString &name, const QString &url)
{
    ConnectionRecord connection;
    connection.id = QUuid::createUuid();
    connection.name = name;
    connection.serviceId = u"service"_s;
    connection.baseUrl = QUrl(url);
    return connection;
}

} // namespace

class SecretStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("GATEHOUSE_TOKEN"); }

    void memoryKeepsWhatIsWritten();
    void memoryForgetsWhatIsRemoved();
    void memoryRefusesAnEmptySecret();
    void memoryDoesNotLast();

    void theEnvironmentIsReadOnce_data();
    void theEnvironmentIsReadOnce();
    void theEnvironmentServesWhoWasAdmitted();
    void theSecretOfTheEnvironmentIsStoredNowhere();
    void writingAndRemovingPassTheEnvironmentBy();
};

void SecretStoreTest::memoryKeepsWhatIsWritten()
{
    MemorySecretStore secrets;
    const QUuid one = QUuid::createUuid();
    const QUuid other = QUuid::createUuid();
    QCOMPARE(await(secrets.read(one)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(await(secrets.write(one, u"first"_s)));
    QVERIFY(await(secrets.write(other, u"other"_s)));
    QVERIFY(await(secrets.write(one, u"second"_s)));
    QCOMPARE(await(secrets.read(one)).value(), u"second"_s);
    QCOMPARE(await(secrets.read(other)).value(), u"other"_s);
}

void SecretStoreTest::memoryForgetsWhatIsRemoved()
{
    MemorySecretStore secrets;
    const QUuid id = QUuid::createUuid();
    QVERIFY(await(secrets.write(id, u"secret"_s)));
    QVERIFY(await(secrets.remove(id)));
    QVERIFY(await(secrets.remove(id)));
    QCOMPARE(await(secrets.read(id)).error().kind, ErrorKind::SecretMissing);
}

void SecretStoreTest::memoryRefusesAnEmptySecret()
{
    MemorySecretStore secrets;
    QCOMPARE(await(secrets.write(QUuid::createUuid(), {})).error().kind, ErrorKind::InvalidInput);
}

void SecretStoreTest::memoryDoesNotLast()
{
    QVERIFY(!MemorySecretStore().isLasting());
}

void SecretStoreTest::theEnvironmentIsReadOnce_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("secret");
    QTest::newRow("as it is") << QByteArray("s3cr3t!") << u"s3cr3t!"_s;
    QTest::newRow("with the end of line of a file") << QByteArray("s3cr3t\n") << u"s3cr3t"_s;
    QTest::newRow("blanks only") << QByteArray(" \t") << QString();
    QTest::newRow("empty") << QByteArray("") << QString();
}

void SecretStoreTest::theEnvironmentIsReadOnce()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, secret);
    qputenv("GATEHOUSE_TOKEN", value);
    qputenv("GATEHOUSE_TOKEN_OFFICE", value);
    const EnvironmentSecrets taken = takeEnvironmentSecrets();
    QCOMPARE(taken.common, secret);
    QCOMPARE(taken.byName.value(u"OFFICE"_s), secret);
    QVERIFY(!qEnvironmentVariableIsSet("GATEHOUSE_TOKEN"));
    QVERIFY(!qEnvironmentVariableIsSet("GATEHOUSE_TOKEN_OFFICE"));
    QVERIFY(takeEnvironmentSecrets().isEmpty());
}

void SecretStoreTest::theEnvironmentServesWhoWasAdmitted()
{
    EnvironmentSecretStore secrets({u"once"_s, {{u"B"_s, u"own"_s}}}, std::make_unique<MemorySecretStore>());
    const ConnectionRecord a = connectionAt(u"A"_s, u"https://a.example.com/v1"_s);
    const ConnectionRecord same = connectionAt(u"Same"_s, u"https://a.example.com/v2"_s);
    const ConnectionRecord b = connectionAt(u"b"_s, u"https://b.example.com"_s);
    const ConnectionRecord other = connectionAt(u"Other"_s, u"https://a.example.com:8443"_s);
    QCOMPARE(await(secrets.read(a.id)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(!secrets.admit({a, other}));
    QCOMPARE(await(secrets.read(a.id)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(secrets.admit({a, same, b}));
    QCOMPARE(await(secrets.read(a.id)).value(), u"once"_s);
    QCOMPARE(await(secrets.read(same.id)).value(), u"once"_s);
    QCOMPARE(await(secrets.read(b.id)).value(), u"own"_s);
    QCOMPARE(await(secrets.read(other.id)).error().kind, ErrorKind::SecretMissing);
}

void SecretStoreTest::theSecretOfTheEnvironmentIsStoredNowhere()
{
    auto lasting = std::make_unique<MemorySecretStore>();
    MemorySecretStore *kept = lasting.get();
    EnvironmentSecretStore secrets({u"once"_s, {}}, std::move(lasting));
    const ConnectionRecord connection = connectionAt(u"A"_s, u"https://a.example.com"_s);
    const QUuid id = connection.id;
    QVERIFY(secrets.admit({connection}));
    QVERIFY(await(secrets.read(id)));
    QCOMPARE(await(kept->read(id)).error().kind, ErrorKind::SecretMissing);
}

void SecretStoreTest::writingAndRemovingPassTheEnvironmentBy()
{
    auto lasting = std::make_unique<MemorySecretStore>();
    MemorySecretStore *kept = lasting.get();
    EnvironmentSecretStore secrets({u"once"_s, {}}, std::move(lasting));
    QSignalSpy lastingChanges(&secrets, &SecretStore::lastingChanged);
    const QUuid id = QUuid::createUuid();
    QVERIFY(await(secrets.write(id, u"for good"_s)));
    QCOMPARE(await(kept->read(id)).value(), u"for good"_s);
    QVERIFY(await(secrets.remove(id)));
    QCOMPARE(await(kept->read(id)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(!secrets.isLasting());
    Q_EMIT kept->lastingChanged();
    QCOMPARE(lastingChanges.size(), 1);
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::SecretStoreTest, QCoreApplication)
#include "tst_secretstore.moc"
