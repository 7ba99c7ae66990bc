// SPDX-License-Identifier: Apache-2.0
// What deploying consists of: where to, which text, how the file is replaced and the program told.
#include "server/deploy/DeployTarget.h"
#include "server/deploy/DeployText.h"
#include "server/deploy/ReloadCommand.h"
#include "server/deploy/ReplaceFile.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto noon = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

StoredEntry entry(const char *range, bool active = true, const QDateTime &expiresAt = {})
{
    StoredEntry entry;
    entry.range = *IpRange::parse(range);
    entry.active = active;
    entry.expiresAt = expiresAt;
    return entry;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

bool never()
{
    return false;
}

} // namespace

class DeployPartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void targetIsRead_data();
    void targetIsRead();
    void targetIsRefused_data();
    void targetIsRefused();
    void relativeFileBecomesAbsolute();

    void textOfAList_data();
    void textOfAList();
    void emptyListDeniesWhenTold();
    void nginxTextNamesTheList();
    void nextExpiryIsKnown_data();
    void nextExpiryIsKnown();

    void fileIsReplaced();
    void sameContentIsLeftAlone();
    void permissionsAndLinksStay();
    void fileCannotBeReplaced_data();
    void fileCannotBeReplaced();
    void fullDiskLeavesTheOldFile();

    void commandIsSplitWithoutAShell();
    void commandWithoutProgramIsRefused_data();
    void commandWithoutProgramIsRefused();
    void noCommandIsNoFailure();
    void commandFails_data();
    void commandFails();
    void slowCommandIsEndedWithItsChildren();
    void commandIsEndedWhenGivenUp();
    void signalsReachTheCommand();
    void talkativeCommandIsNotHeldUp();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DeployPartsTest::targetIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<DeployTarget>("expected");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("scope");
    using Form = DeployTarget::Form;
    QTest::newRow("nginx") << u"nginx:/etc/nginx/allow.conf"_s
                           << DeployTarget{Form::Nginx, ScopeKind::Environment, u"local"_s, u"/etc/nginx/allow.conf"_s}
                           << u"nginx:/etc/nginx/allow.conf"_s << u"environment/local"_s;
    QTest::newRow("file") << u"file:/srv/list"_s
                          << DeployTarget{Form::File, ScopeKind::Environment, u"local"_s, u"/srv/list"_s}
                          << u"file:/srv/list"_s << u"environment/local"_s;
    QTest::newRow("another list") << u"nginx:organization/acme:/srv/acme"_s
                                  << DeployTarget{Form::Nginx, ScopeKind::Organization, u"acme"_s, u"/srv/acme"_s}
                                  << u"nginx:/srv/acme"_s << u"organization/acme"_s;
    QTest::newRow("an API key's") << u"file:api-key/k1:/srv/k1"_s
                                  << DeployTarget{Form::File, ScopeKind::ApiKey, u"k1"_s, u"/srv/k1"_s}
                                  << u"file:/srv/k1"_s << u"api-key/k1"_s;
    QTest::newRow("colon in the file") << u"file:/srv/a:b"_s
                                       << DeployTarget{Form::File, ScopeKind::Environment, u"local"_s, u"/srv/a:b"_s}
                                       << u"file:/srv/a:b"_s << u"environment/local"_s;
}

void DeployPartsTest::targetIsRead()
{
    QFETCH(QString, text);
    const auto target = DeployTarget::parse(text);
    QVERIFY2(target, qPrintable(target ? QString() : target.error().message));
    QTEST(*target, "expected");
    QTEST(target->name(), "name");
    QTEST(target->scopeName(), "scope");
}

void DeployPartsTest::targetIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no form") << u"/etc/nginx/allow.conf"_s;
    QTest::newRow("unknown form") << u"apache:/etc/allow"_s;
    QTest::newRow("no file") << u"nginx:"_s;
    QTest::newRow("list without a file") << u"nginx:organization/acme"_s;
    QTest::newRow("list with an empty file") << u"nginx:organization/acme:"_s;
    QTest::newRow("list without an id") << u"nginx:organization/:/srv/x"_s;
}

void DeployPartsTest::targetIsRefused()
{
    QFETCH(QString, text);
    const auto refused = DeployTarget::parse(text);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(refused.error().message.contains(u"nginx:FILE"_s), qPrintable(refused.error().message));
}

void DeployPartsTest::relativeFileBecomesAbsolute()
{
    QCOMPARE(DeployTarget::parse(u"file:lists/a"_s)->file, QDir::currentPath() + u"/lists/a"_s);
    QCOMPARE(DeployTarget::parse(u"file:planet/a"_s)->file, QDir::currentPath() + u"/planet/a"_s);
}

void DeployPartsTest::textOfAList_data()
{
    QTest::addColumn<QList<StoredEntry>>("entries");
    QTest::addColumn<QByteArray>("nginx");
    QTest::addColumn<QByteArray>("plain");
    const QByteArray allOpen = "0.0.0.0/0\n::/0\n";
    const auto past = noon.addSecs(-1);
    const auto future = noon.addSecs(1);
    QTest::newRow("addresses and networks of both families")
        << QList{entry("203.0.113.5"), entry("10.0.0.0/8"), entry("2001:db8::1"), entry("2001:db8::/48")}
        << QByteArray("allow 203.0.113.5;\nallow 10.0.0.0/8;\nallow 2001:db8::1;\nallow 2001:db8::/48;\ndeny all;\n")
        << QByteArray("203.0.113.5\n10.0.0.0/8\n2001:db8::1\n2001:db8::/48\n");
    QTest::newRow("empty is open") << QList<StoredEntry>() << QByteArray("allow all;\n") << allOpen;
    QTest::newRow("any") << QList{entry("10.0.0.1"), entry("*")} << QByteArray("allow all;\n") << allOpen;
    QTest::newRow("all of one family leaves out the other")
        << QList{entry("0.0.0.0/0")} << QByteArray("allow 0.0.0.0/0;\ndeny all;\n") << QByteArray("0.0.0.0/0\n");
    QTest::newRow("inactive is left out") << QList{entry("10.0.0.1"), entry("*", false), entry("10.0.0.2", false)}
                                          << QByteArray("allow 10.0.0.1;\ndeny all;\n") << QByteArray("10.0.0.1\n");
    QTest::newRow("nothing active is open") << QList{entry("10.0.0.1", false)} << QByteArray("allow all;\n") << allOpen;
    QTest::newRow("expired is out") << QList{entry("10.0.0.1", true, past), entry("10.0.0.2", true, future),
                                             entry("10.0.0.3", true, noon)}
                                    << QByteArray("allow 10.0.0.2;\ndeny all;\n") << QByteArray("10.0.0.2\n");
    QTest::newRow("all expired is open") << QList{entry("10.0.0.1", true, past)} << QByteArray("allow all;\n")
                                         << allOpen;
}

void DeployPartsTest::textOfAList()
{
    QFETCH(QList<StoredEntry>, entries);
    const auto letIn = LetIn::of(entries, noon);
    DeployTarget target;
    const auto nginx = deployText(target, letIn, EmptyList::Allow);
    QTEST(nginx.mid(nginx.indexOf('\n') + 1), "nginx"); // after the comment
    target.form = DeployTarget::Form::File;
    QTEST(deployText(target, letIn, EmptyList::Allow), "plain");
}

void DeployPartsTest::emptyListDeniesWhenTold()
{
    DeployTarget target;
    const auto textOf = [&](const QList<StoredEntry> &entries) {
        const auto text = deployText(target, LetIn::of(entries, noon), EmptyList::Deny);
        return text.mid(target.form == DeployTarget::Form::Nginx ? text.indexOf('\n') + 1 : 0);
    };
    QCOMPARE(textOf({}), "deny all;\n");
    QCOMPARE(textOf({entry("10.0.0.1", true, noon)}), "deny all;\n");
    QCOMPARE(textOf({entry("10.0.0.1", false)}), "deny all;\n");
    QCOMPARE(textOf({entry("*")}), "allow all;\n");
    target.form = DeployTarget::Form::File;
    QCOMPARE(textOf({}), "");
    QCOMPARE(textOf({entry("*")}), "0.0.0.0/0\n::/0\n");
}

void DeployPartsTest::nginxTextNamesTheList()
{
    DeployTarget target;
    target.scopeId = u"bürö;}"_s;
    const auto text = deployText(target, {}, EmptyList::Allow);
    QVERIFY(text.startsWith("# The allowlist of environment/bürö;}"));
    QCOMPARE(text.count('\n'), 2); // nothing of the name comes out of the comment
}

void DeployPartsTest::nextExpiryIsKnown_data()
{
    QTest::addColumn<QList<StoredEntry>>("entries");
    QTest::addColumn<QDateTime>("until");
    QTest::newRow("none") << QList{entry("10.0.0.1")} << QDateTime();
    QTest::newRow("the soonest") << QList{entry("10.0.0.1", true, noon.addSecs(9)),
                                          entry("10.0.0.2", true, noon.addSecs(5)), entry("10.0.0.3")}
                                 << noon.addSecs(5);
    QTest::newRow("not of what is past") << QList{entry("10.0.0.1", true, noon),
                                                  entry("10.0.0.2", true, noon.addSecs(9))}
                                         << noon.addSecs(9);
    QTest::newRow("not of what is inactive") << QList{entry("10.0.0.1", false, noon.addSecs(5))} << QDateTime();
}

void DeployPartsTest::nextExpiryIsKnown()
{
    QFETCH(QList<StoredEntry>, entries);
    QTEST(LetIn::of(entries, noon).until, "until");
}

void DeployPartsTest::fileIsReplaced()
{
    QCOMPARE(replaceFile(path(u"f"_s), "one"), Result<bool>(true));
    QCOMPARE(contentOf(path(u"f"_s)), "one");
    QFile reader(path(u"f"_s));
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QCOMPARE(replaceFile(path(u"f"_s), QByteArray(100'000, 'x')), Result<bool>(true));
    QCOMPARE(reader.readAll(), "one"); // whoever has it open sees all of the old one
    QCOMPARE(contentOf(path(u"f"_s)), QByteArray(100'000, 'x'));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"f"_s}); // no temporary file is left
}

void DeployPartsTest::sameContentIsLeftAlone()
{
    QVERIFY(replaceFile(path(u"f"_s), "one"));
    const QFile before(path(u"f"_s));
    const auto modified = before.fileTime(QFileDevice::FileModificationTime);
    QCOMPARE(replaceFile(path(u"f"_s), "one"), Result<bool>(false));
    QCOMPARE(before.fileTime(QFileDevice::FileModificationTime), modified);
    QCOMPARE(replaceFile(path(u"empty"_s), ""), Result<bool>(true)); // missing is not the same as empty
    QVERIFY(QFile::exists(path(u"empty"_s)));
}

void DeployPartsTest::permissionsAndLinksStay()
{
    QVERIFY(replaceFile(path(u"f"_s), "one"));
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path(u"f"_s), mine));
    QVERIFY(QFile::link(path(u"f"_s), path(u"link"_s)));
    QCOMPARE(replaceFile(path(u"link"_s), "two"), Result<bool>(true));
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QCOMPARE(contentOf(path(u"f"_s)), "two");
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path(u"f"_s)) & others, QFile::ReadGroup);
}

void DeployPartsTest::fileCannotBeReplaced_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("folder missing") << u"nowhere/f"_s;
    QTest::newRow("is a folder") << u"folder"_s;
    QTest::newRow("below a file") << u"plain/f"_s;
}

void DeployPartsTest::fileCannotBeReplaced()
{
    QFETCH(QString, file);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QVERIFY(replaceFile(path(u"plain"_s), "one"));
    const auto refused = replaceFile(path(file), "two");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY2(refused.error().message.contains(path(file)), qPrintable(refused.error().message));
}

void DeployPartsTest::fullDiskLeavesTheOldFile()
{
    QVERIFY(replaceFile(path(u"f"_s), "one"));
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{1000, before.rlim_max};
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto refused = replaceFile(path(u"f"_s), QByteArray(100'000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, ignored);
    QVERIFY(!refused);
    QCOMPARE(contentOf(path(u"f"_s)), "one");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"f"_s});
}

void DeployPartsTest::commandIsSplitWithoutAShell()
{
    const auto command = ReloadCommand::parse(u"touch \"%1\" '%1' $HOME"_s.arg(path(u"a b"_s)));
    QVERIFY(command);
    const auto before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto done = command->run(20s, never);
    QVERIFY(QDir::setCurrent(before));
    // The quotes kept the blank. Apostrophes and $HOME mean nothing: there is no folder '.
    QVERIFY(!done);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), (QStringList{u"$HOME"_s, u"a b"_s, u"b'"_s}));
}

void DeployPartsTest::commandWithoutProgramIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"   "_s;
}

void DeployPartsTest::commandWithoutProgramIsRefused()
{
    QFETCH(QString, text);
    const auto refused = ReloadCommand::parse(text);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
}

void DeployPartsTest::noCommandIsNoFailure()
{
    QVERIFY(ReloadCommand().run(0ms, never));
    QVERIFY(ReloadCommand::parse(u"true"_s)->run(20s, never));
}

void DeployPartsTest::commandFails_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    QTest::newRow("status") << u"false"_s << u"status 1"_s;
    QTest::newRow("with its words") << u"sh -c \"echo nothing to see; echo broken here >&2; exit 7\""_s
                                    << u"status 7: broken here"_s;
    QTest::newRow("not installed") << u"no-such-program-anywhere -x"_s << u"no-such-program-anywhere"_s;
    QTest::newRow("not executable") << u"/etc/passwd"_s << u"/etc/passwd"_s;
    QTest::newRow("crash") << u"sh -c \"kill -SEGV $$\""_s << u"crashed"_s;
}

void DeployPartsTest::commandFails()
{
    QFETCH(QString, command);
    QFETCH(QString, said);
    const auto failed = ReloadCommand::parse(command)->run(20s, never);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Rejected);
    QVERIFY2(failed.error().message.contains(said), qPrintable(failed.error().message));
    QVERIFY(!failed.error().message.contains(u"nothing to see"_s));
}

void DeployPartsTest::slowCommandIsEndedWithItsChildren()
{
    const auto file = path(u"child"_s);
    const auto command = u"sh -c \"sleep 1000 & echo $! > %1; echo waiting >&2; wait\""_s.arg(file);
    // However long the command takes to come so far.
    const auto failed = ReloadCommand::parse(command)->run(24h, [&] { return contentOf(file).endsWith('\n'); });
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(u"too long"_s), qPrintable(failed.error().message));
    const auto child = pid_t(contentOf(file).trimmed().toInt());
    QVERIFY(child > 0);
    // Gone, or waiting for init to take notice.
    const auto state = [child] {
        const auto stat = contentOf(u"/proc/%1/stat"_s.arg(child));
        return stat.mid(stat.lastIndexOf(')') + 2, 1);
    };
    QTRY_VERIFY2(state().isEmpty() || state() == "Z", state().constData());
}

void DeployPartsTest::commandIsEndedWhenGivenUp()
{
    QVERIFY(!ReloadCommand::parse(u"sleep 1000"_s)->run(24h, [] { return true; }));
    QVERIFY(!ReloadCommand::parse(u"sleep 1000"_s)->run(1ms, never));
}

void DeployPartsTest::signalsReachTheCommand()
{
    // The service blocks them for itself; what it starts must not inherit that.
    sigset_t end;
    sigset_t before;
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    QCOMPARE(pthread_sigmask(SIG_BLOCK, &end, &before), 0);
    const auto failed = ReloadCommand::parse(u"sh -c \"kill -TERM $$; echo survived >&2; exit 9\""_s)->run(20s, never);
    QCOMPARE(pthread_sigmask(SIG_SETMASK, &before, nullptr), 0);
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(u"crashed"_s), qPrintable(failed.error().message));
}

void DeployPartsTest::talkativeCommandIsNotHeldUp()
{
    const auto failed =
        ReloadCommand::parse(u"sh -c \"head -c 5000000 /dev/zero | tr '\\0' x >&2; echo the end >&2; exit 3\""_s)
            ->run(60s, never);
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(u"status 3"_s), qPrintable(failed.error().message.left(200)));
    QVERIFY(failed.error().message.endsWith(u"the end"_s));
    QVERIFY(failed.error().message.size() < 1000);
}

GATEHOUSE_TEST(DeployPartsTest, QCoreApplication)
#include "tst_deploy_parts.moc"
