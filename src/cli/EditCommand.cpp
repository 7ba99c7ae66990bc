// SPDX-License-Identifier: Apache-2.0
#include "cli/EditCommand.h"

#include "cli/Text.h"

namespace gatehouse::cli {

EditCommand::EditCommand(Arguments &parent)
    : WriteCommand(parent, "edit", "Change an entry; what is not named stays")
{
    arguments().option("RANGE", m_range, "The entry's range as it is").required();
    arguments().option("--range", m_newRange, "Another range");
    arguments().option("--label", m_label, "Another label");
    arguments().option("--expires", m_expires, "never, 6h, 12h, 1d, 1w, 1mo, or a time with its zone");
    const Argument activate = arguments().flag("--activate", m_activate, "Switch it on");
    arguments().flag("--deactivate", m_deactivate, "Switch it off").excludes(activate);
}

Result<EntryContent> EditCommand::changed(EntryContent content, const QDateTime &now) const
{
    if (m_newRange) {
        const Result<IpRange> range = rangeFrom(*m_newRange);
        if (!range)
            return failure(range.error());
        content.range = *range;
    }
    if (m_label)
        content.label = QString::fromStdString(*m_label);
    if (m_expires) {
        const auto expiresAt = expiryFrom(*m_expires, now);
        if (!expiresAt)
            return failure(expiresAt.error());
        content.expiresAt = *expiresAt;
    }
    if (m_activate || m_deactivate)
        content.active = m_activate;
    return content;
}

Future<void> EditCommand::edit(ListSession &session, Context &context)
{
    if (!m_newRange && !m_label && !m_expires && !m_activate && !m_deactivate)
        return readyFailure<void>(usageError(Text::tr("Say what to change: --range, --label, --expires, --activate or "
                                                      "--deactivate.")));
    const Result<IpRange> range = rangeFrom(m_range);
    if (!range)
        return readyFailure<void>(range.error());
    const Result<EntryKey> key = entryOf(session, *range);
    if (!key)
        return readyFailure<void>(key.error());
    const Result<EntryContent> content = changed(session.draft().entry(*key)->content, context.clock.now());
    if (!content)
        return readyFailure<void>(content.error());
    session.edit(*key, *content);
    return ready<void>({});
}

} // namespace gatehouse::cli
