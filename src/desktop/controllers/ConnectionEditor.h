// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/controllers/ConnectionProbe.h"
#include "sync/ConnectionBook.h"

#include <QPointer>

namespace gatehouse {

class ConnectionDialog;
class NewScopeDialog;
class SecretClipboard;

/// Makes or changes a connection with the user: shows the dialog, asks the service what the dialog wants to know, and
/// stores the connection. The dialog closes only when it is stored; whatever goes wrong is said in it, and what was
/// entered stays. Goes when the dialog does.
class ConnectionEditor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionEditor)

public:
    /// All must outlive this. Without `edited` a new connection. `window` becomes the dialog's parent.
    ConnectionEditor(ConnectionBook &book, ServiceConnector &connector, SecretClipboard &clipboard, const Clock &clock,
                     std::optional<ConnectionRecord> edited, QWidget *window);

    /// What a new connection begins with.
    void fillIn(const ConnectionRecord &record);
    void open();

Q_SIGNALS:
    void saved(const QUuid &connection);

private:
    void save();
    void stored(const Result<ConnectionRecord> &stored);
    void test();
    void askForChoices(const QString &scopeKey);
    void choicesTold(const QString &scopeKey, const Result<std::vector<ScopeChoice>> &choices);
    void verify();
    void makeScope();
    void scopeMade(NewScopeDialog &dialog, const QString &scopeKey, const Result<MadeScope> &made);
    [[nodiscard]] bool lacksSecret() const;

    ConnectionBook &m_book;
    ServiceConnector &m_connector;
    SecretClipboard &m_clipboard;
    const Clock &m_clock;
    ConnectionDialog *m_dialog;
    ConnectionProbe m_probe;
    Future<std::vector<ScopeChoice>> m_choices;
};

} // namespace gatehouse
