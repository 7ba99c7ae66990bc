// SPDX-License-Identifier: Apache-2.0
#include "desktop/MainWindow.h"

#include "desktop/delegates/ConnectionDelegate.h"
#include "desktop/theme/Icons.h"
#include "desktop/widgets/ListPage.h"
#include "ui_MainWindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLayout>
#include <QTimer>

namespace gatehouse {

namespace {

constexpr int brandSize = 28;
constexpr int sidebarWidth = 236;
constexpr int bannerMargin = 14;

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    setWindowIcon(applicationIcon());
    collectActions();
    setIcons();
    setUpSidebar();
    m_ui->windowBanners->layout()->setContentsMargins(bannerMargin, bannerMargin, bannerMargin, 0);
    m_ui->startPage->setText(applicationIcon(), QStringLiteral("Gatehouse"), tr("One desk for every IP allowlist"));
    auto *themes = new QActionGroup(this);
    for (QAction *theme : {m_actions.themeSystem, m_actions.themeLight, m_actions.themeDark})
        themes->addAction(theme);
    connect(m_actions.quit, &QAction::triggered, this, &MainWindow::quit);
}

MainWindow::~MainWindow() = default;

QListView *MainWindow::connections() const
{
    return m_ui->connections;
}

BannerArea *MainWindow::banners() const
{
    return m_ui->windowBanners;
}

KeeperLine *MainWindow::keeperLine() const
{
    return m_ui->keeperLine;
}

EmptyState *MainWindow::startPage() const
{
    return m_ui->startPage;
}

void MainWindow::showPage(ListPage *page)
{
    QWidget *shown = page ? static_cast<QWidget *>(page) : m_ui->startPage;
    if (m_ui->pages->indexOf(shown) < 0)
        m_ui->pages->addWidget(shown);
    m_ui->pages->setCurrentWidget(shown);
}

ListPage *MainWindow::currentPage() const
{
    return qobject_cast<ListPage *>(m_ui->pages->currentWidget());
}

void MainWindow::restoreLayout(const QByteArray &geometry)
{
    restoreGeometry(geometry);
}

QByteArray MainWindow::layout() const
{
    return saveGeometry();
}

void MainWindow::bringToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    m_quits = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    bool wait = false;
    Q_EMIT closeRequested(&wait);
    event->setAccepted(!wait);
    if (!wait && m_quits)
        QTimer::singleShot(0, qApp,
                           &QCoreApplication::quit); // also out of the tray, where no window is left to be closed
}

void MainWindow::collectActions()
{
    m_actions.connectService = m_ui->actionConnect;
    m_actions.editConnection = m_ui->actionEditConnection;
    m_actions.removeConnection = m_ui->actionRemoveConnection;
    m_actions.severalLists = m_ui->actionSeveralLists;
    m_actions.addressGroups = m_ui->actionAddressGroups;
    m_actions.settings = m_ui->actionSettings;
    m_actions.quit = m_ui->actionQuit;
    m_actions.undo = m_ui->actionUndo;
    m_actions.redo = m_ui->actionRedo;
    m_actions.copy = m_ui->actionCopy;
    m_actions.selectAll = m_ui->actionSelectAll;
    m_actions.find = m_ui->actionFind;
    m_actions.reload = m_ui->actionReload;
    m_actions.cancel = m_ui->actionCancel;
    m_actions.apply = m_ui->actionApply;
    m_actions.applyAndWatch = m_ui->actionApplyAndWatch;
    m_actions.discard = m_ui->actionDiscard;
    m_actions.applyAtOnce = m_ui->actionApplyAtOnce;
    m_actions.history = m_ui->actionHistory;
    m_actions.verify = m_ui->actionVerify;
    m_actions.usageLog = m_ui->actionUsageLog;
    m_actions.serviceDocumentation = m_ui->actionServiceDocumentation;
    m_actions.addEntry = m_ui->actionAddEntry;
    m_actions.currentAddress = m_ui->actionCurrentAddress;
    m_actions.anyAddress = m_ui->actionAnyAddress;
    m_actions.editEntry = m_ui->actionEditEntry;
    m_actions.activate = m_ui->actionActivate;
    m_actions.deactivate = m_ui->actionDeactivate;
    m_actions.expiry = m_ui->menuExpiry;
    m_actions.expireAt = m_ui->actionExpireAt;
    m_actions.keepMine = m_ui->actionKeepMine;
    m_actions.takeTheirs = m_ui->actionTakeTheirs;
    m_actions.keepBoth = m_ui->actionKeepBoth;
    m_actions.own = m_ui->actionOwn;
    m_actions.bringBack = m_ui->actionBringBack;
    m_actions.revert = m_ui->actionRevert;
    m_actions.removeEntry = m_ui->actionRemoveEntry;
    m_actions.nextConnection = m_ui->actionNextConnection;
    m_actions.previousConnection = m_ui->actionPreviousConnection;
    m_actions.showCreated = m_ui->actionShowCreated;
    m_actions.showUpdated = m_ui->actionShowUpdated;
    m_actions.keeper = m_ui->actionKeeper;
    m_actions.themeSystem = m_ui->actionThemeSystem;
    m_actions.themeLight = m_ui->actionThemeLight;
    m_actions.themeDark = m_ui->actionThemeDark;
    m_actions.legend = m_ui->actionLegend;
    m_actions.about = m_ui->actionAbout;
}

void MainWindow::setIcons()
{
    const std::initializer_list<std::pair<QAction *, QStringView>> icons{
        {m_actions.connectService, u"connect"},
        {m_actions.editConnection, u"edit"},
        {m_actions.removeConnection, u"remove"},
        {m_actions.severalLists, u"select-all"},
        {m_actions.addressGroups, u"tag"},
        {m_actions.settings, u"settings"},
        {m_actions.quit, u"quit"},
        {m_actions.undo, u"undo"},
        {m_actions.redo, u"redo"},
        {m_actions.copy, u"copy"},
        {m_actions.selectAll, u"select-all"},
        {m_actions.find, u"search"},
        {m_actions.reload, u"reload"},
        {m_actions.cancel, u"cancel"},
        {m_actions.apply, u"apply"},
        {m_actions.applyAndWatch, u"clock"},
        {m_actions.discard, u"discard"},
        {m_actions.history, u"clock"},
        {m_actions.verify, u"shield"},
        {m_actions.usageLog, u"list"},
        {m_actions.serviceDocumentation, u"help"},
        {m_actions.addEntry, u"add"},
        {m_actions.currentAddress, u"current-ip"},
        {m_actions.anyAddress, u"any-ip"},
        {m_actions.editEntry, u"edit"},
        {m_actions.activate, u"activate"},
        {m_actions.deactivate, u"deactivate"},
        {m_actions.expireAt, u"calendar"},
        {m_actions.own, u"computer"},
        {m_actions.bringBack, u"bring-back"},
        {m_actions.revert, u"undo"},
        {m_actions.removeEntry, u"remove"},
        {m_actions.keeper, u"keeper"},
        {m_actions.legend, u"help"},
        {m_actions.about, u"info"},
    };
    for (const auto &[action, name] : icons)
        action->setIcon(icon(name));
    m_ui->menuExpiry->setIcon(icon(u"clock"));
    m_ui->menuColumns->setIcon(icon(u"columns"));
    m_ui->menuTheme->setIcon(icon(u"theme"));
}

void MainWindow::setUpSidebar()
{
    m_ui->brandIcon->setIcon(applicationIcon(), brandSize);
    m_ui->connectButton->setIcon(icon(u"connect"));
    m_ui->connectButton->setIconSize(besideText);
    m_ui->connectButton->setToolTip(m_actions.connectService->toolTip());
    connect(m_ui->connectButton, &QPushButton::clicked, m_actions.connectService, &QAction::trigger);
    m_ui->connections->setItemDelegate(new ConnectionDelegate(m_ui->connections));
    m_ui->connections->addActions({m_actions.editConnection, m_actions.removeConnection});
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({sidebarWidth, width() - sidebarWidth});
    m_ui->actionShowSidebar->setChecked(true);
    connect(m_ui->actionShowSidebar, &QAction::toggled, m_ui->sidebar, &QWidget::setVisible);
}

} // namespace gatehouse
