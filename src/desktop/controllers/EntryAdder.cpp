// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/EntryAdder.h"

#include "allowlist/Expiry.h"
#include "desktop/models/EntryFormat.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/QuickAddBar.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse {

namespace {

bool isSameLabel(const EntryContent &known, const EntryContent &wanted)
{
    return wanted.label.isEmpty() || known.label == wanted.label;
}

bool isAsWanted(const EntryContent &known, const EntryContent &wanted)
{
    return isSameLabel(known, wanted) && known.active == wanted.active && known.expiresAt == wanted.expiresAt;
}

} // namespace

EntryAdder::EntryAdder(ListSession &session, ListPage &page, const EntryTableModel &model, const Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_model(model)
    , m_clock(clock)
{
    connect(page.quickAdd(), &QuickAddBar::addRequested, this, [this](const EntryContent &content) { add({content}); });
    // With the next edit it is old news.
    connect(&session, &ListSession::entriesChanged, this,
            [this] { m_page.banners()->clear(BannerArea::Topic::Adding); });
}

void EntryAdder::add(const std::vector<EntryContent> &contents)
{
    std::vector<EntryContent> missing;
    std::vector<Known> known;
    for (const EntryContent &content : contents) {
        if (auto found = knownOf(content))
            known.push_back(std::move(*found));
        else
            missing.push_back(content);
    }
    if (!missing.empty())
        addMissing(missing);
    tell(known);
}

std::optional<EntryAdder::Known> EntryAdder::knownOf(const EntryContent &wanted) const
{
    Known known{wanted, {}};
    for (const Entry *entry : m_session.wantedOf(wanted.range))
        known.entries.push_back(*entry);
    // The one that says it best goes first.
    std::ranges::stable_partition(known.entries, [&](const Entry &entry) { return isAsWanted(entry.content, wanted); });
    return known.entries.empty() ? std::nullopt : std::optional(std::move(known));
}

void EntryAdder::addMissing(const std::vector<EntryContent> &missing)
{
    const auto keys = m_session.add(missing);
    m_page.quickAdd()->clear();
    const QModelIndex where = m_model.indexOf(keys.front());
    if (where.isValid())
        m_page.table()->scrollTo(where);
    else // the filter hides it; what was just entered has to be seen
        m_page.clearFilter();
}

void EntryAdder::tell(const std::vector<Known> &known)
{
    if (known.empty())
        return;
    // Of several, the one that somebody has to look at.
    const auto other = std::ranges::find_if(
        known, [](const Known &one) { return !isAsWanted(one.entries.front().content, one.wanted); });
    const Known &told = other == known.end() ? known.front() : *other;
    m_page.banners()->post(BannerArea::Topic::Adding, messageFor(told));
    if (other == known.end())
        m_page.quickAdd()->clear();
}

BannerMessage EntryAdder::messageFor(const Known &known)
{
    const Entry &there = known.entries.front();
    const QString range = rangeText(known.wanted);
    std::vector<EntryKey> keys;
    std::ranges::transform(known.entries, std::back_inserter(keys), &Entry::key);
    BannerMessage message;
    message.remedyText = tr("Go to %n entries", nullptr, static_cast<int>(keys.size()));
    message.remedy = [this, keys] {
        m_page.banners()->clear(BannerArea::Topic::Adding);
        Q_EMIT showRequested(keys);
    };
    if (isAsWanted(there.content, known.wanted)) {
        message.text = tr("%1 is on the list already and was not added again.").arg(range);
        return message;
    }
    message.kind = BannerKind::Warning;
    message.text = tr("%1 is on the list already, with other content: %2. It was not added again.")
                       .arg(range, differenceText(there.content, known.wanted));
    if (known.entries.size() == 1) {
        message.otherText = tr("Change it to this");
        message.other = [this, key = there.key, wanted = known.wanted] { change(key, wanted); };
    }
    return message;
}

/// What the known one has that was not wanted.
QString EntryAdder::differenceText(const EntryContent &known, const EntryContent &wanted) const
{
    QStringList parts;
    if (!isSameLabel(known, wanted))
        parts += known.label.isEmpty() ? tr("no label") : tr("label “%1”").arg(labelText(known.label));
    if (known.expiresAt != wanted.expiresAt) {
        const QString end = describeExpiry(known.expiresAt, m_clock.now());
        //: %1: "never", "in 5 h", "expired 2 h ago"
        parts += tr("expires: %1").arg(end);
    }
    if (known.active != wanted.active)
        parts += known.active ? tr("switched on") : tr("switched off");
    return QLocale().createSeparatedList(parts);
}

void EntryAdder::change(const EntryKey &key, const EntryContent &wanted)
{
    m_page.banners()->clear(BannerArea::Topic::Adding);
    const std::optional<Entry> there = m_session.draft().entry(key);
    if (!there)
        return;
    EntryContent content = wanted;
    if (content.label.isEmpty())
        content.label = there->content.label;
    m_session.edit(key, content);
    m_page.quickAdd()->clear();
    Q_EMIT showRequested({key});
}

} // namespace gatehouse
