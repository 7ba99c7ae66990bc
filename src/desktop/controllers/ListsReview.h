// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/Workbench.h"
#include "desktop/dialogs/ListsReviewDialog.h"
#include "sync/ManyLists.h"

#include <functional>

namespace gatehouse {

/// Takes several lists through their review: read, shown, agreed to, sent, shown again. Lives as long as its dialog.
class ListsReview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListsReview)

public:
    /// What outlives the bench's parts outlives this. The dialog stands before `parent`.
    ListsReview(const Workbench &bench, QWidget *parent);

    /// `beforeSending` runs once the user has agreed, also where no list needs a change; may be empty. Its error keeps
    /// all from being sent.
    void review(std::vector<ListOrder> orders, std::function<Future<void>()> beforeSending = {});
    void check(const std::vector<ConnectionRecord> &connections, const IpAddress &address);

Q_SIGNALS:
    /// The list at the service is another one than before.
    void listChanged(const QUuid &connection);
    /// What was agreed to has been sent, or has failed.
    void finished();

private:
    void begin(const Future<void> &work, ListsReviewDialog::Phase then);
    void letInOwn();
    void apply();
    void send(const QHash<QUuid, ApplyConsent> &agreed);
    void tellFailure(const Error &error);
    void tellChanges();

    ManyLists m_lists;
    ListProgressModel m_model;
    ListsReviewDialog *m_dialog; ///< deletes itself, and this with it
    std::function<Future<void>()> m_beforeSending;
    Future<void> m_work;
};

} // namespace gatehouse
