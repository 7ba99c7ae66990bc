// SPDX-License-Identifier: Apache-2.0
#include "services/EntryCodec.h"

#include "services/ForeignItem.h"
#include "services/LooseValue.h"
#include "services/Text.h"

#include <QVariant>

using namespace Qt::StringLiterals;

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
    if (isAbsent(id) || id.toString(u"-"_s).isEmpty())
        return faultAt(form.field, AnswerText::tr("the id is missing"));
    const auto text = looseText(id);
    if (!text || (form.isNumber && !looseWholeNumber(id)))
        return faultAt(form.field, AnswerText::tr("%1 is no id").arg(shownValue(id)));
    return *text;
}

/// Empty for an item that is no range.
tl::expected<std::optional<IpRange>, ItemFault> readRangeIn(const QJsonObject &item, const EntryForm &form)
{
    const QJsonValue text = form.rangeField.findIn(item);
    if (isAbsent(text)) {
        if (const QString other = memberWithRange(item); !other.isEmpty()) {
            return faultAt(form.rangeField,
                           AnswerText::tr("the range is missing, and %1 looks like one: the definition should name it")
                               .arg(other));
        }
        return std::nullopt;
    }
    const auto range = text.isString() ? readRange(text.toString()) : tl::unexpected(QString());
    if (!range)
        return std::nullopt;
    if (const QString part = secondPartOf(item, *range, form); !part.isEmpty()) {
        return faultAt(form.rangeField,
                       AnswerText::tr("the range seems to stand in two members, this one and %1, which cannot be read "
                                      "together; a definition that knows better names %1 in entry.range.apart")
                           .arg(part));
    }
    return *range;
}

tl::expected<QString, ItemFault> readLabel(const QJsonValue &entry, const LabelForm &form)
{
    const QJsonValue label = form.field.findIn(entry);
    if (isAbsent(label))
        return QString();
    if (label.isDouble())
        return label.toVariant().toString();
    if (!label.isString())
        return faultAt(form.field, AnswerText::tr("%1 is no label").arg(shownValue(label)));
    return label.toString();
}

tl::expected<bool, ItemFault> readActive(const QJsonValue &entry, const ActiveForm &form)
{
    const QJsonValue active = form.field.findIn(entry);
    if (active == form.on || active == form.off)
        return active == form.on;
    const bool isOn = looselyEqual(active, form.on);
    if (isOn == looselyEqual(active, form.off))
        return faultAt(form.field,
                       AnswerText::tr("%1 does not say whether the entry is active").arg(shownValue(active)));
    return isOn;
}

tl::expected<std::optional<QDateTime>, ItemFault> readExpiry(const QJsonValue &entry, const ExpiryForm &form)
{
    const QJsonValue expiry = form.field.findIn(entry);
    if (saysNoTime(expiry))
        return std::nullopt;
    const auto time = readTime(expiry, form.time);
    if (!time)
        return faultAt(form.field, faultOfTime(expiry, form.time));
    return time;
}

tl::expected<EntryContent, ItemFault> readContent(const QJsonValue &value, const IpRange &range, const EntryForm &form)
{
    EntryContent content;
    content.range = range;
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
        const QJsonValue value = field ? field->field.findIn(entry) : QJsonValue();
        return saysNoTime(value) ? std::nullopt : readTime(value, field->form);
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
    const QJsonObject item = value.toObject();
    if (const QString unmet = unmetIn(value, form.onlyWhen); !unmet.isEmpty())
        return Fault(ItemFault{{}, unmet});
    const auto range = readRangeIn(item, form);
    if (!range)
        return Fault(range.error());
    if (!*range)
        return foreignEntry(item, form);
    Entry entry;
    const auto content = readContent(value, **range, form);
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
    entry.unknownFields = item;
    removeKnown(entry.unknownFields, form);
    return entry;
}

QJsonObject writeEntry(const Entry &entry, const EntryForm &form, EntryUse use, bool keepsExpiry, const QDateTime &now)
{
    if (entry.content.isForeign())
        return entry.unknownFields;
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
