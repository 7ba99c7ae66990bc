// SPDX-License-Identifier: Apache-2.0
#include "ip/Misreadings.h"

#include "ip/Characters.h"
#include "ip/ParseSentences.h"

#include <algorithm>
#include <bit>

namespace gatehouse::misreadings {

namespace {

std::optional<IpAddress> addressIn(std::string_view text)
{
    return Scanner(text).address();
}

/// The range that a text is, or of which it is any address.
std::optional<IpRange> rangeIn(std::string_view text)
{
    Scanner scanner(text);
    const auto range = scanner.range();
    return range ? range : scanner.fault().meant;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isWord(std::string_view text, std::string_view lowerCase)
{
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                      [](char a, char b) { return (isLetter(a) ? static_cast<char>(a | 0x20) : a) == b; });
}

Fault faultAt(std::string_view text, std::string_view where, const char *sentence, std::string_view argument = {})
{
    return {static_cast<std::size_t>(where.data() - text.data()), sentence, {argument, {}}, std::nullopt};
}

/// The number of leading ones when nothing but zeros follows them.
std::optional<int> prefixOfMask(const IpAddress &mask)
{
    const Family family = mask.family();
    const std::uint64_t top = family == Family::V4 ? mask.low() << 32 : mask.high();
    const std::uint64_t rest = family == Family::V4 ? 0 : mask.low();
    const int ones = std::countl_one(top);
    const int prefix = ones == 64 ? 64 + std::countl_one(rest) : ones;
    if (IpRange::network(mask, prefix).first() != mask)
        return std::nullopt;
    return prefix;
}

/// 0.0.0.255, as routers write it: a netmask upside down.
std::optional<int> prefixOfInverseMask(const IpAddress &mask)
{
    if (mask.family() != Family::V4)
        return std::nullopt;
    return prefixOfMask(IpAddress::v4(~static_cast<std::uint32_t>(mask.low())));
}

/// The network that starts and ends with these addresses, if there is one.
std::optional<IpRange> networkBetween(const IpAddress &first, const IpAddress &last)
{
    for (int prefix = widthOf(first.family()); prefix >= 0; --prefix) {
        const IpRange range = IpRange::network(first, prefix);
        if (range.first() == first && range.last() == last)
            return range;
    }
    return std::nullopt;
}

/// "10.0" becomes "10.0.0.0"; nothing when there are no one to three numbers.
std::optional<IpAddress> padded(std::string_view numbers, int &count)
{
    count = 1 + static_cast<int>(std::count(numbers.begin(), numbers.end(), '.'));
    std::string text(numbers);
    for (int i = count; i < 4; ++i)
        text += ".0";
    return addressIn(text);
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<Fault> anyWord(std::string_view text, const Fault & /*scanned*/)
{
    if (!isWord(text, "any") && !isWord(text, "all"))
        return std::nullopt;
    return Fault{0, sentences::anyWord, {text, {}}, IpRange::any()};
}

std::optional<Fault> url(std::string_view text, const Fault & /*scanned*/)
{
    const std::size_t mark = text.find("://");
    if (mark == std::string_view::npos || mark == 0 || !isLetter(text.front()))
        return std::nullopt;
    Fault fault{0, sentences::url, {}, std::nullopt};
    std::string_view host = text.substr(mark + 3);
    if (!host.empty() && host.back() == '/')
        host.remove_suffix(1);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    if (const auto address = addressIn(host))
        fault.meant = IpRange::of(*address);
    return fault;
}

std::optional<Fault> brackets(std::string_view text, const Fault & /*scanned*/)
{
    const std::size_t close = text.find(']');
    if (text.front() != '[' || close == std::string_view::npos)
        return std::nullopt;
    Fault fault{0, sentences::brackets, {}, std::nullopt};
    const std::string_view rest = text.substr(close + 1);
    const std::string_view inner = text.substr(1, close - 1);
    if (rest.empty() || (rest.front() == ':' && isNumber(rest.substr(1))))
        fault.meant = rangeIn(inner);
    else if (rest.front() == '/')
        fault.meant = rangeIn(std::string(inner).append(rest));
    return fault;
}

std::optional<Fault> zone(std::string_view text, const Fault & /*scanned*/)
{
    const std::size_t percent = text.find('%');
    if (percent == std::string_view::npos)
        return std::nullopt;
    const auto address = addressIn(text.substr(0, percent));
    if (!address || address->family() != Family::V6)
        return std::nullopt;
    const std::string_view tail = text.substr(percent + 1);
    const std::string_view name = tail.substr(0, tail.find('/'));
    if (name.empty())
        return std::nullopt;
    Fault fault = faultAt(text, text.substr(percent), sentences::zone, name);
    fault.meant = rangeIn(std::string(text.substr(0, percent)).append(tail.substr(name.size())));
    return fault;
}

std::optional<Fault> netmask(std::string_view text, const Fault & /*scanned*/)
{
    const std::size_t separator = text.find_first_of("/ \t");
    if (separator == std::string_view::npos)
        return std::nullopt;
    const auto address = addressIn(text.substr(0, separator));
    const std::string_view maskText = trimmed(text.substr(separator + 1));
    const auto mask = addressIn(maskText);
    if (!address || !mask || mask->family() != address->family())
        return std::nullopt;
    auto prefix = prefixOfMask(*mask);
    if (!prefix)
        prefix = prefixOfInverseMask(*mask);
    if (!prefix && text[separator] != '/')
        return std::nullopt; // rather two addresses than a broken mask
    Fault fault = faultAt(text, maskText, prefix ? sentences::netmask : sentences::notANetmask, maskText);
    // A mask of zeros after an address is as likely a router's way to say "this address alone".
    if (prefix && (*prefix > 0 || *address == *mask))
        fault.meant = IpRange::network(*address, *prefix);
    return fault;
}

std::optional<Fault> interval(std::string_view text, const Fault & /*scanned*/)
{
    for (const std::string_view dash : {"-", "–", "—", "‒", "―", "‐", "‑", "−", ".."}) {
        const std::size_t at = text.find(dash);
        if (at == std::string_view::npos)
            continue;
        const auto first = addressIn(trimmed(text.substr(0, at)));
        const std::string_view lastText = trimmed(text.substr(at + dash.size()));
        const auto last = addressIn(lastText);
        if (!first || !(last || isNumber(lastText)))
            continue;
        Fault fault = faultAt(text, text.substr(at), sentences::interval);
        if (last && last->family() == first->family())
            fault.meant = networkBetween(*first, *last);
        return fault;
    }
    return std::nullopt;
}

std::optional<Fault> wildcard(std::string_view text, const Fault & /*scanned*/)
{
    const std::size_t star = text.find('*');
    if (star == std::string_view::npos || text.find_first_not_of("0123456789abcdefABCDEF.:*") != std::string_view::npos)
        return std::nullopt;
    Fault fault = faultAt(text, text.substr(star), sentences::wildcard);
    const std::string_view tail = text.substr(star);
    const bool isTailOfStars = tail.substr(0, 7) == std::string_view("*.*.*.*").substr(0, tail.size());
    if (star == 0) {
        if (tail == "*.*.*.*")
            fault.meant = IpRange::network({}, 0);
        return fault;
    }
    int count = 0;
    const auto address = padded(text.substr(0, star - 1), count);
    if (isTailOfStars && text[star - 1] == '.' && address && count + static_cast<int>(tail.size() + 1) / 2 <= 4)
        fault.meant = IpRange::network(*address, 8 * count);
    return fault;
}

/// A blank, a plus or zeros before the prefix change nothing about what it means.
std::optional<Fault> lenientPrefix(std::string_view text, const Fault &scanned)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const std::string_view address = trimmed(text.substr(0, slash));
    const std::string_view written = trimmed(text.substr(slash + 1));
    std::string_view prefix = written;
    if (prefix.size() > 1 && prefix.front() == '+')
        prefix.remove_prefix(1);
    while (prefix.size() > 1 && prefix.front() == '0')
        prefix.remove_prefix(1);
    const bool hasBlank = address.size() + 1 + written.size() != text.size();
    if (!hasBlank && prefix.size() == written.size())
        return std::nullopt;
    Fault fault = scanned;
    fault.meant = rangeIn(std::string(address).append("/").append(prefix));
    if (!fault.meant)
        return std::nullopt;
    if (hasBlank)
        fault = {text.find_first_of(" \t\n\v\f\r"), sentences::blankInside, {}, fault.meant};
    return fault;
}

std::optional<Fault> port(std::string_view text, const Fault & /*scanned*/)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || !isNumber(text.substr(colon + 1)))
        return std::nullopt;
    const auto range = rangeIn(text.substr(0, colon));
    if (!range || range->family() != Family::V4 || text.find(':') != colon)
        return std::nullopt;
    Fault fault = faultAt(text, text.substr(colon), sentences::port, text.substr(colon + 1));
    fault.meant = range;
    return fault;
}

/// 10/8, as RFC 1918 itself writes it. Not without a prefix, and not one that reaches into the missing numbers.
std::optional<Fault> shortV4(std::string_view text, const Fault &scanned)
{
    const std::size_t slash = text.find('/');
    if (scanned.sentence != sentences::tooFewParts || slash == std::string_view::npos)
        return std::nullopt;
    int count = 0;
    const auto address = padded(text.substr(0, slash), count);
    if (!address)
        return std::nullopt;
    const auto range = Scanner(address->toString().append(text.substr(slash))).range();
    if (!range || range->prefix() > 8 * count)
        return std::nullopt;
    Fault fault = scanned;
    fault.meant = range;
    return fault;
}

/// 01 is the same number to those who read octal and to those who do not; 010 is not.
std::optional<Fault> harmlessZeros(std::string_view text, const Fault &scanned)
{
    if (scanned.sentence != sentences::partLeadingZero)
        return std::nullopt;
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", i), text.size());
        std::string_view number = text.substr(i, end - i);
        const bool isPadded = number.size() > 1 && number.front() == '0';
        while (number.size() > 1 && number.front() == '0')
            number.remove_prefix(1);
        if (isPadded && (number.size() > 1 || number.front() > '7'))
            return std::nullopt;
        plain.append(number);
        i = end;
        if (i < text.size())
            plain += text[i++];
    }
    Fault fault = scanned;
    fault.meant = rangeIn(plain);
    return fault;
}

std::optional<Fault> several(std::string_view text, const Fault & /*scanned*/)
{
    const std::size_t separator = text.find_first_of(" \t\n\v\f\r,;");
    if (separator == std::string_view::npos || !rangeIn(text.substr(0, separator)))
        return std::nullopt;
    const std::string_view rest = text.substr(separator);
    const std::size_t next = std::min(rest.find_first_not_of(" \t\n\v\f\r,;"), rest.size());
    const std::string_view second = rest.substr(next);
    const bool isSecond = rangeIn(second.substr(0, second.find_first_of(" \t\n\v\f\r,;"))).has_value();
    if (isSecond)
        return faultAt(text, rest, sentences::several);
    return isBlank(rest.front()) ? std::optional(faultAt(text, rest, sentences::blankInside)) : std::nullopt;
}

/// Letters, digits and hyphens between dots, the last part starting with a letter; perhaps a port or a path after it.
std::optional<Fault> hostName(std::string_view text, const Fault & /*scanned*/)
{
    std::string_view name = text.substr(0, text.find_first_of(":/"));
    const std::string_view tail = text.substr(name.size());
    if (!name.empty() && name.back() == '.')
        name.remove_suffix(1);
    const std::size_t dot = name.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
    const bool isName = std::all_of(
        name.begin(), name.end(), [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '.'; });
    if (!isName || last.empty() || !isLetter(last.front()))
        return std::nullopt;
    // "fe80:1" is half an IPv6 address rather than a computer named fe80.
    const bool isHexadecimal = std::all_of(name.begin(), name.end(), [](char c) { return hexValue(c) >= 0; });
    if (!tail.empty() && tail.front() == ':' && (isHexadecimal || !isNumber(tail.substr(1))))
        return std::nullopt;
    return faultAt(text, name, sentences::hostName, name);
}

} // namespace gatehouse::misreadings
