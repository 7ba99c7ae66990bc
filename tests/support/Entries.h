// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Allowlist.h"
#include "ip/IpRange.h"

#include <QStringList>

#include <memory>
#include <vector>

// Entries and lists in few words. A test that includes this links Gatehouse::allowlist.
namespace gatehouse::test {

/// The time at which ManualClock starts, and the one most rows speak of.
inline QDateTime noon()
{
    return QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
}

inline QDateTime hoursFromNoon(int hours)
{
    return noon().addSecs(hours * 3600);
}

/// Ends the test program when the text is no range: a mistake in the test itself.
inline IpRange range(const QString &text)
{
    const Parsed<IpRange> parsed = IpRange::parse(text.toStdString());
    if (!parsed)
        qFatal("%s is not a range", qPrintable(text));
    return *parsed;
}

inline IpAddress address(const QString &text)
{
    const Parsed<IpAddress> parsed = IpAddress::parse(text.toStdString());
    if (!parsed)
        qFatal("%s is not an address", qPrintable(text));
    return *parsed;
}

/// A fresh entry from words: the range, then in any order `off` for inactive, `2h` or `-1h` for an expiry in hours from
/// noon, and anything else as the label. "203.0.113.5 office off 2h"
inline Entry entry(const QString &words)
{
    EntryContent content;
    const QStringList parts = words.split(u' ');
    content.range = range(parts.first());
    for (const QString &part : parts.mid(1)) {
        bool isHours = false;
        const int hours = part.endsWith(u'h') ? part.chopped(1).toInt(&isHours) : 0;
        if (isHours)
            content.expiresAt = hoursFromNoon(hours);
        else if (part == u"off")
            content.active = false;
        else
            content.label = part;
    }
    return makeEntry(content);
}

inline std::vector<Entry> entries(const QStringList &lines)
{
    std::vector<Entry> result;
    for (const QString &line : lines)
        result.push_back(entry(line));
    return result;
}

inline std::shared_ptr<const Allowlist> snapshotOf(std::vector<Entry> list)
{
    return std::make_shared<const Allowlist>(std::move(list));
}

/// The inverse of entry(), in a fixed order of words.
inline QString inWords(const Entry &entry)
{
    QStringList words{QString::fromStdString(entry.content.range.toShortString())};
    if (!entry.content.label.isEmpty())
        words += entry.content.label;
    if (!entry.content.active)
        words += QStringLiteral("off");
    if (entry.content.expiresAt)
        words += QStringLiteral("%1h").arg(noon().secsTo(*entry.content.expiresAt) / 3600);
    return words.join(u' ');
}

inline QStringList inWords(const Allowlist &list)
{
    QStringList lines;
    for (const Entry &entry : list.entries())
        lines += inWords(entry);
    return lines;
}

} // namespace gatehouse::test
