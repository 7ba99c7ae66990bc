// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <vector>

namespace gatehouse {

/// What stands for each place of a template. A place without a value is empty.
using TemplateValues = QMap<QString, QJsonValue>;

/// A text with places: `/keys/{keyId}/list`. A place is a name in braces and nothing else: no conditions, no defaults,
/// no escapes, so that a brace is always one end of a place.
class TextTemplate final
{
public:
    TextTemplate() = default;
    /// The error is a sentence for the writer of the definition.
    static tl::expected<TextTemplate, QString> parse(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }
    /// Of the places, in their order.
    [[nodiscard]] QStringList names() const;
    /// The text is one place and nothing else.
    [[nodiscard]] bool isSinglePlace() const { return m_pieces.size() == 1 && m_pieces.front().isPlace; }
    /// What is not a place, joined.
    [[nodiscard]] QString literalText() const;

    /// `prepare` is applied to what fills a place (percent-encoding, say).
    [[nodiscard]] QString fill(const TemplateValues &values,
                               const std::function<QString(const QString &)> &prepare = {}) const;

private:
    struct Piece
    {
        QString text; ///< literal, or the place's name
        bool isPlace = false;
    };
    std::vector<Piece> m_pieces;
};

/// A JSON value in which texts are templates. A text that is one place becomes the value that stands for it, whatever
/// its type; a member or item without a value is left out. Undefined when nothing is left.
QJsonValue fillJson(const QJsonValue &value, const TemplateValues &values);

} // namespace gatehouse
