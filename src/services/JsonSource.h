// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace gatehouse {

struct JsonMember;

/// A JSON value that knows where it stands: lines and columns are counted from 1.
struct JsonNode
{
    enum class Type { Null, Bool, Number, Text, List, Object };

    Type type = Type::Null;
    int line = 1;
    bool boolean = false;
    double number = 0;
    QString text;
    std::vector<JsonNode> items;     ///< of a List
    std::vector<JsonMember> members; ///< of an Object, in their order
    int column = 1;

    /// Borrowed; nullptr when there is none.
    [[nodiscard]] const JsonNode *find(QStringView key) const;
    [[nodiscard]] QJsonValue toJson() const;
};

struct JsonMember
{
    QString key;
    int line = 1; ///< of the key
    JsonNode value;
    int column = 1; ///< of the key
};

/// What is wrong with a text as JSON, and where.
struct JsonFault
{
    int line = 1;
    QString key; ///< for a key that stands twice in one object, else empty
    QString reason;
    int column = 1;
};

/// More are a fault: a value of two characters takes a hundred bytes, and what may be read is up to 64 MB.
constexpr qsizetype mostJsonValues = 4'000'000;

/// RFC 8259 to the letter, for files that people write: QJsonDocument tells no lines and lets the last of two equal
/// keys win without a word. A key that stands twice is a fault here, as are comments, trailing commas, broken UTF-8
/// and nesting beyond 64 levels. A byte order mark is skipped.
tl::expected<JsonNode, JsonFault> readJson(const QByteArray &utf8);

} // namespace gatehouse
