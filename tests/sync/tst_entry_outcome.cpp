// SPDX-License-Identifier: Apache-2.0
#include "support/TestProgram.h"
#include "sync/EntryOutcome.h"

#include <QTest>

#include <functional>

using namespace gatehouse;

namespace {

using State = EntryOutcome::State;

EntryOutcome switchedOff(State state)
{
    EntryContent content;
    content.range = *IpRange::parse("203.0.113.5");
    content.active = false;
    EntryOutcome outcome;
    outcome.change.after = makeEntry(content);
    outcome.state = state;
    return outcome;
}

EntryOutcome refused(ErrorKind kind, int status, const char *words)
{
    EntryOutcome outcome = switchedOff(State::Refused);
    outcome.error = makeError(kind, QString::fromLatin1(words));
    outcome.error->httpStatus = status;
    return outcome;
}

EntryOutcome removed(State state)
{
    EntryOutcome outcome = switchedOff(state);
    outcome.change = {outcome.change.after, std::nullopt};
    outcome.there = outcome.change.before->content;
    return outcome;
}

EntryOutcome there(const std::function<void(EntryContent &)> &otherwise)
{
    EntryOutcome outcome = switchedOff(State::Different);
    outcome.there = outcome.change.after->content;
    otherwise(*outcome.there);
    return outcome;
}

EntryOutcome answered(EntryOutcome outcome, const QString &words)
{
    outcome.answer = words;
    return outcome;
}

} // namespace

class TestEntryOutcome final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReasonNamesTheEntryAndWhatIsSo_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const EntryOutcome &outcome, const char *said) {
            QTest::newRow(name) << reasonFor(outcome) << QString::fromUtf8(said);
        };
        row("the service's words", refused(ErrorKind::Rejected, 422, "limit of 3 rules"),
            "limit of 3 rules (HTTP 422)");
        row("403 is about the entry", refused(ErrorKind::Forbidden, 403, ""), "does not let this secret change");
        row("404 is about the entry", refused(ErrorKind::NotFound, 404, ""), "the entry");
        row("409 is about the entry", refused(ErrorKind::Conflict, 409, ""), "in conflict");
        row("never begun", switchedOff(State::NotSent), "was not sent");
        row("not shown", switchedOff(State::NotShown), "Do not add it again");
        row("not shown, with words", answered(switchedOff(State::NotShown), QStringLiteral("too many")), "“too many”");
        row("removal not shown", removed(State::NotShown), "still shows it");
        row("not read back", switchedOff(State::Unknown), "Nobody knows");
        row("in force although switched off", there([](EntryContent &content) { content.active = true; }),
            "is active at the service");
        row("another label", there([](EntryContent &content) { content.label = QStringLiteral("Bob"); }), "“Bob”");
        row("another range", there([](EntryContent &content) { content.range = *IpRange::parse("192.0.2.7"); }),
            "is still 192.0.2.7");
        row("an end that was not sent", there([](EntryContent &content) {
                content.expiresAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
            }),
            "2026-01-02T03:04:00Z");
        row("was to be removed", removed(State::Different), "is still at the service");
    }
    void aReasonNamesTheEntryAndWhatIsSo()
    {
        QFETCH(const QString, reason);
        QFETCH(const QString, said);
        QVERIFY2(reason.contains(QLatin1String("203.0.113.5")), qPrintable(reason));
        QVERIFY2(reason.contains(said), qPrintable(reason));
    }
};

GATEHOUSE_TEST(TestEntryOutcome, QCoreApplication)
#include "tst_entry_outcome.moc"
