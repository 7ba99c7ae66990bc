// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "services/EntryForm.h"
#include "services/ItemFault.h"

#include <tl/expected.hpp>

namespace gatehouse {

/// For what an entry is written.
enum class EntryUse {
    Create,     ///< a new one: no id, nothing the service had not asked for
    Update,     ///< named by the request: no id inside
    InOwnRight, ///< in a list of several: with its id, where the service knows it
};

/// The entry, with a null key. What the form does not name is kept in Entry::unknownFields. An item that is no range is
/// a foreign entry, of which unknownFields has everything.
tl::expected<Entry, ItemFault> readEntry(const QJsonValue &value, const EntryForm &form);

/// A foreign entry is written as it came. `keepsExpiry`: the service knows the entry with this very expiry. It is then
/// not sent where the service keeps what is not sent, so that its clock does not start anew.
QJsonObject writeEntry(const Entry &entry, const EntryForm &form, EntryUse use, bool keepsExpiry, const QDateTime &now);

/// The id as the service writes it.
QJsonValue writeId(const QString &id, const IdForm &form);

} // namespace gatehouse
