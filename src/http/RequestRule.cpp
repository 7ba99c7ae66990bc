// SPDX-License-Identifier: Apache-2.0
#include "http/RequestRule.h"

#include "base/HostName.h"

#include <algorithm>
#include <array>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

/// RFC 9110, section 5.6.2.
bool isToken(const QByteArray &text)
{
    static const QByteArray marks = "!#$%&'*+-.^_`|~";
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || marks.contains(c);
    };
    return !text.isEmpty() && std::ranges::all_of(text, allowed);
}

/// RFC 9110, section 5.5: a control character could end the header and begin another one.
bool isFieldValue(const QByteArray &text)
{
    constexpr unsigned char firstPrintable = 0x20;
    constexpr unsigned char del = 0x7f;
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < firstPrintable && c != '\t') || byte == del;
    });
}

/// These frame or route the message (or, Accept-Encoding, decide who decompresses): one hand only may write them.
bool isClientsOwn(const QByteArray &name)
{
    static constexpr std::array names{"accept-encoding", "connection", "content-length", "host", "transfer-encoding"};
    const QByteArray lower = name.toLower();
    return std::ranges::any_of(names, [&](const char *own) { return lower == own; });
}

Result<void> checkUrl(const QUrl &url)
{
    if (!url.isValid() || url.scheme().isEmpty())
        return failure(ErrorKind::InvalidInput, u"not a complete URL"_s);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return failure(ErrorKind::Insecure, u"only http and https are spoken, not %1"_s.arg(url.scheme()));
    if (url.host().isEmpty())
        return failure(ErrorKind::InvalidInput, u"the URL names no host"_s);
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::Insecure, u"the URL carries a user or a password"_s);
    if (url.scheme() == "http"_L1 && !isLoopbackHost(url.host()))
        return failure(ErrorKind::Insecure, u"%1 is not this computer and needs https"_s.arg(url.host()));
    return {};
}

Result<void> checkHeaders(const HttpHeaders &headers)
{
    for (const auto &[name, value] : headers) {
        const QString shown = QString::fromLatin1(name.toPercentEncoding());
        if (!isToken(name) || !isFieldValue(value))
            return failure(ErrorKind::InvalidInput,
                           u"the header %1 has a character that no header can hold"_s.arg(shown));
        if (isClientsOwn(name))
            return failure(ErrorKind::InvalidInput, u"the header %1 is not the caller's to set"_s.arg(shown));
    }
    return {};
}

} // namespace

Result<void> checkRequest(const HttpRequest &request)
{
    if (auto url = checkUrl(request.url); !url)
        return url;
    if (!isToken(request.method))
        return failure(ErrorKind::InvalidInput, u"not an HTTP method"_s);
    return checkHeaders(request.headers);
}

} // namespace gatehouse
