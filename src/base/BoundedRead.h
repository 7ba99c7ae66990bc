// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

class QIODevice;

namespace gatehouse {

/// All that an open device has, or nullopt when that is more than `most` bytes. It is read piece by piece, since pipes
/// and devices tell no size and may have no end; whether reading failed is the device's to say.
[[nodiscard]] std::optional<QByteArray> readAtMost(QIODevice &device, qint64 most);

} // namespace gatehouse
