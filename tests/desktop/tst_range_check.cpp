// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Text.h"
#include "desktop/widgets/RangeCheck.h"
#include "desktop/widgets/RangeEdit.h"
#include "desktop/widgets/RangeHint.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QLabel>
#include <QPromise>
#include <QTest>

#include <vector>

using namespace gatehouse;
using namespace Qt::StringLiterals;

/// What stands beside a range while it is typed, from rules and from a service that answers when the test wants it.
class TestRangeCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysThatTheServiceAcceptsIt();
    void saysWhyTheServiceRefusesIt();
    void onlyTheLastTextIsAskedAbout();
    void aLateAnswerToAnEarlierTextIsOfNoInterest();
    void thatNobodyAnsweredIsNoRefusal();
    void whatIsNoRangeIsNotAsked();
    void theRulesSpeakFirst_data();
    void theRulesSpeakFirst();
    void withoutAServiceToAskTheRulesDo();
    void neverStandsInTheWay();

private:
    struct Question
    {
        IpRange range;
        QPromise<Result<void>> promise;
    };

    void type(const QString &text);
    void answer(std::size_t question, const Result<void> &result);
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QLabel *label(const char *name) const { return m_hint->findChild<QLabel *>(QLatin1String(name)); }
    void check(bool asksService);

    std::unique_ptr<QWidget> m_window;
    RangeEdit *m_edit = nullptr;
    RangeHint *m_hint = nullptr;
    std::unique_ptr<RangeCheck> m_check;
    std::vector<std::unique_ptr<Question>> m_questions;
    std::optional<RangeObjection> m_objection;
};

void TestRangeCheck::init()
{
    m_window = std::make_unique<QWidget>();
    m_edit = new RangeEdit(m_window.get());
    m_hint = new RangeHint(m_window.get());
    m_hint->setRangeEdit(m_edit);
    m_window->show();
    check(true);
}

void TestRangeCheck::cleanup()
{
    m_check.reset();
    m_window.reset();
    m_questions.clear();
    m_objection.reset();
}

void TestRangeCheck::check(bool asksService)
{
    RangeJudge judge;
    judge.name = u"Acme"_s;
    judge.byRules = [this](const IpRange &) { return m_objection; };
    if (asksService)
        judge.byService = [this](const IpRange &range) {
            m_questions.push_back(std::make_unique<Question>());
            m_questions.back()->range = range;
            m_questions.back()->promise.start();
            return m_questions.back()->promise.future();
        };
    m_check = std::make_unique<RangeCheck>(*m_edit, *m_hint, judge);
}

void TestRangeCheck::type(const QString &text)
{
    m_edit->clear();
    QTest::keyClicks(m_edit, text);
}

void TestRangeCheck::answer(std::size_t question, const Result<void> &result)
{
    m_questions[question]->promise.addResult(result);
    m_questions[question]->promise.finish();
}

QString TestRangeCheck::verdict() const
{
    const QLabel *shown = label("rangeVerdict");
    return shown->isHidden() ? QString() : shown->text();
}

void TestRangeCheck::saysThatTheServiceAcceptsIt()
{
    type(u"203.0.113.0/24"_s);
    QCOMPARE(verdict(), QString());
    QTRY_COMPARE(verdict(), u"Asking Acme…"_s);
    answer(0, {});
    QTRY_COMPARE(verdict(), u"Acme accepts it"_s);
    QVERIFY(!label("rangeMeaning")->isHidden());
}

void TestRangeCheck::saysWhyTheServiceRefusesIt()
{
    type(u"203.0.113.0/24"_s);
    QTRY_COMPARE(m_questions.size(), std::size_t(1));
    Error error = makeError(ErrorKind::Rejected, u"some entries are invalid"_s);
    error.fields = {{0, u"address"_s, u"reserved for documentation"_s}};
    answer(0, failure(error));
    QTRY_COMPARE(verdict(), u"Acme refuses it: reserved for documentation"_s);
}

void TestRangeCheck::onlyTheLastTextIsAskedAbout()
{
    type(u"203.0.113.77"_s); // is a range from its seventh character on
    QTRY_COMPARE(m_questions.size(), std::size_t(1));
    QCOMPARE(toQString(m_questions[0]->range), u"203.0.113.77/32"_s);
    answer(0, {});
}

void TestRangeCheck::aLateAnswerToAnEarlierTextIsOfNoInterest()
{
    type(u"203.0.113.7"_s);
    QTRY_COMPARE(m_questions.size(), std::size_t(1));
    QTest::keyClicks(m_edit, u"7"_s);
    QVERIFY(m_questions[0]->promise.isCanceled());
    QTRY_COMPARE(m_questions.size(), std::size_t(2));
    answer(0, failure(makeError(ErrorKind::Rejected, u"no"_s)));
    answer(1, {});
    QTRY_COMPARE(verdict(), u"Acme accepts it"_s);
}

void TestRangeCheck::thatNobodyAnsweredIsNoRefusal()
{
    type(u"203.0.113.7"_s);
    QTRY_COMPARE(m_questions.size(), std::size_t(1));
    answer(0, failure(makeError(ErrorKind::Network, {})));
    QTRY_COMPARE(verdict(), u"Acme could not be asked"_s);
}

void TestRangeCheck::whatIsNoRangeIsNotAsked()
{
    type(u"203.0.113.7"_s);
    QTRY_COMPARE(m_questions.size(), std::size_t(1));
    QTest::keyClicks(m_edit, u"/99"_s);
    QCOMPARE(verdict(), QString());
    QCOMPARE(m_questions.size(), std::size_t(1));
}

void TestRangeCheck::theRulesSpeakFirst_data()
{
    QTest::addColumn<bool>("isError");
    QTest::newRow("an error") << true;
    QTest::newRow("a warning") << false;
}

void TestRangeCheck::theRulesSpeakFirst()
{
    QFETCH(bool, isError);
    m_objection = RangeObjection{u"broader than /9"_s, isError};
    type(u"10.0.0.0/8"_s);
    QCOMPARE(verdict(), u"broader than /9"_s); // at once
    QVERIFY(label("rangeMeaning")->isHidden());
    QCOMPARE(label("rangeVerdict")->property("role").toString(), isError ? u"error"_s : u"small"_s);
    QVERIFY(m_questions.empty());
    m_objection.reset();
    type(u"10.0.0.0/9"_s);
    QCOMPARE(verdict(), QString());
    QVERIFY(!label("rangeMeaning")->isHidden());
}

void TestRangeCheck::withoutAServiceToAskTheRulesDo()
{
    check(false);
    type(u"10.0.0.0/9"_s);
    QCOMPARE(verdict(), QString());
    m_objection = RangeObjection{u"is on the list already"_s, false};
    type(u"10.0.0.0/8"_s);
    QCOMPARE(verdict(), u"is on the list already"_s);
}

void TestRangeCheck::neverStandsInTheWay()
{
    m_objection = RangeObjection{u"broader than /9"_s, true};
    type(u"10.0.0.0/8"_s);
    QCOMPARE(m_edit->state(), RangeEdit::State::Valid);
    QVERIFY(m_edit->range());
    m_objection.reset();
    type(u"203.0.113.7"_s);
    QTRY_COMPARE(m_questions.size(), std::size_t(1));
    m_check.reset(); // whoever asked has gone
    QVERIFY(m_questions[0]->promise.isCanceled());
}

GATEHOUSE_TEST(TestRangeCheck, QApplication)
#include "tst_range_check.moc"
