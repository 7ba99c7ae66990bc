// SPDX-License-Identifier: Apache-2.0
#include "services/WireReader.h"

#include "services/EntryFormReader.h"
#include "services/HeaderName.h"
#include "services/ListFormReader.h"
#include "services/LogsFormReader.h"
#include "services/NewScopeFormReader.h"
#include "services/Text.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void readDetails(ObjectReader &reader, ErrorForm::Details &details)
{
    details.list = reader.paths("list"_L1);
    details.index = reader.pathsIfAny("index"_L1);
    details.field = reader.pathsIfAny("field"_L1);
    details.message = reader.paths("message"_L1);
}

/// An id that is the range itself names nothing more than that.
Naming namingOf(const QSet<QString> &used, const EntryForm &entry)
{
    const bool hasOwnId = entry.id && entry.id->field != entry.rangeField;
    const bool withObjects = used.contains(u"entries"_s);
    if (hasOwnId && (withObjects || used.contains(u"id"_s) || used.contains(u"ids"_s)))
        return Naming::Id;
    return withObjects || used.contains(u"entry"_s) ? Naming::Content : Naming::Range;
}

} // namespace

WireReader::WireReader(ObjectReader &root, Places scope, const QList<ScopeField> &scopeFields)
    : m_root(root)
    , m_scope(std::move(scope))
    , m_scopeFields(scopeFields)
{}

Wire WireReader::read()
{
    readSecret();
    readHeaders();
    {
        ObjectReader entry = m_root.object("entry"_L1);
        m_wire.entry = readEntryForm(entry);
    }
    m_wire.list = readList();
    m_wire.write = readWrite();
    m_wire.errors = readErrors();
    m_wire.echo = readEcho();
    m_wire.verify = readVerify();
    readLogs();
    readNewScope();
    return std::move(m_wire);
}

void WireReader::readHeaders()
{
    m_wire.headers = RequestReader(m_scope).readTemplates(m_root, "headers"_L1);
    for (const auto &[name, value] : m_wire.headers) {
        if (!isHeaderName(name))
            m_root.complain("headers"_L1, DefinitionText::tr("%1 cannot be set as a header").arg(name));
    }
}

void WireReader::readSecret()
{
    constexpr auto key = "secret"_L1;
    if (!m_root.has(key))
        return;
    ObjectReader reader = m_root.object(key);
    m_secretTitle = reader.text("title"_L1);
    // What a placeholder stands for is looked at with each request.
    m_wire.authHeader = RequestReader({m_scope.certain, m_scope.certain, {}}).readTemplate(reader, "header"_L1);
    if (const QString name = m_wire.authHeader.literalText(); !name.isEmpty() && !isHeaderName(name))
        reader.complain("header"_L1, DefinitionText::tr("%1 cannot be set as a header").arg(name));
    RequestReader templates({{u"secret"_s}, {u"secret"_s}, {}});
    m_wire.authValue = templates.readTemplate(reader, "value"_L1);
    if (!m_wire.authValue.isEmpty() && templates.used().isEmpty())
        reader.complain("value"_L1, DefinitionText::tr("must contain {secret}"));
}

ListForm WireReader::readList()
{
    ObjectReader reader = m_root.object("list"_L1);
    return readListForm(reader, "entries"_L1, m_scope);
}

WriteForm WireReader::readWrite()
{
    ObjectReader reader = m_root.object("write"_L1);
    WriteForm form;
    form.replace = readReplace(reader);
    form.create = readEntryWrite(reader, "create"_L1);
    form.update = readEntryWrite(reader, "update"_L1);
    form.remove = readEntryWrite(reader, "remove"_L1);
    form.validate = readValidate(reader);
    form.oneAtATime = reader.flag("oneAtATime"_L1, false);
    form.sameRange = readSameRange(reader, form);
    m_wire.largestBody = reader.number("largestBody"_L1, 1, 1'000'000'000, 0);
    if (!form.replace && (!form.create || !form.remove))
        reader.complain(DefinitionText::tr("must have replace, or create and remove"));
    if (form.replace && (form.create || form.update || form.remove))
        reader.complain(DefinitionText::tr("with replace there is no use for create, update or remove"));
    return form;
}

SameRange WireReader::readSameRange(ObjectReader &write, const WriteForm &form)
{
    constexpr auto key = "sameRange"_L1;
    if (!write.has(key))
        return SameRange::Unknown;
    const auto same =
        write.choice<SameRange>(key, {{"added"_L1, SameRange::Added}, {"changed"_L1, SameRange::Changed}});
    if (form.replace)
        write.complain(key, DefinitionText::tr("with replace there is no use for it"));
    if (same == SameRange::Added && form.remove && form.remove->naming() == Naming::Range)
        write.complain(key, DefinitionText::tr("must not be added where remove names the range alone: a removal would "
                                               "take all entries of it"));
    return same;
}

RequestForm WireReader::readRequest(ObjectReader &reader, const QSet<QString> &texts, const QSet<QString> &values)
{
    RequestReader requests(m_scope.with(texts, values));
    RequestForm request = requests.readWrite(reader, {u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s});
    const QSet<QString> used = requests.used();
    if (!used.intersects(texts + values))
        reader.complain(DefinitionText::tr("must use a placeholder that says which entries are meant"));
    if (!m_wire.entry.id && (used.contains(u"id"_s) || used.contains(u"ids"_s)))
        reader.complain(DefinitionText::tr("uses the id of an entry, and entry.id does not say where that is found"));
    request.naming = namingOf(used, m_wire.entry);
    return request;
}

std::optional<RequestForm> WireReader::readReplace(ObjectReader &write)
{
    constexpr auto key = "replace"_L1;
    if (!write.has(key))
        return std::nullopt;
    ObjectReader reader = write.object(key);
    return readRequest(reader, {}, {u"entries"_s, u"ranges"_s});
}

std::optional<EntryWrite> WireReader::readEntryWrite(ObjectReader &write, ObjectReader::Key key)
{
    if (!write.has(key))
        return std::nullopt;
    ObjectReader reader = write.object(key);
    const bool isNew = key == "create"_L1;
    const bool isGone = key == "remove"_L1;
    EntryWrite form;
    if (reader.has("one"_L1)) {
        ObjectReader one = reader.object("one"_L1);
        const QSet<QString> texts = isNew ? QSet<QString>{u"range"_s} : QSet<QString>{u"id"_s, u"range"_s};
        form.one = readRequest(one, texts, isGone ? QSet<QString>{} : QSet<QString>{u"entry"_s});
    }
    if (reader.has("many"_L1)) {
        ObjectReader many = reader.object("many"_L1);
        const QSet<QString> values =
            isNew ? QSet<QString>{u"ranges"_s, u"entries"_s} : QSet<QString>{u"ids"_s, u"ranges"_s, u"entries"_s};
        form.many = readRequest(many, {}, values);
        form.most = many.number("most"_L1, 1, 100'000);
    }
    if (!form.one && !form.many)
        reader.complain(DefinitionText::tr("must have one or many"));
    return form;
}

std::optional<ValidateForm> WireReader::readValidate(ObjectReader &write)
{
    constexpr auto key = "validate"_L1;
    if (!write.has(key))
        return std::nullopt;
    ObjectReader reader = write.object(key);
    ValidateForm form;
    form.request = readRequest(reader, {}, {u"entries"_s, u"ranges"_s});
    form.results = reader.paths("results"_L1);
    form.valid = reader.path("valid"_L1);
    form.message = reader.pathsIfAny("message"_L1);
    return form;
}

ErrorForm WireReader::readErrors()
{
    constexpr auto key = "errors"_L1;
    ErrorForm form;
    if (!m_root.has(key))
        return form;
    ObjectReader reader = m_root.object(key);
    form.message = reader.paths("message"_L1);
    form.more = reader.pathsIfAny("more"_L1);
    form.requestId = reader.pathsIfAny("requestId"_L1);
    form.retryAfter = reader.pathsIfAny("retryAfter"_L1);
    if (reader.has("refusal"_L1)) {
        ObjectReader refusal = reader.object("refusal"_L1);
        form.refusal.emplace();
        form.refusal->field = refusal.path("field"_L1);
        if (const JsonNode *value = refusal.value("value"_L1))
            form.refusal->value = value->toJson();
    }
    if (reader.has("addressRefused"_L1)) {
        ObjectReader refused = reader.object("addressRefused"_L1);
        form.addressRefused = readAnswerMatch(refused);
    }
    if (reader.has("busy"_L1)) {
        ObjectReader busy = reader.object("busy"_L1);
        form.busy = readAnswerMatch(busy);
    }
    if (reader.has("details"_L1)) {
        ObjectReader details = reader.object("details"_L1);
        readDetails(details, form.details.emplace());
    }
    return form;
}

std::optional<EchoForm> WireReader::readEcho()
{
    constexpr auto key = "echo"_L1;
    if (!m_root.has(key))
        return std::nullopt;
    ObjectReader reader = m_root.object(key);
    EchoForm form;
    form.request = RequestReader(m_scope).readGet(reader);
    form.address = reader.path("address"_L1);
    return form;
}

std::optional<VerifyForm> WireReader::readVerify()
{
    constexpr auto key = "verify"_L1;
    if (!m_root.has(key))
        return std::nullopt;
    ObjectReader reader = m_root.object(key);
    VerifyForm form;
    form.note = reader.text("note"_L1);
    form.insteadOf = reader.basePath("insteadOf"_L1, {});
    reader.eachObject("requests"_L1,
                      [&](ObjectReader &request) { form.requests.push_back(RequestReader(m_scope).readGet(request)); });
    if (form.requests.empty())
        reader.complain("requests"_L1, DefinitionText::tr("must not be empty"));
    if (reader.has("lacksPermission"_L1)) {
        ObjectReader lacks = reader.object("lacksPermission"_L1);
        form.lacksPermission = readAnswerMatch(lacks);
    }
    return form;
}

void WireReader::readLogs()
{
    constexpr auto key = "logs"_L1;
    if (!m_root.has(key))
        return;
    ObjectReader reader = m_root.object(key);
    m_wire.logs = readLogsForm(reader, m_scope, m_scopeFields);
}

void WireReader::readNewScope()
{
    constexpr auto key = "newScope"_L1;
    if (!m_root.has(key))
        return;
    ObjectReader reader = m_root.object(key);
    m_wire.newScope = readNewScopeForm(reader, m_scope, m_scopeFields);
}

} // namespace gatehouse
