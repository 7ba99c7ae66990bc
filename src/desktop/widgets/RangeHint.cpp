// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/RangeHint.h"

#include "desktop/theme/Icons.h"
#include "desktop/widgets/ElidedLabel.h"
#include "desktop/widgets/IconLabel.h"
#include "desktop/widgets/RangeEdit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int verdictSymbolSize = 14;

void setRole(QLabel *label, const QString &role)
{
    if (label->property("role") == role)
        return;
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QIcon symbolOf(RangeHint::Verdict verdict)
{
    switch (verdict) {
    case RangeHint::Verdict::Accepted:
        return icon(u"check", IconTint::Success);
    case RangeHint::Verdict::Refused:
        return icon(u"error", IconTint::Danger);
    case RangeHint::Verdict::Warned:
        return icon(u"warning", IconTint::Warning);
    case RangeHint::Verdict::Waiting:
        return icon(u"clock", IconTint::Subtle);
    case RangeHint::Verdict::None:
        break;
    }
    return {};
}

} // namespace

RangeHint::RangeHint(QWidget *parent)
    : QFrame(parent)
    , m_meaning(new QLabel(this))
    , m_suggestion(new QPushButton(this))
    , m_verdictSymbol(new IconLabel(this))
    , m_verdict(new ElidedLabel(this))
{
    m_meaning->setObjectName(u"rangeMeaning"_s);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setProperty("role", u"small"_s);
    m_suggestion->setObjectName(u"takeSuggestion"_s);
    m_suggestion->setProperty("kind", u"quiet"_s);
    m_suggestion->setFocusPolicy(Qt::NoFocus);
    m_suggestion->setCursor(Qt::PointingHandCursor);
    m_suggestion->setToolTip(tr("Enter does the same"));
    m_suggestion->hide();
    m_verdict->setObjectName(u"rangeVerdict"_s);
    setVerdict(Verdict::None, {});

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_meaning);
    layout->addWidget(m_suggestion);
    layout->addWidget(m_verdictSymbol);
    layout->addWidget(m_verdict, 1);
    layout->addStretch();
    connect(m_suggestion, &QPushButton::clicked, this, [this] {
        if (m_edit)
            m_edit->takeSuggestion();
    });
}

void RangeHint::setRangeEdit(RangeEdit *edit)
{
    if (m_edit)
        m_edit->disconnect(this);
    m_edit = edit;
    if (!edit)
        return;
    connect(edit, &RangeEdit::meaningChanged, this, [this, edit] { tell(*edit); });
    connect(edit, &QObject::destroyed, this, [this] { m_edit = nullptr; });
    tell(*edit);
}

void RangeHint::keepFocusInEdit()
{
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_suggestion)}) {
        widget->setFocusPolicy(Qt::ClickFocus);
        widget->setFocusProxy(m_edit);
    }
}

void RangeHint::setVerdict(Verdict verdict, const QString &text)
{
    m_verdictSymbol->setIcon(symbolOf(verdict), verdictSymbolSize);
    m_verdictSymbol->setVisible(verdict != Verdict::None);
    setRole(m_verdict, verdict == Verdict::Refused ? u"error"_s : u"small"_s);
    m_verdict->setText(text);
    m_verdict->setVisible(verdict != Verdict::None);
    // What speaks against a range matters more than how many addresses it has, and there is room for one sentence.
    m_meaning->setVisible(verdict != Verdict::Refused && verdict != Verdict::Warned);
    if (m_edit) // for those who hear the field
        m_edit->setAccessibleDescription(verdict == Verdict::None ? m_edit->meaning() : text);
    Q_EMIT verdictChanged();
}

void RangeHint::tell(const RangeEdit &edit)
{
    setRole(m_meaning, edit.isInvalid() ? u"error"_s : u"small"_s);
    m_meaning->setText(edit.meaning());
    m_suggestion->setVisible(!edit.suggestion().isEmpty());
    const QString title = tr("Use %1").arg(edit.suggestion());
    m_suggestion->setText(title);
    m_suggestion->setAccessibleName(title);
}

} // namespace gatehouse
