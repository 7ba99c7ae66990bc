// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/EmptyReason.h"

#include "desktop/theme/Icons.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

/// The context under which translators find the texts.
struct EmptyListText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::EmptyText)
};

EmptyText emptyList(EmptyListMeaning meaning, const QString &service)
{
    EmptyText text;
    text.buttonSymbol = icon(u"current-ip", IconTint::OnAccent);
    text.button = EmptyListText::tr("Add my address");
    if (meaning == EmptyListMeaning::OpenToEveryone) {
        text.symbol = icon(u"any-ip", IconTint::Warning);
        text.heading = EmptyListText::tr("This list is empty: everyone is let in");
        text.explanation =
            EmptyListText::tr("%1 lets every address in as long as the list has no active entry. From the first "
                              "entry on, only the addresses on the list get through. So begin with your own.")
                .arg(service);
    } else {
        text.symbol = icon(u"lock", IconTint::Warning);
        text.heading = EmptyListText::tr("This list is empty: nobody is let in");
        text.explanation =
            EmptyListText::tr("%1 lets only the addresses on the list through, and there is none yet. Begin with "
                              "your own.")
                .arg(service);
    }
    return text;
}

} // namespace

EmptyText textFor(EmptyReason reason, EmptyListMeaning meaning, const QString &service, const QString &filter)
{
    EmptyText text;
    switch (reason) {
    case EmptyReason::None:
        break;
    case EmptyReason::NothingFound:
        text.symbol = icon(u"search", IconTint::Subtle);
        text.heading = EmptyListText::tr("No entry matches the filter");
        text.explanation = filter;
        text.button = EmptyListText::tr("Show all entries");
        text.buttonSymbol = icon(u"close", IconTint::OnAccent);
        break;
    case EmptyReason::Reading:
        text.symbol = icon(u"clock", IconTint::Subtle);
        text.heading = EmptyListText::tr("Reading the list…");
        text.explanation = EmptyListText::tr("%1 is being asked for it.").arg(service);
        break;
    case EmptyReason::NotRead:
        text.symbol = icon(u"service", IconTint::Subtle);
        text.heading = EmptyListText::tr("The list has not been read yet");
        text.explanation = EmptyListText::tr("%1 holds it. Read it to see whom it lets in.").arg(service);
        text.button = EmptyListText::tr("Read the list");
        text.buttonSymbol = icon(u"reload", IconTint::OnAccent);
        break;
    case EmptyReason::EmptyList:
        return emptyList(meaning, service);
    }
    return text;
}

} // namespace gatehouse
