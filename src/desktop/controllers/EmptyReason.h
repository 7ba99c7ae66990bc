// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ListRules.h"

#include <QIcon>
#include <QString>

namespace gatehouse {

/// Why a table has no rows.
enum class EmptyReason {
    None,         ///< it has
    NothingFound, ///< the filter hides them all
    Reading,      ///< for the first time
    NotRead,      ///< could not be, or nobody asked yet
    EmptyList,
};

/// What stands there instead, translated.
struct EmptyText
{
    QIcon symbol;
    QString heading;
    QString explanation;
    QIcon buttonSymbol;
    QString button; ///< empty: none
};

/// `service` is its name; `filter` the sentence of the filter.
EmptyText textFor(EmptyReason reason, EmptyListMeaning meaning, const QString &service, const QString &filter);

} // namespace gatehouse
