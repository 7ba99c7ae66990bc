// SPDX-License-Identifier: Apache-2.0
#include "services/LooseValue.h"

#include "services/Text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
}

/// One spelling for what means the same.
QString canonical(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    const QString text = looseText(value).value_or(QString()).trimmed().toLower();
    if (text == u"1")
        return u"true"_s;
    return text == u"0" ? u"false"_s : text;
}

} // namespace

std::optional<QString> looseText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    return isWhole(value) ? std::optional(value.toVariant().toString()) : std::nullopt;
}

std::optional<qint64> looseWholeNumber(const QJsonValue &value)
{
    bool isNumber = isWhole(value);
    const qint64 number = value.isString() ? value.toString().trimmed().toLongLong(&isNumber) : value.toInteger();
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<bool> looseFlag(const QJsonValue &value)
{
    const QString text = canonical(value);
    if (text != u"true" && text != u"false")
        return std::nullopt;
    return text == u"true";
}

bool looselyEqual(const QJsonValue &left, const QJsonValue &right)
{
    if (left == right)
        return true;
    const QString text = canonical(left);
    return !text.isEmpty() && text == canonical(right);
}

QString shownValue(const QJsonValue &value)
{
    constexpr qsizetype longest = 60;
    if (value.isUndefined())
        return AnswerText::tr("nothing");
    QString text = value.isString()
                       ? u'“' + value.toString() + u'”'
                       : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    if (!value.isString())
        text = text.sliced(1).chopped(1);
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

} // namespace gatehouse
