// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "allowlist/KeptFields.h"
#include "sync/RowState.h"

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse {

enum class EntryColumn { Active, Range, Label, Expires, Addresses, State, Created, Updated, Count };
inline constexpr int entryColumnCount = static_cast<int>(EntryColumn::Count);
inline constexpr EntryColumn lastEntryColumn = EntryColumn::Updated;

/// Where the value in a cell is kept.
enum class HeldBy {
    Service,
    ThisComputer, ///< the service has no place for it
    Label,        ///< at the service, written into the label
};

/// Where an entry stands, and why when that needs a reason.
struct RowStatus
{
    RowState state = RowState::Live;
    QString reason;             ///< one sentence, for Failed and Conflict
    KeptFields kept;            ///< by this computer
    bool expiryInLabel = false; ///< at the service
    bool isNews = false;        ///< changed elsewhere, and not seen yet
    bool isOwn = false;         ///< stands for this computer, and follows its address
    bool operator==(const RowStatus &) const = default;
};

/// What a table shows of one entry.
struct EntryRow
{
    Entry entry;                                ///< as wanted; a removed one as the service has it
    std::optional<Change::Kind> pending;        ///< how it differs from the service; empty: it does not
    std::shared_ptr<const EntryContent> before; ///< what the service has, when it was changed; else null
    RowStatus status;
};

using RowStatusOf = std::function<RowStatus(const EntryKey &)>;

/// The rows of a draft: the snapshot's order with the removed entries in their places, then what was added.
std::vector<EntryRow> rowsOf(const Draft &draft, const RowStatusOf &statusOf);
/// Of one entry; empty when neither the snapshot nor the draft has it any more.
std::optional<EntryRow> rowOf(const Draft &draft, const EntryKey &key, const RowStatusOf &statusOf);

/// What stands in the state column: the row's state, and for what the service has whether it lets anybody in. In the
/// order in which it deserves attention.
enum class EntryStatus {
    Failed,
    Conflict,
    Overdue,
    Vanished,
    Sending,
    Added,
    Changed,
    Removed,
    Expired,
    Unknown, ///< no range: nobody here can tell whether it lets anybody in
    Live,
    Inactive,
};

EntryStatus statusOf(const EntryRow &row, const QDateTime &now);

HeldBy heldBy(const EntryRow &row, EntryColumn column);

/// What a model of entries tells beside Qt's own roles. Qt::EditRole is the raw value of a cell: bool, IpRange,
/// QString, QDateTime (null: never).
namespace EntryRole {
enum : int {
    Key = Qt::UserRole + 1, ///< EntryKey
    Content,                ///< EntryContent
    Status,                 ///< EntryStatus
    IsAdded,                ///< bool
    IsRemoved,              ///< bool: not wanted any more, whether that is pending, under way or failed
    IsCellChanged,          ///< bool: the service has something else in this cell
    CellHeldBy,             ///< HeldBy
    IsNews,                 ///< bool: changed elsewhere, and not seen yet
};
} // namespace EntryRole

} // namespace gatehouse
