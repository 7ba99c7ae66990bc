// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/MessageBanner.h"

#include <QDialog>
#include <QUuid>

#include <memory>

namespace Ui {
class KeeperDialog;
}

namespace gatehouse {

/// How the keeper is doing with one connection; texts for people.
struct KeeperRow
{
    QUuid connection;
    QString name;
    BannerKind kind = BannerKind::Success;
    QString state;
    QString next; ///< when it looks again; empty: not before something changes
    bool running = false;
};

/// What the keeper is for, and how it is doing with each connection that is its business.
class KeeperDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperDialog)

public:
    explicit KeeperDialog(QWidget *parent = nullptr);
    ~KeeperDialog() override;

    void setRows(const QList<KeeperRow> &rows);

Q_SIGNALS:
    void sweepRequested(const QUuid &connection);
    void showRequested(const QUuid &connection);

private:
    [[nodiscard]] QUuid chosen() const;
    void updateButtons();

    std::unique_ptr<Ui::KeeperDialog> m_ui;
    QList<KeeperRow> m_rows;
};

} // namespace gatehouse
