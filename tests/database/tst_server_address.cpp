// SPDX-License-Identifier: Apache-2.0
#include "database/ServerAddress.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class ServerAddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverOrFolder_data();
    void serverOrFolder();
    void isRead_data();
    void isRead();
    void isRefusedWithoutRepeatingIt_data();
    void isRefusedWithoutRepeatingIt();
    void optionsReachTheServer_data();
    void optionsReachTheServer();
};

void ServerAddressTest::serverOrFolder_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isServer");
    QTest::newRow("postgresql") << u"postgresql://h/n"_s << true;
    QTest::newRow("postgres") << u"postgres://h/n"_s << true;
    QTest::newRow("capitals") << u"PostgreSQL://h/n"_s << true;
    QTest::newRow("broken, but meant") << u"postgresql://h:x/n"_s << true;
    QTest::newRow("folder") << u"/var/lib/gatehouse"_s << false;
    QTest::newRow("folder of that name") << u"postgresql/data"_s << false;
    QTest::newRow("another database") << u"mysql://h/n"_s << false;
}

void ServerAddressTest::serverOrFolder()
{
    QFETCH(QString, text);
    QTEST(ServerAddress::isMeantBy(text), "isServer");
}

void ServerAddressTest::isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ServerAddress>("expected");
    QTest::addColumn<QString>("shown");
    QTest::newRow("everything") << u"postgresql://bob:pw@db.example:6543/lists?sslmode=verify-full&sslrootcert=/r.pem"_s
                                << ServerAddress{u"db.example"_s,
                                                 6543,
                                                 u"bob"_s,
                                                 u"pw"_s,
                                                 u"lists"_s,
                                                 {{u"sslmode"_s, u"verify-full"_s}, {u"sslrootcert"_s, u"/r.pem"_s}}}
                                << u"postgresql://bob@db.example:6543/lists"_s;
    QTest::newRow("host and name") << u"postgresql://localhost/lists"_s
                                   << ServerAddress{u"localhost"_s, -1, {}, {}, u"lists"_s, {}}
                                   << u"postgresql://localhost/lists"_s;
    QTest::newRow("name alone") << u"postgresql:///lists"_s << ServerAddress{{}, -1, {}, {}, u"lists"_s, {}}
                                << u"postgresql:/lists"_s;
    QTest::newRow("socket") << u"postgresql:///lists?host=/run/postgresql&user=bob"_s
                            << ServerAddress{u"/run/postgresql"_s, -1, u"bob"_s, {}, u"lists"_s, {}}
                            << u"postgresql:/lists (/run/postgresql)"_s;
    QTest::newRow("IPv6") << u"postgresql://[::1]:5432/lists"_s << ServerAddress{u"::1"_s, 5432, {}, {}, u"lists"_s, {}}
                          << u"postgresql://[::1]:5432/lists"_s;
    QTest::newRow("escaped") << u"postgresql://b%40b:p%2Fw%3A%3F@h/l%20s"_s
                             << ServerAddress{u"h"_s, -1, u"b@b"_s, u"p/w:?"_s, u"l s"_s, {}}
                             << u"postgresql://b%40b@h/l s"_s;
}

void ServerAddressTest::isRead()
{
    QFETCH(QString, text);
    const auto address = ServerAddress::parse(text);
    QVERIFY2(address, qPrintable(address ? QString() : address.error().message));
    QTEST(*address, "expected");
    QTEST(address->shown(), "shown");
    QVERIFY(!address->password.isEmpty() || !address->shown().contains(u"pw"_s));
}

void ServerAddressTest::isRefusedWithoutRepeatingIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("password with a slash") << u"postgresql://bob:hunter2/x@h/lists"_s;
    QTest::newRow("port is no number") << u"postgresql://bob:hunter2@h:port/lists"_s;
    QTest::newRow("no database") << u"postgresql://bob:hunter2@h"_s;
    QTest::newRow("no database but a slash") << u"postgresql://bob:hunter2@h/"_s;
    QTest::newRow("unknown option") << u"postgresql://bob:hunter2@h/lists?color=red"_s;
    QTest::newRow("password as an option") << u"postgresql://bob@h/lists?password=hunter2"_s;
    QTest::newRow("fragment") << u"postgresql://bob:hunter2@h/lists#x"_s;
    QTest::newRow("option with a semicolon") << u"postgresql://bob:hunter2@h/lists?sslcert=a;b"_s;
    QTest::newRow("another scheme") << u"mysql://bob:hunter2@h/lists"_s;
}

void ServerAddressTest::isRefusedWithoutRepeatingIt()
{
    QFETCH(QString, text);
    const auto refused = ServerAddress::parse(text);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY2(!refused.error().message.contains(u"hunter2"_s), qPrintable(refused.error().message));
    QVERIFY(!refused.error().detail.contains(u"hunter2"_s));
}

void ServerAddressTest::optionsReachTheServer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("TLS over a network") << u"postgresql://db.example/n"_s << u"sslmode='require'"_s;
    QTest::newRow("TLS as asked for") << u"postgresql://db.example/n?sslmode=verify-full"_s
                                      << u"sslmode='verify-full'"_s;
    QTest::newRow("quote and backslash") << u"postgresql://h/n?sslcert=/it's%5Cmine"_s
                                         << u"sslcert='/it\\'s\\\\mine'"_s;
    QTest::newRow("a dead server is noticed") << u"postgresql://h/n"_s << u"tcp_user_timeout='25000'"_s;
    QTest::newRow("no TLS on this computer") << u"postgresql://localhost/n"_s << u"!sslmode"_s;
    QTest::newRow("no TLS on the loopback") << u"postgresql://127.0.0.1/n"_s << u"!sslmode"_s;
    QTest::newRow("no TLS on hosts that are all here")
        << u"postgresql:///n?host=/run/postgresql,localhost"_s << u"!sslmode"_s;
    QTest::newRow("TLS where one of the hosts is elsewhere")
        << u"postgresql:///n?host=/run/postgresql,db.example"_s << u"sslmode='require'"_s;
    QTest::newRow("TLS to a name that begins like the loopback")
        << u"postgresql://127.evil.example/n"_s << u"sslmode='require'"_s;
    QTest::newRow("no TLS through a socket") << u"postgresql:///n?host=/run/postgresql"_s << u"!sslmode"_s;
}

void ServerAddressTest::optionsReachTheServer()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto options = ServerAddress::parse(text).map(&ServerAddress::connectOptions);
    QVERIFY(options);
    const bool unwanted = part.startsWith(u'!');
    QVERIFY2(options->contains(unwanted ? part.mid(1) : part) != unwanted, qPrintable(*options));
}

GATEHOUSE_TEST(ServerAddressTest, QCoreApplication)
#include "tst_server_address.moc"
