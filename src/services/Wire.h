// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/HttpMessage.h"
#include "services/AnswerMatch.h"
#include "services/EntryForm.h"
#include "services/ServiceDefinition.h"
#include "services/TextTemplate.h"

#include <algorithm>
#include <utility>

namespace gatehouse {

// The wire part of a definition, as docs/service-definitions.md describes it. What is found here was checked when the
// definition was read: every place of every template has a meaning in its request.

using NamedTemplates = std::vector<std::pair<QString, TextTemplate>>;

/// By what a request tells the service which of its entries are meant.
enum class Naming {
    Range,   ///< all that have it
    Content, ///< the entry's whole object, without an id
    Id,
};

struct RequestForm
{
    QByteArray method = "GET";
    TextTemplate path; ///< begins with a slash; below the base URL
    NamedTemplates query;
    QJsonValue body = QJsonValue::Undefined; ///< texts in it are templates
    bool idempotent = false;                 ///< may be repeated although its method does not say so
    NamedTemplates forceQuery;               ///< added to go on where the service guards against it
    Naming naming = Naming::Range;           ///< of those that write entries
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

/// A list that comes in pages.
struct ListForm
{
    RequestForm request;
    JsonPath items;
    Paging paging;
    bool absentIsEmpty = false; ///< an answer without the list means an empty one
    JsonConditions onlyWhen;    ///< an answer of which this is not so is not read
};

/// The values of a scope field, as the service lists them.
struct ChoicesForm
{
    ListForm list;
    JsonPath value;
    JsonPaths title;
    JsonPaths note;
};

/// One way to write single entries: a request for each, one for several, or both.
struct EntryWrite
{
    std::optional<RequestForm> one;
    std::optional<RequestForm> many;
    int most = 1; ///< entries in one `many`

    /// The least exact of its requests.
    [[nodiscard]] Naming naming() const
    {
        return std::min(one ? one->naming : Naming::Id, many ? many->naming : Naming::Id);
    }
};

/// What a service makes of a new entry whose range it holds already.
enum class SameRange {
    Unknown,
    Added,   ///< a second entry
    Changed, ///< the entry it has becomes the new one
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
    bool oneAtATime = false; ///< the service takes one change, and the next when that is answered
    SameRange sameRange = SameRange::Unknown;
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
    JsonPaths more; ///< further words, below the message
    JsonPaths requestId;
    JsonPaths retryAfter; ///< seconds
    std::optional<AnswerMatch> addressRefused;
    std::optional<AnswerMatch> busy; ///< it has not taken the request, and will in a while
    std::optional<Refusal> refusal;
    std::optional<Details> details;
};

struct EchoForm
{
    RequestForm request;
    JsonPath address;
};

/// Requests that the list guards: the first whose path the service knows tells whether the caller is let in.
struct VerifyForm
{
    QString insteadOf; ///< the end of the base URL's path that the requests' paths take the place of; may be empty
    QString note;
    std::vector<RequestForm> requests;
    std::optional<AnswerMatch> lacksPermission;
};

struct LogsForm
{
    struct Column
    {
        JsonPath field;
        LogColumn::Kind kind = LogColumn::Kind::Text;
        TimeForm time = TimeForm::Iso;
    };
    struct Filter
    {
        QString key;
        QString parameter;
        std::optional<TimeForm> time; ///< of those that take a time
    };

    LogsDescription description;
    ListForm list;
    std::vector<Column> columns; ///< as in the description
    std::vector<Filter> filters;
    JsonPath refusedField; ///< what it says tells the refused requests
    QStringList refusedValues;
    std::optional<JsonPath> scopeField; ///< of the value for LogsDescription::scopeKey
};

struct NewScopeForm
{
    NewScopeDescription description;
    RequestForm request;
    JsonPath value; ///< in the answer
    JsonPaths title;
    JsonPaths secret;
};

struct ServiceDefinition::Wire
{
    TextTemplate authHeader; ///< empty: the service asks for no secret
    TextTemplate authValue;
    NamedTemplates headers;
    TemplateValues fallbacks;           ///< of scope fields, by key
    QMap<QString, ChoicesForm> choices; ///< of scope fields, by key
    qint64 largestBody = 0;             ///< bytes of a request; 0: the vendor names no limit
    ListForm list;
    EntryForm entry;
    WriteForm write;
    ErrorForm errors;
    std::optional<EchoForm> echo;
    std::optional<VerifyForm> verify;
    std::optional<LogsForm> logs;
    std::optional<NewScopeForm> newScope;
};

using Wire = ServiceDefinition::Wire;

} // namespace gatehouse
