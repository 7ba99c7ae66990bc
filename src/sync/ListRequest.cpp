// SPDX-License-Identifier: Apache-2.0
#include "sync/ListRequest.h"

#include "allowlist/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse {

namespace {

/// Makes the edits of a request on the list that was just read.
class RequestEdits
{
    Q_DECLARE_TR_FUNCTIONS(ManyLists)

public:
    RequestEdits(ListSession &session, const QDateTime &now)
        : m_session(session)
        , m_now(now)
    {}

    QStringList operator()(const AddRanges &request)
    {
        std::vector<EntryContent> missing;
        for (const EntryContent &content : request.contents) {
            if (isThere(content))
                m_notes += tr("%1 is on the list already.").arg(toShortQString(content.range));
            else
                missing.push_back(content);
        }
        if (!missing.empty())
            m_session.add(missing);
        return m_notes;
    }

    QStringList operator()(const ExpireRanges &request)
    {
        m_session.setExpiry(keysOf(request.ranges), request.expiresAt);
        return m_notes;
    }

    QStringList operator()(const RemoveRanges &request)
    {
        m_session.remove(keysOf(request.ranges));
        return m_notes;
    }

private:
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_session.draft().snapshot().entries(); }

    [[nodiscard]] bool isThere(const EntryContent &wanted) const
    {
        const auto lastsAsLong = [&](const std::optional<QDateTime> &end) {
            return !end || (wanted.expiresAt && *end >= *wanted.expiresAt);
        };
        return std::ranges::any_of(entries(), [&](const Entry &entry) {
            return entry.content.isOf(wanted.range) && entry.content.active == wanted.active &&
                   !entry.isExpired(m_now) && lastsAsLong(entry.content.expiresAt);
        });
    }

    std::vector<EntryKey> keysOf(const std::vector<IpRange> &ranges)
    {
        std::vector<EntryKey> keys;
        for (const IpRange &range : ranges) {
            const std::size_t before = keys.size();
            for (const Entry &entry : entries()) {
                if (entry.content.isOf(range))
                    keys.push_back(entry.key);
            }
            if (keys.size() == before)
                m_notes += tr("The list has no entry %1.").arg(toShortQString(range));
        }
        return keys;
    }

    ListSession &m_session;
    const QDateTime m_now;
    QStringList m_notes;
};

} // namespace

ListOrder orderFor(const ConnectionRecord &connection, const ListRequest &request, const Clock &clock)
{
    const auto edit = [request, &clock](ListSession &session) {
        return ready<QStringList>(std::visit(RequestEdits(session, clock.now()), request));
    };
    return {connection, edit, {}, {}};
}

} // namespace gatehouse
