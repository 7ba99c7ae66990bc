// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <cstring>

/// What must hold for whatever bytes are parsed. Each function returns the first broken promise, or null.
namespace gatehouse::invariants {

inline const char *brokenBy(const ParseError &error, std::size_t textSize)
{
    if (error.position > textSize)
        return "the position lies outside of the text";
    if (std::strlen(error.sentence) == 0 || error.message().empty())
        return "an error without a sentence";
    if (std::strstr(error.sentence, "%1") != nullptr && error.arguments[0].empty())
        return "a sentence with a place that stays empty";
    if (std::strstr(error.sentence, "%1") == nullptr && !error.arguments[0].empty())
        return "an argument without a place";
    return nullptr;
}

inline const char *brokenByRange(std::string_view text)
{
    const auto parsed = IpRange::parse(text);
    if (!parsed) {
        if (const char *broken = brokenBy(parsed.error(), text.size()))
            return broken;
        const std::string &suggestion = parsed.error().suggestion;
        if (suggestion.empty())
            return nullptr;
        const auto suggested = IpRange::parse(suggestion);
        return suggested && suggested->toString() == suggestion ? nullptr : "the suggestion is not canonical";
    }
    const auto again = IpRange::parse(parsed->toString());
    if (!again || *again != *parsed)
        return "the canonical text means another range";
    const auto shortAgain = IpRange::parse(parsed->toShortString());
    if (!shortAgain || *shortAgain != *parsed)
        return "the short text means another range";
    if (!parsed->isAny() && (!parsed->contains(parsed->first()) || !parsed->contains(parsed->last())))
        return "a range without its own ends";
    return nullptr;
}

inline const char *brokenByAddress(std::string_view text)
{
    const auto parsed = IpAddress::parse(text);
    const auto range = IpRange::parse(text);
    const bool isPlainRange = range && range->isSingleAddress() && text.find('/') == std::string_view::npos;
    if (static_cast<bool>(parsed) != isPlainRange)
        return "address and range disagree about a text without a prefix";
    if (!parsed) {
        if (const char *broken = brokenBy(parsed.error(), text.size()))
            return broken;
        const std::string &suggestion = parsed.error().suggestion;
        return suggestion.empty() || IpAddress::parse(suggestion) ? nullptr : "the suggestion is no address";
    }
    const auto again = IpAddress::parse(parsed->toString());
    return again && *again == *parsed ? nullptr : "the canonical text means another address";
}

} // namespace gatehouse::invariants
