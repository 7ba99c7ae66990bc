// SPDX-License-Identifier: Apache-2.0
#include "services/TextTemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace gatehouse {

tl::expected<TextTemplate, QString> TextTemplate::parse(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("\\{([A-Za-z][A-Za-z0-9]*)\\}"));
    TextTemplate result;
    qsizetype end = 0;
    const auto addLiteral = [&](qsizetype until) {
        if (until > end)
            result.m_pieces.push_back({text.sliced(end, until - end), false});
    };
    for (auto places = place.globalMatch(text); places.hasNext();) {
        const QRegularExpressionMatch found = places.next();
        addLiteral(found.capturedStart());
        result.m_pieces.push_back({found.captured(1), true});
        end = found.capturedEnd();
    }
    addLiteral(text.size());
    if (const QString literal = result.literalText(); literal.contains(u'{') || literal.contains(u'}')) {
        return tl::unexpected(QCoreApplication::translate(
            "ServiceDefinition", "braces stand only around the name of a placeholder, as in {name}"));
    }
    return result;
}

QStringList TextTemplate::names() const
{
    QStringList names;
    for (const Piece &piece : m_pieces) {
        if (piece.isPlace)
            names.append(piece.text);
    }
    return names;
}

QString TextTemplate::literalText() const
{
    QString text;
    for (const Piece &piece : m_pieces) {
        if (!piece.isPlace)
            text += piece.text;
    }
    return text;
}

QString TextTemplate::fill(const TemplateValues &values, const std::function<QString(const QString &)> &prepare) const
{
    QString text;
    for (const Piece &piece : m_pieces) {
        const QString part = piece.isPlace ? values.value(piece.text).toString() : piece.text;
        text += piece.isPlace && prepare ? prepare(part) : part;
    }
    return text;
}

namespace {

QJsonValue fillText(const QString &text, const TemplateValues &values)
{
    const auto parsed = TextTemplate::parse(text);
    Q_ASSERT(parsed); // looked at when the definition was read
    if (parsed->isSinglePlace())
        return values.value(parsed->names().first(), QJsonValue::Undefined);
    return parsed->fill(values);
}

} // namespace

QJsonValue fillJson(const QJsonValue &value, const TemplateValues &values)
{
    if (value.isString())
        return fillText(value.toString(), values);
    if (value.isArray()) {
        QJsonArray filled;
        for (const QJsonValue item : value.toArray()) {
            if (const QJsonValue part = fillJson(item, values); !part.isUndefined())
                filled.append(part);
        }
        return filled;
    }
    if (value.isObject()) {
        QJsonObject filled;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (const QJsonValue part = fillJson(member.value(), values); !part.isUndefined())
                filled.insert(member.key(), part);
        }
        return filled;
    }
    return value;
}

} // namespace gatehouse
