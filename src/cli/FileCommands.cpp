// SPDX-License-Identifier: Apache-2.0
#include "cli/FileCommands.h"

#include "cli/Text.h"

namespace gatehouse::cli {

FileCommand::FileCommand(Arguments &parent, const std::string &name, const std::string &description, Purpose purpose)
    : WriteCommand(parent, name, description, purpose)
{
    arguments().option("FILE", m_file, "CSV or JSON as `list` writes it; - is standard input").required();
}

Result<void> FileCommand::prepare(Context &context)
{
    const QString name = QString::fromStdString(m_file);
    return contentOfFile(name)
        .and_then([&](const QByteArray &bytes) { return readEntries(bytes, name, context.clock.now()); })
        .map([this](std::vector<FileEntry> &&entries) { m_wanted = std::move(entries); });
}

Future<void> FileCommand::edit(ListSession &session, Context &context)
{
    const ChangeSet changes = changesTo(m_wanted, session.draft().snapshot());
    if (changes.isEmpty())
        context.err << Text::tr("Nothing is to be done: the list is as the file wants it.") << '\n';
    std::vector<EntryContent> added;
    std::vector<EntryKey> removed;
    for (const Change &change : changes.changes) {
        if (change.kind() == Change::Kind::Added)
            added.push_back(change.after->content);
        else if (change.kind() == Change::Kind::Changed)
            session.edit(change.key(), change.after->content);
        else
            removed.push_back(change.key());
    }
    if (!added.empty())
        session.add(added);
    if (!removed.empty())
        session.remove(removed);
    return ready<void>({});
}

} // namespace gatehouse::cli
