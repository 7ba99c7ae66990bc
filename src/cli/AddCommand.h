// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/WriteCommand.h"

#include <optional>

namespace gatehouse::cli {

/// Adds an entry: a range, `any`, or `current` for this computer's own addresses (an entry each). Where the range is on
/// the list already nothing is done when the entry is as wanted, and the call is refused otherwise, unless it is
/// forced.
class AddCommand final : public WriteCommand
{
public:
    explicit AddCommand(Arguments &parent);

protected:
    [[nodiscard]] Future<void> edit(ListSession &session, Context &context) override;

private:
    [[nodiscard]] IpRange rangeOf(const IpAddress &address, Context &context) const;
    [[nodiscard]] Result<void> add(ListSession &session, const std::vector<IpRange> &ranges, EntryContent content,
                                   Context &context) const;
    [[nodiscard]] bool isThere(const ListSession &session, const EntryContent &content) const;

    std::string m_range;
    std::optional<std::string> m_label;
    std::string m_expires = "never";
    bool m_inactive = false;
    bool m_network = false;
};

} // namespace gatehouse::cli
