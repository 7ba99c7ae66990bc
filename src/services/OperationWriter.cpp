// SPDX-License-Identifier: Apache-2.0
#include "services/OperationWriter.h"

#include "services/EntryCodec.h"
#include "services/EntryPairs.h"
#include "services/Planner.h"
#include "services/Text.h"

#include <QJsonArray>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

/// An entry as the service holds it, and which one of the operation it is.
struct Part
{
    Entry entry;
    int position = 0;
};

class Writer final
{
public:
    Writer(const Operation &operation, const Wire &wire, const RequestBuilder &requests, const QDateTime &now);

    Result<std::vector<SendStep>> entryByEntry(const EntryWrite &form) const;
    Result<SendStep> together(const RequestForm &form, const TemplateValues &more = {}) const;

private:
    using Parts = std::span<const Part>;

    Result<std::vector<SendStep>> oneByOne(const RequestForm &form, Parts parts) const;
    Result<SendStep> one(const RequestForm &form, const Part &part) const;
    Result<SendStep> several(const RequestForm &form, Parts parts, const TemplateValues &more = {}) const;
    [[nodiscard]] QString writtenRange(const Entry &entry) const;
    [[nodiscard]] QJsonObject object(const Part &part, EntryUse use) const;
    [[nodiscard]] EntryUse useInList() const;

    const Operation &m_operation;
    const Wire &m_wire;
    const RequestBuilder &m_requests;
    const QDateTime &m_now;
    std::vector<Part> m_parts;
};

Writer::Writer(const Operation &operation, const Wire &wire, const RequestBuilder &requests, const QDateTime &now)
    : m_operation(operation)
    , m_wire(wire)
    , m_requests(requests)
    , m_now(now)
{
    const bool inPairs = wire.entry.range.any == RangeForm::Any::Pair;
    int position = 0;
    for (const Entry &entry : operation.entries) {
        for (Entry &held : inPairs ? unfolded(entry) : std::vector<Entry>{entry})
            m_parts.push_back({std::move(held), position});
        ++position;
    }
}

Result<std::vector<SendStep>> Writer::entryByEntry(const EntryWrite &form) const
{
    if (!form.many || (form.one && m_parts.size() == 1))
        return oneByOne(*form.one, m_parts);
    std::vector<SendStep> steps;
    const auto most = static_cast<std::size_t>(form.most);
    for (std::size_t begin = 0; begin < m_parts.size(); begin += most) {
        const Parts parts = Parts(m_parts).subspan(begin, std::min(most, m_parts.size() - begin));
        auto step = several(*form.many, parts);
        if (!step)
            return failure(std::move(step.error()));
        if (form.one) {
            auto singly = oneByOne(*form.one, parts);
            if (!singly)
                return failure(std::move(singly.error()));
            step->singly = std::move(*singly);
        }
        steps.push_back(std::move(*step));
    }
    return steps;
}

Result<std::vector<SendStep>> Writer::oneByOne(const RequestForm &form, Parts parts) const
{
    std::vector<SendStep> steps;
    for (const Part &part : parts) {
        auto step = one(form, part);
        if (!step)
            return failure(std::move(step.error()));
        steps.push_back(std::move(*step));
    }
    return steps;
}

Result<SendStep> Writer::one(const RequestForm &form, const Part &part) const
{
    const bool isNew = m_operation.kind == Operation::Kind::Create;
    const QString range = m_wire.entry.range.write(part.entry.content.range);
    const TemplateValues values{
        {u"id"_s, part.entry.remoteId},
        {u"range"_s, range},
        {u"entry"_s, object(part, isNew ? EntryUse::Create : EntryUse::Update)},
    };
    auto request = m_requests.build(form, values, {}, m_operation.force);
    if (!request)
        return failure(std::move(request.error()));
    return SendStep{std::move(*request), {part.position}, {range}, m_operation.kind == Operation::Kind::Remove, {}};
}

Result<SendStep> Writer::several(const RequestForm &form, Parts parts, const TemplateValues &more) const
{
    QJsonArray entries;
    QJsonArray ids;
    SendStep step;
    for (const Part &part : parts) {
        if (form.naming == Naming::Range && writtenRange(part.entry).isEmpty()) {
            return failure(ErrorKind::InvalidInput,
                           ServiceText::tr("“%1” is no range and could not go back as it came. Nothing was sent.")
                               .arg(part.entry.content.foreign));
        }
        entries.append(object(part, useInList()));
        step.ranges.append(writtenRange(part.entry));
        if (m_wire.entry.id)
            ids.append(writeId(part.entry.remoteId, *m_wire.entry.id));
        step.positions.push_back(part.position);
    }
    TemplateValues values{
        {u"entries"_s, entries}, {u"ranges"_s, QJsonArray::fromStringList(step.ranges)}, {u"ids"_s, ids}};
    values.insert(more);
    auto request = m_requests.build(form, values, {}, m_operation.force);
    if (!request)
        return failure(std::move(request.error()));
    step.request = std::move(*request);
    return step;
}

Result<SendStep> Writer::together(const RequestForm &form, const TemplateValues &more) const
{
    return several(form, m_parts, more);
}

/// Of what is no range the text that stands in its place.
QString Writer::writtenRange(const Entry &entry) const
{
    return entry.content.isForeign() ? m_wire.entry.rangeField.findIn(entry.unknownFields).toString()
                                     : m_wire.entry.range.write(entry.content.range);
}

QJsonObject Writer::object(const Part &part, EntryUse use) const
{
    return writeEntry(part.entry, m_wire.entry, use, m_operation.keepsExpiry.contains(part.entry.key), m_now);
}

EntryUse Writer::useInList() const
{
    return m_operation.kind == Operation::Kind::Create ? EntryUse::Create : EntryUse::InOwnRight;
}

tl::unexpected<Error> impossible()
{
    return failure(ErrorKind::InvalidInput, ServiceText::tr("The service has no request for this change."));
}

/// Changing and removing name the entry by what the service calls it.
bool lacksId(const Operation &operation, const Wire &wire)
{
    return wire.entry.id && std::ranges::any_of(operation.entries, [](const Entry &e) { return e.remoteId.isEmpty(); });
}

const std::optional<EntryWrite> &formFor(Operation::Kind kind, const WriteForm &write)
{
    if (kind == Operation::Kind::Create)
        return write.create;
    return kind == Operation::Kind::Update ? write.update : write.remove;
}

Result<TemplateValues> newScopeValues(const NewScope &wanted, const NewScopeDescription &description)
{
    TemplateValues values;
    for (const NewScopeField &field : description.fields) {
        QStringList given = wanted.values.value(field.key);
        given.removeAll(QString());
        if (field.required && given.isEmpty())
            return failure(ErrorKind::InvalidInput, ServiceText::tr("“%1” is needed.").arg(field.title));
        if (field.kind == NewScopeField::Kind::Choices)
            values.insert(field.key, QJsonArray::fromStringList(given));
        else if (!given.isEmpty())
            values.insert(field.key, given.first());
    }
    return values;
}

} // namespace

void SendStep::translateIndexes(Error &error) const
{
    for (FieldError &field : error.fields) {
        const auto index = static_cast<std::size_t>(field.index);
        if (positions.size() == 1)
            field.index = positions.front();
        else
            field.index = field.index >= 0 && index < positions.size() ? positions[index] : -1;
    }
}

Result<std::vector<SendStep>> stepsFor(const Operation &operation, const Wire &wire, const RequestBuilder &requests,
                                       const QDateTime &now)
{
    if (!operation.refusal.isEmpty())
        return failure(ErrorKind::InvalidInput, operation.refusal);
    const Writer writer(operation, wire, requests, now);
    if (operation.kind == Operation::Kind::Replace) {
        if (!wire.write.replace)
            return impossible();
        auto step = writer.together(*wire.write.replace);
        if (!step)
            return failure(std::move(step.error()));
        step->request.once = true; // it would undo what others have done meanwhile
        return std::vector<SendStep>{std::move(*step)};
    }
    const auto &form = formFor(operation.kind, wire.write);
    if (!form)
        return impossible();
    if (operation.kind != Operation::Kind::Create && lacksId(operation, wire))
        return failure(ErrorKind::InvalidInput, ServiceText::tr("The service does not know this entry yet."));
    return writer.entryByEntry(*form);
}

Result<SendStep> validationOf(const std::vector<Entry> &entries, const Wire &wire, const RequestBuilder &requests,
                              const QDateTime &now)
{
    if (!wire.write.validate)
        return impossible();
    const Operation operation{Operation::Kind::Replace, entries, {}, false, {}};
    return Writer(operation, wire, requests, now).together(wire.write.validate->request);
}

Result<SendStep> makingOf(const NewScope &wanted, const ServiceDefinition &definition, const RequestBuilder &requests,
                          const QDateTime &now)
{
    const auto &form = definition.wire->newScope;
    if (!form)
        return impossible();
    const auto values = newScopeValues(wanted, form->description);
    if (!values)
        return failure(values.error());
    Operation operation;
    operation.kind = Operation::Kind::Create;
    for (const Entry &entry : wanted.entries) {
        if (auto held = asHeld(entry, definition.capabilities))
            operation.entries.push_back(std::move(*held));
    }
    return Writer(operation, *definition.wire, requests, now).together(form->request, *values);
}

} // namespace gatehouse
