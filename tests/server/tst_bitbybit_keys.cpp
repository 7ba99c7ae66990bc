// SPDX-License-Identifier: Apache-2.0
// bitbybit's API keys, as a manager sees them: listed, searched, made.
#include "BitbybitFixture.h"
#include "server/data/Deploys.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray smallest = R"({"name":"CI","scopes":["customers:READ"]})";

QJsonObject dataOf(const Response &response)
{
    return jsonOf(response).value(u"data"_s).toObject();
}

QStringList namesIn(const Response &response)
{
    return textsOf(jsonOf(response).value(u"data"_s), u"name"_s);
}

} // namespace

class BitbybitKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<BitbybitFixture>(); }

    void managementNeedsTheToken_data();
    void managementNeedsTheToken();
    void keyOfTheCommandLineIsListed();
    void listIsPaged_data();
    void listIsPaged();
    void keysAreSearched_data();
    void keysAreSearched();
    void queryIsRefused_data();
    void queryIsRefused();
    void keyIsMade();
    void keyIsMadeWithAllItCanHave();
    void testKeyIsToldByItsSecret();
    void secretIsToldOnce();
    void strangeTextsAreKept_data();
    void strangeTextsAreKept();
    void newKeyIsRefused_data();
    void newKeyIsRefused();
    void refusedKeyLeavesNothing();
    void keysMayShareAName();
    void keyExpires();
    void useIsRemembered();
    void wrongPathsAndMethods_data();
    void wrongPathsAndMethods();
    void brokenDatabaseIsUnavailable();

private:
    Response make(const QByteArray &body) { return m_fixture->manage("POST", "/api-keys", body); }
    QJsonObject listed(const QString &id)
    {
        for (const QJsonValue each : jsonOf(m_fixture->manage("GET", "/api-keys")).value(u"data"_s).toArray()) {
            if (each.toObject().value(u"id"_s) == id)
                return each.toObject();
        }
        return {};
    }
    std::unique_ptr<BitbybitFixture> m_fixture;
};

void BitbybitKeysTest::managementNeedsTheToken_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray token = BitbybitFixture().token.toUtf8();
    QTest::newRow("token") << QByteArray("x-api-key") << token << 200 << QString();
    QTest::newRow("header's case does not matter") << QByteArray("X-API-Key") << token << 200 << QString();
    QTest::newRow("none") << QByteArray() << QByteArray() << 401 << u"MISSING_API_KEY"_s;
    QTest::newRow("empty") << QByteArray("x-api-key") << QByteArray() << 401 << u"MISSING_API_KEY"_s;
    QTest::newRow("another header") << QByteArray("Authorization") << "Bearer " + token << 401 << u"MISSING_API_KEY"_s;
    QTest::newRow("wrong") << QByteArray("x-api-key") << QByteArray("bbb_live_x") << 401 << u"INVALID_API_KEY"_s;
    QTest::newRow("with a scheme") << QByteArray("x-api-key") << "Bearer " + token << 401 << u"INVALID_API_KEY"_s;
    QTest::newRow("an API key's own") << QByteArray("x-api-key") << QByteArray("OWN") << 403 << u"INSUFFICIENT_SCOPE"_s;
}

void BitbybitKeysTest::managementNeedsTheToken()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QString, code);
    if (value == "OWN")
        value = m_fixture->localSecret();
    for (const char *path :
         {"/api-keys", "/api-keys/local/ip-allowlist", "/api-usage-logs", "/api-usage-logs/export"}) {
        Request request;
        request.method = "GET";
        request.target = BitbybitFixture::developer + path;
        request.headers = {{"Host", "127.0.0.1"}};
        if (!header.isEmpty())
            request.headers.append({header, value});
        const auto response = m_fixture->respond(request);
        QTEST(response.status, "status");
        QCOMPARE(errorCodeOf(response), code);
        QVERIFY(!response.body.contains(m_fixture->token.toUtf8()));
    }
}

void BitbybitKeysTest::keyOfTheCommandLineIsListed()
{
    QVERIFY(addScope(m_fixture->database(), ScopeKind::ApiKey, u"ci"_s, u"CI server"_s));
    const auto response = m_fixture->manage("GET", "/api-keys");
    QCOMPARE(response.status, 200);
    QCOMPARE(namesIn(response), (QStringList{u"local"_s, u"CI server"_s}));
    QCOMPARE(jsonOf(response).value(u"meta"_s).toObject(),
             (QJsonObject{{u"page"_s, 1}, {u"limit"_s, 20}, {u"total"_s, 2}, {u"hasNextPage"_s, false}}));
    auto key = listed(u"ci"_s);
    const auto secret = m_fixture->scope(ScopeKind::ApiKey, u"ci"_s).secret;
    QVERIFY(!response.body.contains(secret.toUtf8()));
    const auto prefix = key.take(u"prefix"_s).toString();
    QVERIFY(secret.startsWith(prefix) && prefix.startsWith(u"bbb_live_"_s));
    QCOMPARE(prefix.size(), 13);
    const auto createdAt = QDateTime::fromString(key.take(u"createdAt"_s).toString(), Qt::ISODateWithMs);
    QVERIFY(std::abs(createdAt.secsTo(QDateTime::currentDateTimeUtc())) < 600);
    QCOMPARE(key, (QJsonObject{{u"id"_s, u"ci"_s},
                               {u"name"_s, u"CI server"_s},
                               {u"description"_s, QString()},
                               {u"environment"_s, u"LIVE"_s},
                               {u"status"_s, u"ACTIVE"_s},
                               {u"scopes"_s, QJsonArray::fromStringList(apiKeyPermissions())},
                               {u"ipAllowlistCount"_s, 0},
                               {u"lastUsedAt"_s, QJsonValue()},
                               {u"expiresAt"_s, QJsonValue()}}));
}

void BitbybitKeysTest::listIsPaged_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("hasNextPage");
    QTest::newRow("first page") << QByteArray("?page=1&limit=2") << QStringList{u"local"_s, u"1"_s} << true;
    QTest::newRow("second page") << QByteArray("?limit=2&page=2") << QStringList{u"2"_s, u"3"_s} << true;
    QTest::newRow("last page") << QByteArray("?limit=2&page=3") << QStringList{u"4"_s} << false;
    QTest::newRow("full last page") << QByteArray("?limit=5") << QStringList{u"local"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}
                                    << false;
    QTest::newRow("beyond the end") << QByteArray("?limit=2&page=4") << QStringList() << false;
    QTest::newRow("far beyond the end") << QByteArray("?limit=100&page=2147483647") << QStringList() << false;
}

void BitbybitKeysTest::listIsPaged()
{
    QFETCH(QByteArray, query);
    for (int i = 1; i <= 4; ++i)
        QVERIFY(addScope(m_fixture->database(), ScopeKind::ApiKey, QString::number(i), {}));
    const auto response = m_fixture->manage("GET", "/api-keys" + query);
    QCOMPARE(response.status, 200);
    QTEST(namesIn(response), "names");
    const auto meta = jsonOf(response).value(u"meta"_s).toObject();
    QTEST(meta.value(u"hasNextPage"_s).toBool(), "hasNextPage");
    QCOMPARE(meta.value(u"total"_s), 5);
}

void BitbybitKeysTest::keysAreSearched_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("names");
    const QStringList all = {u"local"_s, u"Büro"_s, u"CI"_s};
    QTest::newRow("nothing asked for") << QByteArray("?search=&status=") << all;
    QTest::newRow("name, whatever the case") << QByteArray("?search=b%C3%9CR") << QStringList{u"Büro"_s};
    QTest::newRow("description") << QByteArray("?search=nightly") << QStringList{u"CI"_s};
    QTest::newRow("prefix") << QByteArray("?search=bbb_test_") << QStringList{u"CI"_s};
    QTest::newRow("no wildcards") << QByteArray("?search=%25") << QStringList();
    QTest::newRow("active") << QByteArray("?status=ACTIVE") << QStringList{u"local"_s, u"Büro"_s};
    QTest::newRow("expired, in small letters") << QByteArray("?status=expired") << QStringList{u"CI"_s};
    QTest::newRow("revoked") << QByteArray("?status=REVOKED") << QStringList();
    QTest::newRow("both") << QByteArray("?status=ACTIVE&search=CI") << QStringList();
    QTest::newRow("unknown parameters are ignored") << QByteArray("?colour=red") << all;
}

void BitbybitKeysTest::keysAreSearched()
{
    QFETCH(QByteArray, query);
    QCOMPARE(make(R"({"name":"Büro","scopes":["orders:READ"]})").status, 201);
    QCOMPARE(make(R"({"name":"CI","description":"The nightly build","environment":"TEST","scopes":["orders:READ"],
                      "expiresAt":"2026-03-01T13:00:00Z"})")
                 .status,
             201);
    m_fixture->clock.advance(1h);
    const auto response = m_fixture->manage("GET", "/api-keys" + query);
    QCOMPARE(response.status, 200);
    QTEST(namesIn(response), "names");
}

void BitbybitKeysTest::queryIsRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    QTest::newRow("page 0") << QByteArray("?page=0") << u"page"_s;
    QTest::newRow("page below 0") << QByteArray("?page=-1") << u"page"_s;
    QTest::newRow("page is no number") << QByteArray("?page=one") << u"page"_s;
    QTest::newRow("page is too large for a number") << QByteArray("?page=99999999999999999999") << u"page"_s;
    QTest::newRow("limit 0") << QByteArray("?limit=0") << u"limit"_s;
    QTest::newRow("limit above 100") << QByteArray("?limit=101") << u"limit"_s;
    QTest::newRow("limit with a fraction") << QByteArray("?limit=1.5") << u"limit"_s;
    QTest::newRow("unknown status") << QByteArray("?status=SLEEPING") << u"status"_s;
    QTest::newRow("control character") << QByteArray("?search=a%00b") << u"search"_s;
}

void BitbybitKeysTest::queryIsRefused()
{
    QFETCH(QByteArray, query);
    const auto response = m_fixture->manage("GET", "/api-keys" + query);
    QCOMPARE(response.status, 400);
    QCOMPARE(errorCodeOf(response), u"VALIDATION_ERROR"_s);
    const auto detail = errorOf(response).value(u"details"_s).toArray().first().toObject();
    QTEST(detail.value(u"field"_s).toString(), "field");
    QVERIFY(!detail.contains(u"index"_s));
}

void BitbybitKeysTest::keyIsMade()
{
    const auto response = make(smallest);
    QCOMPARE(response.status, 201);
    auto made = dataOf(response);
    const auto secret = made.take(u"secret"_s).toString();
    const auto id = made.value(u"id"_s).toString();
    QVERIFY(secret.startsWith(u"bbb_live_"_s));
    QCOMPARE(secret.size(), 52);
    QVERIFY(id.startsWith(u"key_"_s));
    QCOMPARE(made.value(u"prefix"_s), secret.left(13));
    QCOMPARE(made.value(u"name"_s), u"CI"_s);
    QCOMPARE(made.value(u"environment"_s), u"LIVE"_s);
    QCOMPARE(made.value(u"scopes"_s), QJsonArray{u"customers:READ"_s});
    QCOMPARE(made.value(u"createdAt"_s), u"2026-03-01T12:00:00.000Z"_s);
    QCOMPARE(made, listed(id));
    QCOMPARE(m_fixture->use(secret.toUtf8()).status, 200);
    QCOMPARE(deploysOf(m_fixture->database(), m_fixture->scope(ScopeKind::ApiKey, id).number)->size(), 0);
}

void BitbybitKeysTest::keyIsMadeWithAllItCanHave()
{
    const auto response = make(R"({"name":" Production server ","description":"Only the office","environment":"LIVE",
                                   "scopes":["messages:WRITE","customers:READ","messages:WRITE"],
                                   "expiresAt":"2026-04-01T00:00:00.000Z",
                                   "entries":[{"cidr":"203.0.113.5","label":"CI/CD server"},{"cidr":"2001:db8::/48"}]})");
    QCOMPARE(response.status, 201);
    const auto made = dataOf(response);
    QCOMPARE(made.value(u"name"_s), u"Production server"_s);
    QCOMPARE(made.value(u"description"_s), u"Only the office"_s);
    QCOMPARE(made.value(u"scopes"_s), (QJsonArray{u"messages:WRITE"_s, u"customers:READ"_s}));
    QCOMPARE(made.value(u"expiresAt"_s), u"2026-04-01T00:00:00.000Z"_s);
    QCOMPARE(made.value(u"ipAllowlistCount"_s), 2);
    const auto id = made.value(u"id"_s).toString();
    const auto list = dataOf(m_fixture->getList(id.toUtf8()));
    QCOMPARE(list.value(u"entries"_s).toArray().first().toObject(),
             (QJsonObject{{u"cidr"_s, u"203.0.113.5/32"_s}, {u"label"_s, u"CI/CD server"_s}}));
    const auto deploys = deploysOf(m_fixture->database(), m_fixture->scope(ScopeKind::ApiKey, id).number);
    QCOMPARE(deploys->size(), 1);
    QCOMPARE(deploys->first().list, u"203.0.113.5/32\n2001:db8::/48"_s);
    // Its list guards it from the first moment.
    const auto secret = made.value(u"secret"_s).toString().toUtf8();
    QCOMPARE(m_fixture->use(secret, "203.0.113.5").status, 200);
    QCOMPARE(m_fixture->use(secret, "203.0.113.6").status, 403);
}

void BitbybitKeysTest::testKeyIsToldByItsSecret()
{
    const auto made = dataOf(make(R"({"name":"Try","environment":"TEST","scopes":["customers:READ"]})"));
    QVERIFY(made.value(u"secret"_s).toString().startsWith(u"bbb_test_"_s));
    QCOMPARE(listed(made.value(u"id"_s).toString()).value(u"environment"_s), u"TEST"_s);
}

void BitbybitKeysTest::secretIsToldOnce()
{
    const auto made = dataOf(make(smallest));
    const auto secret = made.value(u"secret"_s).toString().toUtf8();
    const auto id = made.value(u"id"_s).toString().toUtf8();
    QVERIFY(!m_fixture->manage("GET", "/api-keys").body.contains(secret));
    QVERIFY(!m_fixture->getList(id).body.contains(secret));
    QVERIFY(!m_fixture->putList(R"({"cidr":"192.0.2.1"})", id).body.contains(secret));
    QCOMPARE(m_fixture->send("GET", BitbybitFixture::customers + "?x-api-key=" + secret, secret).status, 403);
    QVERIFY(!m_fixture->manage("GET", "/api-usage-logs").body.contains(secret));
    QVERIFY(!m_fixture->manage("GET", "/api-usage-logs/export").body.contains(secret));
    QVERIFY(dataOf(make(smallest)).value(u"secret"_s).toString().toUtf8() != secret);
}

void BitbybitKeysTest::strangeTextsAreKept_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"O'Neill \"the\" `third`"_s;
    QTest::newRow("backslashes") << uR"(C:\temp\' \\)"_s;
    QTest::newRow("dollars and question marks") << u"$1 $$ ? :name @serial@"_s;
    QTest::newRow("beyond the first plane") << u"🏢 “West”"_s;
}

void BitbybitKeysTest::strangeTextsAreKept()
{
    QFETCH(QString, text);
    const QJsonObject entry = {{u"cidr"_s, u"192.0.2.1"_s}, {u"label"_s, text}};
    const auto response = make(compact({{u"name"_s, text},
                                        {u"description"_s, text},
                                        {u"scopes"_s, QJsonArray{u"customers:READ"_s}},
                                        {u"entries"_s, QJsonArray{entry}}}));
    QCOMPARE(response.status, 201);
    const auto made = dataOf(response);
    QCOMPARE(made.value(u"name"_s), text);
    QCOMPARE(made.value(u"description"_s), text);
    const auto list = dataOf(m_fixture->getList(made.value(u"id"_s).toString().toUtf8()));
    QCOMPARE(textsOf(list.value(u"entries"_s), u"label"_s), QStringList{text});
    QCOMPARE(m_fixture->use(made.value(u"secret"_s).toString().toUtf8()).status, 403);
    const auto log = jsonOf(m_fixture->manage("GET", "/api-usage-logs?status=403"));
    QCOMPARE(textsOf(log.value(u"data"_s), u"apiKeyName"_s), QStringList{text});
    QCOMPARE(m_fixture->getList(QUrl::toPercentEncoding(text)).status, 404);
}

void BitbybitKeysTest::newKeyIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *members, const char *field, const char *reason) {
        QTest::newRow(name) << QByteArray(members) << QString::fromLatin1(field) << QString::fromLatin1(reason);
    };
    row("no JSON", "name=CI", "", "");
    row("array", "[]", "", "");
    row("no name", R"({"scopes":["orders:READ"]})", "name", "MISSING");
    row("name is null", R"({"name":null,"scopes":["orders:READ"]})", "name", "INVALID_TYPE");
    row("name is a number", R"({"name":5,"scopes":["orders:READ"]})", "name", "INVALID_TYPE");
    row("blank name", R"({"name":"  ","scopes":["orders:READ"]})", "name", "INVALID_TEXT");
    row("line break in the name", R"({"name":"a\nb","scopes":["orders:READ"]})", "name", "INVALID_TEXT");
    row("NUL in the description", R"({"name":"a","description":"\u0000","scopes":["orders:READ"]})", "description",
        "INVALID_TEXT");
    row("unknown environment", R"({"name":"a","environment":"live","scopes":["orders:READ"]})", "environment",
        "INVALID_VALUE");
    row("environment is a number", R"({"name":"a","environment":1,"scopes":["orders:READ"]})", "environment",
        "INVALID_TYPE");
    row("no scopes", R"({"name":"a"})", "scopes", "MISSING");
    row("empty scopes", R"({"name":"a","scopes":[]})", "scopes", "INVALID_VALUE");
    row("scopes are a text", R"({"name":"a","scopes":"orders:READ"})", "scopes", "INVALID_VALUE");
    row("unknown scope", R"({"name":"a","scopes":["orders:READ","orders:DELETE"]})", "scopes", "INVALID_VALUE");
    row("scope is a number", R"({"name":"a","scopes":[1]})", "scopes", "INVALID_VALUE");
    row("time without zone", R"({"name":"a","scopes":["orders:READ"],"expiresAt":"2027-01-01T00:00:00"})", "expiresAt",
        "INVALID_TIME");
    row("past time", R"({"name":"a","scopes":["orders:READ"],"expiresAt":"2026-03-01T12:00:00Z"})", "expiresAt",
        "PAST_EXPIRY");
    row("id cannot be chosen", R"({"name":"a","scopes":["orders:READ"],"id":"mine"})", "id", "UNKNOWN_KEY");
    row("secret cannot be chosen", R"({"name":"a","scopes":["orders:READ"],"secret":"mine"})", "secret", "UNKNOWN_KEY");
    row("entries are no list", R"({"name":"a","scopes":["orders:READ"],"entries":{}})", "entries", "INVALID_TYPE");
    row("entry is too broad", R"({"name":"a","scopes":["orders:READ"],"entries":[{"cidr":"10.0.0.0/8"}]})", "cidr",
        "PREFIX_TOO_BROAD");
}

void BitbybitKeysTest::newKeyIsRefused()
{
    QFETCH(QByteArray, body);
    const auto response = make(body);
    QCOMPARE(response.status, 400);
    QCOMPARE(errorCodeOf(response), u"VALIDATION_ERROR"_s);
    const auto detail = errorOf(response).value(u"details"_s).toArray().first().toObject();
    QTEST(detail.value(u"field"_s).toString(), "field");
    QTEST(detail.value(u"reason"_s).toString(), "reason");
    QCOMPARE(namesIn(m_fixture->manage("GET", "/api-keys")), QStringList{u"local"_s});
}

void BitbybitKeysTest::refusedKeyLeavesNothing()
{
    QVERIFY(
        m_fixture->database().execute(u"ALTER TABLE deploys RENAME TO deploys_away"_s)); // so that it fails half-way
    const auto response = make(R"({"name":"a","scopes":["orders:READ"],"entries":[{"cidr":"192.0.2.1"}]})");
    QCOMPARE(response.status, 503);
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE deploys_away RENAME TO deploys"_s));
    QCOMPARE(namesIn(m_fixture->manage("GET", "/api-keys")), QStringList{u"local"_s});
}

void BitbybitKeysTest::keysMayShareAName()
{
    QCOMPARE(make(smallest).status, 201);
    QCOMPARE(make(smallest).status, 201);
    QCOMPARE(namesIn(m_fixture->manage("GET", "/api-keys?search=CI")), (QStringList{u"CI"_s, u"CI"_s}));
}

void BitbybitKeysTest::keyExpires()
{
    const auto made = dataOf(make(R"({"name":"a","scopes":["customers:READ"],"expiresAt":"2026-03-01T12:10:00Z"})"));
    const auto secret = made.value(u"secret"_s).toString().toUtf8();
    const auto id = made.value(u"id"_s).toString();
    QCOMPARE(m_fixture->use(secret).status, 200);
    m_fixture->clock.advance(10min);
    const auto refused = m_fixture->use(secret);
    QCOMPARE(refused.status, 401);
    QCOMPARE(errorCodeOf(refused), u"INVALID_API_KEY"_s);
    QCOMPARE(listed(id).value(u"status"_s), u"EXPIRED"_s);
    QCOMPARE(listed(id).value(u"lastUsedAt"_s), u"2026-03-01T12:00:00.000Z"_s); // the refused call is no use
}

void BitbybitKeysTest::useIsRemembered()
{
    QVERIFY(listed(u"local"_s).value(u"lastUsedAt"_s).isNull());
    m_fixture->clock.advance(5min);
    QCOMPARE(m_fixture->use(m_fixture->localSecret()).status, 200);
    QCOMPARE(listed(u"local"_s).value(u"lastUsedAt"_s), u"2026-03-01T12:05:00.000Z"_s);
    // It still has what a key of the command line has.
    QCOMPARE(listed(u"local"_s).value(u"scopes"_s), QJsonArray::fromStringList(apiKeyPermissions()));
    QCOMPARE(listed(u"local"_s).value(u"environment"_s), u"LIVE"_s);
}

void BitbybitKeysTest::wrongPathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *method, const char *path, const char *type, int status,
                        const char *code) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(type) << status
                            << QString::fromLatin1(code);
    };
    row("unknown path", "GET", "/api-key", "", 404, "NOT_FOUND");
    row("no path", "GET", "/", "", 404, "NOT_FOUND");
    row("delete", "DELETE", "/api-keys/local/ip-allowlist", "", 405, "METHOD_NOT_ALLOWED");
    row("patch", "PATCH", "/api-keys", "", 405, "METHOD_NOT_ALLOWED");
    row("write to the log", "POST", "/api-usage-logs", "", 405, "METHOD_NOT_ALLOWED");
    row("body of another type", "PUT", "/api-keys/local/ip-allowlist", "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE");
    row("body without a type", "POST", "/api-keys", "", 415, "UNSUPPORTED_MEDIA_TYPE");
    row("HEAD as GET", "HEAD", "/api-keys", "", 200, "");
}

void BitbybitKeysTest::wrongPathsAndMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, contentType);
    Request request;
    request.method = method;
    request.target = BitbybitFixture::developer + path;
    request.headers = {{"Host", "127.0.0.1"}, {"x-api-key", m_fixture->token.toUtf8()}};
    if (!contentType.isEmpty())
        request.headers.append({"Content-Type", contentType});
    request.body = smallest;
    const auto response = m_fixture->respond(request);
    QTEST(response.status, "status");
    QTEST(errorCodeOf(response), "code");
    QCOMPARE(response.header("Allow").isEmpty(), response.status != 405);
    QCOMPARE(response.header("RateLimit-Limit"), "100");
}

void BitbybitKeysTest::brokenDatabaseIsUnavailable()
{
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE entries RENAME TO entries_away"_s));
    for (const auto &response : {m_fixture->manage("GET", "/api-keys"), m_fixture->putList(""), make(smallest),
                                 m_fixture->use(m_fixture->localSecret())}) {
        QCOMPARE(response.status, 503);
        QCOMPARE(errorCodeOf(response), u"SERVICE_UNAVAILABLE"_s);
        QVERIFY(!response.body.contains("entries")); // what went wrong is for the service's own log
    }
}

GATEHOUSE_TEST(BitbybitKeysTest, QCoreApplication)
#include "tst_bitbybit_keys.moc"
