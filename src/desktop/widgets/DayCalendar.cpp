// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/DayCalendar.h"

#include "desktop/theme/Icons.h"
#include "desktop/theme/Theme.h"

#include <QAbstractItemView>
#include <QLocale>
#include <QPainter>
#include <QTextCharFormat>
#include <QToolButton>

namespace gatehouse {

using namespace Qt::StringLiterals;

DayCalendar::DayCalendar(QWidget *parent)
    : QCalendarWidget(parent)
{
    setVerticalHeaderFormat(NoVerticalHeader);
    setHorizontalHeaderFormat(SingleLetterDayNames);
    setDateEditEnabled(false);
    QTextCharFormat plain; // red means something else in this program
    plain.setForeground(Theme::forPalette(palette()).subtle);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day), plain);
    setHeaderTextFormat(plain);
    // Qt's own buttons have arrows that go with no theme, and no names.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setUpButton(u"qt_calendar_prevmonth"_s, mirrored ? u"chevron-right" : u"chevron-left", tr("Previous month"));
    setUpButton(u"qt_calendar_nextmonth"_s, mirrored ? u"chevron-left" : u"chevron-right", tr("Next month"));
    if (auto *days = findChild<QAbstractItemView *>(u"qt_calendar_calendarview"_s))
        days->setFrameShape(QFrame::NoFrame);
}

void DayCalendar::setUpButton(const QString &name, QStringView symbol, const QString &title)
{
    if (auto *button = findChild<QToolButton *>(name)) {
        button->setIcon(icon(symbol));
        button->setToolTip(title);
        button->setAccessibleName(title);
    }
}

void DayCalendar::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    const Theme &theme = Theme::forPalette(palette());
    const bool canBeChosen = date >= minimumDate() && date <= maximumDate();
    const bool isOfMonth = date.month() == monthShown() && date.year() == yearShown();
    const bool isChosen = date == selectedDate();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (isChosen) {
        painter->setBrush(theme.accent);
        painter->drawRoundedRect(rect.adjusted(3, 2, -3, -2), inputRadius, inputRadius);
    }
    painter->setPen(isChosen ? theme.onAccent : !canBeChosen ? theme.disabled : isOfMonth ? theme.text : theme.subtle);
    painter->drawText(rect, Qt::AlignCenter, locale().toString(date.day()));
    painter->restore();
}

} // namespace gatehouse
