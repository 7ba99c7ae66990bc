// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryTableModel.h"
#include "sync/ListSession.h"

#include <QObject>

namespace gatehouse {

class ListPage;
struct BannerMessage;

/// Takes new entries, from the quick-add line and from elsewhere. A range that is on the list already is not added a
/// second time: it is said, with what is different, and the way to the entry is offered.
class EntryAdder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryAdder)

public:
    /// All must outlive this.
    EntryAdder(ListSession &session, ListPage &page, const EntryTableModel &model, const Clock &clock,
               QObject *parent = nullptr);

    /// Those that are missing are added as one step. The quick-add line is ready for the next, unless the last one has
    /// to be looked at again. An empty label stands for whatever an entry of that range has.
    void add(const std::vector<EntryContent> &contents);

Q_SIGNALS:
    /// The user wants to see these.
    void showRequested(const std::vector<gatehouse::EntryKey> &keys);

private:
    /// What was to be added, and what is there.
    struct Known
    {
        EntryContent wanted;
        std::vector<Entry> entries; ///< of that range, at least one
    };

    [[nodiscard]] std::optional<Known> knownOf(const EntryContent &wanted) const;
    void addMissing(const std::vector<EntryContent> &missing);
    void tell(const std::vector<Known> &known);
    [[nodiscard]] BannerMessage messageFor(const Known &known);
    [[nodiscard]] QString differenceText(const EntryContent &known, const EntryContent &wanted) const;
    void change(const EntryKey &key, const EntryContent &wanted);

    ListSession &m_session;
    ListPage &m_page;
    const EntryTableModel &m_model;
    const Clock &m_clock;
};

} // namespace gatehouse
