// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "sync/Chain.h"
#include "sync/ListSession.h"

namespace gatehouse::cli {

/// What the commands share that change a list: read it, settle what was interrupted, change it, review, ask, apply,
/// show what came of it.
class WriteCommand : public Command
{
public:
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) final;

protected:
    enum class Purpose {
        Write,
        Plan, ///< only tells what would change, by its exit status too
    };

    WriteCommand(Arguments &parent, const std::string &name, const std::string &description,
                 Purpose purpose = Purpose::Write);

    /// What can be known to be wrong before the list is read.
    [[nodiscard]] virtual Result<void> prepare(Context &) { return {}; }
    /// Makes the edits on the freshly read list.
    [[nodiscard]] virtual Future<void> edit(ListSession &session, Context &context) = 0;

    [[nodiscard]] bool isForced() const { return m_force; }
    /// The one entry with exactly this range.
    static Result<EntryKey> entryOf(const ListSession &session, const IpRange &range);
    static Result<std::optional<QDateTime>> expiryFrom(const std::string &text, const QDateTime &now);

private:
    using Running = std::shared_ptr<Chain<void>>;
    [[nodiscard]] bool sends() const;
    [[nodiscard]] Future<void> settle(ListSession *session, Context &context) const;
    [[nodiscard]] static Future<void> takeBackWatched(ListSession *session, Context &context);
    [[nodiscard]] Future<void> runOnSeveral(const std::vector<ConnectionRecord> &records, Context &context);
    void reviewed(ListSession *session, Context &context, const Running &chain, const Review &review);
    [[nodiscard]] static bool agreesTo(const ChangeSet &changes, const Review &review, Context &context);
    /// `reviewed`: digestOf() the review that was told.
    void apply(ListSession *session, const QByteArray &reviewed, Context &context, const Running &chain);

    const Purpose m_purpose;
    std::string m_name;
    std::vector<std::string> m_also;
    bool m_dryRun = false;
    bool m_force = false;
    int m_renewals = 0; ///< of the review, since somebody changed the list
};

} // namespace gatehouse::cli
