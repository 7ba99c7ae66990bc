// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Text.h"
#include "desktop/widgets/RangeEdit.h"
#include "desktop/widgets/RangeHint.h"
#include "support/TestProgram.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using State = RangeEdit::State;

class TestRangeEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatIsTyped_data();
    void tellsWhatIsTyped();
    void isNeverWrongWhileTyping_data();
    void isNeverWrongWhileTyping();
    void saysWhatARangeMeans();
    void dropsBlanksAroundPastedText_data();
    void dropsBlanksAroundPastedText();
    void callsUnfinishedTextWrongOnlyWhenDone();
    void takesTheSuggestionByEnter();
    void suggestionCanBeTakenBack();
    void takesTheSuggestionByOneClick();
    void returnIsPressedForRangesOnly();
    void showsTheRangeItIsGiven();
    void hintFollowsTheField();
    void hintOutlivesTheField();

private:
    void type(const QString &text) { QTest::keyClicks(m_edit, text); }

    std::unique_ptr<QWidget> m_window;
    RangeEdit *m_edit = nullptr;
    RangeHint *m_hint = nullptr;
};

void TestRangeEdit::init()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_edit = new RangeEdit(m_window.get());
    m_hint = new RangeHint(m_window.get());
    m_hint->setRangeEdit(m_edit);
    layout->addWidget(m_edit);
    layout->addWidget(m_hint);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
}

void TestRangeEdit::cleanup()
{
    m_window.reset();
}

void TestRangeEdit::tellsWhatIsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("suggestion");

    QTest::newRow("nothing") << u""_s << State::Empty << u""_s;
    QTest::newRow("address") << u"203.0.113.5"_s << State::Valid << u""_s;
    QTest::newRow("block") << u"203.0.113.0/24"_s << State::Valid << u""_s;
    QTest::newRow("IPv6 block") << u"2001:db8::/48"_s << State::Valid << u""_s;
    QTest::newRow("any") << u"*"_s << State::Valid << u""_s;
    QTest::newRow("two numbers") << u"203.0"_s << State::Intermediate << u""_s;
    QTest::newRow("a dot at the end") << u"203.0.113."_s << State::Intermediate << u""_s;
    QTest::newRow("a slash at the end") << u"203.0.113.0/"_s << State::Intermediate << u""_s;
    QTest::newRow("groups without a gap yet") << u"2001:db8"_s << State::Intermediate << u""_s;
    QTest::newRow("a digit of the prefix") << u"203.0.113.0/2"_s << State::Intermediate << u""_s;
    QTest::newRow("host bits") << u"203.0.113.5/24"_s << State::Invalid << u"203.0.113.0/24"_s;
    QTest::newRow("IPv6 host bits") << u"2001:db8::1/48"_s << State::Invalid << u"2001:db8::/48"_s;
    QTest::newRow("a number too large") << u"203.0.256"_s << State::Invalid << u""_s;
    QTest::newRow("prefix too long") << u"203.0.113.0/33"_s << State::Invalid << u""_s;
    QTest::newRow("a word") << u"office"_s << State::Invalid << u""_s;
    QTest::newRow("a fifth number") << u"203.0.113.5.7"_s << State::Invalid << u""_s;
}

void TestRangeEdit::tellsWhatIsTyped()
{
    QFETCH(const QString, text);
    QFETCH(const State, state);
    QFETCH(const QString, suggestion);
    type(text);
    QCOMPARE(m_edit->state(), state);
    QCOMPARE(m_edit->range().has_value(), state == State::Valid);
    if (!suggestion.isEmpty())
        QCOMPARE(m_edit->suggestion(), suggestion);
    QVERIFY(!m_edit->meaning().isEmpty());
    QCOMPARE(m_edit->accessibleDescription(), m_edit->meaning());
}

void TestRangeEdit::isNeverWrongWhileTyping_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"203.0.113.5"_s, u"203.0.113.0/24"_s, u"10.0.0.0/8"_s, u"198.51.100.128/25"_s,
                                u"2001:db8::/48"_s, u"2001:db8:1:2:3:4:5:6"_s, u"fe80::1"_s, u"::1"_s, u"::/0"_s,
                                u"2001:db8::5/128"_s, u"::ffff:203.0.113.5"_s, u"255.255.255.255/32"_s, u"*"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestRangeEdit::isNeverWrongWhileTyping()
{
    QFETCH(const QString, text);
    for (const QChar character : text) {
        type(character);
        QVERIFY2(!m_edit->isInvalid(), qPrintable(m_edit->text()));
    }
    QCOMPARE(m_edit->state(), State::Valid);
}

void TestRangeEdit::saysWhatARangeMeans()
{
    type(u"203.0.113.0/24"_s);
    const auto range = parseRange(u"203.0.113.0/24"_s);
    QCOMPARE(m_edit->range(), std::optional(*range));
    QCOMPARE(m_edit->meaning(), describe(*range));
    QVERIFY(m_edit->meaning().contains(u"256 addresses, 203.0.113.0 – 203.0.113.255"_s));
}

void TestRangeEdit::dropsBlanksAroundPastedText_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("blanks") << u"  203.0.113.5 "_s;
    QTest::newRow("line end and tabs") << u"\t203.0.113.5\r\n"_s;
    QTest::newRow("no-break space") << u"\u00a0203.0.113.5\u00a0"_s;
    QTest::newRow("zero-width space") << u"\u200b203.0.113.5\ufeff"_s;
    QTest::newRow("left-to-right mark") << u"\u200e203.0.113.5\u200e"_s;
}

void TestRangeEdit::dropsBlanksAroundPastedText()
{
    QFETCH(const QString, pasted);
    QGuiApplication::clipboard()->setText(pasted);
    m_edit->paste();
    QCOMPARE(m_edit->text(), u"203.0.113.5"_s);
    QCOMPARE(m_edit->state(), State::Valid);
    QCOMPARE(m_edit->cursorPosition(), m_edit->text().size());
}

void TestRangeEdit::callsUnfinishedTextWrongOnlyWhenDone()
{
    type(u"203.0"_s);
    QVERIFY(!m_edit->isInvalid());
    QTest::keyClick(m_edit, Qt::Key_Return);
    QVERIFY(m_edit->isInvalid());
    const QString sentence = m_edit->meaning();
    type(u".1"_s);
    QVERIFY(!m_edit->isInvalid());
    QVERIFY(m_edit->meaning() != sentence);
    m_edit->clearFocus();
    QVERIFY(m_edit->isInvalid());
}

void TestRangeEdit::takesTheSuggestionByEnter()
{
    QSignalSpy returned(m_edit, &QLineEdit::returnPressed);
    type(u"203.0.113.5/24"_s);
    QTest::keyClick(m_edit, Qt::Key_Enter);
    QCOMPARE(m_edit->text(), u"203.0.113.0/24"_s);
    QCOMPARE(m_edit->state(), State::Valid);
    QCOMPARE(returned.count(), 0);
    QTest::keyClick(m_edit, Qt::Key_Enter);
    QCOMPARE(returned.count(), 1);
}

void TestRangeEdit::suggestionCanBeTakenBack()
{
    type(u"203.0.113.5/24"_s);
    QVERIFY(m_edit->takeSuggestion());
    QVERIFY(!m_edit->takeSuggestion());
    m_edit->undo();
    QCOMPARE(m_edit->text(), u"203.0.113.5/24"_s);
}

void TestRangeEdit::takesTheSuggestionByOneClick()
{
    type(u"203.0.113.5/24"_s);
    auto *button = m_hint->findChild<QPushButton *>(u"takeSuggestion"_s);
    QVERIFY(button->isVisible());
    QVERIFY(button->text().contains(u"203.0.113.0/24"_s));
    QCOMPARE(button->accessibleName(), button->text());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_edit->text(), u"203.0.113.0/24"_s);
    QVERIFY(m_edit->hasFocus());
    QVERIFY(!button->isVisible());
}

void TestRangeEdit::returnIsPressedForRangesOnly()
{
    QSignalSpy returned(m_edit, &QLineEdit::returnPressed);
    QTest::keyClick(m_edit, Qt::Key_Return);
    type(u"nonsense"_s);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(returned.count(), 0);
    QCOMPARE(m_edit->text(), u"nonsense"_s);
    m_edit->setText(u"*"_s);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(returned.count(), 1);
}

void TestRangeEdit::showsTheRangeItIsGiven()
{
    m_edit->setRange(*parseRange(u"203.0.113.7/32"_s));
    QCOMPARE(m_edit->text(), u"203.0.113.7"_s);
    m_edit->setRange(IpRange::any());
    QCOMPARE(m_edit->text(), u"*"_s);
    QCOMPARE(m_edit->range(), std::optional(IpRange::any()));
}

void TestRangeEdit::hintFollowsTheField()
{
    const auto *label = m_hint->findChild<QLabel *>(u"rangeMeaning"_s);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    type(u"203.0.113.0/33"_s);
    QCOMPARE(label->text(), m_edit->meaning());
    QCOMPARE(label->property("role").toString(), u"error"_s);
    m_edit->clear();
    QCOMPARE(label->text(), m_edit->meaning());
    QCOMPARE(label->property("role").toString(), u"small"_s);
}

void TestRangeEdit::hintOutlivesTheField()
{
    type(u"203.0.113.5/24"_s);
    delete m_edit;
    auto *button = m_hint->findChild<QPushButton *>(u"takeSuggestion"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_hint->isVisible());
}

GATEHOUSE_TEST(TestRangeEdit, QApplication)
#include "tst_range_edit.moc"
