// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/EmptyReason.h"

#include "desktop/theme/Icons.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("gatehouse::EmptyText", text);
}

EmptyText emptyList(EmptyListMeaning meaning, const QString &service)
{
    EmptyText text;
    text.buttonSymbol = icon(u"current-ip", IconTint::OnAccent);
    text.button = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "Add my address"));
    if (meaning == EmptyListMeaning::OpenToEveryone) {
        text.symbol = icon(u"any-ip", IconTint::Warning);
        text.heading = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "This list is empty: everyone is let in"));
        text.explanation =
            tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText",
                                 "%1 lets every address in as long as the list has no active entry. From the first "
                                 "entry on, only the addresses on the list get through. So begin with your own."))
                .arg(service);
    } else {
        text.symbol = icon(u"lock", IconTint::Warning);
        text.heading = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "This list is empty: nobody is let in"));
        text.explanation =
            tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText",
                                 "%1 lets only the addresses on the list through, and there is none yet. Begin with "
                                 "your own."))
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
        text.heading = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "No entry matches the filter"));
        text.explanation = filter;
        text.button = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "Show all entries"));
        text.buttonSymbol = icon(u"close", IconTint::OnAccent);
        break;
    case EmptyReason::Reading:
        text.symbol = icon(u"clock", IconTint::Subtle);
        text.heading = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "Reading the list…"));
        text.explanation = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "%1 is being asked for it.")).arg(service);
        break;
    case EmptyReason::NotRead:
        text.symbol = icon(u"service", IconTint::Subtle);
        text.heading = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "The list has not been read yet"));
        text.explanation =
            tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "%1 holds it. Read it to see whom it lets in.")).arg(service);
        text.button = tr(QT_TRANSLATE_NOOP("gatehouse::EmptyText", "Read the list"));
        text.buttonSymbol = icon(u"reload", IconTint::OnAccent);
        break;
    case EmptyReason::EmptyList:
        return emptyList(meaning, service);
    }
    return text;
}

} // namespace gatehouse
