// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/ExpiryChoice.h"

#include <QFrame>

#include <memory>

namespace Ui {
class ExpiryPopup;
}

namespace gatehouse {

class Clock;

/// What an ExpiryPicker opens: the presets with the time each would lead to, and a calendar with a time of day. A time
/// that has passed is not taken. Up, down and Enter choose; Tab leads through the calendar; Escape closes.
class ExpiryPopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpiryPopup)

public:
    /// `clock` must outlive this.
    explicit ExpiryPopup(const Clock &clock, QWidget *parent = nullptr);
    ~ExpiryPopup() override;

    /// Below `anchor` (in global coordinates), or above it where there is no room.
    void openAt(const QRect &anchor, const ExpiryChoice &current);

Q_SIGNALS:
    void chosen(const gatehouse::ExpiryChoice &choice);
    /// After chosen(), when something was.
    void closed(bool chosen);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fillPresets();
    void takeRow(int row);
    void openCalendar();
    void showMoment(const QDateTime &moment);
    void judgeMoment();
    void takeMoment();
    void finish(const ExpiryChoice &choice);
    void place();
    [[nodiscard]] QDateTime moment() const;

    const Clock &m_clock;
    std::unique_ptr<Ui::ExpiryPopup> m_ui;
    QRect m_anchor;
    bool m_chosen = false;
};

} // namespace gatehouse
