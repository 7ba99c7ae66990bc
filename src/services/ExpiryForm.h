// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/JsonPath.h"
#include "services/TimeForm.h"

#include <chrono>
#include <optional>
#include <vector>

namespace gatehouse {

/// A duration a service has a name for.
struct NamedDuration
{
    QString name;
    std::chrono::seconds duration{0};
};

/// How a service tells and takes the end of an entry.
struct ExpiryForm
{
    struct Names
    {
        JsonPath field;
        QString never;
        std::vector<NamedDuration> durations; ///< shortest first, at least one
    };

    JsonPath field; ///< of the time
    TimeForm time = TimeForm::Iso;
    bool takesTime = false; ///< the time can be written
    std::optional<Names>
        takesName; ///< so can the name of a duration, counted by the service from when it takes the entry
    std::chrono::seconds grain{0}; ///< how exactly the service ends an entry
    bool keptWhenOmitted = false;  ///< an entry the service knows keeps its expiry when the field is not sent
};

/// What is written for `wanted` at `now`. Where a name and a time may both be written, the name is taken when the time
/// left is at most five minutes shorter (the time a user thinks) and at most one grain longer than what it stands for;
/// else the time. With names alone it is the shortest that lasts long enough, or the longest there is.
void writeExpiry(QJsonObject &object, const ExpiryForm &form, const std::optional<QDateTime> &wanted,
                 const QDateTime &now);

/// Whether a service that was sent `wanted` at some moment before `now` may tell `live` at `now`. Where it counts a
/// named duration from the arrival of the request, `live` may be later than `wanted`, yet not later than if it were
/// sent now.
bool holdsExpiry(const ExpiryForm &form, const std::optional<QDateTime> &live, const std::optional<QDateTime> &wanted,
                 const QDateTime &now);

} // namespace gatehouse
