// SPDX-License-Identifier: Apache-2.0
#include "store/SettingKeys.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home.emplace(); }

    void beginWithTheirFallbacks();
    void aListIsKept_data();
    void aListIsKept();
    void bytesAreKept();
    void anEnumeratorIsKeptByName();
    void anIdIsKept();
    void numbersAndTruthsAreKept();
    void aChangeIsToldOnce();
    void theFallbackCanBeChosenAgain();
    void whatCannotBeReadCountsAsNotSet_data();
    void whatCannotBeReadCountsAsNotSet();
    void aFileThatIsNoneIsSurvived();

private:
    /// What another start of the program reads.
    template <typename T>
    T afterRestart(const Setting<T> &setting)
    {
        return Settings((*m_home)->settingsFile()).value(setting);
    }

    template <typename T>
    void store(const Setting<T> &setting, const T &value)
    {
        Settings((*m_home)->settingsFile()).setValue(setting, value);
    }

    [[nodiscard]] QByteArray fileContent() const
    {
        QFile file((*m_home)->settingsFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void writeFile(const QByteArray &content) const
    {
        QFile file((*m_home)->settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::optional<TempHome> m_home;
};

void SettingsTest::beginWithTheirFallbacks()
{
    QCOMPARE(afterRestart(settings::theme), settings::Theme::System);
    QCOMPARE(afterRestart(settings::echoServicesV4),
             QStringList({u"https://api.ipify.org"_s, u"https://ipv4.icanhazip.com"_s}));
    QCOMPARE(afterRestart(settings::echoServicesV6),
             QStringList({u"https://api6.ipify.org"_s, u"https://ipv6.icanhazip.com"_s}));
    QVERIFY(afterRestart(settings::windowGeometry).isEmpty());
    QVERIFY(afterRestart(settings::lastConnection).isNull());
}

void SettingsTest::aListIsKept_data()
{
    QTest::addColumn<QStringList>("list");
    QTest::newRow("none") << QStringList();
    QTest::newRow("one") << QStringList(u"https://ip.example.net"_s);
    QTest::newRow("one that is empty") << QStringList(QString());
    QTest::newRow("with separators, quotes and other scripts")
        << QStringList({u"a, b; c"_s, u"\"d\" \\ e"_s, u"Büro 事務所"_s, u"@Invalid()"_s, u"https://h/?q=1&r=%20"_s});
}

void SettingsTest::aListIsKept()
{
    QFETCH(const QStringList, list);
    store(settings::echoServicesV4, list);
    QCOMPARE(afterRestart(settings::echoServicesV4), list);
}

void SettingsTest::bytesAreKept()
{
    QByteArray everyByte;
    for (int value = 0; value < 256; ++value)
        everyByte.append(char(value));
    store(settings::windowGeometry, everyByte);
    QCOMPARE(afterRestart(settings::windowGeometry), everyByte);
}

void SettingsTest::anEnumeratorIsKeptByName()
{
    store(settings::theme, settings::Theme::Dark);
    QCOMPARE(afterRestart(settings::theme), settings::Theme::Dark);
    QVERIFY2(fileContent().contains("theme=Dark"), fileContent().constData());
}

void SettingsTest::anIdIsKept()
{
    const QUuid id = QUuid::createUuid();
    store(settings::lastConnection, id);
    QCOMPARE(afterRestart(settings::lastConnection), id);
    QVERIFY(fileContent().contains(id.toByteArray(QUuid::WithoutBraces)));
}

void SettingsTest::numbersAndTruthsAreKept()
{
    constexpr Setting<int> number{"test/number", 7};
    constexpr Setting<bool> truth{"test/truth", true};
    QCOMPARE(afterRestart(number), 7);
    QCOMPARE(afterRestart(truth), true);
    store(number, -3);
    store(truth, false);
    QCOMPARE(afterRestart(number), -3);
    QCOMPARE(afterRestart(truth), false);
}

void SettingsTest::aChangeIsToldOnce()
{
    Settings settings((*m_home)->settingsFile());
    QSignalSpy changes(&settings, &Settings::changed);
    settings.setValue(settings::theme, settings::Theme::System); // what it is already
    QCOMPARE(changes.size(), 0);
    settings.setValue(settings::theme, settings::Theme::Light);
    settings.setValue(settings::theme, settings::Theme::Light);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toString(), QString::fromLatin1(settings::theme.key));
}

void SettingsTest::theFallbackCanBeChosenAgain()
{
    store(settings::theme, settings::Theme::Dark);
    store(settings::theme, settings::Theme::System);
    QCOMPARE(afterRestart(settings::theme), settings::Theme::System);
    store(settings::echoServicesV4, {});
    store(settings::echoServicesV4, settings::echoServicesV4.fallback);
    QCOMPARE(afterRestart(settings::echoServicesV4), settings::echoServicesV4.fallback);
}

void SettingsTest::whatCannotBeReadCountsAsNotSet_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a theme we do not know") << QByteArray("[window]\ntheme=Sepia\n");
    QTest::newRow("a theme as number") << QByteArray("[window]\ntheme=2\n");
    QTest::newRow("no theme") << QByteArray("[window]\ntheme=\n");
    QTest::newRow("an id that is none") << QByteArray("[window]\nlastConnection=production\n");
    QTest::newRow("a number that is none") << QByteArray("[test]\nnumber=many\n");
}

void SettingsTest::whatCannotBeReadCountsAsNotSet()
{
    QFETCH(const QByteArray, line);
    writeFile(line);
    constexpr Setting<int> number{"test/number", 7};
    QCOMPARE(afterRestart(settings::theme), settings::Theme::System);
    QCOMPARE(afterRestart(settings::lastConnection), QUuid());
    QCOMPARE(afterRestart(number), 7);
}

void SettingsTest::aFileThatIsNoneIsSurvived()
{
    writeFile("[[[\n===\n\xff\xfe\x1b]no\n");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the settings cannot be read"_s));
    QCOMPARE(afterRestart(settings::theme), settings::Theme::System);
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::SettingsTest, QCoreApplication)
#include "tst_settings.moc"
