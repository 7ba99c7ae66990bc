// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "base/Redaction.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const ServiceDefinition> quave()
{
    return parsed(shippedText(u"quave"_s));
}

const QMap<QString, QString> quaveScope{{u"appEnvId"_s, u"e"_s}};

HttpPolicy impatient()
{
    HttpPolicy policy;
    policy.maximumAttempts = 1;
    return policy;
}

} // namespace

/// From an answer that is no success to an Error.
class TestServiceErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindFollowsTheStatus_data();
    void kindFollowsTheStatus();
    void findsTheMessage_data();
    void findsTheMessage();
    void aGoodStatusMayBeARefusal();
    void findsFieldsOfEntries();
    void countsFieldsInTheOperation();
    void findsFieldsWithoutAnIndex();
    void findsWhenToTryAgain_data();
    void findsWhenToTryAgain();
    void findsTheRequestId();
    void tellsAWebPage_data();
    void tellsAWebPage();
    void tellsWhatIsBusy();
    void namesTheListThatWasAsked();
    void neverShowsTheSecret_data();
    void neverShowsTheSecret();
    void capsTheDetail();
    void aBrokenConnectionIsNoRefusal();
    void tellsARefusedAddress_data();
    void tellsARefusedAddress();
    void understandsEveryShapeOfCortex_data();
    void understandsEveryShapeOfCortex();
};

void TestServiceErrors::kindFollowsTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("400") << 400 << ErrorKind::Rejected;
    QTest::newRow("401") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("403") << 403 << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("405") << 405 << ErrorKind::Rejected;
    QTest::newRow("409") << 409 << ErrorKind::Conflict;
    QTest::newRow("413") << 413 << ErrorKind::Rejected;
    QTest::newRow("422") << 422 << ErrorKind::Rejected;
    QTest::newRow("429") << 429 << ErrorKind::RateLimited;
    QTest::newRow("500") << 500 << ErrorKind::ServerFault;
    QTest::newRow("503") << 503 << ErrorKind::ServerFault;
    QTest::newRow("304") << 304 << ErrorKind::UnreadableAnswer;
}

void TestServiceErrors::kindFollowsTheStatus()
{
    QFETCH(const int, status);
    ServiceFixture fixture(quave(), quaveScope, impatient());
    fixture.server.setDefault(answer(status, status == 304 ? QByteArray() : json("{'message':'because'}")));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QTEST(list.error().kind, "kind");
    QCOMPARE(list.error().httpStatus, status);
    QVERIFY(!list.error().requestId.isEmpty());
    QVERIFY(!fixture.send({Operation::Kind::Replace, {}, {}, false}).has_value());
}

void TestServiceErrors::findsTheMessage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("code and message") << json("{'success':false,'error':'invalid-ip','message':'is no address'}")
                                      << u"is no address"_s;
    QTest::newRow("error as a text") << json("{'error':'No such environment'}") << u"No such environment"_s;
    QTest::newRow("error as an object") << json("{'error':{'code':'X1','message':'Too many'}}") << u"Too many"_s;
    QTest::newRow("error with a code alone") << json("{'error':{'code':'X1'}}") << u"X1"_s;
    QTest::newRow("message alone") << json("{'message':'Denied'}") << u"Denied"_s;
    QTest::newRow("another object") << json("{'status':'broken'}") << QString();
    QTest::newRow("HTML") << QByteArray("<h1>Bad Gateway</h1>") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestServiceErrors::findsTheMessage()
{
    QFETCH(const QByteArray, body);
    ServiceFixture fixture(quave(), quaveScope);
    fixture.server.setDefault(answer(400, body));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QTEST(list.error().message, "message");
    QCOMPARE(list.error().detail.toUtf8(), body);
}

void TestServiceErrors::aGoodStatusMayBeARefusal()
{
    ServiceFixture fixture(quave(), quaveScope);
    fixture.server.setDefault(answer(200, json("{'success':false,'error':'nope','message':'not today'}")));
    const auto sent = fixture.send({Operation::Kind::Replace, {}, {}, false});
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Rejected);
    QCOMPARE(sent.error().message, u"not today"_s);
}

void TestServiceErrors::findsFieldsOfEntries()
{
    ServiceFixture fixture(quave(), quaveScope);
    fixture.server.setDefault(
        answer(400, json("{'message':'m','details':[{'index':1,'field':'ip','message':'bad'},"
                         "{'index':7,'field':'x','message':'beyond'},{'index':'zero','message':'odd'},'a text',5]}")));
    const auto sent = fixture.send({Operation::Kind::Replace, {entry("10.0.0.1"), entry("10.0.0.2")}, {}, false});
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().fields, (QList<FieldError>{{1, u"ip"_s, u"bad"_s},
                                                     {-1, u"x"_s, u"beyond"_s},
                                                     {-1, {}, u"odd"_s},
                                                     {-1, {}, u"a text"_s},
                                                     {-1, {}, {}}}));
}

void TestServiceErrors::countsFieldsInTheOperation()
{
    // Everyone takes two places in what is sent.
    ServiceFixture fixture(parsedWith(
        u"whole"_s, u"errors"_s, jsonValue("{'message':'message','details':{'list':'at','index':'i','message':'m'}}")));
    fixture.server.setDefault(answer(400, json("{'at':[{'i':2,'m':'third'},{'i':1,'m':'second half'}]}")));
    const auto sent = fixture.send({Operation::Kind::Replace, {entry("*"), entry("10.0.0.2")}, {}, false});
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().fields, (QList<FieldError>{{1, {}, u"third"_s}, {0, {}, u"second half"_s}}));
}

void TestServiceErrors::findsFieldsWithoutAnIndex()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    fixture.server.setDefault(
        answer(400, json("{'message':'m','requestId':'r','statusCode':400,"
                         "'fieldErrors':[{'field':'ipAddressRange','code':'c','message':'bad'}]}")));
    const auto sent = fixture.send({Operation::Kind::Create, {entry("10.0.0.1")}, {}, false});
    QVERIFY(!sent.has_value());
    // There is only one it can be about.
    QCOMPARE(sent.error().fields, (QList<FieldError>{{0, u"ipAddressRange"_s, u"bad"_s}}));
}

void TestServiceErrors::findsWhenToTryAgain_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("seconds"); // -1: not said
    QTest::newRow("header") << QByteArray("Retry-After") << QByteArray("7") << json("{'retryAfter':9}") << 7;
    QTest::newRow("rate limit header") << QByteArray("RateLimit-Reset") << QByteArray("8") << json("{}") << 8;
    QTest::newRow("body") << QByteArray("X-Other") << QByteArray("7") << json("{'retryAfter':9}") << 9;
    QTest::newRow("fraction in the body")
        << QByteArray("X-Other") << QByteArray("7") << json("{'retryAfter':0.2}") << 1;
    QTest::newRow("nonsense in the body")
        << QByteArray("X-Other") << QByteArray("7") << json("{'retryAfter':-4}") << -1;
    QTest::newRow("not said") << QByteArray("X-Other") << QByteArray("7") << json("{}") << -1;
}

void TestServiceErrors::findsWhenToTryAgain()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, body);
    QFETCH(const int, seconds);
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)), {}, impatient());
    fixture.server.setDefault(answer(429, body, {{header, value}}));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().retryAfter.value_or(std::chrono::seconds(-1)).count(), seconds);
}

void TestServiceErrors::findsTheRequestId()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.enqueue(answer(400, json("{'message':'m','requestId':'in-body'}"), {{"X-Request-Id", "in-header"}}));
    fixture.server.enqueue(answer(400, json("{'message':'m'}"), {{"X-Request-Id", "in-header"}}));
    QCOMPARE(fixture.fetch().error().requestId, u"in-body"_s);
    QCOMPARE(fixture.fetch().error().requestId, u"in-header"_s);
}

void TestServiceErrors::tellsAWebPage_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("quoted");
    const QByteArray html = "text/html; charset=utf-8";
    QTest::newRow("with a title") << html
                                  << QByteArray("<html><head><title>Free WiFi &ndash; log in</title></head></html>")
                                  << u"(“Free WiFi – log in”)"_s;
    QTest::newRow("told by its beginning alone")
        << QByteArray("application/json")
        << QByteArray("\n<!DOCTYPE html>\n<TITLE lang=de>\n Bitte\n anmelden </TITLE>") << u"(“Bitte anmelden”)"_s;
    QTest::newRow("without a title") << html << QByteArray("<p>Welcome</p>") << u"A web page came instead"_s;
    QTest::newRow("a title that would steer")
        << html << QByteArray("<title>a\x1b[2Kb&#27;c&#x202e;d&amp;lt;</title>") << u"(“a[2Kbcd&lt;”)"_s;
    QTest::newRow("a title without end") << html << "<title>" + QByteArray(500, 'x') + "</title>" << u"xx…”)"_s;
}

void TestServiceErrors::tellsAWebPage()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, quoted);
    ServiceFixture fixture(quave(), quaveScope);
    fixture.server.setDefault(answer(200, body, {{"Content-Type", type}}));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::UnreadableAnswer);
    QVERIFY2(list.error().message.contains(quoted), qPrintable(list.error().message));
    QVERIFY(list.error().message.contains(u"login"_s));
}

void TestServiceErrors::tellsWhatIsBusy()
{
    const auto definition = parsedWith(u"minimal"_s, u"errors"_s,
                                       jsonValue("{'message':['message'],'busy':{'status':409,'field':'type',"
                                                 "'value':'transient_state'}}"));
    ServiceFixture fixture(definition);
    fixture.server.enqueue(answer(409, json("{'type':'transient_state','message':'wait'}")));
    fixture.server.setDefault(answer(200, json("{'entries':[]}")));
    QVERIFY(fixture.fetch().has_value());
    QCOMPARE(fixture.server.requests().size(), 2);

    fixture.server.setDefault(answer(409, json("{'type':'transient_state','message':'wait'}")));
    const auto busy = fixture.fetch();
    QVERIFY(!busy.has_value());
    QCOMPARE(busy.error().kind, ErrorKind::Busy);
    QCOMPARE(busy.error().message, u"wait"_s);
    fixture.server.setDefault(answer(409, json("{'type':'exists'}")));
    QCOMPARE(fixture.fetch().error().kind, ErrorKind::Conflict);
}

void TestServiceErrors::namesTheListThatWasAsked()
{
    ServiceFixture fixture(quave(), quaveScope, {}, u"/wrong"_s);
    fixture.server.setDefault(answer(404, json("{'message':'nothing here'}")));
    const auto missing = fixture.fetch();
    fixture.server.setDefault(answer(200, "<html></html>"));
    const auto page = fixture.fetch();
    for (const auto &list : {missing, page}) {
        QVERIFY(!list.has_value());
        QVERIFY2(list.error().asked.startsWith(fixture.server.url(u"/wrong/"_s).toString()),
                 qPrintable(list.error().asked));
        QVERIFY(explain(list.error()).contains(list.error().asked));
    }
}

void TestServiceErrors::neverShowsTheSecret_data()
{
    QTest::addColumn<QString>("shown");
    QTest::newRow("as it is") << ServiceFixture::secret;
    QTest::newRow("with its scheme") << QString(u"Bearer "_s + ServiceFixture::secret);
    QTest::newRow("in a URL") << QString::fromLatin1(QUrl::toPercentEncoding(ServiceFixture::secret));
    QTest::newRow("escaped in JSON") << QString(ServiceFixture::secret).replace(u'/', u"\\/"_s);
}

void TestServiceErrors::neverShowsTheSecret()
{
    QFETCH(const QString, shown);
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    const QByteArray said = "Token " + shown.toUtf8() + " is unknown";
    fixture.server.setDefault(answer(401, "{\"message\":\"" + said + "\",\"requestId\":\"" + shown.toUtf8() +
                                              "\",\"violations\":[{\"title\":\"" + said + "\",\"pointer\":\"" +
                                              shown.toUtf8() + "\"}]}"));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    const Error &error = list.error();
    QVERIFY(error.message.contains(QString::fromUtf8(redactionMark)));
    QCOMPARE(error.fields.size(), 1);
    for (const QString &text :
         {error.message, error.detail, error.requestId, error.fields[0].message, error.fields[0].field})
        QVERIFY2(!text.contains("s3cret"_L1), qPrintable(text));
}

void TestServiceErrors::capsTheDetail()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    // The secret lies across every place at which the text might be cut.
    QByteArray body;
    while (body.size() < 100'000)
        body += ServiceFixture::secret.toUtf8();
    fixture.server.setDefault(answer(400, body));
    const QString detail = fixture.fetch().error().detail;
    QVERIFY(!detail.contains("s3cret"_L1));
    QVERIFY(detail.size() > 1000);
    QVERIFY(detail.size() < 5000);

    fixture.server.setDefault(answer(400, QByteArray(100'000, 'x')));
    QVERIFY(fixture.fetch().error().detail.size() < 5000);
}

void TestServiceErrors::aBrokenConnectionIsNoRefusal()
{
    ServiceFixture fixture(quave(), quaveScope, impatient());
    fixture.server.setDefault(hangUp());
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::Network);
    QCOMPARE(list.error().httpStatus, 0);
}

void TestServiceErrors::tellsARefusedAddress_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray forbidden = "Forbidden IP address";
    QTest::newRow("cortex in JSON") << u"cortex"_s << 403 << json("{'message':'Forbidden IP address'}")
                                    << ErrorKind::AddressRefused;
    QTest::newRow("cortex in plain text") << u"cortex"_s << 403 << forbidden << ErrorKind::AddressRefused;
    QTest::newRow("cortex in HTML") << u"cortex"_s << 403 << "<h1>" + forbidden.toLower() + "</h1>"
                                    << ErrorKind::AddressRefused;
    QTest::newRow("cortex with another status") << u"cortex"_s << 400 << forbidden << ErrorKind::Rejected;
    QTest::newRow("cortex without a permission")
        << u"cortex"_s << 403 << json("{'type':'FORBIDDEN','message':'Missing permission'}") << ErrorKind::Forbidden;
    QTest::newRow("astro") << u"astro"_s << 403 << json("{'message':'Your IP address is not allowed','requestId':'r'}")
                           << ErrorKind::AddressRefused;
    QTest::newRow("astro in other words")
        << u"astro"_s << 403 << json("{'message':'The IP address 192.0.2.1 is not allowed'}")
        << ErrorKind::AddressRefused;
    QTest::newRow("astro without a permission")
        << u"astro"_s << 403
        << json("{'message':'User lacks permission to list allowed IP address ranges','requestId':'r'}")
        << ErrorKind::Forbidden;
    QTest::newRow("bitbybit") << u"bitbybit"_s << 403 << json("{'error':{'code':'IP_NOT_ALLOWED','message':'m'}}")
                              << ErrorKind::AddressRefused;
    QTest::newRow("bitbybit without a permission")
        << u"bitbybit"_s << 403 << json("{'error':{'code':'INSUFFICIENT_SCOPE','message':'IP_NOT_ALLOWED'}}")
        << ErrorKind::Forbidden;
}

void TestServiceErrors::tellsARefusedAddress()
{
    QFETCH(const QString, service);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    ServiceFixture fixture(parsed(shippedText(service)), {{u"organizationId"_s, u"o"_s}, {u"keyId"_s, u"k"_s}});
    fixture.server.setDefault(answer(status, body));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QTEST(list.error().kind, "kind");
    QCOMPARE(list.error().httpStatus, status);
}

void TestServiceErrors::understandsEveryShapeOfCortex_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QList<FieldError>>("fields");
    QTest::newRow("ErrorResponse")
        << 400
        << json("{'type':'BAD_REQUEST','message':'Refused','details':'Your address is not in it','httpStatus':400}")
        << u"Refused\nYour address is not in it"_s << QList<FieldError>{};
    QTest::newRow("details that say nothing new")
        << 400 << json("{'type':'BAD_REQUEST','message':'Refused','details':'Refused'}") << u"Refused"_s
        << QList<FieldError>{};
    QTest::newRow("violations")
        << 400
        << json("{'violations':[{'title':'Bad','description':'No address','violationType':'MUST',"
                "'pointer':'/entries/1/address'},{'title':'Odd','pointer':'/'}]}")
        << QString() << QList<FieldError>{{1, u"/entries/1/address"_s, u"No address"_s}, {-1, u"/"_s, u"Odd"_s}};
    QTest::newRow("problem+json") << 429
                                  << json("{'type':'about:blank','title':'Too Many Requests','status':429,"
                                          "'detail':'Slow down','retryAfter':12}")
                                  << u"Slow down"_s << QList<FieldError>{};
    QTest::newRow("problem+json without a detail")
        << 429 << json("{'type':'about:blank','title':'Too Many Requests','status':429}") << u"Too Many Requests"_s
        << QList<FieldError>{};
}

void TestServiceErrors::understandsEveryShapeOfCortex()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    ServiceFixture fixture(parsed(shippedText(u"cortex"_s)), {}, impatient());
    fixture.server.setDefault(answer(status, body, {{"Content-Type", "application/problem+json"}}));
    const auto sent = fixture.send({Operation::Kind::Replace, {entry("10.0.0.1"), entry("10.0.0.2")}, {}, false});
    QVERIFY(!sent.has_value());
    QTEST(sent.error().message, "message");
    QTEST(sent.error().fields, "fields");
    if (body.contains("retryAfter"))
        QCOMPARE(sent.error().retryAfter, std::chrono::seconds(12));
}

GATEHOUSE_TEST(TestServiceErrors, QCoreApplication)
#include "tst_service_errors.moc"
