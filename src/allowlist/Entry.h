// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace gatehouse {

/// Names an entry within this program, from its first reading or its making on; never sent to a service. Survives edits
/// of the range, so that a changed entry is told from a removed one and a new one.
using EntryKey = QUuid;

/// What the user decides about an entry.
struct EntryContent
{
    IpRange range;
    QString label;
    bool active = true;
    std::optional<QDateTime> expiresAt; ///< UTC; empty: never
    /// Not empty: the entry is no range (a security group, a host name, a service tag), and this is what it is. `range`
    /// says nothing then, and nobody knows whom the entry lets in. Such an entry is the service's own: it can be seen
    /// and not changed (see Draft), and goes back as it came.
    QString foreign{};

    [[nodiscard]] bool isForeign() const { return !foreign.isEmpty(); }
    /// Of this very range; what is no range is of none, although `range` holds something there, too.
    [[nodiscard]] bool isOf(const IpRange &wanted) const { return range == wanted && !isForeign(); }
    bool operator==(const EntryContent &) const = default;
};

/// What the service tells beyond that.
struct Provenance
{
    std::optional<QDateTime> createdAt;
    QString createdBy;
    std::optional<QDateTime> updatedAt;
    QString updatedBy;
    bool operator==(const Provenance &) const = default;
};

/// One line of an allowlist.
struct Entry
{
    EntryKey key;
    QString remoteId; ///< the service's id; empty when it has none or the entry was never sent
    EntryContent content;
    Provenance provenance;
    QJsonObject unknownFields; ///< what the service holds and we do not know, carried through a replace untouched
    bool operator==(const Entry &) const = default;

    [[nodiscard]] bool isExpired(const QDateTime &now) const;
    /// A range that is active and not expired: what is known to let somebody in at that time.
    [[nodiscard]] bool isInForce(const QDateTime &now) const;
};

/// A fresh entry with a new key.
Entry makeEntry(EntryContent content);

} // namespace gatehouse
