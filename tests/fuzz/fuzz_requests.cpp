// SPDX-License-Identifier: Apache-2.0
#include "fuzz/Promise.h"
#include "server/JsonFields.h"
#include "server/http/BeastConversions.h"
#include "server/http/CallerAddress.h"
#include "server/http/HttpLimits.h"
#include "server/http/RequestFraming.h"
#include "server/http/RequestGuard.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <optional>

namespace {

using namespace gatehouse;
using namespace gatehouse::server;
namespace http = boost::beast::http;

/// The request as a session of the service reads it, its bytes arriving in two pieces; nullopt when they are none.
std::optional<Request> requestIn(const std::string_view bytes, std::size_t firstPiece)
{
    const HttpLimits limits;
    http::request_parser<http::string_body> parser;
    parser.header_limit(limits.headerBytes);
    parser.body_limit(limits.bodyBytes);
    parser.eager(true);
    boost::system::error_code error;
    std::size_t taken = 0;
    for (const std::size_t end : {firstPiece, bytes.size()}) {
        taken += parser.put(boost::asio::buffer(bytes.data() + taken, end - taken), error);
        if (error && error != http::error::need_more)
            return std::nullopt;
        if (parser.is_done())
            break;
    }
    if (!parser.is_header_done())
        return std::nullopt;
    Request request = headOf(parser.get().base());
    request.body = QByteArray::fromStdString(parser.get().body());
    request.peer = IpAddress::v4(0x7f000001);
    request.makeOriginForm();
    return request;
}

/// Nobody can take a body of this request to end elsewhere.
void demandClearFraming(const Request &request)
{
    const auto codings = request.headerValues("Transfer-Encoding");
    const auto lengths = request.headerValues("Content-Length");
    fuzz::demand(codings.size() + lengths.size() <= 1, "two headers tell where the body ends");
    fuzz::demand(codings.isEmpty() || (request.minorVersion == 1 && codings.first().toLower() == "chunked"),
                 "a Transfer-Encoding that others read otherwise");
}

void readAsHandlersDo(const Request &request)
{
    (void)request.queryItems(QStringLiteral("page"));
    (void)request.bearerToken();
    const QByteArray id = request.givenId();
    fuzz::demand(!id.contains('\r') && !id.contains('\n'), "a request id that ends a line");
    (void)jsonBody(request);
    static const RangeSet proxies(std::array{*IpRange::parse("127.0.0.1/32"), *IpRange::parse("10.0.0.0/8")});
    (void)callerAddress(request, proxies);
}

} // namespace

/// Bytes that come from a socket are a request that everybody reads alike, or are refused. The first byte says where
/// they are cut in two.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    const auto whole = requestIn(bytes, bytes.size());
    const auto cut = requestIn(bytes, data[0] % bytes.size());
    fuzz::demand(whole.has_value() == cut.has_value(), "a request depends on how its bytes arrive");
    if (!whole)
        return 0;
    fuzz::demand(whole->headers == cut->headers && whole->target == cut->target,
                 "a head depends on how its bytes arrive");
    if (framingFault(*whole))
        return 0;
    demandClearFraming(*whole);
    if (!guardFault(*whole, {}))
        readAsHandlersDo(*whole);
    return 0;
}
