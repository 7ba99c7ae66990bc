// SPDX-License-Identifier: Apache-2.0
#include "base/DuplicateKeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace gatehouse {

namespace {

/// What is open at one place of the text.
struct Level
{
    bool isObject = false;
    bool awaitsKey = false;
    QSet<QByteArray> keys;
};

/// The position behind the closing quote of the string that begins at `quote`.
qsizetype endOfString(const QByteArray &json, qsizetype quote)
{
    qsizetype at = quote + 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return at + 1;
}

/// The text of a string with its quotes: "\u0061" is the same key as "a".
QByteArray keyOf(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return quoted.mid(1, quoted.size() - 2);
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString().toUtf8();
}

/// Whether the level has this key already; it has it then in any case.
bool isTaken(Level &level, const QByteArray &key)
{
    level.awaitsKey = false;
    const auto before = level.keys.size();
    level.keys.insert(key);
    return level.keys.size() == before;
}

/// Brackets and commas say whether a key comes next.
void follow(std::vector<Level> &levels, char c)
{
    if (c == '{' || c == '[') {
        levels.push_back({c == '{', c == '{', {}});
    } else if ((c == '}' || c == ']') && !levels.empty()) {
        levels.pop_back();
    } else if (c == ',' && !levels.empty()) {
        levels.back().awaitsKey = levels.back().isObject;
    }
}

} // namespace

std::optional<QString> duplicateKey(const QByteArray &json)
{
    std::vector<Level> levels;
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] != '"') {
            follow(levels, json[at]);
            ++at;
            continue;
        }
        const auto end = endOfString(json, at);
        if (!levels.empty() && levels.back().awaitsKey) {
            const auto key = keyOf(json.mid(at, end - at));
            if (isTaken(levels.back(), key))
                return QString::fromUtf8(key);
        }
        at = end;
    }
    return std::nullopt;
}

} // namespace gatehouse
