// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/FaultProxy.h"
#include "support/TestCertificate.h"

#include <QSslConfiguration>

#include <vector>

// What is tried between a client and a service. A test that includes this links Gatehouse::test_support.
namespace gatehouse::test {

/// A fault by the name it has in docs/reliability.md.
struct FaultRow
{
    const char *name;
    Fault fault;
    bool isSlow = false; ///< is met by a deadline alone
    bool isTls = false;
};

/// What a server may show that is not to be trusted, and one that is.
struct Certificates
{
    TestCertificate good;
    TestCertificate stranger;
    TestCertificate expired{"IP:127.0.0.1", -3, -1};
    TestCertificate elsewhere{"DNS:elsewhere.example"};

    /// All but the stranger are of an authority that this process trusts.
    void trust() const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        for (const TestCertificate *each : {&good, &expired, &elsewhere})
            configuration.addCaCertificate(each->certificate());
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
};

inline const Headers jsonType{{"Content-Type", "application/json"}};

inline Fault unheard(const ScriptedAnswer &instead, int times = 0)
{
    return {false, [instead](const ScriptedAnswer &) { return instead; }, times};
}

inline Fault heard(const ScriptedAnswer &instead)
{
    return {true, [instead](const ScriptedAnswer &) { return instead; }};
}

inline Fault spoiled(std::function<ScriptedAnswer(const ScriptedAnswer &)> spoil)
{
    return {true, std::move(spoil)};
}

inline qsizetype bodyOf(const ScriptedAnswer &answer)
{
    constexpr qsizetype blankLine = 4;
    return answer.bytes.size() - answer.bytes.indexOf("\r\n\r\n") - blankLine;
}

/// The answer with a Content-Length that is so many bytes off.
inline ScriptedAnswer lengthOff(const ScriptedAnswer &genuine, qsizetype by)
{
    const qsizetype size = bodyOf(genuine);
    return answer(200, genuine.bytes.last(size), jsonType + Headers{{"Content-Length", QByteArray::number(size + by)}})
        .then(ScriptedAnswer::Ending::Close);
}

inline Fault shows(const TestCertificate &certificate)
{
    Fault fault;
    fault.turn = [configuration = certificate.serverConfiguration()](FaultServer &server) {
        server.setTls(configuration);
    };
    return fault;
}

inline Fault refuses()
{
    Fault fault;
    fault.turn = [](FaultServer &server) { server.close(); };
    return fault;
}

inline std::vector<FaultRow> brokenConnections()
{
    using Ending = ScriptedAnswer::Ending;
    using std::chrono_literals::operator""ms;
    return {
        {"goes away and refuses connections", refuses()},
        {"resets before it has heard the request", unheard(hangUp(Ending::Reset))},
        {"closes without an answer", unheard(hangUp(Ending::Close))},
        {"answer lost after it was heard", heard(hangUp(Ending::Close))},
        {"resets after 40 bytes of the answer",
         spoiled([](const ScriptedAnswer &genuine) { return genuine.cut(40, Ending::Reset); })},
        {"resets within the body",
         spoiled([](const ScriptedAnswer &genuine) { return genuine.cutBody(bodyOf(genuine) / 2, Ending::Reset); })},
        {"truncates the body",
         spoiled([](const ScriptedAnswer &genuine) { return genuine.cutBody(bodyOf(genuine) / 2, Ending::Close); })},
        {"stalls without having heard the request", unheard(silence()), true},
        {"stalls after it was heard", heard(silence()), true},
        {"drips slower than the deadline",
         spoiled([](const ScriptedAnswer &genuine) { return genuine.dripping(50ms); }), true},
    };
}

inline std::vector<FaultRow> wrongAnswers()
{
    using Ending = ScriptedAnswer::Ending;
    const QByteArray page = "<!DOCTYPE html><html><title>Welcome to the hotel</title></html>";
    return {
        {"garbage instead of JSON, after it was heard", heard(answer(200, "{\"entries\": [}]", jsonType))},
        {"garbage instead of JSON, unheard", unheard(answer(200, QByteArray("\x01\xff\xfe{"), jsonType))},
        {"a page of HTML with 200, unheard", unheard(answer(200, page, {{"Content-Type", "text/html"}}))},
        {"an empty 200, unheard", unheard(answer(200, {}, jsonType))},
        {"a Content-Length that is too large",
         spoiled([](const ScriptedAnswer &genuine) { return lengthOff(genuine, 100); })},
        {"a Content-Length that is too small",
         spoiled([](const ScriptedAnswer &genuine) { return lengthOff(genuine, -bodyOf(genuine) / 2); })},
        {"no HTTP at all", unheard(raw("SSH-2.0-OpenSSH_9.2p1\r\n").then(Ending::Close))},
    };
}

inline std::vector<FaultRow> refusals()
{
    const auto tooMany = [](const Headers &headers) { return answer(429, "{}", jsonType + headers); };
    return {
        {"429 without end, no Retry-After", unheard(tooMany({}))},
        {"429 without end, Retry-After two minutes", unheard(tooMany({{"Retry-After", "120"}}))},
        {"429 once, then well", unheard(tooMany({{"Retry-After", "0"}}), 1)},
        {"500 without end", unheard(answer(500, "{}", jsonType))},
        {"500 after it was heard", heard(answer(500, "{}", jsonType))},
        {"502 with a page of HTML, after it was heard", heard(answer(502, "<html>Bad gateway</html>"))},
        {"503 once, then well", unheard(answer(503), 1)},
    };
}

inline std::vector<FaultRow> impostors(const Certificates &certificates, const QUrl &elsewhere)
{
    return {
        {"TLS: certificate of an unknown authority", shows(certificates.stranger), false, true},
        {"TLS: certificate expired", shows(certificates.expired), false, true},
        {"TLS: certificate of another host", shows(certificates.elsewhere), false, true},
        {"redirect (302) to another host", unheard(redirect(302, elsewhere.toEncoded()))},
        {"redirect (307) to another host", unheard(redirect(307, elsewhere.toEncoded()))},
    };
}

} // namespace gatehouse::test
