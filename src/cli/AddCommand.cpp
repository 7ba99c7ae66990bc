// SPDX-License-Identifier: Apache-2.0
#include "cli/AddCommand.h"

namespace gatehouse::cli {

AddCommand::AddCommand(CLI::App &parent)
    : WriteCommand(parent, "add", "Add an entry")
{
    app().add_option("RANGE", m_range, "An address, a CIDR range, `any`, or `current` for your own")->required();
    app().add_option("--label", m_label, "Who or what it is");
    app().add_option("--expires", m_expires, "never, 6h, 12h, 1d, 1w, 1mo, or a time with its zone");
    app().add_flag("--inactive", m_inactive, "Keep it switched off");
}

Future<void> AddCommand::edit(ListSession &session, Context &context)
{
    const auto expiresAt = expiryFrom(m_expires, context.clock.now());
    if (!expiresAt)
        return readyFailure<void>(expiresAt.error());
    EntryContent content;
    content.label = QString::fromStdString(m_label);
    content.active = !m_inactive;
    content.expiresAt = *expiresAt;
    if (m_range != "current") {
        const Result<IpRange> range = rangeFrom(m_range);
        if (!range)
            return readyFailure<void>(range.error());
        content.range = *range;
        session.add(content);
        return ready<void>({});
    }
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session.findCurrentAddresses(), [&session, content, chain](const CurrentAddresses &found) {
        std::vector<EntryContent> contents;
        for (const auto &address : {found.v4, found.v6}) {
            if (address) {
                contents.push_back(content);
                contents.back().range = IpRange::of(*address);
            }
        }
        session.add(contents);
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
