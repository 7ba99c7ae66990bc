// SPDX-License-Identifier: Apache-2.0
#include "database/Database.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"
#include "support/ManyProcesses.h"
#include "support/Rounds.h"
#include "support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace Qt::StringLiterals;

/// Services that are started on one new folder at the same moment.
class ServiceRaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void processesThatStartAtOnceAgree();
};

void ServiceRaceTest::processesThatStartAtOnceAgree()
{
    constexpr int services = 16;
    for (int round = 0; round < test::raceRounds(2, 200); ++round) {
        const QTemporaryDir parent;
        const QString folder = parent.filePath(u"data"_s);
        const QStringList tokens = test::inManyProcesses(services, [&folder] {
            const auto database = openServiceDatabase(folder);
            return database ? serviceToken(*database).value_or(u"no token"_s)
                            : database.error().message + database.error().detail;
        });
        const auto database = openServiceDatabase(folder);
        QVERIFY(database);
        QCOMPARE(tokens, QStringList(services, serviceToken(*database).value_or(QString())));
        QCOMPARE(allScopes(*database)->size(), 4);
    }
}

GATEHOUSE_TEST(ServiceRaceTest, QCoreApplication)
#include "tst_service_race.moc"
