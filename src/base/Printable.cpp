// SPDX-License-Identifier: Apache-2.0
#include "base/Printable.h"

namespace gatehouse {

namespace {

bool steers(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// The text with what steers replaced by what `escape` makes of it.
template <typename Escape>
QString replaced(const QString &text, Escape escape)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        const QStringView whole = QStringView(text).mid(i, isPair ? 2 : 1);
        if (steers(character))
            shown += escape(character, whole);
        else
            shown += whole;
        i += isPair ? 1 : 0;
    }
    return shown;
}

} // namespace

QString printable(const QString &text)
{
    return replaced(text, [](char32_t character, QStringView) {
        return QStringLiteral("\\u{%1}").arg(QString::number(uint(character), 16));
    });
}

QByteArray printableJson(const QByteArray &document)
{
    const auto escape = [](char32_t character, QStringView whole) {
        if (character == U'\n')
            return whole.toString(); // between values: within a text QJsonDocument has escaped it
        QString escaped;
        for (const QChar unit : whole)
            escaped += QStringLiteral("\\u%1").arg(uint(unit.unicode()), 4, 16, QLatin1Char('0'));
        return escaped;
    };
    return replaced(QString::fromUtf8(document), escape).toUtf8();
}

} // namespace gatehouse
