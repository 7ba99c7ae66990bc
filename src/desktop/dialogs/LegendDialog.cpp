// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/LegendDialog.h"

#include "desktop/delegates/EntryDelegate.h"
#include "desktop/delegates/StatePill.h"
#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Theme.h"
#include "desktop/widgets/IconLabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int legendHolderSize = 16;

/// A state as the table shows it.
class StateSample final : public QWidget
{
public:
    StateSample(EntryStatus status, QWidget *parent)
        : QWidget(parent)
        , m_status(status)
    {
        setFixedSize(pillSize(titleOf(status), font()));
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPill(painter, StatePill::of(m_status, Theme::forPalette(palette())), titleOf(m_status), font(), rect(),
                  layoutDirection());
    }

private:
    EntryStatus m_status;
};

} // namespace

LegendDialog::LegendDialog(QWidget *parent)
    : QDialog(parent)
    , m_rows(new QGridLayout)
{
    setObjectName(u"LegendDialog"_s);
    setWindowTitle(tr("What the marks mean"));
    setMinimumSize(600, 480);
    m_rows->setHorizontalSpacing(18);
    m_rows->setVerticalSpacing(10);
    m_rows->setColumnStretch(1, 1);
    addHeading(tr("State of an entry"));
    addStates();
    addHeading(tr("Where a value is kept"));
    addHolders();

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addLayout(m_rows);
    column->addStretch();
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->setAccessibleName(windowTitle());
    area->setObjectName(u"legend"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeButton"_s);
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addWidget(area);
    layout->addWidget(close, 0, Qt::AlignRight);
}

void LegendDialog::addHeading(const QString &text)
{
    auto *heading = new QLabel(text);
    heading->setProperty("role", u"heading"_s);
    m_rows->addWidget(heading, m_rows->rowCount(), 0, 1, 2);
}

void LegendDialog::addRow(QWidget *sample, const QString &meaning)
{
    auto *text = new QLabel(meaning);
    text->setWordWrap(true);
    const int row = m_rows->rowCount();
    m_rows->addWidget(sample, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_rows->addWidget(text, row, 1);
}

void LegendDialog::addStates()
{
    for (const EntryStatus status : entryStatuses) {
        // The sample is painted: to a screen reader the sentence has to name the state.
        auto *sample = new StateSample(status, this);
        addRow(sample, describe(status));
        m_rows->itemAtPosition(m_rows->rowCount() - 1, 1)
            ->widget()
            ->setAccessibleName(tr("%1: %2", "a state and what it means").arg(titleOf(status), describe(status)));
    }
}

void LegendDialog::addHolders()
{
    const auto add = [this](HeldBy holder, const QString &meaning) {
        auto *sample = new IconLabel(this);
        sample->setIcon(icon(symbolOf(holder), IconTint::Subtle), legendHolderSize);
        addRow(sample, meaning);
    };
    add(HeldBy::ThisComputer, describe(HeldBy::ThisComputer));
    add(HeldBy::Label, describe(HeldBy::Label));
    auto *without = new QLabel(tr("no symbol"));
    without->setProperty("role", u"subtle"_s);
    addRow(without, describe(HeldBy::Service));
}

} // namespace gatehouse
