// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/MainActions.h"
#include "desktop/models/EntryTableModel.h"
#include "sync/ListSession.h"

#include <QObject>

namespace gatehouse {

class EntryTableView;

/// What the window's actions do with the selected entries of the list in front. Lives as long as that list is in front;
/// without one the actions are disabled.
class EntryActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryActions)

public:
    /// All must outlive this.
    EntryActions(const MainActions &actions, ListSession &session, EntryTableModel &model, EntryTableView &table,
                 const Clock &clock, QObject *parent = nullptr);
    ~EntryActions() override;

    /// Of the actions, those that make sense in the context menu of a table.
    static QList<QAction *> forContextMenu(const MainActions &actions);

    void update();

Q_SIGNALS:
    /// A conflict was settled: nothing stands in the way of sending any more, as far as this entry goes.
    void settled();

private:
    void connectActions();
    void fillExpiryMenu();
    void chooseExpiry();
    void settle(ListSession::Version version);
    [[nodiscard]] std::vector<EntryKey> selected() const;
    [[nodiscard]] bool canChange(const std::vector<EntryKey> &keys) const;
    [[nodiscard]] bool hasVanished(const std::vector<EntryKey> &keys) const;
    void updateOwn(const std::vector<EntryKey> &keys);

    MainActions m_actions;
    ListSession &m_session;
    EntryTableModel &m_model;
    EntryTableView &m_table;
    const Clock &m_clock;
    QList<QAction *> m_presets;
    bool m_isSettling = false;
};

} // namespace gatehouse
