// SPDX-License-Identifier: Apache-2.0
#include "server/astro/AstroRequests.h"

#include "server/JsonFields.h"

#include <QJsonArray>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 1000;
constexpr qsizetype longestText = 200;

std::optional<IpRange> rangeOf(const QString &text)
{
    const auto slash = text.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    if (const auto range = IpRange::parse(text.toStdString()))
        return *range;
    // With host bits set: the address and the prefix may be right each for itself.
    const auto address = IpAddress::parse(text.first(slash).toStdString());
    if (!address)
        return std::nullopt;
    const QString zero = address->family() == Family::V4 ? u"0.0.0.0"_s : u"::"_s;
    const auto network = IpRange::parse(QString(zero + text.sliced(slash)).toStdString());
    if (!network)
        return std::nullopt;
    return IpRange::network(*address, network->prefix());
}

QString reasonAgainst(const QString &text)
{
    const auto range = IpRange::parse(text.toStdString());
    const auto reason = range ? u"the prefix is missing."_s : QString::fromStdString(range.error().message());
    return u"'%1' is not an IP address range in CIDR format: %2"_s.arg(text, reason);
}

/// Texts from a body with one key; the complaints are about elements, by their index.
class TextsReader final
{
public:
    explicit TextsReader(QString key)
        : m_key(std::move(key))
    {}

    void readOne(JsonFields &fields) { addText(fields.take(m_key), -1); }

    void readMany(JsonFields &fields)
    {
        const auto value = fields.take(m_key);
        const auto array = value.toArray();
        if (!value.isArray() || array.isEmpty() || array.size() > mostAtOnce) {
            complain(-1, u"invalid-type"_s, u"'%1' must be an array of 1 to %2 strings."_s.arg(m_key).arg(mostAtOnce));
            return;
        }
        for (qsizetype i = 0; i < array.size(); ++i)
            addText(array.at(i), int(i));
    }

    void complain(int index, const QString &code, const QString &message)
    {
        m_complaints.add(index, m_key, code, message);
    }

    [[nodiscard]] Complaints &complaints() { return m_complaints; }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }

private:
    void addText(const QJsonValue &value, int index)
    {
        const auto text = value.toString();
        if (value.isString() && !text.isEmpty() && text.size() <= longestText)
            m_texts.append(text);
        else
            complain(index, value.isUndefined() ? u"missing"_s : u"invalid-type"_s,
                     u"'%1' must be a string of 1 to %2 characters."_s.arg(m_key).arg(longestText));
    }

    QString m_key;
    QStringList m_texts;
    Complaints m_complaints;
};

using Read = void (TextsReader::*)(JsonFields &);

Outcome<QStringList> readTexts(const Request &request, TextsReader &reader, Read read)
{
    const auto body = jsonBody(request);
    if (!body)
        return refusal(body.error());
    JsonFields fields(*body, -1, &reader.complaints());
    (reader.*read)(fields);
    fields.finish();
    if (!reader.complaints().isEmpty())
        return refusal(reader.complaints().fault());
    return reader.texts();
}

Outcome<QList<IpRange>> readRanges(const Request &request, const QString &key, Read read)
{
    TextsReader reader(key);
    const auto texts = readTexts(request, reader, read);
    if (!texts)
        return refusal(texts.error());
    const bool isList = read == &TextsReader::readMany;
    QList<IpRange> ranges;
    for (qsizetype i = 0; i < texts->size(); ++i) {
        if (const auto range = rangeOf(texts->at(i)))
            ranges.append(*range);
        else
            reader.complain(isList ? int(i) : -1, u"invalid-ip"_s, reasonAgainst(texts->at(i)));
    }
    if (!reader.complaints().isEmpty())
        return refusal(reader.complaints().fault());
    return ranges;
}

} // namespace

Outcome<QList<IpRange>> readAstroCreate(const Request &request)
{
    return readRanges(request, u"ipAddressRange"_s, &TextsReader::readOne);
}

Outcome<QList<IpRange>> readAstroBulkCreate(const Request &request)
{
    return readRanges(request, u"allowedIpAddressRanges"_s, &TextsReader::readMany);
}

Outcome<QStringList> readAstroBulkDelete(const Request &request)
{
    TextsReader reader(u"allowedIpAddressRangeIds"_s);
    return readTexts(request, reader, &TextsReader::readMany);
}

} // namespace gatehouse::server
