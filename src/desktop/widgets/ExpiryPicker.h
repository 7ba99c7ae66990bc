// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "desktop/widgets/ExpiryChoice.h"

#include <QComboBox>
#include <QPointer>

namespace gatehouse {

class ExpiryPopup;

/// A field for an expiry: the presets by arrow keys or from the popup, which has a calendar too. Remembers the preset
/// rather than the time it led to, so that "1 day" is a day from the moment it is used.
class ExpiryPicker final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpiryPicker)

public:
    /// Goes by the system's clock until it is given another.
    explicit ExpiryPicker(QWidget *parent = nullptr);
    ~ExpiryPicker() override;

    /// Borrowed.
    void setClock(const Clock &clock) { m_clock = &clock; }

    [[nodiscard]] ExpiryChoice choice() const;
    void setChoice(const ExpiryChoice &choice);
    /// The choice made now; UTC, empty for never.
    [[nodiscard]] std::optional<QDateTime> expiresAt() const;

    void showPopup() override;
    void hidePopup() override;

Q_SIGNALS:
    void choiceChanged();
    /// The popup is gone; `chosen` tells whether something was chosen in it, be it the same as before.
    void popupClosed(bool chosen);

protected:
    bool event(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void setMoment(const QDateTime &moment);

    SystemClock m_systemClock;
    const Clock *m_clock = &m_systemClock;
    QDateTime m_moment; // of the item after the presets; null without one
    QPointer<ExpiryPopup> m_popup;
};

} // namespace gatehouse
