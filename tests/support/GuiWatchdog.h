// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace gatehouse::test {

/// Tells for how long the thread that it lives in did not get round to its events, which is for how long a window
/// stands still: it is to beat each millisecond, and the longest pause between two beats counts. What is measured has
/// to run in the event loop itself.
class GuiWatchdog final
{
public:
    GuiWatchdog()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
            m_longest = std::max(m_longest, std::chrono::nanoseconds(m_sinceLast.nsecsElapsed()));
            m_sinceLast.start();
            ++m_beats;
        });
        m_beat.start(std::chrono::milliseconds(1));
        m_sinceLast.start();
    }

    /// From now on.
    void begin()
    {
        m_longest = {};
        m_beats = 0;
        m_sinceLast.start();
    }
    [[nodiscard]] std::chrono::milliseconds longestStop() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_longest);
    }
    /// How often events were got round to.
    [[nodiscard]] int beats() const { return m_beats; }

private:
    QTimer m_beat;
    QElapsedTimer m_sinceLast;
    std::chrono::nanoseconds m_longest{};
    int m_beats = 0;
};

} // namespace gatehouse::test
