// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Allowlist.h"
#include "allowlist/KeptFields.h"

#include <optional>
#include <vector>

namespace gatehouse {

// What a service cannot hold of its entries, this computer keeps: the overlay. Outside of the files named
// Overlay* every entry is complete, and nobody needs to know who holds what.
//
// An entry that is inactive where the service knows no such thing is not at the service at all. An expiry may also
// stand in the label at the service (LabelExpiry.h): that is read wherever the service holds labels and no expiry,
// whether the user chose to write it so or not, and goes before one that is kept here.

/// How a service and this computer share the entries of one list.
struct Holding
{
    KeptFields kept;            ///< what the service has no field for
    bool expiryInLabel = false; ///< the user's choice: where a new expiry goes
    std::optional<int> maximumLabelLength;
    bool operator==(const Holding &) const = default;

    [[nodiscard]] bool readsLabels() const { return kept.expiry && !kept.label; }
    [[nodiscard]] bool writesLabels() const { return readsLabels() && expiryInLabel; }
};

/// What is kept of one entry. Only entries have a row of which something is kept, and those that share a range with
/// one: so a row that has no id to go by cannot be taken for another entry's.
struct OverlayRow
{
    enum class State {
        There,  ///< the entry is at the service; when it is not, it has vanished
        Away,   ///< it is switched off, and only here
        Coming, ///< as it is wanted since a change was sent: at the service or not, both are right
        Going,  ///< as it was before that change, with what shall be kept of it from now on; likewise
    };

    State state = State::There;
    QString remoteId;     ///< of the entry at the service; empty where that has none, or before it is known
    EntryContent content; ///< complete, so that the entry can be brought back from it alone
    QJsonObject unknownFields;
    // Only of what is coming or going, together: unsettled.
    std::optional<QDateTime> since;       ///< when the change was sent
    std::optional<EntryContent> replaces; ///< of the row for which this one stands when the change has arrived
    bool operator==(const OverlayRow &) const = default;
};

struct Overlay
{
    std::vector<OverlayRow> rows;
    bool operator==(const Overlay &) const = default;
};

/// Where an entry of the complete list is.
enum class Place {
    Service,
    ServiceWithExpiryInLabel,
    Here,     ///< switched off, and only kept here
    Vanished, ///< kept here as being at the service, which does not have it any more. Inactive in the list
};

[[nodiscard]] constexpr bool isAtService(Place place)
{
    return place == Place::Service || place == Place::ServiceWithExpiryInLabel;
}

/// A list as read, made complete.
struct CompleteList
{
    std::vector<Entry> entries; ///< in the service's order, then what is only here; keys as they came, null if not
    std::vector<Place> places;  ///< of each entry
    Overlay overlay;            ///< to be kept from now on
};

/// Puts together what the service told and what is kept here. Rows follow their entry by its id, else by equal content,
/// else by its range; of several that fit, one that is surely there goes first, then one that is coming.
///
/// A row whose entry is not there: the entry has vanished, or is the one that is switched off. When its time is over it
/// is gone, as it should be. An unsettled row invents no entry that would be live; it stands as it is for a quarter of
/// an hour, since its change may still be on the way, and counts as settled after that. What has another id than its
/// row and would be over because of it is not that entry but a new one of the same range: it is left alone.
CompleteList completed(std::vector<Entry> held, const Overlay &overlay, const Holding &holding, const QDateTime &now);

/// The rows for a complete list that is as the service has it.
Overlay overlayOf(const std::vector<Entry> &entries, const std::vector<Place> &places, const Holding &holding);

/// Where the entries of a list are that was completed before and stored since, as far as the overlay tells.
std::vector<Place> placesOf(const std::vector<Entry> &entries, const Overlay &overlay, const Holding &holding);

} // namespace gatehouse
