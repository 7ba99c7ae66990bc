// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse::server {

// Identifiers of the form that Astro's have (cuid): a `c` and 24 small letters and digits.

/// Never the same twice.
[[nodiscard]] QString newCuid();

/// Always the same for the same `seed`, which cannot be told from it.
[[nodiscard]] QString cuidOf(const QByteArray &seed);

} // namespace gatehouse::server
