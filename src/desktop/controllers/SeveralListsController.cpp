// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/SeveralListsController.h"

#include "desktop/MainWindow.h"
#include "desktop/controllers/ListsReview.h"
#include "sync/Chain.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace gatehouse {

SeveralListsController::SeveralListsController(const Workbench &bench, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_window(window)
    , m_groups(bench.store, bench.book, bench.clock)
{
    connect(window.actions().severalLists, &QAction::triggered, this, &SeveralListsController::openLists);
    connect(window.actions().addressGroups, &QAction::triggered, this, [this] { openGroups(&m_window); });
    connect(&m_groups, &AddressGroups::changed, this, &SeveralListsController::showGroups);
}

std::vector<ListChoiceModel::Choice> SeveralListsController::choices() const
{
    std::vector<ListChoiceModel::Choice> all;
    for (const ConnectionRecord &record : m_bench.book.records()) {
        const auto definition = m_bench.connector.catalog().find(record.serviceId);
        all.push_back({record.id, record.name, definition ? definition->name : record.serviceId, false});
    }
    return all;
}

void SeveralListsController::openLists()
{
    if (m_lists)
        return;
    m_lists = new SeveralListsDialog(m_bench.clock, &m_window);
    m_lists->setAttribute(Qt::WA_DeleteOnClose);
    m_lists->setChoices(choices());
    connect(m_lists, &SeveralListsDialog::reviewRequested, this, &SeveralListsController::review);
    connect(m_lists, &SeveralListsDialog::currentAddressRequested, this, &SeveralListsController::findAddress);
    connect(m_lists, &SeveralListsDialog::groupsRequested, this, [this] { openGroups(m_lists); });
    m_lists->open();
    (void)m_groups.load(); // told by changed()
}

void SeveralListsController::openGroups(QWidget *parent)
{
    if (m_groupsDialog)
        return;
    m_groupsDialog = new AddressGroupsDialog(parent);
    m_groupsDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_groupsDialog->setConnections(choices());
    connect(m_groupsDialog, &AddressGroupsDialog::newRequested, this, &SeveralListsController::makeGroup);
    connect(m_groupsDialog, &AddressGroupsDialog::edited, this, &SeveralListsController::saveGroup);
    connect(m_groupsDialog, &AddressGroupsDialog::deleteRequested, this, &SeveralListsController::askToDelete);
    connect(m_groupsDialog, &AddressGroupsDialog::applyRequested, this, &SeveralListsController::applyGroups);
    m_groupsDialog->open();
    (void)m_groups.load(); // told by changed()
}

void SeveralListsController::showGroups()
{
    if (m_lists)
        m_lists->setGroups(m_groups.groups());
    if (!m_groupsDialog)
        return;
    QStringList behind;
    for (const QUuid &id : m_groups.outOfStep())
        behind += m_bench.book.find(id)->name;
    m_groupsDialog->setGroups(m_groups.groups());
    m_groupsDialog->setOutOfStep(behind);
}

void SeveralListsController::makeGroup()
{
    AddressGroup group;
    group.name = tr("New group");
    for (int number = 2; findGroup(m_groups.groups(), group.name); ++number)
        group.name = tr("New group %1").arg(number);
    whenDone(m_groups.save(group), this, [this](const Result<AddressGroup> &saved) {
        if (!m_groupsDialog)
            return;
        if (saved)
            m_groupsDialog->choose(saved->id);
        else
            m_groupsDialog->showProblem(explain(saved.error()));
    });
}

/// What cannot be stored is shown as it is stored again, with the reason.
void SeveralListsController::saveGroup(const AddressGroup &group)
{
    whenDone(m_groups.save(group), this, [this](const Result<AddressGroup> &saved) {
        if (!m_groupsDialog)
            return;
        m_groupsDialog->showProblem(saved                             ? QString()
                                    : saved.error().message.isEmpty() ? explain(saved.error())
                                                                      : saved.error().message);
        if (!saved)
            showGroups();
    });
}

void SeveralListsController::askToDelete(const QUuid &id)
{
    const AddressGroup *group = m_groups.find(id);
    if (!group)
        return;
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Delete the group"), tr("Delete the group “%1”?").arg(group->name),
                        QMessageBox::Cancel, m_groupsDialog);
    question->setObjectName(QStringLiteral("deleteGroupQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Its entries stay on the lists until you apply the groups to them."));
    QPushButton *yes = question->addButton(tr("Delete"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("deleteGroupButton"));
    yes->setProperty("kind", QStringLiteral("danger"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, id] {
        whenDone(m_groups.remove(id), this, [this](const Result<void> &removed) {
            if (!removed && m_groupsDialog)
                m_groupsDialog->showProblem(explain(removed.error()));
        });
    });
    question->open();
}

/// All lists that use a group or are known to be out of step.
void SeveralListsController::applyGroups()
{
    const std::vector<QUuid> behind = m_groups.outOfStep();
    std::vector<ListOrder> orders;
    for (const ConnectionRecord &record : m_bench.book.records()) {
        const bool uses = std::ranges::any_of(m_groups.groups(),
                                              [&](const AddressGroup &group) { return group.isUsedIn(record.id); });
        if (uses || std::ranges::find(behind, record.id) != behind.end())
            orders.push_back(m_groups.orderFor(record, m_groups.groups()));
    }
    if (orders.empty())
        m_groupsDialog->showProblem(tr("No list uses a group. Check the lists under “Used in”."));
    else
        newReview(m_groupsDialog)->review(std::move(orders));
}

ListsReview *SeveralListsController::newReview(QWidget *parent)
{
    auto *review = new ListsReview(m_bench, parent);
    connect(review, &ListsReview::listChanged, this, &SeveralListsController::listChanged);
    return review;
}

std::vector<ConnectionRecord> SeveralListsController::chosen() const
{
    std::vector<ConnectionRecord> records;
    for (const QUuid &id : m_lists->lists()) {
        if (const ConnectionRecord *record = m_bench.book.find(id))
            records.push_back(*record);
    }
    return records;
}

ListRequest SeveralListsController::request() const
{
    const EntryContent content = m_lists->content();
    switch (m_lists->action()) {
    case SeveralListsDialog::Action::Expire:
        return ExpireRanges{{content.range}, content.expiresAt};
    case SeveralListsDialog::Action::Remove:
        return RemoveRanges{{content.range}};
    case SeveralListsDialog::Action::Add:
    case SeveralListsDialog::Action::Check:
        break;
    }
    return AddRanges{{content}};
}

void SeveralListsController::review()
{
    if (m_lists->action() == SeveralListsDialog::Action::Check) {
        newReview(m_lists)->check(chosen(), m_lists->content().range.first());
        return;
    }
    if (const AddressGroup *group = m_groups.find(m_lists->group())) {
        reviewGroup(*group);
        return;
    }
    std::vector<ListOrder> orders;
    for (const ConnectionRecord &record : chosen())
        orders.push_back(orderFor(record, request(), m_bench.clock));
    newReview(m_lists)->review(std::move(orders));
}

/// The group is used in these lists, or is not any more, once the user has agreed to what that means.
void SeveralListsController::reviewGroup(AddressGroup group)
{
    const bool adds = m_lists->action() == SeveralListsDialog::Action::Add;
    for (const ConnectionRecord &record : chosen()) {
        std::erase(group.usedIn, record.id);
        if (adds)
            group.usedIn.push_back(record.id);
    }
    std::vector<AddressGroup> wanted = m_groups.groups();
    std::ranges::replace_if(
        wanted, [&](const AddressGroup &known) { return known.id == group.id; }, group);
    std::vector<ListOrder> orders;
    for (const ConnectionRecord &record : chosen())
        orders.push_back(m_groups.orderFor(record, wanted));
    newReview(m_lists)->review(std::move(orders), [this, group] {
        const auto chain = Chain<void>::begin(this);
        chain->then(m_groups.save(group), [chain](const AddressGroup &) { chain->finish({}); });
        return chain->future();
    });
}

/// As the echo services see it, since every list may be of another service. A second click cancels.
void SeveralListsController::findAddress()
{
    if (m_search.isRunning()) {
        m_search.cancel();
        return;
    }
    m_lists->setFindingAddress(true);
    m_lists->showProblem({});
    m_search = m_bench.addresses.find(nullptr);
    whenDone(m_search, m_lists, [this](const Result<CurrentAddresses> &found) {
        m_lists->setFindingAddress(false);
        if (found)
            m_lists->fillIn(IpRange::of(found->v4 ? *found->v4 : *found->v6));
        else if (found.error().kind != ErrorKind::Cancelled)
            m_lists->showProblem(explain(found.error()));
    });
}

} // namespace gatehouse
