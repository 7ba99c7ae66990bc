// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/SecretClipboard.h"
#include "support/TestProgram.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSecretClipboard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTakenOffAgain();
    void whatCameAfterItStays();
    void copiedAgainItStaysAsLongAgain();
    void isTakenOffAtTheEnd();
    void asksClipboardManagersNotToRecordIt();
    void usuallyStaysLongEnoughToBePasted();

private:
    [[nodiscard]] QClipboard &clipboard() { return *QGuiApplication::clipboard(); }
};

void TestSecretClipboard::init()
{
    clipboard().clear();
}

void TestSecretClipboard::isTakenOffAgain()
{
    SecretClipboard secrets(clipboard(), 30ms);
    QSignalSpy off(&secrets, &SecretClipboard::takenOff);
    secrets.copy(u"bbb_live_1"_s);
    QCOMPARE(clipboard().text(), u"bbb_live_1"_s);
    QVERIFY(off.wait());
    QCOMPARE(clipboard().text(), QString());
}

void TestSecretClipboard::whatCameAfterItStays()
{
    SecretClipboard secrets(clipboard(), 30ms);
    QSignalSpy off(&secrets, &SecretClipboard::takenOff);
    secrets.copy(u"bbb_live_1"_s);
    clipboard().setText(u"something else"_s);
    QVERIFY(off.wait());
    QCOMPARE(clipboard().text(), u"something else"_s);
}

void TestSecretClipboard::copiedAgainItStaysAsLongAgain()
{
    SecretClipboard secrets(clipboard(), 1h);
    secrets.copy(u"one"_s);
    secrets.copy(u"two"_s);
    QCOMPARE(clipboard().text(), u"two"_s);
}

void TestSecretClipboard::isTakenOffAtTheEnd()
{
    {
        SecretClipboard secrets(clipboard(), 1h);
        secrets.copy(u"bbb_live_1"_s);
    }
    QCOMPARE(clipboard().text(), QString());
}

void TestSecretClipboard::asksClipboardManagersNotToRecordIt()
{
    SecretClipboard secrets(clipboard(), 1h);
    secrets.copy(u"bbb_live_1"_s);
    QCOMPARE(clipboard().mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
}

void TestSecretClipboard::usuallyStaysLongEnoughToBePasted()
{
    const SecretClipboard secrets(clipboard());
    QVERIFY(secrets.keepsFor() >= 30s);
    QVERIFY(secrets.keepsFor() <= 60s);
}

GATEHOUSE_TEST(TestSecretClipboard, QApplication)
#include "tst_secret_clipboard.moc"
