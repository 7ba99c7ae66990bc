// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitLogs.h"

#include "base/Csv.h"
#include "server/bitbybit/BitbybitAnswer.h"
#include "server/data/UsageLog.h"

#include <QJsonArray>

#include <array>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

struct LogQuery
{
    BitbybitPage page;
    UsageFilter filter;
    UsageOrder order;
};

struct SortField
{
    QLatin1StringView name;
    UsageField field;
};
constexpr std::array sortFields = {SortField{"timestamp"_L1, UsageField::Time},
                                   SortField{"status"_L1, UsageField::Status},
                                   SortField{"durationMs"_L1, UsageField::Duration}};

UsageOrder orderOf(BitbybitQuery &query)
{
    QStringList names;
    for (const auto &each : sortFields)
        names << each.name + u":desc"_s << each.name + u":asc"_s;
    const QString wanted = query.choice(u"sort"_s, names);
    for (const auto &each : sortFields) {
        if (wanted.startsWith(each.name))
            return {each.field, wanted.endsWith(u":desc"_s)};
    }
    return {};
}

LogQuery take(BitbybitQuery &query)
{
    constexpr int lowestStatus = 100;
    constexpr int highestStatus = 599;
    LogQuery wanted;
    wanted.page = query.page();
    wanted.filter.keyId = query.text(u"apiKeyId"_s);
    wanted.filter.method = query.text(u"method"_s).toUpper();
    wanted.filter.status = query.number(u"status"_s, lowestStatus, highestStatus);
    wanted.filter.from = query.time(u"from"_s);
    wanted.filter.to = query.time(u"to"_s);
    wanted.order = orderOf(query);
    return wanted;
}

QJsonObject recordAnswer(const UsageRecord &record)
{
    return {{u"id"_s, u"log_%1"_s.arg(record.id)},
            {u"timestamp"_s, bitbybitTime(record.at)},
            {u"apiKeyId"_s, textOrNull(record.keyId)},
            {u"apiKeyName"_s, textOrNull(record.keyName)},
            {u"method"_s, record.method},
            {u"path"_s, record.path},
            {u"status"_s, record.status},
            {u"ip"_s, record.address},
            {u"errorCode"_s, textOrNull(record.errorCode)},
            {u"durationMs"_s, qint64(record.duration.count())}};
}

Outcome<Response> listUsage(const Call &call)
{
    BitbybitQuery query(call.request);
    const auto wanted = query.checked(take(query));
    if (!wanted)
        return refusal(wanted.error());
    const auto total = usageCount(call.database, wanted->filter);
    if (!total)
        return refusal(storageFault(total.error()));
    const auto records =
        usagePage(call.database, wanted->filter, wanted->order, wanted->page.limit, wanted->page.offset());
    if (!records)
        return refusal(storageFault(records.error()));
    QJsonArray data;
    for (const auto &record : *records)
        data.append(recordAnswer(record));
    return bitbybitCollection(data, wanted->page, *total);
}

QByteArray csvLine(const UsageRecord &record)
{
    const QStringList cells = {record.at.toUTC().toString(Qt::ISODateWithMs),
                               record.keyId,
                               record.keyName,
                               record.method,
                               record.path,
                               QString::number(record.status),
                               record.address,
                               record.errorCode,
                               QString::number(record.duration.count())};
    return csvRecord(cells).toUtf8() + "\r\n";
}

/// Whole in memory: the log is bounded, to some 15 MB of this.
Outcome<Response> exportUsage(const Call &call)
{
    BitbybitQuery query(call.request);
    (void)query.choice(u"format"_s, {u"csv"_s});
    const auto wanted = query.checked(take(query));
    if (!wanted)
        return refusal(wanted.error());
    QByteArray body = "timestamp,api_key_id,api_key_name,method,path,status,ip,error_code,duration_ms\r\n";
    const auto done = eachUsage(call.database, wanted->filter, wanted->order,
                                [&](const UsageRecord &record) { body += csvLine(record); });
    if (!done)
        return refusal(storageFault(done.error()));
    return Response{200,
                    {{"Content-Type", "text/csv; charset=utf-8"},
                     {"Content-Disposition", R"(attachment; filename="api-usage-logs.csv")"}},
                    body};
}

} // namespace

std::vector<Route> bitbybitLogRoutes()
{
    return {{"GET", u"/api-usage-logs"_s, listUsage}, {"GET", u"/api-usage-logs/export"_s, exportUsage}};
}

} // namespace gatehouse::server
