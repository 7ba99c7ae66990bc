// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/ListProgressModel.h"

#include "allowlist/SeverityText.h"
#include "allowlist/Text.h"
#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Icons.h"
#include "desktop/theme/SeverityIcon.h"
#include "desktop/widgets/Moment.h"
#include "desktop/widgets/PendingBar.h"

#include <QIcon>
#include <QLocale>

#include <algorithm>

namespace gatehouse {

namespace {

using Stage = ListProgress::Stage;

constexpr quintptr topLevel = 0;

QString changeText(const Change &change)
{
    const EntryContent &content = change.after ? change.after->content : change.before->content;
    const QString range = toShortQString(content.range);
    const QString named = content.label.isEmpty() ? range : ListProgressModel::tr("%1 (%2)").arg(range, content.label);
    switch (change.kind()) {
    case Change::Kind::Added:
        return ListProgressModel::tr("Adds %1").arg(named);
    case Change::Kind::Changed:
        return ListProgressModel::tr("Changes %1").arg(named);
    case Change::Kind::Removed:
        return ListProgressModel::tr("Removes %1").arg(named);
    }
    Q_UNREACHABLE();
}

QIcon stageIcon(const ListProgress &list)
{
    switch (list.stage) {
    case Stage::Reading:
    case Stage::Sending:
        return icon(u"clock", IconTint::Info);
    case Stage::Reviewed:
        return list.review.gravest() ? severityIcon(*list.review.gravest()) : icon(u"list", IconTint::Subtle);
    case Stage::Unchanged:
        if (list.verdict && !list.verdict->letIn)
            return icon(u"cancel", IconTint::Warning);
        return icon(u"check", IconTint::Success);
    case Stage::Live:
        return icon(u"success", IconTint::Success);
    case Stage::Skipped:
        return icon(u"cancel", IconTint::Subtle);
    case Stage::Failed:
        return icon(u"error", IconTint::Danger);
    }
    Q_UNREACHABLE();
}

QString verdictText(const ListProgress &list)
{
    QStringList ranges;
    for (const EntryKey &key : list.verdict->by) {
        if (const Entry *entry = list.draft.snapshot().find(key))
            ranges += toShortQString(entry->content);
    }
    if (!ranges.isEmpty())
        return ListProgressModel::tr("Let in by %1").arg(QLocale().createSeparatedList(ranges));
    if (list.verdict->letIn)
        return ListProgressModel::tr("Let in: the list is open to everyone");
    return list.verdict->unknown > 0
               ? ListProgressModel::tr("Not known: no range lets it in, and some entries are none")
               : ListProgressModel::tr("Not let in");
}

} // namespace

ListProgressModel::ListProgressModel(const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
{}

void ListProgressModel::reset(const std::vector<ListProgress> &lists)
{
    beginResetModel();
    m_rows.clear();
    for (const ListProgress &list : lists)
        m_rows.push_back(rowOf(list));
    endResetModel();
    Q_EMIT agreedChanged();
}

ListProgressModel::Row ListProgressModel::rowOf(const ListProgress &list)
{
    return {list, linesOf(list), isSendable(list) && !list.review.needsNamedConfirmation(), false};
}

void ListProgressModel::update(int row, const ListProgress &list)
{
    Row &known = m_rows[static_cast<std::size_t>(row)];
    const QModelIndex top = index(row, 0);
    if (!known.lines.empty()) {
        beginRemoveRows(top, 0, static_cast<int>(known.lines.size()) - 1);
        known.lines.clear();
        endRemoveRows();
    }
    Row fresh = rowOf(list);
    if (!fresh.lines.empty())
        beginInsertRows(top, 0, static_cast<int>(fresh.lines.size()) - 1);
    const bool inserts = !fresh.lines.empty();
    known = std::move(fresh);
    if (inserts)
        endInsertRows();
    Q_EMIT dataChanged(top, index(row, ColumnCount - 1));
    Q_EMIT agreedChanged();
}

bool ListProgressModel::isSendable(const ListProgress &list)
{
    return list.stage == Stage::Reviewed && !list.review.isInvalid();
}

std::vector<ListProgressModel::Line> ListProgressModel::linesOf(const ListProgress &list)
{
    std::vector<Line> lines;
    const bool isLive = list.stage == Stage::Live;
    if (list.stage == Stage::Failed && !list.outcomes.empty())
        return linesOf(list.outcomes);
    for (const Change &change : (isLive ? list.applied : list.draft.changes()).changes)
        lines.push_back({std::nullopt, changeText(change)});
    if (!isLive) {
        for (const Finding &finding : list.review.findings)
            lines.push_back({finding.severity, describe(finding, list.draft)});
    }
    for (const QString &note : list.notes)
        lines.push_back({Severity::Note, note});
    if (list.error && !list.error->message.isEmpty())
        lines.push_back({Severity::Error, list.error->message});
    return lines;
}

/// Of a list that was sent and failed: the reasons say all that its error says.
std::vector<ListProgressModel::Line> ListProgressModel::linesOf(const std::vector<EntryOutcome> &outcomes)
{
    std::vector<Line> lines;
    for (const EntryOutcome &outcome : outcomes) {
        if (outcome.isDone())
            lines.push_back({std::nullopt, tr("Done: %1").arg(changeText(outcome.change))});
        else
            lines.push_back({Severity::Error, reasonFor(outcome)});
    }
    return lines;
}

QHash<QUuid, ApplyConsent> ListProgressModel::agreed() const
{
    QHash<QUuid, ApplyConsent> consents;
    for (const Row &row : m_rows) {
        if (row.checked)
            consents.insert(row.list.connection.id, {row.confirmed});
        else if (row.list.stage == Stage::Unchanged)
            consents.insert(row.list.connection.id, {});
    }
    return consents;
}

bool ListProgressModel::hasChecked() const
{
    return std::ranges::any_of(m_rows, &Row::checked);
}

bool ListProgressModel::isConfirmed(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row && row->confirmed;
}

bool ListProgressModel::isReviewed() const
{
    return std::ranges::any_of(m_rows, [](const Row &row) { return row.list.stage == Stage::Reviewed; });
}

bool ListProgressModel::hasUnchanged() const
{
    return std::ranges::any_of(m_rows, [](const Row &row) { return row.list.stage == Stage::Unchanged; });
}

const ListProgressModel::Row *ListProgressModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto row = index.internalId() == topLevel ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
    return &m_rows[row];
}

QString ListProgressModel::nameToType(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row && isSendable(row->list) && row->list.review.needsNamedConfirmation() ? row->list.connection.name
                                                                                     : QString();
}

void ListProgressModel::confirm(const QModelIndex &index, const QString &typed)
{
    const QString name = nameToType(index);
    if (name.isEmpty())
        return;
    const QModelIndex top = index.internalId() == topLevel ? index : parent(index);
    Row &row = m_rows[static_cast<std::size_t>(top.row())];
    row.confirmed = typed.trimmed() == name;
    check(top.row(), row.confirmed);
}

void ListProgressModel::check(int row, bool checked)
{
    m_rows[static_cast<std::size_t>(row)].checked = checked;
    Q_EMIT dataChanged(index(row, NameColumn), index(row, NameColumn), {Qt::CheckStateRole});
    Q_EMIT agreedChanged();
}

QModelIndex ListProgressModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex ListProgressModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, topLevel);
}

int ListProgressModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return static_cast<int>(m_rows[static_cast<std::size_t>(parent.row())].lines.size());
}

int ListProgressModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ListProgressModel::data(const QModelIndex &index, int role) const
{
    const Row *row = rowAt(index);
    if (!row)
        return {};
    if (index.internalId() == topLevel)
        return listData(*row, index.column(), role);
    return lineData(row->lines[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant ListProgressModel::listData(const Row &row, int column, int role) const
{
    if (column == NameColumn) {
        if (role == Qt::DisplayRole)
            return row.list.connection.name;
        if (role == Qt::ToolTipRole)
            return plainTip(row.list.connection.name);
        if (role == Qt::CheckStateRole && row.list.stage == Stage::Reviewed)
            return row.checked ? Qt::Checked : Qt::Unchecked;
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return stateText(row.list);
    case Qt::ToolTipRole:
        return plainTip(stateText(row.list));
    case Qt::DecorationRole:
        return stageIcon(row.list);
    default:
        return {};
    }
}

/// The text spans both columns in the view, so the second has none.
QVariant ListProgressModel::lineData(const Line &line, int column, int role)
{
    if (column != NameColumn)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::ToolTipRole:
        return plainTip(line.text);
    case Qt::DecorationRole:
        return line.severity ? severityIcon(*line.severity) : icon(u"edit", IconTint::Subtle);
    case Qt::AccessibleTextRole:
        return line.severity ? withSeverity(*line.severity, line.text) : line.text;
    default:
        return {};
    }
}

QString ListProgressModel::stateText(const ListProgress &list) const
{
    switch (list.stage) {
    case Stage::Reading:
        return tr("Reading the list…");
    case Stage::Reviewed:
        if (list.review.isInvalid())
            return tr("Cannot be sent: see below");
        if (list.review.needsNamedConfirmation())
            return tr("Stop: is sent only after its name was typed");
        return describe(PendingSummary::of(list.draft));
    case Stage::Unchanged:
        return list.verdict ? verdictText(list) : tr("Nothing to change");
    case Stage::Sending:
        return tr("Sending…");
    case Stage::Live:
        return tr("Live since %1").arg(describeMoment(*list.readAt, m_clock.now()));
    case Stage::Skipped:
        return tr("Not sent");
    case Stage::Failed:
        return explain(*list.error);
    }
    Q_UNREACHABLE();
}

QVariant ListProgressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("List") : tr("State");
}

Qt::ItemFlags ListProgressModel::flags(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    if (!row)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() == topLevel && index.column() == NameColumn && isSendable(row->list))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

/// A list that would lock out is not checked by a click.
bool ListProgressModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Row *row = rowAt(index);
    const bool isCheckable = row && role == Qt::CheckStateRole && flags(index).testFlag(Qt::ItemIsUserCheckable);
    const bool checked = value.toInt() == Qt::Checked;
    if (!isCheckable || (checked && row->list.review.needsNamedConfirmation() && !row->confirmed))
        return false;
    check(index.row(), checked);
    return true;
}

} // namespace gatehouse
