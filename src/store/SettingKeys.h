// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/HistoryVersion.h"
#include "store/Settings.h"

#include <QByteArray>
#include <QStringList>

/// Every setting there is. The names are in users' files: never give one another meaning.
namespace gatehouse::settings {

Q_NAMESPACE

enum class Theme { System, Light, Dark };
Q_ENUM_NS(Theme)

/// Public services that tell the caller's address as plain text, asked in this order, for each family.
inline const Setting<QStringList> echoServicesV4{
    "network/echoServicesV4", {QStringLiteral("https://api.ipify.org"), QStringLiteral("https://ipv4.icanhazip.com")}};
inline const Setting<QStringList> echoServicesV6{
    "network/echoServicesV6", {QStringLiteral("https://api6.ipify.org"), QStringLiteral("https://ipv6.icanhazip.com")}};

/// How long a change that is applied to be watched waits to be kept.
inline constexpr Setting<int> watchSeconds{"apply/watchSeconds", 60};
/// Tell, by the desktop, of entries that end soon, and of those that the keeper has ended.
inline constexpr Setting<bool> noticeADayBefore{"keeper/noticeADayBefore", true};
inline constexpr Setting<bool> noticeAnHourBefore{"keeper/noticeAnHourBefore", true};
inline constexpr Setting<bool> noticeWhenEnded{"keeper/noticeWhenEnded", true};
/// Closing the window leaves the program in the tray, where there is one.
inline constexpr Setting<bool> closeToTray{"window/closeToTray", false};

inline constexpr Setting<Theme> theme{"window/theme", Theme::System};
/// As QWidget::saveGeometry() and QHeaderView::saveState() write them.
inline const Setting<QByteArray> windowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> listHeaderState{"window/listHeader", {}};
/// The connection that was open last; null: none.
inline constexpr Setting<QUuid> lastConnection{"window/lastConnection", {}};

/// How much of each list's history is kept, see HistoryLimits.
inline constexpr Setting<int> historyDays{"history/days", HistoryLimits{}.days};
inline constexpr Setting<int> historyVersions{"history/versions", HistoryLimits{}.versions};
/// Open lists are read again now and then, see PollSchedule.h.
inline constexpr Setting<bool> pollLists{"sync/pollLists", true};

} // namespace gatehouse::settings
