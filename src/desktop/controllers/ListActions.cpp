// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ListActions.h"

#include "desktop/controllers/AddressController.h"
#include "desktop/controllers/ApplyController.h"
#include "desktop/controllers/ListController.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/QuickAddBar.h"

#include <QAction>
#include <QDesktopServices>
#include <QLineEdit>
#include <QUndoStack>

namespace gatehouse {

ListActions::ListActions(const MainActions &actions, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts)
{
    connectActions();
    const QUndoStack *stack = parts.session.undoStack();
    connect(stack, &QUndoStack::indexChanged, this, &ListActions::updateUndo);
    connect(&parts.session, &ListSession::activityChanged, this, &ListActions::update);
    connect(&parts.session, &ListSession::entriesChanged, this, &ListActions::update);
    connect(&parts.session, &ListSession::listReset, this, &ListActions::update);
    connect(&parts.session, &ListSession::watchedChanged, this, &ListActions::update);
    connect(&parts.page, &ListPage::busyChanged, this, &ListActions::update);
    connect(&parts.apply, &ApplyController::stateChanged, this, &ListActions::update);
    update();
}

ListActions::~ListActions()
{
    for (QAction *action : all())
        action->setEnabled(false);
}

QList<QAction *> ListActions::all() const
{
    return {m_actions.undo,
            m_actions.redo,
            m_actions.find,
            m_actions.reload,
            m_actions.cancel,
            m_actions.applyAndWatch,
            m_actions.apply,
            m_actions.discard,
            m_actions.applyAtOnce,
            m_actions.addEntry,
            m_actions.currentAddress,
            m_actions.anyAddress,
            m_actions.serviceDocumentation,
            m_actions.history};
}

void ListActions::connectActions()
{
    const auto does = [this](QAction *action, auto what) { connect(action, &QAction::triggered, this, what); };
    does(m_actions.undo, [this] { m_parts.session.undoStack()->undo(); });
    does(m_actions.redo, [this] { m_parts.session.undoStack()->redo(); });
    does(m_actions.find, [this] {
        m_parts.page.filterEdit()->setFocus(Qt::ShortcutFocusReason);
        m_parts.page.filterEdit()->selectAll();
    });
    does(m_actions.reload, [this] { m_parts.list.reload(); });
    does(m_actions.cancel, [this] { m_parts.page.cancel(); });
    does(m_actions.apply, [this] { m_parts.apply.apply(); });
    does(m_actions.applyAndWatch, [this] { m_parts.apply.applyAndWatch(); });
    does(m_actions.discard, [this] { m_parts.apply.discard(); });
    does(m_actions.applyAtOnce, [this](bool atOnce) { Q_EMIT m_parts.apply.atOnceChosen(atOnce); });
    does(m_actions.history, [this] { m_parts.showHistory(); });
    does(m_actions.serviceDocumentation, [this] { openDocumentation(); });
    does(m_actions.addEntry, [this] { m_parts.page.quickAdd()->focusRange(); });
    does(m_actions.currentAddress, [this] { m_parts.address.find(AddressController::Purpose::FillIn); });
    does(m_actions.anyAddress, [this] { m_parts.page.quickAdd()->fillIn(IpRange::any()); });
}

void ListActions::openDocumentation() const
{
    if (const auto definition = m_parts.session.definition())
        QDesktopServices::openUrl(definition->documentation);
}

void ListActions::updateUndo()
{
    const QUndoStack *stack = m_parts.session.undoStack();
    m_actions.undo->setEnabled(stack->canUndo());
    m_actions.redo->setEnabled(stack->canRedo());
    m_actions.undo->setText(stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
    m_actions.redo->setText(stack->canRedo() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
}

void ListActions::updateApplyAndWatch(bool canApply)
{
    QString reason;
    if (m_parts.session.rules().guardsItsOwnApi)
        reason = tr("Not for this list: it also guards the way by which it is edited, so a change that shuts this "
                    "computer out could not be reverted.");
    else if (m_parts.session.watched())
        reason = tr("The last change is still to be kept or reverted.");
    m_actions.applyAndWatch->setEnabled(canApply && reason.isEmpty());
    const QString text = reason.isEmpty()
                             ? tr("Send the pending changes, and revert them by itself unless you keep them in time")
                             : reason;
    m_actions.applyAndWatch->setToolTip(text);
    m_actions.applyAndWatch->setStatusTip(text);
}

void ListActions::update()
{
    updateUndo();
    const bool idle = m_parts.session.activity() == ListSession::Activity::Idle && !m_parts.apply.isBusy();
    const bool pending = !m_parts.session.draft().isClean();
    const auto definition = m_parts.session.definition();
    m_actions.find->setEnabled(true);
    m_actions.addEntry->setEnabled(true);
    m_actions.history->setEnabled(true);
    m_actions.currentAddress->setEnabled(true);
    m_actions.applyAtOnce->setEnabled(true);
    m_actions.anyAddress->setEnabled(m_parts.session.rules().acceptsAny);
    m_actions.serviceDocumentation->setEnabled(definition && definition->documentation.isValid());
    m_actions.reload->setEnabled(idle);
    m_actions.cancel->setEnabled(m_parts.page.isBusy());
    m_actions.apply->setEnabled(idle && pending);
    updateApplyAndWatch(idle && pending);
    m_actions.discard->setEnabled(idle && pending);
    m_actions.applyAtOnce->setChecked(m_parts.apply.isAtOnce());
}

} // namespace gatehouse
