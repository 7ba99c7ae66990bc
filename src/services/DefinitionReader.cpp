// SPDX-License-Identifier: Apache-2.0
#include "services/DefinitionReader.h"

#include "services/ListFormReader.h"
#include "services/Text.h"
#include "services/WireReader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

Capabilities capabilitiesOf(const Wire &wire)
{
    const EntryForm &entry = wire.entry;
    const auto forces = [](const std::optional<RequestForm> &request) {
        return request.has_value() && !request->forceQuery.empty();
    };
    const auto forcesEntries = [&](const std::optional<EntryWrite> &write) {
        return write.has_value() && (forces(write->one) || forces(write->many));
    };
    Capabilities result;
    result.label = entry.label.has_value();
    result.active = entry.active.has_value();
    if (entry.expiry && entry.expiry->takesTime)
        result.expiry = ExpiryWriting::Exact;
    else if (entry.expiry && entry.expiry->takesName)
        result.expiry = ExpiryWriting::NamedOnly;
    result.provenance = entry.createdAt || entry.updatedAt || !entry.createdBy.isEmpty() || !entry.updatedBy.isEmpty();
    result.replace = wire.write.replace.has_value();
    result.update = result.replace || wire.write.update.has_value();
    result.echo = wire.echo.has_value();
    result.force = forces(wire.write.replace) || forcesEntries(wire.write.create) || forcesEntries(wire.write.update) ||
                   forcesEntries(wire.write.remove);
    result.validate = wire.write.validate.has_value();
    result.verify = wire.verify.has_value();
    result.logs = wire.logs.has_value();
    result.newScope = wire.newScope.has_value();
    return result;
}

HttpRate readOneRate(ObjectReader &reader)
{
    const int requests = reader.number("requests"_L1, 1, 1'000'000);
    const int seconds = reader.number("seconds"_L1, 1, 86'400);
    return {double(requests) / seconds, reader.number("burst"_L1, 1, requests, 1)};
}

} // namespace

ServiceDefinition DefinitionReader::read()
{
    readNames();
    readCertainty();
    readUrls();
    readScope();
    readApply();
    readRules();
    readRate();
    readWire();
    return std::move(m_definition);
}

void DefinitionReader::readNames()
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9][a-z0-9-]*\\z"));
    m_definition.id = m_root.text("id"_L1);
    if (!m_definition.id.isEmpty() && !form.match(m_definition.id).hasMatch())
        m_root.complain("id"_L1, DefinitionText::tr("must be of small letters, digits and hyphens"));
    m_definition.name = m_root.text("name"_L1);
    m_definition.summary = m_root.text("summary"_L1);
}

void DefinitionReader::readCertainty()
{
    ObjectReader reader = m_root.object("certainty"_L1);
    m_definition.certainty = reader.choice<Certainty>(
        "level"_L1, {{"convention"_L1, Certainty::Convention}, {"documented"_L1, Certainty::Documented}});
    m_definition.certaintyNote = reader.text("note"_L1, {});
}

void DefinitionReader::readUrls()
{
    m_definition.documentation = m_root.url("documentation"_L1);
    m_definition.baseUrl = m_root.url("baseUrl"_L1);
    m_root.eachObject("formerBaseUrls"_L1, [this](ObjectReader &reader) {
        const QUrl url = reader.url("url"_L1);
        m_definition.formerBaseUrls.append({url, reader.url("now"_L1)});
    });
    m_root.eachObject("formerPaths"_L1, [this](ObjectReader &reader) {
        const QString path = reader.basePath("path"_L1);
        m_definition.formerPaths.append({path, reader.basePath("now"_L1)});
    });
}

void DefinitionReader::readScope()
{
    if (!m_root.has("scope"_L1))
        return;
    ObjectReader reader = m_root.object("scope"_L1);
    reader.eachObject("fields"_L1,
                      [this](ObjectReader &field) { m_definition.scopeFields.append(readScopeField(field)); });
    m_definition.scopeNeedsOneOf = reader.texts("needsOneOf"_L1, {});
    for (const QString &key : std::as_const(m_definition.scopeNeedsOneOf)) {
        const auto found = std::ranges::find(m_definition.scopeFields, key, &ScopeField::key);
        if (found == m_definition.scopeFields.end() || found->required)
            reader.complain("needsOneOf"_L1, DefinitionText::tr("%1 is not the key of an optional field").arg(key));
    }
}

ScopeField DefinitionReader::readScopeField(ObjectReader &reader)
{
    ScopeField field;
    field.key = readPlaceName(reader, "key"_L1);
    if (std::ranges::find(m_definition.scopeFields, field.key, &ScopeField::key) != m_definition.scopeFields.end())
        reader.complain("key"_L1, DefinitionText::tr("is the key of another field, too"));
    field.title = reader.text("title"_L1);
    field.hint = reader.text("hint"_L1, {});
    field.example = reader.text("example"_L1, {});
    field.fallback = reader.text("fallback"_L1, {});
    field.required = reader.flag("required"_L1, field.fallback.isEmpty());
    if (field.required && !field.fallback.isEmpty())
        reader.complain("required"_L1, DefinitionText::tr("must be false where there is a fallback"));
    if (reader.has("choices"_L1)) {
        ObjectReader choices = reader.object("choices"_L1);
        field.hasChoices = true;
        m_choices.insert(field.key, readChoicesForm(choices, places()));
    }
    return field;
}

void DefinitionReader::readApply()
{
    ObjectReader reader = m_root.object("apply"_L1);
    m_definition.defaultApplyMode = reader.choice<ApplyMode>(
        "mode"_L1, {{"at once"_L1, ApplyMode::AtOnce}, {"collected"_L1, ApplyMode::Collected}});
    m_definition.effectNote = reader.text("effect"_L1, {});
    m_definition.effectDelay = reader.duration("within"_L1);
}

void DefinitionReader::readRules()
{
    ObjectReader reader = m_root.object("rules"_L1);
    ListRules &rules = m_definition.rules;
    rules.emptyList =
        reader.choice<EmptyListMeaning>("emptyList"_L1, {{"open"_L1, EmptyListMeaning::OpenToEveryone},
                                                         {"closed"_L1, EmptyListMeaning::ClosedToEveryone}});
    rules.guardsItsOwnApi = reader.flag("guardsItsOwnApi"_L1, true);
    enum class Families { Both, V4, V6 };
    const auto families = reader.choice<Families>(
        "families"_L1, {{"both"_L1, Families::Both}, {"ipv4"_L1, Families::V4}, {"ipv6"_L1, Families::V6}},
        Families::Both);
    rules.acceptsV4 = families != Families::V6;
    rules.acceptsV6 = families != Families::V4;
    rules.refusesDuplicates = reader.flag("refusesDuplicates"_L1, false);
    rules.maximumEntries = reader.numberIfAny("maximumEntries"_L1, 1, 1'000'000);
    rules.broadestV4 = reader.numberIfAny("broadestIpv4"_L1, 0, 32);
    rules.broadestV6 = reader.numberIfAny("broadestIpv6"_L1, 0, 128);
    rules.maximumLabelLength = reader.numberIfAny("maximumLabelLength"_L1, 1, 100'000);
    rules.seesPublicAddressesOnly = reader.flag("seesPublicAddressesOnly"_L1, true);
}

void DefinitionReader::readRate()
{
    if (!m_root.has("rate"_L1))
        return;
    ObjectReader reader = m_root.object("rate"_L1);
    m_definition.rate = readOneRate(reader);
    if (!reader.has("methods"_L1))
        return;
    ObjectReader methods = reader.object("methods"_L1);
    for (const auto method : {"GET"_L1, "POST"_L1, "PUT"_L1, "PATCH"_L1, "DELETE"_L1}) {
        if (!methods.has(method))
            continue;
        ObjectReader rate = methods.object(method);
        m_definition.methodRates.insert(QByteArray(method.data(), method.size()), readOneRate(rate));
    }
}

Places DefinitionReader::places() const
{
    Places places;
    for (const ScopeField &field : m_definition.scopeFields) {
        places.texts.insert(field.key);
        if (field.required || !field.fallback.isEmpty())
            places.certain.insert(field.key);
    }
    return places;
}

void DefinitionReader::readWire()
{
    WireReader reader(m_root, places(), m_definition.scopeFields);
    Wire wire = reader.read();
    wire.choices = std::move(m_choices);
    for (const ScopeField &field : std::as_const(m_definition.scopeFields)) {
        if (!field.fallback.isEmpty())
            wire.fallbacks.insert(field.key, field.fallback);
    }
    m_definition.secretTitle = reader.secretTitle();
    m_definition.rules.acceptsAny = wire.entry.range.any != RangeForm::Any::None;
    m_definition.capabilities = capabilitiesOf(wire);
    m_definition.rules.refusesLockOut = m_definition.capabilities.force;
    m_definition.oneWriteAtATime = wire.write.oneAtATime;
    if (wire.verify)
        m_definition.verifyNote = wire.verify->note;
    if (wire.logs)
        m_definition.logs = wire.logs->description;
    if (wire.newScope)
        m_definition.newScope = wire.newScope->description;
    m_definition.wire = std::make_shared<const Wire>(std::move(wire));
}

} // namespace gatehouse
