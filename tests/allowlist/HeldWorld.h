// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "RandomLists.h"
#include "allowlist/OverlayDraft.h"

#include <algorithm>

namespace gatehouse::test {

/// A service that holds as little as `holding` says.
class SmallService
{
public:
    SmallService(const Holding &holding, bool hasIds)
        : m_holding(holding)
        , m_hasIds(hasIds)
    {}

    /// What it tells, with null keys.
    [[nodiscard]] std::vector<Entry> told() const
    {
        std::vector<Entry> list = m_held;
        for (Entry &entry : list)
            entry.key = {};
        return list;
    }

    /// Takes the list as wanted. A changed entry is a new one with a new id.
    void take(const Draft &held)
    {
        std::vector<Entry> next;
        const Allowlist result = held.result();
        for (Entry entry : result.entries()) {
            const bool isSame = held.snapshot().find(entry.key) && !held.change(entry.key);
            if (!isSame)
                entry.remoteId = m_hasIds ? QStringLiteral("id%1").arg(++m_lastId) : QString();
            next.push_back(std::move(entry));
        }
        m_held = std::move(next);
    }

    /// As somebody else does it.
    void drop(const IpRange &range)
    {
        std::erase_if(m_held, [&](const Entry &entry) { return entry.content.range == range; });
    }

    [[nodiscard]] const Holding &holding() const { return m_holding; }

private:
    Holding m_holding;
    bool m_hasIds;
    std::vector<Entry> m_held;
    int m_lastId = 0;
};

/// A complete list of a service, as a session has it.
struct OpenedList
{
    std::shared_ptr<const Allowlist> list;
    Places places;
    Overlay overlay;

    static OpenedList read(const SmallService &service, const Overlay &overlay, const Allowlist &known,
                           const QDateTime &now)
    {
        CompleteList complete = completed(service.told(), overlay, service.holding(), now);
        OpenedList opened;
        opened.list = std::make_shared<const Allowlist>(withKeysOf(std::move(complete.entries), known));
        opened.places = placesByKey(*opened.list, complete.places);
        opened.overlay = std::move(complete.overlay);
        return opened;
    }
};

inline QStringList sortedWords(const std::vector<Entry> &list)
{
    QStringList lines;
    for (const Entry &entry : list)
        lines += inWords(entry);
    lines.sort();
    return lines;
}

} // namespace gatehouse::test
