// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitTraffic.h"

#include "base/Logging.h"
#include "database/Transaction.h"
#include "server/bitbybit/BitbybitApi.h"
#include "server/data/Secret.h"
#include "server/data/UsageLog.h"
#include "server/http/CallerAddress.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

/// As the vendor's own clients ask for it: without where we put it.
QString loggedPath(const Request &request)
{
    constexpr qsizetype longestPath = 500;
    return QString::fromUtf8(request.path().mid(bitbybitRoot.size()).left(longestPath));
}

/// Who asks is not let do it; other faults are those of whoever may.
bool isRefused(int status)
{
    constexpr int unauthorised = 401;
    constexpr int forbidden = 403;
    constexpr int tooMany = 429;
    return status == unauthorised || status == forbidden || status == tooMany;
}

QString errorCodeOf(const Response &response)
{
    constexpr int firstError = 400;
    if (response.status < firstError)
        return {};
    return QJsonDocument::fromJson(response.body).object().value(u"error"_s).toObject().value(u"code"_s).toString();
}

} // namespace

QByteArray bitbybitSecret(const Request &request)
{
    return request.header("x-api-key");
}

BitbybitTraffic::BitbybitTraffic(int requests, const QString &token, const Clock &clock)
    : m_requests(requests)
    , m_token(token.toUtf8())
    , m_clock(clock)
    , m_limiter(requests, std::chrono::minutes(1))
{}

std::optional<Fault> BitbybitTraffic::admit(const Call &call)
{
    if (!m_limiter.take(clientOf(call).name, call.now).admitted)
        return Fault{429,
                     u"rate-limit-exceeded"_s,
                     u"More than %1 requests in a minute. RateLimit-Reset says when to go on."_s.arg(m_requests),
                     {},
                     {}};
    if (bitbybitSecret(call.request).isEmpty())
        return Fault{401, u"missing-api-key"_s, u"The header x-api-key is needed."_s, {}, {}};
    return std::nullopt;
}

void BitbybitTraffic::conclude(const Call &call, Response &response)
{
    const auto client = clientOf(call);
    const auto standing = m_limiter.standing(client.name, call.now);
    response.headers.append({"RateLimit-Limit", QByteArray::number(standing.limit)});
    response.headers.append({"RateLimit-Remaining", QByteArray::number(standing.remaining)});
    response.headers.append({"RateLimit-Reset", QByteArray::number(qint64(standing.reset.count()))});
    constexpr int tooMany = 429;
    if (response.status == tooMany && !m_limiter.isFirstNote(client.name, call.now))
        return;
    if (const auto logged = log(call, response, client); !logged)
        qCWarning(logging::server).noquote()
            << "The usage log cannot be written:" << logged.error().message << logged.error().detail;
}

/// With a database that cannot be read nobody is known; the handler will say so.
BitbybitTraffic::Client BitbybitTraffic::clientOf(const Call &call) const
{
    const QByteArray secret = bitbybitSecret(call.request);
    if (equalSecrets(secret, m_token))
        return {u"token"_s, true, std::nullopt};
    if (auto key = apiKeyBySecret(call.database, secret); key && *key)
        return {u"key %1"_s.arg((*key)->scope.number), true, std::move(*key)};
    return {clientName(call.caller), false, std::nullopt};
}

Result<void> BitbybitTraffic::log(const Call &call, const Response &response, const Client &client) const
{
    const auto &key = client.key;
    auto transaction = Transaction::begin(call.database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    UsageRecord record;
    record.at = call.now;
    record.keyId = key ? key->scope.id : QString();
    record.keyName = key ? key->scope.name : QString();
    record.method = QString::fromLatin1(call.request.method);
    record.path = loggedPath(call.request);
    record.status = response.status;
    record.address = QString::fromStdString(call.caller.toString());
    record.errorCode = errorCodeOf(response);
    record.ring = client.isKnown && !isRefused(response.status) ? UsageRing::Served : UsageRing::Refused;
    record.duration = std::chrono::milliseconds(std::max<qint64>(0, call.now.msecsTo(m_clock.now())));
    if (auto done = recordUsage(call.database, record); !done)
        return done;
    if (key && !key->isExpired(call.now)) {
        if (auto done = markUsed(call.database, *key, call.now); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace gatehouse::server
