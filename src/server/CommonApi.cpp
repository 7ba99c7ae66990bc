// SPDX-License-Identifier: Apache-2.0
#include "server/CommonApi.h"

#include "database/Database.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

/// Healthy means that the database answers too.
Response health(const Call &call)
{
    if (const auto version = call.database.schemaVersion(); !version)
        return plainFaultResponse(storageFault(version.error()));
    return Response::json(200, {{u"status"_s, u"ok"_s}});
}

Response callersAddress(const Call &call)
{
    return Response::json(200, {{u"ip"_s, QString::fromStdString(call.caller.toString())}});
}

} // namespace

Api commonApi()
{
    return {{},
            {{"GET", u"/healthz"_s, health, Access::Open}, {"GET", u"/ip"_s, callersAddress, Access::Open}},
            [](const Request &) { return QByteArray(); },
            plainFaultResponse};
}

} // namespace gatehouse::server
