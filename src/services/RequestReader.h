// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ObjectReader.h"
#include "services/Wire.h"

namespace gatehouse {

/// The placeholders that have a meaning in a request.
struct Places
{
    QSet<QString> texts;   ///< may stand anywhere
    QSet<QString> certain; ///< those of them that are never empty; only they may stand in a path
    QSet<QString> values;  ///< stand alone in a text of the body, and become an object or a list

    [[nodiscard]] Places with(const QSet<QString> &moreTexts, const QSet<QString> &moreValues) const;
};

/// The name of a placeholder that a definition makes for itself.
QString readPlaceName(ObjectReader &reader, ObjectReader::Key key);

/// Reads the requests of a definition and holds their placeholders to what has a meaning there.
class RequestReader final
{
public:
    explicit RequestReader(Places places)
        : m_places(std::move(places))
    {}

    /// "path" and "query".
    [[nodiscard]] RequestForm readGet(ObjectReader &reader);
    /// "method", one of `methods`, "path", "query", "body", "idempotent" and "forceQuery".
    [[nodiscard]] RequestForm readWrite(ObjectReader &reader, const QStringList &methods);
    /// An object of templates.
    [[nodiscard]] NamedTemplates readTemplates(ObjectReader &reader, ObjectReader::Key key);
    [[nodiscard]] TextTemplate readTemplate(ObjectReader &reader, ObjectReader::Key key);

    /// All placeholders met so far.
    [[nodiscard]] const QSet<QString> &used() const { return m_used; }

private:
    [[nodiscard]] TextTemplate readPath(ObjectReader &reader);
    [[nodiscard]] QJsonValue readBody(ObjectReader &reader);
    /// The template, or what is wrong with it.
    [[nodiscard]] tl::expected<TextTemplate, QString> parse(const QString &text, const QSet<QString> &known);
    [[nodiscard]] QString faultInBody(const JsonNode &node);

    Places m_places;
    QSet<QString> m_used;
};

} // namespace gatehouse
