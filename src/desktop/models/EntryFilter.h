// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"

#include <string>
#include <variant>

namespace gatehouse {

/// Which entries a table shows. An address asks for the entries that contain it, a CIDR block for those that overlap
/// it (host bits are forgiven), any other text is looked for in labels and ranges, letter case aside. A value.
class EntryFilter
{
public:
    enum class Quick {
        All,
        Active,   ///< switched on and not expired
        Inactive, ///< switched off
        Expired,
        Pending,   ///< not at the service like this: added, changed, removed, under way, failed, in conflict
        Attention, ///< failed, in conflict, overdue or vanished: does not get right by waiting
    };

    /// Shows all.
    EntryFilter() = default;
    explicit EntryFilter(const QString &text, Quick quick = Quick::All);

    [[nodiscard]] Quick quick() const { return m_quick; }
    [[nodiscard]] bool showsAll() const;
    /// The passing of time alone can change what is shown.
    [[nodiscard]] bool dependsOnTime() const { return m_quick == Quick::Active || m_quick == Quick::Expired; }
    [[nodiscard]] bool accepts(const EntryRow &row, const QDateTime &now) const;

    /// One translated sentence that says what is shown: "Entries that let 10.1.2.3 in while they are active". Empty
    /// when everything is.
    [[nodiscard]] QString sentence() const;

    bool operator==(const EntryFilter &) const = default;

private:
    /// Free text, in the forms in which it is looked for.
    struct Words
    {
        QString text;
        std::string inRange; // lower case; empty when no range can have it
        bool inAny = false;  // part of what stands for any address
        bool operator==(const Words &) const = default;
    };
    using Wanted = std::variant<std::monostate, IpAddress, IpRange, Words>;

    static Wanted read(const QString &text);
    static Words readWords(const QString &text);
    [[nodiscard]] bool acceptsState(const EntryRow &row, const QDateTime &now) const;
    [[nodiscard]] bool acceptsContent(const EntryContent &content) const;
    static bool acceptsWords(const Words &words, const EntryContent &content);

    Wanted m_wanted;
    Quick m_quick = Quick::All;
};

} // namespace gatehouse
