// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/EntryTableView.h"

#include "desktop/delegates/ExpiryDelegate.h"
#include "desktop/delegates/LabelDelegate.h"
#include "desktop/delegates/RangeDelegate.h"
#include "desktop/delegates/RowHover.h"
#include "desktop/delegates/StateDelegate.h"
#include "desktop/delegates/StatePill.h"
#include "desktop/delegates/SwitchDelegate.h"
#include "desktop/models/EntryFormat.h"
#include "desktop/models/EntryTableModel.h"
#include "desktop/theme/Theme.h"
#include "desktop/widgets/SelectionKeeper.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int lowestRow = 36;
constexpr int rowPadding = 16;
constexpr int narrowestColumn = 56;
constexpr char stateVersion = 2; // of headerState(): a state of other columns is of no use

constexpr int at(EntryColumn column)
{
    return static_cast<int>(column);
}

bool isColumn(const QModelIndex &index, EntryColumn column)
{
    return index.isValid() && index.column() == at(column);
}

bool isMouseEvent(const QEvent *event)
{
    const auto types = {QEvent::MouseButtonPress, QEvent::MouseButtonRelease, QEvent::MouseButtonDblClick};
    return event && std::ranges::find(types, event->type()) != types.end();
}

} // namespace

EntryTableView::EntryTableView(QWidget *parent)
    : QTableView(parent)
    , m_hover(new RowHover(this))
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(lowestRow, fontMetrics().height() + rowPadding));
}

EntryTableView::~EntryTableView() = default;

void EntryTableView::setModel(QAbstractItemModel *model)
{
    Q_ASSERT(!m_model);
    QTableView::setModel(model);
    m_model = qobject_cast<EntryTableModel *>(model);
    if (!m_model)
        return;
    m_selection = new SelectionKeeper(*m_model, *this);
    setUpHeader();
    setUpDelegates();
}

void EntryTableView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(narrowestColumn);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    header->resizeSection(at(EntryColumn::Active), widthFor(titleOf(EntryColumn::Active)));
    header->resizeSection(at(EntryColumn::Range), widthFor(u"2001:db8:4f00::/48"_s));
    header->resizeSection(at(EntryColumn::Expires), widthFor(u"expired 20 h ago"_s));
    header->resizeSection(at(EntryColumn::Addresses), widthFor(u"67,108,864"_s));
    header->resizeSection(at(EntryColumn::State), widestState() + 2 * cellPadding);
    for (const EntryColumn origin : {EntryColumn::Created, EntryColumn::Updated}) {
        header->resizeSection(at(origin), widthFor(u"26/11/2026 05:04 · Jane Doe"_s));
        header->hideSection(at(origin));
    }
    header->setSectionResizeMode(at(EntryColumn::Label), QHeaderView::Stretch);
}

int EntryTableView::widestState() const
{
    int widest = 0;
    for (const EntryStatus status : entryStatuses)
        widest = std::max(widest, pillSize(titleOf(status), font()).width());
    return widest;
}

void EntryTableView::setColumnShown(EntryColumn column, bool shown)
{
    horizontalHeader()->setSectionHidden(at(column), !shown);
}

bool EntryTableView::isColumnShown(EntryColumn column) const
{
    return !horizontalHeader()->isSectionHidden(at(column));
}

int EntryTableView::widthFor(const QString &text) const
{
    return QFontMetrics(tabularFont(font())).horizontalAdvance(text) + 2 * cellPadding + rowPadding;
}

void EntryTableView::setUpDelegates()
{
    setItemDelegate(new EntryDelegate(m_hover, this));
    setItemDelegateForColumn(at(EntryColumn::Active), new SwitchDelegate(m_hover, this));
    m_ranges = new RangeDelegate(m_hover, this);
    setItemDelegateForColumn(at(EntryColumn::Range), m_ranges);
    setItemDelegateForColumn(at(EntryColumn::Label), new LabelDelegate(m_hover, this));
    setItemDelegateForColumn(at(EntryColumn::Expires), new ExpiryDelegate(m_model->clock(), m_hover, this));
    setItemDelegateForColumn(at(EntryColumn::State), new StateDelegate(m_hover, this));
}

void EntryTableView::setRangeJudge(const std::optional<RangeJudge> &judge)
{
    m_ranges->setJudge(judge);
}

std::vector<EntryKey> EntryTableView::selectedKeys() const
{
    return m_selection ? m_selection->selectedKeys() : std::vector<EntryKey>();
}

void EntryTableView::copySelection() const
{
    std::vector<const EntryRow *> rows;
    for (const EntryKey &key : selectedKeys())
        rows.push_back(&m_model->rowAt(m_model->indexOf(key).row()));
    if (!rows.empty())
        QGuiApplication::clipboard()->setText(plainText(rows));
}

void EntryTableView::showSelected(const std::vector<EntryKey> &keys)
{
    const auto isShown = [this](const EntryKey &key) { return m_model->indexOf(key).isValid(); };
    const auto first = std::ranges::find_if(keys, isShown);
    if (first == keys.end())
        return;
    const QModelIndex row = m_model->indexOf(*first);
    setCurrentIndex(row);
    m_selection->select(keys);
    setFocus(Qt::OtherFocusReason);
    scrollTo(row);
}

QByteArray EntryTableView::headerState() const
{
    return horizontalHeader()->saveState() + stateVersion;
}

bool EntryTableView::restoreHeaderState(const QByteArray &state)
{
    if (!state.endsWith(stateVersion))
        return false;
    const bool restored = horizontalHeader()->restoreState(state.chopped(1));
    horizontalHeader()->setSectionResizeMode(at(EntryColumn::Label), QHeaderView::Stretch);
    return restored;
}

bool EntryTableView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isAskedFor = trigger == AllEditTriggers || trigger == EditKeyPressed;
    if (!isAskedFor || index.flags().testFlag(Qt::ItemIsEditable))
        return QTableView::edit(index, trigger, event);
    const QModelIndex label = index.siblingAtColumn(at(EntryColumn::Label));
    if (!label.flags().testFlag(Qt::ItemIsEditable))
        return false;
    selectionModel()->setCurrentIndex(label, QItemSelectionModel::NoUpdate);
    return QTableView::edit(label, trigger, event);
}

/// Views close an editor when another cell becomes the current one.
void EntryTableView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (hint == QAbstractItemDelegate::RevertModelCache || !RangeDelegate::mustStay(editor))
        QTableView::closeEditor(editor, hint);
}

void EntryTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isFromEditor = state() == EditingState && !hasFocus();
    if (!m_model || isFromEditor)
        QTableView::keyPressEvent(event);
    else if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (isPlain && event->key() == Qt::Key_Space)
        toggleSelected();
    else if (isPlain && isEnter && currentIndex().isValid())
        edit(currentIndex(), EditKeyPressed, event);
    else
        QTableView::keyPressEvent(event);
}

/// All get what the current one has not.
void EntryTableView::toggleSelected()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    const bool wanted = !m_model->rowAt(current.row()).entry.content.active;
    std::vector<EntryKey> keys{m_model->keyAt(current.row())};
    if (selectionModel()->isSelected(current))
        keys = selectedKeys();
    std::erase_if(keys, [&](const EntryKey &key) {
        const EntryRow &row = m_model->rowAt(m_model->indexOf(key).row());
        return row.pending == Change::Kind::Removed || row.entry.content.active == wanted;
    });
    if (!keys.empty())
        Q_EMIT activeRequested(keys, wanted);
}

void EntryTableView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex cell = indexAt(event->pos());
    const bool isClick = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
                         cell == currentIndex() && state() == NoState;
    QTableView::mouseReleaseEvent(event);
    // One click on the arrow opens the choice, as it does in a combo box.
    if (isClick && isColumn(cell, EntryColumn::Expires) && cell.flags().testFlag(Qt::ItemIsEditable) &&
        ExpiryDelegate::arrowRect(visualRect(cell), layoutDirection()).contains(event->pos()))
        edit(cell);
}

QItemSelectionModel::SelectionFlags EntryTableView::selectionCommand(const QModelIndex &index,
                                                                     const QEvent *event) const
{
    // A switch can be used beside a selection of other rows.
    if (isColumn(index, EntryColumn::Active) && isMouseEvent(event)) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton &&
            SwitchDelegate::targetRect(visualRect(index), layoutDirection()).contains(mouse->pos()))
            return QItemSelectionModel::NoUpdate;
    }
    return QTableView::selectionCommand(index, event);
}

} // namespace gatehouse
