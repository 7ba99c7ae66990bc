// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Store.h"

namespace gatehouse {

class Database;

/// The rows of `lists` and `draft_changes`. Works in the thread of the database, which is borrowed.
class ListTable final
{
public:
    explicit ListTable(const Database &database);

    [[nodiscard]] Result<StoredList> load(const QUuid &connection) const;
    [[nodiscard]] Result<void> save(const QUuid &connection, const StoredList &list) const;
    [[nodiscard]] Result<void> saveChanges(const QUuid &connection, const ChangeSet &changes) const;
    [[nodiscard]] Result<void> saveEdits(const QUuid &connection, const std::vector<DraftEdit> &edits) const;

private:
    [[nodiscard]] Result<void> writeSnapshot(const QUuid &connection, const StoredList &list) const;
    [[nodiscard]] Result<void> writeChanges(const QUuid &connection, const ChangeSet &changes) const;

    [[nodiscard]] Result<void> writeEdits(const QUuid &connection, const std::vector<DraftEdit> &edits) const;

    const Database &m_database;
};

} // namespace gatehouse
