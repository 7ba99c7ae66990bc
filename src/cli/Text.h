// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace gatehouse::cli {

/// The context of every text of the command line.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::cli::Text)
};

} // namespace gatehouse::cli
