// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpAddress.h"
#include "server/Fault.h"
#include "server/http/HttpLimits.h"

#include <QByteArray>

#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string_type.hpp>
#include <boost/system/error_code.hpp>

namespace gatehouse::server {

// Between the types of Boost and ours.

[[nodiscard]] QByteArray bytesOf(boost::beast::string_view text);
/// Borrowed: lives as long as `bytes`.
[[nodiscard]] boost::beast::string_view viewOf(const QByteArray &bytes);
[[nodiscard]] IpAddress addressOf(const boost::asio::ip::address &address);
/// What is answered to something that could not be read as a request.
[[nodiscard]] Fault parseFault(const boost::system::error_code &error, const HttpLimits &limits);

} // namespace gatehouse::server
