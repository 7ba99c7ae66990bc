// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/WriteCommand.h"

#include <optional>

namespace gatehouse::cli {

/// Changes the entry that has exactly this range; what is not named stays.
class EditCommand final : public WriteCommand
{
public:
    explicit EditCommand(Arguments &parent);

protected:
    [[nodiscard]] Future<void> edit(ListSession &session, Context &context) override;

private:
    [[nodiscard]] Result<EntryContent> changed(EntryContent content, const QDateTime &now) const;

    std::string m_range;
    std::optional<std::string> m_newRange;
    std::optional<std::string> m_label;
    std::optional<std::string> m_expires;
    bool m_activate = false;
    bool m_deactivate = false;
};

} // namespace gatehouse::cli
