// SPDX-License-Identifier: Apache-2.0
#include "sync/KeeperInstaller.h"

#include "sync/Chain.h"
#include "sync/CommandRun.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String unitName("gatehouse-keeper");
constexpr QLatin1String cronMark("# gatehouse-keeper");

/// As systemd reads a word: quoted, and its specifiers are none.
QString unitWord(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'%', u"%%"_s).replace(u'$', u"$$"_s);
    return u'"' + word + u'"';
}

/// As cron and its shell read a word.
QString cronWord(QString word)
{
    word.replace(u'\'', u"'\\''"_s).replace(u'%', u"\\%"_s);
    return u'\'' + word + u'\'';
}

QString commandLine(const KeeperPlaces &places, const QString &command, QString (*quote)(QString))
{
    QStringList words{quote(places.program)};
    if (!places.home.isEmpty())
        words << u"--home"_s << quote(places.home);
    return words.join(u' ') + u' ' + command;
}

/// That sweeping failed is no reason not to follow.
QString serviceUnit(const KeeperPlaces &places, bool follows)
{
    const QString sweep = commandLine(places, u"sweep"_s, unitWord);
    const QString runs =
        follows ? u"ExecStart=-%1\nExecStart=%2\n"_s.arg(sweep, commandLine(places, u"follow --yes"_s, unitWord))
                : u"ExecStart=%1\n"_s.arg(sweep);
    return u"[Unit]\nDescription=Gatehouse: end what has expired on IP allowlists\n\n[Service]\nType=oneshot\n"_s +
           runs;
}

constexpr QLatin1String timerUnit("[Unit]\nDescription=Gatehouse: the keeper, every five minutes\n\n[Timer]\n"
                                  "OnCalendar=*:0/5\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n");

QString cronLine(const KeeperPlaces &places, bool follows)
{
    QString run = commandLine(places, u"sweep"_s, cronWord);
    if (follows)
        run += u"; "_s + commandLine(places, u"follow --yes"_s, cronWord);
    return u"*/5 * * * * %1 %2\n"_s.arg(run, cronMark);
}

bool isOurs(const QByteArray &line)
{
    return line.trimmed().endsWith(cronMark.data());
}

/// Every other byte is the user's, and stays.
QByteArray withoutOurs(const QByteArray &crontab)
{
    QByteArray rest;
    for (qsizetype begin = 0; begin < crontab.size();) {
        const qsizetype newline = crontab.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? crontab.size() : newline + 1;
        const QByteArray line = crontab.sliced(begin, end - begin);
        if (!isOurs(line))
            rest += line;
        begin = end;
    }
    if (!rest.isEmpty() && !rest.endsWith('\n'))
        rest += '\n';
    return rest;
}

/// What crontab says of a user who has no table yet; whatever else it fails with, there may be one.
bool saysNoTable(const CommandOutcome &listed)
{
    return listed.status == 1 && listed.err.contains(u"no crontab"_s);
}

/// A path with a line end would be two lines of a unit or of a crontab.
bool isOneLine(const QString &path)
{
    return std::ranges::none_of(path, [](QChar character) { return character.category() == QChar::Other_Control; });
}

Result<void> writeFile(const QString &path, const QString &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit())
        return {};
    return failure(ErrorKind::Storage, KeeperInstaller::tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

} // namespace

/// One call. Lives by its chain's continuations.
class KeeperInstaller::Job final : public std::enable_shared_from_this<Job>
{
public:
    explicit Job(KeeperInstaller &installer)
        : m_places(installer.m_places)
        , m_context(&installer)
        , m_chain(Chain<KeeperInstallation>::begin(&installer))
    {}

    Future<KeeperInstallation> look()
    {
        readBack();
        return m_chain->future();
    }

    Future<KeeperInstallation> remove()
    {
        clear([self = shared_from_this()] { self->readBack(); });
        return m_chain->future();
    }

    Future<KeeperInstallation> install(bool follows)
    {
        if (!isOneLine(m_places.program) || !isOneLine(m_places.home))
            return readyFailure<KeeperInstallation>(makeError(
                ErrorKind::InvalidInput,
                KeeperInstaller::tr("The path of the program or of its data has a line end or another control "
                                    "character in it, which no timer can hold.")));
        clear([self = shared_from_this(), follows] {
            self->m_chain->either(self->run(self->m_places.systemctl, {u"--user"_s, u"show-environment"_s}),
                                  [self, follows](const Result<CommandOutcome> &session) {
                                      if (session && session->isGood())
                                          self->installUnits(follows);
                                      else
                                          self->installCron(follows);
                                  });
        });
        return m_chain->future();
    }

private:
    [[nodiscard]] QString unit(const QString &kind) const
    {
        return QDir(m_places.unitFolder).filePath(unitName + kind);
    }
    [[nodiscard]] Future<CommandOutcome> run(const QString &program, const QStringList &arguments,
                                             const QByteArray &input = {})
    {
        return runCommand(program, arguments, input, m_context);
    }

    /// One that must succeed.
    void need(const QString &program, const QStringList &arguments, const QByteArray &input,
              const std::function<void()> &next)
    {
        m_chain->then(run(program, arguments, input),
                      [self = shared_from_this(), program, next](const CommandOutcome &ended) {
                          if (ended.isGood())
                              next();
                          else
                              self->fail(program, ended);
                      });
    }

    void fail(const QString &program, const CommandOutcome &ended)
    {
        m_chain->finish(
            failure(ErrorKind::Storage, KeeperInstaller::tr("%1 failed with status %2. %3")
                                            .arg(program, QString::number(ended.status), ended.err.trimmed())));
    }

    /// Takes away whatever of ours is there, by either way.
    void clear(const std::function<void()> &next)
    {
        const auto clearCron = [self = shared_from_this(), next] {
            self->m_chain->either(self->run(self->m_places.crontab, {u"-l"_s}),
                                  [self, next](const Result<CommandOutcome> &table) {
                                      const QByteArray old = table && table->isGood() ? table->out : QByteArray();
                                      if (withoutOurs(old) != old)
                                          self->need(self->m_places.crontab, {u"-"_s}, withoutOurs(old), next);
                                      else
                                          next();
                                  });
        };
        if (!QFile::exists(unit(u".timer"_s)) && !QFile::exists(unit(u".service"_s))) {
            clearCron();
            return;
        }
        // Where the session is gone the files are all there is.
        m_chain->either(run(m_places.systemctl, {u"--user"_s, u"disable"_s, u"--now"_s, unitName + u".timer"_s}),
                        [self = shared_from_this(), clearCron](const Result<CommandOutcome> &) {
                            QFile::remove(self->unit(u".timer"_s));
                            QFile::remove(self->unit(u".service"_s));
                            self->m_chain->either(
                                self->run(self->m_places.systemctl, {u"--user"_s, u"daemon-reload"_s}),
                                [clearCron](const Result<CommandOutcome> &) { clearCron(); });
                        });
    }

    void installUnits(bool follows)
    {
        QDir().mkpath(m_places.unitFolder);
        const auto written = writeFile(unit(u".service"_s), serviceUnit(m_places, follows)).and_then([&] {
            return writeFile(unit(u".timer"_s), timerUnit);
        });
        if (!written) {
            m_chain->finish(failure(written.error()));
            return;
        }
        const QStringList enable{u"--user"_s, u"enable"_s, u"--now"_s, unitName + u".timer"_s};
        need(m_places.systemctl, {u"--user"_s, u"daemon-reload"_s}, {}, [self = shared_from_this(), enable] {
            self->need(self->m_places.systemctl, enable, {}, [self] { self->readBack(); });
        });
    }

    /// `crontab -l` fails where there is no table yet.
    void installCron(bool follows)
    {
        m_chain->either(run(m_places.crontab, {u"-l"_s}), [self = shared_from_this(),
                                                           follows](const Result<CommandOutcome> &table) {
            if (!table && table.error().kind == ErrorKind::Timeout) {
                self->m_chain->finish(failure(table.error()));
                return;
            }
            if (!table) {
                self->m_chain->finish(failure(
                    ErrorKind::Storage,
                    KeeperInstaller::tr("This computer has neither a systemd session nor cron. Run “gatehouse-cli "
                                        "sweep” by what starts programs at times here.")));
                return;
            }
            if (!table->isGood() && !saysNoTable(*table)) {
                self->fail(self->m_places.crontab, *table);
                return;
            }
            const QByteArray old = table->isGood() ? withoutOurs(table->out) : QByteArray();
            self->need(self->m_places.crontab, {u"-"_s}, old + cronLine(self->m_places, follows).toUtf8(),
                       [self] { self->readBack(); });
        });
    }

    void readBack()
    {
        QFile service(unit(u".service"_s));
        if (QFile::exists(unit(u".timer"_s)) && service.open(QIODevice::ReadOnly)) {
            const bool follows = service.readAll().contains(" follow --yes\n");
            m_chain->finish(KeeperInstallation{KeeperTimer::Systemd, follows});
            return;
        }
        m_chain->either(run(m_places.crontab, {u"-l"_s}),
                        [self = shared_from_this()](const Result<CommandOutcome> &table) {
                            KeeperInstallation found;
                            for (const QByteArray &line : table ? table->out.split('\n') : QList<QByteArray>()) {
                                if (!isOurs(line) || line.startsWith('#'))
                                    continue;
                                found.timer = KeeperTimer::Cron;
                                found.follows = line.contains(" follow --yes ");
                            }
                            self->m_chain->finish(found);
                        });
    }

    const KeeperPlaces m_places;
    QObject *m_context;
    const std::shared_ptr<Chain<KeeperInstallation>> m_chain;
};

KeeperInstaller::KeeperInstaller(KeeperPlaces places, QObject *parent)
    : QObject(parent)
    , m_places(std::move(places))
{}

Future<KeeperInstallation> KeeperInstaller::look()
{
    return std::make_shared<Job>(*this)->look();
}

Future<KeeperInstallation> KeeperInstaller::install(bool follows)
{
    return std::make_shared<Job>(*this)->install(follows);
}

Future<KeeperInstallation> KeeperInstaller::remove()
{
    return std::make_shared<Job>(*this)->remove();
}

} // namespace gatehouse
