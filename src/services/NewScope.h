// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "services/Scope.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <vector>

namespace gatehouse {

// A scope made at the service together with its list: a new API key, say.

struct NewScopeField
{
    /// Text is one value, Choices any number of `choices`, at least one where the field is required.
    enum class Kind { Text, Choices };

    QString key;
    QString title; ///< for people
    QString hint;
    Kind kind = Kind::Text;
    QStringList choices;
    bool required = true;
};

struct NewScopeDescription
{
    QString scopeKey; ///< the scope field that takes the value of what was made
    QString title;    ///< for people: "New API key"
    QList<NewScopeField> fields;
};

struct NewScope
{
    QMap<QString, QStringList> values; ///< by NewScopeField::key; of Text one
    std::vector<Entry> entries;        ///< the list it begins with
};

struct MadeScope
{
    ScopeChoice scope;
    QString secret; ///< told this once and never again; empty where the service makes none
};

} // namespace gatehouse
