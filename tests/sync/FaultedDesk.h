// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Computer.h"
#include "FaultRows.h"

// A test that includes this links Gatehouse::app and Gatehouse::test_support.
namespace gatehouse::test {

/// A computer whose only way to a service leads through a FaultProxy.
class FaultedDesk final
{
public:
    FaultedDesk(const QString &service, std::optional<QSslConfiguration> tls)
        : m_proxy(m_office.url({}), std::move(tls))
        , m_desk(m_office.clock, m_office.echoes())
        , m_direct(m_office.connection(service))
    {
        setSlow(false);
        ConnectionRecord record = m_direct;
        record.baseUrl = m_proxy.through(m_direct.baseUrl);
        m_connection = m_desk.connect(record, m_office.token());
        m_direct.id = m_connection.id; // for the secret
        const auto session = m_desk.opened(m_connection);
        session->add(contents({QStringLiteral("127.0.0.1 Me"), QStringLiteral("203.0.113.0/24 Office")}));
        if (const auto applied = await(session->apply({})); !applied)
            qFatal("%s %s", qPrintable(kindName(applied.error().kind)), qPrintable(applied.error().message));
    }

    /// Short deadlines, of sessions that connect from now on, for what nothing else would end.
    void setSlow(bool slow)
    {
        using std::chrono_literals::operator""ms;
        HttpPolicy policy; // without a rate: the test has no time for it
        policy.firstBackoff = 1ms;
        policy.maximumAttempts = 3;
        if (slow) {
            // Long enough for all that does arrive, also on a computer that is busy with something else.
            policy.deadline = policy.connectTimeout = 1500ms;
            policy.maximumAttempts = 2;
        }
        m_desk.connector().setLeastPause(1ms); // nobody races it
        m_desk.connector().setPolicy([policy](const ServiceDefinition &) { return policy; });
    }

    [[nodiscard]] ManualClock &clock() { return m_office.clock; }
    [[nodiscard]] FaultProxy &proxy() { return m_proxy; }
    [[nodiscard]] std::unique_ptr<ListSession> opened() { return m_desk.opened(m_connection); }
    /// What it holds, past the proxy.
    [[nodiscard]] QStringList told() { return m_desk.told(m_direct); }
    [[nodiscard]] QStringList heldOf(const QStringList &lines) const { return heldBy(m_direct.serviceId, lines); }

private:
    Office m_office;
    FaultProxy m_proxy;
    Computer m_desk;
    ConnectionRecord m_direct;
    ConnectionRecord m_connection;
};

} // namespace gatehouse::test
