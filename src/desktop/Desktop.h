// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "desktop/Workbench.h"
#include "desktop/widgets/PlainTextGuard.h"

#include <QObject>

#include <memory>

namespace gatehouse {

class ConnectionsController;
class MainWindow;
class WindowController;

/// The window and its controllers. It can be shown before anything was read from the disk but the settings; begin()
/// fills it.
class Desktop final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Desktop)

public:
    /// `settings` must outlive this.
    explicit Desktop(Settings &settings, QObject *parent = nullptr);
    ~Desktop() override;

    [[nodiscard]] MainWindow &window() { return *m_window; }

    /// Shows the connection of that name, else the one shown last. `embedded` is done when the embedded service
    /// listens, or cannot.
    void begin(const Workbench &bench, const QString &connection, const Future<void> &embedded);
    /// Instead of begin(), when what it needs could not be had.
    void fail(const Error &error);
    /// To the front; with a name, that connection is shown.
    void activate(const QString &connection);

private:
    void watchSecrets(SecretStore &secrets);

    PlainTextGuard m_plainText; // before any widget
    std::unique_ptr<MainWindow> m_window;
    WindowController *m_windowController;
    ConnectionsController *m_connections = nullptr;
};

} // namespace gatehouse
