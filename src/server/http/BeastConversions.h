// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpAddress.h"
#include "server/Fault.h"
#include "server/http/HttpLimits.h"

#include <QByteArray>

#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string_type.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/system/error_code.hpp>

namespace gatehouse::server {

// Between the types of Boost and ours.

[[nodiscard]] QByteArray bytesOf(boost::beast::string_view text);
/// Borrowed: lives as long as `bytes`.
[[nodiscard]] boost::beast::string_view viewOf(const QByteArray &bytes);
[[nodiscard]] IpAddress addressOf(const boost::asio::ip::address &address);
/// Method, target, version and headers of a request.
[[nodiscard]] Request headOf(const boost::beast::http::request_header<> &header);
/// What is answered to something that could not be read as a request.
[[nodiscard]] Fault parseFault(const boost::system::error_code &error, const HttpLimits &limits);

/// 503, to be tried again after a moment.
[[nodiscard]] Fault busyFault(const QString &message);
/// The same for a body when there is no memory for another one.
[[nodiscard]] Fault tooManyBodiesFault();

} // namespace gatehouse::server
