// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ExpiryForm.h"
#include "services/JsonPath.h"
#include "services/RangeForm.h"

#include <QStringList>

#include <optional>

namespace gatehouse {

struct IdForm
{
    JsonPath field;
    bool isNumber = false;
};

struct LabelForm
{
    enum class WhenEmpty { Text, Null, Omitted };

    JsonPath field;
    WhenEmpty whenEmpty = WhenEmpty::Text;
};

struct ActiveForm
{
    JsonPath field;
    QJsonValue on = true; ///< what stands for active
    QJsonValue off = false;
};

struct TimeField
{
    JsonPath field;
    TimeForm form = TimeForm::Iso;
};

/// Where the parts of an entry are found in its JSON object, and how they are written.
struct EntryForm
{
    std::optional<IdForm> id;
    JsonPath rangeField;
    RangeForm range;
    QStringList rangeApart;  ///< names beside the range that look like a part of it and are none
    JsonConditions onlyWhen; ///< a list with an entry of which this is not so is not read
    std::optional<LabelForm> label;
    std::optional<ActiveForm> active;
    std::optional<ExpiryForm> expiry;
    std::optional<TimeField> createdAt;
    JsonPaths createdBy; ///< the first that says something
    std::optional<TimeField> updatedAt;
    JsonPaths updatedBy;
    QStringList neverSent; ///< outermost names of what the service tells and does not want back
};

} // namespace gatehouse
