// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Overlay.h"

#include "allowlist/LabelExpiry.h"
#include "allowlist/Pairing.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>
#include <unordered_set>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;
using State = OverlayRow::State;

/// So long a change may be on its way.
constexpr std::chrono::seconds sendingTime = 15min;

bool mayBeOnItsWay(const OverlayRow &row, const QDateTime &now)
{
    return row.since && *row.since <= now && row.since->secsTo(now) < sendingTime.count();
}

bool isOver(const OverlayRow &row, const QDateTime &now)
{
    return row.content.expiresAt && *row.content.expiresAt <= now;
}

/// The content in what the service holds of it.
EntryContent bare(EntryContent content, const KeptFields &kept)
{
    if (kept.label)
        content.label.clear();
    if (kept.active)
        content.active = true;
    if (kept.expiry)
        content.expiresAt.reset();
    return content;
}

/// Of a row; an expiry that is in the label has none there.
bool keepsSomething(const EntryContent &content, const KeptFields &kept)
{
    return (kept.label && !content.label.isEmpty()) || (kept.expiry && content.expiresAt);
}

bool needsRow(const Entry &entry, Place place, const KeptFields &kept)
{
    const EntryContent &content = entry.content;
    return !isAtService(place) || (kept.label && !content.label.isEmpty()) ||
           (kept.expiry && content.expiresAt && place != Place::ServiceWithExpiryInLabel);
}

OverlayRow rowOf(const Entry &entry, Place place)
{
    OverlayRow row;
    row.state = place == Place::Here ? State::Away : State::There;
    row.remoteId = entry.remoteId;
    row.content = entry.content;
    row.unknownFields = entry.unknownFields;
    if (place == Place::Vanished)
        row.content.active = true;
    if (place == Place::ServiceWithExpiryInLabel)
        row.content.expiresAt.reset();
    return row;
}

/// The rows of a list, without those that `isCovered` by another row.
Overlay derived(const std::vector<Entry> &entries, const std::vector<Place> &places, const std::vector<bool> &isCovered,
                const Holding &holding)
{
    std::unordered_set<IpRange> ranges;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (needsRow(entries[i], places[i], holding.kept))
            ranges.insert(entries[i].content.range);
    }
    Overlay overlay;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!isCovered[i] && ranges.contains(entries[i].content.range))
            overlay.rows.push_back(rowOf(entries[i], places[i]));
    }
    return overlay;
}

class Completion
{
public:
    Completion(std::vector<Entry> held, const Overlay &overlay, const Holding &holding, const QDateTime &now)
        : m_rows(overlay.rows)
        , m_holding(holding)
        , m_kept(holding.kept)
        , m_now(now)
        , m_isMatched(overlay.rows.size(), false)
        , m_isOver(overlay.rows.size(), false)
        , m_stays(overlay.rows.size(), false)
    {
        m_list.places.assign(held.size(), Place::Service);
        m_list.entries = std::move(held);
    }

    CompleteList run()
    {
        readLabels();
        m_rowOf.assign(m_list.entries.size(), nullptr);
        if (!m_rows.empty()) {
            match();
            fillIn();
            endWhatWasReplaced();
            appendTheRest();
        }
        keep();
        return std::move(m_list);
    }

private:
    void readLabels()
    {
        if (!m_holding.readsLabels())
            return;
        for (std::size_t i = 0; i < m_list.entries.size(); ++i) {
            EntryContent &content = m_list.entries[i].content;
            LabelParts parts = splitLabel(content.label);
            if (!parts.expiresAt)
                continue;
            content.label = std::move(parts.label);
            content.expiresAt = parts.expiresAt;
            m_list.places[i] = Place::ServiceWithExpiryInLabel;
        }
    }

    /// Rows of what is surely at the service first; of what is coming, the latest attempt first, and what is to stay
    /// before what is to go.
    [[nodiscard]] std::vector<std::size_t> candidates() const
    {
        std::vector<std::size_t> found;
        for (const State state : {State::There, State::Coming, State::Going}) {
            for (std::size_t row = 0; row < m_rows.size(); ++row) {
                if (m_rows[row].state == state && !isNeverThere(m_rows[row]))
                    found.push_back(row);
            }
        }
        const auto isLater = [this](std::size_t left, std::size_t right) {
            const OverlayRow &one = m_rows[left];
            const OverlayRow &other = m_rows[right];
            if (one.state != State::Coming || other.state != State::Coming)
                return false;
            if (one.since != other.since)
                return other.since && (!one.since || *one.since > *other.since);
            return one.content.active && !other.content.active;
        };
        std::ranges::stable_sort(found, isLater);
        return found;
    }

    /// Switched off under a new range: at the service there is at most what it replaces.
    [[nodiscard]] bool isNeverThere(const OverlayRow &row) const
    {
        return m_kept.active && row.replaces && !row.content.active;
    }

    void match()
    {
        std::vector<Entry> held = m_list.entries;
        for (Entry &entry : held)
            entry.content = bare(std::move(entry.content), m_kept);
        const std::vector<std::size_t> rows = candidates();
        std::vector<Entry> known(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            known[i].remoteId = m_rows[rows[i]].remoteId;
            known[i].content = bare(m_rows[rows[i]].content, m_kept);
        }
        Pairing pairing(held, known);
        pairing.byRemoteId();
        pairing.byContent();
        pairing.byRange();
        for (std::size_t i = 0; i < held.size(); ++i) {
            const Entry *partner = pairing.partner(i);
            if (!partner)
                continue;
            const std::size_t row = rows[static_cast<std::size_t>(partner - known.data())];
            if (isAnother(held[i], m_rows[row]))
                continue;
            m_rowOf[i] = &m_rows[row];
            m_isMatched[row] = true;
        }
    }

    [[nodiscard]] bool isAnother(const Entry &entry, const OverlayRow &row) const
    {
        const bool hasOtherId = !row.remoteId.isEmpty() && !entry.remoteId.isEmpty() && row.remoteId != entry.remoteId;
        return hasOtherId && m_kept.expiry && isOver(row, m_now);
    }

    void fillIn()
    {
        for (std::size_t i = 0; i < m_rowOf.size(); ++i) {
            if (!m_rowOf[i])
                continue;
            EntryContent &content = m_list.entries[i].content;
            if (m_kept.label)
                content.label = m_rowOf[i]->content.label;
            if (m_kept.expiry && m_list.places[i] != Place::ServiceWithExpiryInLabel)
                content.expiresAt = m_rowOf[i]->content.expiresAt;
        }
    }

    /// Of a row and the one it replaces, only one speaks. The other stays as long as the change may be on its way.
    void endWhatWasReplaced()
    {
        std::unordered_multimap<IpRange, std::size_t> formers;
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (!m_rows[row].replaces)
                formers.emplace(m_rows[row].content.range, row);
        }
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (!m_rows[row].replaces)
                continue;
            const auto [begin, end] = formers.equal_range(m_rows[row].replaces->range);
            const auto former = std::find_if(begin, end, [&](const auto &found) { return exclude(row, found.second); });
            if (former == end)
                continue;
            m_isOver[m_isMatched[row] ? former->second : row] = true;
            m_stays[former->second] = mayBeOnItsWay(m_rows[row], m_now);
        }
    }

    /// Whether `former` is what that row replaces, and one of the two is at the service.
    [[nodiscard]] bool exclude(std::size_t row, std::size_t former) const
    {
        if (m_rows[former].content != m_rows[row].replaces)
            return false;
        const bool wasThere = m_rows[former].state == State::Going;
        if (m_isMatched[row])
            return !wasThere && !m_isMatched[former] && !m_isOver[former];
        return wasThere && m_isMatched[former] && !m_rows[row].content.active;
    }

    void appendTheRest()
    {
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (m_isMatched[row] || m_isOver[row])
                continue;
            switch (m_rows[row].state) {
            case State::Away:
                append(m_rows[row], m_kept.active ? Place::Here : Place::Vanished);
                break;
            case State::There:
                if (keepsSomething(m_rows[row].content, m_kept) && !isOver(m_rows[row], m_now))
                    append(m_rows[row], Place::Vanished);
                break;
            case State::Coming:
                if (m_kept.active && !m_rows[row].content.active)
                    append(m_rows[row], Place::Here);
                break;
            case State::Going:
                break;
            }
        }
    }

    void append(const OverlayRow &row, Place place)
    {
        Entry &entry = m_list.entries.emplace_back();
        entry.content = row.content;
        entry.content.active = false;
        entry.unknownFields = row.unknownFields;
        m_list.places.push_back(place);
        m_rowOf.push_back(&row);
    }

    void keep()
    {
        std::vector<bool> isCovered;
        isCovered.reserve(m_rowOf.size());
        for (const OverlayRow *row : m_rowOf)
            isCovered.push_back(row && mayBeOnItsWay(*row, m_now));
        m_list.overlay = derived(m_list.entries, m_list.places, isCovered, m_holding);
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (mayBeOnItsWay(m_rows[row], m_now) || (m_stays[row] && m_isOver[row]))
                m_list.overlay.rows.push_back(m_rows[row]);
        }
    }

    const std::vector<OverlayRow> &m_rows;
    const Holding &m_holding;
    const KeptFields m_kept;
    const QDateTime m_now;
    CompleteList m_list;
    std::vector<const OverlayRow *> m_rowOf; ///< of each entry; nullptr: nothing is kept of it
    std::vector<bool> m_isMatched;           ///< of each row
    std::vector<bool> m_isOver;              ///< of each row: another one took its place
    std::vector<bool> m_stays;               ///< of each row: and it is kept all the same
};

} // namespace

CompleteList completed(std::vector<Entry> held, const Overlay &overlay, const Holding &holding, const QDateTime &now)
{
    return Completion(std::move(held), overlay, holding, now).run();
}

Overlay overlayOf(const std::vector<Entry> &entries, const std::vector<Place> &places, const Holding &holding)
{
    return derived(entries, places, std::vector<bool>(entries.size(), false), holding);
}

std::vector<Place> placesOf(const std::vector<Entry> &entries, const Overlay &overlay, const Holding &holding)
{
    std::vector<Entry> known(overlay.rows.size());
    for (std::size_t row = 0; row < known.size(); ++row) {
        known[row].remoteId = overlay.rows[row].remoteId;
        known[row].content = overlay.rows[row].content;
    }
    Pairing pairing(entries, known);
    pairing.byRemoteId();
    pairing.byContent();
    pairing.byRange();

    std::vector<Place> places(entries.size(), Place::Service);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry *partner = pairing.partner(i);
        const OverlayRow *row = partner ? &overlay.rows[static_cast<std::size_t>(partner - known.data())] : nullptr;
        const EntryContent &content = entries[i].content;
        const bool mayBeOnlyHere = row && !content.active && entries[i].remoteId.isEmpty();
        if (mayBeOnlyHere && row->state == State::There && (holding.kept.active || !row->remoteId.isEmpty()))
            places[i] = Place::Vanished;
        else if (mayBeOnlyHere && holding.kept.active)
            places[i] = Place::Here;
        else if (holding.readsLabels() && content.expiresAt && !(row && row->content.expiresAt))
            places[i] = Place::ServiceWithExpiryInLabel;
    }
    return places;
}

} // namespace gatehouse
