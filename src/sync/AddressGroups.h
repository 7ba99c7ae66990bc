// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/GroupPlan.h"
#include "sync/ManyLists.h"

namespace gatehouse {

/// The address groups of this home. Changing one changes no list: its lists are brought into step by their orders, in
/// one review (ManyLists).
class AddressGroups final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressGroups)

public:
    /// All must outlive this.
    AddressGroups(Store &store, const ConnectionBook &book, const Clock &clock, QObject *parent = nullptr);

    /// Also which lists are out of step. groups() is empty before.
    [[nodiscard]] Future<void> load();
    [[nodiscard]] const std::vector<AddressGroup> &groups() const { return m_groups; }
    [[nodiscard]] const AddressGroup *find(const QUuid &id) const;

    /// Adds (null id: gets one) or changes.
    [[nodiscard]] Future<AddressGroup> save(AddressGroup group);
    /// Its entries stay on the lists until those are brought into step.
    [[nodiscard]] Future<void> remove(const QUuid &id);

    /// The connections whose lists are known to differ from what the groups want, in the book's order.
    [[nodiscard]] std::vector<QUuid> outOfStep() const;

    /// Brings the list of a connection into step with these groups: the ones there are, or as they shall be.
    [[nodiscard]] ListOrder orderFor(const ConnectionRecord &connection, const std::vector<AddressGroup> &groups);

Q_SIGNALS:
    void changed();

private:
    Future<void> loadPlacements();

    Store &m_store;
    const ConnectionBook &m_book;
    const Clock &m_clock;
    std::vector<AddressGroup> m_groups;
    QHash<QUuid, std::vector<GroupPlacement>> m_placed;
};

} // namespace gatehouse
