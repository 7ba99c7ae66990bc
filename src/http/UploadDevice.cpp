// SPDX-License-Identifier: Apache-2.0
#include "http/UploadDevice.h"

#include <algorithm>
#include <cstring>

namespace gatehouse {

UploadDevice::UploadDevice(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadDevice::bytesAvailable() const
{
    return m_body.size() - m_read + QIODevice::bytesAvailable();
}

qint64 UploadDevice::readData(char *data, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_body.size() - m_read);
    if (count <= 0)
        return m_read < m_body.size() ? 0 : -1;
    std::memcpy(data, m_body.constData() + m_read, static_cast<size_t>(count));
    m_read += count;
    return count;
}

} // namespace gatehouse
