// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/ExpiryPicker.h"

#include "desktop/models/ExpiryText.h"
#include "desktop/widgets/ExpiryPopup.h"

#include <QEvent>
#include <QHelpEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int momentIndex = static_cast<int>(expiryPresets.size());

int indexOf(ExpiryPreset preset)
{
    return static_cast<int>(std::ranges::find(expiryPresets, preset) - expiryPresets.begin());
}

} // namespace

ExpiryPicker::ExpiryPicker(QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(tr("Expires"));
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToContents);
    for (const ExpiryPreset preset : expiryPresets)
        addItem(titleOf(preset));
    connect(this, &QComboBox::currentIndexChanged, this, &ExpiryPicker::choiceChanged);
}

ExpiryPicker::~ExpiryPicker() = default;

ExpiryChoice ExpiryPicker::choice() const
{
    if (currentIndex() == momentIndex)
        return ExpiryChoice(m_moment);
    return expiryPresets.at(static_cast<std::size_t>(std::max(currentIndex(), 0)));
}

std::optional<QDateTime> ExpiryPicker::expiresAt() const
{
    return choice().expiresAt(m_clock->now());
}

void ExpiryPicker::setChoice(const ExpiryChoice &choice)
{
    if (const auto preset = choice.preset())
        setCurrentIndex(indexOf(*preset));
    else
        setMoment(*choice.expiresAt({}));
}

/// The point in time stays among the items, so that the arrow keys lead back to it.
void ExpiryPicker::setMoment(const QDateTime &moment)
{
    const bool isAnother = currentIndex() == momentIndex && m_moment != moment;
    m_moment = moment;
    if (count() == momentIndex)
        addItem({});
    setItemText(momentIndex, describeDayAndTime(moment));
    setCurrentIndex(momentIndex);
    if (isAnother)
        Q_EMIT choiceChanged();
}

void ExpiryPicker::showPopup()
{
    if (m_popup)
        return;
    m_popup = new ExpiryPopup(*m_clock, this);
    m_popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_popup, &ExpiryPopup::chosen, this, &ExpiryPicker::setChoice);
    connect(m_popup, &ExpiryPopup::closed, this, &ExpiryPicker::popupClosed);
    m_popup->openAt(QRect(mapToGlobal(QPoint()), size()), choice());
}

void ExpiryPicker::hidePopup()
{
    if (m_popup)
        m_popup->close();
    QComboBox::hidePopup();
}

bool ExpiryPicker::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QComboBox::event(event);
    const auto moment = expiresAt();
    const QString text = moment ? describeEnd(*moment, m_clock->now()) : tr("Never expires");
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text, this);
    return true;
}

/// Scrolling past the field must not change what it says.
void ExpiryPicker::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace gatehouse
