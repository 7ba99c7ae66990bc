// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"
#include "base/Result.h"

#include <QByteArray>

#include <vector>

namespace gatehouse {

// Entries and changes as the database holds them: CBOR (RFC 8949), each entry a map with small integer keys in which
// what is empty is left out. Times are kept to the millisecond; an invalid time counts as none.
//
// Decoding takes any bytes. What these functions did not write in full (cut off, unknown keys, a wrong type, a range
// that is none) is ErrorKind::Storage, never half a value: a newer format comes with a newer schema, which is refused
// when the database is opened.

QByteArray encodeEntries(const std::vector<Entry> &entries);
/// Keys are set and distinct, as Allowlist wants them.
Result<std::vector<Entry>> decodeEntries(const QByteArray &bytes);

QByteArray encodeChange(const Change &change);
/// At least one of before and after is there, and both speak of the same key.
Result<Change> decodeChange(const QByteArray &bytes);

} // namespace gatehouse
