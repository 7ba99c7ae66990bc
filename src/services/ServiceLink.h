// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "http/HttpClient.h"
#include "services/ErrorReader.h"
#include "services/RequestBuilder.h"

#include <memory>

namespace gatehouse {

/// What the jobs of a RestService share: how to ask, and how to understand the answer.
struct ServiceLink
{
    std::shared_ptr<const ServiceDefinition> definition;
    Endpoint endpoint;
    std::unique_ptr<HttpClient> http;
    const Clock &clock;
    RequestBuilder requests;
    ErrorReader answers;

    [[nodiscard]] const Wire &wire() const { return *definition->wire; }
};

} // namespace gatehouse
