// SPDX-License-Identifier: Apache-2.0
#include "server/http/BeastConversions.h"

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/fields.hpp>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace http = boost::beast::http;

QByteArray bytesOf(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

boost::beast::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

IpAddress addressOf(const boost::asio::ip::address &address)
{
    if (address.is_v4())
        return IpAddress::v4(address.to_v4().to_uint());
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    const auto bytes = address.to_v6().to_bytes();
    for (std::size_t i = 0; i < 8; ++i) {
        high = (high << 8U) | bytes[i];
        low = (low << 8U) | bytes[i + 8];
    }
    return IpAddress::v6(high, low);
}

Request headOf(const http::request_header<> &header)
{
    Request request;
    request.method = bytesOf(header.method_string());
    request.target = bytesOf(header.target());
    request.minorVersion = int(header.version() % 10);
    for (const auto &field : header)
        request.headers.append({bytesOf(field.name_string()), bytesOf(field.value())});
    return request;
}

Fault busyFault(const QString &message)
{
    return {503, u"busy"_s, message, {}, {{"Retry-After", "1"}}};
}

Fault tooManyBodiesFault()
{
    return busyFault(u"The service is reading as many large requests as it may at once. Try again later."_s);
}

Fault parseFault(const boost::system::error_code &error, const HttpLimits &limits)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return {431,
                u"header-too-large"_s,
                u"The header, or what a chunked body holds besides its data, is larger than %1 bytes."_s.arg(
                    limits.headerBytes),
                {},
                {}};
    if (error == http::error::body_limit)
        return {413, u"body-too-large"_s, u"The body is larger than %1 bytes."_s.arg(limits.bodyBytes), {}, {}};
    return {400,
            u"bad-request"_s,
            u"This is not an HTTP/1.1 request: %1."_s.arg(QString::fromStdString(error.message())),
            {},
            {}};
}

} // namespace gatehouse::server
