// SPDX-License-Identifier: Apache-2.0
#include "server/Fault.h"

#include "base/Logging.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

Response plainFaultResponse(const Fault &fault)
{
    auto response = Response::json(fault.status, {{u"error"_s, fault.code}, {u"message"_s, fault.message}});
    response.headers += fault.headers;
    return response;
}

Fault storageFault(const Error &error)
{
    qCWarning(logging::server).noquote() << error.message << error.detail;
    return {500, u"storage"_s, u"The service cannot use its database. Its log says why."_s, {}, {}};
}

} // namespace gatehouse::server
