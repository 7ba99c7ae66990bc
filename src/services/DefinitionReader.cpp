// SPDX-License-Identifier: Apache-2.0
#include "services/DefinitionReader.h"

#include "services/WireReader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ServiceDefinition", text);
}

// Names that have a meaning of their own in requests.
bool isReserved(const QString &name)
{
    static const QStringList names{u"secret"_s, u"id"_s, u"ids"_s, u"range"_s, u"ranges"_s, u"entry"_s, u"entries"_s};
    return names.contains(name);
}

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
    return result;
}

/// What the path of a base URL ends with.
QString readBasePath(ObjectReader &reader, ObjectReader::Key key)
{
    const QString path = reader.text(key);
    if (!path.isEmpty() &&
        (!path.startsWith(u'/') || path.endsWith(u'/') || path.contains(u'?') || path.contains(u'#')))
        reader.complain(key, tr("must begin with a slash, not end with one, and have no query"));
    return path;
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
        m_root.complain("id"_L1, tr("must be of small letters, digits and hyphens"));
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
        const QString path = readBasePath(reader, "path"_L1);
        m_definition.formerPaths.append({path, readBasePath(reader, "now"_L1)});
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
            reader.complain("needsOneOf"_L1, tr("%1 is not the key of an optional field").arg(key));
    }
}

ScopeField DefinitionReader::readScopeField(ObjectReader &reader)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z][A-Za-z0-9]*\\z"));
    ScopeField field;
    field.key = reader.text("key"_L1);
    if (!field.key.isEmpty() && (!form.match(field.key).hasMatch() || isReserved(field.key)))
        reader.complain("key"_L1, tr("must be of letters and digits, and not the name of another placeholder"));
    if (std::ranges::find(m_definition.scopeFields, field.key, &ScopeField::key) != m_definition.scopeFields.end())
        reader.complain("key"_L1, tr("is the key of another field, too"));
    field.title = reader.text("title"_L1);
    field.hint = reader.text("hint"_L1, {});
    field.example = reader.text("example"_L1, {});
    field.required = reader.flag("required"_L1, true);
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
    const int requests = reader.number("requests"_L1, 1, 1'000'000);
    const int seconds = reader.number("seconds"_L1, 1, 86'400);
    m_definition.rateLimit = RateLimit{double(requests) / seconds, reader.number("burst"_L1, 1, requests, 1)};
}

Places DefinitionReader::places() const
{
    Places places;
    for (const ScopeField &field : m_definition.scopeFields) {
        places.texts.insert(field.key);
        if (field.required)
            places.certain.insert(field.key);
    }
    return places;
}

void DefinitionReader::readWire()
{
    WireReader reader(m_root, places());
    const auto wire = std::make_shared<const Wire>(reader.read());
    m_definition.secretTitle = reader.secretTitle();
    m_definition.rules.acceptsAny = wire->entry.range.any != RangeForm::Any::None;
    m_definition.capabilities = capabilitiesOf(*wire);
    m_definition.wire = wire;
}

} // namespace gatehouse
