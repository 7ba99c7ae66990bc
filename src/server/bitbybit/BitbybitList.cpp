// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitList.h"

#include "server/bitbybit/BitbybitAnswer.h"
#include "server/data/Secret.h"

#include <QHash>

#include <optional>
#include <string>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestListedRange = 100;
constexpr qsizetype longestLabel = 255;
const auto cidrKey = u"cidr"_s;

/// Reads a range; one with host bits becomes its network.
Parsed<IpRange> lenientRange(const QString &text)
{
    auto range = IpRange::parse(text.toStdString());
    const auto slash = text.indexOf(u'/');
    if (range || slash < 0)
        return range;
    // The suggestion may also mend a spelling; it has only its host bits cleared when address and prefix were right.
    const auto suggestion = QString::fromStdString(range.error().suggestion);
    if (IpAddress::parse(text.left(slash).toStdString()) && suggestion.endsWith(text.mid(slash)))
        return IpRange::parse(range.error().suggestion);
    return range;
}

QString errorText(const QString &text, const ParseError &error)
{
    auto message = u"'%1' is not an IP address or CIDR range: %2"_s.arg(text, QString::fromStdString(error.message()));
    if (!error.suggestion.empty())
        message += u" Did you mean %1?"_s.arg(QString::fromStdString(error.suggestion));
    return message;
}

std::optional<IpRange> takeListedRange(JsonFields &fields)
{
    if (!fields.has(cidrKey)) {
        fields.complain(cidrKey, u"missing"_s, u"'cidr' must be given."_s);
        return std::nullopt;
    }
    const auto text = fields.takeText(cidrKey, longestListedRange);
    if (!text)
        return std::nullopt;
    const auto range = lenientRange(*text);
    if (!range) {
        fields.complain(cidrKey, u"invalid-cidr"_s, errorText(*text, range.error()));
        return std::nullopt;
    }
    if (range->isAny()) {
        fields.complain(cidrKey, u"invalid-cidr"_s, u"There is no wildcard here: an empty list lets everyone in."_s);
        return std::nullopt;
    }
    const int broadest = range->family() == Family::V4 ? bitbybitBroadestIpv4 : bitbybitBroadestIpv6;
    if (range->prefix() < broadest) {
        fields.complain(cidrKey, u"prefix-too-broad"_s,
                        u"prefix /%1 is broader than /%2"_s.arg(range->prefix()).arg(broadest));
        return std::nullopt;
    }
    return *range;
}

QString takeLabel(JsonFields &fields)
{
    const auto key = u"label"_s;
    const QString label = fields.takeTextOrNull(key, longestLabel).value_or(QString());
    if (!hasControlCharacters(label))
        return label;
    fields.complain(key, u"invalid-text"_s, u"'label' has control characters."_s);
    return {};
}

/// Reads the entries one by one, and knows those before.
class EntryReader final
{
public:
    EntryReader(QDateTime now, Complaints *complaints)
        : m_now(std::move(now))
        , m_complaints(complaints)
    {}

    void read(const QJsonValue &value, int index)
    {
        if (!value.isObject()) {
            m_complaints->add(index, {}, u"invalid-type"_s, u"An entry must be an object."_s);
            return;
        }
        JsonFields fields(value.toObject(), index, m_complaints);
        StoredEntry entry;
        const auto range = takeListedRange(fields);
        entry.label = takeLabel(fields);
        fields.finish();
        if (!range || isRepeated(*range, index, fields))
            return;
        entry.id = newId();
        entry.range = *range;
        entry.createdAt = m_now;
        m_entries.append(entry);
    }

    [[nodiscard]] QList<StoredEntry> entries() && { return std::move(m_entries); }

private:
    bool isRepeated(const IpRange &range, int index, JsonFields &fields)
    {
        const auto text = range.toString();
        const auto before = m_indexOfRange.constFind(text);
        if (before == m_indexOfRange.cend()) {
            m_indexOfRange.insert(text, index);
            return false;
        }
        fields.complain(cidrKey, u"duplicate-entry"_s,
                        u"%1 stands in entry %2 already."_s.arg(QString::fromStdString(text)).arg(*before));
        return true;
    }

    QDateTime m_now;
    Complaints *m_complaints;
    QHash<std::string, int> m_indexOfRange;
    QList<StoredEntry> m_entries;
};

} // namespace

QList<StoredEntry> takeBitbybitEntries(JsonFields &fields, bool required, const QDateTime &now, Complaints *complaints)
{
    const auto key = u"entries"_s;
    if (!required && !fields.has(key))
        return {};
    const QJsonValue value = fields.take(key);
    if (!value.isArray()) {
        fields.complain(key, value.isUndefined() ? u"missing"_s : u"invalid-type"_s,
                        u"'entries' must be given, as an array of objects with 'cidr' and 'label'."_s);
        return {};
    }
    const QJsonArray array = value.toArray();
    if (array.size() > bitbybitMaximumEntries) {
        fields.complain(key, u"too-many-entries"_s,
                        u"A key has at most %1 entries, not %2."_s.arg(bitbybitMaximumEntries).arg(array.size()));
        return {};
    }
    EntryReader reader(now, complaints);
    for (qsizetype i = 0; i < array.size(); ++i)
        reader.read(array.at(i), int(i));
    return std::move(reader).entries();
}

QList<StoredEntry> withKnownEntries(QList<StoredEntry> wanted, const QList<StoredEntry> &stored)
{
    for (auto &entry : wanted) {
        for (const auto &known : stored) {
            if (known.range != entry.range)
                continue;
            const QString label = entry.label;
            entry = known;
            entry.label = label;
        }
    }
    return wanted;
}

QJsonArray bitbybitEntries(const QList<StoredEntry> &entries)
{
    QJsonArray array;
    for (const auto &entry : entries)
        array.append(QJsonObject{{u"cidr"_s, QString::fromStdString(entry.range.toString())},
                                 {u"label"_s, textOrNull(entry.label)}});
    return array;
}

} // namespace gatehouse::server
