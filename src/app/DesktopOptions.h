// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse {

/// What the window's command line asks for.
struct DesktopOptions
{
    QString home; ///< empty: the usual places
    QString connection;
    QString tour; ///< folder for the pictures of the guided tour; empty: no tour
    bool verbose = false;
};

/// Name, version and desktop file of the program, before any application object.
void setProgramNames();

/// The exit status when --help or --version was asked for, which needs no display, or when there is no display at all
/// (a sentence on standard error says so). Otherwise nothing happens.
std::optional<int> answerWithoutWindow(int &argc, char **argv);

/// `arguments` as QApplication::arguments() gives them, without what Qt takes itself. InvalidInput names what is wrong.
Result<DesktopOptions> readDesktopOptions(const QStringList &arguments);

/// On standard error; gives the exit status.
int tellWrongUsage(const Error &error);

} // namespace gatehouse
