// SPDX-License-Identifier: Apache-2.0
#include "cli/EntryInput.h"

#include "allowlist/Expiry.h"
#include "base/BoundedRead.h"
#include "base/Csv.h"
#include "cli/Command.h"
#include "cli/FileFaults.h"
#include "cli/Text.h"
#include "services/JsonSource.h"

#include <QFile>
#include <QStringDecoder>

#include <cstdio>
#include <unordered_map>

namespace gatehouse::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64(64) << 20;

QString placeIn(const QString &file, const TextPlace &place)
{
    return u"%1:%2:%3"_s.arg(file).arg(place.line).arg(place.column);
}

/// What is wrong where, as compilers say it.
tl::unexpected<Error> fault(const QString &file, const TextPlace &place, const QString &reason)
{
    return failure(ErrorKind::InvalidInput, u"%1: %2"_s.arg(placeIn(file, place), reason));
}

QString notAnExpiry(const QString &text)
{
    return Text::tr("“%1” is no expiry: use never, 6h, 12h, 1d, 1w, 1mo or a time with its zone, like "
                    "2026-09-01T18:00:00Z.")
        .arg(text);
}

std::optional<bool> truthOf(const QString &text)
{
    const QString word = text.trimmed().toLower();
    for (const auto *yes : {u"", u"true", u"yes", u"1"}) {
        if (word == QStringView(yes))
            return true;
    }
    for (const auto *no : {u"false", u"no", u"0"}) {
        if (word == QStringView(no))
            return false;
    }
    return std::nullopt;
}

/// Empty when it is set, else what is wrong. `field` as it is called in CSV.
QString setField(FileEntry &entry, QStringView field, const QString &text, const QDateTime &now)
{
    if (field == u"range") {
        const Result<IpRange> range = rangeFrom(text.trimmed().toStdString());
        if (!range)
            return range.error().message;
        entry.content.range = *range;
    } else if (field == u"label") {
        entry.content.label = text;
        entry.namesLabel = true;
    } else if (field == u"active") {
        const auto active = truthOf(text);
        if (!active)
            return Text::tr("“%1” is neither true nor false.").arg(text);
        entry.content.active = *active;
        entry.namesActive = true;
    } else {
        const QString word = text.trimmed();
        const auto expiry = word.isEmpty() ? std::optional(std::optional<QDateTime>()) : parseExpiry(word, now);
        if (!expiry)
            return notAnExpiry(text);
        entry.content.expiresAt = *expiry;
        entry.namesExpiry = true;
    }
    return {};
}

class CsvEntries final
{
public:
    CsvEntries(const QString &file, const QDateTime &now)
        : m_file(file)
        , m_now(now)
    {}

    Result<std::vector<FileEntry>> read(const QString &text)
    {
        const auto records = readCsv(text);
        if (!records)
            return fault(m_file, records.error().place, records.error().reason);
        if (records->empty())
            return fault(m_file, {}, Text::tr("there is no header: range,label,active,expires"));
        if (auto known = readHeader(records->front()); !known)
            return failure(known.error());
        std::vector<FileEntry> entries;
        for (auto record = records->begin() + 1; record != records->end(); ++record)
            entries.push_back(readEntry(*record));
        if (!m_faults.isEmpty())
            return failure(m_faults.error());
        return entries;
    }

private:
    Result<void> readHeader(const std::vector<CsvCell> &header)
    {
        static const QStringList known{u"range"_s, u"label"_s, u"active"_s, u"expires"_s, u"foreign"_s};
        for (const CsvCell &cell : header) {
            const QString field = cell.text.trimmed().toLower();
            if (!known.contains(field))
                return fault(m_file, cell.place,
                             Text::tr("the column “%1” is not known; the columns are range,label,active,expires")
                                 .arg(cell.text));
            if (m_fields.contains(field))
                return fault(m_file, cell.place, Text::tr("the column “%1” stands twice").arg(field));
            m_fields.append(field);
        }
        if (!m_fields.contains(u"range"_s))
            return fault(m_file, header.front().place, Text::tr("the column “range” is missing"));
        return {};
    }

    FileEntry readEntry(const std::vector<CsvCell> &record)
    {
        FileEntry entry;
        if (qsizetype(record.size()) != m_fields.size()) {
            m_faults.add(placeIn(m_file, record.front().place),
                         Text::tr("the header has %1 cells, and this line %2").arg(m_fields.size()).arg(record.size()));
            return entry;
        }
        const qsizetype foreign = m_fields.indexOf(u"foreign"_s);
        const bool isForeign = foreign >= 0 && truthOf(record[std::size_t(foreign)].text).value_or(true);
        if (isForeign)
            entry.content.foreign = record[std::size_t(m_fields.indexOf(u"range"_s))].text;
        for (std::size_t i = 0; i < record.size(); ++i) {
            if (isForeign && m_fields[qsizetype(i)] != u"label")
                continue;
            if (m_fields[qsizetype(i)] == u"foreign")
                continue;
            const QString wrong = setField(entry, m_fields[qsizetype(i)], withoutApostrophe(record[i].text), m_now);
            if (!wrong.isEmpty())
                m_faults.add(placeIn(m_file, record[i].place), wrong);
        }
        return entry;
    }

    const QString &m_file;
    const QDateTime &m_now;
    QStringList m_fields;
    FileFaults m_faults{m_file};
};

class JsonEntries final
{
public:
    JsonEntries(const QString &file, const QDateTime &now)
        : m_file(file)
        , m_now(now)
    {}

    Result<std::vector<FileEntry>> read(const QByteArray &bytes)
    {
        const auto root = readJson(bytes);
        if (!root)
            return fault(m_file, {root.error().line, root.error().column}, root.error().reason);
        if (root->type != JsonNode::Type::List)
            return fault(m_file, placeOf(*root), Text::tr("a list of entries is wanted: [ … ]"));
        std::vector<FileEntry> entries;
        for (const JsonNode &item : root->items)
            entries.push_back(readEntry(item));
        if (!m_faults.isEmpty())
            return failure(m_faults.error());
        return entries;
    }

private:
    template <typename Node>
    static TextPlace placeOf(const Node &node)
    {
        return {node.line, node.column};
    }

    FileEntry readEntry(const JsonNode &item)
    {
        FileEntry entry;
        if (item.type != JsonNode::Type::Object) {
            m_faults.add(placeIn(m_file, placeOf(item)), Text::tr("an entry is wanted: { … }"));
            return entry;
        }
        if (!item.find(u"range")) {
            m_faults.add(placeIn(m_file, placeOf(item)), Text::tr("the key “range” is missing"));
        } else if (const JsonNode *foreign = item.find(u"foreign");
                   foreign && foreign->type == JsonNode::Type::Bool && foreign->boolean) {
            entry.content.foreign = item.find(u"range")->text;
            return entry;
        }
        for (const JsonMember &member : item.members) {
            readMember(entry, member);
        }
        return entry;
    }

    void readMember(FileEntry &entry, const JsonMember &member)
    {
        // Written by us, and the service's own or ours to know.
        static const QStringList told{u"state"_s,     u"heldBy"_s, u"createdAt"_s, u"createdBy"_s, u"updatedAt"_s,
                                      u"updatedBy"_s, u"id"_s,     u"change"_s,    u"before"_s,    u"foreign"_s};
        if (told.contains(member.key))
            return;
        const JsonNode &value = member.value;
        const bool isExpiry = member.key == u"expiresAt";
        if (member.key == u"active" && value.type == JsonNode::Type::Bool) {
            entry.content.active = value.boolean;
            entry.namesActive = true;
            return;
        }
        if (!isExpiry && member.key != u"range" && member.key != u"label" && member.key != u"active")
            return m_faults.add(placeIn(m_file, placeOf(member)),
                                Text::tr("the key “%1” is not known").arg(member.key));
        const bool isNever = isExpiry && value.type == JsonNode::Type::Null;
        if (member.key == u"active" || (value.type != JsonNode::Type::Text && !isNever))
            return m_faults.add(placeIn(m_file, placeOf(value)),
                                Text::tr("“%1” has a value of the wrong type").arg(member.key));
        const QString wrong = setField(entry, isExpiry ? QStringView(u"expires") : member.key, value.text, m_now);
        if (!wrong.isEmpty())
            m_faults.add(placeIn(m_file, placeOf(value)), wrong);
    }

    const QString &m_file;
    const QDateTime &m_now;
    FileFaults m_faults{m_file};
};

} // namespace

Result<std::vector<FileEntry>> readEntries(const QByteArray &bytes, const QString &fileName, const QDateTime &now)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return fault(fileName, {}, Text::tr("the file is not valid UTF-8"));
    const QString start = text.trimmed().left(1);
    const bool isJson = start == u"[" || start == u"{";
    return isJson ? JsonEntries(fileName, now).read(bytes) : CsvEntries(fileName, now).read(text);
}

Result<QByteArray> contentOfFile(const QString &fileName)
{
    QFile file(fileName);
    const bool opened = fileName == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return failure(ErrorKind::Storage, Text::tr("%1 cannot be read: %2").arg(fileName, file.errorString()));
    const auto bytes = readAtMost(file, largestFile);
    if (!bytes)
        return failure(ErrorKind::InvalidInput,
                       Text::tr("%1 is larger than 64 MB, the most that is read. Leave out what is no part of the "
                                "list.")
                           .arg(fileName));
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::Storage, Text::tr("%1 cannot be read: %2").arg(fileName, file.errorString()));
    return *bytes;
}

ChangeSet changesTo(const std::vector<FileEntry> &wanted, const Allowlist &list)
{
    std::unordered_multimap<IpRange, const Entry *> known;
    for (auto entry = list.entries().rbegin(); entry != list.entries().rend(); ++entry) {
        if (!entry->content.isForeign())
            known.emplace(entry->content.range, &*entry);
    }
    std::vector<Entry> entries;
    entries.reserve(wanted.size());
    for (const FileEntry &line : wanted) {
        if (line.content.isForeign())
            continue;
        Entry entry = makeEntry(line.content);
        if (const auto same = known.find(line.content.range); same != known.end()) {
            const EntryContent &content = same->second->content;
            if (!line.namesLabel)
                entry.content.label = content.label;
            if (!line.namesActive)
                entry.content.active = content.active;
            if (!line.namesExpiry)
                entry.content.expiresAt = content.expiresAt;
            known.erase(same);
        }
        entries.push_back(std::move(entry));
    }
    // What is no range is the service's own and stays, whether the file names it or not.
    ChangeSet changes = changesByRange(list, Allowlist(std::move(entries)));
    std::erase_if(changes.changes, [](const Change &change) { return change.content().isForeign(); });
    return changes;
}

} // namespace gatehouse::cli
