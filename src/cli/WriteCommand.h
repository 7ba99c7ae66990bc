// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "sync/Chain.h"
#include "sync/ListSession.h"

namespace gatehouse::cli {

/// What add, edit and remove share: read the list, change it, review, ask, apply, show what came of it.
class WriteCommand : public Command
{
public:
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) final;

protected:
    WriteCommand(CLI::App &parent, const std::string &name, const std::string &description);

    /// Makes the edits on the freshly read list.
    [[nodiscard]] virtual Future<void> edit(ListSession &session, Context &context) = 0;

    /// The one entry with exactly this range.
    static Result<EntryKey> entryOf(const ListSession &session, const IpRange &range);
    static Result<std::optional<QDateTime>> expiryFrom(const std::string &text, const QDateTime &now);

private:
    using Running = std::shared_ptr<Chain<void>>;
    [[nodiscard]] Future<void> runOnSeveral(const std::vector<ConnectionRecord> &records, Context &context);
    void reviewed(ListSession *session, Context &context, const Running &chain, const Review &review);
    void apply(ListSession *session, Context &context, const Running &chain);

    std::string m_name;
    std::vector<std::string> m_also;
    bool m_dryRun = false;
    bool m_force = false;
};

} // namespace gatehouse::cli
