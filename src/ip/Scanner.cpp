// SPDX-License-Identifier: Apache-2.0
#include "ip/Scanner.h"

#include "ip/Characters.h"
#include "ip/ParseSentences.h"

namespace gatehouse {

namespace {

/// IPv6 text has its first colon before its first dot.
bool looksLikeV6(std::string_view text)
{
    for (const char c : text) {
        if (c == '.' || c == '/')
            return false;
        if (c == ':')
            return true;
    }
    return false;
}

/// A small number as text that lives forever.
std::string_view numeral(int number)
{
    return std::string_view("0123456789").substr(static_cast<std::size_t>(number), 1);
}

} // namespace

std::optional<IpAddress> Scanner::address()
{
    IpAddress address;
    if (!scanAddress(address))
        return std::nullopt;
    if (!isAtEnd()) {
        refuse(m_position, sentences::addressExpected);
        return std::nullopt;
    }
    return address;
}

std::optional<IpRange> Scanner::range()
{
    IpAddress address;
    if (!scanAddress(address))
        return std::nullopt;
    if (isAtEnd())
        return IpRange::of(address);
    const std::size_t slash = m_position++;
    int prefix = 0;
    if (!prefixOf(address, prefix))
        return std::nullopt;
    const IpRange range = IpRange::network(address, prefix);
    if (range.first() != address) {
        refuse(0, sentences::hostBits, m_text.substr(0, slash), m_text.substr(slash + 1));
        m_fault.meant = range;
        return std::nullopt;
    }
    return range;
}

bool Scanner::scanAddress(IpAddress &address)
{
    m_isV6Text = looksLikeV6(m_text);
    if (m_isV6Text) {
        Bits128 bits;
        if (!scanV6(bits))
            return false;
        address = IpAddress::v6(bits.high, bits.low);
        return true;
    }
    std::uint32_t bits = 0;
    if (!scanV4(bits))
        return false;
    address = IpAddress::v4(bits);
    return true;
}

bool Scanner::scanV4(std::uint32_t &bits)
{
    for (int i = 0; i < 4; ++i) {
        if (i > 0) {
            if (isAtAddressEnd())
                return refuse(m_position, sentences::tooFewParts, numeral(i));
            if (m_text[m_position] != '.')
                return refuseCharacter();
            ++m_position;
        }
        std::uint32_t part = 0;
        if (!scanPart(part))
            return false;
        bits = (bits << 8) | part;
    }
    if (isAtAddressEnd())
        return true;
    return isAt('.') ? refuse(m_position, sentences::tooManyParts) : refuseCharacter();
}

bool Scanner::scanPart(std::uint32_t &part)
{
    const std::size_t start = m_position;
    std::size_t end = start;
    for (; end < m_text.size() && isDigit(m_text[end]); ++end) {
        part = part * 10 + static_cast<std::uint32_t>(m_text[end] - '0');
        if (part > 255)
            return refusePart(start);
    }
    m_position = end;
    if (end == start)
        return isAtAddressEnd() || isAt('.') ? refuse(start, sentences::partMissing) : refuseCharacter();
    return m_text[start] != '0' || end - start == 1 || refusePart(start);
}

bool Scanner::scanV6(Bits128 &bits)
{
    Groups groups;
    return scanGroups(groups) && fill(groups, bits);
}

bool Scanner::scanGroups(Groups &groups)
{
    if (isAt(':')) {
        if (m_text.substr(m_position, 2) != "::")
            return refuse(m_position, sentences::colonAtStart);
        ++m_position;
        if (!scanColons(groups))
            return false;
    }
    while (!isAtAddressEnd()) {
        if (groups.count == 8)
            return refuse(m_position, sentences::tooManyGroups);
        const std::size_t start = m_position;
        auto &value = groups.values[static_cast<std::size_t>(groups.count)];
        if (!scanGroup(value))
            return false;
        if (isAt('.'))
            return scanV4Tail(start, groups);
        ++groups.count;
        if (isAtAddressEnd())
            return true;
        if (!isAt(':'))
            return refuseCharacter();
        ++m_position;
        if (!scanColons(groups))
            return false;
    }
    return true;
}

/// After a colon: is it half of "::", or the last one of the address?
bool Scanner::scanColons(Groups &groups)
{
    if (isAt(':')) {
        if (groups.gap >= 0)
            return refuse(m_position - 1, sentences::secondGap);
        groups.gap = groups.count;
        ++m_position;
        return !isAt(':') || refuse(m_position, sentences::thirdColon);
    }
    return !isAtAddressEnd() || refuse(m_position - 1, sentences::colonAtEnd);
}

bool Scanner::scanGroup(std::uint16_t &group)
{
    const std::string_view rest = m_text.substr(m_position);
    std::size_t length = 0;
    unsigned value = 0;
    for (; length < rest.size() && hexValue(rest[length]) >= 0; ++length) {
        if (length == 4)
            return refuseGroup();
        value = value << 4 | static_cast<unsigned>(hexValue(rest[length]));
    }
    if (length == 0)
        return refuseCharacter();
    m_position += length;
    group = static_cast<std::uint16_t>(value);
    return true;
}

/// The last two groups written as an IPv4 address; it starts at `start`.
bool Scanner::scanV4Tail(std::size_t start, Groups &groups)
{
    if (groups.count > 6)
        return refuse(start, sentences::tooManyGroups);
    m_position = start;
    std::uint32_t bits = 0;
    if (!scanV4(bits))
        return false;
    groups.values[static_cast<std::size_t>(groups.count++)] = static_cast<std::uint16_t>(bits >> 16);
    groups.values[static_cast<std::size_t>(groups.count++)] = static_cast<std::uint16_t>(bits);
    return true;
}

bool Scanner::fill(const Groups &groups, Bits128 &bits)
{
    if (groups.gap < 0 && groups.count < 8)
        return refuse(m_position, sentences::tooFewGroups, numeral(groups.count));
    if (groups.gap >= 0 && groups.count == 8)
        return refuse(m_text.find("::"), sentences::emptyGap);
    for (int i = 0; i < groups.count; ++i) {
        const int place = groups.gap >= 0 && i >= groups.gap ? i + 8 - groups.count : i;
        std::uint64_t &word = place < 4 ? bits.high : bits.low;
        word |= std::uint64_t{groups.values[static_cast<std::size_t>(i)]} << (16 * (3 - place % 4));
    }
    return true;
}

bool Scanner::prefixOf(const IpAddress &address, int &prefix)
{
    const std::size_t start = m_position;
    if (!m_isV6Text)
        return scanPrefix(32, prefix);
    if (!scanPrefix(128, prefix))
        return false;
    if (address.family() == Family::V6)
        return true;
    constexpr int mappedPrefix = 96;
    if (prefix < mappedPrefix)
        return refuse(start, sentences::prefixOfMapped, since(start));
    prefix -= mappedPrefix;
    return true;
}

bool Scanner::scanPrefix(int longest, int &prefix)
{
    const std::size_t start = m_position;
    bool isTooLong = false;
    for (; !isAtEnd() && isDigit(m_text[m_position]); ++m_position) {
        if (!isTooLong)
            prefix = prefix * 10 + (m_text[m_position] - '0');
        isTooLong = prefix > longest;
    }
    const std::string_view digits = since(start);
    if (digits.empty()) {
        if (isAtEnd())
            return refuse(start, sentences::prefixMissing);
        return isAt('+') || isAt('-') ? refuse(start, sentences::prefixSign) : refuseCharacter();
    }
    if (!isAtEnd())
        return isAt('/') ? refuse(m_position, sentences::secondPrefix) : refuseCharacter();
    if (isTooLong)
        return refuse(start, longest == 32 ? sentences::prefixTooLongV4 : sentences::prefixTooLongV6, digits);
    return digits.size() == 1 || digits.front() != '0' || refuse(start, sentences::prefixLeadingZero, digits);
}

// Always false, so that it can be returned.
bool Scanner::refuse(std::size_t position, const char *sentence, std::string_view first, std::string_view second)
{
    m_fault = {position, sentence, {first, second}, std::nullopt};
    return false;
}

bool Scanner::refuseCharacter()
{
    const std::string_view rest = m_text.substr(m_position);
    return refuse(m_position, sentences::strayCharacter, rest.substr(0, characterLength(rest)));
}

bool Scanner::refusePart(std::size_t start)
{
    while (!isAtEnd() && isDigit(m_text[m_position]))
        ++m_position;
    const char *sentence = m_text[start] == '0' ? sentences::partLeadingZero : sentences::partTooLarge;
    return refuse(start, sentence, since(start));
}

bool Scanner::refuseGroup()
{
    const std::size_t start = m_position;
    while (!isAtEnd() && hexValue(m_text[m_position]) >= 0)
        ++m_position;
    return refuse(start, sentences::groupTooLong, since(start));
}

} // namespace gatehouse
