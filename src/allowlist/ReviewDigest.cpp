// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ReviewDigest.h"

#include "allowlist/Text.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace gatehouse {

namespace {

void write(QDataStream &stream, const std::optional<QDateTime> &time)
{
    stream << time.has_value() << (time ? time->toMSecsSinceEpoch() : 0);
}

void write(QDataStream &stream, const std::optional<Entry> &entry)
{
    stream << entry.has_value();
    if (!entry)
        return;
    const EntryContent &content = entry->content;
    stream << toShortQString(content) << content.label << content.active;
    write(stream, content.expiresAt);
}

QByteArray bytesOf(const Change &change)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    write(stream, change.before);
    write(stream, change.after);
    return bytes;
}

QByteArray bytesOf(const Finding &finding, const Draft &draft)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << static_cast<int>(finding.severity) << static_cast<int>(finding.rule) << finding.number << finding.wanted;
    stream << (finding.address ? toQString(*finding.address) : QString());
    for (const EntryKey &key : {finding.entry, finding.other})
        write(stream, key.isNull() ? std::nullopt : draft.entry(key));
    return bytes;
}

} // namespace

QByteArray digestOf(const Review &review, const Draft &draft)
{
    std::vector<QByteArray> parts;
    for (const Change &change : draft.changes().changes)
        parts.push_back(bytesOf(change));
    for (const Finding &finding : review.findings) {
        if (finding.severity != Severity::Note)
            parts.push_back(bytesOf(finding, draft));
    }
    std::ranges::sort(parts); // a list that was read again may have another order
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts) {
        hash.addData(QByteArray::number(part.size()));
        hash.addData(part);
    }
    return hash.result();
}

} // namespace gatehouse
