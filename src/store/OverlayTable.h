// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Overlay.h"
#include "base/Result.h"

#include <QUuid>

#include <functional>

namespace gatehouse {

class Database;

/// The rows of `overlay`: what is kept for the services that cannot hold it. Works in the thread of the database, which
/// is borrowed.
class OverlayTable final
{
public:
    explicit OverlayTable(const Database &database);

    /// A row that cannot be read is left out and logged.
    [[nodiscard]] Result<Overlay> load(const QUuid &connection) const;
    /// See Store::changeOverlay().
    [[nodiscard]] Result<Overlay> change(const QUuid &connection,
                                         const std::function<Overlay(const Overlay &)> &change) const;

private:
    struct StoredRow;

    [[nodiscard]] Result<QList<StoredRow>> rows(const QUuid &connection) const;
    [[nodiscard]] Result<void> write(const QUuid &connection, const QList<StoredRow> &stored,
                                     const Overlay &wanted) const;
    [[nodiscard]] Result<void> insert(const QUuid &connection, const std::vector<const OverlayRow *> &rows) const;
    [[nodiscard]] Result<void> remove(const QList<qint64> &ids) const;

    const Database &m_database;
};

} // namespace gatehouse
