// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/HttpMessage.h"
#include "services/EntryForm.h"
#include "services/ServiceDefinition.h"
#include "services/TextTemplate.h"

#include <utility>

namespace gatehouse {

// The wire part of a definition, as docs/service-definitions.md describes it. What is found here was checked when the
// definition was read: every place of every template has a meaning in its request.

using NamedTemplates = std::vector<std::pair<QString, TextTemplate>>;

struct RequestForm
{
    QByteArray method = "GET";
    TextTemplate path; ///< begins with a slash; below the base URL
    NamedTemplates query;
    QJsonValue body = QJsonValue::Undefined; ///< texts in it are templates
    bool idempotent = false;                 ///< may be repeated although its method does not say so
    NamedTemplates forceQuery;               ///< added to go on where the service guards against it
};

struct Paging
{
    enum class By { None, Page, Offset, Cursor };

    By by = By::None;
    QString parameter;
    int first = 0; ///< number of the first page
    QString sizeParameter;
    int size = 0;
    // Where an answer says how much there is. At most one of the first three, for pages and offsets; `next` for
    // cursors.
    std::optional<JsonPath> total;
    std::optional<JsonPath> totalPages;
    std::optional<JsonPath> more;
    JsonPath next;
};

struct ListForm
{
    RequestForm request;
    JsonPath entries;
    Paging paging;
};

/// One way to write single entries: a request for each, one for several, or both.
struct EntryWrite
{
    std::optional<RequestForm> one;
    std::optional<RequestForm> many;
    int most = 1; ///< entries in one `many`
};

struct ValidateForm
{
    RequestForm request;
    JsonPaths results; ///< one result or a list of them
    JsonPath valid;
    JsonPaths message;
};

struct WriteForm
{
    std::optional<RequestForm> replace;
    std::optional<EntryWrite> create;
    std::optional<EntryWrite> update;
    std::optional<EntryWrite> remove;
    std::optional<ValidateForm> validate;
};

struct ErrorForm
{
    /// A good status with this value means a refusal nevertheless.
    struct Refusal
    {
        JsonPath field;
        QJsonValue value;
    };
    /// The list of what is wrong with single fields.
    struct Details
    {
        JsonPaths list;
        JsonPaths index;
        JsonPaths field;
        JsonPaths message;
    };

    JsonPaths message;
    JsonPaths requestId;
    JsonPaths retryAfter; ///< seconds
    std::optional<Refusal> refusal;
    std::optional<Details> details;
};

struct EchoForm
{
    RequestForm request;
    JsonPath address;
};

struct ServiceDefinition::Wire
{
    QByteArray authHeader; ///< empty: the service asks for no secret
    TextTemplate authValue;
    NamedTemplates headers;
    ListForm list;
    EntryForm entry;
    WriteForm write;
    ErrorForm errors;
    std::optional<EchoForm> echo;
};

using Wire = ServiceDefinition::Wire;

} // namespace gatehouse
