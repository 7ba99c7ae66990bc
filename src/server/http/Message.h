// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpAddress.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace gatehouse::server {

/// `text` up to the first `end`, all of it when there is none.
[[nodiscard]] QByteArray upTo(const QByteArray &text, char end);

/// As it stands in a Date header (RFC 9110 section 5.6.7); `time` is in UTC.
[[nodiscard]] QByteArray httpDate(const QDateTime &time);

struct Header
{
    QByteArray name;
    QByteArray value;
    bool operator==(const Header &) const = default;
};

/// One HTTP request as handlers see it: no socket, no parser.
struct Request
{
    QByteArray method;     ///< as received; methods are case-sensitive (RFC 9110 section 9.1)
    QByteArray target;     ///< origin form, still percent-encoded: /path?query
    QList<Header> headers; ///< in the order received
    QByteArray body;
    IpAddress peer;         ///< the other end of the socket
    int minorVersion = 1;   ///< of HTTP/1
    bool encrypted = false; ///< came over TLS
    QByteArray id;          ///< by which logs of both sides tell it: the client's own, or one of ours

    [[nodiscard]] QByteArray path() const; ///< without the query, still percent-encoded
    /// The decoded value of the first query item of that name; nullopt when there is none.
    [[nodiscard]] std::optional<QString> queryItem(const QString &name) const;
    /// The decoded values of every query item of that name, in their order.
    [[nodiscard]] QStringList queryItems(const QString &name) const;
    /// The secret of `Authorization: Bearer …` (RFC 6750 section 2.1); empty when there is none.
    [[nodiscard]] QByteArray bearerToken() const;
    /// The first header of that name, whose case does not matter; empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QList<QByteArray> headerValues(const QByteArray &name) const;
    /// The client's own X-Request-Id, if it can be one, so that its log and ours tell the same; else empty.
    [[nodiscard]] QByteArray givenId() const;
    /// Whether a body follows the head: a Content-Length that is not 0, or any Transfer-Encoding.
    [[nodiscard]] bool announcesBody() const;
    /// A target in absolute form (RFC 9112 section 3.2.2) becomes origin form; its authority takes the place of Host,
    /// also of one that is missing.
    void makeOriginForm();
};

struct Response
{
    int status = 200;
    QList<Header> headers; ///< without Content-Length, Date and Connection, which the server adds
    QByteArray body;

    [[nodiscard]] static Response json(int status, const QJsonObject &object);
    [[nodiscard]] static Response jsonArray(int status, const QJsonArray &array);
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

} // namespace gatehouse::server
