// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/RangeEdit.h"

#include "allowlist/Text.h"
#include "desktop/theme/Theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QValidator>

#include <algorithm>
#include <array>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int familyGap = 10;

/// Spaces of every kind, and what copies from web pages and mails carry unseen: zero-width and direction marks.
bool isUnseen(QChar character)
{
    const QChar::Category category = character.category();
    return character.isSpace() || category == QChar::Other_Format || category == QChar::Other_Control;
}

QString withoutUnseenEnds(const QString &text, int &cursor)
{
    const auto first = std::ranges::find_if_not(text, isUnseen);
    const auto skipped = first - text.begin();
    qsizetype end = text.size();
    while (end > skipped && isUnseen(text.at(end - 1)))
        --end;
    cursor = static_cast<int>(std::clamp<qsizetype>(cursor - skipped, 0, end - skipped));
    return text.sliced(skipped, end - skipped);
}

/// Lets everything be typed; only a range is acceptable.
class RangeValidator final : public QValidator
{
public:
    using QValidator::QValidator;

    State validate(QString &input, int &cursor) const override
    {
        input = withoutUnseenEnds(input, cursor);
        return parseRange(input) ? Acceptable : Intermediate;
    }
};

bool isRangeOrNearly(const QString &text)
{
    const Parsed<IpRange> parsed = parseRange(text);
    return parsed || !parsed.error().suggestion.empty();
}

/// Whether typing on can make a range of it: found out by typing on.
bool canBecomeRange(const QString &text)
{
    static const std::array addressRests{u"0"_s,      u"0.0"_s, u"0.0.0"_s, u".0"_s, u".0.0"_s,
                                         u".0.0.0"_s, u":"_s,   u"::"_s,    u":0"_s, u"0:0"_s};
    static const std::array prefixRests{u"32"_s, u"128"_s, u"0"_s, u"2"_s, u"8"_s};
    const auto makesRange = [&](const QString &rest) { return bool(parseRange(text + rest)); };
    if (!text.contains(u'/'))
        return std::ranges::any_of(addressRests, makesRange);
    // "203.0.113.5/2" is on its way to /24, whose host bits are then spoken of.
    const bool ends = text.endsWith(u'/') || text.at(text.size() - 2) == u'/';
    return std::ranges::any_of(prefixRests, makesRange) || (ends && isRangeOrNearly(text + u'0'));
}

} // namespace

RangeEdit::RangeEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setFont(tabularFont(font()));
    setPlaceholderText(tr("203.0.113.5 or 203.0.113.0/24"));
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferNumbers);
    setValidator(new RangeValidator(this));
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_settled = false;
        read();
    });
    read();
}

void RangeEdit::setRange(const IpRange &range)
{
    setText(toShortQString(range));
}

bool RangeEdit::takeSuggestion()
{
    if (m_suggestion.isEmpty())
        return false;
    // Unlike setText() this can be taken back with Ctrl+Z.
    const QString suggestion = m_suggestion;
    selectAll();
    insert(suggestion);
    return true;
}

void RangeEdit::settle()
{
    m_settled = true;
    if (m_state == State::Intermediate)
        read();
}

void RangeEdit::read()
{
    const Parsed<IpRange> parsed = parseRange(text());
    m_range.reset();
    if (text().isEmpty()) {
        setMeaning(State::Empty, tr("An address, a CIDR block, or * for any address"), {});
    } else if (parsed) {
        m_range = *parsed;
        setMeaning(State::Valid, describe(*parsed), {});
    } else if (!m_settled && canBecomeRange(text())) {
        setMeaning(State::Intermediate, tr("An address, a CIDR block, or * for any address"), {});
    } else {
        setMeaning(State::Invalid, describe(parsed.error()), QString::fromStdString(parsed.error().suggestion));
    }
}

void RangeEdit::setMeaning(State state, const QString &meaning, const QString &suggestion)
{
    const bool wasInvalid = isInvalid();
    m_state = state;
    m_meaning = meaning;
    m_suggestion = suggestion;
    setAccessibleDescription(meaning);
    makeRoomForFamily();
    if (wasInvalid != isInvalid()) {
        // A style sheet looks at properties only when the widget is polished.
        style()->unpolish(this);
        style()->polish(this);
    }
    Q_EMIT meaningChanged();
}

void RangeEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || m_state == State::Valid || m_state == State::Empty) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (m_state == State::Intermediate)
        settle();
    else
        takeSuggestion();
    event->accept();
}

void RangeEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        settle();
    QLineEdit::focusOutEvent(event);
}

void RangeEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        makeRoomForFamily();
    QLineEdit::changeEvent(event);
}

void RangeEdit::resizeEvent(QResizeEvent *event)
{
    makeRoomForFamily();
    QLineEdit::resizeEvent(event);
}

QString RangeEdit::familyTitle() const
{
    if (!m_range)
        return {};
    if (m_range->isAny())
        return tr("any");
    return m_range->family() == Family::V4 ? u"IPv4"_s : u"IPv6"_s;
}

/// The family stands at the end of the field, unless the text needs the place.
void RangeEdit::makeRoomForFamily()
{
    const QString title = familyTitle();
    const int needed = fontMetrics().horizontalAdvance(title) + 2 * familyGap;
    const int left = width() - fontMetrics().horizontalAdvance(text()) - 2 * familyGap;
    m_familyShown = !title.isEmpty() && left >= needed;
    const int margin = m_familyShown ? needed - familyGap : 0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? margin : 0, 0, mirrored ? 0 : margin, 0);
    update();
}

void RangeEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_familyShown)
        return;
    QPainter painter(this);
    painter.setPen(Theme::forPalette(palette()).subtle);
    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    painter.drawText(rect().adjusted(familyGap, 0, -familyGap, 0), static_cast<int>(alignment), familyTitle());
}

} // namespace gatehouse
