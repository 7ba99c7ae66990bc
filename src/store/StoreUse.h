// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace gatehouse {

/// Says to other programs that a database is open, by a lock (flock) on a file beside it, for as long as this lives and
/// no longer than the process. Who wants to replace a database, needs it alone: what a program writes into a replaced
/// one is lost.
class StoreUse final
{
public:
    /// Beside others; waits while somebody has it alone. Empty where no lock can be had at all, as in a folder that
    /// cannot be written.
    static std::optional<StoreUse> share(const QString &database);
    /// Empty when anybody has it open for longer than that, also this process.
    static std::optional<StoreUse> alone(const QString &database, std::chrono::milliseconds patience);

    StoreUse(StoreUse &&other) noexcept;
    StoreUse &operator=(StoreUse &&other) noexcept;
    ~StoreUse();

private:
    explicit StoreUse(int descriptor)
        : m_descriptor(descriptor)
    {}
    static std::optional<StoreUse> locked(const QString &database, int how);

    int m_descriptor = -1;
};

} // namespace gatehouse
