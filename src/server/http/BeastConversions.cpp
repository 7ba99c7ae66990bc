// SPDX-License-Identifier: Apache-2.0
#include "server/http/BeastConversions.h"

#include <boost/beast/http/error.hpp>

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

Fault parseFault(const boost::system::error_code &error, const HttpLimits &limits)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return {431, u"header-too-large"_s, u"The header is larger than %1 bytes."_s.arg(limits.headerBytes), {}, {}};
    if (error == http::error::body_limit)
        return {413, u"body-too-large"_s, u"The body is larger than %1 bytes."_s.arg(limits.bodyBytes), {}, {}};
    return {400,
            u"bad-request"_s,
            u"This is not an HTTP/1.1 request: %1."_s.arg(QString::fromStdString(error.message())),
            {},
            {}};
}

} // namespace gatehouse::server
