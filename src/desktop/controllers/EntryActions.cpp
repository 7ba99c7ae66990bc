// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/EntryActions.h"

#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ExpiryPopup.h"
#include "sync/Following.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace gatehouse {

EntryActions::EntryActions(const MainActions &actions, ListSession &session, EntryTableModel &model,
                           EntryTableView &table, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_session(session)
    , m_model(model)
    , m_table(table)
    , m_clock(clock)
{
    connectActions();
    fillExpiryMenu();
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &EntryActions::update);
    connect(&model, &QAbstractItemModel::modelReset, this, &EntryActions::update);
    connect(&session, &ListSession::entriesChanged, this, &EntryActions::update);
    connect(&session, &ListSession::listReset, this, &EntryActions::update);
    update();
}

EntryActions::~EntryActions()
{
    qDeleteAll(m_presets);
    for (QAction *action : forContextMenu(m_actions))
        action->setEnabled(false);
}

QList<QAction *> EntryActions::forContextMenu(const MainActions &actions)
{
    return {actions.editEntry, actions.activate,   actions.deactivate, actions.expiry->menuAction(),
            actions.keepMine,  actions.takeTheirs, actions.keepBoth,   actions.own,
            actions.bringBack, actions.revert,     actions.copy,       actions.removeEntry};
}

void EntryActions::connectActions()
{
    const auto does = [this](QAction *action, auto what) { connect(action, &QAction::triggered, this, what); };
    does(m_actions.editEntry, [this] { m_table.edit(m_table.currentIndex()); });
    does(m_actions.activate, [this] { m_session.setActive(selected(), true); });
    does(m_actions.deactivate, [this] { m_session.setActive(selected(), false); });
    does(m_actions.expireAt, [this] { chooseExpiry(); });
    does(m_actions.keepMine, [this] { settle(ListSession::Version::Mine); });
    does(m_actions.takeTheirs, [this] { settle(ListSession::Version::Theirs); });
    does(m_actions.keepBoth, [this] { settle(ListSession::Version::Both); });
    does(m_actions.own, [this] { m_session.setOwn(selected(), m_actions.own->isChecked()); });
    does(m_actions.bringBack, [this] { m_session.bringBack(selected()); });
    does(m_actions.revert, [this] { m_session.revert(selected()); });
    does(m_actions.removeEntry, [this] { m_session.remove(selected()); });
    does(m_actions.copy, [this] { m_table.copySelection(); });
    does(m_actions.selectAll, [this] { m_table.selectAll(); });
}

void EntryActions::fillExpiryMenu()
{
    for (const ExpiryPreset preset : expiryPresets) {
        auto *action = new QAction(titleOf(preset), this);
        action->setObjectName(QStringLiteral("actionExpiry_") + wordFor(preset));
        connect(action, &QAction::triggered, this,
                [this, preset] { m_session.setExpiry(selected(), expiryAfter(preset, m_clock.now())); });
        m_actions.expiry->insertAction(m_actions.expireAt, action);
        m_presets.append(action);
    }
}

void EntryActions::chooseExpiry()
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid())
        return;
    auto *popup = new ExpiryPopup(m_clock, &m_table);
    connect(popup, &ExpiryPopup::closed, popup, &QObject::deleteLater);
    connect(popup, &ExpiryPopup::chosen, this,
            [this](const ExpiryChoice &choice) { m_session.setExpiry(selected(), choice.expiresAt(m_clock.now())); });
    const QModelIndex cell = current.siblingAtColumn(static_cast<int>(EntryColumn::Expires));
    const QRect place = m_table.visualRect(cell);
    popup->openAt({m_table.viewport()->mapToGlobal(place.topLeft()), place.size()},
                  ExpiryChoice::of(m_model.rowAt(current.row()).entry.content.expiresAt));
}

void EntryActions::settle(ListSession::Version version)
{
    bool isAny = false;
    {
        // Each settled one looks at all selected ones again otherwise.
        const QScopedValueRollback settling(m_isSettling, true);
        for (const EntryKey &key : selected())
            isAny = m_session.settle(key, version) || isAny;
    }
    update();
    if (isAny)
        Q_EMIT settled();
}

std::vector<EntryKey> EntryActions::selected() const
{
    return m_table.selectedKeys();
}

/// Of very many selected ones not every one is looked at: bringing back leaves the others alone.
bool EntryActions::hasVanished(const std::vector<EntryKey> &keys) const
{
    constexpr std::size_t fewEnough = 2000;
    return keys.size() > fewEnough || std::ranges::any_of(keys, [this](const EntryKey &key) {
               return m_session.stateOf(key) == RowState::Vanished;
           });
}

/// For a few selected addresses: nobody is on hundreds.
void EntryActions::updateOwn(const std::vector<EntryKey> &keys)
{
    constexpr std::size_t few = 50;
    const auto canBeOwn = [this](const EntryKey &key) {
        const std::optional<Entry> entry = m_session.draft().entry(key);
        return entry && canFollow(entry->content);
    };
    const bool can = !keys.empty() && keys.size() <= few && std::ranges::all_of(keys, canBeOwn);
    m_actions.own->setEnabled(can);
    m_actions.own->setChecked(can &&
                              std::ranges::all_of(keys, [this](const EntryKey &key) { return m_session.isOwn(key); }));
}

/// What is no range is only looked at.
bool EntryActions::canChange(const std::vector<EntryKey> &keys) const
{
    return std::ranges::any_of(keys, [this](const EntryKey &key) {
        return !m_model.rowAt(m_model.indexOf(key).row()).entry.content.isForeign();
    });
}

void EntryActions::update()
{
    if (m_isSettling)
        return;
    const std::vector<EntryKey> keys = selected();
    const bool any = canChange(keys);
    for (QAction *action : forContextMenu(m_actions))
        action->setEnabled(any);
    m_actions.copy->setEnabled(!keys.empty());
    for (QAction *action : {m_actions.keepMine, m_actions.takeTheirs, m_actions.keepBoth}) {
        const bool conflicts = !m_session.conflicts().empty();
        action->setVisible(conflicts);
        action->setEnabled(any && conflicts);
    }
    updateOwn(keys);
    m_actions.bringBack->setVisible(any && hasVanished(keys));
    m_actions.revert->setEnabled(any && !m_session.draft().isClean());
    m_actions.selectAll->setEnabled(m_model.rowCount() > 0);
}

} // namespace gatehouse
