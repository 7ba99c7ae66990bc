// SPDX-License-Identifier: Apache-2.0
#include "base/BoundedRead.h"

#include <QIODevice>

#include <algorithm>

namespace gatehouse {

std::optional<QByteArray> readAtMost(QIODevice &device, qint64 most)
{
    constexpr qint64 mostAtOnce = qint64(1) << 20;
    QByteArray bytes;
    const qint64 pieceSize = std::min(mostAtOnce, most + 1);
    for (QByteArray piece = device.read(pieceSize); !piece.isEmpty(); piece = device.read(pieceSize)) {
        bytes += piece;
        if (bytes.size() > most)
            return std::nullopt;
    }
    return bytes;
}

} // namespace gatehouse
