// SPDX-License-Identifier: Apache-2.0
#include "base/Clock.h"

namespace gatehouse {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace gatehouse
