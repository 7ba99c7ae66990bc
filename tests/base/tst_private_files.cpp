// SPDX-License-Identifier: Apache-2.0
// Files that others neither read nor put in place of ours, JSON that says one thing, and no memory left on the disk.
#include "base/CoreDumps.h"
#include "base/DuplicateKeys.h"
#include "base/PrivateFiles.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class PrivateFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void missingFoldersAreMadeForTheOwner();
    void foldersAreChecked_data();
    void foldersAreChecked();
    void folderIsQuotedForTheShell();
    void fileIsMadeForTheOwner();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void contentIsReplaced();
    void contentGoesNowhereElse_data();
    void contentGoesNowhereElse();

    void duplicateKeys_data();
    void duplicateKeys();
    void manyKeysAreReadOnce();

    void coreDumpsAreForbidden();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] static int modeOf(const QString &path)
    {
        struct stat found = {};
        return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? int(found.st_mode & 07777U) : -1;
    }
    static bool setMode(const QString &path, mode_t mode)
    {
        return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
    }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    static bool write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void PrivateFilesTest::missingFoldersAreMadeForTheOwner()
{
    QVERIFY(makePrivateFolder(path(u"a/b/c"_s)));
    for (const auto &each : {u"a"_s, u"a/b"_s, u"a/b/c"_s})
        QCOMPARE(modeOf(path(each)), 0700);
}

void PrivateFilesTest::foldersAreChecked_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("of the owner") << 0700 << true;
    QTest::newRow("read by others") << 0755 << true;
    QTest::newRow("written by the group") << 0775 << false;
    QTest::newRow("written by everyone") << 0707 << false;
    QTest::newRow("written by everyone, sticky") << 01777 << false;
}

void PrivateFilesTest::foldersAreChecked()
{
    QFETCH(int, mode);
    QVERIFY(setMode(m_folder->path(), mode_t(mode)));
    const auto made = makePrivateFolder(m_folder->path());
    QTEST(made.has_value(), "isTaken");
    QCOMPARE(modeOf(m_folder->path()), mode); // it is the user's to mend
    if (!made)
        QVERIFY2(made.error().message.contains(u"chmod go-w "_s + m_folder->path()), qPrintable(made.error().message));
    QVERIFY(setMode(m_folder->path(), 0700));
}

void PrivateFilesTest::folderIsQuotedForTheShell()
{
    const auto odd = path(u"it's $HOME"_s);
    QVERIFY(makePrivateFolder(odd));
    QVERIFY(setMode(odd, 0777));
    const auto refused = makePrivateFolder(odd);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(uR"(chmod go-w ')"_s + path(u"it'\\''s $HOME'"_s)),
             qPrintable(refused.error().message));
}

void PrivateFilesTest::fileIsMadeForTheOwner()
{
    QVERIFY(makePrivateFile(path(u"f"_s)));
    QCOMPARE(modeOf(path(u"f"_s)), 0600);
    QVERIFY(write(path(u"f"_s), "kept"));
    QVERIFY(makePrivateFile(path(u"f"_s)));
    QCOMPARE(contentOf(path(u"f"_s)), "kept");
}

void PrivateFilesTest::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("link to a file") << u"link"_s;
    QTest::newRow("link to nothing") << u"dangling"_s;
    QTest::newRow("folder") << u"folder"_s;
    QTest::newRow("pipe") << u"pipe"_s;
}

void PrivateFilesTest::whatIsNoFileIsRefused()
{
    QFETCH(QString, name);
    QVERIFY(write(path(u"file"_s), "mine"));
    QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
    QVERIFY(QFile::link(path(u"nothing"_s), path(u"dangling"_s)));
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    const auto refused = makePrivateFile(path(name));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(refused.error().message.contains(path(name)));
    QVERIFY(!writePrivateFile(path(name), "secret"));
    QCOMPARE(contentOf(path(u"file"_s)), "mine");
    QVERIFY(!QFile::exists(path(u"nothing"_s)));
}

void PrivateFilesTest::contentIsReplaced()
{
    QVERIFY(write(path(u"f"_s), "an older and longer one"));
    QVERIFY(setMode(path(u"f"_s), 0644));
    QVERIFY(writePrivateFile(path(u"f"_s), "secret"));
    QCOMPARE(contentOf(path(u"f"_s)), "secret");
    QCOMPARE(modeOf(path(u"f"_s)), 0600);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"f"_s});
}

void PrivateFilesTest::contentGoesNowhereElse_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("isWritten");
    QTest::newRow("folder of the owner") << 0700 << true;
    QTest::newRow("folder for everyone") << 0777 << false;
    QTest::newRow("folder like /tmp") << 01777 << true;
}

void PrivateFilesTest::contentGoesNowhereElse()
{
    QFETCH(int, mode);
    QVERIFY(setMode(m_folder->path(), mode_t(mode)));
    QTEST(writePrivateFile(path(u"f"_s), "secret").has_value(), "isWritten");
    QTEST(QFile::exists(path(u"f"_s)), "isWritten");
}

void PrivateFilesTest::duplicateKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key"); // null: none
    const auto row = [](const char *name, const char *json, const QString &key = {}) {
        QTest::newRow(name) << QByteArray(json) << key;
    };
    row("none", R"({"a":1,"b":{"a":1,"c":[{"a":1},{"a":1}]}})");
    row("two", R"({"a":1,"a":1})", u"a"_s);
    row("apart", R"({"a":[{"x":1}],"b":{"y":[]},"a":1})", u"a"_s);
    row("deep", R"([{"b":[{"a":1},{"a":1,"c":{},"a":2}]}])", u"a"_s);
    row("blanks between", "{ \"a\" : 1 ,\n\t\"a\" : 2 }", u"a"_s);
    row("written with an escape", R"({"a":1,"\u0061":2})", u"a"_s);
    row("escaped quote", R"({"a\"":1,"a\"":2})", u"a\""_s);
    row("escaped backslash at the end", R"({"a\\":1,"a\\":2})", u"a\\"_s);
    row("empty", R"({"":1,"":2})", u""_s);
    row("other case", R"({"a":1,"A":2})");
    row("values are no keys", R"({"a":"b","b":"b","c":["b","b"]})");
    row("brackets in texts", R"({"a":"},{","b":"{\"a\":","c":["]","["]})");
    row("beyond ASCII", "{\"\xc3\xbc\":1,\"\xc3\xbc\":2}", u"ü"_s);
    row("no object", R"(["a","a"])");
    row("a text", R"("a")");
}

void PrivateFilesTest::duplicateKeys()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    const auto found = duplicateKey(json);
    QCOMPARE(found.has_value(), !key.isNull());
    QCOMPARE(found.value_or(QString()), key);
}

void PrivateFilesTest::manyKeysAreReadOnce()
{
    QByteArray json = "{";
    for (int i = 0; i < 200'000; ++i) // quadratic, this would take minutes
        json += "\"" + QByteArray::number(i) + "\":" + "1,";
    QVERIFY(!duplicateKey(json + "\"x\":1}"));
    QCOMPARE(duplicateKey(json + "\"7\":1}"), u"7"_s);
}

void PrivateFilesTest::coreDumpsAreForbidden()
{
    forbidCoreDumps();
    rlimit limit = {};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0));
}

GATEHOUSE_TEST(PrivateFilesTest, QCoreApplication)
#include "tst_private_files.moc"
