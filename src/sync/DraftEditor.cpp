// SPDX-License-Identifier: Apache-2.0
#include "sync/DraftEditor.h"

#include <QUndoCommand>

#include <utility>

namespace gatehouse {

class DraftEditor::Command final : public QUndoCommand
{
public:
    Command(DraftEditor &editor, const QString &text, std::vector<Step> steps)
        : QUndoCommand(text)
        , m_editor(editor)
        , m_steps(std::move(steps))
    {}

    void redo() override { swap(); }
    void undo() override { swap(); }

private:
    void swap()
    {
        QList<EntryKey> keys;
        for (Step &step : m_steps) {
            step.content = m_editor.want(step.key, step.content);
            keys.append(step.key);
        }
        Q_EMIT m_editor.edited(keys);
    }

    DraftEditor &m_editor;
    std::vector<Step> m_steps;
};

DraftEditor::DraftEditor(QObject *parent)
    : QObject(parent)
{}

void DraftEditor::reset(Draft draft, bool keepHistory)
{
    m_draft = std::move(draft);
    if (!keepHistory)
        m_undoStack.clear();
}

void DraftEditor::push(const QString &text, std::vector<Step> steps)
{
    const auto isInVain = [this](const Step &step) {
        const std::optional<EntryContent> now = wanted(step.key);
        // What is no range stays as it is.
        return now == step.content || (now && now->isForeign()) || (step.content && step.content->isForeign());
    };
    std::erase_if(steps, isInVain);
    if (!steps.empty())
        m_undoStack.push(new Command(*this, text, std::move(steps)));
}

std::optional<EntryContent> DraftEditor::wanted(const EntryKey &key) const
{
    const std::optional<Entry> entry = m_draft.entry(key);
    return entry ? std::optional(entry->content) : std::nullopt;
}

std::optional<EntryContent> DraftEditor::want(const EntryKey &key, const std::optional<EntryContent> &content)
{
    std::optional<EntryContent> before = wanted(key);
    if (!content) {
        m_draft.set(key, std::nullopt);
        return before;
    }
    // What the service tells of the entry (id, provenance, unknown fields) always comes from the snapshot.
    const Entry *known = m_draft.snapshot().find(key);
    Entry entry = known ? *known : Entry{};
    entry.key = key;
    entry.content = *content;
    m_draft.set(key, std::move(entry));
    return before;
}

} // namespace gatehouse
