// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>

namespace gatehouse::test {

/// A port of 127.0.0.1 where connecting neither succeeds nor fails: its queue is full and nobody empties it, so that
/// Linux drops every further SYN.
class DeafPort final
{
public:
    DeafPort();
    ~DeafPort();
    Q_DISABLE_COPY_MOVE(DeafPort)

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_listener = -1;
    std::array<int, 4> m_fillers{};
    quint16 m_port = 0;
};

} // namespace gatehouse::test
