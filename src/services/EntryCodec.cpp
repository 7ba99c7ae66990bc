// SPDX-License-Identifier: Apache-2.0
#include "services/EntryCodec.h"

#include "services/Text.h"

#include <QVariant>

namespace gatehouse {

namespace {

using Fault = tl::unexpected<ItemFault>;

Fault faultAt(const JsonPath &field, const QString &reason)
{
    return Fault(ItemFault{field.toString(), reason});
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

tl::expected<QString, ItemFault> readId(const QJsonValue &entry, const IdForm &form)
{
    const QJsonValue id = form.field.findIn(entry);
    if (form.isNumber && id.isDouble())
        return id.toVariant().toString();
    if (!form.isNumber && !id.toString().isEmpty())
        return id.toString();
    return faultAt(form.field, AnswerText::tr("the id is missing or of another type"));
}

tl::expected<IpRange, ItemFault> readRangeAt(const QJsonValue &entry, const JsonPath &field)
{
    const QJsonValue text = field.findIn(entry);
    if (!text.isString())
        return faultAt(field, AnswerText::tr("the range is missing or no text"));
    const auto range = readRange(text.toString());
    if (!range)
        return faultAt(field, range.error());
    return *range;
}

tl::expected<QString, ItemFault> readLabel(const QJsonValue &entry, const LabelForm &form)
{
    const QJsonValue label = form.field.findIn(entry);
    if (!isAbsent(label) && !label.isString())
        return faultAt(form.field, AnswerText::tr("the label is no text"));
    return label.toString();
}

tl::expected<bool, ItemFault> readActive(const QJsonValue &entry, const ActiveForm &form)
{
    const QJsonValue active = form.field.findIn(entry);
    if (active != form.on && active != form.off)
        return faultAt(form.field, AnswerText::tr("it does not say whether the entry is active"));
    return active == form.on;
}

tl::expected<std::optional<QDateTime>, ItemFault> readExpiry(const QJsonValue &entry, const ExpiryForm &form)
{
    const QJsonValue expiry = form.field.findIn(entry);
    if (isAbsent(expiry))
        return std::nullopt;
    const auto time = readTime(expiry, form.time);
    if (!time)
        return faultAt(form.field, AnswerText::tr("the expiry is no time of the expected form"));
    return time;
}

tl::expected<EntryContent, ItemFault> readContent(const QJsonValue &value, const EntryForm &form)
{
    EntryContent content;
    const auto range = readRangeAt(value, form.rangeField);
    if (!range)
        return Fault(range.error());
    content.range = *range;
    if (form.label) {
        const auto label = readLabel(value, *form.label);
        if (!label)
            return Fault(label.error());
        content.label = *label;
    }
    if (form.active) {
        const auto active = readActive(value, *form.active);
        if (!active)
            return Fault(active.error());
        content.active = *active;
    }
    if (form.expiry) {
        const auto expiry = readExpiry(value, *form.expiry);
        if (!expiry)
            return Fault(expiry.error());
        content.expiresAt = *expiry;
    }
    return content;
}

/// Only for the user to see, so what cannot be read is left out and does no harm.
Provenance readProvenance(const QJsonValue &entry, const EntryForm &form)
{
    const auto time = [&](const std::optional<TimeField> &field) {
        return field ? readTime(field->field.findIn(entry), field->form) : std::nullopt;
    };
    return {time(form.createdAt), findText(form.createdBy, entry), time(form.updatedAt),
            findText(form.updatedBy, entry)};
}

/// What the form names: exactly what we write ourselves, and as a whole what the service only tells.
void removeKnown(QJsonObject &object, const EntryForm &form)
{
    form.rangeField.removeFrom(object);
    if (form.id)
        form.id->field.removeFrom(object);
    if (form.label)
        form.label->field.removeFrom(object);
    if (form.active)
        form.active->field.removeFrom(object);
    if (form.expiry)
        form.expiry->field.removeFrom(object);
    if (form.expiry && form.expiry->takesName)
        form.expiry->takesName->field.removeFrom(object);
    for (const auto &time : {form.createdAt, form.updatedAt}) {
        if (time)
            object.remove(time->field.top());
    }
    for (const JsonPath &path : form.createdBy + form.updatedBy)
        object.remove(path.top());
    for (const QString &name : form.neverSent)
        object.remove(name);
}

void writeLabel(QJsonObject &object, const LabelForm &form, const QString &label)
{
    if (!label.isEmpty() || form.whenEmpty == LabelForm::WhenEmpty::Text)
        form.field.setIn(object, label);
    else if (form.whenEmpty == LabelForm::WhenEmpty::Null)
        form.field.setIn(object, QJsonValue::Null);
}

} // namespace

tl::expected<Entry, ItemFault> readEntry(const QJsonValue &value, const EntryForm &form)
{
    if (!value.isObject())
        return Fault(ItemFault{{}, AnswerText::tr("it is no JSON object")});
    Entry entry;
    const auto content = readContent(value, form);
    if (!content)
        return Fault(content.error());
    entry.content = *content;
    if (form.id) {
        const auto id = readId(value, *form.id);
        if (!id)
            return Fault(id.error());
        entry.remoteId = *id;
    }
    entry.provenance = readProvenance(value, form);
    entry.unknownFields = value.toObject();
    removeKnown(entry.unknownFields, form);
    return entry;
}

QJsonObject writeEntry(const Entry &entry, const EntryForm &form, EntryUse use, bool keepsExpiry, const QDateTime &now)
{
    QJsonObject object = use == EntryUse::Create ? QJsonObject() : entry.unknownFields;
    if (form.id && use == EntryUse::InOwnRight && !entry.remoteId.isEmpty())
        form.id->field.setIn(object, writeId(entry.remoteId, *form.id));
    form.rangeField.setIn(object, form.range.write(entry.content.range));
    if (form.label)
        writeLabel(object, *form.label, entry.content.label);
    if (form.active)
        form.active->field.setIn(object, entry.content.active ? form.active->on : form.active->off);
    if (form.expiry && !(keepsExpiry && form.expiry->keptWhenOmitted))
        writeExpiry(object, *form.expiry, entry.content.expiresAt, now);
    return object;
}

QJsonValue writeId(const QString &id, const IdForm &form)
{
    if (form.isNumber)
        return id.toLongLong();
    return id;
}

} // namespace gatehouse
