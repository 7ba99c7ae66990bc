// SPDX-License-Identifier: Apache-2.0
#include "server/quave/QuaveLifetime.h"

#include <QStringList>

#include <array>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

struct Name
{
    QLatin1StringView name;
    std::chrono::seconds duration;
};

constexpr auto never = "NEVER"_L1;
constexpr std::array names = {
    Name{"AFTER_6_HOURS"_L1, std::chrono::hours(6)},       Name{"AFTER_12_HOURS"_L1, std::chrono::hours(12)},
    Name{"AFTER_1_DAY"_L1, std::chrono::hours(24)},        Name{"AFTER_1_WEEK"_L1, std::chrono::hours(24) * 7},
    Name{"AFTER_1_MONTH"_L1, std::chrono::hours(24) * 30},
};

} // namespace

std::optional<QuaveLifetime> quaveLifetimeOf(const QString &name)
{
    if (name == never)
        return QuaveLifetime{};
    for (const auto &each : names) {
        if (name == each.name)
            return QuaveLifetime{each.duration};
    }
    return std::nullopt;
}

QString quaveLifetimeName(const StoredEntry &entry)
{
    if (!entry.expiresAt.isValid())
        return never;
    for (const auto &each : names) {
        if (entry.lifetime == each.duration)
            return each.name;
    }
    return {};
}

QString quaveLifetimeNames()
{
    QStringList all = {never};
    for (const auto &each : names)
        all.append(each.name);
    return all.join(u", "_s);
}

} // namespace gatehouse::server
