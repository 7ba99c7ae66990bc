// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/ConnectionBook.h"
#include "sync/ServiceConnector.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class ConnectionDialog;
}

namespace gatehouse {

/// Makes or changes a connection. Closes only when it is stored; whatever goes wrong is said in the dialog, and what
/// was entered stays.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDialog)

public:
    /// Without `edited` a new one. `book` and `connector` must outlive this.
    ConnectionDialog(ConnectionBook &book, ServiceConnector &connector, std::optional<ConnectionRecord> edited,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    void accept() override;

Q_SIGNALS:
    void saved(const QUuid &connection);

private:
    void showServices();
    void showService();
    void showEdited(const ConnectionRecord &record);
    [[nodiscard]] std::shared_ptr<const ServiceDefinition> service() const;
    [[nodiscard]] ConnectionRecord record() const;
    void test();
    void testWith(const Result<std::shared_ptr<RestService>> &service);
    void setBusy(bool busy);
    void say(const QString &sentence, bool isProblem);

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    ConnectionBook &m_book;
    ServiceConnector &m_connector;
    std::optional<ConnectionRecord> m_edited;
    QString m_suggestedName; ///< what we wrote into the name field, replaced with the service until the user types
    std::shared_ptr<RestService> m_tested; ///< kept while a test is under way
};

} // namespace gatehouse
