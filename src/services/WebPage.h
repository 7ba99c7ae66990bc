// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace gatehouse {

struct HttpResponse;

/// What to say when a web page came instead of an answer, as networks send that ask for a login first; its title is
/// quoted as plain text. Empty when the answer is no web page.
[[nodiscard]] std::optional<QString> webPageIn(const HttpResponse &response);

} // namespace gatehouse
