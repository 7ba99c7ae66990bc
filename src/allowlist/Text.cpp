// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>
#include <string_view>

namespace gatehouse {

namespace {

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The ip library counts bytes; who shows a QString counts its characters.
ParseError inCharactersOf(const QByteArray &utf8, ParseError error)
{
    const auto bytes = static_cast<qsizetype>(error.position);
    error.position = static_cast<std::size_t>(QString::fromUtf8(utf8.left(bytes)).size());
    return error;
}

template <typename T>
Parsed<T> parse(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    Parsed<T> parsed = T::parse({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    if (parsed)
        return parsed;
    return inCharactersOf(utf8, parsed.error());
}

QString describeSize(const IpRange &range)
{
    if (range.isAny())
        return QCoreApplication::translate("Range", "every address of IPv4 and IPv6");
    if (range.prefix() == 0 && range.family() == Family::V4)
        return QCoreApplication::translate("Range", "every address of IPv4");
    if (range.prefix() == 0)
        return QCoreApplication::translate("Range", "every address of IPv6");
    if (range.isSingleAddress())
        return QCoreApplication::translate("Range", "1 address");
    return QCoreApplication::translate("Range", "%1 addresses, %2 – %3")
        .arg(describeCount(range.addressCount()), toQString(range.first()), toQString(range.last()));
}

} // namespace

Parsed<IpRange> parseRange(const QString &text)
{
    return parse<IpRange>(text);
}

Parsed<IpAddress> parseAddress(const QString &text)
{
    return parse<IpAddress>(text);
}

QString toQString(const IpRange &range)
{
    return fromStd(range.toString());
}

QString toShortQString(const IpRange &range)
{
    return fromStd(range.toShortString());
}

QString toQString(const EntryContent &content)
{
    return content.isForeign() ? content.foreign : toQString(content.range);
}

QString toShortQString(const EntryContent &content)
{
    return content.isForeign() ? content.foreign : toShortQString(content.range);
}

QString toQString(const IpAddress &address)
{
    return fromStd(address.toString());
}

QString describe(const ParseError &error)
{
    QString sentence = QCoreApplication::translate("ParseError", error.sentence);
    // QString::arg complains of an argument that has no place.
    if (!sentence.contains(u"%1"))
        return sentence;
    if (!sentence.contains(u"%2"))
        return sentence.arg(fromStd(error.arguments[0]));
    return sentence.arg(fromStd(error.arguments[0]), fromStd(error.arguments[1]));
}

QString describe(const IpRange &range)
{
    const Classification found = classify(range);
    if (found.addressClass == AddressClass::Public)
        return describeSize(range);
    //: %1 is "256 addresses, 10.0.0.0 – 10.0.0.255", %2 "private", %3 "RFC 1918"
    return QCoreApplication::translate("Range", "%1 (%2, %3)")
        .arg(describeSize(range), titleOf(found.addressClass), fromStd(found.source));
}

QString describeCount(const AddressCount &count)
{
    constexpr std::uint64_t quadrillion = 1'000'000'000'000'000;
    if (count <= AddressCount(quadrillion))
        return QLocale().toString(fromStd(count.toString()).toULongLong());
    const int exponent = static_cast<int>(std::lround(std::log2(count.toDouble())));
    if (count == AddressCount::powerOfTwo(exponent))
        return QCoreApplication::translate("Range", "2^%1").arg(exponent);
    return QCoreApplication::translate("Range", "about 2^%1").arg(exponent);
}

QString titleOf(AddressClass addressClass)
{
    switch (addressClass) {
    case AddressClass::Public:
        return QCoreApplication::translate("AddressClass", "public");
    case AddressClass::Private:
        return QCoreApplication::translate("AddressClass", "private");
    case AddressClass::Shared:
        return QCoreApplication::translate("AddressClass", "shared by a provider's customers");
    case AddressClass::Loopback:
        return QCoreApplication::translate("AddressClass", "loopback");
    case AddressClass::LinkLocal:
        return QCoreApplication::translate("AddressClass", "link-local");
    case AddressClass::Documentation:
        return QCoreApplication::translate("AddressClass", "documentation");
    case AddressClass::Multicast:
        return QCoreApplication::translate("AddressClass", "multicast");
    case AddressClass::UniqueLocal:
        return QCoreApplication::translate("AddressClass", "unique local");
    case AddressClass::Reserved:
        return QCoreApplication::translate("AddressClass", "reserved");
    }
    Q_UNREACHABLE();
}

QString localMoment(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    //: A time and its zone: "12:30", "CEST"
    return QCoreApplication::translate("Moment", "%1 %2")
        .arg(QLocale().toString(local, QLocale::ShortFormat), local.timeZoneAbbreviation());
}

std::optional<IpAddress> addressNamedIn(const QString &sentence)
{
    static const QRegularExpression candidates(QStringLiteral("[0-9A-Fa-f:.]{3,45}"));
    for (auto matches = candidates.globalMatch(sentence); matches.hasNext();) {
        QString word = matches.next().captured();
        while (word.endsWith(u'.') || (word.endsWith(u':') && !word.endsWith(u"::")))
            word.chop(1);
        if (const auto address = parseAddress(word))
            return *address;
    }
    return std::nullopt;
}

} // namespace gatehouse
