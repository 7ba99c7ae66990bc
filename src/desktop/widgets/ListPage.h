// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryFilter.h"

#include <QFuture>
#include <QWidget>

#include <memory>

class QLineEdit;
class QToolButton;
template <typename T>
class QFutureWatcher;

namespace Ui {
class ListPage;
}

namespace gatehouse {

class BannerArea;
class EmptyState;
class EntryTableView;
class PendingBar;
class QuickAddBar;

/// The page of one open list: header, quick-add line, filter, table, messages, pending bar. Lays out; the controllers
/// decide what stands there.
class ListPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListPage)

public:
    explicit ListPage(QWidget *parent = nullptr);
    ~ListPage() override;

    void setTitle(const QString &title, const QString &subtitle);
    /// Warns beside the title for as long as there is a text.
    void setOpenness(const QString &text);
    void setCount(const QString &text, const QString &toolTip);

    /// Shows `text`, a progress bar and Cancel until `work` is finished. Cancel cancels `work`.
    void follow(const QFuture<void> &work, const QString &text);
    [[nodiscard]] bool isBusy() const;
    void cancel();

    /// The table, or the empty state in its place.
    void showTable(bool table);

    [[nodiscard]] QuickAddBar *quickAdd() const;
    [[nodiscard]] QLineEdit *filterEdit() const;
    [[nodiscard]] EntryFilter filter() const;
    void clearFilter();
    [[nodiscard]] EntryTableView *table() const;
    [[nodiscard]] EmptyState *emptyState() const;
    [[nodiscard]] BannerArea *banners() const;
    [[nodiscard]] PendingBar *pendingBar() const;
    [[nodiscard]] QToolButton *legendButton() const;

Q_SIGNALS:
    void reloadRequested();
    void busyChanged();
    void filterChanged();

private:
    void setUpFilter();
    void setBusy(bool busy);

    std::unique_ptr<Ui::ListPage> m_ui;
    QFutureWatcher<void> *m_work;
    bool m_busy = false;
};

} // namespace gatehouse
