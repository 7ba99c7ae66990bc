// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

#include <vector>

namespace gatehouse::cli {

/// Which entries let an address in, as the service holds the list now; exit status 1 when nothing does.
/// Of several lists, each is told; status 1 when one of them does not let it in.
class CheckCommand final : public Command
{
public:
    explicit CheckCommand(Arguments &parent);
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    [[nodiscard]] static Future<void> checkOne(const ConnectionRecord &connection, const IpAddress &address,
                                               Context &context);
    [[nodiscard]] static Future<void> checkAll(const std::vector<ConnectionRecord> &connections,
                                               const IpAddress &address, Context &context);

    std::string m_name;
    std::string m_address;
    std::vector<std::string> m_also;
};

} // namespace gatehouse::cli
