// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace gatehouse {

/// How this computer is doing, as far as it can tell. Handed in, so that tests say it.
class HostConditions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostConditions)

public:
    struct State
    {
        bool onBattery = false;
        bool isMetered = false; ///< the network is paid for by what it carries
        bool isOnline = true;   ///< there is a network at all
        bool operator==(const State &) const = default;
    };

    explicit HostConditions(QObject *parent = nullptr)
        : QObject(parent)
    {}

    [[nodiscard]] const State &state() const { return m_state; }

    void setState(const State &state)
    {
        if (state == m_state)
            return;
        m_state = state;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    State m_state;
};

} // namespace gatehouse
