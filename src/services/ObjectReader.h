// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/JsonPath.h"
#include "services/JsonSource.h"
#include "services/TextTemplate.h"

#include <QSet>
#include <QUrl>

#include <chrono>
#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace gatehouse {

/// Something in a definition that cannot stand.
struct DefinitionProblem
{
    int line = 0;
    QString key; ///< dotted, from the root: "list.paging.by"
    QString reason;
    bool unknownKey = false;
};

using DefinitionProblems = std::vector<DefinitionProblem>;

/// Reads one object of a definition strictly. Each key is asked for by name and type; what does not fit is added to the
/// problems and reads as an empty value, so that one pass finds them all. At its end, keys that nobody asked for are
/// problems too. The object of a missing or mistyped key reads as empty without further problems.
class ObjectReader final
{
public:
    using Key = QLatin1StringView;

    /// `node` (nullptr: nothing is there, and that was said already) and `problems` outlive the reader.
    ObjectReader(const JsonNode *node, QString path, DefinitionProblems &problems);
    ~ObjectReader();
    Q_DISABLE_COPY_MOVE(ObjectReader)

    /// False for the object of a missing or mistyped key.
    [[nodiscard]] bool isThere() const { return m_node != nullptr; }
    [[nodiscard]] bool has(Key key) const;

    // Required; never empty when all is well.
    QString text(Key key);
    QUrl url(Key key);
    QString basePath(Key key); ///< what the path of a base URL ends with: "/api/v1"
    JsonPath path(Key key);
    JsonPaths paths(Key key); ///< one, or a list of several
    int number(Key key, int least, int most);
    ObjectReader object(Key key);
    const JsonNode *value(Key key); ///< of any type; nullptr when missing

    // Absent: the fallback.
    QString text(Key key, const QString &fallback);
    QString basePath(Key key, const QString &fallback);
    QStringList texts(Key key, const QStringList &fallback);
    bool flag(Key key, bool fallback);
    int number(Key key, int least, int most, int fallback);
    std::optional<int> numberIfAny(Key key, int least, int most);
    std::optional<JsonPath> pathIfAny(Key key);
    JsonPaths pathsIfAny(Key key);
    JsonConditions conditions(Key key);                    ///< an object of paths and what must stand there
    std::optional<std::chrono::seconds> duration(Key key); ///< "90s", "5m", "6h", "1d", "2w"

    template <typename Choice>
    using Choices = std::initializer_list<std::pair<Key, Choice>>;
    template <typename Choice>
    Choice choice(Key key, Choices<Choice> choices);
    template <typename Choice>
    Choice choice(Key key, Choices<Choice> choices, Choice fallback);

    /// Each item of a list of objects. A missing key is none.
    void eachObject(Key key, const std::function<void(ObjectReader &)> &visit);
    /// Each key and value of this object, whatever the keys are.
    void eachMember(const std::function<void(const JsonMember &)> &visit);

    /// Says what is wrong with the object as a whole, with the value of a key, or with a member.
    void complain(const QString &reason);
    void complain(Key key, const QString &reason);
    void complain(const JsonMember &member, const QString &reason);

private:
    const JsonNode *take(Key key);
    const JsonNode *require(Key key);
    const JsonNode *require(Key key, JsonNode::Type type);
    /// nullptr and a problem unless it has that type; nullptr stays.
    const JsonNode *checked(Key key, const JsonNode *node, JsonNode::Type type);
    [[nodiscard]] QString pathOf(const QString &key) const;
    void add(int line, const QString &key, const QString &reason, bool unknownKey = false);
    JsonPath parsePath(Key key, const JsonNode &node);
    int wholeNumber(Key key, const JsonNode *node, int least, int most, int fallback);
    int indexOfChoice(Key key, const JsonNode *node, const QStringList &words);

    const JsonNode *m_node;
    QString m_path;
    DefinitionProblems &m_problems;
    QSet<QString> m_asked;
    bool m_allAsked = false;
};

template <typename Choice>
Choice ObjectReader::choice(Key key, Choices<Choice> choices)
{
    if (require(key) == nullptr)
        m_allAsked = true; // which other keys belong here may depend on this one
    return choice(key, choices, choices.begin()->second);
}

template <typename Choice>
Choice ObjectReader::choice(Key key, Choices<Choice> choices, Choice fallback)
{
    QStringList words;
    for (const auto &[word, meaning] : choices)
        words.append(word);
    const int index = indexOfChoice(key, take(key), words);
    return index < 0 ? fallback : std::next(choices.begin(), index)->second;
}

/// "6h" and the like; empty when it is none.
std::optional<std::chrono::seconds> parseDuration(const QString &text);

} // namespace gatehouse
