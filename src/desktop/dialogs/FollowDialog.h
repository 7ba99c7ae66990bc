// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/MessageBanner.h"

#include <QDialog>
#include <QList>
#include <QUuid>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class FollowDialog;
}

namespace gatehouse {

/// One list in which the user's address is to be changed; texts for people.
struct FollowRow
{
    QUuid connection;
    QString name;
    QString change; ///< "203.0.113.5 → 198.51.100.7"
};

/// The lists that the changed address of this computer concerns: which of them shall follow, and how each went.
class FollowDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FollowDialog)

public:
    explicit FollowDialog(const QList<FollowRow> &rows, QWidget *parent = nullptr);
    ~FollowDialog() override;

    /// What has become of one list. Success ends it; after an error it can be chosen again.
    void setState(const QUuid &connection, BannerKind kind, const QString &state);

Q_SIGNALS:
    void followRequested(const QUuid &connection);

private:
    void addRow(const FollowRow &row);
    void follow();
    void updateButton();

    std::unique_ptr<Ui::FollowDialog> m_ui;
};

} // namespace gatehouse
