// SPDX-License-Identifier: Apache-2.0
#include "store/StoreUse.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace gatehouse {

std::optional<StoreUse> StoreUse::share(const QString &database)
{
    return locked(database, LOCK_SH);
}

std::optional<StoreUse> StoreUse::alone(const QString &database, std::chrono::milliseconds patience)
{
    constexpr unsigned long pause = 20; // milliseconds
    const QDeadlineTimer deadline(patience);
    auto use = locked(database, LOCK_EX | LOCK_NB);
    while (!use && !deadline.hasExpired()) {
        QThread::msleep(pause);
        use = locked(database, LOCK_EX | LOCK_NB);
    }
    return use;
}

std::optional<StoreUse> StoreUse::locked(const QString &database, int how)
{
    constexpr mode_t forTheUser = 0600;
    const QByteArray file = QFile::encodeName(database + QStringLiteral(".use"));
    const int descriptor = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, forTheUser);
    if (descriptor < 0)
        return std::nullopt;
    StoreUse use(descriptor);
    int result = 0;
    do
        result = ::flock(descriptor, how);
    while (result < 0 && errno == EINTR);
    return result == 0 ? std::optional(std::move(use)) : std::nullopt;
}

StoreUse::StoreUse(StoreUse &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

StoreUse &StoreUse::operator=(StoreUse &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

StoreUse::~StoreUse()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace gatehouse
