// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

// Qt Test gives up after five seconds, which a loaded computer of two cores needs at times. Waiting longer costs
// nothing where the test passes.
namespace gatehouse::test {

inline constexpr int patienceInMs = 30000;

/// Whether `condition` came true in time, with the event loop running.
template <typename Condition>
[[nodiscard]] bool waitUntil(Condition condition)
{
    return QTest::qWaitFor(condition, patienceInMs);
}

} // namespace gatehouse::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), gatehouse::test::patienceInMs)
#define QTRY_VERIFY2(condition, message) QTRY_VERIFY2_WITH_TIMEOUT((condition), message, gatehouse::test::patienceInMs)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), expected, gatehouse::test::patienceInMs)
