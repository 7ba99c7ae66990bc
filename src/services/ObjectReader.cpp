// SPDX-License-Identifier: Apache-2.0
#include "services/ObjectReader.h"

#include "services/Text.h"
#include "services/UrlPath.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString sentenceFor(JsonNode::Type type)
{
    switch (type) {
    case JsonNode::Type::Null:
        return DefinitionText::tr("must be null");
    case JsonNode::Type::Bool:
        return DefinitionText::tr("must be true or false");
    case JsonNode::Type::Number:
        return DefinitionText::tr("must be a number");
    case JsonNode::Type::Text:
        return DefinitionText::tr("must be a text in quotation marks");
    case JsonNode::Type::List:
        return DefinitionText::tr("must be a list in brackets");
    case JsonNode::Type::Object:
        return DefinitionText::tr("must be an object in braces");
    }
    Q_UNREACHABLE();
}

} // namespace

ObjectReader::ObjectReader(const JsonNode *node, QString path, DefinitionProblems &problems)
    : m_node(node)
    , m_path(std::move(path))
    , m_problems(problems)
{}

ObjectReader::~ObjectReader()
{
    if (m_node == nullptr || m_allAsked)
        return;
    for (const JsonMember &member : m_node->members) {
        if (!m_asked.contains(member.key))
            add(member.line, member.key, DefinitionText::tr("is not a key of a service definition here"), true);
    }
}

bool ObjectReader::has(Key key) const
{
    return m_node != nullptr && m_node->find(QString(key)) != nullptr;
}

const JsonNode *ObjectReader::take(Key key)
{
    m_asked.insert(key);
    return m_node == nullptr ? nullptr : m_node->find(QString(key));
}

const JsonNode *ObjectReader::require(Key key)
{
    const JsonNode *node = take(key);
    if (node == nullptr && m_node != nullptr)
        add(m_node->line, key, DefinitionText::tr("is missing"));
    return node;
}

const JsonNode *ObjectReader::require(Key key, JsonNode::Type type)
{
    return checked(key, require(key), type);
}

const JsonNode *ObjectReader::checked(Key key, const JsonNode *node, JsonNode::Type type)
{
    if (node == nullptr || node->type == type)
        return node;
    add(node->line, key, sentenceFor(type));
    return nullptr;
}

QString ObjectReader::text(Key key)
{
    const JsonNode *node = require(key, JsonNode::Type::Text);
    if (node == nullptr)
        return {};
    if (node->text.trimmed().isEmpty())
        add(node->line, key, DefinitionText::tr("must not be empty"));
    return node->text;
}

QString ObjectReader::text(Key key, const QString &fallback)
{
    const JsonNode *node = checked(key, take(key), JsonNode::Type::Text);
    return node == nullptr ? fallback : node->text;
}

QStringList ObjectReader::texts(Key key, const QStringList &fallback)
{
    const JsonNode *node = checked(key, take(key), JsonNode::Type::List);
    if (node == nullptr)
        return fallback;
    QStringList texts;
    for (const JsonNode &item : node->items) {
        if (const JsonNode *text = checked(key, &item, JsonNode::Type::Text))
            texts.append(text->text);
    }
    return texts;
}

QUrl ObjectReader::url(Key key)
{
    const QString text = this->text(key);
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!text.isEmpty() && (!url.isValid() || !isWeb || url.host().isEmpty()))
        complain(key, DefinitionText::tr("must be a URL that begins with https://"));
    else if (leadsElsewhere(url.path(QUrl::FullyEncoded)))
        complain(key, DefinitionText::tr("must not have . or .. between slashes, which leads elsewhere"));
    return url;
}

QString ObjectReader::basePath(Key key)
{
    const QString path = text(key);
    static const QRegularExpression form(QStringLiteral("\\A(/[^/?#]+)+\\z"));
    if (!path.isEmpty() && (!form.match(path).hasMatch() || leadsElsewhere(path) || !isUrlPath(path)))
        complain(key, DefinitionText::tr("must begin with a slash, not end with one, and have no query"));
    return path;
}

QString ObjectReader::basePath(Key key, const QString &fallback)
{
    return has(key) ? basePath(key) : fallback;
}

JsonPath ObjectReader::parsePath(Key key, const JsonNode &node)
{
    const auto path = checked(key, &node, JsonNode::Type::Text) == nullptr ? JsonPath() : JsonPath::parse(node.text);
    if (!path)
        add(node.line, key, DefinitionText::tr("must be names joined by dots, or a single dot"));
    return path.value_or(JsonPath());
}

JsonPath ObjectReader::path(Key key)
{
    const JsonNode *node = require(key);
    return node == nullptr ? JsonPath() : parsePath(key, *node);
}

std::optional<JsonPath> ObjectReader::pathIfAny(Key key)
{
    const JsonNode *node = take(key);
    return node == nullptr ? std::nullopt : std::optional(parsePath(key, *node));
}

JsonPaths ObjectReader::paths(Key key)
{
    require(key);
    return pathsIfAny(key);
}

JsonPaths ObjectReader::pathsIfAny(Key key)
{
    const JsonNode *node = take(key);
    if (node == nullptr)
        return {};
    if (node->type != JsonNode::Type::List)
        return {parsePath(key, *node)};
    JsonPaths paths;
    for (const JsonNode &item : node->items)
        paths.append(parsePath(key, item));
    if (paths.isEmpty())
        add(node->line, key, DefinitionText::tr("must not be empty"));
    return paths;
}

JsonConditions ObjectReader::conditions(Key key)
{
    JsonConditions conditions;
    const JsonNode *node = checked(key, take(key), JsonNode::Type::Object);
    if (node == nullptr)
        return conditions;
    for (const JsonMember &member : node->members) {
        const auto path = JsonPath::parse(member.key);
        if (path)
            conditions.emplaceBack(*path, member.value.toJson());
        else
            add(member.line, key + u'.' + member.key,
                DefinitionText::tr("must be names joined by dots, or a single dot"));
    }
    return conditions;
}

bool ObjectReader::flag(Key key, bool fallback)
{
    const JsonNode *node = checked(key, take(key), JsonNode::Type::Bool);
    return node == nullptr ? fallback : node->boolean;
}

int ObjectReader::wholeNumber(Key key, const JsonNode *node, int least, int most, int fallback)
{
    if (checked(key, node, JsonNode::Type::Number) == nullptr)
        return fallback;
    if (node->number < least || node->number > most || std::trunc(node->number) != node->number) {
        add(node->line, key, DefinitionText::tr("must be a whole number from %1 to %2").arg(least).arg(most));
        return fallback;
    }
    return static_cast<int>(node->number);
}

int ObjectReader::number(Key key, int least, int most)
{
    return wholeNumber(key, require(key), least, most, least);
}

int ObjectReader::number(Key key, int least, int most, int fallback)
{
    return wholeNumber(key, take(key), least, most, fallback);
}

std::optional<int> ObjectReader::numberIfAny(Key key, int least, int most)
{
    const JsonNode *node = take(key);
    return node == nullptr ? std::nullopt : std::optional(wholeNumber(key, node, least, most, least));
}

std::optional<std::chrono::seconds> ObjectReader::duration(Key key)
{
    const JsonNode *node = checked(key, take(key), JsonNode::Type::Text);
    if (node == nullptr)
        return std::nullopt;
    const auto duration = parseDuration(node->text);
    if (!duration)
        add(node->line, key, DefinitionText::tr("must be a number and a unit, as in 90s, 5m, 6h, 1d or 2w"));
    return duration;
}

ObjectReader ObjectReader::object(Key key)
{
    return {require(key, JsonNode::Type::Object), pathOf(key), m_problems};
}

const JsonNode *ObjectReader::value(Key key)
{
    return require(key);
}

int ObjectReader::indexOfChoice(Key key, const JsonNode *node, const QStringList &words)
{
    if (checked(key, node, JsonNode::Type::Text) == nullptr)
        return -1;
    const auto index = words.indexOf(node->text);
    if (index < 0) {
        add(node->line, key, DefinitionText::tr("must be one of: %1").arg(words.join(", "_L1)));
        m_allAsked = true; // which other keys belong here may depend on this one
    }
    return static_cast<int>(index);
}

void ObjectReader::eachObject(Key key, const std::function<void(ObjectReader &)> &visit)
{
    const JsonNode *list = checked(key, take(key), JsonNode::Type::List);
    if (list == nullptr)
        return;
    for (std::size_t index = 0; index < list->items.size(); ++index) {
        const QString itemKey = "%1[%2]"_L1.arg(key).arg(index);
        const JsonNode &item = list->items[index];
        if (item.type != JsonNode::Type::Object) {
            add(item.line, itemKey, sentenceFor(JsonNode::Type::Object));
            continue;
        }
        ObjectReader reader(&item, pathOf(itemKey), m_problems);
        visit(reader);
    }
}

void ObjectReader::eachMember(const std::function<void(const JsonMember &)> &visit)
{
    m_allAsked = true;
    if (m_node == nullptr)
        return;
    for (const JsonMember &member : m_node->members)
        visit(member);
}

void ObjectReader::complain(const QString &reason)
{
    if (m_node != nullptr)
        add(m_node->line, {}, reason);
}

void ObjectReader::complain(Key key, const QString &reason)
{
    if (m_node == nullptr)
        return;
    const JsonNode *node = m_node->find(QString(key));
    add(node == nullptr ? m_node->line : node->line, key, reason);
}

void ObjectReader::complain(const JsonMember &member, const QString &reason)
{
    add(member.line, member.key, reason);
}

QString ObjectReader::pathOf(const QString &key) const
{
    if (m_path.isEmpty() || key.isEmpty())
        return m_path + key;
    return m_path + u'.' + key;
}

void ObjectReader::add(int line, const QString &key, const QString &reason, bool unknownKey)
{
    m_problems.push_back({line, pathOf(key), reason, unknownKey});
}

std::optional<std::chrono::seconds> parseDuration(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([1-9][0-9]{0,5})([smhdw])\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    using std::chrono::seconds;
    static const QMap<QString, seconds> units{{u"s"_s, std::chrono::seconds(1)},
                                              {u"m"_s, std::chrono::minutes(1)},
                                              {u"h"_s, std::chrono::hours(1)},
                                              {u"d"_s, std::chrono::days(1)},
                                              {u"w"_s, std::chrono::weeks(1)}};
    return match.captured(1).toInt() * units.value(match.captured(2));
}

} // namespace gatehouse
