// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Text.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"
#include "sync/AddressFinder.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestAddressFinder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothFamiliesAreAsked()
    {
        FaultServer v4;
        FaultServer v6;
        v4.setDefault(answer(200, "203.0.113.9\n"));
        v6.setDefault(answer(200, "2001:db8::9\n"));
        AddressFinder finder({{v4.url().toString()}, {v6.url().toString()}});
        const auto found = await(finder.find(nullptr));
        QVERIFY(found);
        QCOMPARE(toQString(*found->v4), QStringLiteral("203.0.113.9"));
        QCOMPARE(toQString(*found->v6), QStringLiteral("2001:db8::9"));
    }

    void badAnswersAreNotTakenForAddresses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a web page") << 200 << QByteArray("<html>203.0.113.9</html>");
        QTest::newRow("an error page") << 502 << QByteArray("203.0.113.9");
        QTest::newRow("the other family") << 200 << QByteArray("2001:db8::9");
        QTest::newRow("a range") << 200 << QByteArray("203.0.113.0/24");
        QTest::newRow("nothing") << 200 << QByteArray();
    }

    void badAnswersAreNotTakenForAddresses()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        FaultServer bad;
        bad.setDefault(answer(status, body));
        AddressFinder alone({{bad.url().toString()}, {}});
        QVERIFY(!await(alone.find(nullptr)));

        FaultServer good;
        good.setDefault(answer(200, "203.0.113.9"));
        AddressFinder second({{bad.url().toString(), good.url().toString()}, {}});
        const auto found = await(second.find(nullptr));
        QVERIFY(found);
        QCOMPARE(toQString(*found->v4), QStringLiteral("203.0.113.9"));
        QVERIFY(!found->v6);
    }

    void twoAreComparedAndTheOthersStandIn_data()
    {
        QTest::addColumn<QList<QByteArray>>("answers"); // empty: an error page
        QTest::addColumn<QString>("leads");
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<QList<int>>("asked");
        const QByteArray a = "203.0.113.9";
        const QByteArray b = "198.51.100.7";
        QTest::newRow("they agree") << QList{a, a, b} << u"203.0.113.9"_s << QStringList{} << QList{1, 1, 0};
        QTest::newRow("they do not") << QList{b, a, a} << u"198.51.100.7"_s << QStringList{u"203.0.113.9"_s}
                                     << QList{1, 1, 0};
        QTest::newRow("one fails, the third stands in")
            << QList{a, QByteArray(), b} << u"203.0.113.9"_s << QStringList{u"198.51.100.7"_s} << QList{1, 1, 1};
        QTest::newRow("only one answers")
            << QList{QByteArray(), QByteArray(), a} << u"203.0.113.9"_s << QStringList{} << QList{1, 1, 1};
    }

    void twoAreComparedAndTheOthersStandIn()
    {
        QFETCH(const QList<QByteArray>, answers);
        std::vector<std::unique_ptr<FaultServer>> servers;
        EchoServices echoes;
        for (const QByteArray &body : answers) {
            servers.push_back(std::make_unique<FaultServer>());
            servers.back()->setDefault(answer(body.isEmpty() ? 503 : 200, body));
            echoes.v4 += servers.back()->url().toString();
        }
        AddressFinder finder(echoes);
        const auto found = await(finder.find(nullptr));
        QVERIFY(found);
        QTEST(toQString(*found->v4), "leads");
        QStringList others;
        for (const IpAddress &other : found->others)
            others += toQString(other);
        QTEST(others, "others");
        QList<int> asked;
        for (const auto &server : servers)
            asked += static_cast<int>(server->requests().size());
        QTEST(asked, "asked");
    }

    void plainHttpToAnotherHostIsNotAsked()
    {
        AddressFinder finder({{QStringLiteral("http://192.0.2.1/ip")}, {}});
        const auto found = await(finder.find(nullptr));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Insecure);
    }
};

GATEHOUSE_TEST(TestAddressFinder, QCoreApplication)
#include "tst_address_finder.moc"
