// SPDX-License-Identifier: Apache-2.0
#include "server/QuavePatch.h"

#include "server/JsonFields.h"
#include "server/Secret.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <array>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDescription = 1000;
constexpr qsizetype longestId = 200;
constexpr qsizetype longestRange = 100;

struct LifetimeName
{
    QLatin1StringView name;
    std::chrono::seconds duration;
};

constexpr std::array lifetimes = {
    LifetimeName{"AFTER_6_HOURS"_L1, std::chrono::hours(6)},
    LifetimeName{"AFTER_12_HOURS"_L1, std::chrono::hours(12)},
    LifetimeName{"AFTER_1_DAY"_L1, std::chrono::hours(24)},
    LifetimeName{"AFTER_1_WEEK"_L1, std::chrono::hours(24) * 7},
    LifetimeName{"AFTER_1_MONTH"_L1, std::chrono::hours(24) * 30},
};
const auto never = u"NEVER"_s;

QString allLifetimeNames()
{
    QStringList names = {never};
    for (const auto &lifetime : lifetimes)
        names.append(QString(lifetime.name));
    return names.join(u", "_s);
}

Fault faultOf(const Complaints &complaints)
{
    const QString first = complaints.details().first().message;
    if (complaints.total() == 1)
        return {400, complaints.firstCode(), first, complaints.details(), {}};
    return {400,
            complaints.firstCode(),
            u"%1 (the first of %2 problems; nothing was changed)"_s.arg(first).arg(complaints.total()),
            complaints.details(),
            {}};
}

std::optional<IpRange> takeRange(JsonFields &fields)
{
    const auto text = fields.takeText(u"ip"_s, longestRange);
    if (!text)
        return std::nullopt;
    const auto range = IpRange::parse(text->toStdString());
    if (range)
        return *range;
    const auto &error = range.error();
    auto message =
        u"'%1' is not an IP address, CIDR range or *: %2"_s.arg(*text, QString::fromStdString(error.message()));
    if (!error.suggestion.empty())
        message += u" (did you mean %1?)"_s.arg(QString::fromStdString(error.suggestion));
    fields.complain(u"ip"_s, u"invalid-ip"_s, message);
    return std::nullopt;
}

std::optional<QuaveEntry::Lifetime> takeLifetime(JsonFields &fields)
{
    const auto key = u"deleteEntry"_s;
    if (!fields.has(key))
        return std::nullopt;
    const QJsonValue value = fields.take(key);
    if (value.isNull()) // as we answer it for entries that end at an exact time
        return std::nullopt;
    if (value == never)
        return QuaveEntry::Lifetime{};
    for (const auto &lifetime : lifetimes) {
        if (value == QString(lifetime.name))
            return QuaveEntry::Lifetime{lifetime.duration};
    }
    fields.complain(key, u"invalid-delete-entry"_s, u"'deleteEntry' must be one of %1"_s.arg(allLifetimeNames()));
    return std::nullopt;
}

/// Stricter than Qt, which also reads local times, dates alone and trailing text.
std::optional<QDateTime> timeOf(const QString &text)
{
    static const QRegularExpression form(uR"(\A\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d{1,3})?Z\z)"_s);
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return form.match(text).hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<QDateTime> takeTime(JsonFields &fields, const QString &key)
{
    if (!fields.has(key))
        return std::nullopt;
    const QJsonValue value = fields.take(key);
    if (value.isNull())
        return QDateTime();
    if (const auto time = value.isString() ? timeOf(value.toString()) : std::nullopt)
        return time;
    fields.complain(key, u"invalid-time"_s,
                    u"'%1' must be null or an ISO 8601 time in UTC such as 2026-01-31T12:00:00.000Z"_s.arg(key));
    return std::nullopt;
}

QuaveEntry parseEntry(const QJsonValue &value, int index, Complaints *complaints)
{
    QuaveEntry entry;
    if (!value.isObject()) {
        complaints->add(index, {}, u"invalid-type"_s, u"an entry must be an object"_s);
        return entry;
    }
    JsonFields fields(value.toObject(), index, complaints);
    entry.entryId = fields.takeText(u"entryId"_s, longestId);
    entry.ip = takeRange(fields);
    entry.description = fields.takeText(u"description"_s, longestDescription);
    entry.isActive = fields.takeBoolean(u"isActive"_s);
    entry.deleteEntry = takeLifetime(fields);
    entry.expiresAt = takeTime(fields, u"expiresAt"_s);
    entry.createdAt = takeTime(fields, u"createdAt"_s);
    fields.finish();
    return entry;
}

QList<QuaveEntry> takeEntries(JsonFields &fields, Complaints *complaints)
{
    const auto key = u"allowlist"_s;
    const QJsonValue value = fields.take(key);
    if (!value.isArray()) {
        fields.complain(key, value.isUndefined() ? u"missing"_s : u"invalid-type"_s,
                        u"'allowlist' must be given, as an array of entries"_s);
        return {};
    }
    const QJsonArray array = value.toArray();
    QList<QuaveEntry> entries;
    entries.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        entries.append(parseEntry(array.at(i), int(i), complaints));
    return entries;
}

/// Makes the list of `stored` and a patch, entry by entry.
class Application final
{
public:
    Application(const QList<StoredEntry> &stored, QDateTime now)
        : m_now(std::move(now))
    {
        for (const auto &entry : stored)
            m_stored.insert(entry.id, entry);
    }

    void add(const QuaveEntry &sent, int index)
    {
        m_index = index;
        auto entry = startingPoint(sent);
        if (!entry || !setRange(sent, *entry) || !checkCreation(sent, *entry))
            return;
        if (sent.description)
            entry->label = *sent.description;
        if (sent.isActive)
            entry->active = *sent.isActive;
        if (setExpiry(sent, *entry))
            m_result.append(*entry);
    }

    [[nodiscard]] std::variant<QList<StoredEntry>, Fault> result() &&
    {
        if (!m_complaints.isEmpty())
            return faultOf(m_complaints);
        return std::move(m_result);
    }

private:
    bool refuse(const QString &field, const QString &code, const QString &message)
    {
        m_complaints.add(m_index, field, code, message);
        return false;
    }

    std::optional<StoredEntry> startingPoint(const QuaveEntry &sent)
    {
        if (!sent.entryId) {
            StoredEntry entry;
            entry.id = newId();
            entry.createdAt = m_now;
            return entry;
        }
        const auto found = m_stored.constFind(*sent.entryId);
        if (found == m_stored.cend()) {
            refuse(u"entryId"_s, u"unknown-entry"_s, u"there is no entry '%1'"_s.arg(*sent.entryId));
            return std::nullopt;
        }
        if (m_sentIds.contains(*sent.entryId)) {
            refuse(u"entryId"_s, u"duplicate-entry"_s, u"the entry '%1' is sent twice"_s.arg(*sent.entryId));
            return std::nullopt;
        }
        m_sentIds.insert(*sent.entryId);
        return *found;
    }

    bool setRange(const QuaveEntry &sent, StoredEntry &entry)
    {
        if (sent.ip)
            entry.range = *sent.ip;
        else if (!sent.entryId)
            return refuse(u"ip"_s, u"missing"_s, u"a new entry needs 'ip'"_s);
        const auto before = m_indexOfRange.constFind(entry.range.toString());
        if (before != m_indexOfRange.cend())
            return refuse(u"ip"_s, u"duplicate-ip"_s,
                          u"'%1' is the same range as entry %2 of the list"_s.arg(shortText(entry.range)).arg(*before));
        m_indexOfRange.insert(entry.range.toString(), m_index);
        return true;
    }

    /// What the list tells may be sent back, but not changed.
    bool checkCreation(const QuaveEntry &sent, const StoredEntry &entry)
    {
        if (!sent.createdAt || (sent.entryId && *sent.createdAt == entry.createdAt))
            return true;
        return refuse(u"createdAt"_s, u"read-only"_s, u"'createdAt' cannot be set"_s);
    }

    bool setExpiry(const QuaveEntry &sent, StoredEntry &entry)
    {
        if (isAsStored(sent, entry))
            return true;
        if (sent.deleteEntry && sent.expiresAt && (sent.deleteEntry->duration || sent.expiresAt->isValid()))
            return refuse(u"expiresAt"_s, u"contradicting-expiry"_s,
                          u"'deleteEntry' and 'expiresAt' say different times; send one of them"_s);
        if (sent.expiresAt && sent.expiresAt->isValid() && *sent.expiresAt <= m_now)
            return refuse(u"expiresAt"_s, u"past-expiry"_s, u"'expiresAt' has passed already"_s);
        if (sent.expiresAt) {
            entry.lifetime = std::nullopt;
            entry.expiresAt = *sent.expiresAt;
        } else if (sent.deleteEntry) {
            entry.lifetime = sent.deleteEntry->duration;
            entry.expiresAt = entry.lifetime ? m_now.addSecs(entry.lifetime->count()) : QDateTime();
        }
        return true;
    }

    /// An entry that is sent back as it was read, time and all, is left as it is.
    static bool isAsStored(const QuaveEntry &sent, const StoredEntry &entry)
    {
        const bool sameTime = sent.expiresAt && *sent.expiresAt == entry.expiresAt;
        const bool sameLifetime = !sent.deleteEntry || sent.deleteEntry->duration == entry.lifetime;
        return sent.entryId && sameTime && sameLifetime;
    }

    QHash<QString, StoredEntry> m_stored;
    QDateTime m_now;
    int m_index = 0;
    QSet<QString> m_sentIds;
    QHash<std::string, int> m_indexOfRange;
    QList<StoredEntry> m_result;
    Complaints m_complaints;
};

} // namespace

QString quaveLifetimeName(const StoredEntry &entry)
{
    if (!entry.expiresAt.isValid())
        return never;
    for (const auto &lifetime : lifetimes) {
        if (entry.lifetime == lifetime.duration)
            return QString(lifetime.name);
    }
    return {};
}

std::variant<QuavePatch, Fault> parseQuavePatch(const QByteArray &body)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (document.isNull())
        return Fault{400,
                     u"invalid-json"_s,
                     u"The body is not JSON: %1 at offset %2"_s.arg(error.errorString()).arg(error.offset),
                     {},
                     {}};
    if (!document.isObject())
        return Fault{400, u"invalid-type"_s, u"The body must be a JSON object."_s, {}, {}};
    Complaints complaints;
    JsonFields fields(document.object(), -1, &complaints);
    QuavePatch patch;
    patch.appEnvId = fields.takeText(u"appEnvId"_s, longestId);
    patch.envName = fields.takeText(u"envName"_s, longestId);
    if (!patch.appEnvId && !patch.envName && complaints.isEmpty())
        fields.complain(u"appEnvId"_s, u"missing"_s, u"'appEnvId' or 'envName' must be given"_s);
    patch.allowlist = takeEntries(fields, &complaints);
    fields.finish();
    if (!complaints.isEmpty())
        return faultOf(complaints);
    return patch;
}

std::variant<QList<StoredEntry>, Fault> applyQuavePatch(const QuavePatch &patch, const QList<StoredEntry> &stored,
                                                        const QDateTime &now)
{
    Application application(stored, now);
    for (qsizetype i = 0; i < patch.allowlist.size(); ++i)
        application.add(patch.allowlist[i], int(i));
    return std::move(application).result();
}

} // namespace gatehouse::server
