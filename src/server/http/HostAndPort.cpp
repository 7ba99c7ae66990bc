// SPDX-License-Identifier: Apache-2.0
#include "server/http/HostAndPort.h"

#include <algorithm>

namespace gatehouse::server {

namespace {

/// Letters, digits, dots, hyphens and, since there are such names, underscores. RFC 3986 would let more be in a name,
/// but no name that can be resolved has it.
bool isOfName(char c)
{
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

/// Nothing, or a colon and a number.
bool isPortOrNothing(const QByteArray &text)
{
    constexpr qsizetype longest = 6;
    if (text.isEmpty())
        return true;
    const bool isNumber = text.size() > 1 && text.size() <= longest && text.startsWith(':') &&
                          std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumber && text.mid(1).toUInt() <= 0xffff;
}

} // namespace

std::optional<HostAndPort> HostAndPort::parse(const QByteArray &text)
{
    HostAndPort found;
    found.isBracketed = text.startsWith('[');
    const auto end = text.indexOf(found.isBracketed ? ']' : ':');
    if (found.isBracketed && end < 0)
        return std::nullopt;
    const auto from = found.isBracketed ? 1 : 0;
    found.host = text.mid(from, end < 0 ? -1 : end - from);
    const auto rest = end < 0 ? QByteArray() : text.mid(end + from);
    const bool isName =
        found.isBracketed || std::all_of(found.host.begin(), found.host.end(), [](char c) { return isOfName(c); });
    return !found.host.isEmpty() && isName && isPortOrNothing(rest) ? std::optional(found) : std::nullopt;
}

} // namespace gatehouse::server
