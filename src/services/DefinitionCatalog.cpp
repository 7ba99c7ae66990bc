// SPDX-License-Identifier: Apache-2.0
#include "services/DefinitionCatalog.h"

#include "base/BoundedRead.h"
#include "services/JsonSource.h"
#include "services/Text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Outside of any namespace, as the macro demands; without it the linker drops the resource of a static library.
static void initialiseServiceResources()
{
    Q_INIT_RESOURCE(services);
}

namespace gatehouse {

namespace {

/// In the order of their names.
QStringList filesIn(const QString &folder)
{
    QStringList files;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        files.append(directory.filePath(name));
    return files;
}

Result<QByteArray> contentOf(const QString &path)
{
    constexpr qint64 largest = 1024 * 1024; // a definition has a few kilobytes
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Definition, "%1: %2"_L1.arg(path, file.errorString()));
    auto content = readAtMost(file, largest);
    if (!content)
        return failure(ErrorKind::Definition,
                       "%1: %2"_L1.arg(path, DefinitionText::tr("is too large for a service definition")));
    return *std::move(content);
}

/// A name for people: of the folder only where it says something.
QString displayName(const QString &path)
{
    return path.startsWith(u':') ? path.mid(path.lastIndexOf(u'/') + 1) : QDir::toNativeSeparators(path);
}

Error sameId(const ServiceDefinition &definition, const QByteArray &json, const QString &fileName)
{
    const auto source = readJson(json);
    const JsonNode *id = source ? source->find(u"id") : nullptr;
    Error error;
    error.kind = ErrorKind::Definition;
    error.message = "%1:%2: id: %3"_L1.arg(fileName, QString::number(id == nullptr ? 1 : id->line),
                                           DefinitionText::tr("another file has %1, too").arg(definition.id));
    return error;
}

} // namespace

/// Collects the definitions of one folder after the other.
class DefinitionCatalog::Loader final
{
public:
    explicit Loader(DefinitionCatalog &catalog)
        : m_catalog(catalog)
    {}

    void loadFolder(const QString &folder, bool isUsers);

private:
    void loadFile(const QString &path);
    void add(ServiceDefinition definition, const QByteArray &json, const QString &fileName);

    DefinitionCatalog &m_catalog;
    QStringList m_idsOfFolder;
    bool m_isUsers = false;
};

void DefinitionCatalog::Loader::loadFolder(const QString &folder, bool isUsers)
{
    m_isUsers = isUsers;
    m_idsOfFolder.clear();
    for (const QString &path : filesIn(folder))
        loadFile(path);
}

void DefinitionCatalog::Loader::loadFile(const QString &path)
{
    const auto json = contentOf(path);
    if (!json) {
        m_catalog.m_problems.push_back(json.error());
        return;
    }
    const QString fileName = displayName(path);
    auto definition = parseDefinition(*json, fileName);
    if (definition)
        add(std::move(*definition), *json, fileName);
    else
        m_catalog.m_problems.push_back(std::move(definition.error()));
}

void DefinitionCatalog::Loader::add(ServiceDefinition definition, const QByteArray &json, const QString &fileName)
{
    if (m_idsOfFolder.contains(definition.id)) {
        m_catalog.m_problems.push_back(sameId(definition, json, fileName));
        return;
    }
    m_idsOfFolder.append(definition.id);
    auto &known = m_catalog.m_definitions;
    const auto replaced = std::ranges::find(known, definition.id, [](const auto &other) { return other->id; });
    if (m_isUsers) {
        definition.file = fileName;
        definition.fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
        definition.replacesBuiltIn = replaced != known.end();
    }
    const auto shared = std::make_shared<const ServiceDefinition>(std::move(definition));
    if (replaced == known.end())
        known.push_back(shared);
    else
        *replaced = shared;
}

DefinitionCatalog DefinitionCatalog::load(const QString &userFolder)
{
    initialiseServiceResources();
    DefinitionCatalog catalog;
    Loader loader(catalog);
    loader.loadFolder(u":/services"_s, false);
    if (!userFolder.isEmpty()) // an empty path would be the current folder
        loader.loadFolder(userFolder, true);
    return catalog;
}

std::shared_ptr<const ServiceDefinition> DefinitionCatalog::find(const QString &id) const
{
    const auto found = std::ranges::find(m_definitions, id, [](const auto &known) { return known->id; });
    return found == m_definitions.end() ? nullptr : *found;
}

} // namespace gatehouse
