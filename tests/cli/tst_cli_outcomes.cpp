// SPDX-License-Identifier: Apache-2.0
#include "RuleList.h"
#include "support/TestProgram.h"

#include <QTest>

#include <memory>

using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fourRanges = "range,label\n192.0.2.1,Ann\n192.0.2.2,Bob\n192.0.2.3,Cat\n192.0.2.4,Dan\n";

/// The state of the change of each range.
QMap<QString, QString> statesIn(const QJsonArray &changes)
{
    QMap<QString, QString> states;
    for (const QJsonValue &change : changes)
        states.insert(change[u"range"_s].toString(), change[u"state"_s].toString());
    return states;
}

} // namespace

/// What an apply did is told entry by entry, whatever became of it.
class TestCliOutcomes final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RuleList> m_list;
    std::unique_ptr<RuleHome> m_home;

    /// Takes no more than so many rules.
    void limitTo(std::size_t most)
    {
        m_list->answerInstead([this, most](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.method != "POST" || m_list->size() < most)
                return std::nullopt;
            return answer(422, R"({"error":"limit of rules reached"})", {{"Content-Type", "application/json"}});
        });
    }

private Q_SLOTS:
    void init()
    {
        m_list = std::make_unique<RuleList>();
        m_home = std::make_unique<RuleHome>();
        QCOMPARE(m_home->connect(u"Acme"_s, *m_list).status, 0);
    }
    void cleanup()
    {
        m_home.reset();
        m_list.reset();
    }

    void halfOfItRefused()
    {
        limitTo(2);
        const CliCall call = m_home->run({u"apply"_s, u"Acme"_s, u"-"_s}, u"key"_s, fourRanges);
        QCOMPARE(call.status, 1);
        QCOMPARE(m_list->size(), std::size_t(2));
        QVERIFY2(call.err.contains("done      add     192.0.2.1  Ann"), call.err.constData());
        QVERIFY2(call.err.contains("limit of rules reached (HTTP 422)"), call.err.constData());
        QVERIFY2(call.err.contains("192.0.2.4 was not sent, since a change before it failed."), call.err.constData());
        QVERIFY2(call.err.contains("2 of 4 changes were applied."), call.err.constData());
        QVERIFY2(!call.err.contains("Nothing"), call.err.constData());
    }

    void halfOfItRefusedInJson()
    {
        limitTo(2);
        const CliCall call = m_home->run({u"apply"_s, u"Acme"_s, u"-"_s, u"--json"_s}, u"key"_s, fourRanges);
        QCOMPARE(call.status, 1);
        const QJsonArray changes = call.json().object()[u"changes"_s].toArray();
        QCOMPARE(changes.size(), 4);
        const auto states = statesIn(changes);
        QCOMPARE(states[u"192.0.2.1/32"_s], u"live"_s);
        QCOMPARE(states[u"192.0.2.4/32"_s], u"refused"_s);
        QCOMPARE(states.values().count(u"live"_s), 2);
    }

    void aRefusalIsAboutTheEntryThatItNames_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("403") << 403 << QByteArray("does not let this secret change 203.0.113.5");
        QTest::newRow("404") << 404 << QByteArray("does not know the entry 203.0.113.5");
        QTest::newRow("409") << 409 << QByteArray("203.0.113.5 is in conflict");
        QTest::newRow("422") << 422 << QByteArray("203.0.113.5");
    }

    void aRefusalIsAboutTheEntryThatItNames()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, says);
        m_list->put(u"203.0.113.5/32"_s, u"Ann"_s);
        m_list->answerInstead([status](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            return request.method == "PUT" ? std::optional(answer(status, "{}")) : std::nullopt;
        });
        const CliCall call = m_home->run({u"edit"_s, u"Acme"_s, u"203.0.113.5"_s, u"--label"_s, u"Bob"_s});
        QCOMPARE(call.status, 1);
        QVERIFY2(call.err.contains(says), call.err.constData());
        QVERIFY2(!call.err.contains("this list"), call.err.constData());
    }

    void numbersThatChangeWithEachChange()
    {
        m_list->put(u"203.0.113.0/24"_s, u"Office"_s);
        m_list->put(u"198.51.100.7/32"_s, u"Ann"_s);
        m_list->renumber();
        const CliCall call = m_home->run({u"apply"_s, u"Acme"_s, u"-"_s, u"--json"_s}, u"key"_s,
                                         "range,label\n203.0.113.0/24,B\n198.51.100.7,A\n192.0.2.1,New\n");
        QVERIFY2(call.status == 0, call.err.constData());
        QCOMPARE(statesIn(call.array()).values(), QStringList(3, u"live"_s));
        QCOMPARE(m_list->size(), std::size_t(3));
    }

    void whatIsShownLaterIsNoFailure()
    {
        m_list->showLater(2);
        const CliCall call = m_home->run({u"add"_s, u"Acme"_s, u"192.0.2.1"_s, u"--json"_s});
        QVERIFY2(call.status == 0, call.err.constData());
        QCOMPARE(statesIn(call.array())[u"192.0.2.1/32"_s], u"live"_s);
        QCOMPARE(m_list->countOf(u"192.0.2.1/32"_s), 1);
    }

    void whatIsTakenAndNotShownIsPending()
    {
        m_list->answerInstead([](const SeenRequest &) -> std::optional<ScriptedAnswer> {
            return answer(200, R"({"success":false,"errors":["maximum number of rules (10) exceeded"]})",
                          {{"Content-Type", "application/json"}});
        });
        const CliCall call = m_home->run({u"add"_s, u"Acme"_s, u"192.0.2.1"_s, u"--json"_s});
        QCOMPARE(call.status, 1);
        const QJsonObject change = call.json().object()[u"changes"_s].toArray().at(0).toObject();
        QCOMPARE(change[u"state"_s].toString(), u"pending"_s);
        const QString reason = change[u"reason"_s].toString();
        QVERIFY2(reason.contains("maximum number of rules"_L1), qPrintable(reason));
        QVERIFY2(reason.contains("Do not add it again"_L1), qPrintable(reason));
    }

    void whatIsThereOtherwiseSaysHow()
    {
        m_list->ignoreSwitch();
        const CliCall call = m_home->run({u"add"_s, u"Acme"_s, u"192.0.2.1"_s, u"--inactive"_s});
        QCOMPARE(call.status, 1);
        QVERIFY2(call.err.contains("192.0.2.1 is active at the service, although it was sent switched off."),
                 call.err.constData());
    }

    void oneOfSeveralLists()
    {
        m_list->refuseWith(u"maintenance"_s);
        const CliCall call =
            m_home->run({u"add"_s, u"Acme"_s, u"192.0.2.1"_s, u"--also"_s, u"This computer"_s, u"--force"_s});
        QCOMPARE(call.status, 1);
        QVERIFY2(call.err.contains("Acme: not done  add     192.0.2.1") && call.err.contains("maintenance"),
                 call.err.constData());
        QVERIFY2(call.out.contains("This computer: add"), call.out.constData());
    }
};

GATEHOUSE_TEST(TestCliOutcomes, QCoreApplication)
#include "tst_cli_outcomes.moc"
