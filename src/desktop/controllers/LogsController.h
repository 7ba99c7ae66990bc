// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/LogTableModel.h"
#include "ip/IpRange.h"
#include "services/RestService.h"
#include "sync/ServiceConnector.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace gatehouse {

class LogsDialog;

/// The usage log of a connection's service: reads it page by page, exports it, and hands over the address of a request
/// to be allowed. Goes when its dialog does.
class LogsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogsController)

public:
    /// `connector` must outlive this; `definition` has logs. `window` becomes the dialog's parent.
    LogsController(ConnectionRecord connection, const ServiceDefinition &definition, ServiceConnector &connector,
                   QWidget *window);
    ~LogsController() override;

    /// Shows the dialog and reads, or brings it to the front when it is open.
    void open();
    void close();

Q_SIGNALS:
    /// Onto the list of that scope value; empty: onto the list of this connection.
    void allowRequested(const QString &scope, const gatehouse::IpRange &address);

private:
    void connected(const Result<std::shared_ptr<RestService>> &service);
    void askForChoices();
    void read();
    void readMore();
    void askForPage(const std::function<void()> &done);
    void allow(int row);
    void exportAll();
    void exportTo(const QString &fileName);
    void save(const QString &fileName);

    ConnectionRecord m_connection;
    ServiceConnector &m_connector;
    LogTableModel m_model;
    LogsDialog *m_dialog;
    std::shared_ptr<RestService> m_service;
    QTimer m_pause; ///< while somebody still chooses filters
    Future<LogPage> m_reading;
    int m_pagesRead = 0;
    int m_questions = 0; ///< asked so far; the answer to an earlier one is of no interest any more
};

} // namespace gatehouse
