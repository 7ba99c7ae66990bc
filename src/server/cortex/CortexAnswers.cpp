// SPDX-License-Identifier: Apache-2.0
#include "server/cortex/CortexAnswers.h"

#include <QJsonDocument>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

QJsonObject entryObject(const QString &address, const QString &description)
{
    QJsonObject object = {{u"address"_s, address}};
    if (!description.isEmpty())
        object.insert(u"description"_s, description);
    return object;
}

QJsonObject verdict(const CortexEntry &entry)
{
    auto object = entryObject(entry.address, entry.description);
    object.insert(u"valid"_s, entry.problem.isEmpty());
    if (!entry.problem.isEmpty())
        object.insert(u"message"_s, entry.problem);
    return object;
}

/// Of the vendor's set, which has none for the other statuses.
QString typeOf(int status)
{
    constexpr int firstServerFault = 500;
    switch (status) {
    case 400:
        return u"BAD_REQUEST"_s;
    case 403:
        return u"FORBIDDEN"_s;
    case 404:
        return u"NOT_FOUND"_s;
    case 408:
        return u"REQUEST_TIMEOUT"_s;
    default:
        return status < firstServerFault ? u"UNCATEGORIZED"_s : u"UNHANDLED_EXCEPTION"_s;
    }
}

QJsonObject violation(const FaultDetail &detail)
{
    auto pointer = detail.index < 0 ? QString() : u"/entries/%1"_s.arg(detail.index);
    if (!detail.field.isEmpty())
        pointer += u'/' + detail.field;
    return {{u"title"_s, detail.code},
            {u"description"_s, detail.message},
            {u"violationType"_s, u"MUST"_s},
            {u"pointer"_s, pointer}};
}

/// RFC 9457, as the vendor uses it.
Response tooManyRequests(const Fault &fault)
{
    QJsonObject problem = {{u"type"_s, u"about:blank"_s},
                           {u"title"_s, u"Too Many Requests"_s},
                           {u"status"_s, fault.status},
                           {u"detail"_s, fault.message}};
    for (const auto &header : fault.headers) {
        if (header.name == "Retry-After")
            problem.insert(u"retryAfter"_s, header.value.toInt());
    }
    return {fault.status,
            {{"Content-Type", "application/problem+json"}},
            QJsonDocument(problem).toJson(QJsonDocument::Compact)};
}

Response errorResponse(const Fault &fault)
{
    QJsonObject answer = {{u"type"_s, typeOf(fault.status)},
                          {u"message"_s, fault.message},
                          {u"httpStatus"_s, fault.status},
                          {u"gatewayHttpStatus"_s, fault.status},
                          {u"requestId"_s, QString::fromLatin1(fault.requestId)}};
    QStringList details;
    QJsonArray violations;
    for (const auto &detail : fault.details) {
        details.append(detail.message);
        violations.append(violation(detail));
    }
    if (details.size() > 1)
        answer.insert(u"details"_s, details.join(u' '));
    if (!violations.isEmpty())
        answer.insert(u"violations"_s, violations);
    return Response::json(fault.status, answer);
}

} // namespace

Response cortexList(const QList<StoredEntry> &entries, const CortexPage &page, qint64 total)
{
    QJsonArray list;
    for (const auto &entry : entries)
        list.append(entryObject(entry.spelling, entry.label));
    return Response::json(200, {{u"entries"_s, list},
                                {u"page"_s, page.number},
                                {u"total"_s, total},
                                {u"totalPages"_s, (total + page.size - 1) / page.size}});
}

Response cortexValidation(const QList<CortexEntry> &entries)
{
    if (entries.size() == 1)
        return Response::json(200, verdict(entries.first()));
    QJsonArray verdicts;
    for (const auto &entry : entries)
        verdicts.append(verdict(entry));
    return Response::jsonArray(200, verdicts);
}

Response cortexFaultResponse(const Fault &fault)
{
    auto response = fault.status == 429 ? tooManyRequests(fault) : errorResponse(fault);
    response.headers += fault.headers;
    return response;
}

} // namespace gatehouse::server
