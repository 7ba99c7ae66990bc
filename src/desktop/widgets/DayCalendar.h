// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCalendarWidget>

namespace gatehouse {

/// A calendar in the colours of the program. Days that cannot be chosen and days of other months are dimmed.
class DayCalendar final : public QCalendarWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayCalendar)

public:
    explicit DayCalendar(QWidget *parent = nullptr);

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;

private:
    void setUpButton(const QString &name, QStringView symbol, const QString &title);
};

} // namespace gatehouse
