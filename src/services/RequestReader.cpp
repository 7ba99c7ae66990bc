// SPDX-License-Identifier: Apache-2.0
#include "services/RequestReader.h"

#include "services/Text.h"
#include "services/UrlPath.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString unknownPlace(const QString &name, const QSet<QString> &known)
{
    QStringList names(known.cbegin(), known.cend());
    names.sort();
    if (names.isEmpty())
        return DefinitionText::tr("{%1} has no meaning here, nor has any other placeholder").arg(name);
    //: %2 is a list such as "{id}, {range}"
    return DefinitionText::tr("{%1} has no meaning here; these have: %2")
        .arg(name, u'{' + names.join("}, {"_L1) + u'}');
}

// Names that have a meaning of their own in requests.
bool isReserved(const QString &name)
{
    static const QStringList names{u"secret"_s, u"id"_s, u"ids"_s, u"range"_s, u"ranges"_s, u"entry"_s, u"entries"_s};
    return names.contains(name);
}

} // namespace

QString readPlaceName(ObjectReader &reader, ObjectReader::Key key)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z][A-Za-z0-9]*\\z"));
    const QString name = reader.text(key);
    if (!name.isEmpty() && (!form.match(name).hasMatch() || isReserved(name)))
        reader.complain(key,
                        DefinitionText::tr("must be of letters and digits, and not the name of another placeholder"));
    return name;
}

Places Places::with(const QSet<QString> &moreTexts, const QSet<QString> &moreValues) const
{
    return {texts + moreTexts, certain + moreTexts, values + moreValues};
}

RequestForm RequestReader::readGet(ObjectReader &reader)
{
    RequestForm request;
    request.path = readPath(reader);
    request.query = readTemplates(reader, "query"_L1);
    return request;
}

RequestForm RequestReader::readWrite(ObjectReader &reader, const QStringList &methods)
{
    RequestForm request = readGet(reader);
    const QString method = reader.text("method"_L1);
    if (!method.isEmpty() && !methods.contains(method))
        reader.complain("method"_L1, DefinitionText::tr("must be one of: %1").arg(methods.join(", "_L1)));
    request.method = method.toLatin1();
    request.body = readBody(reader);
    request.idempotent = reader.flag("idempotent"_L1, false);
    request.forceQuery = readTemplates(reader, "forceQuery"_L1);
    return request;
}

TextTemplate RequestReader::readTemplate(ObjectReader &reader, ObjectReader::Key key)
{
    const auto parsed = parse(reader.text(key), m_places.texts);
    if (!parsed)
        reader.complain(key, parsed.error());
    return parsed.value_or(TextTemplate());
}

NamedTemplates RequestReader::readTemplates(ObjectReader &reader, ObjectReader::Key key)
{
    NamedTemplates templates;
    if (!reader.has(key))
        return templates;
    ObjectReader object = reader.object(key);
    object.eachMember([&](const JsonMember &member) {
        const bool isText = member.value.type == JsonNode::Type::Text;
        const auto parsed = parse(member.value.text, m_places.texts);
        if (!isText)
            object.complain(member, DefinitionText::tr("must be a text in quotation marks"));
        else if (!parsed)
            object.complain(member, parsed.error());
        else
            templates.emplace_back(member.key, *parsed);
    });
    return templates;
}

TextTemplate RequestReader::readPath(ObjectReader &reader)
{
    constexpr auto key = "path"_L1;
    const QString text = reader.text(key);
    const auto parsed = parse(text, m_places.texts);
    if (!parsed) {
        reader.complain(key, parsed.error());
        return {};
    }
    if (!text.isEmpty() && (!text.startsWith(u'/') || text.contains(u'?') || text.contains(u'#')))
        reader.complain(key, DefinitionText::tr("must begin with a slash and have no query"));
    else if (leadsElsewhere(text))
        reader.complain(key, DefinitionText::tr("must not have . or .. between slashes, which leads elsewhere"));
    else if (!isUrlPath(parsed->literalText()) || text.contains("//"_L1))
        reader.complain(key, DefinitionText::tr("has a character that no URL's path can have; write it as %20 and the "
                                                "like"));
    for (const QString &name : parsed->names()) {
        if (!m_places.certain.contains(name))
            reader.complain(key, DefinitionText::tr("{%1} may be empty and cannot stand in a path").arg(name));
    }
    return *parsed;
}

QJsonValue RequestReader::readBody(ObjectReader &reader)
{
    constexpr auto key = "body"_L1;
    if (!reader.has(key))
        return QJsonValue::Undefined;
    const JsonNode *body = reader.value(key);
    if (const QString fault = faultInBody(*body); !fault.isEmpty())
        reader.complain(key, fault);
    return body->toJson();
}

QString RequestReader::faultInBody(const JsonNode &node)
{
    QString fault;
    if (node.type == JsonNode::Type::Text) {
        const auto parsed = parse(node.text, m_places.texts + m_places.values);
        if (!parsed)
            return parsed.error();
        for (const QString &name : parsed->names()) {
            if (m_places.values.contains(name) && !parsed->isSinglePlace())
                return DefinitionText::tr("{%1} must be the whole of a text").arg(name);
        }
    }
    for (const JsonNode &item : node.items)
        fault = fault.isEmpty() ? faultInBody(item) : fault;
    for (const JsonMember &member : node.members)
        fault = fault.isEmpty() ? faultInBody(member.value) : fault;
    return fault;
}

tl::expected<TextTemplate, QString> RequestReader::parse(const QString &text, const QSet<QString> &known)
{
    auto parsed = TextTemplate::parse(text);
    if (!parsed)
        return parsed;
    for (const QString &name : parsed->names()) {
        if (!known.contains(name))
            return tl::unexpected(unknownPlace(name, known));
        m_used.insert(name);
    }
    return parsed;
}

} // namespace gatehouse
