// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "DesktopFixture.h"
#include "desktop/delegates/SwitchDelegate.h"
#include "support/FaultServer.h"
#include "support/GuiWatchdog.h"

#include <QUrlQuery>

#include <functional>
#include <utility>
#include <vector>

namespace gatehouse::test {

/// A list of the given length in the window, and what somebody does with it, always the same: each step in the event
/// loop, with the longest stop of the window that it brought about.
class WindowScript final
{
public:
    struct Stop
    {
        const char *step;
        std::chrono::milliseconds longest;
    };

    explicit WindowScript(int entries)
        : m_entries(entries)
        , m_app(m_home.home())
    {
        m_service.setHandler([this](const SeenRequest &request) { return page(request); });
    }

    /// Until the list is in the window; false when it is not.
    [[nodiscard]] bool begin()
    {
        if (!m_app.begin())
            return false;
        ConnectionRecord record;
        record.name = QStringLiteral("Long");
        record.serviceId = QStringLiteral("cortex");
        record.baseUrl = m_service.url({});
        record.collectChanges = true;
        if (!await(m_app.composition().book().save(record, QStringLiteral("secret"))))
            return false;
        m_app.desktop().activate(record.name);
        return waitUntil([&] { return m_app.on<QLabel>("listTitle")->text() == record.name && m_app.isRead(); }) &&
               m_app.model()->rowCount() == m_entries;
    }

    [[nodiscard]] DesktopFixture &app() { return m_app; }

    /// `beats`: how often the window has to have got round to its events before the next step.
    [[nodiscard]] std::vector<Stop> run(int beats)
    {
        std::vector<Stop> stops;
        for (const auto &[name, step] : steps())
            stops.push_back({name, longestStopOf(step, beats)});
        return stops;
    }

private:
    using Step = std::pair<const char *, std::function<void()>>;

    [[nodiscard]] std::vector<Step> steps()
    {
        const auto key = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            return [this, key, modifiers] { QTest::keyClick(m_app.table(), key, modifiers); };
        };
        const auto filter = [this](const QString &text) {
            return [this, text] { m_app.on<QLineEdit>("filterEdit")->setText(text); };
        };
        const auto sort = [this](EntryColumn column) {
            return [this, column] { m_app.table()->sortByColumn(static_cast<int>(column), Qt::DescendingOrder); };
        };
        return {{"select all", key(Qt::Key_A, Qt::ControlModifier)},
                {"filter, every other row", filter(QStringLiteral("even"))},
                {"clear the filter", filter({})},
                {"Ctrl+click a row", [this] { click(3, EntryColumn::Label, Qt::ControlModifier); }},
                {"select all again", key(Qt::Key_A, Qt::ControlModifier)},
                {"sort by label", sort(EntryColumn::Label)},
                {"switch all off", key(Qt::Key_Space)},
                {"switch one while all are pending", [this] { clickSwitch(3); }},
                {"click one row", [this] { click(4, EntryColumn::Label); }},
                {"remove one while all are pending", key(Qt::Key_Delete)},
                {"undo that", [this] { m_app.actions().undo->trigger(); }},
                {"select all once more", key(Qt::Key_A, Qt::ControlModifier)},
                {"remove all", key(Qt::Key_Delete)},
                {"undo that too", [this] { m_app.actions().undo->trigger(); }},
                {"copy all", key(Qt::Key_C, Qt::ControlModifier)}};
    }

    [[nodiscard]] std::chrono::milliseconds longestStopOf(const std::function<void()> &step, int beats)
    {
        bool isDone = false;
        m_watchdog.begin();
        QTimer::singleShot(0, m_app.table(), [&] {
            step();
            isDone = true;
        });
        // What it left to be done in the next turns of the event loop belongs to it.
        int last = 0;
        (void)waitUntil([&] {
            if (!isDone)
                last = m_watchdog.beats();
            return isDone && m_watchdog.beats() - last >= beats;
        });
        return m_watchdog.longestStop();
    }

    void click(int row, EntryColumn column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QRect cell = m_app.table()->visualRect(m_app.model()->index(row, static_cast<int>(column)));
        QTest::mouseClick(m_app.table()->viewport(), Qt::LeftButton, modifiers, cell.center());
    }

    void clickSwitch(int row)
    {
        const QRect cell = m_app.table()->visualRect(m_app.model()->index(row, static_cast<int>(EntryColumn::Active)));
        QTest::mouseClick(m_app.table()->viewport(), Qt::LeftButton, {},
                          SwitchDelegate::targetRect(cell, Qt::LeftToRight).center());
    }

    /// Of the list, as the service tells it.
    [[nodiscard]] ScriptedAnswer page(const SeenRequest &request) const
    {
        const QUrlQuery query(QUrl(QString::fromLatin1(request.target)));
        const int size = query.queryItemValue(QStringLiteral("pageSize")).toInt();
        const int first = query.queryItemValue(QStringLiteral("page")).toInt() * size;
        QByteArray body = R"({"entries": [)";
        for (int i = first; i < std::min(first + size, m_entries); ++i) {
            const QByteArray address = QByteArrayLiteral("10.") + QByteArray::number(i / 65536) + '.' +
                                       QByteArray::number(i / 256 % 256) + '.' + QByteArray::number(i % 256);
            body += (i == first ? "" : ", ") + (R"({"address": ")" + address) + R"(", "description": "entry )" +
                    QByteArray::number(i * 7919 % 100003) + (i % 2 == 0 ? " even" : " odd") + R"("})";
        }
        return answer(200, body + R"(], "total": )" + QByteArray::number(m_entries) + '}');
    }

    int m_entries;
    TempHome m_home;
    FaultServer m_service;
    DesktopFixture m_app;
    GuiWatchdog m_watchdog;
};

} // namespace gatehouse::test
