// SPDX-License-Identifier: Apache-2.0
#include "server/http/RequestFraming.h"

#include <algorithm>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

Fault unclearBody(const QString &message)
{
    return {400, u"bad-request"_s, message, {}, {}};
}

bool isNumberInDigits(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<Fault> framingFault(const Request &head)
{
    const auto codings = head.headerValues("Transfer-Encoding");
    const auto lengths = head.headerValues("Content-Length");
    if (!codings.isEmpty()) {
        if (codings.size() > 1 || codings.first().compare("chunked", Qt::CaseInsensitive) != 0)
            return unclearBody(u"The only Transfer-Encoding that is taken is chunked, once."_s);
        if (!lengths.isEmpty())
            return unclearBody(u"Transfer-Encoding and Content-Length exclude each other."_s);
        if (head.minorVersion == 0)
            return unclearBody(u"HTTP/1.0 has no Transfer-Encoding."_s);
    }
    if (lengths.size() > 1 || (lengths.size() == 1 && !isNumberInDigits(lengths.first())))
        return unclearBody(u"Content-Length is one number, given once."_s);
    if (head.announcesBody() && (head.method == "GET" || head.method == "HEAD"))
        return unclearBody(u"A %1 request has no body here."_s.arg(QString::fromLatin1(head.method)));
    return std::nullopt;
}

} // namespace gatehouse::server
