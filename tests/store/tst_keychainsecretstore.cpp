// SPDX-License-Identifier: Apache-2.0
#include "StoreFixture.h"
#include "store/FallbackSecretStore.h"
#include "store/KeychainSecretStore.h"
#include "support/TestProgram.h"

#include <QDirIterator>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <qt6keychain/keychain.h>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

/// Against a real keyring: run by with-keyring.sh.
class KeychainSecretStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_fixture.emplace(); }

    void secretsComeBack_data();
    void secretsComeBack();
    void aSecretOutlivesTheProgram();
    void aSecretReplacesTheOneBefore();
    void refusesAnEmptySecret();
    void whatWasNeverStoredIsMissing();
    void whatWasRemovedIsMissing();
    void removingWhatIsNotThereIsDone();
    void connectionsAndHomesAreApart();
    void noFileOfOursHoldsTheSecret();
    void whatAnotherProgramRemovedIsNotCalledMissing();
    void whatAnotherProgramRemovedCanBeRemoved();
    void theFallbackUsesTheKeychain();
    void aCancelledCallEndsAtOnce();
    void callsEndWithTheStore();
    void aLockedKeychainIsToldFromAMissingSecret(); // last: nothing can unlock it again without a prompt

private:
    [[nodiscard]] std::unique_ptr<KeychainSecretStore> secrets() const
    {
        return std::make_unique<KeychainSecretStore>(m_fixture->home->id(), *m_fixture->store);
    }

    void eraseAsAnotherProgram() const;

    [[nodiscard]] QUuid id() const { return m_fixture->connection.id; }

    std::optional<StoreFixture> m_fixture;
};

namespace {

/// As a desktop does when its screen is locked for long.
bool lockKeyring()
{
    return QProcess::execute(u"dbus-send"_s,
                             {u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.secrets"_s,
                              u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                              u"array:objpath:/org/freedesktop/secrets/collection/login"_s}) == 0;
}

} // namespace

void KeychainSecretStoreTest::initTestCase()
{
    if (qgetenv("DBUS_SESSION_BUS_ADDRESS").isEmpty())
        QFAIL("run this by tests/support/with-keyring.sh");
    init();
    QVERIFY(await(secrets()->answers()));
}

void KeychainSecretStoreTest::eraseAsAnotherProgram() const
{
    auto *job = new QKeychain::DeletePasswordJob(u"Gatehouse"_s);
    job->setKey(m_fixture->home->id() + u'/' + id().toString(QUuid::WithoutBraces));
    QSignalSpy finished(job, &QKeychain::Job::finished);
    job->start();
    QVERIFY(finished.wait());
}

void KeychainSecretStoreTest::secretsComeBack_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("a token") << u"eyJhbGciOi.J9.x-_~+/="_s;
    QTest::newRow("one character") << u"x"_s;
    QTest::newRow("every script") << u"Schlüssel “鍵” 🔑"_s;
    QTest::newRow("blanks and lines") << u" a\n\tb "_s;
    QTest::newRow("a long one") << QString(20000, u'k');
}

void KeychainSecretStoreTest::secretsComeBack()
{
    QFETCH(const QString, secret);
    const auto store = secrets();
    QVERIFY(await(store->write(id(), secret)));
    QCOMPARE(await(store->read(id())).value(), secret);
}

void KeychainSecretStoreTest::aSecretOutlivesTheProgram()
{
    QVERIFY(await(secrets()->write(id(), u"s3cr3t"_s)));
    m_fixture->reopen();
    QCOMPARE(await(secrets()->read(id())).value(), u"s3cr3t"_s);
}

void KeychainSecretStoreTest::aSecretReplacesTheOneBefore()
{
    const auto store = secrets();
    QVERIFY(await(store->write(id(), u"first"_s)));
    QVERIFY(await(store->write(id(), u"second"_s)));
    QCOMPARE(await(store->read(id())).value(), u"second"_s);
}

void KeychainSecretStoreTest::refusesAnEmptySecret()
{
    QCOMPARE(await(secrets()->write(id(), {})).error().kind, ErrorKind::InvalidInput);
}

void KeychainSecretStoreTest::whatWasNeverStoredIsMissing()
{
    QCOMPARE(await(secrets()->read(id())).error().kind, ErrorKind::SecretMissing);
}

void KeychainSecretStoreTest::whatWasRemovedIsMissing()
{
    const auto store = secrets();
    QVERIFY(await(store->write(id(), u"s3cr3t"_s)));
    QVERIFY(await(store->remove(id())));
    QCOMPARE(await(store->read(id())).error().kind, ErrorKind::SecretMissing);
}

void KeychainSecretStoreTest::removingWhatIsNotThereIsDone()
{
    QVERIFY(await(secrets()->remove(id())));
}

void KeychainSecretStoreTest::connectionsAndHomesAreApart()
{
    const TempHome otherHome;
    const auto store = secrets();
    KeychainSecretStore elsewhere(otherHome->id(), *m_fixture->store);
    const QUuid otherId = QUuid::createUuid();
    QVERIFY(await(store->write(id(), u"mine"_s)));
    QVERIFY(await(store->write(otherId, u"the other connection's"_s)));
    QVERIFY(await(elsewhere.write(id(), u"the other home's"_s)));
    QCOMPARE(await(store->read(id())).value(), u"mine"_s);
    QVERIFY(await(store->remove(otherId)));
    QVERIFY(await(elsewhere.remove(id())));
    QCOMPARE(await(store->read(id())).value(), u"mine"_s);
}

void KeychainSecretStoreTest::noFileOfOursHoldsTheSecret()
{
    QVERIFY(await(secrets()->write(id(), u"n0wh3r3-in-a-f1l3"_s)));
    int files = 0;
    QDirIterator iterator(m_fixture->home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        QFile file(iterator.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("n0wh3r3-in-a-f1l3"), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
}

void KeychainSecretStoreTest::whatAnotherProgramRemovedIsNotCalledMissing()
{
    const auto store = secrets();
    QVERIFY(await(store->write(id(), u"s3cr3t"_s)));
    eraseAsAnotherProgram();
    const auto read = await(store->read(id()));
    QCOMPARE(read.error().kind, ErrorKind::SecretLocked); // the two cannot be told apart; its message names both
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(await(store->write(id(), u"again"_s)));
    QCOMPARE(await(store->read(id())).value(), u"again"_s);
}

void KeychainSecretStoreTest::whatAnotherProgramRemovedCanBeRemoved()
{
    const auto store = secrets();
    QVERIFY(await(store->write(id(), u"s3cr3t"_s)));
    eraseAsAnotherProgram();
    QVERIFY(await(store->remove(id())));
    QCOMPARE(await(store->read(id())).error().kind, ErrorKind::SecretMissing);
}

void KeychainSecretStoreTest::theFallbackUsesTheKeychain()
{
    FallbackSecretStore fallback(secrets());
    QSignalSpy lastingChanges(&fallback, &SecretStore::lastingChanged);
    QVERIFY(await(fallback.write(id(), u"s3cr3t"_s)));
    QCOMPARE(await(fallback.read(id())).value(), u"s3cr3t"_s);
    QVERIFY(fallback.isLasting());
    QCOMPARE(lastingChanges.size(), 0);
    QCOMPARE(await(secrets()->read(id())).value(), u"s3cr3t"_s);
}

void KeychainSecretStoreTest::aCancelledCallEndsAtOnce()
{
    FallbackSecretStore fallback(secrets());
    auto read = fallback.read(id());
    read.cancel();
    QCOMPARE(await(read).error().kind, ErrorKind::Cancelled);
    QCOMPARE(await(fallback.read(id())).error().kind, ErrorKind::SecretMissing); // and the store goes on
}

void KeychainSecretStoreTest::callsEndWithTheStore()
{
    auto store = secrets();
    const auto read = store->read(id());
    const auto written = store->write(id(), u"s3cr3t"_s);
    const auto removed = store->remove(id());
    store.reset();
    QCOMPARE(await(read).error().kind, ErrorKind::Cancelled);
    QCOMPARE(await(written).error().kind, ErrorKind::Cancelled);
    QCOMPARE(await(removed).error().kind, ErrorKind::Cancelled);
    // The jobs that went on find nobody: a later one waits for them in the keychain's queue.
    QVERIFY(await(secrets()->answers()));
}

void KeychainSecretStoreTest::aLockedKeychainIsToldFromAMissingSecret()
{
    const auto store = secrets();
    const QUuid never = QUuid::createUuid();
    QVERIFY(await(store->write(id(), u"s3cr3t"_s)));
    QVERIFY(lockKeyring());

    QCOMPARE(await(store->read(id())).error().kind, ErrorKind::SecretLocked);
    QCOMPARE(await(store->read(never)).error().kind, ErrorKind::SecretMissing);
    QCOMPARE(await(store->write(id(), u"other"_s)).error().kind, ErrorKind::SecretLocked);
    QCOMPARE(await(store->write(never, u"other"_s)).error().kind, ErrorKind::SecretLocked);
    QCOMPARE(await(store->remove(id())).error().kind, ErrorKind::SecretLocked);
    QVERIFY(await(store->remove(never)));
    QCOMPARE(await(store->read(id())).error().kind, ErrorKind::SecretLocked); // still remembered
    QCOMPARE(await(store->read(never)).error().kind, ErrorKind::SecretMissing);

    FallbackSecretStore fallback(secrets()); // locked is no reason to keep secrets in memory
    QCOMPARE(await(fallback.read(id())).error().kind, ErrorKind::SecretLocked);
    QVERIFY(fallback.isLasting());
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::KeychainSecretStoreTest, QCoreApplication)
#include "tst_keychainsecretstore.moc"
