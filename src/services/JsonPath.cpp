// SPDX-License-Identifier: Apache-2.0
#include "services/JsonPath.h"

#include "services/LooseValue.h"
#include "services/Text.h"

#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void set(QJsonObject &object, const QStringList &names, const QJsonValue &value)
{
    if (names.size() == 1) {
        object.insert(names.first(), value);
        return;
    }
    QJsonObject inner = object.value(names.first()).toObject();
    set(inner, names.sliced(1), value);
    object.insert(names.first(), inner);
}

void remove(QJsonObject &object, const QStringList &names)
{
    const auto found = object.find(names.first());
    if (found == object.end())
        return;
    if (names.size() == 1) {
        object.erase(found);
        return;
    }
    QJsonObject inner = found->toObject();
    remove(inner, names.sliced(1));
    if (inner.isEmpty())
        object.erase(found);
    else
        *found = inner;
}

/// Empty for what is neither text nor number; a whole number comes without exponent or fraction.
QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toVariant().toString() : value.toString().trimmed();
}

} // namespace

std::optional<JsonPath> JsonPath::parse(const QString &text)
{
    if (text == "."_L1)
        return JsonPath();
    const QStringList names = text.split(u'.');
    if (std::ranges::any_of(names, [](const QString &name) { return name.isEmpty(); }))
        return std::nullopt;
    return JsonPath(names);
}

QString JsonPath::toString() const
{
    return isRoot() ? u"."_s : m_names.join(u'.');
}

QJsonValue JsonPath::findIn(const QJsonValue &root) const
{
    QJsonValue value = root;
    for (const QString &name : m_names) {
        if (!value.isObject())
            return QJsonValue::Undefined;
        value = value.toObject().value(name);
    }
    return value;
}

void JsonPath::setIn(QJsonObject &root, const QJsonValue &value) const
{
    Q_ASSERT(!isRoot());
    set(root, m_names, value);
}

void JsonPath::removeFrom(QJsonObject &root) const
{
    if (!isRoot())
        remove(root, m_names);
}

QString unmetIn(const QJsonValue &root, const JsonConditions &conditions)
{
    for (const auto &[path, wanted] : conditions) {
        const QJsonValue value = path.findIn(root);
        if (looselyEqual(value, wanted) || (value.isUndefined() && wanted.isNull()))
            continue;
        return AnswerText::tr("%1 is %2, and the definition speaks only of lists where it is %3")
            .arg(path.toString(), shownValue(value), shownValue(wanted));
    }
    return {};
}

QJsonValue findFirst(const JsonPaths &paths, const QJsonValue &root)
{
    for (const JsonPath &path : paths) {
        if (const QJsonValue value = path.findIn(root); !value.isUndefined() && !value.isNull())
            return value;
    }
    return QJsonValue::Undefined;
}

QString findText(const JsonPaths &paths, const QJsonValue &root)
{
    for (const JsonPath &path : paths) {
        if (const QString text = textOf(path.findIn(root)); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace gatehouse
