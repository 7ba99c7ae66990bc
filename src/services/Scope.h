// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse {

/// A part of the scope the user must give to say which list is meant, or how it is reached.
struct ScopeField
{
    QString key;   ///< the placeholder's name
    QString title; ///< for people
    QString hint;  ///< where to find it
    QString example;
    bool required = true;
    QString fallback;        ///< counts when the field is left empty; only of fields that are not required
    bool hasChoices = false; ///< the service can tell which values there are, see RestService::choices()
};

/// A value that a scope field may take, as the service tells.
struct ScopeChoice
{
    QString value;
    QString title; ///< for people; the value where the service has no name for it
    QString note;  ///< tells it from others of the same title; may be empty
    bool operator==(const ScopeChoice &) const = default;
};

} // namespace gatehouse
