// SPDX-License-Identifier: Apache-2.0
#include "store/EntryCodec.h"

#include <QCborMap>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCborValue>
#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

/// The keys of an entry's map. They are in files: never give a number another meaning.
enum Field : quint8 {
    KeyField,
    RemoteIdField,
    RangeField,
    LabelField,
    InactiveField,
    ExpiresAtField,
    CreatedAtField,
    CreatedByField,
    UpdatedAtField,
    UpdatedByField,
    UnknownFieldsField,
    ForeignField,
};

// --- writing

bool isThere(const std::optional<QDateTime> &time)
{
    return time && time->isValid();
}

void writeText(QCborStreamWriter &writer, Field field, const QString &text)
{
    if (text.isEmpty())
        return;
    writer.append(field);
    writer.append(text);
}

void writeTime(QCborStreamWriter &writer, Field field, const std::optional<QDateTime> &time)
{
    if (!isThere(time))
        return;
    writer.append(field);
    writer.append(time->toMSecsSinceEpoch());
}

/// The map says how long it is before it begins.
quint64 fieldCount(const Entry &entry)
{
    const Provenance &origin = entry.provenance;
    return quint64(2) + !entry.remoteId.isEmpty() + !entry.content.label.isEmpty() + !entry.content.active +
           isThere(entry.content.expiresAt) + isThere(origin.createdAt) + !origin.createdBy.isEmpty() +
           isThere(origin.updatedAt) + !origin.updatedBy.isEmpty() + !entry.unknownFields.isEmpty() +
           entry.content.isForeign();
}

void writeEntry(QCborStreamWriter &writer, const Entry &entry)
{
    writer.startMap(fieldCount(entry));
    writer.append(KeyField);
    writer.append(entry.key.toRfc4122());
    writer.append(RangeField);
    const std::string range = entry.content.range.toString();
    writer.appendTextString(range.data(), qsizetype(range.size()));
    writeText(writer, RemoteIdField, entry.remoteId);
    writeText(writer, ForeignField, entry.content.foreign);
    writeText(writer, LabelField, entry.content.label);
    if (!entry.content.active) {
        writer.append(InactiveField);
        writer.append(true);
    }
    writeTime(writer, ExpiresAtField, entry.content.expiresAt);
    writeTime(writer, CreatedAtField, entry.provenance.createdAt);
    writeText(writer, CreatedByField, entry.provenance.createdBy);
    writeTime(writer, UpdatedAtField, entry.provenance.updatedAt);
    writeText(writer, UpdatedByField, entry.provenance.updatedBy);
    if (!entry.unknownFields.isEmpty()) {
        writer.append(UnknownFieldsField);
        QCborValue(QCborMap::fromJsonObject(entry.unknownFields)).toCbor(writer);
    }
    writer.endMap();
}

// --- reading: each function is false when the next item is not what it should be

bool readText(QCborStreamReader &reader, QString &text)
{
    if (!reader.isString())
        return false;
    text.clear();
    auto chunk = reader.readString();
    for (; chunk.status == QCborStreamReader::Ok; chunk = reader.readString())
        text += chunk.data;
    return chunk.status == QCborStreamReader::EndOfString;
}

bool readKey(QCborStreamReader &reader, EntryKey &key)
{
    constexpr qsizetype uuidSize = 16;
    if (!reader.isByteArray() || !reader.isLengthKnown() || reader.length() != uuidSize)
        return false;
    const auto bytes = reader.readByteArray();
    key = QUuid::fromRfc4122(bytes.data);
    return bytes.status == QCborStreamReader::Ok && reader.readByteArray().status == QCborStreamReader::EndOfString;
}

bool readRange(QCborStreamReader &reader, IpRange &range)
{
    QString text;
    if (!readText(reader, text))
        return false;
    const auto parsed = IpRange::parse(text.toStdString());
    if (!parsed)
        return false;
    range = *parsed;
    return true;
}

bool readTime(QCborStreamReader &reader, std::optional<QDateTime> &time)
{
    if (!reader.isInteger())
        return false;
    time = QDateTime::fromMSecsSinceEpoch(reader.toInteger(), Qt::UTC);
    return reader.next() && time->isValid();
}

bool readInactive(QCborStreamReader &reader, bool &active)
{
    if (!reader.isBool())
        return false;
    active = !reader.toBool();
    return reader.next();
}

bool readUnknownFields(QCborStreamReader &reader, QJsonObject &fields)
{
    const QCborValue value = QCborValue::fromCbor(reader);
    if (!value.isMap() || reader.lastError() != QCborError::NoError)
        return false;
    fields = value.toMap().toJsonObject();
    return true;
}

bool readField(QCborStreamReader &reader, quint64 field, Entry &entry)
{
    switch (field) {
    case KeyField:
        return readKey(reader, entry.key);
    case RemoteIdField:
        return readText(reader, entry.remoteId);
    case RangeField:
        return readRange(reader, entry.content.range);
    case LabelField:
        return readText(reader, entry.content.label);
    case InactiveField:
        return readInactive(reader, entry.content.active);
    case ExpiresAtField:
        return readTime(reader, entry.content.expiresAt);
    case CreatedAtField:
        return readTime(reader, entry.provenance.createdAt);
    case CreatedByField:
        return readText(reader, entry.provenance.createdBy);
    case UpdatedAtField:
        return readTime(reader, entry.provenance.updatedAt);
    case UpdatedByField:
        return readText(reader, entry.provenance.updatedBy);
    case ForeignField:
        return readText(reader, entry.content.foreign) && entry.content.isForeign();
    case UnknownFieldsField:
        return readUnknownFields(reader, entry.unknownFields);
    default:
        return false;
    }
}

/// hasNext() is also false where the bytes end too early, and leaveContainer() does not mind.
bool leave(QCborStreamReader &reader)
{
    return reader.lastError() == QCborError::NoError && reader.leaveContainer();
}

bool readEntry(QCborStreamReader &reader, Entry &entry)
{
    if (!reader.isMap() || !reader.isLengthKnown() || !reader.enterContainer())
        return false;
    bool rangeSeen = false;
    while (reader.hasNext()) {
        if (!reader.isUnsignedInteger())
            return false;
        const quint64 field = reader.toUnsignedInteger();
        if (!reader.next() || !readField(reader, field, entry))
            return false;
        rangeSeen = rangeSeen || field == RangeField;
    }
    return leave(reader) && rangeSeen && !entry.key.isNull();
}

bool readSide(QCborStreamReader &reader, std::optional<Entry> &side)
{
    if (reader.isNull())
        return reader.next();
    return readEntry(reader, side.emplace());
}

bool haveDistinctKeys(const std::vector<Entry> &entries)
{
    QSet<EntryKey> seen;
    seen.reserve(qsizetype(entries.size()));
    return std::ranges::all_of(entries, [&seen](const Entry &entry) {
        const auto before = seen.size();
        seen.insert(entry.key);
        return seen.size() > before;
    });
}

/// An array of known length is what every document of ours is.
bool enterArray(QCborStreamReader &reader)
{
    return reader.isArray() && reader.isLengthKnown() && reader.enterContainer();
}

tl::unexpected<Error> damaged(const QCborStreamReader &reader)
{
    return failure(ErrorKind::Storage, QCoreApplication::translate("Store", "A stored entry is damaged."),
                   u"unreadable at byte %1"_s.arg(reader.currentOffset()));
}

} // namespace

QByteArray encodeEntries(const std::vector<Entry> &entries)
{
    constexpr qsizetype usualSize = 96;
    QByteArray bytes;
    bytes.reserve(qsizetype(entries.size()) * usualSize);
    QCborStreamWriter writer(&bytes);
    writer.startArray(quint64(entries.size()));
    for (const Entry &entry : entries)
        writeEntry(writer, entry);
    writer.endArray();
    return bytes;
}

Result<std::vector<Entry>> decodeEntries(const QByteArray &bytes)
{
    QCborStreamReader reader(bytes);
    const quint64 claimed = reader.isArray() && reader.isLengthKnown() ? reader.length() : 0;
    if (!enterArray(reader))
        return damaged(reader);
    constexpr quint64 smallestEntry = 22; // damaged bytes may claim any length
    std::vector<Entry> entries;
    entries.reserve(std::size_t(std::min(claimed, quint64(bytes.size()) / smallestEntry)));
    while (reader.hasNext()) {
        if (!readEntry(reader, entries.emplace_back()))
            return damaged(reader);
    }
    if (!leave(reader) || reader.currentOffset() != bytes.size() || !haveDistinctKeys(entries))
        return damaged(reader);
    return entries;
}

QByteArray encodeChange(const Change &change)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(2);
    for (const auto *side : {&change.before, &change.after}) {
        if (*side)
            writeEntry(writer, **side);
        else
            writer.append(nullptr);
    }
    writer.endArray();
    return bytes;
}

Result<Change> decodeChange(const QByteArray &bytes)
{
    QCborStreamReader reader(bytes);
    Change change;
    if (!enterArray(reader) || !readSide(reader, change.before) || !readSide(reader, change.after) || !leave(reader))
        return damaged(reader);
    const bool anySide = change.before || change.after;
    const bool sameKey = !change.before || !change.after || change.before->key == change.after->key;
    if (!anySide || !sameKey || reader.currentOffset() != bytes.size())
        return damaged(reader);
    return change;
}

} // namespace gatehouse
