// SPDX-License-Identifier: Apache-2.0
#include "services/NewScopeFormReader.h"

#include "services/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

NewScopeField readField(ObjectReader &reader, const Places &taken)
{
    NewScopeField field;
    field.key = readPlaceName(reader, "key"_L1);
    if (taken.texts.contains(field.key) || taken.values.contains(field.key))
        reader.complain("key"_L1, DefinitionText::tr("is the key of another field, too"));
    field.title = reader.text("title"_L1);
    field.hint = reader.text("hint"_L1, {});
    field.required = reader.flag("required"_L1, true);
    if (reader.has("choices"_L1)) {
        field.kind = NewScopeField::Kind::Choices;
        field.choices = reader.texts("choices"_L1, {});
        if (field.choices.isEmpty())
            reader.complain("choices"_L1, DefinitionText::tr("must not be empty"));
    }
    return field;
}

/// Texts may stand anywhere in the request, lists alone in a text of the body.
void add(const NewScopeField &field, Places &places)
{
    if (field.kind == NewScopeField::Kind::Choices)
        places.values.insert(field.key);
    else
        places.texts.insert(field.key);
    if (field.kind == NewScopeField::Kind::Text && field.required)
        places.certain.insert(field.key);
}

} // namespace

NewScopeForm readNewScopeForm(ObjectReader &reader, const Places &scope, const QList<ScopeField> &scopeFields)
{
    NewScopeForm form;
    NewScopeDescription &description = form.description;
    description.title = reader.text("title"_L1);
    description.scopeKey = reader.text("scope"_L1);
    if (!description.scopeKey.isEmpty() &&
        std::ranges::find(scopeFields, description.scopeKey, &ScopeField::key) == scopeFields.end())
        reader.complain("scope"_L1, DefinitionText::tr("%1 is not the key of a scope field").arg(description.scopeKey));

    Places places = scope.with({}, {u"entries"_s, u"ranges"_s});
    // What is to be made cannot name itself.
    places.texts.remove(description.scopeKey);
    places.certain.remove(description.scopeKey);
    reader.eachObject("fields"_L1, [&](ObjectReader &field) {
        description.fields.append(readField(field, places));
        add(description.fields.last(), places);
    });
    form.request = RequestReader(places).readWrite(reader, {u"POST"_s, u"PUT"_s});
    if (!form.request.forceQuery.empty())
        reader.complain("forceQuery"_L1, DefinitionText::tr("has no meaning here"));
    ObjectReader made = reader.object("made"_L1);
    form.value = made.path("value"_L1);
    form.title = made.pathsIfAny("title"_L1);
    form.secret = made.pathsIfAny("secret"_L1);
    return form;
}

} // namespace gatehouse
