// SPDX-License-Identifier: Apache-2.0
#include "cli/AddCommand.h"

#include "allowlist/Text.h"
#include "cli/ChangeOutput.h"
#include "cli/Text.h"

#include <algorithm>

namespace gatehouse::cli {

AddCommand::AddCommand(Arguments &parent)
    : WriteCommand(parent, "add", "Add an entry")
{
    arguments().option("RANGE", m_range, "An address, a CIDR range, `any`, or `current` for your own").required();
    arguments().option("--label", m_label, "Who or what it is");
    arguments().option("--expires", m_expires, "never, 6h, 12h, 1d, 1w, 1mo, or a time with its zone");
    arguments().flag("--inactive", m_inactive, "Keep it switched off");
    arguments().flag("--network", m_network,
                     "With `current`: the /64 network of an IPv6 address that changes, instead of the address");
}

Future<void> AddCommand::edit(ListSession &session, Context &context)
{
    const auto expiresAt = expiryFrom(m_expires, context.clock.now());
    if (!expiresAt)
        return readyFailure<void>(expiresAt.error());
    EntryContent content;
    content.label = QString::fromStdString(m_label.value_or(std::string()));
    content.active = !m_inactive;
    content.expiresAt = *expiresAt;
    if (m_range != "current") {
        const Result<IpRange> range = rangeFrom(m_range);
        if (!range)
            return readyFailure<void>(range.error());
        return ready<void>(add(session, {*range}, content, context));
    }
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session.findCurrentAddresses(),
                [this, &session, &context, content, chain](const CurrentAddresses &found) {
                    std::vector<IpRange> ranges;
                    for (const auto &address : {found.v4, found.v6}) {
                        if (address)
                            ranges.push_back(rangeOf(*address, context));
                    }
                    chain->finish(add(session, ranges, content, context));
                });
    return chain->future();
}

/// An address that changes is offered as its network: asked where somebody can answer, else told.
IpRange AddCommand::rangeOf(const IpAddress &address, Context &context) const
{
    const auto network = steadyNetworkOf(address);
    if (!network)
        return IpRange::of(address);
    if (m_network)
        return *network;
    const QString text = toQString(address);
    if (asksQuestions(context)) {
        const QString question = Text::tr("%1 looks like an address that changes. Add its network %2 instead?");
        return agrees(question.arg(text, toShortQString(*network)), context) ? *network : IpRange::of(address);
    }
    context.err << Text::tr("Note: %1 looks like an address that changes. --network adds its network %2 instead.")
                       .arg(text, toShortQString(*network))
                << '\n';
    return IpRange::of(address);
}

/// What is there as it is wanted is left alone, so that a call can be repeated.
Result<void> AddCommand::add(ListSession &session, const std::vector<IpRange> &ranges, EntryContent content,
                             Context &context) const
{
    std::vector<EntryContent> added;
    for (const IpRange &range : ranges) {
        content.range = range;
        const bool isKnown = std::ranges::any_of(session.draft().snapshot().entries(),
                                                 [&](const Entry &entry) { return entry.content.isOf(range); });
        if (!isKnown || isForced())
            added.push_back(content);
        else if (!isThere(session, content))
            return failure(ErrorKind::Rejected,
                           Text::tr("%1 is on the list already, with other content. Nothing was sent: `edit` changes "
                                    "that entry, --force adds a second one.")
                               .arg(toShortQString(range)));
        else
            context.err << Text::tr("%1: %2 is on the list already. Nothing is to be done.")
                               .arg(session.connection().name, toShortQString(range))
                        << '\n';
    }
    if (!added.empty())
        session.add(added);
    return {};
}

/// An entry of this range is as it was asked for; a label that was not named may be any.
bool AddCommand::isThere(const ListSession &session, const EntryContent &content) const
{
    return std::ranges::any_of(session.draft().snapshot().entries(), [&](const Entry &entry) {
        EntryContent known = entry.content;
        if (!m_label)
            known.label = content.label;
        return known == content;
    });
}

} // namespace gatehouse::cli
