// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/EntryFormat.h"

#include "allowlist/Expiry.h"
#include "allowlist/Text.h"
#include "desktop/models/ExpiryText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QTextDocument>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    const char *title;
    const char *sentence;
};

Texts textsOf(EntryColumn column)
{
    switch (column) {
    case EntryColumn::Active:
        return {QT_TRANSLATE_NOOP("EntryColumn", "Active"),
                QT_TRANSLATE_NOOP("EntryColumn", "Whether the entry lets anybody in")};
    case EntryColumn::Range:
        return {QT_TRANSLATE_NOOP("EntryColumn", "Range"), QT_TRANSLATE_NOOP("EntryColumn", "Who is let in")};
    case EntryColumn::Label:
        return {QT_TRANSLATE_NOOP("EntryColumn", "Label"), QT_TRANSLATE_NOOP("EntryColumn", "What the entry is for")};
    case EntryColumn::Expires:
        return {QT_TRANSLATE_NOOP("EntryColumn", "Expires"),
                QT_TRANSLATE_NOOP("EntryColumn", "When the entry ends by itself")};
    case EntryColumn::Addresses:
        return {QT_TRANSLATE_NOOP("EntryColumn", "Addresses"),
                QT_TRANSLATE_NOOP("EntryColumn", "How many addresses the range has")};
    case EntryColumn::State:
        return {QT_TRANSLATE_NOOP("EntryColumn", "State"),
                QT_TRANSLATE_NOOP("EntryColumn", "Whether the service has the entry like this")};
    case EntryColumn::Created:
        return {QT_TRANSLATE_NOOP("EntryColumn", "Added"),
                QT_TRANSLATE_NOOP("EntryColumn", "When the entry was made and by whom, where the service tells")};
    case EntryColumn::Updated:
        return {
            QT_TRANSLATE_NOOP("EntryColumn", "Changed"),
            QT_TRANSLATE_NOOP("EntryColumn", "When the entry was last changed and by whom, where the service tells")};
    case EntryColumn::Count:
        break;
    }
    Q_UNREACHABLE();
}

Texts textsOf(EntryStatus status)
{
    switch (status) {
    case EntryStatus::Failed:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Failed"),
                QT_TRANSLATE_NOOP("EntryStatus", "The service did not take this change. It is kept here.")};
    case EntryStatus::Conflict:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Conflict"),
                QT_TRANSLATE_NOOP("EntryStatus", "Changed here and at the service. Choose which of them to keep.")};
    case EntryStatus::Overdue:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Overdue"),
                QT_TRANSLATE_NOOP("EntryStatus",
                                  "Its time is over, and the service still lets it in. Gatehouse removes "
                                  "it there as soon as it can.")};
    case EntryStatus::Vanished:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Vanished"),
                QT_TRANSLATE_NOOP("EntryStatus",
                                  "The service does not have it any more, though nobody removed it here. "
                                  "Bring it back, or remove what is left of it.")};
    case EntryStatus::Sending:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Sending…"),
                QT_TRANSLATE_NOOP("EntryStatus", "On its way to the service.")};
    case EntryStatus::Added:
        return {QT_TRANSLATE_NOOP("EntryStatus", "To add"),
                QT_TRANSLATE_NOOP("EntryStatus", "Only here so far. Apply sends it to the service.")};
    case EntryStatus::Changed:
        return {QT_TRANSLATE_NOOP("EntryStatus", "To change"),
                QT_TRANSLATE_NOOP("EntryStatus", "The service still has the old values. Apply sends the new ones.")};
    case EntryStatus::Removed:
        return {QT_TRANSLATE_NOOP("EntryStatus", "To remove"),
                QT_TRANSLATE_NOOP("EntryStatus", "It stays until you apply.")};
    case EntryStatus::Expired:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Expired"),
                QT_TRANSLATE_NOOP("EntryStatus", "Its time is over: it lets nobody in any more.")};
    case EntryStatus::Unknown:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Not known"),
                QT_TRANSLATE_NOOP("EntryStatus",
                                  "It is no range but something of the service's own, so nobody here can tell whether "
                                  "it lets anybody in. It can be seen and not changed.")};
    case EntryStatus::Live:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Live"),
                QT_TRANSLATE_NOOP("EntryStatus", "The service has it like this: it lets these addresses in.")};
    case EntryStatus::Inactive:
        return {QT_TRANSLATE_NOOP("EntryStatus", "Inactive"),
                QT_TRANSLATE_NOOP("EntryStatus", "Switched off: it lets nobody in.")};
    }
    Q_UNREACHABLE();
}

QString oldText(const EntryRow &row, EntryColumn column, const QDateTime &now)
{
    if (!row.before)
        return {};
    EntryRow old = row;
    old.entry.content = *row.before;
    const QString before = cellText(old, column, now);
    if (before == cellText(row, column, now))
        return {};
    if (before.isEmpty())
        return QCoreApplication::translate("EntryTip", "The service has no label.");
    return QCoreApplication::translate("EntryTip", "The service has: %1").arg(before);
}

QString provenanceText(const std::optional<QDateTime> &when, const QString &who, bool isCreation)
{
    if (when && !who.isEmpty())
        return (isCreation ? QCoreApplication::translate("EntryTip", "Added by %1 on %2")
                           : QCoreApplication::translate("EntryTip", "Last changed by %1 on %2"))
            .arg(who, describeDayAndTime(*when));
    if (when)
        return (isCreation ? QCoreApplication::translate("EntryTip", "Added on %1")
                           : QCoreApplication::translate("EntryTip", "Last changed on %1"))
            .arg(describeDayAndTime(*when));
    if (!who.isEmpty())
        return (isCreation ? QCoreApplication::translate("EntryTip", "Added by %1")
                           : QCoreApplication::translate("EntryTip", "Last changed by %1"))
            .arg(who);
    return {};
}

QString createdText(const Provenance &from)
{
    return provenanceText(from.createdAt, from.createdBy, true);
}

QString updatedText(const Provenance &from)
{
    return provenanceText(from.updatedAt, from.updatedBy, false);
}

/// When, and who: shorter than in a tip.
QString originText(const std::optional<QDateTime> &when, const QString &who)
{
    const QString day = when ? QLocale().toString(when->toLocalTime(), QLocale::ShortFormat) : QString();
    if (day.isEmpty() || who.isEmpty())
        return day + who;
    //: %1 is a day and time, %2 a person or the name of an API token
    return QCoreApplication::translate("EntryCell", "%1 · %2").arg(day, who);
}

QString foreignTip()
{
    return QCoreApplication::translate("EntryTip",
                                       "This entry is no range, so nobody here can tell whom it lets in. It "
                                       "can be seen and not changed, and goes back to the service as it "
                                       "came.");
}

QStringList tipLines(const EntryRow &row, EntryColumn column, const QDateTime &now)
{
    const EntryContent &content = row.entry.content;
    switch (column) {
    case EntryColumn::Active:
        return {cellText(row, column, now)};
    case EntryColumn::Range:
    case EntryColumn::Addresses:
        if (content.isForeign())
            return {content.foreign, foreignTip()};
        return {toQString(content.range), describe(content.range),
                row.status.isOwn
                    ? QCoreApplication::translate(
                          "EntryFormat", "Stands for this computer: it follows your address when that changes.")
                    : QString()};
    case EntryColumn::Label:
        return {content.label, createdText(row.entry.provenance), updatedText(row.entry.provenance)};
    case EntryColumn::Expires:
        return {content.expiresAt ? describeExactly(*content.expiresAt)
                                  : QCoreApplication::translate("EntryTip", "Never expires")};
    case EntryColumn::State:
        return {describe(statusOf(row, now)), row.status.reason};
    case EntryColumn::Created:
        return {createdText(row.entry.provenance)};
    case EntryColumn::Updated:
        return {updatedText(row.entry.provenance)};
    case EntryColumn::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

QString titleOf(EntryColumn column)
{
    return QCoreApplication::translate("EntryColumn", textsOf(column).title);
}

QString describe(EntryColumn column)
{
    return QCoreApplication::translate("EntryColumn", textsOf(column).sentence);
}

QString titleOf(EntryStatus status)
{
    return QCoreApplication::translate("EntryStatus", textsOf(status).title);
}

QString describe(EntryStatus status)
{
    return QCoreApplication::translate("EntryStatus", textsOf(status).sentence);
}

QString describe(HeldBy holder)
{
    switch (holder) {
    case HeldBy::Service:
        return QCoreApplication::translate("EntryTip", "Kept by the service.");
    case HeldBy::ThisComputer:
        return QCoreApplication::translate("EntryTip", "Kept on this computer: the service has no place for it.");
    case HeldBy::Label:
        return QCoreApplication::translate(
            "EntryTip", "Written into the label at the service, where every computer can see and end it.");
    }
    Q_UNREACHABLE();
}

QString rangeText(const IpRange &range)
{
    return range.isAny() ? QCoreApplication::translate("EntryCell", "Any address") : toShortQString(range);
}

QString rangeText(const EntryContent &content)
{
    return content.isForeign() ? labelText(content.foreign) : rangeText(content.range);
}

QString labelText(const QString &label)
{
    QString text = label;
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control || character == QChar::LineSeparator ||
            character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return text;
}

QString countText(const IpRange &range)
{
    constexpr int longestShift = 26; // "67,108,864" still fits a narrow column
    if (range.isAny())
        return QCoreApplication::translate("EntryCell", "all");
    const int shift = widthOf(range.family()) - range.prefix();
    return shift <= longestShift ? describeCount(range.addressCount())
                                 : QCoreApplication::translate("EntryCell", "2^%1").arg(shift);
}

QString unknownText()
{
    //: how many addresses an entry lets in, or whether it lets anybody in
    return QCoreApplication::translate("EntryCell", "not known");
}

QString activeText(bool active)
{
    return active ? QCoreApplication::translate("EntryCell", "Active")
                  : QCoreApplication::translate("EntryCell", "Inactive");
}

QString cellText(const EntryRow &row, EntryColumn column, const QDateTime &now)
{
    const EntryContent &content = row.entry.content;
    switch (column) {
    case EntryColumn::Active:
        return content.isForeign() ? unknownText() : activeText(content.active);
    case EntryColumn::Range:
        return row.status.isOwn ? QCoreApplication::translate("EntryCell", "%1 · mine").arg(rangeText(content))
                                : rangeText(content);
    case EntryColumn::Label:
        return labelText(content.label);
    case EntryColumn::Expires:
        return describeExpiry(content.expiresAt, now);
    case EntryColumn::Addresses:
        return content.isForeign() ? unknownText() : countText(content.range);
    case EntryColumn::State:
        return titleOf(statusOf(row, now));
    case EntryColumn::Created:
        return originText(row.entry.provenance.createdAt, row.entry.provenance.createdBy);
    case EntryColumn::Updated:
        return originText(row.entry.provenance.updatedAt, row.entry.provenance.updatedBy);
    case EntryColumn::Count:
        break;
    }
    Q_UNREACHABLE();
}

QString cellTip(const EntryRow &row, EntryColumn column, const QDateTime &now)
{
    QStringList lines = tipLines(row, column, now);
    lines << oldText(row, column, now);
    if (const HeldBy holder = heldBy(row, column); holder != HeldBy::Service)
        lines << describe(holder);
    if (row.status.isNews)
        lines << QCoreApplication::translate("EntryTip", "Somebody changed this entry elsewhere.");
    lines.removeAll(QString());
    return plainTip(lines.join(u'\n'));
}

QString plainTip(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

QString plainText(std::span<const EntryRow *const> rows)
{
    QString text;
    for (const EntryRow *row : rows) {
        const EntryContent &content = row->entry.content;
        text += toShortQString(content) + u'\t' + labelText(content.label) + u'\t' +
                (content.active ? u"active"_s : u"inactive"_s) + u'\t' +
                (content.expiresAt ? content.expiresAt->toUTC().toString(Qt::ISODate) : QString()) + u'\n';
    }
    return text;
}

} // namespace gatehouse
