// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/PendingBar.h"

#include "desktop/theme/Icons.h"
#include "ui_PendingBar.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

namespace gatehouse {

namespace {

constexpr int pendingSymbolSize = 20;

/// The button looks and does as the action, in the button's own place and order.
void follow(QPushButton *button, QAction *action)
{
    const auto copy = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setText(action->iconText());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, copy);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    copy();
}

} // namespace

PendingSummary PendingSummary::of(const Draft &draft)
{
    const auto count = [&draft](Change::Kind kind) { return static_cast<int>(draft.count(kind)); };
    PendingSummary summary;
    summary.added = count(Change::Kind::Added);
    summary.changed = count(Change::Kind::Changed);
    summary.removed = count(Change::Kind::Removed);
    return summary;
}

QString describe(const PendingSummary &summary)
{
    QStringList kinds;
    if (summary.added > 0)
        kinds += PendingBar::tr("%n added", nullptr, summary.added);
    if (summary.changed > 0)
        kinds += PendingBar::tr("%n changed", nullptr, summary.changed);
    if (summary.removed > 0)
        kinds += PendingBar::tr("%n removed", nullptr, summary.removed);
    return PendingBar::tr("%n change(s) pending: %1", nullptr, summary.total())
        .arg(QLocale().createSeparatedList(kinds));
}

PendingBar::PendingBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::PendingBar>())
{
    m_ui->setupUi(this);
    m_ui->applyButton->setIcon(icon(u"apply", IconTint::OnAccent));
    m_ui->discardButton->setIcon(icon(u"discard"));
    m_ui->applyButton->setIconSize(besideText);
    m_ui->applyMenuButton->setIcon(icon(u"chevron-down"));
    m_ui->discardButton->setIconSize(besideText);
    connect(m_ui->atOnceBox, &QCheckBox::clicked, this, &PendingBar::atOnceChosen);
    refresh();
}

PendingBar::~PendingBar() = default;

void PendingBar::setActions(QAction *apply, QAction *discard, const QList<QAction *> &otherWays)
{
    follow(m_ui->applyButton, apply);
    follow(m_ui->discardButton, discard);
    auto *menu = new QMenu(m_ui->applyMenuButton);
    menu->setObjectName(QStringLiteral("applyMenu"));
    menu->setToolTipsVisible(true); // they say why something cannot be chosen
    menu->addActions(otherWays);
    m_ui->applyMenuButton->setMenu(menu);
}

void PendingBar::setSummary(const PendingSummary &summary)
{
    m_summary = summary;
    refresh();
}

void PendingBar::setAtOnce(bool atOnce)
{
    m_atOnce = atOnce;
    m_ui->atOnceBox->setChecked(atOnce);
    refresh();
}

QPushButton *PendingBar::applyButton() const
{
    return m_ui->applyButton;
}

void PendingBar::refresh()
{
    const bool pending = m_summary.total() > 0;
    const bool offered = pending && !m_summary.sending;
    m_ui->applyButton->setVisible(offered);
    m_ui->applyMenuButton->setVisible(offered);
    m_ui->discardButton->setVisible(offered);
    m_ui->symbol->setIcon(pending ? icon(u"clock", IconTint::Accent) : icon(u"check", IconTint::Success),
                          pendingSymbolSize);
    if (m_summary.sending)
        m_ui->pendingText->setText(tr("Sending %n change(s)…", nullptr, m_summary.total()));
    else if (pending)
        m_ui->pendingText->setText(describe(m_summary));
    else if (m_atOnce)
        m_ui->pendingText->setText(tr("Nothing is pending. Changes apply at once."));
    else
        m_ui->pendingText->setText(tr("Nothing is pending. Changes are collected until you apply them."));
}

} // namespace gatehouse
