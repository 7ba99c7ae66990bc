// SPDX-License-Identifier: Apache-2.0
#include "desktop/DesktopNotifier.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QDBusConnection>
#include <QSignalSpy>
#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

/// The desktop's side of the specification, as far as we use it.
class NotificationService final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint number = 0;
        QString title;
        QString text;
        QStringList buttons;
    };
    QList<Shown> shown;
    QList<uint> taken;

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                             const QString &text, const QStringList &buttons, const QVariantMap &hints, int timeout)
    {
        Q_UNUSED(application)
        Q_UNUSED(icon)
        Q_UNUSED(hints)
        Q_UNUSED(timeout)
        const uint number = replaces > 0 ? replaces : uint(shown.size()) + 1;
        shown.append({number, title, text, buttons});
        return number;
    }
    Q_SCRIPTABLE void CloseNotification(uint number) { taken.append(number); }

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint number, const QString &button);
    Q_SCRIPTABLE void NotificationClosed(uint number, uint reason);
};

/// On a session bus of its own: run by with-keyring.sh.
class DesktopNotifierTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void showsTitleAndTextAsPlainText();
    void aClickComesBackWithTheAction();
    void anotherProgramsClickIsNone();
    void theNextOfOneActionTakesItsPlace();
    void aClosedOneIsNotReplaced();
    void withdrawingTakesItFromTheScreen();

private:
    NotificationService m_service;
};

void DesktopNotifierTest::initTestCase()
{
    if (qgetenv("DBUS_SESSION_BUS_ADDRESS").isEmpty())
        QFAIL("run this by tests/support/with-keyring.sh");
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
    QVERIFY(
        bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_service, QDBusConnection::ExportScriptableContents));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
}

void DesktopNotifierTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

void DesktopNotifierTest::init()
{
    m_service.shown.clear();
    m_service.taken.clear();
}

void DesktopNotifierTest::showsTitleAndTextAsPlainText()
{
    DesktopNotifier notifier;
    notifier.show({u"Office changed"_s, u"1 entry added: <b>bold</b> & plain"_s, u"drift/1"_s});
    QTRY_COMPARE(m_service.shown.size(), 1);
    QCOMPARE(m_service.shown.front().title, u"Office changed"_s);
    QCOMPARE(m_service.shown.front().text, u"1 entry added: &lt;b&gt;bold&lt;/b&gt; &amp; plain"_s);
    QCOMPARE(m_service.shown.front().buttons.value(0), u"default"_s);
}

void DesktopNotifierTest::aClickComesBackWithTheAction()
{
    DesktopNotifier notifier;
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show({u"One"_s, {}, u"drift/1"_s});
    notifier.show({u"Two"_s, {}, u"drift/2"_s});
    QTRY_COMPARE(m_service.shown.size(), 2);
    QTRY_VERIFY([&] { // the answer with its number may still be on its way
        Q_EMIT m_service.ActionInvoked(2, u"default"_s);
        return activated.wait(50);
    }());
    QCOMPARE(activated.front().front().toString(), u"drift/2"_s);
}

void DesktopNotifierTest::anotherProgramsClickIsNone()
{
    DesktopNotifier notifier;
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show({u"One"_s, {}, u"drift/1"_s});
    QTRY_COMPARE(m_service.shown.size(), 1);
    Q_EMIT m_service.ActionInvoked(77, u"default"_s);
    QTRY_VERIFY([&] {
        Q_EMIT m_service.ActionInvoked(1, u"default"_s);
        return activated.wait(50);
    }());
    QVERIFY(std::ranges::all_of(activated, [](const auto &one) { return one.front().toString() == u"drift/1"_s; }));
}

void DesktopNotifierTest::theNextOfOneActionTakesItsPlace()
{
    DesktopNotifier notifier;
    notifier.show({u"One"_s, {}, u"drift/1"_s});
    QTRY_COMPARE(m_service.shown.size(), 1);
    const uint number = m_service.shown.front().number;
    QTRY_VERIFY([&] {
        notifier.show({u"One more"_s, {}, u"drift/1"_s});
        return QTest::qWaitFor([&] { return m_service.shown.back().title == u"One more"_s; }, 1000) &&
               m_service.shown.back().number == number;
    }());
}

void DesktopNotifierTest::aClosedOneIsNotReplaced()
{
    // By their titles: a call of the test before may arrive only now.
    const auto numberOf = [this](const QString &title) {
        const auto found = std::ranges::find(m_service.shown, title, &NotificationService::Shown::title);
        return found == m_service.shown.end() ? 0U : found->number;
    };
    DesktopNotifier notifier;
    QSignalSpy activated(&notifier, &Notifier::activated);
    const auto isAnsweredBy = [&](uint number) {
        Q_EMIT m_service.ActionInvoked(number, u"default"_s);
        return activated.wait(50);
    };
    notifier.show({u"First"_s, {}, u"drift/1"_s});
    notifier.show({u"Beside"_s, {}, u"drift/2"_s});
    QTRY_VERIFY(numberOf(u"First"_s) > 0 && numberOf(u"Beside"_s) > 0);
    const uint number = numberOf(u"First"_s);
    QTRY_VERIFY(isAnsweredBy(number));
    Q_EMIT m_service.NotificationClosed(number, 2);
    activated.clear();
    Q_EMIT m_service.ActionInvoked(number, u"default"_s);
    QTRY_VERIFY(isAnsweredBy(numberOf(u"Beside"_s))); // what was said before that has been heard
    QVERIFY(std::ranges::all_of(activated, [](const auto &one) { return one.front().toString() == u"drift/2"_s; }));
    notifier.show({u"Second"_s, {}, u"drift/1"_s});
    QTRY_VERIFY(numberOf(u"Second"_s) > 0);
    QVERIFY(numberOf(u"Second"_s) != number);
}

void DesktopNotifierTest::withdrawingTakesItFromTheScreen()
{
    DesktopNotifier notifier;
    notifier.show({u"One"_s, {}, u"drift/1"_s});
    QTRY_VERIFY([&] {
        notifier.withdraw(u"drift/1"_s);
        return QTest::qWaitFor([&] { return m_service.taken == QList<uint>{1}; }, 50);
    }());
    notifier.withdraw(u"drift/1"_s);
    notifier.withdraw(u"never shown"_s);
    notifier.show({u"Two"_s, {}, u"drift/2"_s});
    QTRY_COMPARE(m_service.shown.size(), 2);
    QCOMPARE(m_service.taken.size(), 1);
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::DesktopNotifierTest, QApplication)
#include "tst_desktop_notifier.moc"
