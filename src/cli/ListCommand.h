// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "cli/EntryOutput.h"

namespace gatehouse::cli {

/// The entries of a list, as the service holds them now.
class ListCommand final : public Command
{
public:
    explicit ListCommand(Arguments &parent);
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    [[nodiscard]] bool isWanted(const Entry &entry, const QDateTime &now) const;
    void print(std::vector<ListedEntry> entries, Context &context) const;

    std::string m_name;
    bool m_active = false;
    bool m_inactive = false;
    bool m_expired = false;
    bool m_csv = false;
};

} // namespace gatehouse::cli
