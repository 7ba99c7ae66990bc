// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <array>
#include <optional>
#include <string_view>

namespace gatehouse {

/// Where and why a text is refused. Points into the text and owns nothing, so that making one costs nothing.
struct Fault
{
    std::size_t position = 0;
    const char *sentence = nullptr;
    std::array<std::string_view, 2> arguments;
    std::optional<IpRange> meant;
};

/// The one place that knows the grammar of addresses and ranges. Goes over the text once, from the left; after a
/// refusal fault() says why.
class Scanner final
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {}

    /// The whole text is an address.
    [[nodiscard]] std::optional<IpAddress> address();
    /// The whole text is a range, but not `*`.
    [[nodiscard]] std::optional<IpRange> range();
    [[nodiscard]] const Fault &fault() const { return m_fault; }

private:
    struct Groups
    {
        std::array<std::uint16_t, 8> values{};
        int count = 0;
        int gap = -1; // the number of groups before "::"
    };

    [[nodiscard]] bool scanAddress(IpAddress &address);
    [[nodiscard]] bool scanV4(std::uint32_t &bits);
    [[nodiscard]] bool scanPart(std::uint32_t &part);
    [[nodiscard]] bool scanV6(Bits128 &bits);
    [[nodiscard]] bool scanGroups(Groups &groups);
    [[nodiscard]] bool scanColons(Groups &groups);
    [[nodiscard]] bool scanGroup(std::uint16_t &group);
    [[nodiscard]] bool scanV4Tail(std::size_t start, Groups &groups);
    [[nodiscard]] bool fill(const Groups &groups, Bits128 &bits);
    [[nodiscard]] bool scanPrefix(int longest, int &prefix);
    [[nodiscard]] bool prefixOf(const IpAddress &address, int &prefix);

    [[nodiscard]] bool isAtEnd() const { return m_position == m_text.size(); }
    [[nodiscard]] bool isAtAddressEnd() const { return isAtEnd() || m_text[m_position] == '/'; }
    [[nodiscard]] bool isAt(char character) const { return !isAtEnd() && m_text[m_position] == character; }
    [[nodiscard]] std::string_view since(std::size_t start) const { return m_text.substr(start, m_position - start); }

    bool refuse(std::size_t position, const char *sentence, std::string_view first = {}, std::string_view second = {});
    bool refuseCharacter();
    bool refusePart(std::size_t start);
    bool refuseGroup();

    std::string_view m_text;
    std::size_t m_position = 0;
    bool m_isV6Text = false; // as opposed to the family of the result: a mapped address is IPv4 then
    Fault m_fault;
};

} // namespace gatehouse
