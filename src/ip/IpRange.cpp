// SPDX-License-Identifier: Apache-2.0
#include "ip/IpRange.h"

#include "ip/Diagnosis.h"
#include "ip/HashMix.h"

#include <array>
#include <charconv>

namespace gatehouse {

Parsed<IpRange> IpRange::parse(std::string_view text)
{
    if (text == "*")
        return any();
    Scanner scanner(text);
    if (const auto range = scanner.range())
        return *range;
    return toParseError(diagnose(text, scanner.fault()), false);
}

AddressCount IpRange::addressCount() const
{
    AddressCount count = AddressCount::powerOfTwo(widthOf(m_family) - m_prefix);
    if (m_any)
        count += AddressCount::powerOfTwo(widthOf(Family::V6));
    return count;
}

void IpRange::appendTo(std::string &text) const
{
    if (m_any) {
        text += '*';
        return;
    }
    first().appendTo(text);
    std::array<char, 4> prefix{'/'};
    const auto end = std::to_chars(prefix.data() + 1, prefix.data() + prefix.size(), unsigned{m_prefix}).ptr;
    text.append(prefix.data(), end);
}

std::string IpRange::toString() const
{
    std::string text;
    appendTo(text);
    return text;
}

std::string IpRange::toShortString() const
{
    return isSingleAddress() ? first().toString() : toString();
}

} // namespace gatehouse

std::size_t std::hash<gatehouse::IpRange>::operator()(const gatehouse::IpRange &range) const noexcept
{
    const gatehouse::IpAddress first = range.first();
    const auto tag = static_cast<unsigned>(range.prefix()) << 2 | static_cast<unsigned>(range.family()) << 1 |
                     static_cast<unsigned>(range.isAny());
    return gatehouse::mixedHash(first.high(), first.low(), tag);
}
