// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"

#include <QList>
#include <QObject>
#include <QUndoStack>

#include <vector>

namespace gatehouse {

/// A draft that is edited through undo commands. A command holds contents by key and swaps them in and out, so that it
/// stays meaningful when the snapshot under the draft is replaced: undoing an edit that is already live asks for the
/// opposite change, and never rewrites what happened.
class DraftEditor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftEditor)

public:
    /// What is wanted for one entry; empty: that it is not there.
    struct Step
    {
        EntryKey key;
        std::optional<EntryContent> content;
    };

    explicit DraftEditor(QObject *parent = nullptr);

    [[nodiscard]] const Draft &draft() const { return m_draft; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undoStack; }

    /// Another draft. The history ends with it unless `keepHistory`.
    void reset(Draft draft, bool keepHistory);
    /// One undo step; steps that change nothing are left out, and nothing is pushed when none is left.
    void push(const QString &text, std::vector<Step> steps);
    [[nodiscard]] std::optional<EntryContent> wanted(const EntryKey &key) const;

Q_SIGNALS:
    void edited(const QList<gatehouse::EntryKey> &keys);

private:
    class Command;
    /// Returns what was wanted before.
    std::optional<EntryContent> want(const EntryKey &key, const std::optional<EntryContent> &content);

    Draft m_draft;
    QUndoStack m_undoStack;
};

} // namespace gatehouse
