// SPDX-License-Identifier: Apache-2.0
#include "services/EntryFormReader.h"

#include "services/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

/// The place of a part inside the entry, which cannot be the entry itself.
JsonPath readField(ObjectReader &reader, ObjectReader::Key key = "field"_L1)
{
    const JsonPath field = reader.path(key);
    if (field.isRoot() && reader.has(key))
        reader.complain(key, DefinitionText::tr("must name a field of the entry"));
    return field;
}

void readRange(ObjectReader &reader, EntryForm &form)
{
    form.rangeApart = reader.texts("apart"_L1, {});
    form.rangeField = readField(reader);
    form.range.single = reader.choice<RangeForm::Single>(
        "write"_L1, {{"cidr"_L1, RangeForm::Single::Cidr}, {"plain or cidr"_L1, RangeForm::Single::Plain}});
    form.range.any = reader.choice<RangeForm::Any>("any"_L1, {{"none"_L1, RangeForm::Any::None},
                                                              {"*"_L1, RangeForm::Any::Star},
                                                              {"0.0.0.0/0 and ::/0"_L1, RangeForm::Any::Pair}});
}

IdForm readId(ObjectReader &reader)
{
    const JsonPath field = readField(reader);
    return {field, reader.choice<bool>("type"_L1, {{"text"_L1, false}, {"number"_L1, true}}, false)};
}

LabelForm readLabel(ObjectReader &reader)
{
    const JsonPath field = readField(reader);
    using When = LabelForm::WhenEmpty;
    return {field, reader.choice<When>(
                       "whenEmpty"_L1,
                       {{"text"_L1, When::Text}, {"null"_L1, When::Null}, {"omitted"_L1, When::Omitted}}, When::Text)};
}

QJsonValue readScalar(ObjectReader &reader, ObjectReader::Key key, const QJsonValue &fallback)
{
    if (!reader.has(key))
        return fallback;
    const QJsonValue value = reader.value(key)->toJson();
    if (value.isObject() || value.isArray())
        reader.complain(key, DefinitionText::tr("must be a text, a number, true or false"));
    return value;
}

ActiveForm readActive(ObjectReader &reader)
{
    ActiveForm form{readField(reader), readScalar(reader, "on"_L1, true), readScalar(reader, "off"_L1, false)};
    if (form.on == form.off)
        reader.complain("off"_L1, DefinitionText::tr("must differ from what stands for active"));
    return form;
}

ExpiryForm::Names readNames(ObjectReader &reader)
{
    ExpiryForm::Names names{readField(reader), reader.text("never"_L1), {}};
    ObjectReader durations = reader.object("durations"_L1);
    bool isEmpty = durations.isThere();
    durations.eachMember([&](const JsonMember &member) {
        isEmpty = false;
        const auto duration = parseDuration(member.value.text);
        if (!duration)
            return durations.complain(member,
                                      DefinitionText::tr("must be a number and a unit, as in 90s, 5m, 6h, 1d or 2w"));
        names.durations.push_back({member.key, *duration});
    });
    std::ranges::sort(names.durations, {}, &NamedDuration::duration);
    if (isEmpty)
        reader.complain("durations"_L1, DefinitionText::tr("must not be empty"));
    return names;
}

ExpiryForm readExpiry(ObjectReader &reader)
{
    enum class Write { Nothing, Time, Names, Either };
    ExpiryForm form;
    form.field = readField(reader);
    form.time = readTimeForm(reader);
    const auto write = reader.choice<Write>("write"_L1, {{"nothing"_L1, Write::Nothing},
                                                         {"time"_L1, Write::Time},
                                                         {"names"_L1, Write::Names},
                                                         {"names or time"_L1, Write::Either}});
    form.takesTime = write == Write::Time || write == Write::Either;
    if (write == Write::Names || write == Write::Either) {
        ObjectReader names = reader.object("names"_L1);
        form.takesName = readNames(names);
    }
    form.grain = reader.duration("grain"_L1).value_or(std::chrono::minutes(1));
    form.keptWhenOmitted = reader.flag("keptWhenOmitted"_L1, false);
    return form;
}

std::optional<TimeField> readTimeField(ObjectReader &entry, ObjectReader::Key key)
{
    if (!entry.has(key))
        return std::nullopt;
    ObjectReader reader = entry.object(key);
    const JsonPath field = readField(reader);
    return TimeField{field, readTimeForm(reader)};
}

/// The optional part of that key, read by `read`.
template <typename Form>
std::optional<Form> readPart(ObjectReader &entry, ObjectReader::Key key, Form (*read)(ObjectReader &))
{
    if (!entry.has(key))
        return std::nullopt;
    ObjectReader reader = entry.object(key);
    return read(reader);
}

} // namespace

TimeForm readTimeForm(ObjectReader &reader)
{
    return reader.choice<TimeForm>("time"_L1, {{"iso"_L1, TimeForm::Iso},
                                               {"epoch seconds"_L1, TimeForm::EpochSeconds},
                                               {"epoch milliseconds"_L1, TimeForm::EpochMilliseconds}});
}

EntryForm readEntryForm(ObjectReader &reader)
{
    EntryForm form;
    {
        ObjectReader range = reader.object("range"_L1);
        readRange(range, form);
    }
    form.id = readPart(reader, "id"_L1, readId);
    form.label = readPart(reader, "label"_L1, readLabel);
    form.active = readPart(reader, "active"_L1, readActive);
    form.expiry = readPart(reader, "expiry"_L1, readExpiry);
    form.createdAt = readTimeField(reader, "createdAt"_L1);
    form.createdBy = reader.pathsIfAny("createdBy"_L1);
    form.updatedAt = readTimeField(reader, "updatedAt"_L1);
    form.updatedBy = reader.pathsIfAny("updatedBy"_L1);
    form.neverSent = reader.texts("neverSent"_L1, {});
    form.onlyWhen = reader.conditions("onlyWhen"_L1);
    return form;
}

} // namespace gatehouse
