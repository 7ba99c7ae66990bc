// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/LogFilterForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const LogFilter &filter)
{
    return u"filter_"_s + filter.key;
}

} // namespace

LogFilterForm::LogFilterForm(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(12);
}

void LogFilterForm::setFilters(const QList<LogFilter> &filters, QDate today)
{
    m_filters = filters;
    QDateTime first = today.startOfDay();
    auto *row = qobject_cast<QHBoxLayout *>(layout());
    for (const LogFilter &filter : filters) {
        QWidget *input = nullptr;
        switch (filter.kind) {
        case LogFilter::Kind::Text:
            input = makeText(filter);
            break;
        case LogFilter::Kind::Choice:
            input = makeChoice(filter);
            break;
        case LogFilter::Kind::Time:
            input = makeTime(filter, first);
            first = today.endOfDay();
            break;
        }
        row->addWidget(input);
    }
    row->addStretch(1);
}

QWidget *LogFilterForm::makeText(const LogFilter &filter)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(nameOf(filter));
    line->setAccessibleName(filter.title);
    line->setPlaceholderText(filter.title);
    line->setClearButtonEnabled(true);
    connect(line, &QLineEdit::textChanged, this, &LogFilterForm::changed);
    return line;
}

QWidget *LogFilterForm::makeChoice(const LogFilter &filter)
{
    auto *box = new QComboBox(this);
    box->setObjectName(nameOf(filter));
    box->setAccessibleName(filter.title);
    box->setToolTip(filter.title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    //: %1 is the title of a filter: "Method: all"
    box->addItem(tr("%1: all").arg(filter.title), QString());
    for (const QString &choice : filter.choices)
        box->addItem(choice, choice);
    connect(box, &QComboBox::currentIndexChanged, this, &LogFilterForm::changed);
    return box;
}

QWidget *LogFilterForm::makeTime(const LogFilter &filter, const QDateTime &first)
{
    auto *both = new QWidget(this);
    auto *used = new QCheckBox(filter.title, both);
    used->setObjectName(nameOf(filter));
    used->setAccessibleName(filter.title);
    auto *time = new QDateTimeEdit(both);
    time->setObjectName(u"time_"_s + filter.key);
    time->setAccessibleName(filter.title);
    time->setCalendarPopup(true);
    time->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    time->setDateTime(first);
    time->setEnabled(false);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(used);
    row->addWidget(time);
    connect(used, &QCheckBox::toggled, time, &QWidget::setEnabled);
    connect(used, &QCheckBox::toggled, this, &LogFilterForm::changed);
    connect(time, &QDateTimeEdit::dateTimeChanged, this, &LogFilterForm::changed);
    return both;
}

void LogFilterForm::setScopeChoices(const QString &scopeKey, const std::vector<ScopeChoice> &choices)
{
    for (const LogFilter &filter : m_filters) {
        auto *box = findChild<QComboBox *>(nameOf(filter));
        if (!box || filter.scopeKey != scopeKey)
            continue;
        const QSignalBlocker blocker(box); // what is chosen stays
        const QString chosen = box->currentData().toString();
        while (box->count() > 1)
            box->removeItem(1);
        for (const ScopeChoice &choice : choices)
            box->addItem(choice.title, choice.value);
        setValue(filter.key, chosen);
    }
}

void LogFilterForm::setValue(const QString &key, const QString &value)
{
    auto *box = findChild<QComboBox *>(u"filter_"_s + key);
    if (!box)
        return;
    if (box->findData(value) < 0)
        box->addItem(value, value);
    box->setCurrentIndex(box->findData(value));
}

QString LogFilterForm::valueOf(const LogFilter &filter) const
{
    if (const auto *line = findChild<QLineEdit *>(nameOf(filter)))
        return line->text().trimmed();
    if (const auto *box = findChild<QComboBox *>(nameOf(filter)))
        return box->currentData().toString();
    const auto *used = findChild<QCheckBox *>(nameOf(filter));
    const auto *time = findChild<QDateTimeEdit *>(u"time_"_s + filter.key);
    return used->isChecked() ? time->dateTime().toUTC().toString(Qt::ISODate) : QString();
}

QMap<QString, QString> LogFilterForm::values() const
{
    QMap<QString, QString> values;
    for (const LogFilter &filter : m_filters) {
        if (const QString value = valueOf(filter); !value.isEmpty())
            values.insert(filter.key, value);
    }
    return values;
}

} // namespace gatehouse
