// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/NextStep.h"
#include "desktop/widgets/Moment.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gatehouse::Error)
Q_DECLARE_METATYPE(gatehouse::NextStep)
Q_DECLARE_METATYPE(std::optional<std::chrono::seconds>)

class TestNextStep final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorSaysWhatComesNext_data();
    void everyErrorSaysWhatComesNext();
    void saysHowLongTheServiceWantsToBeLeftAlone_data();
    void saysHowLongTheServiceWantsToBeLeftAlone();
    void tellsHowOldSomethingIs_data();
    void tellsHowOldSomethingIs();
};

namespace {

Error errorOf(ErrorKind kind, int status = 0)
{
    Error error = makeError(kind, {});
    error.httpStatus = status;
    return error;
}

} // namespace

void TestNextStep::everyErrorSaysWhatComesNext_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<NextStep>("reading");
    QTest::addColumn<NextStep>("applying");
    QTest::addColumn<QString>("sentence"); // a part of what is said
    using Kind = ErrorKind;
    const auto row = [](const char *name, const Error &error, NextStep reading, NextStep applying, const char *says) {
        QTest::newRow(name) << error << reading << applying << QString::fromUtf8(says);
    };
    row("401", errorOf(Kind::Unauthorized, 401), NextStep::EnterSecret, NextStep::EnterSecret, "Enter a new one");
    row("403", errorOf(Kind::Forbidden, 403), NextStep::EnterSecret, NextStep::EnterSecret, "permission");
    row("403 for our address", errorOf(Kind::AddressRefused, 403), NextStep::TryAgain, NextStep::TryAgain,
        "from a computer or network that is let in");
    row("404", errorOf(Kind::NotFound, 404), NextStep::EditConnection, NextStep::EditConnection, "the scope");
    row("409", errorOf(Kind::Conflict, 409), NextStep::ReadAgain, NextStep::ReadAgain, "Choose which");
    row("422", errorOf(Kind::Rejected, 422), NextStep::TryAgain, NextStep::None, "The service rejects the change");
    row("429", errorOf(Kind::RateLimited, 429), NextStep::TryAgain, NextStep::TryAgain, "Try again in a while");
    row("500", errorOf(Kind::ServerFault, 500), NextStep::TryAgain, NextStep::TryAgain, "Try again later");
    row("no network", errorOf(Kind::Network), NextStep::TryAgain, NextStep::SendWhenBack, "Check the network");
    row("no answer in time", errorOf(Kind::Timeout), NextStep::TryAgain, NextStep::SendWhenBack, "did not answer");
    row("another certificate", errorOf(Kind::Tls), NextStep::EditConnection, NextStep::EditConnection, "secure");
    row("no secret", errorOf(Kind::SecretMissing), NextStep::EnterSecret, NextStep::EnterSecret, "No secret");
    row("a locked keychain", errorOf(Kind::SecretLocked), NextStep::TryAgain, NextStep::TryAgain, "Unlock it");
    row("an answer that is none", errorOf(Kind::UnreadableAnswer, 200), NextStep::TryAgain, NextStep::ReadAgain,
        "not what this service should say");
    row("read back otherwise", errorOf(Kind::NotAsPlanned), NextStep::ReadAgain, NextStep::ReadAgain, "Compare");
    row("a lock-out", errorOf(Kind::LockOut), NextStep::None, NextStep::None, "lock you out");
    row("cancelled", errorOf(Kind::Cancelled), NextStep::None, NextStep::None, "Cancelled");
}

void TestNextStep::everyErrorSaysWhatComesNext()
{
    QFETCH(const Error, error);
    QFETCH(const NextStep, reading);
    QFETCH(const NextStep, applying);
    QFETCH(const QString, sentence);
    QCOMPARE(nextStepAfter(error, Doing::Reading), reading);
    QCOMPARE(nextStepAfter(error, Doing::Applying), applying);
    QVERIFY2(explainWithPause(error).contains(sentence), qPrintable(explainWithPause(error)));
    QCOMPARE(titleOf(reading).isEmpty(), reading == NextStep::None);
    QCOMPARE(titleOf(applying).isEmpty(), applying == NextStep::None);
}

void TestNextStep::saysHowLongTheServiceWantsToBeLeftAlone_data()
{
    QTest::addColumn<std::optional<std::chrono::seconds>>("pause");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, std::optional<std::chrono::seconds> pause, const QString &end) {
        QTest::newRow(name) << pause << end;
    };
    row("it does not say", std::nullopt, u"Try again in a while."_s);
    row("at once", std::chrono::seconds(0), u"Try again in a while."_s);
    row("seconds", std::chrono::seconds(90), u" It asks to wait for 90 seconds."_s);
    row("minutes, rounded up", std::chrono::seconds(121), u" It asks to wait for 3 minutes."_s);
}

void TestNextStep::saysHowLongTheServiceWantsToBeLeftAlone()
{
    QFETCH(const std::optional<std::chrono::seconds>, pause);
    QFETCH(const QString, end);
    Error error = errorOf(ErrorKind::RateLimited, 429);
    error.retryAfter = pause;
    QVERIFY2(explainWithPause(error).endsWith(end), qPrintable(explainWithPause(error)));
}

void TestNextStep::tellsHowOldSomethingIs_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("a moment") << qint64(59) << u"just now"_s;
    QTest::newRow("of tomorrow: a clock that was set back") << qint64(-86400) << u"just now"_s;
    QTest::newRow("minutes") << qint64(59 * 60 + 59) << u"59 minutes ago"_s;
    QTest::newRow("hours") << qint64(3 * 3600) << u"3 hours ago"_s;
    QTest::newRow("days") << qint64(50 * 3600) << u"2 days ago"_s;
}

void TestNextStep::tellsHowOldSomethingIs()
{
    QFETCH(const qint64, seconds);
    QFETCH(const QString, text);
    const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    QCOMPARE(describeAge(now.addSecs(-seconds), now), text);
}

GATEHOUSE_TEST(TestNextStep, QCoreApplication)
#include "tst_next_step.moc"
