// SPDX-License-Identifier: Apache-2.0
#include "support/Await.h"
#include "support/TestProgram.h"
#include "sync/KeeperInstaller.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// The installer over commands that are scripts of a temporary folder, which write down how they were called.
class TestKeeperInstaller final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString text(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void write(const QString &name, const QString &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.toUtf8());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// The session bus answers, or does not.
    void putSystemd(bool works) const
    {
        write(u"systemctl"_s,
              u"#!/bin/sh\necho \"$@\" >> %1\nexit %2\n"_s.arg(path(u"calls"_s), works ? u"0"_s : u"1"_s));
    }
    void putCron() const
    {
        write(
            u"crontab"_s,
            u"#!/bin/sh\nif [ \"$1\" = -l ]; then cat %1 2>/dev/null || { echo 'no crontab for me' >&2; exit 1; }; else cat > %1; fi\n"_s
                .arg(path(u"table"_s)));
    }
    [[nodiscard]] KeeperPlaces places() const
    {
        KeeperPlaces places;
        places.systemctl = path(u"systemctl"_s);
        places.crontab = path(u"crontab"_s);
        places.unitFolder = path(u"units"_s);
        places.program = u"/opt/50% off/gatehouse-cli"_s;
        return places;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsThereAtFirst()
    {
        KeeperInstaller installer(places()); // not even the commands
        QCOMPARE(*await(installer.look()), KeeperInstallation{});
        QCOMPARE(*await(installer.remove()), KeeperInstallation{});
    }

    void aTimerOfSystemdComesAndGoes_data()
    {
        QTest::addColumn<bool>("follows");
        QTest::newRow("sweeping") << false;
        QTest::newRow("sweeping and following") << true;
    }

    void aTimerOfSystemdComesAndGoes()
    {
        QFETCH(const bool, follows);
        putSystemd(true);
        putCron();
        KeeperInstaller installer(places());
        const KeeperInstallation wanted{KeeperTimer::Systemd, follows};
        const auto installed = await(installer.install(follows));
        QVERIFY2(installed, installed ? "" : qPrintable(installed.error().message));
        QCOMPARE(*installed, wanted);
        QCOMPARE(*await(installer.look()), wanted);
        const QString service = text(u"units/gatehouse-keeper.service"_s);
        QVERIFY2(service.contains(u"\"/opt/50%% off/gatehouse-cli\" sweep\n"_s), qPrintable(service));
        QCOMPARE(service.contains(u"\"/opt/50%% off/gatehouse-cli\" follow --yes\n"_s), follows);
        QVERIFY(text(u"units/gatehouse-keeper.timer"_s).contains(u"OnCalendar=*:0/5\n"_s));
        QVERIFY(text(u"calls"_s).endsWith(u"--user daemon-reload\n--user enable --now gatehouse-keeper.timer\n"_s));
        QVERIFY(!QFile::exists(path(u"table"_s)));

        QCOMPARE(*await(installer.remove()), KeeperInstallation{});
        QVERIFY(text(u"calls"_s).endsWith(u"--user disable --now gatehouse-keeper.timer\n--user daemon-reload\n"_s));
        QVERIFY(QDir(path(u"units"_s)).isEmpty());
    }

    void cronStandsInWithoutASession_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("no table yet") << QString();
        QTest::newRow("beside the user's own lines") << u"# mine\n\n0 4 * * * backup\n"_s;
    }

    void cronStandsInWithoutASession()
    {
        QFETCH(const QString, before);
        putSystemd(false);
        putCron();
        if (!before.isEmpty())
            write(u"table"_s, before);
        KeeperPlaces places = this->places();
        places.home = u"/home/o'hara/gate"_s;
        KeeperInstaller installer(places);
        QCOMPARE(*await(installer.install(true)), (KeeperInstallation{KeeperTimer::Cron, true}));
        const QString program = u"'/opt/50\\% off/gatehouse-cli' --home '/home/o'\\''hara/gate'"_s;
        QCOMPARE(text(u"table"_s),
                 before + u"*/5 * * * * %1 sweep; %1 follow --yes # gatehouse-keeper\n"_s.arg(program));
        QCOMPARE(*await(installer.install(false)), (KeeperInstallation{KeeperTimer::Cron, false}));
        QCOMPARE(text(u"table"_s), before + u"*/5 * * * * %1 sweep # gatehouse-keeper\n"_s.arg(program));
        QCOMPARE(*await(installer.remove()), KeeperInstallation{});
        QCOMPARE(text(u"table"_s), before);
    }

    void aTableThatCannotBeReadIsNotOverwritten_data()
    {
        QTest::addColumn<QString>("failure");
        QTest::newRow("an error") << u"echo 'cannot chdir' >&2; exit 1"_s;
        QTest::newRow("a crash half-way") << u"echo '0 4 * * * backup'; kill -9 $$"_s;
    }

    void aTableThatCannotBeReadIsNotOverwritten()
    {
        QFETCH(const QString, failure);
        putSystemd(false);
        write(u"crontab"_s,
              u"#!/bin/sh\nif [ \"$1\" = -l ]; then %1; else cat > %2; fi\n"_s.arg(failure, path(u"table"_s)));
        write(u"table"_s, u"0 4 * * * backup\n"_s);
        KeeperInstaller installer(places());
        QVERIFY(!await(installer.install(false)));
        QCOMPARE(text(u"table"_s), u"0 4 * * * backup\n"_s);
        QVERIFY(await(installer.remove()));
        QCOMPARE(text(u"table"_s), u"0 4 * * * backup\n"_s);
    }

    void aPathOfTwoLinesIsRefused()
    {
        putSystemd(false);
        putCron();
        KeeperPlaces places = this->places();
        places.home = u"/home/me\n* * * * * evil"_s;
        KeeperInstaller installer(places);
        QCOMPARE(await(installer.install(false)).error().kind, ErrorKind::InvalidInput);
        QVERIFY(!QFile::exists(path(u"table"_s)));
    }

    void aSessionThatCameTakesOverFromCron()
    {
        putSystemd(false);
        putCron();
        KeeperInstaller installer(places());
        QCOMPARE(await(installer.install(false))->timer, KeeperTimer::Cron);
        putSystemd(true);
        QCOMPARE(await(installer.install(false))->timer, KeeperTimer::Systemd);
        QCOMPARE(text(u"table"_s), QString());
    }

    void withoutEitherItSaysSo()
    {
        KeeperInstaller installer(places());
        const auto failed = await(installer.install(false));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QVERIFY(failed.error().message.contains(u"cron"_s));
    }

    void aCommandThatFailsIsTold()
    {
        write(u"systemctl"_s, u"#!/bin/sh\n[ \"$2\" = enable ] && { echo 'no such bus' >&2; exit 4; }\nexit 0\n"_s);
        KeeperInstaller installer(places());
        const auto failed = await(installer.install(false));
        QVERIFY(!failed);
        QVERIFY2(failed.error().message.contains(u"no such bus"_s), qPrintable(failed.error().message));
    }
};

GATEHOUSE_TEST(TestKeeperInstaller, QCoreApplication)
#include "tst_keeper_installer.moc"
