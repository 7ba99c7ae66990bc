// SPDX-License-Identifier: Apache-2.0
#include "server/astro/AstroAnswers.h"

#include "server/astro/Cuid.h"

#include <QJsonArray>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

QJsonArray fieldErrors(const QList<FaultDetail> &details)
{
    QJsonArray errors;
    for (const auto &detail : details) {
        const auto field = detail.index < 0 ? detail.field : u"%1[%2]"_s.arg(detail.field).arg(detail.index);
        errors.append(QJsonObject{{u"field"_s, field}, {u"code"_s, detail.code}, {u"message"_s, detail.message}});
    }
    return errors;
}

} // namespace

QString astroTokenName()
{
    return u"gatehouse-service"_s;
}

QJsonObject astroSubject(const QString &tokenName)
{
    return {{u"id"_s, cuidOf(tokenName.toUtf8())}, {u"subjectType"_s, u"SERVICEKEY"_s}, {u"apiTokenName"_s, tokenName}};
}

QString astroTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject astroRange(const StoredEntry &entry, const QString &organizationId)
{
    QJsonObject range = {{u"id"_s, entry.id},
                         {u"ipAddressRange"_s, QString::fromStdString(entry.range.toString())},
                         {u"organizationId"_s, organizationId},
                         {u"createdAt"_s, astroTime(entry.createdAt)},
                         {u"updatedAt"_s, astroTime(entry.createdAt)}};
    if (!entry.createdBy.isEmpty()) {
        range.insert(u"createdBy"_s, astroSubject(entry.createdBy));
        range.insert(u"updatedBy"_s, astroSubject(entry.createdBy));
    }
    return range;
}

Response astroFaultResponse(const Fault &fault)
{
    QJsonObject answer = {{u"message"_s, fault.message},
                          {u"requestId"_s, QString::fromLatin1(fault.requestId)},
                          {u"statusCode"_s, fault.status}};
    if (!fault.details.isEmpty())
        answer.insert(u"fieldErrors"_s, fieldErrors(fault.details));
    auto response = Response::json(fault.status, answer);
    response.headers += fault.headers;
    return response;
}

} // namespace gatehouse::server
