// SPDX-License-Identifier: Apache-2.0
#include "allowlist/OverlaySending.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace gatehouse {

namespace {

using State = OverlayRow::State;

/// The overlay while a draft is made into rows of it.
class Unsettling
{
public:
    Unsettling(const Overlay &stored, const Draft &draft, const Places &places, const Holding &holding,
               const QDateTime &now)
        : m_draft(draft)
        , m_places(places)
        , m_holding(holding)
        , m_now(now)
        , m_changes(draft.changes())
    {
        for (const OverlayRow &row : stored.rows)
            append(row);
        m_isTaken.assign(m_rows.size(), false);
    }

    Overlay run()
    {
        findRanges();
        for (const Change &change : m_changes.changes) {
            if (!change.before)
                add(*change.after);
            else if (!change.after)
                remove(*change.before);
            else
                alter(*change.before, *change.after);
        }
        standBy();
        Overlay overlay;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (!m_isGone[i])
                overlay.rows.push_back(std::move(m_rows[i]));
        }
        return overlay;
    }

private:
    void append(OverlayRow row)
    {
        const std::size_t position = m_rows.size();
        m_byRange.emplace(row.content.range, position);
        if (!row.remoteId.isEmpty())
            m_byId.insert(row.remoteId, position);
        m_rows.push_back(std::move(row));
        m_isGone.push_back(false);
        m_isTaken.push_back(true); // what is made here is made for its entry
    }

    /// The ranges of which everything needs a row, see OverlayRow.
    void findRanges()
    {
        for (const OverlayRow &row : m_rows)
            m_ranges.insert(row.content.range);
        for (const Change &change : m_changes.changes) {
            if (!keepsSomething(change.before, placeOf(change.key())) && !keepsSomething(change.after, Place::Service))
                continue;
            for (const std::optional<Entry> &side : {change.before, change.after}) {
                if (side)
                    m_ranges.insert(side->content.range);
            }
        }
    }

    [[nodiscard]] bool keepsSomething(const std::optional<Entry> &entry, Place place) const
    {
        return entry && (!isAtService(place) || keptOf(entry->content, place, m_holding).any());
    }

    [[nodiscard]] Place placeOf(const EntryKey &key) const { return m_places.value(key, Place::Service); }

    /// The row of an entry of the snapshot, which nobody else gets after that.
    std::optional<std::size_t> take(const Entry &entry)
    {
        std::optional<std::size_t> best;
        if (const auto byId = m_byId.constFind(entry.remoteId); byId != m_byId.cend() && isFree(*byId)) {
            best = *byId;
        } else {
            int bestFit = -1;
            const auto [begin, end] = m_byRange.equal_range(entry.content.range);
            for (auto found = begin; found != end; ++found) {
                const int fit = isFree(found->second) ? fitOf(entry, m_rows[found->second]) : -1;
                if (fit > bestFit) {
                    best = found->second;
                    bestFit = fit;
                }
            }
        }
        if (best)
            m_isTaken[*best] = true;
        return best;
    }

    [[nodiscard]] bool isFree(std::size_t position) const { return !m_isGone[position] && !m_isTaken[position]; }

    /// How well they agree; negative: not at all.
    [[nodiscard]] int fitOf(const Entry &entry, const OverlayRow &row) const
    {
        const Place place = placeOf(entry.key);
        const bool mayBeAway = place == Place::Here || (place == Place::Vanished && !m_holding.kept.active);
        if (row.state == State::Away ? !mayBeAway : row.state == State::There && place == Place::Here)
            return -1;
        const bool isUsual = row.state == (place == Place::Here ? State::Away : State::There);
        const EntryContent &content = row.content;
        return (content.label == entry.content.label ? 8 : 0) + (content.expiresAt == entry.content.expiresAt ? 4 : 0) +
               (content.active == entry.content.active ? 2 : 0) + (isUsual ? 1 : 0);
    }

    OverlayRow rowOf(const Entry &entry, State state) const
    {
        OverlayRow row;
        row.state = state;
        row.remoteId = state == State::There ? entry.remoteId : QString();
        row.content = entry.content;
        row.unknownFields = entry.unknownFields;
        if (state == State::Coming || state == State::Going)
            row.since = m_now;
        return row;
    }

    [[nodiscard]] bool needsRow(const EntryContent &content) const { return m_ranges.contains(content.range); }

    void add(const Entry &wanted)
    {
        if (!heldWanted(wanted, Place::Service, m_holding))
            append(rowOf(wanted, State::Away));
        else if (needsRow(wanted.content))
            expect(rowOf(wanted, State::Coming));
    }

    void expect(OverlayRow coming)
    {
        dropFormerAttempt(coming.content);
        append(std::move(coming));
    }

    /// The same change, from a sending whose outcome nobody saw.
    void dropFormerAttempt(const EntryContent &wanted)
    {
        const auto [begin, end] = m_byRange.equal_range(wanted.range);
        for (auto found = begin; found != end; ++found) {
            const OverlayRow &row = m_rows[found->second];
            if (isFree(found->second) && row.state == State::Coming && row.content == wanted)
                m_isGone[found->second] = true;
        }
    }

    void remove(const Entry &before)
    {
        const auto row = take(before);
        if (!row)
            return;
        if (isAtService(placeOf(before.key)))
            letGo(m_rows[*row]);
        else
            m_isGone[*row] = true;
    }

    void letGo(OverlayRow &row) const
    {
        row.state = State::Going;
        row.since = m_now;
    }

    void alter(const Entry &before, const Entry &after)
    {
        const Place place = placeOf(before.key);
        const auto now = heldNow(before, place, m_holding);
        const auto then = heldWanted(after, place, m_holding);
        const auto row = take(before);
        if (now && then)
            alterThere(before, after, row, now->content == then->content);
        else if (now)
            switchOff(before, after, row);
        else if (then)
            switchOn(before, after, row);
        else
            alterHere(after, place, row);
    }

    void alterHere(const Entry &after, Place place, std::optional<std::size_t> row)
    {
        OverlayRow here = rowOf(after, place == Place::Vanished ? State::There : State::Away);
        here.content.active = place == Place::Vanished;
        replace(row, std::move(here));
    }

    void replace(std::optional<std::size_t> row, OverlayRow by)
    {
        if (row)
            m_isGone[*row] = true;
        append(std::move(by));
    }

    void alterThere(const Entry &before, const Entry &after, std::optional<std::size_t> row, bool isSameThere)
    {
        if (!row && !needsRow(before.content) && !needsRow(after.content))
            return;
        if (isSameThere) {
            replace(row, rowOf(after, State::There));
            return;
        }
        replace(row, formerOf(before, after));
        expect(rowOf(after, State::Coming));
    }

    /// The entry as it is still there, with what shall be kept of it from now on.
    OverlayRow formerOf(const Entry &before, const Entry &after) const
    {
        OverlayRow former = rowOf(before, State::Going);
        former.remoteId = before.remoteId;
        if (m_holding.kept.label)
            former.content.label = after.content.label;
        if (m_holding.kept.expiry)
            former.content.expiresAt = after.content.expiresAt;
        return former;
    }

    void switchOff(const Entry &before, const Entry &after, std::optional<std::size_t> row)
    {
        OverlayRow off = rowOf(after, State::Coming);
        if (before.content.range == after.content.range) {
            off.remoteId = before.remoteId;
            replace(row, std::move(off));
            return;
        }
        OverlayRow former = formerOf(before, after);
        off.replaces = former.content;
        replace(row, std::move(former));
        expect(std::move(off));
    }

    void switchOn(const Entry &before, const Entry &after, std::optional<std::size_t> row)
    {
        const bool isVanished = placeOf(before.key) == Place::Vanished;
        if (before.content.range != after.content.range) {
            OverlayRow on = rowOf(after, State::Coming);
            if (row)
                on.replaces = m_rows[*row].content;
            expect(std::move(on));
            return;
        }
        OverlayRow on = rowOf(after, isVanished ? State::There : State::Coming);
        on.content.active = isVanished;
        replace(row, std::move(on));
    }

    /// Rows for what stays as it is and shares a range with something that is kept.
    void standBy()
    {
        for (const Entry &entry : m_draft.snapshot().entries()) {
            const bool concerns = needsRow(entry.content) && isAtService(placeOf(entry.key));
            if (!concerns || m_draft.change(entry.key) || take(entry))
                continue;
            OverlayRow row = rowOf(entry, State::There);
            if (placeOf(entry.key) == Place::ServiceWithExpiryInLabel)
                row.content.expiresAt.reset();
            append(std::move(row));
        }
    }

    const Draft &m_draft;
    const Places &m_places;
    const Holding &m_holding;
    const QDateTime m_now;
    const ChangeSet m_changes;
    std::vector<OverlayRow> m_rows;
    std::vector<bool> m_isGone;
    std::vector<bool> m_isTaken; ///< belongs to an entry that was looked at
    std::unordered_multimap<IpRange, std::size_t> m_byRange;
    QHash<QString, std::size_t> m_byId;
    std::unordered_set<IpRange> m_ranges;
};

} // namespace

Overlay unsettled(const Overlay &stored, const Draft &complete, const Places &places, const Holding &holding,
                  const QDateTime &now)
{
    return Unsettling(stored, complete, places, holding, now).run();
}

Overlay afterSending(const Overlay &stored, const Overlay &sent, const QDateTime &since)
{
    Overlay overlay = stored;
    std::vector<OverlayRow> own;
    std::ranges::copy_if(sent.rows, std::back_inserter(own), [&](const OverlayRow &row) { return row.since == since; });
    for (OverlayRow &row : overlay.rows) {
        if (row.since == since)
            row.since.reset();
    }
    std::unordered_multimap<IpRange, std::size_t> kept;
    for (std::size_t i = 0; i < overlay.rows.size(); ++i)
        kept.emplace(overlay.rows[i].content.range, i);
    for (OverlayRow &row : own) {
        row.since.reset();
        const auto [begin, end] = kept.equal_range(row.content.range);
        const bool isKept =
            std::any_of(begin, end, [&](const auto &position) { return overlay.rows[position.second] == row; });
        if (!isKept)
            overlay.rows.push_back(std::move(row));
    }
    return overlay;
}

} // namespace gatehouse
