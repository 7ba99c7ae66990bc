// SPDX-License-Identifier: Apache-2.0
// gatehouse-service as a program of its own.
#include "RawClient.h"
#include "support/Patience.h"
#include "support/SourceFolder.h"
#include "support/TestCertificate.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray listPath = "/quave/api/public/v1/app-env/allowlist";
constexpr int patience = 20'000;

/// The outcome of a call that ends by itself.
struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

/// A service that runs; killed when this dies.
class Service final
{
public:
    explicit Service(const QStringList &arguments, const QByteArray &input = {})
    {
        m_process.start(gatehouse::test::programFile(u"gatehouse-service"_s), arguments);
        m_process.write(input);
        m_process.closeWriteChannel();
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) {
        }
        const auto ready = QJsonDocument::fromJson(m_process.readLine()).object();
        m_url = QUrl(ready.value(u"url"_s).toString());
        m_token = ready.value(u"token"_s).toString();
    }
    ~Service()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QString token() const { return m_token; }
    [[nodiscard]] QByteArray log() { return m_process.readAllStandardError(); }
    [[nodiscard]] qint64 process() const { return m_process.processId(); }
    [[nodiscard]] quint16 port() const { return quint16(m_url.port(0)); }

    /// The exit status after `signal`; -1 when it did not end, or not by itself.
    int endBy(int signal)
    {
        ::kill(pid_t(m_process.processId()), signal);
        if (!m_process.waitForFinished(patience) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }

    RawAnswer send(RawClient &client, const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        client.send(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + m_token.toLatin1() +
                    "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                    "\r\n\r\n" + body);
        return client.answer();
    }

    QStringList ranges()
    {
        RawClient client(port());
        const auto answer = send(client, "GET", listPath + "?envName=local");
        QStringList all;
        for (const auto &each : QJsonDocument::fromJson(answer.body).object().value(u"allowlist"_s).toArray())
            all.append(each.toObject().value(u"ip"_s).toString());
        return all;
    }

private:
    QProcess m_process;
    QUrl m_url;
    QString m_token;
};

Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(gatehouse::test::programFile(u"gatehouse-service"_s), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace

class GatehouseServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void firstLineTellsUrlAndToken();
    void signalsEndItCleanly_data();
    void signalsEndItCleanly();
    void killLosesNothingCommitted();
    void dataFolderIsChosen_data();
    void dataFolderIsChosen();
    void listensWhereTold();
    void tokenComesFromInput();
    void speaksTls();
    void startFails_data();
    void startFails();
    void portInUse();
    void wrongUsage_data();
    void wrongUsage();
    void versionAndHelp();
    void listIsDeployedAndToldOf();
    void failedDeployIsToldOf();
    void endOfTheServiceLosesNoDeploy();
    void scopesAreListed();
    void scopeIsAdded();
    void scopeAddedWhileRunningIsServed();
    void takenScopeIsRefused();
    void tokenGoesIntoAFile();
    void tokenFileIsNotALink();
    void onlyNamedHostsAreServed();
    void emptyListDeniesWhenTold();
    void listThatShutsEverybodyOutIsReset();
    void listThatIsNotThereIsNotReset();
    void labelsSteerNoTerminal();
    void requestsSteerNoTerminal();
    void outputThatIsLostHasAStatusOfItsOwn_data();
    void outputThatIsLostHasAStatusOfItsOwn();
    void folderForOthersIsRefused();
    void noCoreIsDumped();

private:
    [[nodiscard]] QStringList home(const QStringList &arguments = {}) const
    {
        return QStringList{u"--home"_s, m_folder->path()} + arguments;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void GatehouseServiceTest::firstLineTellsUrlAndToken()
{
    Service service(home());
    QCOMPARE(service.url().host(), u"127.0.0.1"_s);
    QVERIFY(service.port() > 0);
    QCOMPARE(service.token().size(), 43);
    RawClient client(service.port());
    QCOMPARE(service.send(client, "GET", "/ip").body, R"({"ip":"127.0.0.1"})");
    QCOMPARE(service.send(client, "GET", listPath + "?appEnvId=local").status, 200);
}

void GatehouseServiceTest::signalsEndItCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void GatehouseServiceTest::signalsEndItCleanly()
{
    QFETCH(int, signal);
    Service service(home());
    RawClient kept(service.port());
    QCOMPARE(service.send(kept, "GET", "/healthz").status, 200); // an open connection does not hold it up
    QCOMPARE(service.endBy(signal), 0);
    // Closed properly, SQLite leaves no log behind.
    QVERIFY(!QFile::exists(m_folder->filePath(u"data/service/service.sqlite-wal"_s)));
}

void GatehouseServiceTest::killLosesNothingCommitted()
{
    QString token;
    QString last;
    for (int round = 0; round < 3; ++round) {
        Service service(home());
        token = service.token();
        if (round > 0)
            QCOMPARE(service.ranges(), QStringList{last});
        RawClient client(service.port());
        for (int i = 0; i < 10; ++i) {
            last = u"10.0.%1.%2"_s.arg(round).arg(i);
            const auto body = uR"({"appEnvId":"local","allowlist":[{"ip":"%1"}]})"_s.arg(last).toUtf8();
            QCOMPARE(service.send(client, "PATCH", listPath, body).status, 200);
        }
        QCOMPARE(service.endBy(SIGKILL), -1);
    }
    Service service(home());
    QCOMPARE(service.token(), token);
    QCOMPARE(service.ranges(), QStringList{last});
}

void GatehouseServiceTest::dataFolderIsChosen_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    QTest::newRow("--home") << QStringList{u"--home"_s, u"%1/h"_s} << u"h/data/service/service.sqlite"_s;
    QTest::newRow("--data") << QStringList{u"--data"_s, u"%1/d"_s} << u"d/service.sqlite"_s;
    QTest::newRow("--data wins") << QStringList{u"--home"_s, u"%1/h"_s, u"--data"_s, u"%1/d"_s}
                                 << u"d/service.sqlite"_s;
    QTest::newRow("after the command") << QStringList{u"scopes"_s, u"--data"_s, u"%1/d"_s} << u"d/service.sqlite"_s;
}

void GatehouseServiceTest::dataFolderIsChosen()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, file);
    for (auto &argument : arguments)
        argument.replace(u"%1"_s, m_folder->path());
    if (!arguments.contains(u"scopes"_s))
        arguments.append(u"scopes"_s);
    QCOMPARE(run(arguments).status, 0);
    QVERIFY(QFile::exists(m_folder->filePath(file)));
}

void GatehouseServiceTest::listensWhereTold()
{
    quint16 port = 0;
    {
        const Service free(home());
        port = free.port();
    }
    const Service service(home({u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)}));
    QCOMPARE(service.url(), QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
}

void GatehouseServiceTest::tokenComesFromInput()
{
    {
        Service service(home({u"--token-stdin"_s}), "my-very-own-token\nanother line\n");
        QCOMPARE(service.token(), u"my-very-own-token"_s);
        RawClient client(service.port());
        QCOMPARE(service.send(client, "GET", listPath + "?appEnvId=local").status, 200);
    }
    QCOMPARE(Service(home()).token(), u"my-very-own-token"_s);
}

void GatehouseServiceTest::speaksTls()
{
    QVERIFY(gatehouse::test::TestCertificate().writeTo(m_folder->path()));
    const Service service(home({u"--tls-certificate"_s, m_folder->filePath(u"certificate.pem"_s), u"--tls-key"_s,
                                m_folder->filePath(u"key.pem"_s)}));
    QCOMPARE(service.url().scheme(), u"https"_s);
    RawClient client(service.port());
    client.socket().setPeerVerifyMode(QSslSocket::VerifyNone);
    QVERIFY(client.isConnected());
    client.socket().startClientEncryption();
    QVERIFY(client.socket().waitForEncrypted());
    QCOMPARE(client.send("GET /ip HTTP/1.1\r\nHost: localhost\r\n\r\n").answer().status, 200);
}

void GatehouseServiceTest::startFails_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("folder is a file") << QStringList{u"--data"_s, u"%1/file"_s} << QByteArray() << QByteArray("/file");
    QTest::newRow("not a database") << QStringList{u"--data"_s, u"%1/broken"_s} << QByteArray()
                                    << QByteArray("service.sqlite");
    QTest::newRow("certificate missing") << QStringList{u"--tls-certificate"_s, u"%1/no.pem"_s, u"--tls-key"_s,
                                                        u"%1/no.pem"_s}
                                         << QByteArray() << QByteArray("no.pem");
    QTest::newRow("no token on standard input")
        << QStringList{u"--token-stdin"_s} << QByteArray() << QByteArray("no token");
    QTest::newRow("token too short") << QStringList{u"--token-stdin"_s} << QByteArray("short\n") << QByteArray("16");
    QTest::newRow("deploys a list that is not there") << QStringList{u"--deploy"_s, u"nginx:environment/shop:%1/x"_s}
                                                      << QByteArray() << QByteArray("environment/shop");
    QTest::newRow("deploys two lists to one file")
        << QStringList{u"--deploy"_s, u"nginx:%1/x"_s, u"--deploy"_s, u"file:organization/local:%1/x"_s} << QByteArray()
        << QByteArray("same file");
    QTest::newRow("address of another computer")
        << QStringList{u"--listen"_s, u"192.0.2.1:0"_s} << QByteArray() << QByteArray("192.0.2.1");
}

void GatehouseServiceTest::startFails()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, said);
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QDir(m_folder->path()).mkdir(u"broken"_s));
    QFile broken(m_folder->filePath(u"broken/service.sqlite"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(QByteArray(4096, 'x')) > 0);
    broken.close();
    for (auto &argument : arguments)
        argument.replace(u"%1"_s, m_folder->path());
    const auto outcome = run(home(arguments), input);
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
}

void GatehouseServiceTest::portInUse()
{
    const Service service(home());
    const auto second = run(home({u"--listen"_s, u"127.0.0.1:%1"_s.arg(service.port())}));
    QCOMPARE(second.status, 1);
    QVERIFY2(second.err.contains("in use"), second.err.constData());
    const auto asJson = run(home({u"--json"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(service.port())}));
    QCOMPARE(asJson.status, 1);
    const auto error = QJsonDocument::fromJson(asJson.out).object().value(u"error"_s).toObject();
    QCOMPARE(error.value(u"kind"_s), u"network"_s);
    QCOMPARE(error.keys(), (QStringList{u"detail"_s, u"httpStatus"_s, u"kind"_s, u"message"_s, u"requestId"_s}));
}

void GatehouseServiceTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s};
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("listen without port") << QStringList{u"--listen"_s, u"127.0.0.1"_s};
    QTest::newRow("listen on a name") << QStringList{u"--listen"_s, u"localhost:80"_s};
    QTest::newRow("listen on IPv6 without brackets") << QStringList{u"--listen"_s, u"::1:80"_s};
    QTest::newRow("port too large") << QStringList{u"--listen"_s, u"127.0.0.1:65536"_s};
    QTest::newRow("proxy with host bits") << QStringList{u"--trust-proxy"_s, u"10.0.0.1/8"_s};
    QTest::newRow("certificate without key") << QStringList{u"--tls-certificate"_s, u"x.pem"_s};
    QTest::newRow("key without certificate") << QStringList{u"--tls-key"_s, u"x.pem"_s};
    QTest::newRow("scope without id") << QStringList{u"add-scope"_s, u"environment"_s};
    QTest::newRow("another workspace") << QStringList{u"add-scope"_s, u"workspace"_s, u"x"_s};
    QTest::newRow("unknown kind of scope") << QStringList{u"add-scope"_s, u"planet"_s, u"x"_s};
    QTest::newRow("option of the service with a command") << QStringList{u"scopes"_s, u"--token-stdin"_s};
    QTest::newRow("deploys to nowhere") << QStringList{u"--deploy"_s, u"nginx:"_s};
    QTest::newRow("deploys in an unknown form") << QStringList{u"--deploy"_s, u"apache:/srv/x"_s};
    QTest::newRow("reload without deploy") << QStringList{u"--deploy-reload"_s, u"true"_s};
    QTest::newRow("reload of nothing") << QStringList{u"--deploy"_s, u"nginx:/srv/x"_s, u"--deploy-reload"_s, u" "_s};
    QTest::newRow("deploy with a command") << QStringList{u"deploys"_s, u"--deploy"_s, u"nginx:/srv/x"_s};
    QTest::newRow("database's address without a database") << QStringList{u"--data"_s, u"postgresql://h"_s};
    QTest::newRow("two commands") << QStringList{u"scopes"_s, u"add-scope"_s, u"environment"_s, u"x"_s};
}

void GatehouseServiceTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const auto outcome = run(home(arguments));
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!QFile::exists(m_folder->filePath(u"data"_s))); // nothing was begun
}

void GatehouseServiceTest::versionAndHelp()
{
    const auto version = run({u"--version"_s});
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.startsWith("gatehouse-service "));
    const auto help = run({u"--help"_s});
    QCOMPARE(help.status, 0);
    for (const auto *option :
         {"--home", "--data", "--listen", "--trust-proxy", "--token-stdin", "--tls-certificate", "--tls-key",
          "--version", "--verbose", "--deploy", "--deploy-reload", "postgresql://", "scopes", "add-scope", "deploys"})
        QVERIFY2(help.out.contains(option), option);
}

void GatehouseServiceTest::listIsDeployedAndToldOf()
{
    const auto allow = m_folder->filePath(u"allow.conf"_s);
    const auto plain = m_folder->filePath(u"list"_s);
    Service service(home({u"--deploy"_s, u"nginx:"_s + allow, u"--deploy"_s, u"file:environment/local:"_s + plain,
                          u"--deploy-reload"_s, u"cp \"%1\" \"%1 loaded\""_s.arg(allow)}));
    RawClient client(service.port());
    const QByteArray body =
        R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1"},{"ip":"10.0.0.2","isActive":false}]})";
    QCOMPARE(service.send(client, "PATCH", listPath, body).status, 200);
    QTRY_VERIFY(contentOf(allow).endsWith("\nallow 10.0.0.1;\ndeny all;\n"));
    QTRY_COMPARE(contentOf(allow + u" loaded"_s), contentOf(allow));
    QTRY_COMPARE(contentOf(plain), "10.0.0.1\n");
    const auto deploys = [this] { return QJsonDocument::fromJson(run(home({u"deploys"_s, u"--json"_s})).out).array(); };
    QTRY_COMPARE(deploys().at(0).toObject().value(u"status"_s).toString(), u"live"_s);
    auto deploy = deploys().at(0).toObject();
    QVERIFY(QDateTime::fromString(deploy.take(u"at"_s).toString(), Qt::ISODateWithMs).isValid());
    QCOMPARE(deploy,
             (QJsonObject{{u"id"_s, 1},
                          {u"scope"_s,
                           QJsonObject{{u"kind"_s, u"environment"_s}, {u"id"_s, u"local"_s}, {u"name"_s, u"local"_s}}},
                          {u"cause"_s, u"change"_s},
                          {u"status"_s, u"live"_s},
                          {u"reason"_s, QJsonValue()},
                          {u"ranges"_s, QJsonArray{u"10.0.0.1/32"_s}}}));
    const auto table = run(home({u"deploys"_s})).out.simplified();
    QVERIFY2(table.startsWith("ID LIST AT CAUSE STATUS REASON 1 environment/local 2"), table.constData());
    QVERIFY2(table.endsWith("Z change live"), table.constData());
}

void GatehouseServiceTest::failedDeployIsToldOf()
{
    Service service(home({u"--deploy"_s, u"file:"_s + m_folder->filePath(u"nowhere/list"_s)}));
    RawClient client(service.port());
    const QByteArray body = R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1"}]})";
    QCOMPARE(service.send(client, "PATCH", listPath, body).status, 200);
    QTRY_VERIFY(run(home({u"deploys"_s})).out.contains(" failed "));
    const auto table = run(home({u"deploys"_s})).out;
    QVERIFY2(table.contains("nowhere/list cannot be written: No such file"), table.constData());
    QCOMPARE(service.ranges(), QStringList{u"10.0.0.1"_s});
}

void GatehouseServiceTest::endOfTheServiceLosesNoDeploy()
{
    const auto plain = m_folder->filePath(u"list"_s);
    Service service(home({u"--deploy"_s, u"file:"_s + plain}));
    RawClient client(service.port());
    for (int i = 0; i < 20; ++i) {
        const QByteArray body =
            R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.)" + QByteArray::number(i) + R"("}]})";
        QCOMPARE(service.send(client, "PATCH", listPath, body).status, 200);
    }
    QCOMPARE(service.endBy(SIGTERM), 0);
    QCOMPARE(contentOf(plain), "10.0.0.19\n");
}

void GatehouseServiceTest::scopesAreListed()
{
    const auto plain = run(home({u"scopes"_s}));
    QCOMPARE(plain.status, 0);
    QCOMPARE(plain.out, "KIND          ID     NAME\n"
                        "organization  local  local\n"
                        "workspace     local  local\n"
                        "environment   local  local\n"
                        "api-key       local  local\n");
    const auto json = run(home({u"scopes"_s, u"--json"_s}));
    QCOMPARE(QJsonDocument::fromJson(json.out).array().first().toObject(),
             (QJsonObject{{u"kind"_s, u"organization"_s}, {u"id"_s, u"local"_s}, {u"name"_s, u"local"_s}}));
    const auto secrets = run(home({u"scopes"_s, u"--secrets"_s, u"--json"_s}));
    const auto array = QJsonDocument::fromJson(secrets.out).array();
    QVERIFY(array.at(0).toObject().value(u"secret"_s).isNull());
    QCOMPARE(array.at(3).toObject().value(u"secret"_s).toString().size(), 52);
    QVERIFY(!plain.out.contains(array.at(3).toObject().value(u"secret"_s).toString().toUtf8()));
}

void GatehouseServiceTest::scopeIsAdded()
{
    const auto added = run(home({u"add-scope"_s, u"environment"_s, u"e1"_s, u"--name"_s, u"acme shop"_s}));
    QCOMPARE(added.status, 0);
    QVERIFY(run(home({u"scopes"_s})).out.contains("environment   e1     acme shop\n"));
    const auto key = run(home({u"add-scope"_s, u"api-key"_s, u"k1"_s, u"--json"_s}));
    QCOMPARE(QJsonDocument::fromJson(key.out).array().first().toObject().value(u"secret"_s).toString().size(), 52);
}

void GatehouseServiceTest::scopeAddedWhileRunningIsServed()
{
    Service service(home());
    QCOMPARE(run(home({u"add-scope"_s, u"environment"_s, u"e1"_s})).status, 0);
    RawClient client(service.port());
    QCOMPARE(service.send(client, "GET", listPath + "?appEnvId=e1").status, 200);
}

void GatehouseServiceTest::takenScopeIsRefused()
{
    const auto taken = run(home({u"add-scope"_s, u"environment"_s, u"local"_s}));
    QCOMPARE(taken.status, 1);
    QVERIFY2(taken.err.contains("local"), taken.err.constData());
}

void GatehouseServiceTest::tokenGoesIntoAFile()
{
    const auto file = m_folder->filePath(u"token"_s);
    {
        QFile readable(file); // by everyone, of an earlier day
        QVERIFY(readable.open(QIODevice::WriteOnly));
        QVERIFY(readable.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    }
    Service service(home({u"--token-file"_s, file}));
    QVERIFY(service.port() > 0);
    QCOMPARE(service.token(), QString());
    QCOMPARE(QFile::permissions(file) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             QFile::ReadOwner | QFile::WriteOwner);
    const auto token = contentOf(file).trimmed();
    QCOMPARE(token.size(), 43);
    RawClient client(service.port());
    client.send("GET " + listPath + "?appEnvId=local HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + token +
                "\r\n\r\n");
    QCOMPARE(client.answer().status, 200);
}

void GatehouseServiceTest::tokenFileIsNotALink()
{
    const auto elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(QFile::link(elsewhere, m_folder->filePath(u"token"_s)));
    const auto refused = run(home({u"--token-file"_s, m_folder->filePath(u"token"_s)}));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("symbolic link"), refused.err.constData());
    QVERIFY(!refused.out.contains("token"));
    QVERIFY(!QFile::exists(elsewhere));
}

void GatehouseServiceTest::onlyNamedHostsAreServed()
{
    const auto statusFor = [](const Service &service, const QByteArray &host) {
        return RawClient(service.port()).send("GET /ip HTTP/1.1\r\nHost: " + host + "\r\n\r\n").answer().status;
    };
    const Service strict(home({u"--listen"_s, u"0.0.0.0:0"_s, u"--allow-host"_s, u"lists.example"_s}));
    QCOMPARE(statusFor(strict, "lists.example:8080"), 200);
    QCOMPARE(statusFor(strict, "192.0.2.1"), 200);
    QCOMPARE(statusFor(strict, "evil.example"), 421);
    const Service local(home({u"--allow-host"_s, u"lists.example"_s, u"--allow-host"_s, u"other.example"_s}));
    QCOMPARE(statusFor(local, "other.example"), 200);
    QCOMPARE(statusFor(local, "evil.example"), 421);
}

void GatehouseServiceTest::emptyListDeniesWhenTold()
{
    const auto file = m_folder->filePath(u"snippet"_s);
    Service service(home({u"--deploy"_s, u"nginx:"_s + file, u"--deploy-empty"_s, u"deny"_s}));
    QTRY_VERIFY(contentOf(file).endsWith("\ndeny all;\n"));
    QVERIFY(!contentOf(file).contains("\nallow"));
}

void GatehouseServiceTest::listThatShutsEverybodyOutIsReset()
{
    const QByteArray path = "/cortex/api/v1/ip-allowlist";
    Service service(home());
    const auto statusOf = [&](const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) {
        RawClient client(service.port());
        client.send(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
                    service.token().toLatin1() + "\r\nContent-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return client.answer().status;
    };
    QCOMPARE(statusOf("PUT", path + "?force=true", R"({"entries":[{"address":"192.0.2.1","description":"gone"}]})"),
             200);
    QCOMPARE(statusOf("GET", path), 403);
    const auto reset = run(home({u"reset-list"_s}));
    QCOMPARE(reset.status, 0);
    QVERIFY2(reset.out.contains("192.0.2.1") && reset.out.contains("gone"), reset.out.constData());
    QVERIFY2(reset.out.contains("workspace/local"), reset.out.constData());
    QCOMPARE(statusOf("GET", path), 200); // the running service follows
    QCOMPARE(QJsonDocument::fromJson(run(home({u"reset-list"_s, u"--json"_s})).out).array().size(), 0);
}

void GatehouseServiceTest::listThatIsNotThereIsNotReset()
{
    const auto refused = run(home({u"reset-list"_s, u"organization"_s, u"nowhere"_s}));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("organization/nowhere"), refused.err.constData());
    QCOMPARE(run(home({u"reset-list"_s, u"planet"_s})).status, 2);
    QCOMPARE(run(home({u"reset-list"_s, u"--token-stdin"_s})).status, 2);
}

void GatehouseServiceTest::labelsSteerNoTerminal()
{
    Service service(home());
    RawClient client(service.port());
    const QByteArray body = R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1","description":"a\u001b[2K\u202eb"}]})";
    QCOMPARE(service.send(client, "PATCH", listPath, body).status, 200);
    const auto reset = run(home({u"reset-list"_s, u"environment"_s}));
    QCOMPARE(reset.status, 0);
    QVERIFY2(reset.out.contains("a\\u{1b}[2K\\u{202e}b"), reset.out.constData());
    QVERIFY(!reset.out.contains('\x1b'));
    const QByteArray key = R"({"name":"a\u202e\u2028b","scopes":["customers:READ"]})"; // a key that a client has named
    client.send("POST /bitbybit/developer/open/v1/api-keys HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: " +
                service.token().toLatin1() + "\r\nContent-Type: application/json\r\nContent-Length: " +
                QByteArray::number(key.size()) + "\r\n\r\n" + key);
    QCOMPARE(client.answer().status, 201);
    for (const auto &arguments : {QStringList{u"scopes"_s}, {u"scopes"_s, u"--json"_s}}) {
        const auto scopes = run(home(arguments));
        QVERIFY2(scopes.out.contains("202e") && scopes.out.contains("2028"), scopes.out.constData());
        QVERIFY(!scopes.out.contains("\u202e") && !scopes.out.contains("\u2028"));
    }
}

void GatehouseServiceTest::requestsSteerNoTerminal()
{
    Service service(home({u"--verbose"_s}));
    RawClient client(service.port());
    client.send("GET /\xc2\x9b"
                "31m\xe2\x80\xae HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Request-Id: \xc2\x9b\r\n\r\n");
    QVERIFY(client.answer().status >= 400);
    QCOMPARE(service.endBy(SIGTERM), 0);
    const auto log = service.log();
    QVERIFY2(log.contains("\\u{9b}31m\\u{202e}"), log.constData());
    QVERIFY(!log.contains("\xc2\x9b") && !log.contains("\xe2\x80\xae"));
}

void GatehouseServiceTest::outputThatIsLostHasAStatusOfItsOwn_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("first line, and with it the token") << u"--listen 127.0.0.1:0"_s;
    QTest::newRow("scopes") << u"scopes --secrets"_s;
    QTest::newRow("a new key") << u"add-scope api-key new$$"_s;
    QTest::newRow("JSON") << u"deploys --json"_s;
    QTest::newRow("version") << u"--version"_s;
    QTest::newRow("help") << u"--help"_s;
}

void GatehouseServiceTest::outputThatIsLostHasAStatusOfItsOwn()
{
    QFETCH(QString, arguments);
    for (const auto &lost : {u"> /dev/full"_s, u">&-"_s}) {
        QProcess process;
        process.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" --home \"$1\" %1 %2"_s.arg(arguments, lost),
                                     gatehouse::test::programFile(u"gatehouse-service"_s), m_folder->path()});
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitCode(), 9);
        QVERIFY(process.readAllStandardError().contains("could not be written"));
    }
}

void GatehouseServiceTest::folderForOthersIsRefused()
{
    const auto open = m_folder->filePath(u"it's open"_s);
    QVERIFY(QDir().mkdir(open));
    QVERIFY(QFile::setPermissions(open, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::WriteOther));
    for (const auto &option : {u"--data"_s, u"--home"_s}) {
        const auto refused = run({option, open, u"scopes"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("chmod go-w '"), refused.err.constData());
    }
}

void GatehouseServiceTest::noCoreIsDumped()
{
    Service service(home());
    const auto limits = contentOf(u"/proc/%1/limits"_s.arg(service.process()));
    const auto line = limits.mid(limits.indexOf("Max core file size")).split('\n').first().simplified();
    QVERIFY2(line.startsWith("Max core file size 0 "), line.constData());
}

GATEHOUSE_TEST(GatehouseServiceTest, QCoreApplication)
#include "tst_gatehouse_service.moc"
