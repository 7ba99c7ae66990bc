// SPDX-License-Identifier: Apache-2.0
#include "base/DuplicateKeys.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <vector>

namespace gatehouse {

namespace {

/// Goes over the text once. Of every object that is open it has the keys so far, which are compared when it ends.
class KeyScanner final
{
public:
    explicit KeyScanner(const QByteArray &json)
        : m_json(json)
    {}

    std::optional<QString> scan()
    {
        for (; m_position < m_json.size() && !m_found; ++m_position)
            look(m_json[m_position]);
        return m_found;
    }

private:
    void look(char c)
    {
        if (c == '{')
            m_begins.push_back(m_keys.size());
        else if (c == '}')
            endObject();
        else if (c == '"')
            takeText();
    }

    /// A text is a key when a colon follows.
    void takeText()
    {
        const qsizetype begin = m_position++;
        bool hasEscape = false;
        for (; m_position < m_json.size() && m_json[m_position] != '"'; ++m_position) {
            if (m_json[m_position] != '\\')
                continue;
            hasEscape = true;
            ++m_position;
        }
        qsizetype next = m_position + 1;
        while (next < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[next]))
            ++next;
        if (next >= m_json.size() || m_json[next] != ':' || m_begins.empty())
            return;
        const QByteArray text = QByteArray::fromRawData(m_json.constData() + begin, m_position - begin + 1);
        m_keys.push_back(hasEscape ? unescaped(text) : text.sliced(1).chopped(1));
    }

    static QByteArray unescaped(const QByteArray &text)
    {
        return QJsonDocument::fromJson('[' + text + ']').array().first().toString().toUtf8();
    }

    void endObject()
    {
        if (m_begins.empty())
            return;
        const auto begin = m_keys.begin() + static_cast<std::ptrdiff_t>(m_begins.back());
        std::sort(begin, m_keys.end());
        if (const auto twice = std::adjacent_find(begin, m_keys.end()); twice != m_keys.end())
            m_found = QString::fromUtf8(*twice);
        m_keys.erase(begin, m_keys.end());
        m_begins.pop_back();
    }

    const QByteArray &m_json;
    qsizetype m_position = 0;
    std::vector<QByteArray> m_keys;
    std::vector<std::size_t> m_begins; ///< where the keys of each open object begin
    std::optional<QString> m_found;
};

} // namespace

std::optional<QString> duplicateKey(const QByteArray &json)
{
    return KeyScanner(json).scan();
}

} // namespace gatehouse
