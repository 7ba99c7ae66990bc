// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"
#include "support/Await.h"
#include "support/TempHome.h"
#include "support/TestCertificate.h"
#include "support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

ConnectionRecord shop()
{
    ConnectionRecord record;
    record.name = QStringLiteral("Shop");
    record.serviceId = QStringLiteral("quave");
    record.baseUrl = QUrl(QStringLiteral("https://api.quave.cloud/api/public/v1"));
    record.scope = {{QStringLiteral("envName"), QStringLiteral("acme-shop-production")}};
    return record;
}

} // namespace

class TestConnectionBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartHasThisComputer()
    {
        TempHome home;
        Composition composition(home.home());
        QVERIFY(composition.open());
        QVERIFY(await(composition.book().load()));
        QCOMPARE(composition.book().records().size(), 1U);
        QVERIFY(composition.book().records().front().embedded);
        QVERIFY(!await(composition.book().remove(composition.book().records().front().id)));
    }

    void secondStartMakesNoSecondOne()
    {
        TempHome home;
        for (int start = 0; start < 2; ++start) {
            Composition composition(home.home());
            QVERIFY(composition.open());
            QVERIFY(await(composition.book().load()));
            QCOMPARE(composition.book().records().size(), 1U);
        }
    }

    void wrongRecordsAreRefusedInASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("scopeKey");
        QTest::addColumn<QString>("says");
        const QString url = shop().baseUrl.toString();
        const QString key = QStringLiteral("envName");
        const auto row = [&](const char *title, const QString &name, const QString &address, const QString &scope,
                             const char *says) {
            QTest::newRow(title) << name << address << scope << QString::fromUtf8(says);
        };
        row("no name", QStringLiteral("  "), url, key, "a name");
        row("name that is taken", QStringLiteral("This computer"), url, key, "already");
        row("no URL", QStringLiteral("Shop"), QString(), key, "base URL");
        row("another scheme", QStringLiteral("Shop"), QStringLiteral("ftp://example.com"), key, "base URL");
        row("plain http to another host", QStringLiteral("Shop"), QStringLiteral("http://example.com"), key, "https");
        row("password in the URL", QStringLiteral("Shop"), QStringLiteral("https://u:p@example.com"), key, "password");
        row("query in the URL", QStringLiteral("Shop"), QStringLiteral("https://example.com/?a=b"), key, "?");
        row("unknown scope", QStringLiteral("Shop"), url, QStringLiteral("colour"), "colour");
    }

    void wrongRecordsAreRefusedInASentence()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(QString, scopeKey);
        QFETCH(QString, says);
        TempHome home;
        Composition composition(home.home());
        QVERIFY(composition.open());
        QVERIFY(await(composition.book().load()));
        ConnectionRecord record = shop();
        record.name = name;
        record.baseUrl = QUrl(url);
        record.scope = {{scopeKey, QStringLiteral("x")}};

        const auto saved = await(composition.book().save(record, QString()));

        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(saved.error().message.contains(says), qUtf8Printable(saved.error().message));
        QCOMPARE(composition.book().records().size(), 1U);
    }

    void baseUrlsAreTakenAsTheyArePasted_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"https://api.example.com/v1", " https://api.example.com/v1\t\n", "https://api.example.com/v1//",
              "<https://api.example.com/v1>", "\"https://api.example.com/v1/\"",
              "\u00a0https://api.example.com/v1/\u00a0", "\ufeffhttps://api.example.com/v1\u200b"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void baseUrlsAreTakenAsTheyArePasted()
    {
        QFETCH(const QString, text);
        QCOMPARE(ConnectionBook::baseUrlFrom(text), QUrl(QStringLiteral("https://api.example.com/v1")));
    }

    void oneOfTheScopesIsNeeded()
    {
        TempHome home;
        Composition composition(home.home());
        QVERIFY(composition.open());
        ConnectionRecord record = shop();
        record.scope.clear();
        QVERIFY(!composition.book().check(record));
        QVERIFY(composition.book().check(shop()));
    }

    void savedIsThereAfterRestart()
    {
        TempHome home;
        const QTemporaryDir folder;
        QVERIFY(TestCertificate().writeTo(folder.path()));
        const QString authority = folder.filePath(QStringLiteral("certificate.pem"));
        {
            Composition composition(home.home());
            QVERIFY(composition.open());
            QVERIFY(await(composition.book().load()));
            ConnectionRecord record = shop();
            record.caFile = authority;
            QVERIFY(await(composition.book().save(record, QString())));
            record.name = QStringLiteral("Another");
            record.caFile = folder.filePath(QStringLiteral("missing.pem"));
            const auto refused = await(composition.book().save(record, QString()));
            QVERIFY(!refused);
            QVERIFY(refused.error().message.contains(QStringLiteral("missing.pem")));
        }
        Composition composition(home.home());
        QVERIFY(composition.open());
        QVERIFY(await(composition.book().load()));
        const ConnectionRecord *found = composition.book().findByName(QStringLiteral("Shop"));
        QVERIFY(found);
        QCOMPARE(found->caFile, authority);
        QCOMPARE(found->scope, shop().scope);
        QVERIFY(await(composition.book().remove(found->id)));
        QVERIFY(!composition.book().findByName(QStringLiteral("Shop")));
    }
};

GATEHOUSE_TEST(TestConnectionBook, QCoreApplication)
#include "tst_connection_book.moc"
