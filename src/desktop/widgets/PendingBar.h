// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"

#include <QFrame>

#include <memory>

class QAction;
class QPushButton;

namespace Ui {
class PendingBar;
}

namespace gatehouse {

/// What waits to be applied, counted.
struct PendingSummary
{
    int added = 0;
    int changed = 0;
    int removed = 0;
    bool sending = false; ///< an apply is under way

    [[nodiscard]] int total() const { return added + changed + removed; }
    static PendingSummary of(const Draft &draft);
};

/// Translated: "3 changes pending: 1 added, 2 changed".
QString describe(const PendingSummary &summary);

/// The line under the table: what is pending, Apply and Discard, and whether changes go out at once.
class PendingBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PendingBar)

public:
    explicit PendingBar(QWidget *parent = nullptr);
    ~PendingBar() override;

    /// The buttons do what these actions do, and are enabled with them; other ways to apply are in a menu beside. All
    /// borrowed; they outlive this.
    void setActions(QAction *apply, QAction *discard, const QList<QAction *> &otherWays);
    void setSummary(const PendingSummary &summary);
    void setAtOnce(bool atOnce);
    /// The button that applies, to give it the focus.
    [[nodiscard]] QPushButton *applyButton() const;

Q_SIGNALS:
    /// By the user.
    void atOnceChosen(bool atOnce);

private:
    void refresh();

    std::unique_ptr<Ui::PendingBar> m_ui;
    PendingSummary m_summary;
    bool m_atOnce = false;
};

} // namespace gatehouse
