// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/LogsController.h"

#include "allowlist/Text.h"
#include "desktop/dialogs/LogFilterForm.h"
#include "desktop/dialogs/LogsDialog.h"
#include "desktop/dialogs/WorkArea.h"

#include <QFileDialog>
#include <QSaveFile>

#include <chrono>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds pauseInChoosing{300};

} // namespace

LogsController::LogsController(ConnectionRecord connection, const ServiceDefinition &definition,
                               ServiceConnector &connector, QWidget *window)
    : m_connection(std::move(connection))
    , m_connector(connector)
    , m_model(*definition.logs)
    , m_dialog(new LogsDialog(m_model, m_connection.name, window))
{
    setParent(m_dialog);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInChoosing);
    connect(&m_pause, &QTimer::timeout, this, &LogsController::read);
    connect(m_dialog, &LogsDialog::filtersChanged, this, [this] { m_pause.start(); });
    connect(m_dialog, &LogsDialog::reloadRequested, this, &LogsController::read);
    connect(m_dialog, &LogsDialog::moreRequested, this, &LogsController::readMore);
    connect(m_dialog, &LogsDialog::exportRequested, this, &LogsController::exportAll);
    connect(m_dialog, &LogsDialog::allowRequested, this, &LogsController::allow);
}

LogsController::~LogsController()
{
    m_reading.cancel();
}

void LogsController::open()
{
    if (m_dialog->isVisible()) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog->show();
    const auto connecting = m_connector.connectTo(m_connection);
    m_dialog->work()->follow(QFuture<void>(connecting), tr("Connecting…"));
    whenDone(connecting, this, [this](const Result<std::shared_ptr<RestService>> &service) { connected(service); });
}

void LogsController::close()
{
    m_dialog->close();
}

void LogsController::connected(const Result<std::shared_ptr<RestService>> &service)
{
    if (!service) {
        m_dialog->work()->tell(service.error());
        return;
    }
    m_service = *service;
    // The list that the user came from is what is meant first.
    for (const LogFilter &filter : m_model.description().filters) {
        if (!filter.scopeKey.isEmpty())
            m_dialog->filters()->setValue(filter.key, m_connection.scope.value(filter.scopeKey));
    }
    askForChoices();
    read();
}

/// Without them the filter still has the list that the user came from.
void LogsController::askForChoices()
{
    for (const LogFilter &filter : m_model.description().filters) {
        if (filter.scopeKey.isEmpty())
            continue;
        whenDone(m_service->choices(filter.scopeKey), this,
                 [this, key = filter.scopeKey](const Result<std::vector<ScopeChoice>> &choices) {
                     if (choices)
                         m_dialog->filters()->setScopeChoices(key, *choices);
                 });
    }
}

void LogsController::read()
{
    m_pause.stop();
    if (!m_service)
        return;
    m_reading.cancel();
    m_model.clear();
    m_pagesRead = 0;
    readMore();
}

void LogsController::readMore()
{
    askForPage([] {});
}

/// The next one; `done` once it is in the table.
void LogsController::askForPage(const std::function<void()> &done)
{
    LogQuery query;
    query.filters = m_dialog->filters()->values();
    query.page = m_pagesRead;
    m_reading = m_service->logs(query);
    m_dialog->work()->follow(QFuture<void>(m_reading), tr("Reading the log…"));
    whenDone(m_reading, this, [this, done, question = ++m_questions](const Result<LogPage> &page) {
        if (question != m_questions) // other filters since
            return;
        if (!page) {
            m_dialog->work()->tell(page.error());
            return;
        }
        ++m_pagesRead;
        m_model.append(*page);
        done();
    });
}

void LogsController::allow(int row)
{
    const auto address = parseRange(m_model.addressAt(row));
    if (address)
        Q_EMIT allowRequested(m_model.scopeAt(row), *address);
    else
        m_dialog->work()->tell(BannerKind::Warning,
                               tr("“%1” is not an address that a list could hold.").arg(m_model.addressAt(row)));
}

void LogsController::exportAll()
{
    auto *chooser = new QFileDialog(m_dialog, tr("Export the usage log"), QString(), tr("CSV files (*.csv)"));
    chooser->setObjectName(u"exportChooser"_s);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"csv"_s);
    chooser->selectFile(u"usage-log.csv"_s);
    connect(chooser, &QFileDialog::fileSelected, this, &LogsController::exportTo);
    chooser->open();
}

/// All that match, not only what has been loaded so far.
void LogsController::exportTo(const QString &fileName)
{
    if (!m_model.hasMore()) {
        save(fileName);
        return;
    }
    askForPage([this, fileName] { exportTo(fileName); });
}

void LogsController::save(const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray text = m_model.csv().toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        m_dialog->work()->tell(BannerKind::Success,
                               tr("%Ln requests saved as %1.", nullptr, m_model.rowCount()).arg(fileName));
    else
        m_dialog->work()->tell(makeError(ErrorKind::Storage, file.errorString()));
}

} // namespace gatehouse
