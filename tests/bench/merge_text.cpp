// SPDX-License-Identifier: Apache-2.0
#include "ip/RangeSet.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

using namespace gatehouse;

namespace {

std::string readAll(std::FILE *file)
{
    std::string text;
    std::array<char, 1 << 16> block{};
    while (const std::size_t length = std::fread(block.data(), 1, block.size(), file))
        text.append(block.data(), length);
    return text;
}

/// False with a message on standard error at the first line that is no range.
bool parseLines(std::string_view text, std::vector<IpRange> &ranges)
{
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto range = IpRange::parse(line);
        if (!range) {
            std::fprintf(stderr, "line %zu: %s\n", number, range.error().message().c_str());
            return false;
        }
        ranges.push_back(*range);
    }
    return true;
}

} // namespace

/// Reads a range a line from standard input and writes the smallest equal set: a whole program to be timed.
int main()
{
    const std::string input = readAll(stdin);
    std::vector<IpRange> ranges;
    if (!parseLines(input, ranges))
        return 1;
    std::string output;
    for (const IpRange &range : RangeSet(ranges).toRanges()) {
        range.appendTo(output);
        output += '\n';
    }
    return std::fwrite(output.data(), 1, output.size(), stdout) == output.size() ? 0 : 1;
}
