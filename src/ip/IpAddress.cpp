// SPDX-License-Identifier: Apache-2.0
#include "ip/IpAddress.h"

#include "ip/Diagnosis.h"
#include "ip/HashMix.h"
#include "ip/ParseSentences.h"

#include <array>
#include <charconv>

namespace gatehouse {

namespace {

// The longest text is 39 characters; a mapped one has 22.
using Buffer = std::array<char, 48>;

char *printV4(char *out, std::uint32_t bits)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        const unsigned part = (bits >> shift) & 0xffU;
        if (part >= 100)
            *out++ = static_cast<char>('0' + part / 100);
        if (part >= 10)
            *out++ = static_cast<char>('0' + part / 10 % 10);
        *out++ = static_cast<char>('0' + part % 10);
        *out++ = '.';
    }
    return out - 1;
}

struct Run
{
    int start = 8;
    int length = 0;
};

/// RFC 5952 section 4.2: "::" stands for the longest run of zero groups, the first of equals, never for one group.
Run longestZeros(const std::array<unsigned, 8> &groups)
{
    Run best;
    Run run;
    for (int i = 0; i < 8; ++i) {
        if (groups[static_cast<std::size_t>(i)] != 0) {
            run = {};
            continue;
        }
        run = run.length == 0 ? Run{i, 1} : Run{run.start, run.length + 1};
        if (run.length > best.length)
            best = run;
    }
    return best.length > 1 ? best : Run{};
}

char *printV6(char *out, std::uint64_t high, std::uint64_t low)
{
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] = ((i < 4 ? high : low) >> (16 * (3 - i % 4))) & 0xffffU;
    const Run zeros = longestZeros(groups);
    for (int i = 0; i < 8; ++i) {
        if (i == zeros.start) {
            *out++ = ':';
            *out++ = ':';
            i += zeros.length - 1;
            continue;
        }
        if (i > 0 && i != zeros.start + zeros.length)
            *out++ = ':';
        out = std::to_chars(out, out + 4, groups[static_cast<std::size_t>(i)], 16).ptr;
    }
    return out;
}

/// RFC 5952 section 5: with the dots of IPv4.
char *printMapped(char *out, std::uint64_t low)
{
    constexpr std::string_view start = "::ffff:";
    return printV4(start.copy(out, start.size()) + out, static_cast<std::uint32_t>(low));
}

} // namespace

Parsed<IpAddress> IpAddress::parse(std::string_view text)
{
    Scanner scanner(text);
    if (const auto address = scanner.address())
        return *address;
    const bool isRange = text == "*" || Scanner(text).range().has_value();
    if (!isRange)
        return toParseError(diagnose(text, scanner.fault()), true);
    Fault fault = scanner.fault();
    fault.sentence = sentences::addressExpected;
    fault.arguments = {};
    fault.meant = Scanner(text).range();
    return toParseError(fault, true);
}

void IpAddress::appendTo(std::string &text) const
{
    Buffer buffer;
    char *const start = buffer.data();
    constexpr std::uint64_t mappedPrefix = 0xffff;
    const bool isMapped = m_family == Family::V6 && m_high == 0 && m_low >> 32 == mappedPrefix;
    char *const end = m_family == Family::V4 ? printV4(start, static_cast<std::uint32_t>(m_low))
                      : isMapped             ? printMapped(start, m_low)
                                             : printV6(start, m_high, m_low);
    text.append(start, end);
}

std::string IpAddress::toString() const
{
    std::string text;
    appendTo(text);
    return text;
}

} // namespace gatehouse

std::size_t std::hash<gatehouse::IpAddress>::operator()(const gatehouse::IpAddress &address) const noexcept
{
    return gatehouse::mixedHash(address.high(), address.low(), static_cast<unsigned>(address.family()));
}
