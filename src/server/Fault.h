// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "server/http/Message.h"

#include <QString>

namespace gatehouse::server {

/// What is wrong with one field of a request.
struct FaultDetail
{
    int index = -1; ///< of the entry in what was sent, -1: of the whole
    QString field;
    QString message;
    QString code; ///< as Fault's
    bool operator==(const FaultDetail &) const = default;
};

/// A refusal before an API has given it its own shape. The texts go to API clients and are therefore English.
struct Fault
{
    int status = 400;
    QString code; ///< short and stable, for programs: "invalid-ip"
    QString message;
    QList<FaultDetail> details; ///< per entry, in their order
    QList<Header> headers;      ///< to be added to the answer: Allow, Retry-After
    QByteArray requestId = {};  ///< of the request that is refused; filled in on the way to the API's shape
};

/// What was asked for, or the refusal.
template <typename T>
using Outcome = tl::expected<T, Fault>;

inline tl::unexpected<Fault> refusal(Fault fault)
{
    return tl::unexpected<Fault>(std::move(fault));
}

/// The faults of the service itself, outside of every API: {"error": code, "message": …}.
[[nodiscard]] Response plainFaultResponse(const Fault &fault);

/// What every API answers when our own database fails; the reason goes to the log, not to the client.
[[nodiscard]] Fault storageFault(const Error &error);

} // namespace gatehouse::server
