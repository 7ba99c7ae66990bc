// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ServiceDefinition.h"

#include <memory>
#include <vector>

namespace gatehouse {

/// All definitions that can be connected to: the built-in ones (resource :/services) and the user's. A user's file with
/// a built-in id replaces it. A broken file is a problem to show, and the others go on working.
class DefinitionCatalog
{
public:
    static DefinitionCatalog load(const QString &userFolder);

    [[nodiscard]] const std::vector<std::shared_ptr<const ServiceDefinition>> &definitions() const
    {
        return m_definitions;
    }
    /// nullptr when unknown.
    [[nodiscard]] std::shared_ptr<const ServiceDefinition> find(const QString &id) const;
    [[nodiscard]] const std::vector<Error> &problems() const { return m_problems; }

private:
    class Loader;

    std::vector<std::shared_ptr<const ServiceDefinition>> m_definitions;
    std::vector<Error> m_problems;
};

} // namespace gatehouse
