// SPDX-License-Identifier: Apache-2.0
#include "server/JsonFields.h"

#include "base/DuplicateKeys.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

std::optional<Fault> jsonTypeFault(const Request &request)
{
    const QByteArray type = upTo(request.header("Content-Type"), ';').trimmed();
    if (type.compare("application/json", Qt::CaseInsensitive) == 0)
        return std::nullopt;
    return Fault{415, u"unsupported-media-type"_s, u"The body must be application/json."_s, {}, {}};
}

std::variant<QJsonObject, Fault> jsonObject(const QByteArray &body)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (document.isNull())
        return Fault{400,
                     u"invalid-json"_s,
                     u"The body is not JSON: %1 at offset %2"_s.arg(error.errorString()).arg(error.offset),
                     {},
                     {}};
    if (!document.isObject())
        return Fault{400, u"invalid-type"_s, u"The body must be a JSON object."_s, {}, {}};
    if (const auto key = duplicateKey(body)) {
        constexpr qsizetype longestShown = 100;
        return Fault{400,
                     u"duplicate-key"_s,
                     u"The key '%1' stands twice in one object."_s.arg(key->left(longestShown)),
                     {},
                     {}};
    }
    return document.object();
}

Outcome<QJsonObject> jsonBody(const Request &request)
{
    if (auto fault = jsonTypeFault(request))
        return refusal(std::move(*fault));
    auto object = jsonObject(request.body);
    if (auto *fault = std::get_if<Fault>(&object))
        return refusal(std::move(*fault));
    return std::get<QJsonObject>(std::move(object));
}

std::optional<QDateTime> utcTime(const QString &text)
{
    static const QRegularExpression form(uR"(\A\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d{1,3})?Z\z)"_s);
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return form.match(text).hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

void Complaints::add(int index, const QString &field, const QString &code, const QString &message)
{
    constexpr qsizetype mostDetails = 100;
    ++m_total;
    if (m_details.size() < mostDetails)
        m_details.append({index, field, message, code});
}

Fault Complaints::fault() const
{
    const auto &first = m_details.first();
    QString message = first.message;
    if (m_total > 1)
        message += u" (There are %1 problems; this is the first.)"_s.arg(m_total);
    return {400, first.code, message, m_details, {}};
}

JsonFields::JsonFields(QJsonObject object, int index, Complaints *complaints)
    : m_object(std::move(object))
    , m_index(index)
    , m_complaints(complaints)
{}

QJsonValue JsonFields::take(const QString &key)
{
    return m_object.take(key);
}

std::optional<QString> JsonFields::takeText(const QString &key, qsizetype longest)
{
    if (!has(key))
        return std::nullopt;
    const QJsonValue value = take(key);
    if (!value.isString()) {
        complain(key, u"invalid-type"_s, u"'%1' must be a string."_s.arg(key));
        return std::nullopt;
    }
    if (value.toString().size() > longest) {
        complain(key, u"too-long"_s, u"'%1' is longer than %2 characters."_s.arg(key).arg(longest));
        return std::nullopt;
    }
    return value.toString();
}

std::optional<QString> JsonFields::takeTextOrNull(const QString &key, qsizetype longest)
{
    if (m_object.value(key).isNull())
        m_object.remove(key);
    return takeText(key, longest);
}

std::optional<bool> JsonFields::takeBoolean(const QString &key)
{
    if (!has(key))
        return std::nullopt;
    const QJsonValue value = take(key);
    if (!value.isBool()) {
        complain(key, u"invalid-type"_s, u"'%1' must be true or false."_s.arg(key));
        return std::nullopt;
    }
    return value.toBool();
}

void JsonFields::complain(const QString &field, const QString &code, const QString &message)
{
    m_complaints->add(m_index, field, code, message);
}

void JsonFields::finish()
{
    for (const auto &key : m_object.keys())
        complain(key, u"unknown-key"_s, u"'%1' is not a known key."_s.arg(key));
}

} // namespace gatehouse::server
