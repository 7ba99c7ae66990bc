// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTimeZone>

#include <vector>

namespace gatehouse::test {

/// Entries of every shape, the same for the same seed.
class RandomEntries final
{
public:
    explicit RandomEntries(quint32 seed)
        : m_random(seed)
    {}

    bool maybe() { return m_random.bounded(2) == 1; }
    int upTo(int limit) { return m_random.bounded(limit + 1); }

    Entry entry()
    {
        Entry entry;
        entry.key = QUuid::fromRfc4122(bytes(16));
        entry.remoteId = maybe() ? text() : QString();
        entry.content = {range(), text(), maybe(), time()};
        entry.provenance = {time(), text(), time(), text()};
        if (maybe())
            entry.unknownFields = {{QStringLiteral("number"), m_random.generateDouble()},
                                   {QStringLiteral("whole"), qint64(m_random.generate64() >> 11)},
                                   {text(), text()},
                                   {QStringLiteral("none"), QJsonValue()},
                                   {QStringLiteral("list"), QJsonArray{maybe(), text(), QJsonObject{{text(), 1}}}}};
        return entry;
    }

    std::vector<Entry> entries(int count)
    {
        std::vector<Entry> entries;
        entries.reserve(std::size_t(count));
        for (int made = 0; made < count; ++made)
            entries.push_back(entry());
        return entries;
    }

    Change change()
    {
        const Entry before = entry();
        Entry after = entry();
        after.key = before.key;
        switch (m_random.bounded(3)) {
        case 0:
            return {std::nullopt, after};
        case 1:
            return {before, std::nullopt};
        default:
            return {before, after};
        }
    }

    QByteArray bytes(int count)
    {
        QByteArray bytes(count, '\0');
        for (char &byte : bytes)
            byte = char(m_random.bounded(256));
        return bytes;
    }

    QString text()
    {
        static const QStringList texts{{},
                                       QStringLiteral("office"),
                                       QStringLiteral("Büro “Süd”\n\t"),
                                       QStringLiteral("事務所 🏢"),
                                       QStringLiteral("a'b\"c\\d,e;f"),
                                       QString(1000, u'x'),
                                       QString(QChar::Null) + QStringLiteral("after zero")};
        return texts[m_random.bounded(int(texts.size()))];
    }

    IpRange range()
    {
        switch (m_random.bounded(4)) {
        case 0:
            return IpRange::any();
        case 1:
            return IpRange::network(IpAddress::v4(m_random.generate()), m_random.bounded(33));
        case 2:
            return IpRange::of(IpAddress::v4(m_random.generate()));
        default:
            return IpRange::network(IpAddress::v6(m_random.generate64(), m_random.generate64()), m_random.bounded(129));
        }
    }

    std::optional<QDateTime> time()
    {
        constexpr qint64 span = 400LL * 365 * 86400 * 1000; // both sides of 1970
        if (maybe())
            return std::nullopt;
        const qint64 milliseconds = qint64(m_random.generate64() % quint64(span)) - span / 2;
        return QDateTime::fromMSecsSinceEpoch(milliseconds, maybe() ? QTimeZone::utc() : QTimeZone(3600));
    }

private:
    QRandomGenerator m_random;
};

} // namespace gatehouse::test
