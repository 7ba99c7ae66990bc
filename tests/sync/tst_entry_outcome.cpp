// SPDX-License-Identifier: Apache-2.0
#include "support/TestProgram.h"
#include "sync/EntryOutcome.h"

#include <QTest>

using namespace gatehouse;

namespace {

EntryOutcome switchedOff(bool isRead)
{
    EntryContent content;
    content.range = *IpRange::parse("203.0.113.5");
    content.active = false;
    EntryOutcome outcome;
    outcome.change.after = makeEntry(content);
    outcome.isRead = isRead;
    return outcome;
}

EntryOutcome refused(ErrorKind kind, int status, const char *words)
{
    EntryOutcome outcome = switchedOff(true);
    outcome.error = makeError(kind, QString::fromLatin1(words));
    outcome.error->httpStatus = status;
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
        QTest::newRow("the service's words")
            << reasonFor(refused(ErrorKind::Rejected, 422, "limit of 3 rules")) << "limit of 3 rules (HTTP 422)";
        QTest::newRow("404 is about the entry") << reasonFor(refused(ErrorKind::NotFound, 404, "")) << "the entry";
        QTest::newRow("409 is about the entry") << reasonFor(refused(ErrorKind::Conflict, 409, "")) << "conflicts";
        QTest::newRow("missing") << reasonFor(switchedOff(true)) << "is not there";
        QTest::newRow("not read back") << reasonFor(switchedOff(false)) << "Nobody knows";
        EntryOutcome inForce = switchedOff(true);
        inForce.there = inForce.change.after->content;
        inForce.there->active = true;
        QTest::newRow("in force although switched off") << reasonFor(inForce) << "is active at the service";
        EntryOutcome stays = switchedOff(true);
        stays.change = {stays.change.after, std::nullopt};
        QTest::newRow("was to be removed") << reasonFor(stays) << "is still at the service";
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
