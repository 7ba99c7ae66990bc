// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace gatehouse {

/// Where in a JSON value something is found: names joined by dots ("data.entries"), or a single dot for the value
/// itself.
class JsonPath final
{
public:
    /// The value itself.
    JsonPath() = default;
    static std::optional<JsonPath> parse(const QString &text);

    [[nodiscard]] bool isRoot() const { return m_names.isEmpty(); }
    /// The outermost name; empty for the value itself.
    [[nodiscard]] QString top() const { return m_names.value(0); }
    [[nodiscard]] QString toString() const;

    /// What holds it; the value itself of a single name.
    [[nodiscard]] JsonPath parent() const
    {
        return JsonPath(m_names.first(std::max<qsizetype>(m_names.size() - 1, 0)));
    }

    /// Undefined when there is nothing.
    [[nodiscard]] QJsonValue findIn(const QJsonValue &root) const;
    /// Makes the objects on the way where they are missing. Not for the value itself.
    void setIn(QJsonObject &root, const QJsonValue &value) const;
    /// And the objects on the way that become empty by it.
    void removeFrom(QJsonObject &root) const;

    bool operator==(const JsonPath &) const = default;

private:
    explicit JsonPath(QStringList names)
        : m_names(std::move(names))
    {}

    QStringList m_names;
};

using JsonPaths = QList<JsonPath>;
/// What must stand where.
using JsonConditions = QList<std::pair<JsonPath, QJsonValue>>;

/// The first condition that `root` does not meet, in a sentence; empty when it meets all.
QString unmetIn(const QJsonValue &root, const JsonConditions &conditions);
/// The first that is neither missing nor null; Undefined if none.
QJsonValue findFirst(const JsonPaths &paths, const QJsonValue &root);
/// The first that is a text with something in it, or a number (printed); empty if none.
QString findText(const JsonPaths &paths, const QJsonValue &root);

} // namespace gatehouse
