// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/RangeHint.h"

#include "desktop/widgets/RangeEdit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace gatehouse {

using namespace Qt::StringLiterals;

RangeHint::RangeHint(QWidget *parent)
    : QFrame(parent)
    , m_meaning(new QLabel(this))
    , m_suggestion(new QPushButton(this))
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

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_meaning);
    layout->addWidget(m_suggestion);
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

void RangeHint::tell(const RangeEdit &edit)
{
    const QString role = edit.isInvalid() ? u"error"_s : u"small"_s;
    if (m_meaning->property("role") != role) {
        m_meaning->setProperty("role", role);
        m_meaning->style()->unpolish(m_meaning);
        m_meaning->style()->polish(m_meaning);
    }
    m_meaning->setText(edit.meaning());
    m_suggestion->setVisible(!edit.suggestion().isEmpty());
    const QString title = tr("Use %1").arg(edit.suggestion());
    m_suggestion->setText(title);
    m_suggestion->setAccessibleName(title);
}

} // namespace gatehouse
