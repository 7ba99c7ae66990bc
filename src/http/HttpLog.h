// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "http/HttpMessage.h"

#include <chrono>

namespace gatehouse {

// The debug messages of the category gatehouse.http: who was asked what, and what came back. Never a body; the values
// of secret headers are masked, and every secret in the finished line.

/// All that must not be shown of this request: its `secrets`, the values of its secret headers, and these without their
/// scheme ("Bearer …"), since a service may repeat either; in every form (see inEveryForm).
[[nodiscard]] QStringList secretsOf(const HttpRequest &request);

void logAttempt(const HttpRequest &request, const QUrl &url, const HttpHeaders &headers, const QStringList &secrets);
void logOutcome(const Result<HttpResponse> &outcome, std::chrono::milliseconds took, const QStringList &secrets);
void logWait(const HttpRequest &request, const QString &requestId, std::chrono::milliseconds wait);

} // namespace gatehouse
