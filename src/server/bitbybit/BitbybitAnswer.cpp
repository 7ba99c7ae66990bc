// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitAnswer.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int serviceFault = 500;
constexpr int unavailable = 503;

/// "invalid-cidr" is INVALID_CIDR here.
QString spelled(QString code)
{
    return code.toUpper().replace(u'-', u'_');
}

QString codeOf(const Fault &fault)
{
    constexpr int badRequest = 400;
    if (fault.status == badRequest)
        return u"VALIDATION_ERROR"_s;
    if (fault.status == serviceFault)
        return u"SERVICE_UNAVAILABLE"_s;
    if (fault.code == u"unauthorized"_s)
        return u"INVALID_API_KEY"_s;
    if (fault.code == u"forbidden"_s)
        return u"INSUFFICIENT_SCOPE"_s;
    return spelled(fault.code);
}

QString messageOf(const Fault &fault)
{
    if (fault.details.isEmpty() || fault.details.first().index < 0)
        return fault.message;
    const auto &first = fault.details.first();
    const QString field = first.field.isEmpty() ? QString() : u'.' + first.field;
    return u"entries[%1]%2: %3"_s.arg(first.index).arg(field, fault.message);
}

QJsonArray detailsOf(const Fault &fault)
{
    QJsonArray details;
    for (const auto &detail : fault.details) {
        QJsonObject object = {
            {u"field"_s, detail.field}, {u"reason"_s, spelled(detail.code)}, {u"message"_s, detail.message}};
        if (detail.index >= 0)
            object.insert(u"index"_s, detail.index);
        details.append(object);
    }
    return details;
}

} // namespace

Response bitbybitFault(const Fault &fault)
{
    QJsonObject error = {{u"code"_s, codeOf(fault)}, {u"message"_s, messageOf(fault)}};
    if (!fault.details.isEmpty())
        error.insert(u"details"_s, detailsOf(fault));
    auto response =
        Response::json(fault.status == serviceFault ? unavailable : fault.status, QJsonObject{{u"error"_s, error}});
    response.headers += fault.headers;
    return response;
}

Response bitbybitObject(int status, const QJsonObject &data)
{
    return Response::json(status, QJsonObject{{u"data"_s, data}});
}

Response bitbybitCollection(const QJsonArray &data, const BitbybitPage &page, qint64 total)
{
    const QJsonObject meta = {{u"page"_s, page.number},
                              {u"limit"_s, page.limit},
                              {u"total"_s, total},
                              {u"hasNextPage"_s, page.offset() + page.limit < total}};
    return Response::json(200, QJsonObject{{u"data"_s, data}, {u"meta"_s, meta}});
}

QJsonValue bitbybitTime(const QDateTime &time)
{
    const bool isKnown = time.isValid() && time.toMSecsSinceEpoch() != 0;
    return isKnown ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace gatehouse::server
