// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/DifferenceModel.h"

#include "allowlist/Expiry.h"
#include "desktop/models/EntryFormat.h"

namespace gatehouse {

namespace {

QString nameOf(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Added:
        return DifferenceModel::tr("Added");
    case Change::Kind::Changed:
        return DifferenceModel::tr("Changed");
    case Change::Kind::Removed:
        return DifferenceModel::tr("Removed");
    }
    Q_UNREACHABLE();
}

/// The one that is there, of a changed one as it is afterwards.
const EntryContent &contentOf(const Change &change)
{
    return change.after ? change.after->content : change.before->content;
}

/// What is unusual of an entry that came or went.
QStringList traitsOf(const EntryContent &content, const QDateTime &now)
{
    QStringList traits;
    if (!content.active)
        traits += activeText(false);
    if (content.expiresAt)
        traits += DifferenceModel::tr("expires: %1").arg(describeExpiry(content.expiresAt, now));
    return traits;
}

QStringList stepsOf(const EntryContent &before, const EntryContent &after, const QDateTime &now)
{
    QStringList steps;
    if (before.range != after.range)
        steps += DifferenceModel::tr("range: %1 → %2").arg(rangeText(before.range), rangeText(after.range));
    if (before.label != after.label)
        steps += DifferenceModel::tr("label: “%1” → “%2”").arg(labelText(before.label), labelText(after.label));
    if (before.active != after.active)
        steps += DifferenceModel::tr("%1 → %2").arg(activeText(before.active), activeText(after.active));
    if (before.expiresAt != after.expiresAt) {
        steps += DifferenceModel::tr("expires: %1 → %2")
                     .arg(describeExpiry(before.expiresAt, now), describeExpiry(after.expiresAt, now));
    }
    return steps;
}

} // namespace

DifferenceModel::DifferenceModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{}

void DifferenceModel::setChanges(ChangeSet changes)
{
    beginResetModel();
    m_changes = std::move(changes);
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.changes.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DifferenceModel::detailOf(const Change &change) const
{
    const QDateTime now = m_clock.now();
    const QStringList parts = change.kind() == Change::Kind::Changed
                                  ? stepsOf(change.before->content, change.after->content, now)
                                  : traitsOf(contentOf(change), now);
    return parts.join(QStringLiteral("; "));
}

QString DifferenceModel::textOf(const Change &change, int column) const
{
    switch (column) {
    case KindColumn:
        return nameOf(change.kind());
    case RangeColumn:
        return rangeText(change.content());
    case LabelColumn:
        return labelText(contentOf(change).label);
    case DetailColumn:
        return detailOf(change);
    default:
        return {};
    }
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString text = textOf(m_changes.changes[static_cast<std::size_t>(index.row())], index.column());
    return role == Qt::ToolTipRole ? plainTip(text) : text;
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("What");
    case RangeColumn:
        return tr("Range");
    case LabelColumn:
        return tr("Label");
    case DetailColumn:
        return tr("How");
    default:
        return {};
    }
}

} // namespace gatehouse
