// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace gatehouse {

/// Where the time of day comes from. Handed in, so that tests can move it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// Now, in UTC. May jump in either direction; safe to call from any thread.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

} // namespace gatehouse
