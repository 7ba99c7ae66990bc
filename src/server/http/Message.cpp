// SPDX-License-Identifier: Apache-2.0
#include "server/http/Message.h"

#include <QJsonDocument>
#include <QLocale>
#include <QUrlQuery>

#include <algorithm>

namespace gatehouse::server {

namespace {

bool hasName(const Header &header, const QByteArray &name)
{
    return header.name.compare(name, Qt::CaseInsensitive) == 0;
}

QUrlQuery queryOf(const QByteArray &target)
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? QUrlQuery() : QUrlQuery(QString::fromUtf8(target.mid(mark + 1)));
}

QByteArray firstValue(const QList<Header> &headers, const QByteArray &name)
{
    for (const auto &header : headers) {
        if (hasName(header, name))
            return header.value;
    }
    return {};
}

} // namespace

QByteArray upTo(const QByteArray &text, char end)
{
    const auto position = text.indexOf(end);
    return position < 0 ? text : text.left(position); // left(-1) would be empty
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

QByteArray Request::path() const
{
    return upTo(target, '?');
}

std::optional<QString> Request::queryItem(const QString &name) const
{
    const auto query = queryOf(target);
    if (!query.hasQueryItem(name))
        return std::nullopt;
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QStringList Request::queryItems(const QString &name) const
{
    return queryOf(target).allQueryItemValues(name, QUrl::FullyDecoded);
}

QByteArray Request::bearerToken() const
{
    static const QByteArray scheme = "Bearer ";
    const QByteArray value = header("Authorization");
    // The scheme's case does not matter (RFC 9110 section 11.1).
    return value.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0 ? value.mid(scheme.size()).trimmed()
                                                                               : QByteArray();
}

QByteArray Request::header(const QByteArray &name) const
{
    return firstValue(headers, name);
}

QList<QByteArray> Request::headerValues(const QByteArray &name) const
{
    QList<QByteArray> values;
    for (const auto &header : headers) {
        if (hasName(header, name))
            values.append(header.value);
    }
    return values;
}

QByteArray Request::givenId() const
{
    constexpr qsizetype longest = 128;
    const auto given = header("X-Request-Id");
    const bool isVisible = std::all_of(given.begin(), given.end(), [](char c) { return c > ' ' && c <= '~'; });
    return isVisible && given.size() <= longest ? given : QByteArray();
}

bool Request::announcesBody() const
{
    const auto isLength = [](const QByteArray &value) { return value != "0"; };
    const auto lengths = headerValues("Content-Length");
    return !headerValues("Transfer-Encoding").isEmpty() || std::any_of(lengths.begin(), lengths.end(), isLength);
}

void Request::makeOriginForm()
{
    const auto scheme = target.indexOf("://");
    if (scheme < 0 || target.startsWith('/'))
        return;
    const auto authority = scheme + 3;
    const auto slash = target.indexOf('/', authority);
    const QByteArray host = target.mid(authority, slash < 0 ? -1 : slash - authority);
    target = slash < 0 ? QByteArray("/") : target.mid(slash);
    if (headerValues("Host").isEmpty())
        headers.append({"Host", host});
    for (auto &each : headers) {
        if (hasName(each, "Host"))
            each.value = host;
    }
}

Response Response::json(int status, const QJsonObject &object)
{
    return {status, {{"Content-Type", "application/json"}}, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Response Response::jsonArray(int status, const QJsonArray &array)
{
    return {status, {{"Content-Type", "application/json"}}, QJsonDocument(array).toJson(QJsonDocument::Compact)};
}

QByteArray Response::header(const QByteArray &name) const
{
    return firstValue(headers, name);
}

} // namespace gatehouse::server
