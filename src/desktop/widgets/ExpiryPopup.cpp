// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/ExpiryPopup.h"

#include "base/Clock.h"
#include "desktop/models/ExpiryText.h"
#include "desktop/theme/Theme.h"
#include "ui_ExpiryPopup.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int calendarRow = static_cast<int>(expiryPresets.size());
constexpr int timeRole = Qt::UserRole; // what stands at the end of a row
constexpr int presetRowHeight = 32;
constexpr int presetRowPadding = 10;
constexpr int columnGap = 32;

/// A title, and at the end of the row the time it leads to.
class PresetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int title = option.fontMetrics.horizontalAdvance(index.data().toString());
        const int time = option.fontMetrics.horizontalAdvance(index.data(timeRole).toString());
        return {title + columnGap + time + 2 * presetRowPadding,
                std::max(presetRowHeight, option.fontMetrics.height() + 8)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::forPalette(option.palette);
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isCurrent ? theme.selection : theme.raised);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), inputRadius, inputRadius);
        }
        const QRect text = option.rect.adjusted(presetRowPadding, 0, -presetRowPadding, 0);
        const auto align = [&](Qt::Alignment side) {
            return static_cast<int>(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter);
        };
        painter->setFont(option.font);
        painter->setPen(theme.text);
        painter->drawText(text, align(Qt::AlignLeft), index.data().toString());
        painter->setPen(theme.subtle);
        painter->drawText(text, align(Qt::AlignRight), index.data(timeRole).toString());
    }
};

QDateTime nextFullHourTomorrow(const QDateTime &now)
{
    const QDateTime local = now.toLocalTime().addSecs(3600);
    return QDateTime(local.date().addDays(1), QTime(local.time().hour(), 0));
}

} // namespace

ExpiryPopup::ExpiryPopup(const Clock &clock, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_clock(clock)
    , m_ui(std::make_unique<Ui::ExpiryPopup>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    // As children of a combo box they would look like the list that one opens.
    setStyleSheet(u"QAbstractItemView { border: none; padding: 0; }"_s);
    m_ui->presets->setItemDelegate(new PresetDelegate(m_ui->presets));
    m_ui->calendar->setMinimumDate(clock.now().toLocalTime().date());
    m_ui->pane->hide();
    connect(m_ui->presets, &QListWidget::itemClicked, this, [this] { takeRow(m_ui->presets->currentRow()); });
    connect(m_ui->calendar, &QCalendarWidget::selectionChanged, this, &ExpiryPopup::judgeMoment);
    connect(m_ui->calendar, &QCalendarWidget::activated, this, &ExpiryPopup::takeMoment);
    connect(m_ui->time, &QTimeEdit::timeChanged, this, &ExpiryPopup::judgeMoment);
    connect(m_ui->take, &QPushButton::clicked, this, &ExpiryPopup::takeMoment);
}

ExpiryPopup::~ExpiryPopup() = default;

void ExpiryPopup::openAt(const QRect &anchor, const ExpiryChoice &current)
{
    m_anchor = anchor;
    fillPresets();
    const auto preset = current.preset();
    const auto *const found = preset ? std::ranges::find(expiryPresets, *preset) : expiryPresets.end();
    showMoment(preset ? nextFullHourTomorrow(m_clock.now()) : *current.expiresAt({}));
    m_ui->pane->setVisible(!preset);
    place();
    show();
    m_ui->presets->setCurrentRow(static_cast<int>(found - expiryPresets.begin()));
    if (preset)
        m_ui->presets->setFocus(Qt::PopupFocusReason);
    else
        m_ui->calendar->setFocus(Qt::PopupFocusReason);
}

void ExpiryPopup::fillPresets()
{
    m_ui->presets->clear();
    for (const ExpiryPreset preset : expiryPresets) {
        auto *item = new QListWidgetItem(titleOf(preset), m_ui->presets);
        if (const auto end = expiryAfter(preset, m_clock.now()))
            item->setData(timeRole, describeDayAndTime(*end));
    }
    new QListWidgetItem(tr("Date and time…"), m_ui->presets);
    int height = 2 * m_ui->presets->frameWidth();
    for (int row = 0; row < m_ui->presets->count(); ++row)
        height += m_ui->presets->sizeHintForRow(row);
    m_ui->presets->setFixedHeight(height);
    m_ui->presets->setFixedWidth(m_ui->presets->sizeHintForColumn(0) + 2 * m_ui->presets->frameWidth());
}

void ExpiryPopup::takeRow(int row)
{
    if (row == calendarRow)
        openCalendar();
    else if (row >= 0)
        finish(expiryPresets.at(static_cast<std::size_t>(row)));
}

void ExpiryPopup::openCalendar()
{
    m_ui->pane->show();
    place();
    m_ui->calendar->setFocus();
}

void ExpiryPopup::showMoment(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    m_ui->calendar->setSelectedDate(local.date());
    m_ui->time->setTime(QTime(local.time().hour(), local.time().minute()));
    judgeMoment();
}

QDateTime ExpiryPopup::moment() const
{
    // There and back: a time that the change to summer time leaves out becomes the one it stands for.
    const QDateTime entered(m_ui->calendar->selectedDate(), m_ui->time->time());
    return QDateTime::fromMSecsSinceEpoch(entered.toMSecsSinceEpoch(), Qt::UTC);
}

void ExpiryPopup::judgeMoment()
{
    const QDateTime now = m_clock.now();
    const bool isPast = moment() <= now;
    m_ui->sentence->setText(isPast ? tr("%1 has passed. Choose a later time.").arg(describeDayAndTime(moment()))
                                   : describeEnd(moment(), now));
    m_ui->sentence->setProperty("role", isPast ? u"error"_s : u"small"_s);
    m_ui->sentence->style()->unpolish(m_ui->sentence);
    m_ui->sentence->style()->polish(m_ui->sentence);
    m_ui->take->setEnabled(!isPast);
}

void ExpiryPopup::takeMoment()
{
    judgeMoment(); // time goes on while the popup is open
    if (m_ui->take->isEnabled())
        finish(ExpiryChoice(moment()));
}

void ExpiryPopup::finish(const ExpiryChoice &choice)
{
    if (m_chosen)
        return;
    m_chosen = true;
    Q_EMIT chosen(choice);
    close();
}

void ExpiryPopup::place()
{
    layout()->activate();
    resize(sizeHint());
    const QRect area = screen()->availableGeometry();
    const int left = layoutDirection() == Qt::RightToLeft ? m_anchor.right() - width() + 1 : m_anchor.left();
    const bool fitsBelow = m_anchor.bottom() + height() < area.bottom();
    const int top = fitsBelow ? m_anchor.bottom() + 1 : m_anchor.top() - height();
    move(std::clamp(left, area.left(), std::max(area.left(), area.right() - width())), std::max(area.top(), top));
}

void ExpiryPopup::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        QFrame::keyPressEvent(event);
    else if (m_ui->presets->hasFocus())
        takeRow(m_ui->presets->currentRow());
    else
        takeMoment();
}

void ExpiryPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (!event->spontaneous())
        Q_EMIT closed(m_chosen);
}

} // namespace gatehouse
