// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/FaultServer.h"

namespace gatehouse::test {

/// Tells whoever asks, in the thread of the test, that they come from 127.0.0.1.
class LoopbackEcho final
{
public:
    LoopbackEcho() { m_server.setDefault(answer(200, "127.0.0.1")); }

    [[nodiscard]] QString url() const { return m_server.url().toString(); }

private:
    FaultServer m_server;
};

} // namespace gatehouse::test
