// SPDX-License-Identifier: Apache-2.0
#include "cli/RemoveCommand.h"

#include "allowlist/Text.h"
#include "cli/Text.h"

namespace gatehouse::cli {

RemoveCommand::RemoveCommand(Arguments &parent)
    : WriteCommand(parent, "remove", "Remove entries")
{
    arguments().option("RANGE", m_ranges, "The entries' ranges").required();
}

Future<void> RemoveCommand::edit(ListSession &session, Context &)
{
    std::vector<EntryKey> keys;
    for (const std::string &text : m_ranges) {
        const Result<IpRange> range = rangeFrom(text);
        if (!range)
            return readyFailure<void>(range.error());
        const std::size_t before = keys.size();
        for (const Entry &entry : session.draft().snapshot().entries()) {
            if (entry.content.isOf(*range))
                keys.push_back(entry.key);
        }
        if (keys.size() == before)
            return readyFailure<void>(
                makeError(ErrorKind::NotFound, Text::tr("The list has no entry %1.").arg(toShortQString(*range))));
    }
    session.remove(keys);
    return ready<void>({});
}

} // namespace gatehouse::cli
