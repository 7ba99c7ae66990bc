// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/SettingKeys.h"
#include "store/Settings.h"
#include "support/TempHome.h"

namespace gatehouse::test {

/// The programs that use this home ask no echo service on the internet for their address.
inline void askNoEcho(const TempHome &home)
{
    Settings settings(home->settingsFile());
    settings.setValue(settings::echoServicesV4, {});
    settings.setValue(settings::echoServicesV6, {});
}

} // namespace gatehouse::test
