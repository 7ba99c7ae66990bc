// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/BannerArea.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gatehouse {

/// What a dialog has under way, and how it ended: progress with Cancel, then a message that stays until it is dismissed
/// or there is news. The details of an error open above the dialog.
class WorkArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkArea)

public:
    explicit WorkArea(QWidget *parent = nullptr);

    /// Shows `text`, progress and Cancel until `work` is finished, in the place of what was told before. Cancel cancels
    /// `work`. One at a time: a second one takes the first one's place without cancelling it.
    void follow(const QFuture<void> &work, const QString &text);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

    void tell(const BannerMessage &message);
    /// The sentence of `error` with what the service said; that somebody cancelled is no error.
    void tell(const Error &error);
    void tell(BannerKind kind, const QString &sentence);
    void clear();

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    void setBusy(bool busy);
    void moveFocus(bool busy);
    void growWindow();

    BannerArea *m_messages;
    QWidget *m_row;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QFutureWatcher<void> m_work;
    QPointer<QWidget> m_focusBefore;
    bool m_busy = false;
};

} // namespace gatehouse
