// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/MainActions.h"

#include <QMainWindow>

#include <memory>

class QListView;

namespace Ui {
class MainWindow;
}

namespace gatehouse {

class BannerArea;
class EmptyState;
class KeeperLine;
class ListPage;

/// The window: connections at the side, the open list beside them. Lays out; the controllers decide.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] const MainActions &actions() const { return m_actions; }
    [[nodiscard]] QListView *connections() const;
    /// Messages that are not about one list.
    [[nodiscard]] BannerArea *banners() const;
    [[nodiscard]] KeeperLine *keeperLine() const;
    /// What stands where the list would, while none is open.
    [[nodiscard]] EmptyState *startPage() const;

    /// Brings a page to the front and keeps it; the window owns it from then on. nullptr: the start page.
    void showPage(ListPage *page);
    /// The page in front, nullptr when it is the start page.
    [[nodiscard]] ListPage *currentPage() const;

    /// As QByteArray from an earlier layout(); without one, in the middle of the screen.
    void restoreLayout(const QByteArray &geometry);
    [[nodiscard]] QByteArray layout() const;
    /// Out of the taskbar or from behind other windows.
    void bringToFront();

    /// The user wants the program gone, not only its window.
    [[nodiscard]] bool isQuitting() const { return m_quits; }
    void quit();
    /// The user does not want that any more.
    void stay() { m_quits = false; }

Q_SIGNALS:
    /// The user wants the window gone. Who has a reason to keep it a little longer sets `*wait`.
    void closeRequested(bool *wait);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void collectActions();
    void setIcons();
    void setUpSidebar();

    std::unique_ptr<Ui::MainWindow> m_ui;
    MainActions m_actions;
    bool m_quits = false;
};

} // namespace gatehouse
