// SPDX-License-Identifier: Apache-2.0
#include "support/DeafPort.h"

#include <sys/socket.h>
#include <unistd.h>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace gatehouse::test {

DeafPort::DeafPort()
    : m_listener(socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool listens = bind(m_listener, generic, size) == 0 && listen(m_listener, 0) == 0 &&
                         getsockname(m_listener, generic, &size) == 0;
    if (!listens)
        qFatal("the deaf port cannot listen");
    m_port = ntohs(address.sin_port);
    for (int &filler : m_fillers) {
        filler = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        connect(filler, generic, size); // in progress is all it need be
    }
}

DeafPort::~DeafPort()
{
    for (const int filler : m_fillers)
        close(filler);
    close(m_listener);
}

} // namespace gatehouse::test
