// SPDX-License-Identifier: Apache-2.0
#include "fuzz/Promise.h"
#include "services/JsonSource.h"
#include "services/ServiceDefinition.h"

#include <QJsonDocument>

namespace {

using namespace gatehouse;
using namespace Qt::StringLiterals;

/// What our strict reader takes for JSON is JSON for the readers of others, too.
void compareWithQt(const QByteArray &bytes)
{
    const auto node = readJson(bytes);
    const bool isDocument = node && (node->type == JsonNode::Type::Object || node->type == JsonNode::Type::List);
    if (!isDocument)
        return;
    QJsonParseError error;
    QJsonDocument::fromJson(bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes, &error);
    fuzz::demand(error.error == QJsonParseError::NoError, "readJson() takes what QJsonDocument refuses");
}

} // namespace

/// A definition is taken with what every user of it relies on, or refused in words that name the file and a line.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    compareWithQt(bytes);
    const auto definition = parseDefinition(bytes, u"file.json"_s);
    if (!definition) {
        const Error &error = definition.error();
        fuzz::demand(error.kind == ErrorKind::Definition, "a refusal of another kind");
        fuzz::demand(error.message.startsWith("file.json:"_L1), "a refusal that does not name file and line");
        return 0;
    }
    fuzz::demand(!definition->id.isEmpty() && !definition->name.isEmpty(), "a definition without id or name");
    fuzz::demand(definition->baseUrl.isValid() && !definition->baseUrl.isRelative(), "a base URL that is none");
    fuzz::demand(definition->wire != nullptr, "a definition that says no request");
    return 0;
}
