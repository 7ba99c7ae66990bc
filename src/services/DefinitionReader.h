// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ObjectReader.h"
#include "services/RequestReader.h"
#include "services/ServiceDefinition.h"

namespace gatehouse {

/// Reads what a definition says for people and for the review; the wire part has a reader of its own.
class DefinitionReader final
{
public:
    explicit DefinitionReader(ObjectReader &root)
        : m_root(root)
    {}

    ServiceDefinition read();

private:
    void readNames();
    void readCertainty();
    void readUrls();
    void readScope();
    [[nodiscard]] ScopeField readScopeField(ObjectReader &reader);
    void readApply();
    void readRules();
    void readRate();
    void readWire();
    [[nodiscard]] Places places() const;

    ObjectReader &m_root;
    ServiceDefinition m_definition;
    QMap<QString, ChoicesForm> m_choices; ///< of the scope fields, by key
};

} // namespace gatehouse
