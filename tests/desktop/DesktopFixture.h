// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "NotifierSpy.h"
#include "app/Composition.h"
#include "desktop/Desktop.h"
#include "desktop/MainWindow.h"
#include "desktop/models/EntryTableModel.h"
#include "desktop/theme/Appearance.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "services/RestService.h"
#include "store/SettingKeys.h"
#include "support/Await.h"
#include "support/LoopbackEcho.h"
#include "support/Patience.h"
#include "support/TempHome.h"
#include "sync/HostConditions.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace gatehouse::test {

/// The whole program of the window, with its own embedded service, in a home of its own; driven as a user would.
class DesktopFixture final
{
public:
    explicit DesktopFixture(const Home &home)
        : m_composition(home)
        , m_appearance(m_composition.settings())
        , m_desktop(m_composition.settings())
    {
        m_desktop.window().show();
        m_desktop.window().activateWindow();
    }

    /// Until the list in front has been read.
    [[nodiscard]] bool begin(const QString &connection = {})
    {
        if (!m_composition.open())
            return false;
        m_composition.settings().setValue(settings::echoServicesV4, {m_echo.url()});
        m_composition.settings().setValue(settings::echoServicesV6, {});
        const Workbench bench{m_composition.book(),
                              m_composition.connector(),
                              m_composition.store(),
                              m_composition.secrets(),
                              m_composition.addresses(),
                              m_composition.keeper(),
                              m_composition.settings(),
                              m_notifier,
                              m_conditions,
                              m_composition.clock()};
        m_desktop.begin(bench, connection, ready<void>(startService()));
        return waitUntil([this] { return page() && isRead(); });
    }

    [[nodiscard]] Composition &composition() { return m_composition; }
    [[nodiscard]] Desktop &desktop() { return m_desktop; }
    [[nodiscard]] MainWindow &window() { return m_desktop.window(); }
    [[nodiscard]] const MainActions &actions() { return window().actions(); }
    [[nodiscard]] ListPage *page() { return window().currentPage(); }
    [[nodiscard]] EntryTableView *table() { return page()->table(); }
    [[nodiscard]] EntryTableModel *model() { return qobject_cast<EntryTableModel *>(table()->model()); }

    /// A widget of the page in front.
    template <typename T>
    [[nodiscard]] T *on(const char *name)
    {
        return page()->findChild<T *>(QLatin1String(name));
    }

    /// The sentence of a banner of the list in front; empty without one.
    [[nodiscard]] QString bannerText(BannerArea::Topic topic)
    {
        const MessageBanner *banner = page()->banners()->banner(topic);
        return banner ? banner->message().text : QString();
    }

    /// What a cell says.
    [[nodiscard]] QString text(int row, EntryColumn column)
    {
        return model()->index(row, static_cast<int>(column)).data().toString();
    }

    void clickCell(int row, EntryColumn column)
    {
        const QModelIndex cell = model()->index(row, static_cast<int>(column));
        table()->scrollTo(cell);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell).center());
    }

    /// The entries as the embedded service holds them, read past the window.
    [[nodiscard]] std::vector<Entry> atService()
    {
        const auto service = await(m_composition.connector().connectTo(m_composition.book().records().front()));
        if (!service)
            return {};
        return await((*service)->fetch()).value_or(std::vector<Entry>{});
    }

    /// nullptr when no such dialog is open.
    [[nodiscard]] QDialog *dialog(const char *name) { return window().findChild<QDialog *>(QLatin1String(name)); }

    /// Keys go to the active window, and without a window manager nobody makes one active.
    [[nodiscard]] static bool activate(QWidget *window)
    {
        window->activateWindow();
        return waitUntil([window] { return QApplication::activeWindow() == window; });
    }

    /// What the desktop was asked to show.
    [[nodiscard]] NotifierSpy &notifier() { return m_notifier; }

    /// How the computer claims to be doing.
    [[nodiscard]] HostConditions &conditions() { return m_conditions; }

    void stopService() { m_service.reset(); }
    /// Where it was before stopService().
    [[nodiscard]] bool startServiceAgain() { return startService().has_value(); }
    /// Before stopService().
    [[nodiscard]] const server::EmbeddedService &service() { return *m_service; }

    /// Changes that would be there after a crash.
    [[nodiscard]] qsizetype storedChanges()
    {
        const auto list = await(m_composition.store().list(m_composition.book().records().front().id));
        return list ? list->draft.changeCount() : -1;
    }

    [[nodiscard]] bool isIdle() { return !page()->isBusy(); }
    [[nodiscard]] bool isRead() { return !page()->isBusy() && on<QLabel>("listSubtitle")->text().contains(u':'); }

private:
    /// Not the composition's own, which cannot be stopped before the window.
    [[nodiscard]] Result<void> startService()
    {
        server::ServiceOptions options;
        options.dataFolder = m_composition.home().serviceDataFolder();
        options.listenPort = m_port;
        auto started = server::EmbeddedService::start(options, m_composition.clock());
        if (!started)
            return failure(started.error());
        m_service = std::move(*started);
        m_port = static_cast<quint16>(m_service->url().port());
        m_composition.connector().setEmbedded({m_service->url(), m_service->token()});
        return {};
    }

    LoopbackEcho m_echo; ///< no test asks the internet
    Composition m_composition;
    std::unique_ptr<server::EmbeddedService> m_service;
    quint16 m_port = 0; ///< any, at first
    Appearance m_appearance;
    NotifierSpy m_notifier;
    HostConditions m_conditions;
    Desktop m_desktop;
};

} // namespace gatehouse::test
