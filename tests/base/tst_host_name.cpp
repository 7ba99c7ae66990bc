// SPDX-License-Identifier: Apache-2.0
#include "base/HostName.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestHostName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisComputer_data()
    {
        QTest::addColumn<bool>("isLoopback");
        for (const char *host : {"localhost", "127.0.0.1", "127.255.0.9", "::1"})
            QTest::newRow(host) << true;
        for (const char *host : {"127.evil.example", "127.0.0.1.evil.example", "127.1", "0177.0.0.1", "127.0.0.256",
                                 "128.0.0.1", "localhost.evil.example", "0.0.0.0", "::", "::ffff:127.0.0.1", ""})
            QTest::newRow(host) << false;
    }

    void thisComputer()
    {
        QFETCH(const bool, isLoopback);
        QCOMPARE(isLoopbackHost(QString::fromLatin1(QTest::currentDataTag())), isLoopback);
    }

    void ownersOfDomains_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("domain");
        QTest::newRow("a name below it") << u"api.Example.com"_s << u"example.com"_s;
        QTest::newRow("two below it") << u"a.b.example.com"_s << u"example.com"_s;
        QTest::newRow("itself") << u"example.com"_s << u"example.com"_s;
        QTest::newRow("below a country's") << u"api.example.co.uk"_s << u"example.co.uk"_s;
        QTest::newRow("of a country") << u"api.example.de"_s << u"example.de"_s;
        QTest::newRow("where everybody may have a name") << u"alice.github.io"_s << u"alice.github.io"_s;
        QTest::newRow("the same, three deep")
            << u"alice.westeurope.cloudapp.azure.com"_s << u"alice.westeurope.cloudapp.azure.com"_s;
        QTest::newRow("a function that everybody may run")
            << u"abc.lambda-url.eu-west-1.on.aws"_s << u"abc.lambda-url.eu-west-1.on.aws"_s;
        QTest::newRow("a tunnel") << u"red-fox.trycloudflare.com"_s << u"red-fox.trycloudflare.com"_s;
        QTest::newRow("an address") << u"192.0.2.1"_s << u"192.0.2.1"_s;
        QTest::newRow("an IPv6 address") << u"2001:db8::1"_s << u"2001:db8::1"_s;
        QTest::newRow("a single name") << u"firewall"_s << u"firewall"_s;
    }

    void ownersOfDomains()
    {
        QFETCH(const QString, host);
        QTEST(registrableDomain(host), "domain");
    }
};

GATEHOUSE_TEST(TestHostName, QCoreApplication)
#include "tst_host_name.moc"
