// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/ExpiryPicker.h"
#include "desktop/widgets/ExpiryPopup.h"
#include "support/ManualClock.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace gatehouse;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestExpiryPicker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void startsWithNever();
    void presetsCountFromTheTimeOfUse();
    void arrowKeysWalkThroughThePresets();
    void wheelChangesNothing();
    void popupOpensByKey_data();
    void popupOpensByKey();
    void popupShowsWhereEachPresetLeads();
    void presetIsTakenByClick();
    void presetIsTakenByKeys();
    void escapeKeepsTheChoice();
    void calendarTakesADateByKeys();
    void pastTimesAreRefusedWithASentence();
    void timeThatPassesWhileThePopupIsOpenIsRefused();
    void showsTheTimeItIsGiven();
    void skippedHourOfSummerTimeBecomesARealOne();
    void everythingIsNamed();

private:
    ExpiryPopup *open();
    [[nodiscard]] QDateTime now() const { return m_clock->now(); }

    std::unique_ptr<test::ManualClock> m_clock; // 1 March 2026, 12:00 UTC; 13:00 in Berlin
    std::unique_ptr<QWidget> m_window;
    ExpiryPicker *m_picker = nullptr;
};

void TestExpiryPicker::init()
{
    m_clock = std::make_unique<test::ManualClock>();
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_picker = new ExpiryPicker(m_window.get());
    m_picker->setClock(*m_clock);
    layout->addWidget(m_picker);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_picker->setFocus();
}

void TestExpiryPicker::cleanup()
{
    m_window.reset();
}

ExpiryPopup *TestExpiryPicker::open()
{
    m_picker->showPopup();
    return m_picker->findChild<ExpiryPopup *>();
}

void TestExpiryPicker::startsWithNever()
{
    QCOMPARE(m_picker->choice(), ExpiryChoice(ExpiryPreset::Never));
    QCOMPARE(m_picker->expiresAt(), std::nullopt);
}

void TestExpiryPicker::presetsCountFromTheTimeOfUse()
{
    m_picker->setChoice(ExpiryPreset::OneDay);
    m_clock->advance(90min);
    QCOMPARE(m_picker->expiresAt(), std::optional(now().addDays(1)));
    QCOMPARE(m_picker->choice().preset(), std::optional(ExpiryPreset::OneDay));
}

void TestExpiryPicker::arrowKeysWalkThroughThePresets()
{
    QSignalSpy changed(m_picker, &ExpiryPicker::choiceChanged);
    QTest::keyClick(m_picker, Qt::Key_Down);
    QCOMPARE(m_picker->choice(), ExpiryChoice(ExpiryPreset::SixHours));
    QTest::keyClick(m_picker, Qt::Key_End);
    QCOMPARE(m_picker->choice(), ExpiryChoice(ExpiryPreset::OneMonth));
    QCOMPARE(changed.count(), 2);
}

void TestExpiryPicker::wheelChangesNothing()
{
    QWheelEvent wheel(QPointF(5, 5), m_picker->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_picker, &wheel);
    QCOMPARE(m_picker->choice(), ExpiryChoice(ExpiryPreset::Never));
    QVERIFY(!wheel.isAccepted());
}

void TestExpiryPicker::popupOpensByKey_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifier>("modifier");
    QTest::newRow("space") << Qt::Key_Space << Qt::NoModifier;
    QTest::newRow("F4") << Qt::Key_F4 << Qt::NoModifier;
    QTest::newRow("Alt and down") << Qt::Key_Down << Qt::AltModifier;
}

void TestExpiryPicker::popupOpensByKey()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifier, modifier);
    QTest::keyClick(m_picker, key, modifier);
    const auto *popup = m_picker->findChild<ExpiryPopup *>();
    QVERIFY(popup);
    QVERIFY(popup->isVisible());
}

void TestExpiryPicker::popupShowsWhereEachPresetLeads()
{
    const auto *presets = open()->findChild<QListWidget *>(u"presets"_s);
    QCOMPARE(presets->count(), static_cast<int>(expiryPresets.size()) + 1);
    QCOMPARE(presets->item(0)->data(Qt::UserRole).toString(), QString());
    const QString sixHours = presets->item(1)->data(Qt::UserRole).toString();
    QVERIFY2(sixHours.startsWith(u"Sun 1 Mar 2026, 19:00"_s), qPrintable(sixHours));
}

void TestExpiryPicker::presetIsTakenByClick()
{
    QSignalSpy closed(m_picker, &ExpiryPicker::popupClosed);
    auto *presets = open()->findChild<QListWidget *>(u"presets"_s);
    QTest::mouseClick(presets->viewport(), Qt::LeftButton, {}, presets->visualItemRect(presets->item(3)).center());
    QCOMPARE(m_picker->choice(), ExpiryChoice(ExpiryPreset::OneDay));
    QCOMPARE(closed, QList<QVariantList>{{true}});
    QTRY_VERIFY(!m_picker->findChild<ExpiryPopup *>());
}

void TestExpiryPicker::presetIsTakenByKeys()
{
    auto *presets = open()->findChild<QListWidget *>(u"presets"_s);
    QTRY_VERIFY(presets->hasFocus());
    QTest::keyClick(presets, Qt::Key_Down);
    QTest::keyClick(presets, Qt::Key_Down);
    QTest::keyClick(presets, Qt::Key_Return);
    QCOMPARE(m_picker->choice(), ExpiryChoice(ExpiryPreset::TwelveHours));
}

void TestExpiryPicker::escapeKeepsTheChoice()
{
    m_picker->setChoice(ExpiryPreset::OneWeek);
    QSignalSpy changed(m_picker, &ExpiryPicker::choiceChanged);
    QSignalSpy closed(m_picker, &ExpiryPicker::popupClosed);
    auto *presets = open()->findChild<QListWidget *>(u"presets"_s);
    QTest::keyClick(presets, Qt::Key_Up);
    QTest::keyClick(presets, Qt::Key_Escape);
    QCOMPARE(closed, QList<QVariantList>{{false}});
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_picker->choice(), ExpiryChoice(ExpiryPreset::OneWeek));
}

void TestExpiryPicker::calendarTakesADateByKeys()
{
    auto *popup = open();
    auto *presets = popup->findChild<QListWidget *>(u"presets"_s);
    auto *calendar = popup->findChild<QCalendarWidget *>(u"calendar"_s);
    auto *time = popup->findChild<QTimeEdit *>(u"time"_s);
    QVERIFY(!calendar->isVisible());
    QTest::keyClick(presets, Qt::Key_End);
    QTest::keyClick(presets, Qt::Key_Return);
    QTRY_VERIFY(calendar->isVisible());
    QCOMPARE(calendar->selectedDate(), QDate(2026, 3, 2)); // something ahead is proposed
    QTRY_VERIFY(calendar->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    time->setFocus();
    time->setTime(QTime(9, 30));
    QTest::keyClick(time, Qt::Key_Return);
    QCOMPARE(m_picker->expiresAt(), std::optional(QDateTime(QDate(2026, 3, 3), QTime(8, 30), Qt::UTC)));
    QVERIFY(m_picker->currentText().startsWith(u"Tue 3 Mar 2026, 09:30"_s));
    m_clock->advance(1h);
    QCOMPARE(m_picker->expiresAt(), std::optional(QDateTime(QDate(2026, 3, 3), QTime(8, 30), Qt::UTC)));
}

void TestExpiryPicker::pastTimesAreRefusedWithASentence()
{
    m_picker->setChoice(ExpiryChoice(now().addDays(1)));
    auto *popup = open();
    auto *calendar = popup->findChild<QCalendarWidget *>(u"calendar"_s);
    auto *time = popup->findChild<QTimeEdit *>(u"time"_s);
    auto *take = popup->findChild<QPushButton *>(u"take"_s);
    const auto *sentence = popup->findChild<QLabel *>(u"sentence"_s);
    QVERIFY(take->isEnabled());
    QCOMPARE(calendar->minimumDate(), QDate(2026, 3, 1));
    calendar->setSelectedDate(QDate(2026, 3, 1));
    time->setTime(QTime(12, 59)); // a minute ago in Berlin
    QVERIFY(!take->isEnabled());
    QVERIFY2(sentence->text().endsWith(u"has passed. Choose a later time."_s), qPrintable(sentence->text()));
    QTest::keyClick(time, Qt::Key_Return);
    QVERIFY(popup->isVisible());
    QCOMPARE(m_picker->expiresAt(), std::optional(now().addDays(1)));
    time->setTime(QTime(13, 1));
    QVERIFY(take->isEnabled());
    QVERIFY2(sentence->text().contains(u"13:01"_s), qPrintable(sentence->text()));
}

void TestExpiryPicker::timeThatPassesWhileThePopupIsOpenIsRefused()
{
    m_picker->setChoice(ExpiryChoice(now().addSecs(120)));
    auto *popup = open();
    auto *take = popup->findChild<QPushButton *>(u"take"_s);
    QVERIFY(take->isEnabled());
    m_clock->advance(5min);
    QTest::mouseClick(take, Qt::LeftButton);
    QVERIFY(popup->isVisible());
    QVERIFY(!take->isEnabled());
}

void TestExpiryPicker::showsTheTimeItIsGiven()
{
    const QDateTime moment(QDate(2026, 12, 24), QTime(17, 0), Qt::UTC);
    QSignalSpy changed(m_picker, &ExpiryPicker::choiceChanged);
    m_picker->setChoice(ExpiryChoice::of(moment));
    QCOMPARE(m_picker->expiresAt(), std::optional(moment));
    QVERIFY(m_picker->currentText().contains(u"18:00"_s));
    m_picker->setChoice(ExpiryChoice(moment.addSecs(60)));
    QCOMPARE(changed.count(), 2);
    m_picker->setChoice(ExpiryChoice::of(std::nullopt));
    QCOMPARE(m_picker->expiresAt(), std::nullopt);
}

void TestExpiryPicker::skippedHourOfSummerTimeBecomesARealOne()
{
    m_picker->setChoice(ExpiryChoice(now().addDays(1)));
    auto *popup = open();
    popup->findChild<QCalendarWidget *>(u"calendar"_s)->setSelectedDate(QDate(2026, 3, 29));
    popup->findChild<QTimeEdit *>(u"time"_s)->setTime(QTime(2, 30));
    QTest::mouseClick(popup->findChild<QPushButton *>(u"take"_s), Qt::LeftButton);
    const QDateTime taken = m_picker->expiresAt().value_or(QDateTime());
    QVERIFY(taken.isValid());
    QVERIFY(std::abs(taken.secsTo(QDateTime(QDate(2026, 3, 29), QTime(1, 0), Qt::UTC))) <= 3600);
}

void TestExpiryPicker::everythingIsNamed()
{
    auto *popup = open();
    QVERIFY(!m_picker->accessibleName().isEmpty());
    for (const QString &name : {u"presets"_s, u"calendar"_s, u"time"_s, u"take"_s})
        QVERIFY2(!popup->findChild<QWidget *>(name)->accessibleName().isEmpty(), qPrintable(name));
}

namespace {

int runExpiryPicker(int argc, char **argv)
{
    qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3"); // Berlin, on computers without time zone data too
    QApplication app(argc, argv);
    TestExpiryPicker tests;
    return QTest::qExec(&tests, argc, argv);
}

} // namespace

GATEHOUSE_TEST_MAIN(runExpiryPicker)
#include "tst_expiry_picker.moc"
