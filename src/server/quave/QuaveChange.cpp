// SPDX-License-Identifier: Apache-2.0
#include "server/quave/QuaveChange.h"

#include "server/JsonFields.h"
#include "server/data/Secret.h"

#include <QHash>
#include <QSet>

#include <string>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

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
            return m_complaints.fault();
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
            refuse(u"entryId"_s, u"unknown-entry"_s, u"There is no entry '%1'."_s.arg(*sent.entryId));
            return std::nullopt;
        }
        if (m_sentIds.contains(*sent.entryId)) {
            refuse(u"entryId"_s, u"duplicate-entry"_s, u"The entry '%1' is sent twice."_s.arg(*sent.entryId));
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
            return refuse(u"ip"_s, u"missing"_s, u"A new entry needs 'ip'."_s);
        const auto before = m_indexOfRange.constFind(entry.range.toString());
        if (before != m_indexOfRange.cend())
            return refuse(
                u"ip"_s, u"duplicate-ip"_s,
                u"'%1' is the same range as entry %2 of the list."_s.arg(shortText(entry.range)).arg(*before));
        m_indexOfRange.insert(entry.range.toString(), m_index);
        return true;
    }

    /// What the list tells may be sent back, but not changed.
    bool checkCreation(const QuaveEntry &sent, const StoredEntry &entry)
    {
        if (!sent.createdAt || (sent.entryId && *sent.createdAt == entry.createdAt))
            return true;
        return refuse(u"createdAt"_s, u"read-only"_s, u"'createdAt' cannot be set."_s);
    }

    bool setExpiry(const QuaveEntry &sent, StoredEntry &entry)
    {
        if (isAsStored(sent, entry))
            return true;
        if (sent.deleteEntry && sent.expiresAt && (sent.deleteEntry->duration || sent.expiresAt->isValid()))
            return refuse(u"expiresAt"_s, u"contradicting-expiry"_s,
                          u"'deleteEntry' and 'expiresAt' say different times; send one of them."_s);
        if (sent.expiresAt && sent.expiresAt->isValid() && *sent.expiresAt <= m_now)
            return refuse(u"expiresAt"_s, u"past-expiry"_s, u"'expiresAt' has passed already."_s);
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

std::variant<QList<StoredEntry>, Fault> applyQuavePatch(const QuavePatch &patch, const QList<StoredEntry> &stored,
                                                        const QDateTime &now)
{
    Application application(stored, now);
    for (qsizetype i = 0; i < patch.allowlist.size(); ++i)
        application.add(patch.allowlist[i], int(i));
    return std::move(application).result();
}

} // namespace gatehouse::server
