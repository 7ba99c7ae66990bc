// SPDX-License-Identifier: Apache-2.0
#include "services/ExpiryForm.h"

#include <algorithm>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds thinkingTime = 5min;

seconds timeLeft(const QDateTime &end, const QDateTime &now)
{
    return seconds(now.secsTo(end));
}

/// The name that stands for the time left well enough; nullptr when none does.
const NamedDuration *fittingName(const ExpiryForm &form, seconds left)
{
    const auto found = std::ranges::find_if(form.takesName->durations, [&](const NamedDuration &named) {
        return left >= named.duration - thinkingTime && left <= named.duration + form.grain;
    });
    return found == form.takesName->durations.end() ? nullptr : &*found;
}

/// The shortest one that lasts long enough, else the longest.
const NamedDuration &sufficientName(const ExpiryForm::Names &names, seconds left)
{
    const auto found =
        std::ranges::find_if(names.durations, [&](const NamedDuration &named) { return named.duration >= left; });
    return found == names.durations.end() ? names.durations.back() : *found;
}

/// The name to write; nullptr when the time is to be written.
const NamedDuration *nameFor(const ExpiryForm &form, seconds left)
{
    return form.takesTime ? fittingName(form, left) : &sufficientName(*form.takesName, left);
}

void writeEnd(QJsonObject &object, const ExpiryForm &form, const QDateTime &wanted, const QDateTime &now)
{
    const NamedDuration *named = form.takesName ? nameFor(form, timeLeft(wanted, now)) : nullptr;
    if (named != nullptr)
        form.takesName->field.setIn(object, named->name);
    else
        form.field.setIn(object, writeTime(wanted, form.time));
}

} // namespace

void writeExpiry(QJsonObject &object, const ExpiryForm &form, const std::optional<QDateTime> &wanted,
                 const QDateTime &now)
{
    if (!form.takesTime && !form.takesName)
        return;
    if (wanted)
        writeEnd(object, form, *wanted, now);
    else if (form.takesName)
        form.takesName->field.setIn(object, form.takesName->never);
    else
        form.field.setIn(object, QJsonValue::Null);
}

bool holdsExpiry(const ExpiryForm &form, const std::optional<QDateTime> &live, const std::optional<QDateTime> &wanted,
                 const QDateTime &now)
{
    if (!live || !wanted)
        return live == wanted;
    const seconds tolerance = form.takesName ? form.grain + thinkingTime : form.grain;
    const auto isAbout = [&](const QDateTime &expected) {
        return std::chrono::abs(timeLeft(*live, expected)) <= tolerance;
    };
    if (isAbout(*wanted))
        return true;
    if (form.takesTime || !form.takesName)
        return false;
    // It was sent at some moment up to now, and counts from there. What lasts long enough and ends no later than if it
    // were sent now is as good as the service can do, whenever it arrived.
    const QDateTime best = now.addSecs(sufficientName(*form.takesName, timeLeft(*wanted, now)).duration.count());
    const bool isEnough = timeLeft(*live, *wanted) >= -tolerance && timeLeft(*live, best) <= tolerance;
    return isEnough || isAbout(best);
}

} // namespace gatehouse
