// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QTest>

namespace gatehouse::test {

/// The outcome of `future`, with the event loop running until it is there; a cancelled future reads as
/// ErrorKind::Cancelled. When nothing comes in 20 seconds the running test fails.
template <typename T>
Result<T> await(const Future<T> &future)
{
    constexpr int patience = 20'000;
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience)) {
        QTest::qFail("the future did not finish", __FILE__, __LINE__);
        return failure(ErrorKind::Cancelled, {});
    }
    if (future.resultCount() == 0)
        return failure(ErrorKind::Cancelled, {});
    return future.result();
}

} // namespace gatehouse::test
