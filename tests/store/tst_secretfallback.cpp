// SPDX-License-Identifier: Apache-2.0
#include "StoreFixture.h"
#include "store/FallbackSecretStore.h"
#include "store/KeychainSecretStore.h"
#include "support/TestProgram.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cstring>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto childArgument = "--use-secrets";

/// A process keeps the bus that it found first, so each case has a process of its own: this is what it does. The first
/// thing that is not as it should be; empty when all is.
QString useSecrets()
{
    StoreFixture fixture;
    FallbackSecretStore secrets(std::make_unique<KeychainSecretStore>(fixture.home->id(), *fixture.store));
    QSignalSpy lastingChanges(&secrets, &SecretStore::lastingChanged);
    if (!secrets.isLasting())
        return u"was not lasting before the first use"_s;

    const QUuid id = fixture.connection.id;
    const auto firstRead = secrets.read(id); // two at once: only one of them finds out
    const auto firstWrite = secrets.write(id, u"s3cr3t"_s);
    const auto nothing = await(firstRead);
    if (nothing || nothing.error().kind != ErrorKind::SecretMissing)
        return u"reading what was never stored was no SecretMissing"_s;
    if (!await(firstWrite))
        return u"could not write"_s;
    if (await(secrets.read(id)).value_or(QString()) != u"s3cr3t"_s)
        return u"did not read what was written"_s;
    if (secrets.isLasting() || lastingChanges.size() != 1)
        return u"did not say, or said more than once, that secrets do not last"_s;
    if (await(fixture.store->hasSecretMark(id)).value_or(true))
        return u"left a mark for a secret that is in no keychain"_s;
    if (!await(secrets.remove(id)) || await(secrets.read(id)))
        return u"did not remove"_s;
    return {};
}

} // namespace

class SecretFallbackTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecretsInMemoryWithoutABus_data();
    void keepsSecretsInMemoryWithoutABus();
    void keepsSecretsInMemoryOnABusWithoutASecretService();

private:
    static QProcessEnvironment environmentWithoutABus(const QString &runtimeFolder)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP",
                                 "DESKTOP_SESSION", "KDE_FULL_SESSION", "KDE_SESSION_VERSION"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(u"XDG_RUNTIME_DIR"_s, runtimeFolder);
        return environment;
    }

    static void expectSecretsInMemory(const QProcessEnvironment &environment)
    {
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(),
                    {u"tst_secretfallback"_s, QString::fromLatin1(childArgument)});
        QVERIFY(child.waitForFinished());
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, child.readAll().constData());
    }

    QTemporaryDir m_runtime;
};

void SecretFallbackTest::keepsSecretsInMemoryWithoutABus_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("language");
    QTest::newRow("no address") << QString() << u"C"_s;
    QTest::newRow("no address, German") << QString() << u"de_DE.UTF-8"_s;
    QTest::newRow("an address nobody listens at") << u"unix:path=/nonexistent/bus"_s << u"C"_s;
    QTest::newRow("an address that is none") << u"nonsense"_s << u"C"_s;
}

void SecretFallbackTest::keepsSecretsInMemoryWithoutABus()
{
    QFETCH(const QString, address);
    QFETCH(const QString, language);
    QProcessEnvironment environment = environmentWithoutABus(m_runtime.path());
    if (!address.isEmpty())
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    environment.insert(u"LC_ALL"_s, language);
    expectSecretsInMemory(environment);
}

void SecretFallbackTest::keepsSecretsInMemoryOnABusWithoutASecretService()
{
    // Without a folder of services this bus can start none, whatever is installed.
    QFile config(m_runtime.filePath(u"bus.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                 "<policy context=\"default\"><allow send_destination=\"*\"/><allow receive_sender=\"*\"/>"
                 "<allow own=\"*\"/></policy></busconfig>");
    config.close();
    QProcess bus;
    bus.start(u"dbus-daemon"_s, {u"--config-file"_s, config.fileName(), u"--print-address"_s, u"--nofork"_s});
    QVERIFY(bus.waitForReadyRead());
    QProcessEnvironment environment = environmentWithoutABus(m_runtime.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromUtf8(bus.readLine()).trimmed());
    expectSecretsInMemory(environment);
    bus.terminate();
    QVERIFY(bus.waitForFinished());
}

static int runSecretFallback(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], childArgument) == 0) {
        const QString wrong = useSecrets();
        qInfo("%s", qPrintable(wrong));
        return wrong.isEmpty() ? 0 : 1;
    }
    SecretFallbackTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace gatehouse::test

GATEHOUSE_TEST_MAIN(gatehouse::test::runSecretFallback)

#include "tst_secretfallback.moc"
