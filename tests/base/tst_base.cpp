// SPDX-License-Identifier: Apache-2.0
#include "base/Csv.h"
#include "base/Error.h"
#include "base/Home.h"
#include "base/Redaction.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestBase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void homeOnTheCommandLineWins();
    void homeOfTheEnvironment();
    void homeOfThePlatform();
    void relativeHomeIsMadeAbsolute();
    void choosingTouchesNothing();
    void createdFoldersAreTheOwnersAlone();
    void creatingTwiceIsFine();
    void homeForOthersIsRefused();
    void settingsAreTheOwnersAlone();
    void folderThatCannotBeMadeIsNamed();
    void homesAreToldApart();
    void everythingLiesInsideTheHome();

    void secretHeaders_data();
    void secretHeaders();
    void secretsAreMasked_data();
    void secretsAreMasked();

    void kindsHaveNamesAndSentences();

    void cellsOfCsv_data();
    void cellsOfCsv();
    void csvIsReadAsItIsWritten_data();
    void csvIsReadAsItIsWritten();
    void csvThatIsNone_data();
    void csvThatIsNone();
    void manyCellsAreNotKept();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qunsetenv("GATEHOUSE_HOME");
}

void TestBase::homeOnTheCommandLineWins()
{
    qputenv("GATEHOUSE_HOME", "/somewhere/else");

    const Home home = Home::choose(m_folder->filePath(u"mine"_s));

    QCOMPARE(home.config, m_folder->filePath(u"mine/config"_s));
    QCOMPARE(home.data, m_folder->filePath(u"mine/data"_s));
}

void TestBase::homeOfTheEnvironment()
{
    qputenv("GATEHOUSE_HOME", QFile::encodeName(m_folder->path()));

    QCOMPARE(Home::choose({}).data, m_folder->filePath(u"data"_s));
}

void TestBase::homeOfThePlatform()
{
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->filePath(u"c"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->filePath(u"d"_s)));

    const Home home = Home::choose({});

    qunsetenv("XDG_CONFIG_HOME");
    qunsetenv("XDG_DATA_HOME");
    QCOMPARE(home.config, m_folder->filePath(u"c/gatehouse"_s));
    QCOMPARE(home.data, m_folder->filePath(u"d/gatehouse"_s));
}

void TestBase::relativeHomeIsMadeAbsolute()
{
    QCOMPARE(Home::choose(u"near/../here"_s).data, QDir::current().filePath(u"here/data"_s));
}

void TestBase::choosingTouchesNothing()
{
    const Home home = Home::choose(m_folder->filePath(u"new"_s));

    QVERIFY(!home.id().isEmpty());
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"new"_s)));
}

void TestBase::createdFoldersAreTheOwnersAlone()
{
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const Home home = Home::choose(m_folder->filePath(u"deep/er"_s));

    QVERIFY(home.create());

    for (const QString &folder : {home.config, home.data}) {
        QVERIFY(QFileInfo(folder).isDir());
        QVERIFY(QFileInfo(folder).isWritable());
        QVERIFY((QFile::permissions(folder) & others) == QFile::Permissions());
    }
}

void TestBase::creatingTwiceIsFine()
{
    const Home home = Home::choose(m_folder->path());
    QVERIFY(home.create());
    QFile kept(home.databaseFile());
    QVERIFY(kept.open(QIODevice::WriteOnly));

    QVERIFY(home.create());

    QVERIFY(kept.exists());
}

void TestBase::homeForOthersIsRefused()
{
    const Home home = Home::choose(m_folder->filePath(u"home"_s));
    QVERIFY(home.create());
    QCOMPARE(QFile::permissions(home.root) & QFile::ReadOther, QFile::Permissions());
    for (const QString &folder : {home.root, home.config, home.data}) {
        const auto before = QFile::permissions(folder);
        QVERIFY(QFile::setPermissions(folder, before | QFile::WriteGroup));
        const auto refused = home.create();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"chmod go-w "_s + folder), qPrintable(refused.error().message));
        QVERIFY(QFile::setPermissions(folder, before));
    }
    QVERIFY(home.create());
}

void TestBase::settingsAreTheOwnersAlone()
{
    const Home home = Home::choose(m_folder->path());
    QVERIFY(home.create());
    QSettings(home.settingsFile(), QSettings::IniFormat).setValue(u"a"_s, 1);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(home.settingsFile()) & others, QFile::Permissions());
    QVERIFY(QFile::setPermissions(home.settingsFile(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(home.create()); // of an earlier version
    QCOMPARE(QFile::permissions(home.settingsFile()) & others, QFile::Permissions());
}

void TestBase::folderThatCannotBeMadeIsNamed()
{
    QFile inTheWay(m_folder->filePath(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Home home = Home::choose(m_folder->path());

    const auto made = home.create();

    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Storage);
    QVERIFY(made.error().message.contains(home.data));
}

void TestBase::homesAreToldApart()
{
    const QString one = Home::choose(m_folder->filePath(u"one"_s)).id();
    const QString two = Home::choose(m_folder->filePath(u"two"_s)).id();

    QVERIFY(one != two);
    QCOMPARE(Home::choose(m_folder->filePath(u"./two"_s)).id(), two);
}

void TestBase::everythingLiesInsideTheHome()
{
    const Home home = Home::choose(m_folder->path());
    const QStringList paths{home.settingsFile(), home.databaseFile(), home.serviceDataFolder(),
                            home.userDefinitionsFolder()};

    for (const QString &path : paths)
        QVERIFY2(path.startsWith(m_folder->path() + u'/'), qPrintable(path));
    QCOMPARE(QSet<QString>(paths.begin(), paths.end()).size(), paths.size());
}

void TestBase::secretHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("secret");
    for (const char *name : {"Authorization", "authorization", "Proxy-Authorization", "Cookie", "Set-Cookie",
                             "x-api-key", "X-BitByBit-Key", "X-Auth-Token", "Client-Secret", "X-Password"})
        QTest::addRow("%s", name) << QByteArray(name) << true;
    for (const char *name :
         {"Accept", "Content-Type", "X-Request-Id", "Retry-After", "Keep-Alive", "WWW-Authenticate", ""})
        QTest::addRow("'%s'", name) << QByteArray(name) << false;
}

void TestBase::secretHeaders()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, secret);

    QCOMPARE(isSecretHeader(name), secret);
}

void TestBase::secretsAreMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("secrets");
    QTest::addColumn<QString>("masked");
    const QString mark = QString::fromUtf8(redactionMark);
    QTest::newRow("nothing to mask") << u"a text"_s << QStringList{u"hush"_s} << u"a text"_s;
    QTest::newRow("everywhere") << u"hush, hush!"_s << QStringList{u"hush"_s} << mark + u", "_s + mark + u"!"_s;
    QTest::newRow("several") << u"key1 and key2"_s << QStringList{u"key1"_s, u"key2"_s} << mark + u" and "_s + mark;
    QTest::newRow("one inside the other, short one first")
        << u"secret-token"_s << QStringList{u"secret"_s, u"secret-token"_s} << mark;
    QTest::newRow("one inside the other, long one first")
        << u"secret-token"_s << QStringList{u"secret-token"_s, u"secret"_s} << mark;
    QTest::newRow("too short to hide anything") << u"abc"_s << QStringList{u"abc"_s, QString()} << u"abc"_s;
    QTest::newRow("other case is another text") << u"HUSH"_s << QStringList{u"hush"_s} << u"HUSH"_s;
}

void TestBase::secretsAreMasked()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, secrets);
    QFETCH(const QString, masked);

    QCOMPARE(redacted(text, secrets), masked);
}

void TestBase::kindsHaveNamesAndSentences()
{
    QSet<QString> names;
    QSet<QString> sentences;
    int count = 0;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Cancelled); ++kind) {
        Error error;
        error.kind = static_cast<ErrorKind>(kind);
        const QString name = kindName(error.kind);
        for (const QChar c : name)
            QVERIFY2(c == u'-' || (c >= u'a' && c <= u'z'), qPrintable(name));
        names << name;
        sentences << explain(error);
        ++count;
    }
    QCOMPARE(names.size(), count);
    QCOMPARE(sentences.size(), count);
    QVERIFY(!names.contains(QString()) && !sentences.contains(QString()));
}

void TestBase::cellsOfCsv_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("record");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s} << u"a,b c"_s;
    QTest::newRow("empty") << QStringList{QString(), u"b"_s, QString()} << u",b,"_s;
    QTest::newRow("comma") << QStringList{u"a,b"_s} << u"\"a,b\""_s;
    QTest::newRow("quotes") << QStringList{u"a \"b\""_s} << u"\"a \"\"b\"\"\""_s;
    QTest::newRow("line break") << QStringList{u"a\r\nb"_s} << u"\"a\r\nb\""_s;
    QTest::newRow("formulas") << QStringList{u"=1+1"_s, u"+1"_s, u"-1"_s, u"@a"_s, u"\tb"_s}
                              << u"'=1+1,'+1,'-1,'@a,'\tb"_s;
    QTest::newRow("formula in quotes") << QStringList{u"=HYPERLINK(\"a\",1)"_s} << u"\"'=HYPERLINK(\"\"a\"\",1)\""_s;
    QTest::newRow("no formula") << QStringList{u"a=1"_s, u"1-2"_s} << u"a=1,1-2"_s;
}

void TestBase::cellsOfCsv()
{
    QFETCH(const QStringList, cells);
    QTEST(csvRecord(cells), "record");
}

void TestBase::csvIsReadAsItIsWritten_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s};
    QTest::newRow("empty") << QStringList{QString(), u"b"_s, QString()};
    QTest::newRow("comma, quotes and lines") << QStringList{u"a,b"_s, u"a \"b\""_s, u"a\r\nb\nc"_s};
    QTest::newRow("formulas") << QStringList{u"=1+1"_s, u"+1"_s, u"-1"_s, u"@a"_s, u"\tb"_s, u"\rb"_s};
    QTest::newRow("apostrophes") << QStringList{u"'"_s, u"'a"_s, u"'=1"_s, u"''=1"_s, u"'' "_s};
    QTest::newRow("beyond the first plane") << QStringList{u"\U0001F512,"_s, u"\u05D0"_s};
}

void TestBase::csvIsReadAsItIsWritten()
{
    QFETCH(const QStringList, cells);
    for (const QString &end : {u"\r\n"_s, u"\n"_s, QString()}) {
        const auto records = readCsv(QString(csvRecord({u"first"_s}) + u"\r\n\r\n" + csvRecord(cells) + end));
        QVERIFY(records);
        QCOMPARE(records->size(), 2U);
        QStringList read;
        for (const CsvCell &cell : records->back())
            read.append(withoutApostrophe(cell.text));
        QCOMPARE(read, cells);
        QCOMPARE(records->back().front().place, (TextPlace{3, 1}));
    }
}

void TestBase::csvThatIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("quote in a cell") << u"a,b\nc,d\"e"_s << 2 << 4;
    QTest::newRow("quote that is not closed") << u"a\nb,\"c\nd"_s << 2 << 3;
    QTest::newRow("text after the quote") << u"\"a\"b"_s << 1 << 4;
    QTest::newRow("the same after a wide character") << u"\"\U0001F512\"b"_s << 1 << 4;
}

void TestBase::csvThatIsNone()
{
    QFETCH(const QString, text);
    const auto records = readCsv(text);
    QVERIFY(!records);
    QVERIFY(!records.error().reason.isEmpty());
    QTEST(records.error().place.line, "line");
    QTEST(records.error().place.column, "column");
}

void TestBase::manyCellsAreNotKept()
{
    const auto many = readCsv(QString(mostCsvCells + 7, u','));
    QVERIFY(!many.has_value());
    QCOMPARE(many.error().place, (TextPlace{1, int(mostCsvCells) + 1}));
    QVERIFY(readCsv(QString(mostCsvCells / 8, u',')).has_value());
}

GATEHOUSE_TEST(TestBase, QCoreApplication)
#include "tst_base.moc"
