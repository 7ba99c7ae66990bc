// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ConflictDialog.h"

#include "desktop/models/EntryFormat.h"
#include "desktop/models/ExpiryText.h"
#include "ui_ConflictDialog.h"

#include <QHeaderView>

#include <functional>

namespace gatehouse {

namespace {

enum VersionColumn { FieldColumn, BaseColumn, MineColumn, TheirsColumn };

constexpr int versionRowHeight = 30;

QString expiryOf(const EntryContent &content)
{
    return content.expiresAt ? describeDayAndTime(*content.expiresAt) : ConflictDialog::tr("never");
}

QString labelOf(const EntryContent &content)
{
    return content.label.isEmpty() ? ConflictDialog::tr("none") : labelText(content.label);
}

/// A field of the three versions, in the order of the columns.
QStringList versionsOf(const Conflict &conflict, const std::function<QString(const EntryContent &)> &field)
{
    const auto text = [&field](const std::optional<Entry> &entry, const QString &missing) {
        return entry ? field(entry->content) : missing;
    };
    return {text(conflict.base, ConflictDialog::tr("not there")), text(conflict.mine, ConflictDialog::tr("removed")),
            text(conflict.theirs, ConflictDialog::tr("removed"))};
}

} // namespace

ConflictDialog::ConflictDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConflictDialog>())
{
    m_ui->setupUi(this);
    m_ui->versions->header()->setSectionsMovable(false);
    m_ui->versions->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->versions->header()->setSectionResizeMode(FieldColumn, QHeaderView::ResizeToContents);
    const auto choose = [this](QPushButton *button, ListSession::Version version) {
        connect(button, &QPushButton::clicked, this, [this, version] { Q_EMIT chosen(m_key, version); });
    };
    choose(m_ui->mineButton, ListSession::Version::Mine);
    choose(m_ui->theirsButton, ListSession::Version::Theirs);
    choose(m_ui->bothButton, ListSession::Version::Both);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

ConflictDialog::~ConflictDialog() = default;

void ConflictDialog::setConflicts(const std::vector<Conflict> &conflicts)
{
    const Conflict &conflict = conflicts.front();
    m_key = conflict.key;
    m_ui->left->setText(tr("%n conflicts are left.", nullptr, static_cast<int>(conflicts.size())));
    m_ui->bothButton->setEnabled(canKeepBoth(conflict));
    m_ui->versions->clear();
    addRow(titleOf(EntryColumn::Range),
           versionsOf(conflict, [](const EntryContent &content) { return rangeText(content.range); }));
    addRow(titleOf(EntryColumn::Label), versionsOf(conflict, labelOf));
    addRow(titleOf(EntryColumn::Active),
           versionsOf(conflict, [](const EntryContent &content) { return activeText(content.active); }));
    addRow(titleOf(EntryColumn::Expires), versionsOf(conflict, expiryOf));
    m_ui->versions->setCurrentItem(m_ui->versions->topLevelItem(0));
}

/// What the two sides do not agree on stands out.
void ConflictDialog::addRow(const QString &field, const QStringList &versions)
{
    auto *item = new QTreeWidgetItem(m_ui->versions, QStringList(field) + versions);
    item->setSizeHint(FieldColumn, {0, versionRowHeight});
    for (int column = BaseColumn; column <= TheirsColumn; ++column)
        item->setToolTip(column, plainTip(item->text(column)));
    if (item->text(MineColumn) == item->text(TheirsColumn))
        return;
    QFont strong = font();
    strong.setBold(true);
    for (const int column : {MineColumn, TheirsColumn})
        item->setFont(column, strong);
}

} // namespace gatehouse
