// SPDX-License-Identifier: Apache-2.0
#include "desktop/tour/Tour.h"

#include "desktop/MainWindow.h"
#include "desktop/tour/Picture.h"
#include "sync/ConnectionBook.h"
#include "sync/ServiceConnector.h"

#include <QApplication>
#include <QDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenLooks = 40ms;
constexpr auto patience = 20s;

void say(const QString &line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

} // namespace

Tour::Tour(MainWindow &window, const Workbench &bench, QString folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_bench(bench)
    , m_folder(std::move(folder))
{
    m_looking.setInterval(betweenLooks);
    connect(&m_looking, &QTimer::timeout, this, [this] { look(); });
}

void Tour::begin(std::vector<TourStep> steps)
{
    QDir folder(m_folder);
    if (!folder.mkpath(QStringLiteral("."))) {
        say(tr("The folder %1 cannot be made.").arg(m_folder));
        Q_EMIT finished(false);
        return;
    }
    const QStringList earlier = folder.entryList({QStringLiteral("[0-9][0-9]-*.png")}, QDir::Files);
    for (const QString &picture : earlier)
        folder.remove(picture);
    m_steps = std::move(steps);
    beginStep();
}

void Tour::beginStep()
{
    // Keys go to the active window. Without a window manager nobody makes one active again after a dialog is gone.
    if (!QApplication::activeWindow() && m_activations++ < patience / betweenLooks) {
        m_window.activateWindow();
        QTimer::singleShot(betweenLooks, this, [this] { beginStep(); });
        return;
    }
    m_activations = 0;
    step().act();
    m_sinceAct.start();
    m_looking.start();
}

void Tour::look()
{
    if (!step().shown()) {
        if (std::chrono::milliseconds(m_sinceAct.elapsed()) > patience)
            fail(tr("the window did not show it"));
        return;
    }
    m_looking.stop();
    if (step().held)
        readBack();
    else
        endStep();
}

void Tour::readBack()
{
    const auto own = std::ranges::find_if(m_bench.book.records(), &ConnectionRecord::embedded);
    whenDone(m_bench.connector.connectTo(*own), this, [this](const Result<std::shared_ptr<RestService>> &service) {
        if (!service) {
            judge(failure(service.error()));
            return;
        }
        const std::shared_ptr<RestService> kept = *service;
        whenDone(kept->fetch(), this, [this, kept](const Result<std::vector<Entry>> &entries) { judge(entries); });
    });
}

void Tour::judge(const Result<std::vector<Entry>> &entries)
{
    if (entries && step().held(*entries))
        endStep();
    else if (std::chrono::milliseconds(m_sinceAct.elapsed()) > patience)
        fail(entries ? tr("the service does not hold it") : explain(entries.error()));
    else
        m_looking.start();
}

void Tour::endStep()
{
    save({});
    const QString proof = step().held ? tr("read back from the service") : tr("seen in the window");
    say(QStringLiteral("%1  %2 – %3").arg(m_at + 1, 2, 10, QLatin1Char('0')).arg(step().sentence, proof));
    if (++m_at == m_steps.size())
        Q_EMIT finished(true);
    else
        beginStep();
}

void Tour::fail(const QString &reason)
{
    m_looking.stop();
    save(QStringLiteral("-failed"));
    say(tr("%1  FAILED: %2 – %3").arg(m_at + 1, 2, 10, QLatin1Char('0')).arg(step().sentence, reason));
    Q_EMIT finished(false);
}

void Tour::save(const QString &suffix)
{
    const QString name = QStringLiteral("%1-%2%3.png").arg(m_at + 1, 2, 10, QLatin1Char('0')).arg(step().name, suffix);
    if (!pictureOf(m_window).save(QDir(m_folder).filePath(name)))
        say(tr("The picture %1 cannot be saved.").arg(name));
}

} // namespace gatehouse
