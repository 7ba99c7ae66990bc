// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/Notifier.h"

#include <QList>

namespace gatehouse::test {

/// Remembers what would be on the screen, and clicks on it.
class NotifierSpy final : public Notifier
{
public:
    void show(const Notification &notification) override
    {
        withdraw(notification.action);
        m_shown.append(notification);
        ++m_count;
    }

    void withdraw(const QString &action) override
    {
        m_shown.removeIf([&](const Notification &shown) { return shown.action == action; });
    }

    /// On the screen now, the oldest first.
    [[nodiscard]] const QList<Notification> &shown() const { return m_shown; }
    /// Shown in all, replaced ones too.
    [[nodiscard]] int count() const { return m_count; }
    void click(const Notification &notification) { Q_EMIT activated(notification.action); }

private:
    QList<Notification> m_shown;
    int m_count = 0;
};

} // namespace gatehouse::test
