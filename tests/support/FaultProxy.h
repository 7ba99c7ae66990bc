// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/FaultServer.h"

namespace gatehouse::test {

/// What a FaultProxy does to a request.
struct Fault
{
    /// The service gets the request, and `spoil` its answer; else `spoil` gets an answer that was never given.
    bool reachesService = false;
    std::function<ScriptedAnswer(const ScriptedAnswer &genuine)> spoil;
    /// Only so many requests; 0: every one until the fault is lifted.
    int times = 0;
    /// Instead of spoiling answers: what becomes of the whole server, from the first such request on. That one is
    /// reset.
    std::function<void(FaultServer &)> turn = {};
};

/// Which requests a fault is for.
enum class FaultPlace {
    Reading,     ///< reads before anything was changed
    Sending,     ///< what changes the list
    ReadingBack, ///< reads after a change was sent, whatever became of it
};

/// Sits between a client and a service, passes requests on and answers back, and spoils those that it is told to. In
/// the thread of the test, which it blocks while the service works: that must have threads of its own.
class FaultProxy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultProxy)

public:
    /// `service` is http and a port of this computer. With `tls` the proxy speaks nothing else to the client.
    explicit FaultProxy(const QUrl &service, std::optional<QSslConfiguration> tls = {});
    ~FaultProxy() override;

    /// The URL of the service, as seen through the proxy.
    [[nodiscard]] QUrl through(const QUrl &service) const;

    void begin(const Fault &fault, FaultPlace place);
    /// Everything is well again.
    void lift();
    /// Requests that the fault has met since it began.
    [[nodiscard]] int met() const { return m_met; }

private:
    [[nodiscard]] ScriptedAnswer answerTo(const SeenRequest &request);
    [[nodiscard]] ScriptedAnswer passOn(const SeenRequest &request) const;
    [[nodiscard]] bool isMet(const SeenRequest &request);

    QUrl m_service;
    std::optional<QSslConfiguration> m_tls;
    FaultServer m_server;
    quint16 m_port;
    std::optional<Fault> m_fault;
    FaultPlace m_place = FaultPlace::Reading;
    bool m_changed = false; ///< a change was seen since the fault began
    int m_met = 0;
};

} // namespace gatehouse::test
