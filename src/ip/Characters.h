// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatehouse {

// ASCII only and without the locale, unlike <cctype>.

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A table, because digits and letters alternate too wildly in addresses for branches to be foretold.
inline constexpr auto hexValues = [] {
    std::array<std::int8_t, 256> values{};
    for (std::size_t c = 0; c < values.size(); ++c) {
        const bool isLetterDigit = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        values[c] = static_cast<std::int8_t>(c >= '0' && c <= '9' ? c - '0' : isLetterDigit ? (c & 0x0fU) + 9 : 0xff);
    }
    return values;
}();

/// The value of a hexadecimal digit, or -1.
constexpr int hexValue(char c)
{
    return hexValues[static_cast<unsigned char>(c)];
}

/// The bytes of the UTF-8 character at the start of the text; 1 where it is none.
constexpr std::size_t characterLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.empty() ? 0 : text.front());
    const std::size_t length = lead >= 0xf0 && lead < 0xf8   ? 4
                               : lead >= 0xe0 && lead < 0xf0 ? 3
                               : lead >= 0xc2 && lead < 0xe0 ? 2
                                                             : 1;
    if (length > text.size())
        return 1;
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U)
            return 1;
    }
    return length;
}

} // namespace gatehouse
