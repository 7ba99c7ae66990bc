// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace gatehouse {

// The contexts under which translators find the texts of this library.

/// What is wrong with a definition.
struct DefinitionText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceDefinition)
};

/// What is wrong with a request.
struct ServiceText
{
    Q_DECLARE_TR_FUNCTIONS(RestService)
};

/// What is wrong with an answer.
struct AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(Answer)
};

/// What is wrong with a file as JSON.
struct JsonText
{
    Q_DECLARE_TR_FUNCTIONS(Json)
};

} // namespace gatehouse
