// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/Workbench.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace gatehouse {

class MainWindow;
class Settings;
struct Error;

/// What the window does whatever list is in front: its place on the screen, its theme, its dialogs, and that it does
/// not close over changes that are on their way.
class WindowController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowController)

public:
    /// Both must outlive this.
    WindowController(Settings &settings, MainWindow &window, QObject *parent = nullptr);

    /// Names of the lists whose changes are being sent; asked when the window shall close.
    void setSending(std::function<QStringList()> sending) { m_sending = std::move(sending); }
    /// The settings offer what works while no window is open. All that `bench` names must outlive this.
    void offerKeeper(const Workbench &bench) { m_bench.emplace(bench); }
    /// Something has been sent: a window that waited for it closes now.
    void sendingChanged();
    void showDetails(const Error &error);
    /// Opening failed: no list can be shown in this run.
    void showFailure(const Error &error);

private:
    void connectActions();
    void openSettings();
    void showTheme();
    void close(bool *wait);
    void tellWaiting(const QStringList &sending);
    void closeWhenSent();
    void forgetClosing();

    Settings &m_settings;
    MainWindow &m_window;
    std::function<QStringList()> m_sending = [] { return QStringList(); };
    std::optional<Workbench> m_bench;
    // The wish of one close: it ends when the window has closed, or when the user thinks better of it.
    bool m_closing = false;     ///< as soon as nothing is being sent
    bool m_closeAnyway = false; ///< the user does not want to wait
};

} // namespace gatehouse
