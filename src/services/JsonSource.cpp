// SPDX-License-Identifier: Apache-2.0
#include "services/JsonSource.h"

#include "services/Text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

/// A recursive descent over the text. The first fault stands; after it everything returns at once.
class Reader final
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {}

    tl::expected<JsonNode, JsonFault> readAll();

private:
    [[nodiscard]] bool failed() const { return m_fault.has_value(); }
    [[nodiscard]] int column() const { return static_cast<int>(m_position - m_lineStart) + 1; }
    void startLine()
    {
        ++m_line;
        m_lineStart = m_position + 1;
    }
    void fail(const QString &reason, const QString &key = {});
    void skipBlanks();
    [[nodiscard]] QChar peek() const { return m_position < m_text.size() ? m_text[m_position] : QChar(); }
    bool accept(char16_t wanted);
    void expect(char16_t wanted, const QString &reason);

    JsonNode readValue();
    void readObject(JsonNode &node);
    void readMember(JsonNode &node, QSet<QString> &keys);
    void readList(JsonNode &node);
    void readWord(JsonNode &node);
    void readNumber(JsonNode &node);
    void skipDigits();
    QString readText();
    void readEscape(QString &text);
    void readUnicodeEscape(QString &text);

    static constexpr int deepest = 64;

    QStringView m_text;
    qsizetype m_position = 0;
    int m_line = 1;
    qsizetype m_lineStart = 0;
    int m_depth = 0;
    qsizetype m_values = 0;
    std::optional<JsonFault> m_fault;
};

tl::expected<JsonNode, JsonFault> Reader::readAll()
{
    skipBlanks();
    JsonNode root = readValue();
    skipBlanks();
    if (!failed() && m_position < m_text.size())
        fail(JsonText::tr("there is more after the end of the JSON value"));
    if (failed())
        return tl::unexpected(*m_fault);
    return root;
}

void Reader::fail(const QString &reason, const QString &key)
{
    if (!failed())
        m_fault = JsonFault{m_line, key, reason, column()};
}

void Reader::skipBlanks()
{
    for (; m_position < m_text.size(); ++m_position) {
        const QChar c = m_text[m_position];
        if (c == u'\n')
            startLine();
        else if (c != u' ' && c != u'\t' && c != u'\r')
            return;
    }
}

bool Reader::accept(char16_t wanted)
{
    if (failed() || m_position >= m_text.size() || m_text[m_position] != wanted)
        return false;
    ++m_position;
    return true;
}

void Reader::expect(char16_t wanted, const QString &reason)
{
    if (!accept(wanted))
        fail(reason);
}

JsonNode Reader::readValue()
{
    JsonNode node;
    node.line = m_line;
    node.column = column();
    if (++m_depth > deepest)
        fail(JsonText::tr("nested too deeply"));
    if (++m_values > mostJsonValues)
        fail(JsonText::tr("there are too many values"));
    if (failed())
        return node;
    if (accept(u'{'))
        readObject(node);
    else if (accept(u'['))
        readList(node);
    else if (peek() == u'"') {
        node.type = JsonNode::Type::Text;
        node.text = readText();
    } else if (peek().isLetter())
        readWord(node);
    else
        readNumber(node);
    --m_depth;
    return node;
}

void Reader::readObject(JsonNode &node)
{
    node.type = JsonNode::Type::Object;
    skipBlanks();
    if (accept(u'}'))
        return;
    QSet<QString> keys;
    do {
        skipBlanks();
        readMember(node, keys);
        skipBlanks();
    } while (accept(u','));
    expect(u'}', JsonText::tr("a comma or the closing brace } is missing"));
}

void Reader::readMember(JsonNode &node, QSet<QString> &keys)
{
    JsonMember member;
    member.line = m_line;
    member.column = column();
    if (peek() == u'/' || peek() == u'#')
        return fail(JsonText::tr("JSON has no comments"));
    if (peek() != u'"')
        return fail(JsonText::tr("a key in quotation marks is missing"));
    member.key = readText();
    if (failed())
        return;
    if (keys.contains(member.key))
        return fail(JsonText::tr("the key stands twice"), member.key);
    keys.insert(member.key);
    skipBlanks();
    expect(u':', JsonText::tr("the colon after a key is missing"));
    skipBlanks();
    member.value = readValue();
    node.members.push_back(std::move(member));
}

void Reader::readList(JsonNode &node)
{
    node.type = JsonNode::Type::List;
    skipBlanks();
    if (accept(u']'))
        return;
    do {
        skipBlanks();
        node.items.push_back(readValue());
        skipBlanks();
    } while (accept(u','));
    expect(u']', JsonText::tr("a comma or the closing bracket ] is missing"));
}

void Reader::readWord(JsonNode &node)
{
    const qsizetype begin = m_position;
    while (peek().isLetterOrNumber())
        ++m_position;
    const QStringView word = m_text.sliced(begin, m_position - begin);
    if (word == u"true" || word == u"false") {
        node.type = JsonNode::Type::Bool;
        node.boolean = word == u"true";
    } else if (word != u"null") {
        fail(JsonText::tr("%1 is no JSON value").arg(word));
    }
}

void Reader::readNumber(JsonNode &node)
{
    const qsizetype begin = m_position;
    accept(u'-');
    if (!accept(u'0'))
        skipDigits();
    if (accept(u'.'))
        skipDigits();
    if (accept(u'e') || accept(u'E')) {
        if (!accept(u'+'))
            accept(u'-');
        skipDigits();
    }
    node.type = JsonNode::Type::Number;
    node.number = m_text.sliced(begin, m_position - begin).toDouble();
}

void Reader::skipDigits()
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (peek() == u'/' || peek() == u'#')
        fail(JsonText::tr("JSON has no comments"));
    else if (!isDigit(peek()))
        fail(JsonText::tr("a value is missing"));
    while (isDigit(peek()))
        ++m_position;
}

QString Reader::readText()
{
    QString text;
    ++m_position; // the opening quotation mark
    while (!failed() && !accept(u'"')) {
        const QChar c = peek();
        if (m_position >= m_text.size() || c.unicode() < 0x20)
            fail(JsonText::tr("the closing quotation mark is missing"));
        else if (accept(u'\\'))
            readEscape(text);
        else {
            text += c;
            ++m_position;
        }
    }
    if (!text.isValidUtf16())
        fail(JsonText::tr("an escape does not stand for a character"));
    return text;
}

void Reader::readEscape(QString &text)
{
    static constexpr QStringView letters = u"\"\\/bfnrt";
    static constexpr QStringView meanings = u"\"\\/\b\f\n\r\t";
    if (accept(u'u'))
        return readUnicodeEscape(text);
    const qsizetype index = m_position < m_text.size() ? letters.indexOf(peek()) : -1;
    if (index < 0)
        return fail(JsonText::tr("an escape does not stand for a character"));
    text += meanings[index];
    ++m_position;
}

void Reader::readUnicodeEscape(QString &text)
{
    constexpr int digits = 4;
    const QStringView hex = m_text.sliced(m_position).first(std::min<qsizetype>(digits, m_text.size() - m_position));
    const auto isHexDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (hex.size() < digits || !std::ranges::all_of(hex, isHexDigit))
        return fail(JsonText::tr("an escape does not stand for a character"));
    text += QChar(static_cast<char16_t>(hex.toUShort(nullptr, 16)));
    m_position += digits;
}

} // namespace

const JsonNode *JsonNode::find(QStringView key) const
{
    const auto found = std::ranges::find(members, key, &JsonMember::key);
    return found == members.end() ? nullptr : &found->value;
}

QJsonValue JsonNode::toJson() const
{
    switch (type) {
    case Type::Null:
        return QJsonValue::Null;
    case Type::Bool:
        return boolean;
    case Type::Number:
        return number;
    case Type::Text:
        return text;
    case Type::List: {
        QJsonArray array;
        for (const JsonNode &item : items)
            array.append(item.toJson());
        return array;
    }
    case Type::Object: {
        QJsonObject object;
        for (const JsonMember &member : members)
            object.insert(member.key, member.value.toJson());
        return object;
    }
    }
    Q_UNREACHABLE();
}

tl::expected<JsonNode, JsonFault> readJson(const QByteArray &utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(utf8);
    if (decoder.hasError())
        return tl::unexpected(JsonFault{1, {}, JsonText::tr("the file is not valid UTF-8"), 1});
    return Reader(text).readAll();
}

} // namespace gatehouse
