// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/EntryFilter.h"

#include "allowlist/Text.h"
#include "desktop/models/EntryFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace gatehouse {

namespace {

constexpr std::size_t quickCount = 6;

// By kind of what is wanted (nothing, address, block, text) and by EntryFilter::Quick; %1 is the address, block or
// text.
constexpr std::array<std::array<const char *, quickCount>, 4> sentences{{
    {nullptr, QT_TRANSLATE_NOOP("EntryFilter", "Active entries"), QT_TRANSLATE_NOOP("EntryFilter", "Inactive entries"),
     QT_TRANSLATE_NOOP("EntryFilter", "Expired entries"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries with pending changes"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries that need attention")},
    {QT_TRANSLATE_NOOP("EntryFilter", "Entries that let %1 in while they are active"),
     QT_TRANSLATE_NOOP("EntryFilter", "Active entries: these let %1 in"),
     QT_TRANSLATE_NOOP("EntryFilter", "Inactive entries that would let %1 in"),
     QT_TRANSLATE_NOOP("EntryFilter", "Expired entries that would let %1 in"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries with pending changes that contain %1"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries that need attention and contain %1")},
    {QT_TRANSLATE_NOOP("EntryFilter", "Entries that overlap %1"),
     QT_TRANSLATE_NOOP("EntryFilter", "Active entries that overlap %1"),
     QT_TRANSLATE_NOOP("EntryFilter", "Inactive entries that overlap %1"),
     QT_TRANSLATE_NOOP("EntryFilter", "Expired entries that overlap %1"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries with pending changes that overlap %1"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries that need attention and overlap %1")},
    {QT_TRANSLATE_NOOP("EntryFilter", "Entries with “%1” in the label or range"),
     QT_TRANSLATE_NOOP("EntryFilter", "Active entries with “%1” in the label or range"),
     QT_TRANSLATE_NOOP("EntryFilter", "Inactive entries with “%1” in the label or range"),
     QT_TRANSLATE_NOOP("EntryFilter", "Expired entries with “%1” in the label or range"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries with pending changes and “%1” in the label or range"),
     QT_TRANSLATE_NOOP("EntryFilter", "Entries that need attention, with “%1” in the label or range")},
}};

bool needsAttention(RowState state)
{
    return state == RowState::Failed || state == RowState::Conflict || state == RowState::Overdue ||
           state == RowState::Vanished;
}

bool isPending(RowState state)
{
    return state != RowState::Live && state != RowState::Overdue && state != RowState::Vanished;
}

/// A CIDR block as typed, or the network that was probably meant.
std::optional<IpRange> parseBlock(const QString &text)
{
    if (!text.contains(u'/'))
        return std::nullopt;
    const Parsed<IpRange> parsed = parseRange(text);
    if (parsed)
        return *parsed;
    const Parsed<IpRange> meant = IpRange::parse(parsed.error().suggestion);
    return meant ? std::optional(*meant) : std::nullopt;
}

} // namespace

EntryFilter::EntryFilter(const QString &text, Quick quick)
    : m_wanted(read(text.trimmed()))
    , m_quick(quick)
{}

EntryFilter::Wanted EntryFilter::read(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (const Parsed<IpAddress> address = parseAddress(text))
        return *address;
    if (const auto block = parseBlock(text))
        return *block;
    return readWords(text);
}

EntryFilter::Words EntryFilter::readWords(const QString &text)
{
    constexpr std::string_view rangeCharacters = "0123456789abcdef.:/";
    const std::string lower = text.toLower().toStdString();
    const bool canBeInRange = lower.find_first_not_of(rangeCharacters) == std::string::npos;
    const bool inAny = text == u'*' || rangeText(IpRange::any()).contains(text, Qt::CaseInsensitive);
    return {text, canBeInRange ? lower : std::string(), inAny};
}

bool EntryFilter::showsAll() const
{
    return m_quick == Quick::All && std::holds_alternative<std::monostate>(m_wanted);
}

bool EntryFilter::accepts(const EntryRow &row, const QDateTime &now) const
{
    return acceptsState(row, now) && acceptsContent(row.entry.content);
}

bool EntryFilter::acceptsState(const EntryRow &row, const QDateTime &now) const
{
    switch (m_quick) {
    case Quick::All:
        return true;
    case Quick::Active:
        return row.entry.isInForce(now);
    case Quick::Inactive:
        return !row.entry.content.active;
    case Quick::Expired:
        return row.entry.isExpired(now);
    case Quick::Pending:
        return isPending(row.status.state);
    case Quick::Attention:
        return needsAttention(row.status.state);
    }
    Q_UNREACHABLE();
}

bool EntryFilter::acceptsContent(const EntryContent &content) const
{
    if (const auto *address = std::get_if<IpAddress>(&m_wanted))
        return !content.isForeign() && content.range.contains(*address);
    if (const auto *block = std::get_if<IpRange>(&m_wanted))
        return !content.isForeign() && content.range.overlaps(*block);
    if (const auto *words = std::get_if<Words>(&m_wanted))
        return acceptsWords(*words, content);
    return true;
}

bool EntryFilter::acceptsWords(const Words &words, const EntryContent &content)
{
    if (content.label.contains(words.text, Qt::CaseInsensitive))
        return true;
    if (content.isForeign())
        return content.foreign.contains(words.text, Qt::CaseInsensitive);
    if (content.range.isAny())
        return words.inAny;
    if (words.inRange.empty())
        return false;
    std::string range; // short enough to need no memory of its own for IPv4
    if (content.range.isSingleAddress())
        content.range.first().appendTo(range);
    else
        content.range.appendTo(range);
    return range.find(words.inRange) != std::string::npos;
}

QString EntryFilter::sentence() const
{
    const char *sentence = sentences.at(m_wanted.index()).at(static_cast<std::size_t>(m_quick));
    if (!sentence)
        return {};
    const QString text = QCoreApplication::translate("EntryFilter", sentence);
    if (const auto *address = std::get_if<IpAddress>(&m_wanted))
        return text.arg(toQString(*address));
    if (const auto *block = std::get_if<IpRange>(&m_wanted))
        return text.arg(toQString(*block));
    if (const auto *words = std::get_if<Words>(&m_wanted))
        return text.arg(words->text);
    return text;
}

} // namespace gatehouse
