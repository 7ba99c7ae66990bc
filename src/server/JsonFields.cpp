// SPDX-License-Identifier: Apache-2.0
#include "server/JsonFields.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

void Complaints::add(int index, const QString &field, const QString &code, const QString &message)
{
    constexpr qsizetype mostDetails = 100;
    if (m_total++ == 0)
        m_firstCode = code;
    if (m_details.size() < mostDetails)
        m_details.append({index, field, message});
}

Fault Complaints::fault() const
{
    const QString first = m_details.first().message;
    if (m_total == 1)
        return {400, m_firstCode, first, m_details, {}};
    return {
        400, m_firstCode, u"%1 (There are %2 problems; this is the first.)"_s.arg(first).arg(m_total), m_details, {}};
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
