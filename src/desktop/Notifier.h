// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace gatehouse {

/// Something to tell a user who may not be looking at the window.
struct Notification
{
    QString title; ///< what happened, in a few words
    QString text;  ///< a sentence or two; plain text
    /// Says what it is about, and comes back in Notifier::activated(). A later notification of the same action takes
    /// the place of the earlier one. Beginning with whose it is: "drift/{id}", "keeper".
    QString action;
    bool operator==(const Notification &) const = default;
};

/// Messages of the desktop, outside of the window. Handed in, so that tests see what would be told. Whoever shows one
/// first looks whether the window is in front, where a banner says the same.
class Notifier : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    explicit Notifier(QObject *parent = nullptr)
        : QObject(parent)
    {}

    /// Returns at once. Where the desktop shows no notifications, nothing happens.
    virtual void show(const Notification &notification) = 0;
    /// It is not true any more: takes it from the screen, if it is still there.
    virtual void withdraw(const QString &action) = 0;

Q_SIGNALS:
    /// The user clicked on the notification with this action.
    void activated(const QString &action);
};

} // namespace gatehouse
